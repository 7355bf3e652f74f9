// Normal forms of the C API.
#include "galena/match/normalise.hpp"
#include "galena/record/suggest_kind.hpp"
#include "guard.hpp"
#include "handles.hpp"

using namespace galena::capi;

extern "C" {

galena_status galena_normalise(const char* kind, size_t kind_size, const char* value,
                               size_t value_size, const char* country, size_t country_size,
                               galena_buffer** normal, galena_error** error) noexcept {
  clear(normal);
  return guarded(error, [&] {
    const std::string_view name = text(kind, kind_size, "kind");
    const auto known = galena::kind_from(name);
    if (!known) {
      throw Refused{galena::Problem{galena::Code::invalid_argument, "unknown_kind", "kind",
                                    "the kind '" + std::string(name) + "' is unknown",
                                    galena::suggest_kind(name)}};
    }
    const std::string_view of = text(country, country_size, "country");
    if (const galena::Result<void> checked = galena::match::check_country(of); !checked)
      throw Refused{checked.problems()};
    give_text(normal, "normal",
              galena::match::normalise(*known, text(value, value_size, "value"), {.country = of}));
  });
}

}  // extern "C"
