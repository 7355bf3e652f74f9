// Small pieces of text handling shared by the normalisers.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "galena/base/utf8.hpp"

namespace galena::match {

constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_ascii_alnum(char c) { return is_ascii_digit(c) || is_ascii_letter(c); }
constexpr char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

inline bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_digit);
}
inline bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_ascii_digit);
}

/// The text without white space at its ends (ASCII white space and control characters).
inline std::string_view trim(std::string_view text) {
  const auto blank = [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

/// Appends one character as UTF-8.
void append_utf8(std::string& out, char32_t letter);

/// Appends fold(text) to `out`.
void fold_to(std::string& out, std::string_view text);

/// Appends the runs of letters and digits of folded text.
void split_words(std::string_view folded, std::vector<std::string_view>& out);

/// Folded text without apostrophes of any form.
std::string drop_apostrophes(std::string_view folded);

/// Items [begin, end) with one space between.
std::string join(const std::vector<std::string>& list, std::size_t begin, std::size_t end);
inline std::string join(const std::vector<std::string>& list) { return join(list, 0, list.size()); }

/// True when `word` is in `list` (a sorted constant array).
template <std::size_t N>
constexpr bool is_one_of(std::string_view word, const std::string_view (&list)[N]) {
  return std::binary_search(std::begin(list), std::end(list), word);
}

}  // namespace galena::match
