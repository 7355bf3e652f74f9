// Validation of a whole record against its schema: every problem, not the first.
//
//   galena::Problems problems = galena::validate(galena::row_of(lead), schema);
#pragma once

#include <string>
#include <string_view>

#include "galena/base/result.hpp"
#include "galena/base/utf8.hpp"
#include "galena/record/row_view.hpp"
#include "galena/record/schema.hpp"

namespace galena {

namespace detail {

/// Calls `visit` with each item of a multi-picklist text: "a;b" -> "a", "b"; empty items are passed over.
template <class Visit>
void for_each_item(std::string_view text, Visit visit) {
  while (!text.empty()) {
    const auto end = text.find(';');
    if (const auto item = text.substr(0, end); !item.empty()) visit(item);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
}

inline void check_text(const Field& field, std::string_view text, Problems& problems) {
  if (const auto bad = find_invalid_utf8(text)) {
    problems.add(Code::bad_encoding, "bad_encoding", field.name,
                 "'" + field.name + "' is not UTF-8 at byte " + std::to_string(*bad),
                 "convert the text to UTF-8");
    return;
  }
  const std::size_t length = count_characters(text);
  if (field.max_length > 0 && length > field.max_length) {
    problems.add(Code::limit_exceeded, "too_long", field.name,
                 "'" + field.name + "' has " + std::to_string(length) + " characters, at most " +
                     std::to_string(field.max_length) + " are allowed",
                 "shorten it");
  }
  const auto check_item = [&](std::string_view item) {
    if (!field.open_values && !field.values.empty() && !field.has_value(item)) {
      problems.add(Code::invalid_argument, "unknown_value", field.name,
                   "'" + std::string(item) + "' is not a value of '" + field.name + "'",
                   "choose one of the picklist or add it there");
    }
  };
  if (field.type == FieldType::picklist) check_item(text);
  if (field.type == FieldType::multi_picklist) for_each_item(text, check_item);
}

}  // namespace detail

/// Problems of all fields in schema order, subject = field name: "required" (blank), "too_long",
/// "unknown_value", "bad_encoding". Empty: the record may be saved. O(text).
inline Problems validate(const RowView& row, const Schema& schema) {
  Problems problems;
  for (std::uint32_t i = 0; i < schema.size(); ++i) {
    const Field& field = schema[i];
    const ValueView value = row[i];
    if (value.is_blank()) {
      if (field.required) {
        problems.add(Code::invalid_argument, "required", field.name,
                     "'" + field.name + "' is required and blank", "fill it in");
      }
    } else if (value.kind() == ValueKind::text) {
      detail::check_text(field, value.text(), problems);
    }
  }
  return problems;
}

}  // namespace galena
