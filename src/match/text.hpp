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

/// How many letters of an alphabet a byte of UTF-8 says: an ideograph and a kana say as much as
/// two, bytes that go on with a character nothing.
constexpr int letters_said(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (byte >= 0x80 && byte < 0xC0) return 0;
  return byte >= 0xE3 && byte <= 0xE9 ? 2 : 1;
}

/// The characters that `count` letters are said with, at the beginning; the text when it says
/// fewer.
inline std::string_view first_letters(std::string_view text, int count) {
  int said = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int more = letters_said(text[i]);
    if (said >= count && more > 0) return text.substr(0, i);
    said += more;
  }
  return text;
}

/// The same at the end.
inline std::string_view last_letters(std::string_view text, int count) {
  int said = 0;
  for (std::size_t i = text.size(); i > 0; --i) {
    said += letters_said(text[i - 1]);
    if (said >= count) return text.substr(i - 1);
  }
  return text;
}

/// What five letters say at the beginning, spaces left out; empty when there are fewer than three.
inline std::string beginning_of(std::string_view text) {
  std::string start;
  int said = 0;
  for (const char c : text) {
    if (c == ' ') continue;
    const int more = letters_said(c);
    if (said >= 5 && more > 0) break;
    said += more;
    start += c;
  }
  return said < 3 ? std::string() : start;
}

/// Appends one character as UTF-8.
void append_utf8(std::string& out, char32_t letter);

/// The text with the digits of other scripts in ASCII; all else is as it was.
std::string with_ascii_digits(std::string_view text);

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
