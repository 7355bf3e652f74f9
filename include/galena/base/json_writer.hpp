// JsonWriter: writes canonical JSON text: no white space, keys in the order they are given, numbers
// in their shortest form. Definitions and decisions are hashed and compared in this form.
//
//   JsonWriter json;
//   json.begin_object().key("id").value("u1").key("weight").value(2).end_object();
//   json.text() == R"({"id":"u1","weight":2})"
//
// The caller keeps begin and end balanced; there is no reader here (that is compiled code).
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include "galena/base/value.hpp"

namespace galena {

/// Appends `text` as a JSON string literal. Text is taken as UTF-8; only the quote, the backslash and
/// control characters are escaped.
inline void append_json_string(std::string& out, std::string_view text) {
  constexpr char kHex[] = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte >= 0x20) {
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c == '\r') {
      out += "\\r";
    } else {
      out += "\\u00";
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    }
  }
  out += '"';
}

class JsonWriter {
 public:
  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }

  JsonWriter& key(std::string_view name) {
    separate();
    append_json_string(text_, name);
    text_ += ':';
    first_ = true;
    return *this;
  }

  JsonWriter& value(std::string_view text) {
    separate();
    append_json_string(text_, text);
    return *this;
  }
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
  JsonWriter& value(std::same_as<bool> auto flag) { return raw(flag ? "true" : "false"); }
  template <std::integral T>
    requires(!std::same_as<T, bool>)
  JsonWriter& value(T number) {
    return raw(std::to_string(number));
  }
  JsonWriter& value(double number) { return raw(number_to_text(number)); }
  JsonWriter& null() { return raw("null"); }

  /// A field's value: numbers and booleans as such, blank as null, everything else as its text.
  JsonWriter& value(const ValueView& field) {
    switch (field.kind()) {
      case ValueKind::blank: return null();
      case ValueKind::boolean: return value(field.boolean());
      case ValueKind::integer: return value(field.integer());
      case ValueKind::number:
        return field.is_blank() || std::isinf(field.number()) ? null() : value(field.number());
      case ValueKind::text: return value(field.text());
      default: return value(to_text(field));
    }
  }
  JsonWriter& value(const Value& field) { return value(field.view()); }

  /// Appends text that already is JSON.
  JsonWriter& raw(std::string_view json) {
    separate();
    text_ += json;
    return *this;
  }

  [[nodiscard]] const std::string& text() const& { return text_; }
  [[nodiscard]] std::string&& text() && { return std::move(text_); }

 private:
  void separate() {
    if (!first_) text_ += ',';
    first_ = false;
  }
  JsonWriter& open(char bracket) {
    separate();
    text_ += bracket;
    first_ = true;
    return *this;
  }
  JsonWriter& close(char bracket) {
    text_ += bracket;
    first_ = false;
    return *this;
  }

  std::string text_;
  bool first_ = true;
};

}  // namespace galena
