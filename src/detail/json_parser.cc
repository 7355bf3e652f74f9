// The strict parser: Boost.JSON's event parser with a handler that keeps the exact text of numbers
// and sees keys that come twice (the library's own document parser drops both).
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/value_stack.hpp>
#include <charconv>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "detail/json_reader.hpp"
#include "galena/base/utf8.hpp"

namespace galena::detail {
namespace {

namespace json = boost::json;

/// What may come next, as far as whole tokens tell.
enum class Expect { value, key_or_end, value_or_end, after_key, after_value, end };

/// Builds the document value and watches keys. Called by the event parser; see its documentation
/// for the names.
class DocumentBuilder {
 public:
  static constexpr std::size_t max_object_size = std::size_t(-1);
  static constexpr std::size_t max_array_size = std::size_t(-1);
  static constexpr std::size_t max_key_size = std::size_t(-1);
  static constexpr std::size_t max_string_size = std::size_t(-1);

  bool on_document_begin(json::error_code&) { return true; }
  bool on_document_end(json::error_code&) { return true; }

  bool on_object_begin(json::error_code&) { return open(true, Expect::key_or_end); }
  bool on_object_end(std::size_t size, json::error_code&) {
    stack_.push_object(size);
    return close();
  }
  bool on_array_begin(json::error_code&) { return open(false, Expect::value_or_end); }
  bool on_array_end(std::size_t size, json::error_code&) {
    stack_.push_array(size);
    return close();
  }

  bool on_key_part(json::string_view part, std::size_t, json::error_code&) {
    stack_.push_chars(part);
    text_.append(part.data(), part.size());
    return true;
  }
  bool on_key(json::string_view part, std::size_t, json::error_code&) {
    stack_.push_key(part);
    text_.append(part.data(), part.size());
    Level& level = levels_.back();
    level.key.swap(text_);
    text_.clear();
    if (!level.keys.insert(level.key).second) report_duplicate();
    expect_ = Expect::after_key;
    return true;
  }

  bool on_string_part(json::string_view part, std::size_t, json::error_code&) {
    stack_.push_chars(part);
    return true;
  }
  bool on_string(json::string_view part, std::size_t, json::error_code&) {
    stack_.push_string(part);
    return scalar();
  }

  bool on_number_part(json::string_view part, json::error_code&) {
    text_.append(part.data(), part.size());
    return true;
  }
  bool on_int64(std::int64_t number, json::string_view, json::error_code&) {
    stack_.push_int64(number);
    return scalar();
  }
  bool on_uint64(std::uint64_t number, json::string_view, json::error_code&) {
    stack_.push_uint64(number);
    return scalar();
  }
  bool on_double(double, json::string_view part, json::error_code& error) {
    // The parser's own conversion may be off in the last bits; this one is the nearest double.
    text_.append(part.data(), part.size());
    double number = 0;
    const auto [end, failure] = std::from_chars(text_.data(), text_.data() + text_.size(), number);
    if (failure != std::errc() || end != text_.data() + text_.size()) {
      error = json::make_error_code(json::error::exponent_overflow);
      return false;
    }
    stack_.push_double(number);
    return scalar();
  }
  bool on_bool(bool flag, json::error_code&) {
    stack_.push_bool(flag);
    return scalar();
  }
  bool on_null(json::error_code&) {
    stack_.push_null();
    return scalar();
  }
  bool on_comment_part(json::string_view, json::error_code&) { return true; }
  bool on_comment(json::string_view, json::error_code&) { return true; }

  [[nodiscard]] json::value release() { return stack_.release(); }
  void reset() { stack_.reset(); }
  [[nodiscard]] const Problems& duplicates() const { return duplicates_; }
  [[nodiscard]] Expect expect() const { return expect_; }
  [[nodiscard]] bool in_object() const { return !levels_.empty() && levels_.back().object; }

 private:
  struct Level {
    bool object;
    std::size_t index = 0;  ///< of the element being read, in an array
    std::string key = {};   ///< of the member being read, in an object
    std::set<std::string> keys = {};
  };

  bool open(bool object, Expect next) {
    levels_.push_back({.object = object});
    expect_ = next;
    return true;
  }
  bool close() {
    levels_.pop_back();
    return scalar();
  }
  /// A value is complete.
  bool scalar() {
    text_.clear();
    if (!levels_.empty()) ++levels_.back().index;
    expect_ = levels_.empty() ? Expect::end : Expect::after_value;
    return true;
  }

  void report_duplicate() {
    std::string pointer;
    for (const Level& level : levels_) {
      pointer =
          level.object ? child_pointer(pointer, level.key) : child_pointer(pointer, level.index);
    }
    duplicates_.add(Code::invalid_argument, "duplicate_key", std::move(pointer),
                    "the key '" + levels_.back().key + "' comes twice in one object",
                    "remove one of the two");
  }

