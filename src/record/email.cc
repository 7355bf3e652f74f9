#include "galena/record/email.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "galena/base/utf8.hpp"
#include "record/domain_name.hpp"

namespace galena {
namespace {

constexpr std::size_t kMaxAddress = 254;  // RFC 5321 4.5.3.1.3: a path of 256 with its brackets
constexpr std::size_t kMaxLocal = 64;     // RFC 5321 4.5.3.1.1

struct Fault {
  std::size_t position;
  std::string_view expected;
};

/// RFC 5322 atext.
bool is_atom_character(char c) {
  return detail::is_letter(c) || detail::is_digit(c) ||
         (c != '\0' && std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos);
}

/// Moves past the quoted string that starts at 0; RFC 5321 Quoted-string.
std::optional<Fault> read_quoted(std::string_view text, std::size_t& position) {
  for (position = 1; position < text.size();) {
    const std::size_t start = position;
    char c = text[position];
    if (c == '"') {
      ++position;
      return std::nullopt;
    }
    if (c == '\\') {
      if (++position == text.size()) break;
      c = text[position];
      if (c < 0x20 || c > 0x7E) return Fault{position, "a printable character after the backslash"};
      ++position;
    } else if (static_cast<unsigned char>(c) < 0x80) {
      if (c < 0x20 || c == 0x7F) return Fault{start, "a printable character in the quotes"};
      ++position;
    } else if (!detail::is_address_character(detail::next_character(text, position))) {
      return Fault{start, "a printable character in the quotes"};
    }
  }
  return Fault{text.size(), "the closing quote"};
}

/// Moves past the dot-atom that starts at 0; RFC 5321 Dot-string.
std::optional<Fault> read_dot_atom(std::string_view text, std::size_t& position) {
  bool needs_character = true;
  for (position = 0; position < text.size() && text[position] != '@';) {
    const char c = text[position];
    const std::size_t start = position;
    if (c == '.') {
      if (needs_character) return Fault{start, "a character before the dot"};
      needs_character = true;
      ++position;
      continue;
    }
    if (static_cast<unsigned char>(c) < 0x80) {
      if (!is_atom_character(c)) return Fault{start, "a letter, a digit, a dot or @"};
      ++position;
    } else if (!detail::is_address_character(detail::next_character(text, position))) {
      return Fault{start, "a letter, a digit, a dot or @"};
    }
    needs_character = false;
  }
  if (needs_character) return Fault{position, "a character before the @"};
  return std::nullopt;
}

std::optional<Fault> check_literal(std::string_view domain) {
  if (domain.back() != ']') return Fault{domain.size(), "] at the end of an address literal"};
  std::string_view inside = domain.substr(1, domain.size() - 2);
  constexpr std::string_view kTag = "IPv6:";
  if (inside.size() >= kTag.size() && equal_folded(inside.substr(0, kTag.size()), kTag)) {
    if (detail::is_ipv6(inside.substr(kTag.size()))) return std::nullopt;
  } else if (detail::is_ipv4(inside)) {
    return std::nullopt;
  }
  return Fault{1, "an IPv4 address, or IPv6: and an IPv6 address"};
}

std::optional<Fault> find_fault(std::string_view address) {
  std::size_t at = 0;
  const auto fault =
      address.starts_with('"') ? read_quoted(address, at) : read_dot_atom(address, at);
  if (fault) return fault;
  if (at == address.size() || address[at] != '@') return Fault{at, "an @"};
  if (at > kMaxLocal) return Fault{kMaxLocal, "at most 64 bytes before the @"};
  const std::string_view domain = address.substr(at + 1);
  if (domain.empty()) return Fault{address.size(), "a domain after the @"};
  if (domain.front() == '[') {
    auto literal = check_literal(domain);
    if (literal) literal->position += at + 1;
    return literal;
  }
  if (const auto bad = detail::find_bad_domain(domain)) {
    return Fault{at + 1 + *bad, "a domain name such as example.org"};
  }
  if (address.size() > kMaxAddress) return Fault{kMaxAddress, "at most 254 bytes"};
  return std::nullopt;
}

}  // namespace

Result<void> check_email(std::string_view address) {
  const auto fault = find_fault(address);
  if (!fault) return {};
  const std::size_t character = count_characters(address.substr(0, fault->position)) + 1;
  return Problem{Code::invalid_argument, "bad_email", "character " + std::to_string(character),
                 "'" + std::string(address.substr(0, 320)) + "' is no e-mail address: expected " +
                     std::string(fault->expected) + " at character " + std::to_string(character),
                 "write it as name@example.org"};
}

}  // namespace galena
