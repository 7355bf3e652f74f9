// Headers and field names as sets of plain words, so that they can be compared.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "galena/record/schema.hpp"

namespace galena::detail {

using WordSet = std::set<std::string, std::less<>>;

/// The words of a header or name: folded, compounds apart, plural endings off, words of one meaning
/// as one ("cell" and "Handy" are "mobile"). Words that say nothing ("of", "the") are left out
/// unless nothing else is there. `entity` (such as "lead") is left out where other words remain.
WordSet plain_words(std::string_view text, std::string_view entity);

/// All words of the field: of its name and of its label in every language.
WordSet field_words(const Field& field, std::string_view entity);

/// True when the words that `header` has beside those of `field` do not change what it is about:
/// "Lead Phone Number" is still a phone, "Phone Type" is not. An id is of whom the header names:
/// "Lead Id" is no id of another entity.
bool only_harmless_words_beside(std::string_view header, const WordSet& field,
                                std::string_view entity);

/// True for a word that headers use and that has a meaning of its own.
bool is_known_word(std::string_view word);

/// True when `inner` is not empty and all of its words are in `outer`.
bool contains_all(const WordSet& outer, const WordSet& inner);

}  // namespace galena::detail
