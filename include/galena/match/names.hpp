// Two names alone: are they meant to be one?
//
//   same_name(NameOf::person, "Putin, Vladimir", "Владимир Путин")
//   same_name(NameOf::company, "The Goldman Sachs Group, Inc.", "Goldman Sachs Group")
//
// A record's other fields say more than any name can; where there are none (a list of names to
// screen, a single column to clean) this is the judgement to use. It pairs words as the model's
// comparisons of full names and companies do, with built-in weights, and knows no data.
#pragma once

#include <cstdint>
#include <string_view>

namespace galena::match {

enum class NameOf : std::uint8_t { person, company };

/// At or above this the names are taken for one.
inline constexpr double kSameName = 0.8;

/// How far two names agree, 0 to 1. For persons it is the share of letters that agree in the words
/// that pair (in any order; initials, short forms and spellings of one sound nearly in full), less
/// for words that one name lacks, half when each has a word of its own or their generations differ
/// (Jr, Sr). For companies it is the share of the words' weights that pair, less when their legal
/// forms are of two kinds; an acronym pairs with what it stands for. Two names without a word give
/// 0. Symmetric. A pure function, from any thread; O(words²).
[[nodiscard]] double name_similarity(NameOf kind, std::string_view a, std::string_view b);

[[nodiscard]] inline bool same_name(NameOf kind, std::string_view a, std::string_view b) {
  return name_similarity(kind, a, b) >= kSameName;
}

}  // namespace galena::match
