#include "galena/lifecycle/process_json.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "detail/json_reader.hpp"
#include "galena/lifecycle/bound_process.hpp"
#include "lifecycle/read_definition.hpp"

namespace galena::lifecycle {
namespace {

using galena::detail::JsonNode;

/// True when `problems` already says something about the place `pointer` or one that holds it.
bool mentions(const Problems& problems, std::string_view pointer) {
  return std::any_of(problems.begin(), problems.end(), [&](const Problem& problem) {
    const std::string_view known = problem.subject;
    return pointer.substr(0, known.size()) == known &&
           (pointer.size() == known.size() || pointer[known.size()] == '/');
  });
}

/// Adds what a check found, without repeating a mistake of the form as one of the content.
void add_unmentioned(Problems& problems, const Problems& found) {
  const Problems before = problems;
  for (const Problem& problem : found) {
    if (!mentions(before, problem.subject)) problems.add(problem);
  }
}

Result<Process> parse(std::string_view json, const Schema* schema) {
  const Result<boost::json::value> parsed = galena::detail::parse_json(json);
  if (!parsed) return parsed.problems();
  Problems problems;
  Definition definition = read_definition(JsonNode(*parsed, problems));
  add_unmentioned(problems, detail::DefinitionCheck(definition).run());
  if (schema != nullptr) add_unmentioned(problems, check_fields(definition, *schema));
  if (!problems.empty()) return problems;
  return Process::make(std::move(definition));
}

Instance read_instance(const JsonNode& root) {
  root.expect_keys({"record", "process", "process_version", "definition_hash", "status", "entered",
                    "version", "started", "period_started", "last_step", "closed_at", "period",
                    "moved_back"});
  Instance instance;
  instance.record = RecordId(root.text_or("record"));
  instance.process = root.get("process").nonempty_text();
  instance.process_version = root.get("process_version").integer(1);
  instance.definition_hash = root.get("definition_hash").nonempty_text();
  instance.status = root.get("status").nonempty_text();
  instance.entered = root.get("entered").instant();
  instance.version = root.get("version").integer(0);
  instance.started = root.get("started").instant();
  instance.period_started = root.get("period_started").instant();
  instance.last_step = root.get("last_step").instant();
  if (const auto closed = root.find("closed_at"); closed && !closed->is_null()) {
    instance.closed_at = closed->instant();
  }
  instance.period = root.integer_or("period", 1, 1);
  instance.moved_back = root.integer_or("moved_back", 0, 0);
  return instance;
}

}  // namespace

Result<Process> parse_process(std::string_view json) { return parse(json, nullptr); }

Result<Process> parse_process(std::string_view json, const Schema& schema) {
  return parse(json, &schema);
}

Result<Instance> parse_instance(std::string_view json) {
  return galena::detail::read_json(json, read_instance);
}

}  // namespace galena::lifecycle
