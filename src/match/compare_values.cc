// The level that two different values of one feature fall into. The levels, strongest first, are
// those of level_names(); the numbers below follow their order.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>

#include "galena/match/similarity.hpp"
#include "match/edit_distance.hpp"
#include "match/feature.hpp"
#include "match/sketch.hpp"
#include "match/text.hpp"
#include "match/token_agreement.hpp"
#include "match/value_pair.hpp"

namespace galena::match {

namespace {

using Pair = ValuePair;

/// Characters of the words of `a` that are no words of `b`.
std::size_t characters_of_own(const ValueStore& store_a, const StoredValue& a,
                              const ValueStore& store_b, const StoredValue& b) {
  std::size_t characters = 0;
  for (const TokenId id : store_a.tokens(a)) {
    const Token& token = store_a.token(id);
    if (token_with(store_b, b, token.hash) != nullptr) continue;
    characters += length_of(store_a.token_text(id));
  }
  return characters;
}

/// Few slips for their length, and no more than one in three letters of the words that are not the
/// same: in "SWN Elektrotechnik" and "KFG Elektrotechnik" three letters are the whole name.
bool is_misspelt_company(const Pair& pair) {
  const std::size_t shorter = pair.shorter();
  if (shorter < 6 || pair.osa(shorter / 6) > shorter / 6) return false;
  const std::size_t own = std::max<std::size_t>(
      3, std::min(characters_of_own(pair.store_a, pair.a, pair.store_b, pair.b),
                  characters_of_own(pair.store_b, pair.b, pair.store_a, pair.a)));
  return own / 3 >= shorter / 6 || pair.osa(own / 3) <= own / 3;
}

Agreement compare_companies(const Pair& pair) {
  enum : std::uint8_t { exact = 1, same_words, most_words, contained, some_words, different };
  if (!companies_may_agree(pair.a.mask, pair.b.mask)) return {different, 0};
  if (pair.a.first == pair.b.first) return {same_words, pair.rarity()};  // good will, goodwill
  const bool acronym = (pair.a.second != 0 && pair.a.second == pair.b.hash) ||
                       (pair.b.second != 0 && pair.b.second == pair.a.hash);
  if (acronym) return {contained, pair.rarity()};
  const TokenAgreement tokens =
      agree_tokens(pair.store_a, pair.a, pair.store_b, pair.b, TokenMatch::words);
  const double similarity = tokens.similarity();
  const Weight rarity = capped(pair, tokens.shared);
  if (tokens.exact_pairs == tokens.count_a && tokens.exact_pairs == tokens.count_b) {
    return {same_words, rarity};
  }
  if (similarity >= 0.85) return {most_words, rarity};
  if (is_misspelt_company(pair)) return {most_words, pair.rarity()};
  if (tokens.containment() >= 0.95) return {contained, rarity};
  if (similarity >= 0.5) return {some_words, rarity};
  return {different, 0};
}

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (is_ascii_digit(c)) digits += c;
  }
  return digits;
}

/// A slip or two, a space among them, in texts whose numbers are the same.
bool is_slip(const Pair& pair) {
  const std::size_t shorter = pair.shorter();
  const std::size_t most = 1 + shorter / 16;
  return shorter >= 5 && pair.characters_apart() <= 2 * static_cast<int>(most) &&
         pair.osa(most) <= most && digits_of(pair.text_a()) == digits_of(pair.text_b());
}

Agreement compare_texts(const Pair& pair) {
  enum : std::uint8_t { equal = 1, most_words, some_words, few_words, different };
  const TokenAgreement tokens =
      agree_tokens(pair.store_a, pair.a, pair.store_b, pair.b, TokenMatch::words);
  const double similarity = tokens.similarity();
  if (similarity >= 0.8 || is_slip(pair)) {
    return {most_words,
            std::max(capped(pair, tokens.shared), similarity >= 0.8 ? 0 : pair.rarity())};
  }
  if (similarity >= 0.5 || tokens.containment() >= 0.9)
    return {some_words, capped(pair, tokens.shared)};
  if (similarity >= 0.2) return {few_words, 0};
  return {different, 0};
}

