// Reading a process definition from JSON, without the checks that do not depend on the form.
#pragma once

#include "detail/json_reader.hpp"
#include "galena/lifecycle/definition.hpp"

namespace galena::lifecycle {

/// What the JSON says, with defaults where it says nothing or something of the wrong type. Problems
/// go to those of the node. Keys that are absent are left to DefinitionCheck, which knows them by
/// the empty value; only those without an empty value (category, kind) are reported here.
Definition read_definition(const galena::detail::JsonNode& root);

}  // namespace galena::lifecycle
