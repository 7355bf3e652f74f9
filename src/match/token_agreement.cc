#include "match/token_agreement.hpp"

#include <algorithm>
#include <array>

#include "galena/match/similarity.hpp"
#include "match/characters.hpp"
#include "match/edit_distance.hpp"
#include "match/hash.hpp"
#include "match/name_sound.hpp"
#include "match/sketch.hpp"
#include "match/tables.hpp"
#include "match/text.hpp"

namespace galena::match {

namespace {

constexpr std::size_t kMost = 48;
constexpr std::size_t kFree = kMost;

struct Partners {
  std::array<std::uint8_t, kMost> of_a;
  std::array<std::uint8_t, kMost> of_b;
  std::array<double, kMost> similarity;  // by word of a
};

double similarity_of(std::string_view a, std::string_view b, TokenMatch match) {
  return match == TokenMatch::words ? word_similarity(a, b) : name_word_similarity(a, b);
}

/// The words of one stored value.
struct StoredWords {
  const ValueStore& store;
  std::span<const TokenId> tokens;

  [[nodiscard]] std::size_t size() const { return std::min(tokens.size(), kMost); }
  [[nodiscard]] const Token& operator[](std::size_t i) const { return store.token(tokens[i]); }
  [[nodiscard]] std::string_view text(std::size_t i) const { return store.token_text(tokens[i]); }
};

/// Words in a list.
struct ListedWords {
  std::span<const WeightedWord> words;

  [[nodiscard]] std::size_t size() const { return std::min(words.size(), kMost); }
  [[nodiscard]] const WeightedWord& operator[](std::size_t i) const { return words[i]; }
  [[nodiscard]] std::string_view text(std::size_t i) const { return words[i].text; }
};

template <class Words>
void pair_equal_words(const Words& a, const Words& b, Partners& partners) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j) {
      if (a[i].hash != b[j].hash || partners.of_b[j] != kFree) continue;
      partners.of_a[i] = static_cast<std::uint8_t>(j);
      partners.of_b[j] = static_cast<std::uint8_t>(i);
      partners.similarity[i] = 1;
      break;
    }
  }
}

/// What may_be_similar() reads of a word.
struct WordShape {
  std::uint64_t mask;
  int size;
  bool ascii;
};
WordShape shape_of(const Token& token) { return {token.mask, token.size, token.ascii}; }
WordShape shape_of(const WeightedWord& word) {
  return {word.mask, static_cast<int>(word.text.size()), is_plain_ascii(word.text)};
}

/// False when word_similarity() certainly is 0: characters that the other word has not are no
/// common ones, which bounds Jaro similarity; a common beginning adds at most 0.4 (1 - Jaro).
bool may_be_similar(const WordShape& a, const WordShape& b) {
  if (!a.ascii || !b.ascii) return true;
  const int shorter = std::min(a.size, b.size);
  const int longer = std::max(a.size, b.size);
  if (shorter < 3) return false;
  const std::uint64_t a_only = a.mask & ~b.mask;
  const std::uint64_t b_only = b.mask & ~a.mask;
  const bool contained = a_only == 0 || b_only == 0;
  if (contained && shorter >= 4) return true;  // perhaps the beginning of the other
  if (longer > shorter + 3) return false;
  const int common = std::min(a.size - count_bits(a_only), b.size - count_bits(b_only));
  // Jaro-Winkler 0.88 needs Jaro 0.8, and 3 Jaro - 1 <= common / length_a + common / length_b.
  return 100 * common * (shorter + longer) >= 140 * shorter * longer;
}

/// Pairs the free words, the most similar pair first.
template <class Words>
void pair_similar_words(const Words& a, const Words& b, TokenMatch match, Partners& partners) {
  for (;;) {
    double best = 0;
    std::size_t best_a = 0;
    std::size_t best_b = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (partners.of_a[i] != kFree) continue;
      for (std::size_t j = 0; j < b.size(); ++j) {
        if (partners.of_b[j] != kFree) continue;
        // Misspellings and beginnings of one another have most characters in common.
        if (match == TokenMatch::words && !may_be_similar(shape_of(a[i]), shape_of(b[j]))) continue;
        const double similarity = similarity_of(a.text(i), b.text(j), match);
        if (similarity > best) best = similarity, best_a = i, best_b = j;
      }
    }
    if (best <= 0) return;
    partners.of_a[best_a] = static_cast<std::uint8_t>(best_b);
    partners.of_b[best_b] = static_cast<std::uint8_t>(best_a);
    partners.similarity[best_a] = best;
  }
}

WeightSum scaled(Weight weight, double factor) {
  return static_cast<WeightSum>(static_cast<double>(weight) * factor);
}

/// Edits that two names of one person may differ by: slips are rarer than names that differ in few
/// letters, the more so the shorter they are.
std::size_t edits_allowed(std::size_t size) {
  return size <= 2 ? 0 : size <= 6 ? 1 : size <= 10 ? 2 : 3;
}

}  // namespace

