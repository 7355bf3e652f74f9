// Postal codes, cities, regions, countries, identifiers.
#include "galena/match/normalise.hpp"
#include "match/normal_form.hpp"
#include "match/tables.hpp"
#include "match/text.hpp"

namespace galena::match {

namespace {

/// The words of a text with one space between, in memory of the thread.
std::string_view plain_words(std::string_view text) {
  WordList& words = thread_words();
  words.read(text, WordReading::words);
  return words.text();
}

std::string_view spell_out(std::string_view word) {
  if (word.size() == 2) {
    if (word == "st") return "saint";
    if (word == "mt") return "mount";
    if (word == "ft") return "fort";
  }
  return word == "sankt" || word == "ste" ? "saint" : word;
}

}  // namespace

void read_identifier(std::string_view text, std::string& out) {
  out.clear();
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) {
      out.clear();
      break;
    }
    if (is_ascii_alnum(c)) out += ascii_lower(c);
  }
  if (!out.empty()) return;
  WordList& words = thread_words();
  words.read(text, WordReading::names);
  for (std::size_t i = 0; i < words.size(); ++i) out += words[i];
}

void read_postal_code(std::string_view text, std::string& out) {
  read_identifier(text, out);
  if (out.size() == 9 && all_digits(out)) out.resize(5);  // ZIP+4
}

void read_city(std::string_view text, WordList& words) {
  words.read(text, WordReading::names);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = spell_out(words[i]);
    if (word.data() != words[i].data()) words.replace(i, word);
  }
}

std::string normalise_postal_code(std::string_view text) {
  std::string code;
  read_postal_code(text, code);
  return code;
}

std::string normalise_identifier(std::string_view text) {
  std::string out;
  read_identifier(text, out);
  return out;
}

std::string normalise_city(std::string_view text) {
  read_city(text, thread_words());
  return std::string(thread_words().text());
}

std::string normalise_region(std::string_view text, std::string_view country) {
  const std::string_view plain = plain_words(text);
  const std::string_view name = tables::region_name(plain, country);
  return std::string(name.empty() ? plain : name);
}

std::string normalise_country(std::string_view text) {
  const std::string_view plain = plain_words(text);
  const std::string_view code = tables::country_code(plain);
  return std::string(code.empty() ? plain : code);
}

}  // namespace galena::match
