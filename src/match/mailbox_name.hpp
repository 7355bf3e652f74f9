// Mailboxes that are a person's name written as one: "jane.smith", "jsmith", "smith-j".
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace galena::match {

/// Words of a name beyond so many are not looked for in a mailbox.
inline constexpr std::size_t kMostNameWords = 8;

/// Whether `mailbox` (what is before the '@', lower case) is nothing but words of a name and
/// initials of them, each at most once and in any order, one of them a whole word of two letters or
/// more; ".", "_", "-" and "'" do not matter. O(words!) at worst, of at most kMostNameWords words;
/// a few steps for a name.
[[nodiscard]] bool spelt_by_name(std::string_view mailbox, std::span<const std::string_view> words);

}  // namespace galena::match
