// Schema: the fields of an entity, each with type, label, help, purpose and limits. Immutable.
//
//   auto schema = galena::Schema::make("lead", {{.name = "last_name", .label = "Last name",
//   .required = true},
//                                               {.name = "employees", .type =
//                                               FieldType::integer}});
//   schema->find("employees") == 1
//
// Schemas as JSON (parse_schema) and the standard CRM schemas are in record/schema_json.hpp.
#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "galena/base/decimal.hpp"
#include "galena/base/json_writer.hpp"
#include "galena/base/local_text.hpp"
#include "galena/base/order.hpp"
#include "galena/base/result.hpp"
#include "galena/base/sha256.hpp"
#include "galena/record/kind.hpp"

namespace galena {

enum class FieldType : std::uint8_t {
  text,
  picklist,        ///< text, one of the field's values
  multi_picklist,  ///< text, items separated by ';', each one of the field's values
  integer,
  number,  ///< a double: measurements such as latitude; never money
  decimal,
  money,
  boolean,
  date,
  instant,
  email,
  phone,
  url,
  reference,  ///< id of a record of another entity
};

inline constexpr std::string_view kFieldTypeNames[] = {
    "text",    "picklist", "multi_picklist", "integer", "number", "decimal", "money",
    "boolean", "date",     "instant",        "email",   "phone",  "url",     "reference"};

constexpr std::string_view field_type_name(FieldType type) {
  return kFieldTypeNames[static_cast<std::size_t>(type)];
}

constexpr std::optional<FieldType> field_type_from(std::string_view name) {
  for (std::size_t i = 0; i < std::size(kFieldTypeNames); ++i) {
    if (kFieldTypeNames[i] == name) return static_cast<FieldType>(i);
  }
  return std::nullopt;
}

/// The kind of value that a field of this type holds.
constexpr ValueKind value_kind_of(FieldType type) {
  switch (type) {
    case FieldType::integer:
      return ValueKind::integer;
    case FieldType::number:
      return ValueKind::number;
    case FieldType::decimal:
      return ValueKind::decimal;
    case FieldType::money:
      return ValueKind::money;
    case FieldType::boolean:
      return ValueKind::boolean;
    case FieldType::date:
      return ValueKind::date;
    case FieldType::instant:
      return ValueKind::instant;
    default:
      return ValueKind::text;
  }
}

/// One value of a picklist.
struct PicklistValue {
  std::string value = {};  ///< as stored
  LocalText label = {};    ///< as shown; empty: the value itself
  friend bool operator==(const PicklistValue&, const PicklistValue&) = default;
};

struct Field {
  std::string name = {};
  FieldType type = FieldType::text;
  std::optional<Kind> kind = {};  ///< what it means, for import and matching
  LocalText label = {};
  LocalText help = {};
  LocalText purpose = {};  ///< who asked for the field and why
  bool required = false;
  std::size_t max_length = 0;  ///< characters; 0: no limit
  std::vector<PicklistValue> values = {};
  bool open_values = false;  ///< values outside the list are allowed
  Currency currency = {};    ///< of money fields with one currency; empty: each value names its own
  std::string references = {};  ///< entity a reference points to

  [[nodiscard]] bool has_value(std::string_view value) const {
    return std::any_of(values.begin(), values.end(),
                       [&](const PicklistValue& known) { return known.value == value; });
  }
  friend bool operator==(const Field&, const Field&) = default;
};

/// The fields of an entity. A cheap handle on immutable data: copy it freely, share it between
/// threads.
class Schema {
 public:
  /// A schema without fields, named "".
  Schema() : Schema(std::string(), {}) {}

  /// Checks all fields and builds the schema. Errors (INVALID_ARGUMENT, subject "/fields/<n>/..."):
  /// a field without a name, a name given twice, values on a field that is no picklist, a currency
  /// on a field that is no money.
  static Result<Schema> make(std::string name, std::vector<Field> fields) {
    Problems problems = check(fields);
    if (!problems.empty()) return problems;
    return Schema(std::move(name), std::move(fields));
  }

  /// The entity: "lead", "contact", ...
  [[nodiscard]] const std::string& name() const { return data_->name; }
  [[nodiscard]] const std::vector<Field>& fields() const { return data_->fields; }
  [[nodiscard]] std::size_t size() const { return data_->fields.size(); }
  [[nodiscard]] const Field& operator[](std::uint32_t field) const { return data_->fields[field]; }

