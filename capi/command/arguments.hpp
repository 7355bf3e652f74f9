// The words after the name of a subcommand: options, with or without a value, and the rest.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace galena_command {

/// What a subcommand understands. "--name VALUE" and "--name=VALUE" are the same; "--" ends
/// options.
struct Grammar {
  std::vector<std::string_view> operands;  ///< names of the words that must be there, in order
  std::vector<std::string_view> values;    ///< options that take a value: "--id"
  std::vector<std::string_view> flags;     ///< options that take none: "--json"
  std::vector<std::string_view> lists{};   ///< options with a value, any number of times: "--field"
};

class Arguments {
 public:
  /// Throws a usage failure: an unknown or repeated option, a value that is missing, too few or too
  /// many operands.
  Arguments(const Grammar& grammar, const std::vector<std::string>& words);

  [[nodiscard]] const std::string& operand(std::size_t index) const { return operands_[index]; }
  [[nodiscard]] bool has(std::string_view option) const;
  /// The value of an option; empty when it is not given.
  [[nodiscard]] std::string_view value(std::string_view option) const;
  /// All values of an option of Grammar::lists, in their order.
  [[nodiscard]] std::vector<std::string> values(std::string_view option) const;

  /// A number of the range, ends included; nothing when the option is not given.
  [[nodiscard]] std::optional<std::int64_t> integer(std::string_view option, std::int64_t least,
                                                    std::int64_t most) const;
  /// A number of bytes, 1 to 2^63 - 1: "500000000", "500MB", "1.5GB" (KB, MB and GB are thousands,
  /// millions and thousands of millions); nothing when the option is not given.
  [[nodiscard]] std::optional<std::uint64_t> bytes(std::string_view option) const;
  /// A number above 0 and below 1; nothing when the option is not given.
  [[nodiscard]] std::optional<double> fraction(std::string_view option) const;

 private:
  void read_option(const Grammar& grammar, const std::vector<std::string>& words,
                   std::size_t& place);

  std::vector<std::string> operands_;
  std::map<std::string, std::vector<std::string>, std::less<>> options_;
};

/// A whole number in decimal digits; nothing for any other text.
[[nodiscard]] std::optional<std::int64_t> parse_integer(std::string_view text);

}  // namespace galena_command
