#include "intake/mapping_words.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "record/header_words.hpp"

namespace galena::detail {
namespace {

/// Words of one meaning; the first stands for all.
constexpr std::array<std::string_view, 9> kSameMeaning = {
    "mobile mobil cell cellphone cellular handy handynummer gsm movil celular cellulare telemovel "
    "portable mobiel komorka komorkowy mobiltelefon",
    "fax telefax",
    "phone telephone tel telefon telefono telefone telefoon rufnummer telefonnummer",
    "employee staff headcount mitarbeiter mitarbeiterzahl mitarbeiteranzahl effectif empleado "
    "dipendenti "
    "medewerker",
    "updated update modified modify changed geandert modifie modificado modificato gewijzigd",
    "close closed closing",
    "comment note remark bemerkung notiz kommentar commentaire remarque comentario commento "
    "opmerking uwagi",
    "revenue turnover umsatz jahresumsatz facturacion fatturato omzet",
    "id identifier uuid guid kennung"};

std::string_view without_plural(std::string_view word) {
  constexpr std::size_t kShortest = 4;
  const bool plural = word.size() >= kShortest && word.ends_with('s') && !word.ends_with("ss") &&
                      !word.ends_with("us") && !word.ends_with("is");
  return plural ? word.substr(0, word.size() - 1) : word;
}

bool is_listed(std::string_view word, std::string_view list) {
  while (!list.empty()) {
    const auto space = list.find(' ');
    if (list.substr(0, space) == word) return true;
    if (space == std::string_view::npos) return false;
    list.remove_prefix(space + 1);
  }
  return false;
}

std::string plain(std::string_view word) {
  for (const std::string_view meaning : kSameMeaning) {
    if (is_listed(word, meaning) || is_listed(without_plural(word), meaning)) {
      return std::string(meaning.substr(0, meaning.find(' ')));
    }
  }
  return std::string(without_plural(word));
}

bool says_nothing(std::string_view word) {
  return is_listed(
      word,
      "of the a an and or und oder et ou y e i de la le les du des del della di da do van der "
      "die das het n s your my ihr ihre in at on to for");
}

/// Concepts that may stand beside a field's words without changing them.
bool is_harmless(std::string_view word, bool of_an_id) {
  const auto about = concept_of(word);
  if (!about) return false;
  switch (*about) {
    case Concept::qualifier:
    case Concept::number:
      return true;
    case Concept::name:
    case Concept::person:
    case Concept::lead:
    case Concept::at:
    case Concept::time:
    case Concept::date:
      return !of_an_id;
    default:
      return false;
  }
}

}  // namespace

WordSet plain_words(std::string_view text, std::string_view entity) {
  WordSet words;
  WordSet all;
  for (const std::string& word : read_header(text).words) {
    all.insert(plain(word));
    if (!says_nothing(word)) words.insert(plain(word));
  }
  if (words.empty()) return all;
  if (words.size() > 1) words.erase(plain(fold_accents(entity)));
  return words;
}

WordSet field_words(const Field& field, std::string_view entity) {
  WordSet words = plain_words(field.name, entity);
  words.merge(plain_words(field.label.text, entity));
  for (const auto& [language, label] : field.label.translations) {
    words.merge(plain_words(label, entity));
  }
  return words;
}

bool only_harmless_words_beside(std::string_view header, const WordSet& field,
                                std::string_view entity) {
  const std::string own = plain(fold_accents(entity));
  const bool of_an_id = field.contains("id");
  const std::vector<std::string> words = read_header(header).words;
  return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    return field.contains(plain(word)) || plain(word) == own || says_nothing(word) ||
           is_harmless(word, of_an_id);
  });
}

bool is_known_word(std::string_view word) {
  const auto about = concept_of(word);
  return about && *about != Concept::qualifier;
}

bool contains_all(const WordSet& outer, const WordSet& inner) {
  return !inner.empty() && std::all_of(inner.begin(), inner.end(), [&](const std::string& word) {
    return outer.contains(word);
  });
}

}  // namespace galena::detail
