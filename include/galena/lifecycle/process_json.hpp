// Processes and instances as JSON, and the shipped processes. Compiled code.
//
//   auto mine = lifecycle::parse_process(text);              // every problem with its JSON pointer
//   const Process lead = *lifecycle::standard_process("lead");
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "galena/base/result.hpp"
#include "galena/lifecycle/instance.hpp"
#include "galena/lifecycle/process.hpp"
#include "galena/record/schema.hpp"

namespace galena::lifecycle {

/// Reads {"name", "label", "version", "initial", "field", "reason_field", "statuses": [{"id",
/// "label", "category", "guidance", "key_fields", "probability", "forecast"}], "transitions":
/// [{"from", "event", "to", "guard", "require", "roles", "reasons", "effects": [{"kind",
/// "recipient", "payload"}], "mode", "new_period"}]}; docs/schemas/process.schema.json. Texts are a
/// string or an object by language whose "" entry is the definition's own. Errors, all at once:
/// PARSE for text that is no JSON; UNSUPPORTED for "timers", which are never ignored;
/// INVALID_ARGUMENT else, with JSON pointers.
Result<Process> parse_process(std::string_view json);

/// The same, and every field it names must be one of `schema`, with a type that its guard can use.
Result<Process> parse_process(std::string_view json, const Schema& schema);

/// Reads what to_json(Instance) writes. Errors: PARSE, INVALID_ARGUMENT with JSON pointers.
Result<Instance> parse_instance(std::string_view json);

/// A shipped process: lead, opportunity. NOT_FOUND for another name. Thread-safe.
Result<Process> standard_process(std::string_view name);

/// The names that standard_process knows, in alphabetical order.
std::vector<std::string> standard_process_names();

}  // namespace galena::lifecycle
