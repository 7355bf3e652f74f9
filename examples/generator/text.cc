#include "generator/text.hpp"

#include <array>
#include <cstddef>

namespace galena::examples::generator {

namespace {

// Letters without their marks, U+00C0 to U+017F; "?" where there is no single one.
constexpr std::string_view kBareLetters =
    "AAAAAA?CEEEEIIII?NOOOOO?OUUUUY??aaaaaa?ceeeeiiii?nooooo?ouuuuy?y"
    "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi??JjKk?LlLlLlLlLlNnNnNn???OoOoOo??"
    "RrRrRrSsSsSs"
    "SsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";
static_assert(kBareLetters.size() == 0x180 - 0xC0);

struct LetterPair {
  char32_t letter;
  std::string_view ascii;
};

constexpr std::array kGermanLetters = std::to_array<LetterPair>(
    {{U'Ä', "Ae"}, {U'Ö', "Oe"}, {U'Ü', "Ue"}, {U'ä', "ae"}, {U'ö', "oe"}, {U'ü', "ue"}});
constexpr std::array kNordicLetters =
    std::to_array<LetterPair>({{U'Å', "Aa"}, {U'å', "aa"}, {U'Ø', "Oe"}, {U'ø', "oe"}});
constexpr std::array kOtherLetters = std::to_array<LetterPair>({{U'ß', "ss"},
                                                                {U'Æ', "Ae"},
                                                                {U'æ', "ae"},
                                                                {U'ı', "i"},
                                                                {U'Þ', "Th"},
                                                                {U'þ', "th"},
                                                                {U'Ð', "D"},
                                                                {U'ð', "d"},
                                                                {U'Ø', "O"},
                                                                {U'ø', "o"},
                                                                {U'º', "o"},
                                                                {U'°', "o"}});

template <std::size_t kSize>
std::string_view find_letter(const std::array<LetterPair, kSize>& table, char32_t letter) {
  for (const auto& pair : table) {
    if (pair.letter == letter) return pair.ascii;
  }
  return {};
}

char32_t upper_code_point(char32_t c) {
  if (c < 0x80) return c >= U'a' && c <= U'z' ? c - 32 : c;
  if (c >= 0xE0 && c <= 0xFE && c != 0xF7) return c - 32;
  if (c == 0xFF) return 0x178;
  if (c == 0x131) return U'I';
  const bool odd_is_small = (c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177);
  const bool even_is_small = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
  if ((odd_is_small && (c & 1) == 1) || (even_is_small && (c & 1) == 0)) return c - 1;
  return c;
}

char32_t lower_code_point(char32_t c) {
  if (c < 0x80) return c >= U'A' && c <= U'Z' ? c + 32 : c;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
  if (c == 0x178) return 0xFF;
  if (c == 0x130) return U'i';
  const bool even_is_big = (c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177);
  const bool odd_is_big = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
  if ((even_is_big && (c & 1) == 0) || (odd_is_big && (c & 1) == 1)) return c + 1;
  return c;
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& position) {
  const auto byte = [&](std::size_t offset) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[position + offset]));
  };
  const char32_t first = byte(0);
  char32_t code_point = first;
  std::size_t length = 1;
  if (first >= 0xF0) {
    code_point = ((first & 0x07) << 18) | ((byte(1) & 0x3F) << 12) | ((byte(2) & 0x3F) << 6) |
                 (byte(3) & 0x3F);
    length = 4;
  } else if (first >= 0xE0) {
    code_point = ((first & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F);
    length = 3;
  } else if (first >= 0xC0) {
    code_point = ((first & 0x1F) << 6) | (byte(1) & 0x3F);
    length = 2;
  }
  position += length;
  return code_point;
}

void append_code_point(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

std::string_view ascii_letter(char32_t letter, Folding folding) {
  if (folding == Folding::kGerman) {
    if (const auto found = find_letter(kGermanLetters, letter); !found.empty()) return found;
  } else if (folding == Folding::kNordic) {
    if (const auto found = find_letter(kNordicLetters, letter); !found.empty()) return found;
  }
  if (letter >= 0xC0 && letter < 0x180 && kBareLetters[letter - 0xC0] != '?') {
    return kBareLetters.substr(letter - 0xC0, 1);
  }
  return find_letter(kOtherLetters, letter);
}

void append_ascii(std::string& out, std::string_view text, Folding folding) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      out += text[at++];
    } else {
      out += ascii_letter(next_code_point(text, at), folding);
    }
  }
}

bool is_ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

void append_upper(std::string& out, std::string_view text, bool turkish) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c == U'ß') {
      out += "SS";
    } else if (turkish && c == U'i') {
      append_code_point(out, 0x130);
    } else {
      append_code_point(out, upper_code_point(c));
    }
  }
}

void append_lower(std::string& out, std::string_view text, bool turkish) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    append_code_point(out, turkish && c == U'I' ? 0x131 : lower_code_point(c));
  }
}

void append_slug(std::string& out, std::string_view text, Folding folding, char joiner) {
  const std::size_t start = out.size();
  bool gap = false;
  const auto add = [&](char c) {
    if (gap && joiner != 0 && out.size() > start) out += joiner;
    gap = false;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  };
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if ((c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9')) {
      add(static_cast<char>(c));
    } else if (c >= 0x80) {
      for (const char letter : ascii_letter(c, folding)) add(letter);
    } else if (c != U'\'' && c != U'.') {
      gap = true;
    }
  }
}

std::string misread(std::string_view text) {
  std::string out;
  for (const char c : text) append_code_point(out, static_cast<unsigned char>(c));
  return out;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  if (text.empty()) return parts;
  std::size_t start = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool literal = separator == ',' && at + 1 < text.size() && text[at + 1] == ' ';
    if (text[at] != separator || literal) continue;
    parts.push_back(text.substr(start, at - start));
    start = at + 1;
  }
  parts.push_back(text.substr(start));
  return parts;
}

void append_number(std::string& out, std::uint64_t number) { append_padded(out, number, 1); }

void append_padded(std::string& out, std::uint64_t number, int digits) {
  std::array<char, 20> buffer;
  std::size_t start = buffer.size();
  do {
    buffer[--start] = static_cast<char>('0' + number % 10);
    number /= 10;
    --digits;
  } while (number != 0 || digits > 0);
  out.append(buffer.data() + start, buffer.size() - start);
}

std::uint32_t parse_number(std::string_view digits) {
  std::uint32_t value = 0;
  for (const char c : digits) value = value * 10 + static_cast<std::uint32_t>(c - '0');
  return value;
}

}  // namespace galena::examples::generator
