#include "galena/record/schema_json.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "detail/embedded.hpp"
#include "detail/json_reader.hpp"

namespace galena {
namespace {

using detail::JsonNode;

constexpr std::string_view kFolder = "schemas/";
constexpr std::string_view kSuffix = ".json";

bool is_picklist(FieldType type) {
  return type == FieldType::picklist || type == FieldType::multi_picklist;
}

PicklistValue read_picklist_value(const JsonNode& node) {
  if (node.is_text()) return {.value = node.nonempty_text()};
  node.expect_keys({"value", "label"});
  return {.value = node.get("value").nonempty_text(), .label = node.local_text_or_empty("label")};
}

std::vector<PicklistValue> read_values(const JsonNode& list, FieldType type) {
  std::vector<PicklistValue> values;
  for (const JsonNode& item : list.items()) {
    PicklistValue read = read_picklist_value(item);
    const auto same = [&](const PicklistValue& known) { return known.value == read.value; };
    if (!read.value.empty() && std::any_of(values.begin(), values.end(), same)) {
      item.report("duplicate_value", "the value '" + read.value + "' is listed twice",
                  "remove one of the two");
    }
    if (type == FieldType::multi_picklist && read.value.find(';') != std::string::npos) {
      item.report("separator_in_value", "the value '" + read.value + "' contains ';'",
                  "a multi_picklist is stored with ';' between its values: choose another sign");
    }
    values.push_back(std::move(read));
  }
  return values;
}

Currency read_currency(const JsonNode& node) {
  const std::string code = node.text();
  const auto currency = Currency::parse(code);
  if (!currency && node.is_text()) {
    node.report("bad_currency", "'" + code + "' is no ISO 4217 code",
                "write three capital letters such as \"EUR\"");
  }
  return currency.value_or(Currency());
}

/// What only some types may have; a type that could not be read has been reported already.
void read_by_type(const JsonNode& node, Field& field, bool known_type) {
  if (const auto length = node.find("max_length")) {
    field.max_length = static_cast<std::size_t>(length->integer(1));
    if (known_type && value_kind_of(field.type) != ValueKind::text) {
      length->report("max_length_without_text",
                     "the field '" + field.name + "' limits its length but is no text",
                     "remove max_length");
    }
  }
  std::vector<PicklistValue> values;
  if (const auto list = node.find("values")) values = read_values(*list, field.type);
  const bool open = node.boolean_or("open_values", false);
  Currency currency;
  if (const auto code = node.find("currency")) currency = read_currency(*code);
  field.references = node.text_or("references");
  if (!known_type) return;
  field.values = std::move(values);
  field.open_values = open;
  field.currency = currency;
  if (open && !is_picklist(field.type)) {
    node.get("open_values")
        .report("values_without_picklist",
                "the field '" + field.name + "' has open values but is no picklist",
                "set its type to picklist or multi_picklist");
  }
  if (!field.references.empty() && field.type != FieldType::reference) {
    node.get("references")
        .report("references_without_reference",
                "the field '" + field.name + "' names an entity but is no reference",
                "set its type to reference");
  }
}

Field read_field(const JsonNode& node, std::size_t position) {
  node.expect_keys({"name", "type", "kind", "label", "help", "purpose", "required", "max_length",
                    "values", "open_values", "currency", "references"});
  Field field;
  field.name = node.get("name").nonempty_text();
  // What has no name was reported; it must not count as a second field of an empty name.
  if (field.name.empty()) field.name = "/" + std::to_string(position);
  bool known_type = true;
  if (const auto type = node.find("type")) {
    const auto index = type->word(kFieldTypeNames);
    known_type = index.has_value();
    field.type = static_cast<FieldType>(index.value_or(0));
  }
  if (const auto kind = node.find("kind")) {
    if (const auto index = kind->word(kKindNames)) field.kind = static_cast<Kind>(*index);
  }
  field.label = node.local_text_or_empty("label");
  field.help = node.local_text_or_empty("help");
  field.purpose = node.local_text_or_empty("purpose");
  field.required = node.boolean_or("required", false);
  read_by_type(node, field, known_type);
  return field;
}

void add_finding(std::vector<Finding>& findings, std::string code, std::string severity,
                 std::string pointer, std::string message) {
  findings.push_back({.code = std::move(code),
                      .severity = std::move(severity),
                      .pointer = std::move(pointer),
                      .message = std::move(message),
                      .witness = {}});
}

void lint_field(const Field& field, const std::string& at, std::vector<Finding>& findings) {
  const std::string name = "the field '" + field.name + "' ";
  const std::array<std::pair<std::string_view, const LocalText*>, 3> texts = {
      {{"label", &field.label}, {"help", &field.help}, {"purpose", &field.purpose}}};
  for (const auto& [what, text] : texts) {
    if (!text->empty()) continue;
    add_finding(findings, "missing_" + std::string(what), "warning", at,
                name + "has no " + std::string(what));
  }
  if (is_picklist(field.type) && field.values.empty()) {
    add_finding(findings, "empty_picklist", field.open_values ? "info" : "warning", at,
                name + "is a picklist without values: any value is accepted");
  }
  if (field.type == FieldType::reference && field.references.empty()) {
    add_finding(findings, "missing_references", "warning", at,
                name + "is a reference but does not say to which entity");
  }
  if (field.type == FieldType::money && field.currency.empty()) {
    add_finding(findings, "missing_currency", "info", at,
                name + "has no currency: each value must name its own");
  }
}

}  // namespace

Result<Schema> parse_schema(std::string_view json) {
  const Result<boost::json::value> parsed = detail::parse_json(json);
  if (!parsed) return parsed.problems();
  Problems problems;
  const JsonNode root(*parsed, problems);
  root.expect_keys({"entity", "fields"});
  std::string entity = root.get("entity").nonempty_text();
  std::vector<Field> fields;
  for (const JsonNode& node : root.get("fields").items()) {
    fields.push_back(read_field(node, fields.size()));
  }
  Result<Schema> schema = Schema::make(std::move(entity), std::move(fields));
  problems.add_all(schema.problems());
  if (!problems.empty()) return problems;
  return schema;
}

std::vector<std::string> standard_schema_names() {
  std::vector<std::string> names;
  for (const detail::EmbeddedFile& file : detail::embedded_files()) {
    std::string_view path = file.path;
    if (!path.starts_with(kFolder) || !path.ends_with(kSuffix)) continue;
    path.remove_prefix(kFolder.size());
    path.remove_suffix(kSuffix.size());
    names.emplace_back(path);
  }
  return names;
}

Result<Schema> standard_schema(std::string_view entity) {
  const std::string_view text =
      detail::embedded(std::string(kFolder) + std::string(entity) + std::string(kSuffix));
  if (text.data() != nullptr) return parse_schema(text);
  std::string known;
  for (const std::string& name : standard_schema_names()) {
    if (!known.empty()) known += ", ";
    known += name;
  }
  return Problem{Code::not_found, "unknown_schema", std::string(entity),
                 "there is no standard schema '" + std::string(entity) + "'",
                 "the standard schemas are: " + known};
}

std::vector<Finding> lint(const Schema& schema) {
  std::vector<Finding> findings;
  for (std::uint32_t i = 0; i < schema.size(); ++i) {
    lint_field(schema[i], "/fields/" + std::to_string(i), findings);
  }
  return findings;
}

}  // namespace galena
