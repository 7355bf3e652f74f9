#pragma once

// Drawing person names by frequency: common ones from the tables, rare ones composed.

#include <cstdint>
#include <string>

#include "generator/catalogue.hpp"

namespace galena::examples::generator {

/// Appends a surname; gives how many of a million people bear it.
std::uint32_t draw_surname(const Language& language, Stream& stream, bool female, std::string& out);

/// Appends a first name; gives how many of a million people of that sex bear it.
std::uint32_t draw_first_name(const Language& language, Stream& stream, bool female,
                              std::string& out);

/// Appends the title of a job, in the form for women or men where the language tells them apart.
void append_title(const Language& language, bool female, Stream& stream, std::string& out);

/// Appends a composed word: a stem and an ending of rare surnames, which name small towns too.
void append_stem(const Language& language, Stream& stream, std::string& out);

}  // namespace galena::examples::generator
