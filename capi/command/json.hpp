// Reading of the small JSON that the library itself writes (findings and reports), and what options
// for it are written with.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace galena_command {

/// A JSON value. Texts are unescaped; numbers, true and false stay as they are written; null is
/// empty.
struct Json {
  std::string text;
  std::vector<Json> items;         ///< of an array, or the values of an object
  std::vector<std::string> names;  ///< of an object: names[i] is of items[i]

  /// The value of a member; null when there is none.
  [[nodiscard]] const Json* find(std::string_view name) const;
  /// The text of a member; empty when there is none.
  [[nodiscard]] std::string_view member(std::string_view name) const;
  /// The items of a member; none when there is no such array.
  [[nodiscard]] std::vector<Json> list(std::string_view name) const;
};

/// Throws std::invalid_argument for text that is no JSON.
[[nodiscard]] Json read_json(std::string_view text);

/// A text as JSON, with its quotes. Bytes that are no UTF-8 stay as they are.
[[nodiscard]] std::string json_text(std::string_view text);

}  // namespace galena_command
