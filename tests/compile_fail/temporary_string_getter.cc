// error: a getter of text returns a reference or a std::string_view, not a temporary
#include <string>
#include <utility>

#include "galena/record/traits.hpp"

struct Lead {
  std::string country;
};

#ifdef GALENA_BROKEN
std::string read_country(const Lead& lead) { return lead.country; }
#else
const std::string& read_country(const Lead& lead) { return lead.country; }
#endif

template <>
struct galena::RecordTraits<Lead> {
  static constexpr auto fields = galena::fields(galena::field(
      "country", [](const Lead& lead) -> decltype(auto) { return read_country(lead); },
      [](Lead& lead, std::string country) { lead.country = std::move(country); }));
};

int main() {
  const Lead lead;
  return static_cast<int>(galena::row_of(lead)[0].text().size());
}