  /// The index of the field of this name. O(log fields).
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name) const {
    const auto& order = data_->by_name;
    const auto found = std::lower_bound(order.begin(), order.end(), name,
                                        [this](std::uint32_t index, std::string_view wanted) {
                                          return data_->fields[index].name < wanted;
                                        });
    if (found == order.end() || data_->fields[*found].name != name) return std::nullopt;
    return *found;
  }

  /// The canonical JSON form, and its SHA-256.
  [[nodiscard]] const std::string& to_json() const { return data_->json; }
  [[nodiscard]] const std::string& hash() const { return data_->hash; }

  friend bool operator==(const Schema& a, const Schema& b) {
    return a.data_ == b.data_ || a.hash() == b.hash();
  }

 private:
  struct Data {
    std::string name;
    std::vector<Field> fields;
    std::vector<std::uint32_t> by_name;
    std::string json;
    std::string hash;
  };

  Schema(std::string name, std::vector<Field> fields) {
    std::shared_ptr<Data> data(new Data);
    data->name = std::move(name);
    data->fields = std::move(fields);
    std::vector<std::string_view> names;
    for (const Field& field : data->fields) names.emplace_back(field.name);
    data->by_name = detail::order_of(names);
    data->json = write(*data);
    data->hash = sha256_hex(data->json);
    data_ = std::move(data);
  }

  static Problems check(const std::vector<Field>& fields) {
    Problems problems;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const Field& field = fields[i];
      const std::string at = "/fields/" + std::to_string(i);
      if (field.name.empty()) {
        problems.add(Code::invalid_argument, "missing_name", at + "/name", "a field has no name");
      }
      const auto same = [&](const Field& other) { return other.name == field.name; };
      if (std::any_of(fields.begin(), fields.begin() + static_cast<std::ptrdiff_t>(i), same)) {
        problems.add(Code::invalid_argument, "duplicate_field", at + "/name",
                     "the field '" + field.name + "' is defined twice");
      }
      const bool picklist =
          field.type == FieldType::picklist || field.type == FieldType::multi_picklist;
      if (!picklist && !field.values.empty()) {
        problems.add(Code::invalid_argument, "values_without_picklist", at + "/values",
                     "the field '" + field.name + "' lists values but is no picklist",
                     "set its type to picklist or multi_picklist");
      }
      if (field.type != FieldType::money && !field.currency.empty()) {
        problems.add(Code::invalid_argument, "currency_without_money", at + "/currency",
                     "the field '" + field.name + "' names a currency but is no money field",
                     "set its type to money");
      }
    }
    return problems;
  }

  static void write(JsonWriter& json, std::string_view key, const LocalText& text) {
    if (text.empty()) return;
    json.key(key);
    if (text.translations.empty()) {
      json.value(text.text);
      return;
    }
    json.begin_object().key("").value(text.text);
    for (const auto& [language, translated] : text.translations) {
      json.key(language).value(translated);
    }
    json.end_object();
  }

  static std::string write(const Data& data) {
    JsonWriter json;
    json.begin_object().key("entity").value(data.name).key("fields").begin_array();
    for (const Field& field : data.fields) {
      json.begin_object().key("name").value(field.name);
      json.key("type").value(field_type_name(field.type));
      if (field.kind) json.key("kind").value(kind_name(*field.kind));
      write(json, "label", field.label);
      write(json, "help", field.help);
      write(json, "purpose", field.purpose);
      if (field.required) json.key("required").value(true);
      if (field.max_length > 0) json.key("max_length").value(field.max_length);
      if (!field.values.empty()) {
        json.key("values").begin_array();
        for (const PicklistValue& known : field.values) {
          if (known.label.empty()) {
            json.value(known.value);
          } else {
            json.begin_object().key("value").value(known.value);
            write(json, "label", known.label);
            json.end_object();
          }
        }
        json.end_array();
      }
      if (field.open_values) json.key("open_values").value(true);
      if (!field.currency.empty()) json.key("currency").value(field.currency.code());
      if (!field.references.empty()) json.key("references").value(field.references);
      json.end_object();
    }
    json.end_array().end_object();
    return std::move(json).text();
  }

  std::shared_ptr<const Data> data_;
};

}  // namespace galena
