#include "record/domain_name.hpp"

#include "galena/base/utf8.hpp"

namespace galena::detail {
namespace {

constexpr std::size_t kMaxDomain = 255;
constexpr std::size_t kMaxLabel = 63;

/// The groups of one side of an IPv6 address, each of 1 to 4 hexadecimal digits; nothing when a
/// group is malformed. No text is no group.
std::optional<int> count_groups(std::string_view text) {
  if (text.empty()) return 0;
  int groups = 0;
  std::size_t digits = 0;
  for (const char c : text) {
    if (c == ':') {
      if (digits == 0) return std::nullopt;
      digits = 0;
      ++groups;
    } else if (is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')) {
      if (++digits > 4) return std::nullopt;
    } else {
      return std::nullopt;
    }
  }
  return digits == 0 ? std::nullopt : std::optional(groups + 1);
}

}  // namespace

bool is_address_character(char32_t code) {
  if (code == kNoCharacter || code <= 0x20 || (code >= 0x7F && code <= 0xA0)) return false;
  if (code == 0xAD || code == 0x1680 || code == 0x3000 || code == 0xFEFF) return false;
  return !(code >= 0x2000 && code <= 0x200F) && !(code >= 0x2028 && code <= 0x202F) &&
         !(code >= 0x205F && code <= 0x206F);
}

std::optional<std::size_t> find_bad_domain(std::string_view domain) {
  if (domain.size() > kMaxDomain) return kMaxDomain;
  std::size_t label = 0;  // where it starts
  for (std::size_t i = 0; i <= domain.size();) {
    if (i == domain.size() || domain[i] == '.') {
      if (i == label || domain[i - 1] == '-') return i == label ? i : i - 1;
      if (i - label > kMaxLabel) return label + kMaxLabel;
      label = ++i;
      continue;
    }
    const char c = domain[i];
    if (static_cast<unsigned char>(c) < 0x80) {
      const bool hyphen = c == '-' && i > label;
      if (!is_letter(c) && !is_digit(c) && !hyphen) return i;
      ++i;
    } else {
      const std::size_t start = i;
      if (!is_address_character(next_character(domain, i))) return start;
    }
  }
  return std::nullopt;
}

bool is_ipv4(std::string_view text) {
  int parts = 0;
  while (true) {
    const auto dot = text.find('.');
    const auto part = text.substr(0, dot);
    if (part.empty() || part.size() > 3) return false;
    int number = 0;
    for (const char c : part) {
      if (!is_digit(c)) return false;
      number = number * 10 + (c - '0');
    }
    if (number > 255) return false;
    ++parts;
    if (dot == std::string_view::npos) return parts == 4;
    text.remove_prefix(dot + 1);
  }
}

bool is_ipv6(std::string_view text) {
  int wanted = 8;
  if (text.find('.') != std::string_view::npos) {  // the last 32 bits as IPv4
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos || !is_ipv4(text.substr(colon + 1))) return false;
    wanted = 6;
    const bool after_gap = colon > 0 && text[colon - 1] == ':';
    text = text.substr(0, after_gap ? colon + 1 : colon);
  }
  const auto gap = text.find("::");
  if (gap == std::string_view::npos) return count_groups(text) == wanted;
  const auto before = count_groups(text.substr(0, gap));
  const auto after = count_groups(text.substr(gap + 2));
  return before && after && *before + *after <= wanted - 2;
}

}  // namespace galena::detail
