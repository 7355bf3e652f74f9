#include "record/json_record.hpp"

#include <string>

#include "detail/json_reader.hpp"

namespace galena::detail {
namespace {

/// The items of a multi-picklist as its text, "a;b".
Value joined_items(const JsonNode& node) {
  std::string joined;
  for (const std::string& item : node.texts()) {
    if (item.find(';') != std::string::npos) {
      node.report("bad_item", "the item '" + item + "' contains ';', which separates items");
    }
    if (!joined.empty()) joined += ';';
    joined += item;
  }
  return joined;
}

Value member_value(const JsonNode& node, const Field& field) {
  if (node.is_array() && field.type == FieldType::multi_picklist) return joined_items(node);
  const FieldType type = field.type;
  // A number in JSON text reads as a double; an exact field takes its exact decimal.
  if (node.is_number() && (type == FieldType::decimal || type == FieldType::money)) {
    return node.decimal();
  }
  return node.scalar();
}

}  // namespace

Result<void> set_fields_from_json(Record& record, std::string_view json) {
  const auto read = read_json(json, [&](const JsonNode& root) {
    Record changed = record;
    for (const auto& [name, node] : root.members()) {
      const auto field = record.schema().find(name);
      if (!field) {
        node.report("unknown_field", "the schema '" + record.schema().name() + "' has no field '" +
                                         std::string(name) + "'",
                    "add the field to the schema or correct its name");
        continue;
      }
      const Value value = member_value(node, record.schema()[*field]);
      if (auto set = changed.set(*field, value); !set) {
        node.report(set.problems().front().detail, set.problems().front().message,
                    set.problems().front().hint);
      }
    }
    return changed;
  });
  if (!read) return read.problems();
  record = *read;
  return {};
}

}  // namespace galena::detail
