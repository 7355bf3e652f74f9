#include "match/tables.hpp"

#include <algorithm>
#include <array>
#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>
#include <charconv>
#include <deque>
#include <string>
#include <vector>

#include "galena/base/utf8.hpp"
#include "galena/match/normalise.hpp"
#include "match/hash.hpp"
#include "match/text.hpp"

namespace galena::match::tables {

namespace {

constexpr std::size_t kLongestPersonWord = 16;

template <class T>
using TextMap = boost::unordered_flat_map<std::string_view, T, TextHash, TextEqual>;

/// Calls `use` with every entry of a generated table.
template <class Use>
void for_each_entry(std::string_view table, Use use) {
  while (!table.empty()) {
    const std::size_t end = std::min(table.find('\n'), table.size());
    if (end != 0) use(table.substr(0, end));
    table.remove_prefix(std::min(end + 1, table.size()));
  }
}

std::pair<std::string_view, std::string_view> split_first(std::string_view text, char separator) {
  const std::size_t at = text.find(separator);
  if (at == std::string_view::npos) return {text, {}};
  return {text.substr(0, at), text.substr(at + 1)};
}

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

struct Mailboxes {
  TextMap<MailDomain> domains;
  boost::unordered_flat_set<std::string_view, TextHash, TextEqual> roles;

