// Names of persons.
#include <iterator>

#include "galena/match/normalise.hpp"
#include "match/normal_form.hpp"
#include "match/tables.hpp"
#include "match/text.hpp"
#include "match/unspaced_name.hpp"

namespace galena::match {

namespace {

bool is_title(std::string_view word) { return tables::person_word(word).title; }
bool is_particle(std::string_view word) { return tables::person_word(word).particle; }
bool is_degree(std::string_view word) { return tables::person_word(word).degree; }
std::string_view suffix_of(std::string_view word) { return tables::person_word(word).suffix; }

/// Takes titles off the front, two that are joined ("Mr. and Mrs.") among them.
void drop_titles(WordList& words) {
  std::size_t count = 0;
  while (count + 1 < words.size() && is_title(words[count])) {
    ++count;
    const bool joined = count + 2 < words.size() && tables::person_word(words[count]).joiner &&
                        is_title(words[count + 1]);
    if (joined) ++count;
  }
  if (count != 0) words.erase(0, count);
}

/// Takes degrees and a generational suffix off the end; the last word stays in any case.
std::string_view take_suffix(WordList& words) {
  std::string_view suffix;
  while (words.size() > 1) {
    const tables::PersonWord& last = tables::person_word(words.back());
    if (last.suffix.empty() && !last.degree) break;
    if (!last.suffix.empty()) suffix = last.suffix;
    words.pop_back();
  }
  return suffix;
}

/// True where the last word is the only one, or is plain ASCII and neither a suffix nor a degree.
bool certainly_no_suffix(std::string_view text) {
  char word[16];
  char* begin = std::end(word);
  while (!text.empty() && static_cast<unsigned char>(text.back()) < 0x80 &&
         !is_ascii_alnum(text.back())) {
    text.remove_suffix(1);
  }
  for (; !text.empty() && is_ascii_alnum(text.back()); text.remove_suffix(1)) {
    if (begin == word) return false;
    *--begin = ascii_lower(text.back());
  }
  if (text.empty()) return true;
  // An apostrophe or another letter goes on with the word.
  const char before = text.back();
  if (static_cast<unsigned char>(before) >= 0x80 || before == '\'' || before == '`') return false;
  const tables::PersonWord& last =
      tables::person_word({begin, static_cast<std::size_t>(std::end(word) - begin)});
  return last.suffix.empty() && !last.degree;
}

/// Takes particles out of the words from `begin` on, unless they are all particles.
void drop_particles(WordList& words, std::size_t begin) {
  std::size_t count = 0;
  for (std::size_t i = begin; i < words.size(); ++i) count += is_particle(words[i]) ? 1U : 0U;
  if (count == 0 || count == words.size() - begin) return;
  for (std::size_t i = words.size(); i-- > begin;) {
    if (is_particle(words[i])) words.erase(i);
  }
}

PersonWords read_family_first(std::string_view family, std::string_view rest, WordList& words,
                              Particles particles) {
  thread_local WordList family_words;
  family_words.read(family, WordReading::names);
  drop_titles(family_words);
  words.read(rest, WordReading::names);
  PersonWords name{.suffix = take_suffix(family_words)};
  if (words.size() == 1 && !suffix_of(words[0]).empty()) {
    name.suffix = suffix_of(words[0]);
    words.clear();
  }
  drop_titles(words);
  const std::string_view given_suffix = take_suffix(words);
  if (name.suffix.empty()) name.suffix = given_suffix;
  if (particles == Particles::dropped) drop_particles(family_words, 0);
  name.given_names = words.size();
  for (std::size_t i = 0; i < family_words.size(); ++i) words.push(family_words[i]);
  return name;
}

/// True when a comma stands between "Family" and "Given" (not before a degree or "Jr"; a title that
/// may stand behind a name, too, stands here in front of one).
bool is_family_first(std::string_view after_comma, WordList& words) {
  words.read(after_comma, WordReading::names);
  if (words.empty() || !suffix_of(words[0]).empty()) return false;
  if (!is_degree(words[0])) return true;
  if (!is_title(words[0])) return false;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (!is_degree(words[i]) && !is_title(words[i])) return true;
  }
  return false;
}

}  // namespace

PersonWords read_person_name(std::string_view full_name, WordList& words, Particles particles) {
  const std::size_t comma = full_name.find(',');
  if (comma != std::string_view::npos && comma > 0 &&
      is_family_first(full_name.substr(comma + 1), words)) {
    return read_family_first(full_name.substr(0, comma), full_name.substr(comma + 1), words,
                             particles);
  }
  words.read(full_name, WordReading::names);
  drop_titles(words);
  drop_joined_title(words);
  part_unspaced_name(words);
  PersonWords name{.suffix = take_suffix(words)};
  if (words.empty()) return name;
  name.given_names = words.size() - 1;
  while (name.given_names > 1 && is_particle(words[name.given_names - 1])) --name.given_names;
  if (particles == Particles::dropped) drop_particles(words, name.given_names);
  return name;
}

void read_given_name(std::string_view text, WordList& words) {
  words.read(text, WordReading::names);
  drop_titles(words);
  drop_joined_title(words);
  take_suffix(words);
}

std::string_view read_family_name(std::string_view text, WordList& words) {
  words.read(text, WordReading::names);
  drop_particles(words, 0);
  return take_suffix(words);
}

PersonName parse_person_name(std::string_view full_name) {
  WordList& words = thread_words();
  const PersonWords read = read_person_name(full_name, words);
  PersonName name;
  if (read.given_names > 0) {
    name.given = words[0];
    name.middle = words.text(1, read.given_names);
  }
  name.family = words.text(read.given_names, words.size());
  name.suffix = read.suffix;
  return name;
}

std::string normalise_given_name(std::string_view text) {
  read_given_name(text, thread_words());
  return std::string(thread_words().text());
}

std::string normalise_family_name(std::string_view text) {
  read_family_name(text, thread_words());
  return std::string(thread_words().text());
}

std::string_view read_generational_suffix(std::string_view text) {
  if (certainly_no_suffix(text)) return {};
  thread_words().read(text, WordReading::names);
  return take_suffix(thread_words());
}

std::string_view read_stated_suffix(std::string_view text) {
  const std::string_view stated = trim(text);
  if (stated.size() == 1 && stated[0] >= '2' && stated[0] <= '5') return stated;
  thread_words().read(text, WordReading::names);
  for (std::size_t i = 0; i < thread_words().size(); ++i) {
    if (const std::string_view suffix = suffix_of(thread_words()[i]); !suffix.empty()) {
      return suffix;
    }
  }
  return {};
}

std::string generational_suffix(std::string_view text) {
  return std::string(read_generational_suffix(text));
}

bool same_given_name(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const auto left = tables::formal_names(a);
  const auto right = tables::formal_names(b);
  auto i = left.begin();
  auto j = right.begin();
  while (i != left.end() && j != right.end()) {
    if (*i == *j) return true;
    *i < *j ? ++i : ++j;
  }
  return false;
}

}  // namespace galena::match
