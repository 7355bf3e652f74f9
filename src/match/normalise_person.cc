// Names of persons.
#include "galena/match/normalise.hpp"
#include "match/tables.hpp"
#include "match/text.hpp"

namespace galena::match {

namespace {

constexpr std::string_view kTitles[] = {
    "capt",   "captain",  "col",  "dame",   "dipl",      "dir",    "doctor",   "dott",
    "dr",     "dra",      "eng",  "frau",   "fraulein",  "fru",    "gen",      "herr",
    "herrn",  "hon",      "ing",  "ir",     "lady",      "lic",    "lord",     "lt",
    "madame", "mag",      "maj",  "major",  "me",        "meneer", "mevr",     "mevrouw",
    "miss",   "mister",   "mlle", "mme",    "monsieur",  "mr",     "mrs",      "ms",
    "mx",     "pan",      "pani", "prof",   "professor", "rev",    "reverend", "senor",
    "senora", "senorita", "sig",  "signor", "signora",   "sigra",  "sir",      "sra",
    "srta"};
static_assert(std::is_sorted(std::begin(kTitles), std::end(kTitles)));

constexpr std::string_view kDegrees[] = {"ba",  "bsc", "cpa", "dds", "esq", "esquire",
                                         "jd",  "llb", "llm", "ma",  "mba", "md",
                                         "msc", "pe",  "phd", "pmp", "rn"};
static_assert(std::is_sorted(std::begin(kDegrees), std::end(kDegrees)));

constexpr std::string_view kParticles[] = {
    "abu", "al",  "af",  "ap",    "aus",    "av",  "bin", "binti", "bint", "da",  "dal", "dalla",
    "das", "de",  "dei", "del",   "della",  "den", "der", "des",   "di",   "do",  "dos", "du",
    "e",   "el",  "ibn", "la",    "las",    "le",  "les", "lo",    "los",  "op",  "ten", "ter",
    "the", "und", "van", "vande", "vander", "vom", "von", "y",     "zu",   "zum", "zur"};

bool is_particle(std::string_view word) {
  return std::find(std::begin(kParticles), std::end(kParticles), word) != std::end(kParticles);
}

std::string_view suffix_of(std::string_view word) {
  if (word == "jr" || word == "junior" || word == "jnr") return "jr";
  if (word == "sr" || word == "senior" || word == "snr") return "sr";
  if (word == "ii" || word == "2nd") return "2";
  if (word == "iii" || word == "3rd") return "3";
  if (word == "iv" || word == "4th") return "4";
  return {};
}

using Words = std::vector<std::string>;

/// Folded words with single letters kept apart ("J. R." is two initials).
Words name_words(std::string_view text) {
  const std::string folded = drop_apostrophes(fold(text));
  std::vector<std::string_view> pieces;
  split_words(folded, pieces);
  return Words(pieces.begin(), pieces.end());
}

void drop_titles(Words& list) {
  std::size_t count = 0;
  while (count + 1 < list.size() && is_one_of(list[count], kTitles)) ++count;
  list.erase(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(count));
}

/// Takes degrees and a generational suffix off the end; the last word stays in any case.
std::string take_suffix(Words& list) {
  std::string suffix;
  while (list.size() > 1) {
    const std::string_view found = suffix_of(list.back());
    if (found.empty() && !is_one_of(list.back(), kDegrees)) break;
    if (!found.empty()) suffix = found;
    list.pop_back();
  }
  return suffix;
}

std::string without_particles(const Words& list) {
  Words kept;
  for (const std::string& word : list) {
    if (!is_particle(word)) kept.push_back(word);
  }
  return kept.empty() ? join(list) : join(kept);
}

/// Sets given and middle from the words before the family name.
void set_given(PersonName& name, const Words& list) {
  if (list.empty()) return;
  name.given = list.front();
  name.middle = join(list, 1, list.size());
}

PersonName from_family_first(std::string_view family, std::string_view rest) {
  PersonName name;
  Words family_words = name_words(family);
  Words given_words = name_words(rest);
  name.suffix = take_suffix(family_words);
  if (given_words.size() == 1 && !suffix_of(given_words[0]).empty()) {
    name.suffix = suffix_of(given_words[0]);
    given_words.clear();
  }
  drop_titles(given_words);
  const std::string given_suffix = take_suffix(given_words);
  if (name.suffix.empty()) name.suffix = given_suffix;
  name.family = without_particles(family_words);
  set_given(name, given_words);
  return name;
}

/// True when a comma stands between "Family" and "Given" (not before a degree or "Jr").
bool is_family_first(std::string_view after_comma) {
  Words list = name_words(after_comma);
  return !list.empty() && suffix_of(list[0]).empty() && !is_one_of(list[0], kDegrees);
}

}  // namespace

PersonName parse_person_name(std::string_view full_name) {
  const std::size_t comma = full_name.find(',');
  if (comma != std::string_view::npos && comma > 0 &&
      is_family_first(full_name.substr(comma + 1))) {
    return from_family_first(full_name.substr(0, comma), full_name.substr(comma + 1));
  }
  Words list = name_words(full_name);
  drop_titles(list);
  PersonName name;
  name.suffix = take_suffix(list);
  if (list.empty()) return name;
  std::size_t family = list.size() - 1;
  while (family > 1 && is_particle(list[family - 1])) --family;
  name.family =
      without_particles(Words(list.begin() + static_cast<std::ptrdiff_t>(family), list.end()));
  set_given(name, Words(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(family)));
  return name;
}

std::string normalise_given_name(std::string_view text) {
  Words list = name_words(text);
  drop_titles(list);
  take_suffix(list);
  return join(list);
}

std::string normalise_family_name(std::string_view text) {
  Words list = name_words(text);
  Words kept;
  for (const std::string& word : list) {
    if (!is_particle(word)) kept.push_back(word);
  }
  if (kept.empty()) return join(list);
  take_suffix(kept);
  return join(kept);
}

std::string generational_suffix(std::string_view text) {
  Words list = name_words(text);
  return take_suffix(list);
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