  Mailboxes() {
    for_each_entry(kFreeMailDomains, [&](std::string_view entry) { domains[entry].free = true; });
    for_each_entry(kMailboxes, [&](std::string_view entry) {
      const auto [kind, rest] = split_first(entry, ' ');
      const auto [name, meaning] = split_first(rest, ' ');
      if (kind == "role") roles.insert(name);
      if (kind == "alias") domains[name].usual = meaning;
      if (kind == "ignored") domains[name].ignored = meaning;
    });
    for (auto& [name, domain] : domains) {
      const auto usual = domains.find(domain.usual);
      if (usual == domains.end()) continue;
      domain.free = usual->second.free;
      domain.ignored = usual->second.ignored;
    }
  }
};

const Mailboxes& mailboxes() {
  static const Mailboxes kTable;
  return kTable;
}

std::size_t number_of(std::string_view digits) {
  std::size_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

TextMap<PhonePlan> read_phone_plans() {
  TextMap<PhonePlan> plans;
  for_each_entry(kPhones, [&](std::string_view entry) {
    const auto [code, lengths] = split_first(entry, ' ');
    const auto [fewest, rest] = split_first(lengths, ' ');
    auto [most, prefixes] = split_first(rest, ' ');
    PhonePlan& plan = plans[code];
    plan.fewest = number_of(fewest);
    plan.most = number_of(most);
    while (!prefixes.empty()) {
      const auto [prefix, others] = split_first(prefixes, ' ');
      plan.keeps_zero = plan.keeps_zero || prefix == "keep";
      if (is_ascii_digit(prefix[0]) && prefix != "0") plan.prefixes.push_back(prefix);
      prefixes = others;
    }
  });
  return plans;
}

struct Countries {
  TextMap<std::string_view> code_of;  // every name, folded
  TextMap<std::string_view> calling;
  boost::unordered_flat_set<std::string_view, TextHash, TextEqual> calling_codes;
  std::deque<std::string> folded;  // owns what fold() made

  Countries() {
    for_each_entry(kCountries, [&](std::string_view entry) {
      const auto [code, rest] = split_first(entry, ' ');
      auto [dial, names] = split_first(rest, ' ');
      code_of.emplace(code, code);
      if (dial != "0") {
        calling.emplace(code, dial);
        calling_codes.insert(dial.starts_with("1") ? dial.substr(0, 1) : dial);
      }
      while (!names.empty()) {
        const auto [name, others] = split_first(names, '|');
        code_of.emplace(folded.emplace_back(fold(name)), code);
        names = others;
      }
    });
  }
};

const Countries& countries() {
  static const Countries kTable;
  return kTable;
}

struct LegalForms {
  TextMap<std::string_view> class_of;
  TextMap<std::size_t> longest_ending;
  TextMap<std::size_t> longest_starting;
  std::deque<std::string> folded;  // owns what fold() made

  LegalForms() {
    for_each_entry(kLegalForms, [&](std::string_view entry) {
      const auto [generic, plain] = split_first(entry, ' ');
      const std::string_view form = folded.emplace_back(fold(plain));
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

std::size_t count_of(const TextMap<std::size_t>& table, std::string_view word) {
  const auto found = table.find(word);
  return found == table.end() ? 0 : found->second;
}

struct Regions {
  TextMap<std::string_view> by_country_and_code;  // "us ca"
  TextMap<std::string_view> by_code;              // empty name: known in several countries

  Regions() {
    for_each_entry(kRegions, [&](std::string_view entry) {
      const std::size_t space = entry.find(' ', 3);
      const std::string_view key = entry.substr(0, space);
      const std::string_view name = entry.substr(space + 1);
      by_country_and_code.emplace(key, name);
      const auto [place, is_new] = by_code.emplace(key.substr(3), name);
      if (!is_new && place->second != name) place->second = {};
    });
    for (const auto& [key, name] : by_country_and_code) {
      if (key.starts_with("us ")) by_code[key.substr(3)] = name;
    }
  }
};

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
    TextMap<PersonWord> words;
    for_each_entry(kPersonWords, [&](std::string_view entry) {
      const auto [name, rest] = split_first(entry, ' ');
      const auto [kind, meaning] = split_first(rest, ' ');
      PersonWord& person = words[name];
      person.title = person.title || kind == "title";
      person.degree = person.degree || kind == "degree";
      person.particle = person.particle || kind == "particle";
      if (kind == "suffix") person.suffix = meaning;
    });
    return words;
  }();
  static constexpr PersonWord kName;
  if (word.size() > kLongestPersonWord) return kName;
  const auto found = kTable.find(word);
  return found == kTable.end() ? kName : found->second;
}

const StreetWord& street_word(std::string_view word) {
  static const auto kTable = [] {
    TextMap<StreetWord> words;
    for_each_entry(kStreetWords, [&](std::string_view entry) {
      const auto [name, rest] = split_first(entry, ' ');
      const auto [kind, usual] = split_first(rest, ' ');
      StreetWord& street = words[name];
      if (kind == "word") street.word = usual;
      if (kind == "first") street.first = usual;
      street.unit = street.unit || kind == "unit" || kind == "storey";
      street.storey = street.storey || kind == "storey";
      street.box = street.box || kind == "box";
      street.number_sign = street.number_sign || kind == "number";
    });
    return words;
  }();
  static constexpr StreetWord kName;
  const auto found = kTable.find(word);
  return found == kTable.end() ? kName : found->second;
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

const MailDomain& mail_domain(std::string_view domain) {
  static constexpr MailDomain kUnknown;
  const auto found = mailboxes().domains.find(domain);
  return found == mailboxes().domains.end() ? kUnknown : found->second;
}

bool is_role_mailbox(std::string_view mailbox) { return mailboxes().roles.contains(mailbox); }

const PhonePlan* phone_plan(std::string_view calling_code) {
  static const TextMap<PhonePlan> kTable = read_phone_plans();
  const auto found = kTable.find(calling_code);
  return found == kTable.end() ? nullptr : &found->second;
}

std::string_view country_code(std::string_view name) {
  const auto& table = countries().code_of;
  const auto found = table.find(name);
  return found == table.end() ? std::string_view() : found->second;
}

std::string_view calling_code(std::string_view country) {
  const auto& table = countries().calling;
  const auto found = table.find(country);
  if (found == table.end()) return {};
  return found->second.starts_with("1") ? found->second.substr(0, 1) : found->second;
}

std::string_view calling_code_of(std::string_view digits) {
  const auto& codes = countries().calling_codes;
  for (std::size_t size = std::min<std::size_t>(3, digits.size()); size > 0; --size) {
    const auto found = codes.find(digits.substr(0, size));
    if (found != codes.end()) return *found;
  }
  return {};
}

std::string_view region_name(std::string_view abbreviation, std::string_view country) {
  static const Regions kTable;
  if (country.empty()) {
    const auto found = kTable.by_code.find(abbreviation);
    return found == kTable.by_code.end() ? std::string_view() : found->second;
  }
  const std::string key = std::string(country) + " " + std::string(abbreviation);
  const auto found = kTable.by_country_and_code.find(std::string_view(key));
  return found == kTable.by_country_and_code.end() ? std::string_view() : found->second;
}

}  // namespace galena::match::tables
