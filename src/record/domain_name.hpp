// Domain names and IP addresses as they stand in e-mail and web addresses.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace galena::detail {

/// The position of the first byte that makes `domain` no host name (RFC 1123, with UTF-8 labels as
/// RFC 6531 allows), or nothing when it is one. One label is enough. An empty name is wrong at 0.
std::optional<std::size_t> find_bad_domain(std::string_view domain);

/// "192.0.2.1": four numbers 0..255 without signs or white space.
bool is_ipv4(std::string_view text);

/// RFC 5321 section 4.1.3: "::" stands for at least two groups.
bool is_ipv6(std::string_view text);

/// A character that UTF-8 addresses may carry: no control, no white space, no invisible mark.
bool is_address_character(char32_t code);

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace galena::detail
