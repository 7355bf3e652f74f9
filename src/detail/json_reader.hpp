// Reading definitions from JSON: a strict parser, and a cursor that knows where it is and collects
// every problem.
//
//   Result<Pool> parse_pool(std::string_view text) {
//     return read_json(text, [](const JsonNode& root) {
//       root.expect_keys({"id", "members", "kind"});
//       Pool pool;
//       pool.id = root.get("id").text();                    // missing_key, wrong_type: reported
//       pool.kind = root.get("kind").choice<PoolKind>(kPoolKindNames);
//       for (const JsonNode& member : root.get("members").items()) {
//         pool.members.push_back({member.get("user").text(), member.integer_or("weight", 1)});
//       }
//       return pool;                       // dropped when a problem was found
//     });
//   }
//
// A typed read that fails reports once and returns a default, so reading goes on; whatever is read
// below a missing or wrong node is silent. Strings of nodes are borrowed from the parsed value.
#pragma once

#include <boost/json.hpp>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "galena/base/decimal.hpp"
#include "galena/base/instant.hpp"
#include "galena/base/local_text.hpp"
#include "galena/base/result.hpp"
#include "galena/base/value.hpp"

namespace galena::detail {

/// Deepest nesting of arrays and objects that parse_json accepts.
inline constexpr std::size_t kMaxJsonDepth = 64;

/// What parse_json does with a key that comes twice in one object. RFC 8259 leaves it open: in a
/// definition it is a mistake; messages of others may do it.
enum class DuplicateKeys : std::uint8_t { refuse, last_wins };

/// Parses JSON text (RFC 8259), strictly; a leading byte order mark is passed over. Numbers become
/// int64 when written as integers that fit, uint64 above that, else the nearest double. Errors:
/// BAD_ENCODING "bad_encoding"; PARSE "bad_json" and "too_deep", subject "line 4, column 7"
/// (columns in characters); INVALID_ARGUMENT "duplicate_key" (it is JSON, but no
/// definition), subject = JSON pointer, one for each repetition.
/// O(bytes).
Result<boost::json::value> parse_json(std::string_view text,
                                      DuplicateKeys duplicates = DuplicateKeys::refuse);

/// `pointer` extended by one reference token, '~' and '/' escaped (RFC 6901).
std::string child_pointer(std::string_view pointer, std::string_view key);
std::string child_pointer(std::string_view pointer, std::size_t index);

/// A scalar as a field's value: null is blank, integers stay integers, other numbers are numbers.
/// Nothing for arrays, objects and integers beyond int64.
std::optional<Value> to_value(const boost::json::value& json);

/// One place of a JSON value. Cheap to copy apart from its pointer text; valid as long as the
/// parsed value and the list of problems. Not for sharing between threads.
class JsonNode {
 public:
  /// The root, or the value at `pointer` when reading starts inside a document.
  JsonNode(const boost::json::value& json, Problems& problems, std::string pointer = {})
      : json_(&json), problems_(&problems), pointer_(std::move(pointer)) {}

  [[nodiscard]] const std::string& pointer() const { return pointer_; }
  /// False below a key that is missing: there is no value, reads are silent and give defaults.
  [[nodiscard]] bool exists() const { return json_ != nullptr; }
  /// The value; only when exists().
  [[nodiscard]] const boost::json::value& json() const { return *json_; }
  [[nodiscard]] Problems& problems() const { return *problems_; }

  [[nodiscard]] bool is_object() const { return exists() && json_->is_object(); }
  [[nodiscard]] bool is_array() const { return exists() && json_->is_array(); }
  [[nodiscard]] bool is_text() const { return exists() && json_->is_string(); }
  [[nodiscard]] bool is_number() const { return exists() && json_->is_number(); }
  [[nodiscard]] bool is_integer() const { return exists() && json_->is_int64(); }
  [[nodiscard]] bool is_boolean() const { return exists() && json_->is_bool(); }
  [[nodiscard]] bool is_null() const { return exists() && json_->is_null(); }

  // --- objects ---

  /// The value of a key that must be there: "missing_key" (subject: the object), "wrong_type".
  [[nodiscard]] JsonNode get(std::string_view key) const;
  /// The value of a key that may be absent. "wrong_type" when this is no object.
  [[nodiscard]] std::optional<JsonNode> find(std::string_view key) const;
  [[nodiscard]] bool has(std::string_view key) const;
  /// Key and value in document order. "wrong_type" when this is no object.
  [[nodiscard]] std::vector<std::pair<std::string_view, JsonNode>> members() const;
  /// Reports "unknown_key" for each key that is not in `known`, with the nearest known name.
  void expect_keys(std::initializer_list<std::string_view> known) const;
  void expect_keys(std::span<const std::string_view> known) const;

