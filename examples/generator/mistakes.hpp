#pragma once

// What goes wrong when people, scanners and old programs write a value down.

#include <string>
#include <string_view>

#include "generator/catalogue.hpp"

namespace galena::examples::generator {

/// Changes the text by one slip: a neighbouring key, two letters swapped, one left out, doubled or
/// too many, one misread by a scanner, one written as it sounds. Texts under 3 letters stay.
void mistype(std::string& text, Stream& stream);

/// Two digits swapped or one wrong; a text without digits stays.
void mistype_digits(std::string& text, Stream& stream);

/// Another spelling of a word of the name: "Huber & Co" -> "Huber und Co", "Brothers" -> "Bros.".
void reword_company(std::string& name, Stream& stream);

/// "Wolfgang Müller Maschinenbau" -> "WMM".
std::string initials_of(std::string_view words);

/// First words only: "Nordic Wave Logistics" -> "Nordic Wave". A single word stays.
std::string without_last_word(std::string_view words);

/// A short form of the first name ("William" -> "Bill"); empty when there is none.
std::string nickname(const Language& language, const std::string& first_name, Stream& stream);

/// A hurried spelling of a street: "Main Street" -> "Main St".
void abbreviate_street(std::string& street, const Language& language, Stream& stream);

/// What people write where they have nothing to write: "N/A", "-", "unknown".
std::string_view blank_word(Stream& stream);
std::string_view blank_phone(Stream& stream);
std::string_view blank_mail(Stream& stream);

}  // namespace galena::examples::generator
