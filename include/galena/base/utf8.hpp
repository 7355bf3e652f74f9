// UTF-8: validation, decoding, and Unicode case folding without a locale.
//
//   fold_case("STRASSE") == fold_case("straße")        // "strasse"
//   equal_folded("Zürich", "ZÜRICH")
//
// Folding is the full, locale-free folding of the Unicode standard; it does not normalise (a composed
// and a decomposed letter stay different). Bytes that are not UTF-8 are kept as they are.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include "galena/base/detail/case_folding_table.hpp"

namespace galena {

namespace detail {

inline constexpr char32_t kNoCharacter = 0xFFFFFFFF;

/// The character at `position`, which is moved past it; kNoCharacter (one byte skipped) when the
/// bytes there are not well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms).
constexpr char32_t next_character(std::string_view text, std::size_t& position) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(position++);
  if (lead < 0x80) return lead;
  const int extra = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
  if (lead < 0xC2 || lead > 0xF4 || position + static_cast<std::size_t>(extra) > text.size()) {
    return kNoCharacter;
  }
  char32_t code = lead & (0x3FU >> extra);
  for (int i = 0; i < extra; ++i) {
    const unsigned char next = byte(position + static_cast<std::size_t>(i));
    if ((next & 0xC0U) != 0x80U) return kNoCharacter;
    code = code << 6 | (next & 0x3FU);
  }
  if ((extra == 2 && (code < 0x800 || (code >= 0xD800 && code <= 0xDFFF))) ||
      (extra == 3 && (code < 0x10000 || code > 0x10FFFF))) {
    return kNoCharacter;
  }
  position += static_cast<std::size_t>(extra);
  return code;
}

inline void append_character(std::string& out, char32_t code) {
  const auto put = [&](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (code < 0x80) return put(code);
  if (code < 0x800) return put(0xC0 | code >> 6), put(0x80 | (code & 0x3F));
  if (code < 0x10000) {
    return put(0xE0 | code >> 12), put(0x80 | (code >> 6 & 0x3F)), put(0x80 | (code & 0x3F));
  }
  put(0xF0 | code >> 18), put(0x80 | (code >> 12 & 0x3F)), put(0x80 | (code >> 6 & 0x3F));
  put(0x80 | (code & 0x3F));
}

inline void append_folded(std::string& out, char32_t code) {
  const auto* run = std::upper_bound(
      std::begin(kFoldRuns), std::end(kFoldRuns), code,
      [](char32_t wanted, const FoldRun& candidate) { return wanted < candidate.first; });
  if (run != std::begin(kFoldRuns)) {
    --run;
    if (code <= run->last && (code - run->first) % static_cast<char32_t>(run->step) == 0) {
      return append_character(out, static_cast<char32_t>(static_cast<std::int64_t>(code) + run->delta));
    }
  }
  const auto* expansion = std::lower_bound(
      std::begin(kFoldExpansions), std::end(kFoldExpansions), code,
      [](const FoldExpansion& candidate, char32_t wanted) { return candidate.from < wanted; });
  if (expansion == std::end(kFoldExpansions) || expansion->from != code) {
    return append_character(out, code);
  }
  for (const char32_t to : expansion->to) {
    if (to != 0) append_character(out, to);
  }
}

}  // namespace detail

/// The position of the first byte that is not well-formed UTF-8, or nothing. O(bytes).
constexpr std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  for (std::size_t position = 0; position < text.size();) {
    const std::size_t start = position;
    if (detail::next_character(text, position) == detail::kNoCharacter) return start;
  }
  return std::nullopt;
}

constexpr bool is_valid_utf8(std::string_view text) { return !find_invalid_utf8(text); }

/// The number of characters (code points); a byte that is not UTF-8 counts as one. O(bytes).
constexpr std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t position = 0; position < text.size(); ++count) {
    detail::next_character(text, position);
  }
  return count;
}

/// The start of `text`, at most `bytes` bytes, cut between two characters: for messages. O(1).
constexpr std::string_view excerpt(std::string_view text, std::size_t bytes = 80) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
  return text.substr(0, bytes);
}

/// Appends the case-folded form of `text` to `out`. O(bytes); ASCII costs a table-free loop.
inline void fold_case_to(std::string& out, std::string_view text) {
  out.reserve(out.size() + text.size());
  for (std::size_t position = 0; position < text.size();) {
    const char c = text[position];
    if (static_cast<unsigned char>(c) < 0x80) {
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      ++position;
      continue;
    }
    const std::size_t start = position;
    const char32_t code = detail::next_character(text, position);
    if (code == detail::kNoCharacter) {
      out += text[start];
    } else {
      detail::append_folded(out, code);
    }
  }
}

/// The case-folded form of `text`; idempotent. O(bytes).
inline std::string fold_case(std::string_view text) {
  std::string folded;
  fold_case_to(folded, text);
  return folded;
}

/// True when both are the same after case folding. O(bytes).
inline bool equal_folded(std::string_view a, std::string_view b) {
  return a == b || fold_case(a) == fold_case(b);
}

}  // namespace galena
