#include "detail/json_reader.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "detail/nearest_name.hpp"
#include "galena/base/utf8.hpp"

namespace galena::detail {
namespace {

namespace json = boost::json;

std::string_view view(json::string_view text) { return {text.data(), text.size()}; }

/// What a value is, for "found ..." in messages.
std::string describe(const json::value& value) {
  switch (value.kind()) {
    case json::kind::null:
      return "null";
    case json::kind::bool_:
      return value.get_bool() ? "true" : "false";
    case json::kind::int64:
      return "the number " + std::to_string(value.get_int64());
    case json::kind::uint64:
      return "the number " + std::to_string(value.get_uint64());
    case json::kind::double_:
      return "the number " + number_to_text(value.get_double());
    case json::kind::string: {
      const auto text = view(value.get_string());
      constexpr std::size_t kShown = 40;
      std::size_t end = 0;
      while (end < text.size() && end < kShown) next_character(text, end);
      return "the text '" + std::string(text.substr(0, end)) + (end < text.size() ? "...'" : "'");
    }
    case json::kind::array:
      return "an array";
    case json::kind::object:
      return "an object";
  }
  return "nothing";
}

template <class Words>
std::string list_words(const Words& words) {
  std::string list;
  for (const std::string_view word : words) {
    if (!list.empty()) list += ", ";
    list += word;
  }
  return list;
}

/// The decimal that a double was written as, when at most 15 significant digits tell.
std::optional<Decimal> exact_decimal(double number) {
  constexpr int kExactDigits = 15;  // every decimal of so many digits survives a double
  char text[400];
  const auto [end, error] =
      std::to_chars(text, text + sizeof text, number, std::chars_format::fixed);
  if (error != std::errc()) return std::nullopt;
  const std::string_view fixed(text, static_cast<std::size_t>(end - text));
  const auto first = fixed.find_first_of("123456789");
  if (first == std::string_view::npos) return Decimal();
  const auto last = fixed.find_last_of("123456789");
  const auto point = fixed.substr(first, last - first).find('.') != std::string_view::npos ? 1 : 0;
  if (static_cast<int>(last - first) + 1 - point > kExactDigits) return std::nullopt;
  return Decimal::parse(fixed);
}

}  // namespace

std::string child_pointer(std::string_view pointer, std::string_view key) {
  std::string child(pointer);
  child += '/';
  for (const char c : key) {
    if (c == '~') {
      child += "~0";
    } else if (c == '/') {
      child += "~1";
    } else {
      child += c;
    }
  }
  return child;
}

std::string child_pointer(std::string_view pointer, std::size_t index) {
  return std::string(pointer) + '/' + std::to_string(index);
}

std::optional<Value> to_value(const json::value& value) {
  switch (value.kind()) {
    case json::kind::null:
      return Value();
    case json::kind::bool_:
      return Value(value.get_bool());
    case json::kind::int64:
      return Value(value.get_int64());
    case json::kind::double_:
      return Value(value.get_double());
    case json::kind::string:
      return Value(view(value.get_string()));
    default:
      return std::nullopt;
  }
}

std::string JsonNode::name() const {
  return pointer_.empty() ? "the document" : "'" + pointer_ + "'";
}

void JsonNode::report(std::string detail, std::string message, std::string hint) const {
  if (!exists()) return;
  Problem problem{Code::invalid_argument, std::move(detail), pointer_, std::move(message),
                  std::move(hint)};
  // Several keys asked of one value that is no object are one mistake.
  if (std::find(problems_->begin(), problems_->end(), problem) == problems_->end()) {
    problems_->add(std::move(problem));
  }
}

void JsonNode::report_type(std::string_view wanted) const {
  if (!exists()) return;
  report("wrong_type", name() + " must be " + std::string(wanted) + ", found " + describe(*json_));
}

JsonNode JsonNode::missing(std::string_view key) const {
  return {nullptr, problems_, child_pointer(pointer_, key)};
}

JsonNode JsonNode::get(std::string_view key) const {
  if (auto child = find(key)) return *std::move(child);
  if (is_object()) {
    report("missing_key", name() + " has no key '" + std::string(key) + "'",
           "add \"" + std::string(key) + "\"");
  }
  return missing(key);
}

std::optional<JsonNode> JsonNode::find(std::string_view key) const {
  if (!is_object()) {
    report_type("an object");
    return std::nullopt;
  }
  const json::value* child = json_->get_object().if_contains({key.data(), key.size()});
  if (child == nullptr) return std::nullopt;
  return JsonNode(child, problems_, child_pointer(pointer_, key));
}

bool JsonNode::has(std::string_view key) const {
  return is_object() && json_->get_object().contains({key.data(), key.size()});
}

std::vector<std::pair<std::string_view, JsonNode>> JsonNode::members() const {
  std::vector<std::pair<std::string_view, JsonNode>> all;
  if (!is_object()) {
    report_type("an object");
    return all;
  }
  for (const auto& member : json_->get_object()) {
    const auto key = view(member.key());
    all.emplace_back(key, JsonNode(&member.value(), problems_, child_pointer(pointer_, key)));
  }
  return all;
}

void JsonNode::expect_keys(std::initializer_list<std::string_view> known) const {
  expect_keys(std::span<const std::string_view>(known.begin(), known.size()));
}

void JsonNode::expect_keys(std::span<const std::string_view> known) const {
  if (!is_object()) return;
  for (const auto& [key, child] : members()) {
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    std::string hint = suggest_name(key, known);
    if (hint.empty()) hint = "known keys: " + list_words(known);
    child.report("unknown_key", name() + " has the unknown key '" + std::string(key) + "'",
                 std::move(hint));
  }
}

std::vector<JsonNode> JsonNode::items() const {
  std::vector<JsonNode> all;
  if (!is_array()) {
    report_type("an array");
    return all;
  }
  const json::array& array = json_->get_array();
  all.reserve(array.size());
  for (std::size_t i = 0; i < array.size(); ++i) {
    all.push_back(JsonNode(&array[i], problems_, child_pointer(pointer_, i)));
  }
  return all;
}

std::vector<std::string> JsonNode::texts() const {
  std::vector<std::string> all;
  for (const JsonNode& item : items()) all.push_back(item.text());
  return all;
}

std::string JsonNode::text() const {
  if (is_text()) return std::string(view(json_->get_string()));
  report_type("text");
  return {};
}

std::string JsonNode::nonempty_text() const {
  std::string read = text();
  if (is_text() && read.empty()) report("empty_text", name() + " must not be empty");
  return read;
}

bool JsonNode::boolean() const {
  if (is_boolean()) return json_->get_bool();
  report_type("true or false");
  return false;
}

std::int64_t JsonNode::integer(std::int64_t least, std::int64_t most) const {
  constexpr double kWholeDoubles = 9007199254740992.0;  // 2^53: beyond it doubles skip integers
  std::optional<std::int64_t> read;
  if (is_integer()) read = json_->get_int64();
  if (exists() && json_->is_double()) {
    const double number = json_->get_double();
    if (number == std::floor(number) && std::abs(number) <= kWholeDoubles) {
      read = static_cast<std::int64_t>(number);
    }
  }
  if (!read) {
    report_type("a whole number");
    return std::clamp<std::int64_t>(0, least, most);
  }
  if (*read >= least && *read <= most) return *read;
  std::string range = "at least " + std::to_string(least);
  if (most != std::numeric_limits<std::int64_t>::max()) {
    range = least == std::numeric_limits<std::int64_t>::min()
                ? "at most " + std::to_string(most)
                : "from " + std::to_string(least) + " to " + std::to_string(most);
  }
  report("out_of_range", name() + " is " + std::to_string(*read) + " but must be " + range);
  return std::clamp(*read, least, most);
}

double JsonNode::number() const {
  if (is_number()) return json_->to_number<double>();
  report_type("a number");
  return 0;
}

Decimal JsonNode::decimal() const {
  std::optional<Decimal> read;
  if (is_integer()) read = Decimal(json_->get_int64());
  if (is_text()) read = Decimal::parse(view(json_->get_string()));
  if (exists() && json_->is_double()) read = exact_decimal(json_->get_double());
  if (read) return *read;
  if (is_text() || is_number()) {
    report("bad_decimal", name() + " is not an exact decimal, found " + describe(*json_),
           "write it as a string such as \"12.50\", with at most 18 digits");
  } else {
    report_type("a decimal such as \"12.50\"");
  }
  return {};
}

Date JsonNode::date() const {
  if (!is_text()) {
    report_type("a date such as \"2026-11-22\"");
    return {};
  }
  const auto read = parse_date(view(json_->get_string()));
  if (!read) {
    report("bad_date", name() + " is not a date, found " + describe(*json_),
           "write it as YYYY-MM-DD");
  }
  return read.value_or(Date());
}

Instant JsonNode::instant() const {
  if (!is_text()) {
    report_type("an instant such as \"2026-11-22T03:01:55Z\"");
    return {};
  }
  const auto read = parse_instant(view(json_->get_string()));
  if (!read) {
    report("bad_instant", name() + " is not an instant, found " + describe(*json_),
           "write it as YYYY-MM-DDThh:mm:ssZ, with an offset");
  }
  return read.value_or(Instant());
}

Value JsonNode::scalar() const {
  if (!exists()) return {};
  if (auto read = to_value(*json_)) return *std::move(read);
  report_type(json_->is_uint64() ? "a number below 2^63" : "text, a number, true, false or null");
  return {};
}

LocalText JsonNode::local_text() const {
  LocalText read;
  if (is_text()) {
    read.text = text();
  } else if (is_object()) {
    for (const auto& [language, translated] : members()) {
      if (language.empty()) {
        read.text = translated.text();
      } else {
        read.translations.emplace(language, translated.text());
      }
    }
    if (!has("")) {
      report("missing_own_language", name() + " has translations but no text of its own",
             "add the text in the definition's own language under the key \"\"");
    }
  } else {
    report_type("text, or texts by language");
  }
  return read;
}

std::optional<std::size_t> JsonNode::word(std::span<const std::string_view> allowed) const {
  if (!is_text()) {
    report_type("one of: " + list_words(allowed));
    return std::nullopt;
  }
  const auto read = view(json_->get_string());
  const auto found = std::find(allowed.begin(), allowed.end(), read);
  if (found != allowed.end()) return static_cast<std::size_t>(found - allowed.begin());
  report("unknown_word", name() + " is '" + std::string(read) + "', which is no known word",
         suggest_or_list(read, allowed));
  return std::nullopt;
}

std::string JsonNode::text_or(std::string_view key, std::string_view otherwise) const {
  const auto child = find(key);
  return child ? child->text() : std::string(otherwise);
}

bool JsonNode::boolean_or(std::string_view key, bool otherwise) const {
  const auto child = find(key);
  return child ? child->boolean() : otherwise;
}

std::int64_t JsonNode::integer_or(std::string_view key, std::int64_t otherwise, std::int64_t least,
                                  std::int64_t most) const {
  const auto child = find(key);
  return child ? child->integer(least, most) : otherwise;
}

double JsonNode::number_or(std::string_view key, double otherwise) const {
  const auto child = find(key);
  return child ? child->number() : otherwise;
}

LocalText JsonNode::local_text_or_empty(std::string_view key) const {
  const auto child = find(key);
  return child ? child->local_text() : LocalText();
}

std::vector<JsonNode> JsonNode::items_or_none(std::string_view key) const {
  const auto child = find(key);
  return child ? child->items() : std::vector<JsonNode>();
}

}  // namespace galena::detail
