// check and diagram: definitions, before they are used.
#include "arguments.hpp"
#include "cells.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "json.hpp"

namespace galena_command {

namespace {

/// A definition as text, and the schema that it is checked against.
struct Definition {
  std::string source;
  std::string json;
  std::string_view schema;
};

Buffer lint_schema(const Definition& definition) {
  const Schema schema = make<Schema>(definition.source, galena_schema_parse, definition.json.data(),
                                     definition.json.size());
  return make<Buffer>(definition.source, galena_schema_lint, schema.get());
}

Buffer lint_rules(const Definition& definition) {
  const Schema schema = load_schema(definition.schema);
  const RuleSet rules = make<RuleSet>(definition.source, galena_rule_set_parse,
                                      definition.json.data(), definition.json.size(), schema.get());
  return make<Buffer>(definition.source, galena_rule_set_lint, rules.get());
}

Process parse_process(const Definition& definition) {
  const Schema schema = load_schema(definition.schema);
  return make<Process>(definition.source, galena_process_parse, definition.json.data(),
                       definition.json.size(), schema.get());
}

Buffer verify_process(const Definition& definition) {
  const Process process = parse_process(definition);
  return make<Buffer>(definition.source, galena_process_verify, process.get());
}

/// Criteria and models have no linter: they are sound when they can be read.
Buffer read_criteria(const Definition& definition) {
  const Schema schema = load_schema(definition.schema);
  (void)make<Expression>(definition.source, galena_expression_parse, definition.json.data(),
                         definition.json.size(), schema.get());
  return nullptr;
}

Buffer read_model(const Definition& definition) {
  (void)make<Model>(definition.source, galena_model_parse, definition.json.data(),
                    definition.json.size());
  return nullptr;
}

struct Kind {
  std::string_view name;
  Buffer (*findings)(const Definition&);
};
constexpr Kind kKinds[] = {{"schema", &lint_schema},
                           {"rules", &lint_rules},
                           {"process", &verify_process},
                           {"criteria", &read_criteria},
                           {"model", &read_model}};

const Kind& kind_of(const Arguments& arguments) {
  std::string names;
  for (const Kind& kind : kKinds) {
    if (kind.name == arguments.value("--kind")) return kind;
    names.append(names.empty() ? "" : ", ").append(kind.name);
  }
  if (!arguments.has("--kind")) fail_usage("missing option '--kind', one of " + names);
  fail_usage("option '--kind' needs one of " + names + ", not '" +
             std::string(arguments.value("--kind")) + "'");
}

Definition load_definition(const Arguments& arguments) {
  const std::string& path = arguments.operand(0);
  const std::string_view schema = arguments.value("--schema");
  return {source_name(path), read_file(path), schema.empty() ? "lead" : schema};
}

/// Writes each finding as a line. @returns whether none of them is an error
bool write_findings(std::string_view source, const std::vector<Json>& findings) {
  bool good = true;
  for (const Json& finding : findings) {
    const std::string_view severity = finding.member("severity");
    good = good && severity != "error";
    std::string line(source);
    line.append(": ").append(severity).append(" ");
    std::string_view witness = finding.member("witness");
    line.append(problem_line(finding.member("code"), finding.member("pointer"),
                             finding.member("message"),
                             witness.empty() ? "" : "for example " + std::string(witness)));
    write_text(line + "\n");
  }
  return good;
}

int check_definition(const std::vector<std::string>& words) {
  const Arguments arguments({{"FILE.json"}, {"--kind", "--schema"}, {}}, words);
  const Kind& kind = kind_of(arguments);
  const Definition definition = load_definition(arguments);
  const Buffer buffer = kind.findings(definition);
  const std::vector<Json> findings =
      buffer ? read_json(text_of(buffer)).items : std::vector<Json>();
  if (findings.empty()) write_text("sound\n");
  return write_findings(definition.source, findings) ? kGood : kIncomplete;
}

int diagram(const std::vector<std::string>& words) {
  const Arguments arguments({{"PROCESS.json"}, {"--schema"}, {"--dot"}}, words);
  const Definition definition = load_definition(arguments);
  const Process process = parse_process(definition);
  const auto draw = arguments.has("--dot") ? galena_process_dot : galena_process_mermaid;
  const Buffer text = make<Buffer>(definition.source, draw, process.get());
  write_text(text_of(text));
  return kGood;
}

}  // namespace

Command check_command() {
  return {"check", "report every problem and every remark about a definition",
          "Usage: galena check FILE.json --kind KIND [--schema SCHEMA]\n"
          "\n"
          "Writes the remarks of the linter or verifier, one a line, or \"sound\" when there are\n"
          "none. Problems that keep the definition from being read go to standard error, and the\n"
          "exit status is 2; it is 1 for a remark that is an error.\n"
          "\n"
          "  --kind KIND       schema, rules, process, criteria or model\n"
          "  --schema SCHEMA   what the records are, for rules, process and criteria: a shipped\n"
          "                    schema or a file .json; lead without it\n",
          &check_definition};
}

Command diagram_command() {
  return {
      "diagram", "draw a process as Mermaid or Graphviz text",
      "Usage: galena diagram PROCESS.json [--schema SCHEMA] [--dot]\n"
      "\n"
      "  --schema SCHEMA   what the records are: a shipped schema or a file .json; lead without\n"
      "                    it\n"
      "  --dot             Graphviz instead of Mermaid\n",
      &diagram};
}

}  // namespace galena_command