WeightedWord::WeightedWord(std::string_view word, Weight weight)
    : text(word), hash(hash_text(word)), rarity(weight) {
  for (const char c : word) mask |= std::uint64_t{1} << (static_cast<unsigned char>(c) & 63U);
}

/// A family name with its particle in one word with it: "Alotaibi" and "Otaibi".
static bool is_with_particle(std::string_view longer, std::string_view shorter) {
  constexpr std::size_t kShortest = 4;
  return shorter.size() >= kShortest && longer.ends_with(shorter) &&
         tables::person_word(longer.substr(0, longer.size() - shorter.size())).particle;
}

double name_word_similarity(std::string_view a, std::string_view b) {
  if (a.size() == 1 || b.size() == 1) return a[0] == b[0] ? 0.9 : 0;
  if (a.size() != b.size() &&
      (a.size() > b.size() ? is_with_particle(a, b) : is_with_particle(b, a)))
    return 0.95;
  if (same_given_name(a, b)) return 0.9;
  const auto [shorter, longer] = std::minmax({length_of(a), length_of(b)});
  const std::size_t allowed = edits_allowed(shorter);
  if (has_digit(a) && has_digit(b)) return 0;
  const NameSound sound_a(a);
  const NameSound sound_b(b);
  if (sound_a.text() == sound_b.text()) return 0.95;
  if (allowed == 0 || longer > shorter + 3) return 0;
  const std::size_t edits =
      std::min(osa(a, b, allowed), osa(sound_a.text(), sound_b.text(), allowed));
  if (edits > allowed) return 0;
  return 1 - static_cast<double>(edits) / static_cast<double>(longer);
}

/// Ideographs say as much as two letters each.
static bool says_four_letters(std::string_view word) {
  int said = 0;
  for (const char c : word) said += letters_said(c);
  return said >= 4;
}

double word_similarity(std::string_view a, std::string_view b) {
  if (has_digit(a) || has_digit(b)) return 0;  // numbers are the same or not
  // A word that the other begins with: "deli" of "delicatessen".
  if ((a.starts_with(b) && says_four_letters(b)) || (b.starts_with(a) && says_four_letters(a)))
    return 0.85;
  const auto [shorter, longer] = std::minmax({length_of(a), length_of(b)});
  if (shorter < 3 || longer > shorter + 3) return 0;
  const double similarity = jaro_winkler(a, b);
  if (similarity >= (shorter <= 4 ? 0.91 : 0.88)) return similarity;
  // One slip near the beginning of a word weighs less than Jaro and Winkler have it.
  return shorter >= 6 && osa(a, b, 1) <= 1 ? 0.88 : 0;
}

namespace {

template <class Words>
TokenAgreement agree_words(const Words& left, const Words& right, TokenMatch match) {
  Partners partners;
  std::fill_n(partners.of_a.begin(), left.size(), std::uint8_t{kFree});
  std::fill_n(partners.of_b.begin(), right.size(), std::uint8_t{kFree});
  pair_equal_words(left, right, partners);
  TokenAgreement agreement{.count_a = static_cast<int>(left.size()),
                           .count_b = static_cast<int>(right.size())};
  const auto is_free = [](std::uint8_t partner) { return partner == kFree; };
  if (std::any_of(partners.of_a.begin(), partners.of_a.begin() + agreement.count_a, is_free) &&
      std::any_of(partners.of_b.begin(), partners.of_b.begin() + agreement.count_b, is_free)) {
    pair_similar_words(left, right, match, partners);
  }
  int last_partner = -1;
  for (std::size_t i = 0; i < left.size(); ++i) {
    const Weight weight = left[i].rarity;
    agreement.total_a += weight;
    if (partners.of_a[i] == kFree) {
      agreement.alone_a += weight;
      continue;
    }
    const std::size_t j = partners.of_a[i];
    const Weight other = right[j].rarity;
    const double similarity = partners.similarity[i];
    agreement.paired_a += scaled(weight, similarity);
    agreement.paired_b += scaled(other, similarity);
    agreement.shared += scaled(std::min(weight, other), similarity);
    ++agreement.pairs;
    if (similarity >= 1) ++agreement.exact_pairs;
    if (static_cast<int>(j) < last_partner) ++agreement.order_breaks;
    last_partner = static_cast<int>(j);
  }
  for (std::size_t j = 0; j < right.size(); ++j) {
    agreement.total_b += right[j].rarity;
    if (partners.of_b[j] == kFree) agreement.alone_b += right[j].rarity;
  }
  return agreement;
}

}  // namespace

TokenAgreement agree_tokens(const ValueStore& store_a, const StoredValue& a,
                            const ValueStore& store_b, const StoredValue& b, TokenMatch match) {
  return agree_words(StoredWords{store_a, store_a.tokens(a)},
                     StoredWords{store_b, store_b.tokens(b)}, match);
}

TokenAgreement agree_words(std::span<const WeightedWord> a, std::span<const WeightedWord> b,
                           TokenMatch match) {
  return agree_words(ListedWords{a}, ListedWords{b}, match);
}

}  // namespace galena::match
