// Look-ups of contacts: mail, telephones, streets, countries, regions.
#include <array>
#include <charconv>
#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "galena/match/normalise.hpp"
#include "match/table_reading.hpp"
#include "match/tables.hpp"
#include "match/text.hpp"

namespace galena::match::tables {

namespace {

struct Mailboxes {
  WordTable<MailDomain> domains;
  WordTable<bool> roles;

  Mailboxes() {
    for_each_entry(kFreeMailDomains, [&](std::string_view entry) { domains[entry].free = true; });
    for_each_entry(kMailboxes, [&](std::string_view entry) {
      const auto [kind, rest] = split_first(entry, ' ');
      const auto [name, meaning] = split_first(rest, ' ');
      if (kind == "role") roles[name] = true;
      if (kind == "alias") domains[name].usual = meaning;
      if (kind == "ignored") domains[name].ignored = meaning;
    });
    for (auto& [name, domain] : domains.entries()) {
      const auto usual = domains.entries().find(domain.usual);
      if (usual == domains.entries().end()) continue;
      domain.free = usual->second.free = domain.free || usual->second.free;
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

constexpr std::size_t kLongestCode = 3;

/// A look-up by calling codes, which have up to three digits and do not begin with 0.
template <class T>
class CodeTable {
 public:
  /// The entry of such a code, made when new.
  T& operator[](std::string_view code) {
    std::uint16_t& number = numbers_[place_of(code)];
    if (number == 0) {
      number = static_cast<std::uint16_t>(entries_.size());
      entries_.emplace_back();
    }
    return entries_[number];
  }
  /// Null when it is not in the table, or no calling code.
  [[nodiscard]] const T* find(std::string_view code) const {
    const std::uint16_t number = numbers_[place_of(code)];
    return number == 0 ? nullptr : &entries_[number];
  }

 private:
  /// 0 for what is no code.
  static std::size_t place_of(std::string_view code) {
    if (code.empty() || code.size() > kLongestCode || code[0] == '0' || !all_digits(code)) return 0;
    std::size_t place = 0;
    for (const char c : code) place = 10 * place + static_cast<std::size_t>(c - '0');
    return place;
  }
  std::array<std::uint16_t, 1000> numbers_{};  // by place: of the entry; 0: none
  std::vector<T> entries_{1};
};

CodeTable<PhonePlan> read_phone_plans() {
  CodeTable<PhonePlan> plans;
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
  CodeTable<std::string_view> calling_codes;
  std::deque<std::string> folded;  // owns what fold() made

  Countries() {
    for_each_entry(kCountries, [&](std::string_view entry) {
      const auto [code, rest] = split_first(entry, ' ');
      auto [dial, names] = split_first(rest, ' ');
      code_of.emplace(code, code);
      if (dial != "0") {
        calling.emplace(code, dial);
        const std::string_view calling_code = dial.starts_with("1") ? dial.substr(0, 1) : dial;
        if (calling_code.size() <= kLongestCode) calling_codes[calling_code] = calling_code;
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

const StreetWord& street_word(std::string_view word) {
  static const auto kTable = [] {
    WordTable<StreetWord> words;
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
  const StreetWord* const found = kTable.find(word);
  return found == nullptr ? kName : *found;
}

const MailDomain& mail_domain(std::string_view domain) {
  static constexpr MailDomain kUnknown;
  const MailDomain* const found = mailboxes().domains.find(domain);
  return found == nullptr ? kUnknown : *found;
}

bool is_role_mailbox(std::string_view mailbox) {
  return mailboxes().roles.find(mailbox) != nullptr;
}

namespace {

struct SiteHosts {
  WordTable<SiteHost> hosts;
  WordTable<bool> before;

  SiteHosts() {
    for_each_entry(kSiteHosts, [&](std::string_view entry) {
      const auto [kind, name] = split_first(entry, ' ');
      if (kind == "before") {
        before[name] = true;
      } else {
        hosts[name] = kind == "page" ? SiteHost::page : SiteHost::host;
      }
    });
  }
};

const SiteHosts& site_hosts() {
  static const SiteHosts kTable;
  return kTable;
}

}  // namespace

SiteHost site_host(std::string_view host) {
  const SiteHost* const found = site_hosts().hosts.find(host);
  return found == nullptr ? SiteHost::none : *found;
}

bool is_before_page(std::string_view segment) {
  return site_hosts().before.find(segment) != nullptr;
}

const PhonePlan* phone_plan(std::string_view calling_code) {
  static const CodeTable<PhonePlan> kTable = read_phone_plans();
  return kTable.find(calling_code);
}

std::string_view country_code(std::string_view name) {
  const auto& table = countries().code_of;
  const auto found = table.find(name);
  return found == table.end() ? std::string_view() : found->second;
}

std::string_view calling_code(std::string_view country) {
  if (country.empty()) return {};
  const auto& table = countries().calling;
  const auto found = table.find(country);
  if (found == table.end()) return {};
  return found->second.starts_with("1") ? found->second.substr(0, 1) : found->second;
}

std::string_view calling_code_of(std::string_view digits) {
  const auto& codes = countries().calling_codes;
  for (std::size_t size = std::min(kLongestCode, digits.size()); size > 0; --size) {
    if (const std::string_view* const found = codes.find(digits.substr(0, size))) return *found;
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
