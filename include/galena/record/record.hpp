// Record: a record whose fields are known at run time: a schema and a value for each field.
//
//   galena::Record lead(schema);
//   lead.set("country", "DE");          // Result<void>: unknown field and wrong type are problems
//   lead["country"].text() == "DE";
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "galena/base/result.hpp"
#include "galena/record/convert.hpp"
#include "galena/record/row_view.hpp"
#include "galena/record/schema.hpp"

namespace galena {

/// All fields start blank. A plain value: safe from any thread as long as nobody writes.
class Record {
 public:
  explicit Record(Schema schema) : schema_(std::move(schema)), values_(schema_.size()) {}

  [[nodiscard]] const Schema& schema() const { return schema_; }

  /// The value of a field; blank for a name that the schema does not have.
  [[nodiscard]] ValueView operator[](std::string_view name) const {
    const auto index = schema_.find(name);
    return index ? values_[*index].view() : ValueView();
  }
  [[nodiscard]] ValueView operator[](std::uint32_t field) const { return values_[field].view(); }

  /// Sets a field by number (below schema().size()), converting as convert_value does.
  Result<void> set(std::uint32_t field, const ValueView& value) {
    Result<Value> converted = convert_value(schema_[field].type, value, schema_[field].name);
    if (!converted) return converted.problems();
    values_[field] = std::move(*converted);
    return {};
  }

  /// Sets a field by name. Errors: NOT_FOUND "unknown_field", INVALID_ARGUMENT "bad_value".
  Result<void> set(std::string_view name, const ValueView& value) {
    const auto index = schema_.find(name);
    if (!index) {
      return Problem{Code::not_found, "unknown_field", std::string(name),
                     "the schema '" + schema_.name() + "' has no field '" + std::string(name) + "'",
                     "add the field to the schema or correct its name"};
    }
    return set(*index, value);
  }

  /// Makes every field blank again, keeping memory.
  void reset() {
    for (Value& value : values_) value = Value();
  }

  friend bool operator==(const Record&, const Record&) = default;

 private:
  Schema schema_;
  std::vector<Value> values_;
};

inline RowView row_of(const Record& record) {
  return RowView(&record, 0, [](const void* source, std::size_t, std::uint32_t field) {
    return (*static_cast<const Record*>(source))[field];
  });
}

inline Result<void> set_field(Record& record, std::string_view name, const ValueView& value) {
  return record.set(name, value);
}

}  // namespace galena
