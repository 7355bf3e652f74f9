#include "match/mailbox_name.hpp"

#include <algorithm>
#include <cstdint>

namespace galena::match {

namespace {

bool is_separator(char c) { return c == '.' || c == '_' || c == '-' || c == '\''; }

/// Takes the word off the beginning of the text, separators left out of account; false: it does not
/// begin so.
bool take(std::string_view word, std::string_view& text) {
  std::string_view rest = text;
  for (const char c : word) {
    if (is_separator(c)) continue;
    while (!rest.empty() && is_separator(rest[0])) rest.remove_prefix(1);
    if (rest.empty() || rest[0] != c) return false;
    rest.remove_prefix(1);
  }
  text = rest;
  return true;
}

class Speller {
 public:
  explicit Speller(std::span<const std::string_view> words)
      : words_(words.first(std::min(words.size(), kMostNameWords))) {}

  [[nodiscard]] bool spells(std::string_view text, std::uint32_t used, bool whole) const {
    while (!text.empty() && is_separator(text[0])) text.remove_prefix(1);
    if (text.empty()) return whole;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if ((used >> i & 1U) != 0 || words_[i].empty()) continue;
      const std::uint32_t now = used | 1U << i;
      std::string_view rest = text;
      if (words_[i].size() > 1 && take(words_[i], rest) && spells(rest, now, true)) return true;
      rest = text;
      if (take(words_[i].substr(0, 1), rest) && spells(rest, now, whole)) return true;
    }
    return false;
  }

 private:
  std::span<const std::string_view> words_;
};

}  // namespace

bool spelt_by_name(std::string_view mailbox, std::span<const std::string_view> words) {
  return Speller(words).spells(mailbox, 0, false);
}

}  // namespace galena::match