  json::value_stack stack_;
  std::vector<Level> levels_;
  std::string text_;  ///< of the number or key being read
  Problems duplicates_;
  Expect expect_ = Expect::value;
};

/// "line 4, column 7" of a byte position; columns count characters, from 1.
std::string place_of(std::string_view text, std::size_t position) {
  const std::string_view before = text.substr(0, position);
  std::size_t line = 1;
  for (const char c : before) line += c == '\n' ? 1U : 0U;
  const auto start = before.rfind('\n');
  const auto in_line = start == std::string_view::npos ? before : before.substr(start + 1);
  return "line " + std::to_string(line) + ", column " +
         std::to_string(count_characters(in_line) + 1);
}

std::string found_at(std::string_view text, std::size_t position) {
  if (position >= text.size()) return "the end of the text";
  std::size_t end = position;
  const auto byte = static_cast<unsigned char>(text[position]);
  if (byte < 0x20) return "control character " + std::to_string(byte);
  next_character(text, end);
  return "'" + std::string(text.substr(position, end - position)) + "'";
}

/// Whether `position` is inside a string; what stands before it is well-formed.
bool inside_string(std::string_view text, std::size_t position) {
  bool inside = false;
  for (std::size_t i = 0; i < position; ++i) {
    if (text[i] == '"') inside = !inside;
    if (inside && text[i] == '\\') ++i;
  }
  return inside;
}

std::string_view expectation_in_string(std::string_view text, std::size_t position) {
  if (position >= text.size()) return "the closing quote of a string";
  if (static_cast<unsigned char>(text[position]) < 0x20) return "a character of a string";
  if (text[position - 1] == '\\') return "one of \"\\/bfnrtu after the backslash";
  return "the second half of a \\u surrogate pair";
}

/// What the grammar wants where the parser stopped: by the last whole token, and by the last
/// character for what stands inside one.
std::string_view expectation(std::string_view text, std::size_t position,
                             const DocumentBuilder& built) {
  if (inside_string(text, position)) return expectation_in_string(text, position);
  const char last = position > 0 ? text[position - 1] : '\0';
  const bool after_digit = position > 1 && text[position - 2] >= '0' && text[position - 2] <= '9';
  if (last == '-' || last == '+' || last == '.') return "a digit";
  if ((last == 'e' || last == 'E') && after_digit) return "a digit";
  const auto token = text.substr(0, position).find_last_not_of(" \t\r\n");
  const char before = token == std::string_view::npos ? '\0' : text[token];
  switch (built.expect()) {
    case Expect::value:
      return "a value";
    case Expect::key_or_end:
      return "a key in double quotes, or '}'";
    case Expect::value_or_end:
      return "a value, or ']'";
    case Expect::after_key:
      return before == ':' ? "a value" : "':' after the key";
    case Expect::end:
      return "the end of the text";
    case Expect::after_value:
      break;
  }
  if (built.in_object()) return before == ',' ? "a key in double quotes" : "',' or '}'";
  return before == ',' ? "a value" : "',' or ']'";
}

Problem describe(std::string_view text, std::size_t position, const json::error_code& error,
                 const DocumentBuilder& built) {
  const auto is = [&](json::error code) { return error == json::make_error_code(code); };
  const auto problem = [&](std::string detail, std::string message, std::string hint = {}) {
    return Problem{Code::parse, std::move(detail), place_of(text, position), std::move(message),
                   std::move(hint)};
  };
  if (is(json::error::too_deep)) {
    return problem("too_deep",
                   "arrays and objects are nested deeper than " + std::to_string(kMaxJsonDepth));
  }
  if (is(json::error::exponent_overflow)) {
    return problem("bad_json", "the number does not fit a double",
                   "write it with fewer digits or as a string");
  }
  if (is(json::error::expected_hex_digit)) {
    return problem("bad_json",
                   "expected four hexadecimal digits after \\u, found " + found_at(text, position));
  }
  if (is(json::error::illegal_leading_surrogate) || is(json::error::illegal_trailing_surrogate) ||
      is(json::error::expected_utf16_escape)) {
    return problem("bad_json", "a \\u escape is half of a surrogate pair",
                   "write the character itself, or both halves");
  }
  const bool control = position < text.size() && static_cast<unsigned char>(text[position]) < 0x20;
  return problem("bad_json",
                 "expected " + std::string(expectation(text, position, built)) + ", found " +
                     found_at(text, position),
                 control ? "write control characters as \\u escapes" : "");
}

}  // namespace

Result<boost::json::value> parse_json(std::string_view text, DuplicateKeys duplicates) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (const auto bad = find_invalid_utf8(text)) {
    return Problem{Code::bad_encoding, "bad_encoding", place_of(text, *bad),
                   "the text is not UTF-8 at byte " + std::to_string(*bad),
                   "save the file as UTF-8"};
  }
  json::parse_options options;
  options.max_depth = kMaxJsonDepth;
  json::basic_parser<DocumentBuilder> parser(options);
  parser.handler().reset();
  json::error_code error;
  std::size_t position = parser.write_some(false, text.data(), text.size(), error);
  if (!error && position < text.size()) error = json::make_error_code(json::error::extra_data);
  if (error) return describe(text, position, error, parser.handler());
  if (duplicates == DuplicateKeys::refuse && !parser.handler().duplicates().empty()) {
    return parser.handler().duplicates();
  }
  return parser.handler().release();
}

}  // namespace galena::detail
