// Look-ups of names: letters, persons, companies.
#include <algorithm>
#include <charconv>
#include <deque>
#include <string>
#include <vector>

#include "galena/base/utf8.hpp"
#include "galena/match/normalise.hpp"
#include "match/normal_form.hpp"
#include "match/table_reading.hpp"
#include "match/tables.hpp"

namespace galena::match::tables {

namespace {

TextMap<std::uint32_t> read_frequencies(std::string_view table) {
  TextMap<std::uint32_t> names;
  for_each_entry(table, [&](std::string_view entry) {
    const auto [name, number] = split_first(entry, ' ');
    std::uint32_t per_million = 0;
    std::from_chars(number.data(), number.data() + number.size(), per_million);
    names.emplace(name, per_million);
  });
  return names;
}

std::uint32_t look_up(const TextMap<std::uint32_t>& names, std::string_view name) {
  const auto found = names.find(name);
  return found == names.end() ? 0 : found->second;
}

struct Nicknames {
  std::vector<std::string_view> formal;            // by number
  TextMap<std::vector<std::uint16_t>> formals_of;  // every known name
  TextMap<std::string_view> usual;

  Nicknames() {
    for_each_entry(kNicknames, [&](std::string_view entry) {
      const auto number = static_cast<std::uint16_t>(formal.size());
      auto [name, rest] = split_first(entry, ' ');
      formal.push_back(name);
      formals_of[name].push_back(number);
      while (!rest.empty()) {
        const auto [nickname, others] = split_first(rest, ' ');
        formals_of[nickname].push_back(number);
        rest = others;
      }
    });
    for (auto& [name, numbers] : formals_of) {
      std::sort(numbers.begin(), numbers.end());
      usual.emplace(name, most_frequent(name, numbers));
    }
  }

  /// A name that is more frequent than every formal name it may stand for represents itself.
  std::string_view most_frequent(std::string_view name,
                                 const std::vector<std::uint16_t>& numbers) const {
    std::string_view best = name;
    std::uint32_t best_frequency = given_name_per_million(name);
    for (const std::uint16_t number : numbers) {
      const std::uint32_t frequency = given_name_per_million(formal[number]);
      if (frequency > best_frequency) {
        best = formal[number];
        best_frequency = frequency;
      }
    }
    return best;
  }
};

const Nicknames& nicknames() {
  static const Nicknames kTable;
  return kTable;
}

struct LegalForms {
  TextMap<std::string_view> class_of;
  WordTable<std::size_t> longest_ending;
  WordTable<std::size_t> longest_starting;
  std::deque<std::string> folded;  // owns the forms as they are read

  LegalForms() {
    WordList words;
    for_each_entry(kLegalForms, [&](std::string_view entry) {
      const auto [generic, plain] = split_first(entry, ' ');
      read_company_words(plain, words);
      const std::string_view form = folded.emplace_back(words.text());
      class_of.emplace(form, generic);
      const auto count = static_cast<std::size_t>(std::count(form.begin(), form.end(), ' ')) + 1;
      std::size_t& ending = longest_ending[form.substr(form.rfind(' ') + 1)];
      ending = std::max(ending, count);
      std::size_t& starting = longest_starting[form.substr(0, form.find(' '))];
      starting = std::max(starting, count);
    });
  }
};

const LegalForms& legal_forms() {
  static const LegalForms kTable;
  return kTable;
}

std::size_t count_of(const WordTable<std::size_t>& table, std::string_view word) {
  const std::size_t* const found = table.find(word);
  return found == nullptr ? 0 : *found;
}

}  // namespace

std::optional<std::string_view> latin_letters(char32_t letter) {
  static const auto kTable = [] {
    boost::unordered_flat_map<char32_t, std::string_view> letters;
    for_each_entry(kTransliteration, [&](std::string_view entry) {
      std::size_t size = 0;
      const char32_t from = galena::detail::next_character(entry, size);
      letters.emplace(from, entry.substr(size + 1));
    });
    return letters;
  }();
  const auto found = kTable.find(letter);
  if (found == kTable.end()) return std::nullopt;
  return found->second;
}

const PersonWord& person_word(std::string_view word) {
  static const auto kTable = [] {
    WordTable<PersonWord> words;
    for_each_entry(kPersonWords, [&](std::string_view entry) {
      const auto [name, rest] = split_first(entry, ' ');
      const auto [kind, meaning] = split_first(rest, ' ');
      PersonWord& person = words[name];
      person.title = person.title || kind == "title";
      person.degree = person.degree || kind == "degree";
      person.particle = person.particle || kind == "particle";
      person.joiner = person.joiner || kind == "joiner";
      if (kind == "suffix") person.suffix = meaning;
    });
    return words;
  }();
  static constexpr PersonWord kName;
  const PersonWord* const found = kTable.find(word);
  return found == nullptr ? kName : *found;
}

std::uint32_t given_name_per_million(std::string_view name) {
  static const TextMap<std::uint32_t> kTable = read_frequencies(kGivenNames);
  return look_up(kTable, name);
}

std::uint32_t surname_per_million(std::string_view name) {
  static const TextMap<std::uint32_t> kTable = read_frequencies(kSurnames);
  return look_up(kTable, name);
}

std::span<const std::uint16_t> formal_names(std::string_view name) {
  const auto& table = nicknames().formals_of;
  const auto found = table.find(name);
  if (found == table.end()) return {};
  return found->second;
}

std::string_view usual_formal_name(std::string_view name) {
  const auto& table = nicknames().usual;
  const auto found = table.find(name);
  return found == table.end() ? name : found->second;
}

std::string_view legal_form_class(std::string_view form) {
  const auto found = legal_forms().class_of.find(form);
  return found == legal_forms().class_of.end() ? std::string_view() : found->second;
}

std::size_t longest_form_ending(std::string_view word) {
  return count_of(legal_forms().longest_ending, word);
}
std::size_t longest_form_starting(std::string_view word) {
  return count_of(legal_forms().longest_starting, word);
}

std::string_view number_of_word(std::string_view word) {
  static const WordTable<std::string_view> kTable = [] {
    WordTable<std::string_view> words;
    for_each_entry(kNumberWords, [&](std::string_view entry) {
      const auto [name, number] = split_first(entry, ' ');
      words[name] = number;
    });
    return words;
  }();
  const std::string_view* const found = kTable.find(word);
  return found == nullptr ? std::string_view() : *found;
}

bool is_common_company_word(std::string_view word) {
  static const WordTable<bool> kTable = [] {
    WordTable<bool> words;
    for_each_entry(kCompanyWords, [&](std::string_view entry) { words[entry] = true; });
    return words;
  }();
  return kTable.find(word) != nullptr;
}

}  // namespace galena::match::tables