Agreement compare_streets(const Pair& pair) {
  enum : std::uint8_t {
    exact = 1,
    close,
    number_missing,
    unit_differs,
    number_differs,
    partial,
    different
  };
  const TokenAgreement tokens =
      agree_tokens(pair.store_a, pair.a, pair.store_b, pair.b, TokenMatch::words);
  const bool both_numbers = pair.a.first != 0 && pair.b.first != 0;
  const bool same_number = both_numbers && pair.a.first == pair.b.first;
  const bool units_differ =
      pair.a.second != 0 && pair.b.second != 0 && pair.a.second != pair.b.second;
  const double overlap = std::max(tokens.similarity(), tokens.containment() * 0.98);
  if (tokens.count_a == 0 || tokens.count_b == 0) {
    return {
        same_number || (pair.a.second != 0 && pair.a.second == pair.b.second) ? partial : different,
        0};
  }
  if (overlap >= 0.8) {
    if (units_differ && (same_number || !both_numbers)) return {unit_differs, pair.rarity()};
    if (same_number) return {close, pair.rarity()};
    if (!both_numbers) return {number_missing, capped(pair, tokens.shared)};
    return {number_differs, capped(pair, tokens.shared)};
  }
  if (overlap >= 0.5) return {same_number ? close : partial, capped(pair, tokens.shared)};
  return {different, 0};
}

/// The same digits, or one slip among at least three.
bool digits_fit(std::string_view a, std::string_view b) {
  const std::string left = digits_of(a);
  const std::string right = digits_of(b);
  return left == right ||
         (std::max(left.size(), right.size()) >= 3 && osa_ascii(left, right, 1) <= 1);
}

/// A slip leaves one end of a mailbox as it was.
bool mailbox_ends_fit(std::string_view a, std::string_view b) {
  a = a.substr(0, a.find('@'));
  b = b.substr(0, b.find('@'));
  const auto last = [](std::string_view text) {
    return text.substr(text.size() - std::min(kMailboxEnds, text.size()));
  };
  return a.substr(0, kMailboxEnds) == b.substr(0, kMailboxEnds) || last(a) == last(b);
}

Agreement compare_emails(const Pair& pair) {
  enum : std::uint8_t { exact = 1, mailbox, close, name_mailbox, domain, different };
  const bool same_domain = pair.a.second != 0 && pair.a.second == pair.b.second;
  if (pair.characters_apart() <= kAddressesApart &&
      mailbox_ends_fit(pair.text_a(), pair.text_b())) {
    const std::size_t distance = pair.osa(2);
    // At one domain, short mailboxes of two people are easily two letters apart; and other digits
    // behind a name are another person, unless they are a slip within them.
    const std::size_t size = pair.shorter();
    const bool near = distance <= 1 || (distance == 2 && (!same_domain || size >= 18));
    if (near && digits_fit(pair.text_a(), pair.text_b())) return {close, 0};
  }
  if (pair.a.first != 0 && pair.a.first == pair.b.first) return {mailbox, 0};
  if (same_domain && ((pair.a.flags | pair.b.flags) & kFreeMail) == 0) return {domain, 0};
  return {different, 0};
}

Agreement compare_phones(const Pair& pair) {
  enum : std::uint8_t { exact = 1, tail, close, different };
  const std::string_view a = pair.text_a();
  const std::string_view b = pair.text_b();
  const std::size_t shorter = std::min(a.size(), b.size());
  if (shorter >= 7 && a.size() != b.size() &&
      a.substr(a.size() - shorter) == b.substr(b.size() - shorter)) {
    return {tail, pair.rarity()};
  }
  if (shorter >= 9 && a.substr(a.size() - 9) == b.substr(b.size() - 9))
    return {tail, pair.rarity()};
  if (pair.characters_apart() <= 2 && shorter >= 7 && pair.osa(1) <= 1) return {close, 0};
  return {different, 0};
}

Agreement compare_places(const Pair& pair) {
  enum : std::uint8_t { exact = 1, close, different };
  if (pair.characters_apart() > kPlacesApart) return {different, 0};
  const double similarity = pair.jaro_winkler();
  return {static_cast<std::uint8_t>(similarity >= 0.88 ? close : different), pair.rarity()};
}

Agreement compare_postal_codes(const Pair& pair) {
  enum : std::uint8_t { exact = 1, close, area, different };
  if (pair.characters_apart() <= 2 && pair.osa(1) <= 1) return {close, 0};
  const std::string_view a = pair.text_a();
  const std::string_view b = pair.text_b();
  const std::size_t prefix = std::min<std::size_t>(3, std::min(a.size(), b.size()) - 1);
  if (prefix >= 2 && a.substr(0, prefix) == b.substr(0, prefix)) return {area, 0};
  return {different, 0};
}

