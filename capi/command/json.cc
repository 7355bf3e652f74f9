#include "json.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <stdexcept>

namespace galena_command {

namespace {

void append_utf8(std::string& out, std::uint32_t code) {
  const auto tail = [&](int shift) {
    out += static_cast<char>(0x80U | ((code >> static_cast<unsigned>(shift)) & 0x3FU));
  };
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0U | (code >> 6U));
    tail(0);
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0U | (code >> 12U));
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xF0U | (code >> 18U));
    tail(12);
    tail(6);
    tail(0);
  }
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  Json document() {
    Json json = value();
    skip_space();
    if (place_ != text_.size()) wrong();
    return json;
  }

 private:
  [[noreturn]] static void wrong() { throw std::invalid_argument("not JSON"); }

  void skip_space() { place_ = std::min(text_.find_first_not_of(" \t\r\n", place_), text_.size()); }
  char next() {
    if (place_ == text_.size()) wrong();
    return text_[place_++];
  }
  bool take(char wanted) {
    skip_space();
    if (place_ == text_.size() || text_[place_] != wanted) return false;
    ++place_;
    return true;
  }
  void expect(char wanted) {
    if (!take(wanted)) wrong();
  }

  Json value() {
    Json json;
    if (take('"')) {
      json.text = text();
    } else if (take('[')) {
      if (take(']')) return json;
      do json.items.push_back(value());
      while (take(','));
      expect(']');
    } else if (take('{')) {
      if (take('}')) return json;
      do member(json);
      while (take(','));
      expect('}');
    } else {
      json.text = word();
      if (json.text == "null") json.text.clear();
    }
    return json;
  }

  void member(Json& object) {
    expect('"');
    object.names.push_back(text());
    expect(':');
    object.items.push_back(value());
  }

  std::string word() {
    const std::size_t end = std::min(text_.find_first_of(",]} \t\r\n", place_), text_.size());
    if (end == place_) wrong();
    std::string found(text_.substr(place_, end - place_));
    place_ = end;
    return found;
  }

  /// The rest of a text whose first quote has been taken.
  std::string text() {
    std::string out;
    for (char c = next(); c != '"'; c = next()) {
      if (c == '\\') {
        escape(out);
      } else {
        out += c;
      }
    }
    return out;
  }

  void escape(std::string& out) {
    constexpr std::string_view kLetters = "bfnrt";
    constexpr std::string_view kMeaning = "\b\f\n\r\t";
    const char c = next();
    if (c == 'u') {
      std::uint32_t code = unit();
      if (code >= 0xD800 && code < 0xDC00) {  // the first half of a pair
        if (next() != '\\' || next() != 'u') wrong();
        code = 0x10000 + ((code - 0xD800) << 10U) + ((unit() - 0xDC00) & 0x3FFU);
      }
      append_utf8(out, code);
    } else if (const std::size_t at = kLetters.find(c); at != std::string_view::npos) {
      out += kMeaning[at];
    } else {
      out += c;
    }
  }

  std::uint32_t unit() {
    const std::string_view digits = text_.substr(place_, 4);
    std::uint32_t code = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
    if (digits.size() != 4 || read.ptr != digits.data() + 4) wrong();
    place_ += 4;
    return code;
  }

  std::string_view text_;
  std::size_t place_ = 0;
};

}  // namespace

const Json* Json::find(std::string_view name) const {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return &items[i];
  }
  return nullptr;
}

std::string_view Json::member(std::string_view name) const {
  const Json* const found = find(name);
  return found == nullptr ? std::string_view() : std::string_view(found->text);
}

std::vector<Json> Json::list(std::string_view name) const {
  const Json* const found = find(name);
  return found == nullptr ? std::vector<Json>() : found->items;
}

Json read_json(std::string_view text) { return Reader(text).document(); }

std::string json_text(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string json = "\"";
  for (const char c : text) {
    const auto code = static_cast<unsigned char>(c);
    if (code < 0x20) {
      json.append("\\u00").append({kDigits[code >> 4U], kDigits[code & 0xFU]});
      continue;
    }
    if (c == '"' || c == '\\') json += '\\';
    json += c;
  }
  return json + '"';
}

}  // namespace galena_command
