// error: a field is text, bool, a number, Decimal, Money, Date, Instant or optional of one
#include <string>
#include <vector>

#include "galena/record/traits.hpp"

struct Lead {
#ifdef GALENA_BROKEN
  std::vector<std::string> products;
#else
  std::string products;
#endif
};

template <>
struct galena::RecordTraits<Lead> {
  static constexpr auto fields = galena::fields(galena::field("products", &Lead::products));
};

int main() { return static_cast<int>(galena::schema_of<Lead>().size()); }