struct DayParts {
  int year, month, day;
};
DayParts parts_of(const StoredValue& value, bool short_year) {
  const int packed = static_cast<int>(value.first);
  const int year = packed / 10000;
  return {short_year ? year % 100 : year, packed / 100 % 100, packed % 100};
}

Agreement compare_birth_dates(const Pair& pair) {
  enum : std::uint8_t { exact = 1, swapped, close, two_parts, near, different };
  const bool short_year = ((pair.a.flags | pair.b.flags) & kShortYear) != 0;
  const DayParts a = parts_of(pair.a, short_year);
  const DayParts b = parts_of(pair.b, short_year);
  const bool same_year = a.year == b.year;
  if (a.month == 0 || b.month == 0) {  // a year alone
    if (same_year) return {two_parts, 0};
    return {std::abs(a.year - b.year) <= 1 ? near : different, 0};
  }
  if (same_year && a.month == b.month && a.day == b.day) return {exact, pair.rarity()};
  if (same_year && a.month == b.day && a.day == b.month) return {swapped, pair.rarity()};
  const auto text_of = [](const StoredValue& value, std::string_view text, bool cut) {
    return cut && (value.flags & kShortYear) == 0 ? text.substr(2) : text;
  };
  if (osa_ascii(text_of(pair.a, pair.text_a(), short_year),
                text_of(pair.b, pair.text_b(), short_year), 1) <= 1) {
    return {close, 0};
  }
  const int same = static_cast<int>(same_year) + static_cast<int>(a.month == b.month) +
                   static_cast<int>(a.day == b.day);
  if (same == 2) return {two_parts, 0};
  if (std::abs(a.year - b.year) <= 1) return {near, 0};
  return {different, 0};
}

Agreement compare_dates(const Pair& pair) {
  enum : std::uint8_t { exact = 1, near, different };
  const auto a = static_cast<std::int64_t>(pair.a.second);
  const auto b = static_cast<std::int64_t>(pair.b.second);
  return {static_cast<std::uint8_t>(std::abs(a - b) <= 31 ? near : different), 0};
}

Agreement compare_identifiers(const Pair& pair) {
  enum : std::uint8_t { exact = 1, close, different };
  const bool near = pair.ascii() && std::min(pair.a.size, pair.b.size) >= 5 &&
                    pair.characters_apart() <= 2 && pair.osa(1) <= 1;
  return {static_cast<std::uint8_t>(near ? close : different), 0};
}

Agreement compare_numbers(const Pair& pair) {
  enum : std::uint8_t { equal = 1, near, roughly, different };
  double a = 0;
  double b = 0;
  std::memcpy(&a, &pair.a.first, sizeof a);
  std::memcpy(&b, &pair.b.first, sizeof b);
  const double difference = relative_difference(a, b);
  if (difference <= 0.01) return {near, 0};
  return {static_cast<std::uint8_t>(difference <= 0.1 ? roughly : different), 0};
}

}  // namespace

std::uint8_t different_level(Comparison comparison) {
  return static_cast<std::uint8_t>(level_names(comparison).size());
}

Agreement compare_values(Comparison comparison, const ValueStore& store_a, ValueId a,
                         const ValueStore& store_b, ValueId b) {
  const Pair pair{store_a, store_a[a], store_b, store_b[b]};
  switch (comparison) {
    case Comparison::full_name:
      return compare_full_names(pair);
    case Comparison::first_name:
      return compare_first_names(pair);
    case Comparison::middle_name:
      return compare_middle_names(pair);
    case Comparison::last_name:
      return compare_last_names(pair);
    case Comparison::company:
      return compare_companies(pair);
    case Comparison::email:
      return compare_emails(pair);
    case Comparison::phone:
      return compare_phones(pair);
    case Comparison::street:
      return compare_streets(pair);
    case Comparison::unit:
    case Comparison::text:
      return compare_texts(pair);
    case Comparison::city:
      return compare_places(pair);
    case Comparison::postal_code:
      return compare_postal_codes(pair);
    case Comparison::birth_date:
      return compare_birth_dates(pair);
    case Comparison::date:
      return compare_dates(pair);
    case Comparison::identifier:
      return compare_identifiers(pair);
    case Comparison::number:
      return compare_numbers(pair);
    case Comparison::website:
    case Comparison::region:
    case Comparison::country:
    case Comparison::category:
    case Comparison::name_suffix:
      return {different_level(comparison), 0};
  }
  return {different_level(comparison), 0};
}

}  // namespace galena::match
