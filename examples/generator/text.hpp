#pragma once

// Text in UTF-8, as far as the Latin letters of the tables go (up to U+017F).

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace galena::examples::generator {

/// How a writing system drops its marks: German "ü" becomes "ue" or "u", Danish "å" "aa" or "a".
enum class Folding { kStrip, kGerman, kNordic };

/// The next code point of valid UTF-8 from `position`, which moves behind it.
char32_t next_code_point(std::string_view text, std::size_t& position);
void append_code_point(std::string& out, char32_t code_point);

/// ASCII of one letter; empty for what has none.
std::string_view ascii_letter(char32_t code_point, Folding folding);
void append_ascii(std::string& out, std::string_view text, Folding folding);
bool is_ascii(std::string_view text);

/// Letter case; `turkish` tells the dotted i from the dotless one.
void append_upper(std::string& out, std::string_view text, bool turkish);
void append_lower(std::string& out, std::string_view text, bool turkish);

/// Small ASCII letters and digits only: "Müller & Söhne" -> "muellersoehne"; words are joined by
/// `joiner` unless that is 0.
void append_slug(std::string& out, std::string_view text, Folding folding, char joiner);

/// UTF-8 that was read as Latin-1 once: "Müller" -> "MÃ¼ller".
std::string misread(std::string_view text);

/// Parts between separators; a comma before a space is no separator.
std::vector<std::string_view> split(std::string_view text, char separator);

void append_number(std::string& out, std::uint64_t number);
void append_padded(std::string& out, std::uint64_t number, int digits);
std::uint32_t parse_number(std::string_view digits);

}  // namespace galena::examples::generator
