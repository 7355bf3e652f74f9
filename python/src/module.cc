// The extension module galena._galena: thin bindings; the package around it is what people import.
#include <pybind11/pybind11.h>

#include "bindings.hpp"
#include "errors.hpp"
#include "table.hpp"
#include "values.hpp"

PYBIND11_MODULE(_galena, module) {
  using namespace galena::python;
  module.doc() = "The compiled part of galena. Import galena instead.";
  module.attr("__version__") = GALENA_VERSION;
  prepare_values();
  bind_errors(module);
  bind_table(module);
  bind_csv(module);
  bind_schema(module);
  bind_decision(module);
  bind_criteria(module);
  bind_rules(module);
  bind_router(module);
  bind_lifecycle(module);
  bind_match(module);
  bind_match_index(module);
  bind_similarity(module);
}
