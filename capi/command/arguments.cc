#include "arguments.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "failure.hpp"

namespace galena_command {

namespace {

bool contains(const std::vector<std::string_view>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

template <class Number>
std::optional<Number> parse(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

struct Unit {
  std::string_view name;
  double bytes;
};
constexpr Unit kUnits[] = {{"KB", 1e3}, {"MB", 1e6}, {"GB", 1e9}};

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// A number above 0 in bytes or in one of the units; nothing for any other text.
std::optional<std::uint64_t> parse_bytes(std::string_view text) {
  constexpr double kMost = 9223372036854775807.0;
  for (const Unit& unit : kUnits) {
    if (!ends_with(text, unit.name)) continue;
    const auto number = parse<double>(text.substr(0, text.size() - unit.name.size()));
    if (!number || !(*number * unit.bytes >= 1 && *number * unit.bytes < kMost)) return {};
    return static_cast<std::uint64_t>(*number * unit.bytes);
  }
  const auto number = parse<std::int64_t>(text);
  if (!number || *number < 1) return {};
  return static_cast<std::uint64_t>(*number);
}

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

}  // namespace

std::optional<std::int64_t> parse_integer(std::string_view text) {
  return parse<std::int64_t>(text);
}

Arguments::Arguments(const Grammar& grammar, const std::vector<std::string>& words) {
  bool options = true;
  for (std::size_t place = 0; place < words.size(); ++place) {
    const std::string& word = words[place];
    if (options && word == "--") {
      options = false;
    } else if (options && word.size() > 1 && word[0] == '-') {
      read_option(grammar, words, place);
    } else if (operands_.size() == grammar.operands.size()) {
      fail_usage("unexpected argument " + quoted(word));
    } else {
      operands_.push_back(word);
    }
  }
  if (operands_.size() < grammar.operands.size()) {
    fail_usage("missing argument " + std::string(grammar.operands[operands_.size()]));
  }
}

void Arguments::read_option(const Grammar& grammar, const std::vector<std::string>& words,
                            std::size_t& place) {
  const std::string& word = words[place];
  const std::size_t equals = word.find('=');
  const std::string name = word.substr(0, equals);
  const bool flag = contains(grammar.flags, name);
  const bool list = contains(grammar.lists, name);
  std::string value;
  if (!flag && !list && !contains(grammar.values, name)) {
    fail_usage("unknown option " + quoted(name));
  }
  if (equals != std::string::npos) {
    if (flag) fail_usage("option " + quoted(name) + " takes no value");
    value = word.substr(equals + 1);
  } else if (!flag) {
    if (++place == words.size()) fail_usage("option " + quoted(name) + " needs a value");
    value = words[place];
  }
  if (!flag && value.empty()) fail_usage("option " + quoted(name) + " needs a value");
  std::vector<std::string>& values = options_[name];
  if (!list && !values.empty()) fail_usage("option " + quoted(name) + " is there twice");
  values.push_back(std::move(value));
}

bool Arguments::has(std::string_view option) const { return options_.count(option) != 0; }

std::string_view Arguments::value(std::string_view option) const {
  const auto found = options_.find(option);
  return found == options_.end() ? std::string_view() : std::string_view(found->second.front());
}

std::vector<std::string> Arguments::values(std::string_view option) const {
  const auto found = options_.find(option);
  return found == options_.end() ? std::vector<std::string>() : found->second;
}

std::optional<std::int64_t> Arguments::integer(std::string_view option, std::int64_t least,
                                               std::int64_t most) const {
  if (!has(option)) return std::nullopt;
  const std::optional<std::int64_t> number = parse_integer(value(option));
  if (!number || *number < least || *number > most) {
    fail_usage("option " + quoted(option) + " needs a whole number from " + std::to_string(least) +
               " to " + std::to_string(most) + ", not " + quoted(value(option)));
  }
  return number;
}

std::optional<std::uint64_t> Arguments::bytes(std::string_view option) const {
  if (!has(option)) return std::nullopt;
  const std::optional<std::uint64_t> number = parse_bytes(value(option));
  if (!number) {
    fail_usage("option " + quoted(option) + " needs a number of bytes, such as 500MB or 2GB, not " +
               quoted(value(option)));
  }
  return number;
}

std::optional<double> Arguments::fraction(std::string_view option) const {
  if (!has(option)) return std::nullopt;
  const std::optional<double> number = parse<double>(value(option));
  if (!number || !(*number > 0 && *number < 1)) {
    fail_usage("option " + quoted(option) + " needs a number above 0 and below 1, not " +
               quoted(value(option)));
  }
  return number;
}

}  // namespace galena_command
