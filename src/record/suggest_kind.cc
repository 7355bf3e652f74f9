#include "galena/record/suggest_kind.hpp"

#include "detail/nearest_name.hpp"
#include "galena/record/kind.hpp"

namespace galena {

std::string suggest_kind(std::string_view name) {
  return detail::suggest_or_list(name, kKindNames);
}

}  // namespace galena