  // --- arrays ---

  /// The elements in order. "wrong_type" when this is no array.
  [[nodiscard]] std::vector<JsonNode> items() const;
  /// The elements as texts.
  [[nodiscard]] std::vector<std::string> texts() const;

  // --- scalars; each reports "wrong_type" and returns an empty or zero default ---

  [[nodiscard]] std::string text() const;
  /// Text that must not be empty: "empty_text".
  [[nodiscard]] std::string nonempty_text() const;
  [[nodiscard]] bool boolean() const;
  /// A whole number in [least, most], else "out_of_range". 3.0 counts as 3.
  [[nodiscard]] std::int64_t integer(
      std::int64_t least = std::numeric_limits<std::int64_t>::min(),
      std::int64_t most = std::numeric_limits<std::int64_t>::max()) const;
  [[nodiscard]] double number() const;
  /// An exact decimal: a string such as "12.50", an integer, or a number of at most 15 significant
  /// digits, which a double carries exactly. "bad_decimal" else.
  [[nodiscard]] Decimal decimal() const;
  /// "2026-11-22" / "2026-11-22T03:01:55Z": "bad_date", "bad_instant".
  [[nodiscard]] Date date() const;
  [[nodiscard]] Instant instant() const;
  /// Any scalar as a field's value.
  [[nodiscard]] Value scalar() const;
  /// A string, or an object by language whose "" entry is the definition's own language.
  [[nodiscard]] LocalText local_text() const;

  /// The position in `allowed` of this text; "unknown_word" with the list of allowed words else.
  [[nodiscard]] std::optional<std::size_t> word(std::span<const std::string_view> allowed) const;
  /// The enumerator whose number is the word's position in `names`; `otherwise` after a problem.
  template <class Enum>
  [[nodiscard]] Enum choice(std::span<const std::string_view> names,
                            Enum otherwise = Enum()) const {
    const auto index = word(names);
    return index ? static_cast<Enum>(*index) : otherwise;
  }

  // --- optional keys of this object: the value, or `otherwise` when the key is absent ---

  [[nodiscard]] std::string text_or(std::string_view key, std::string_view otherwise = {}) const;
  [[nodiscard]] bool boolean_or(std::string_view key, bool otherwise) const;
  [[nodiscard]] std::int64_t integer_or(
      std::string_view key, std::int64_t otherwise,
      std::int64_t least = std::numeric_limits<std::int64_t>::min(),
      std::int64_t most = std::numeric_limits<std::int64_t>::max()) const;
  [[nodiscard]] double number_or(std::string_view key, double otherwise) const;
  [[nodiscard]] LocalText local_text_or_empty(std::string_view key) const;
  /// The elements of an array; none when the key is absent.
  [[nodiscard]] std::vector<JsonNode> items_or_none(std::string_view key) const;
  template <class Enum>
  [[nodiscard]] Enum choice_or(std::string_view key, std::span<const std::string_view> names,
                               Enum otherwise) const {
    const auto child = find(key);
    return child ? child->choice<Enum>(names, otherwise) : otherwise;
  }

  /// Reports a problem at this node (INVALID_ARGUMENT); silent when the node does not exist.
  void report(std::string detail, std::string message, std::string hint = {}) const;

 private:
  JsonNode(const boost::json::value* json, Problems* problems, std::string pointer)
      : json_(json), problems_(problems), pointer_(std::move(pointer)) {}
  [[nodiscard]] JsonNode missing(std::string_view key) const;
  void report_type(std::string_view wanted) const;
  /// How messages name this node: "'/a/b'", or "the document" for the root.
  [[nodiscard]] std::string name() const;

  const boost::json::value* json_;
  Problems* problems_;
  std::string pointer_;
};

/// Parses `text` and gives its root to `read`, a function from const JsonNode& to the result. The
/// problems of both steps; the result only when there is none.
template <class Read>
auto read_json(std::string_view text, Read read)
    -> Result<std::remove_cvref_t<std::invoke_result_t<Read, const JsonNode&>>> {
  const Result<boost::json::value> parsed = parse_json(text);
  if (!parsed) return parsed.problems();
  Problems problems;
  auto result = read(JsonNode(*parsed, problems));
  if (!problems.empty()) return problems;
  return result;
}

}  // namespace galena::detail
