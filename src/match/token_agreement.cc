#include "match/token_agreement.hpp"

#include <algorithm>
#include <array>

#include "galena/match/similarity.hpp"
#include "match/characters.hpp"
#include "match/edit_distance.hpp"
#include "match/sketch.hpp"
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

double name_similarity(std::string_view a, std::string_view b) {
  if (a.size() == 1 || b.size() == 1) return a[0] == b[0] ? 0.7 : 0;
  if (same_given_name(a, b)) return 0.9;
  return word_similarity(a, b);
}

/// The words of one value.
struct Words {
  const ValueStore& store;
  std::span<const TokenId> tokens;

  [[nodiscard]] std::size_t size() const { return tokens.size(); }
  [[nodiscard]] const Token& operator[](std::size_t i) const { return store.token(tokens[i]); }
  [[nodiscard]] std::string_view text(std::size_t i) const { return store.token_text(tokens[i]); }
};

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

/// False when word_similarity() certainly is 0: characters that the other word has not are no
/// common ones, which bounds Jaro similarity; a common beginning adds at most 0.4 (1 - Jaro).
bool may_be_similar(const Token& a, const Token& b) {
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
        if (match == TokenMatch::words && !may_be_similar(a[i], b[j])) continue;
        const double similarity = match == TokenMatch::names
                                      ? name_similarity(a.text(i), b.text(j))
                                      : word_similarity(a.text(i), b.text(j));
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

}  // namespace

double word_similarity(std::string_view a, std::string_view b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  const std::size_t longer = std::max(a.size(), b.size());
  if (shorter < 3 || has_digit(a) != has_digit(b)) return 0;
  if (has_digit(a)) return 0;  // numbers are the same or not
  // A word that the other begins with: "deli" of "delicatessen".
  if (shorter >= 4 && (a.starts_with(b) || b.starts_with(a))) return 0.85;
  if (longer > shorter + 3) return 0;
  const double similarity = jaro_winkler(a, b);
  return similarity >= (shorter <= 4 ? 0.91 : 0.88) ? similarity : 0;
}

TokenAgreement agree_tokens(const ValueStore& store_a, const StoredValue& a,
                            const ValueStore& store_b, const StoredValue& b, TokenMatch match) {
  const Words left{store_a, store_a.tokens(a)};
  const Words right{store_b, store_b.tokens(b)};
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
    if (partners.of_a[i] == kFree) continue;
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
  for (std::size_t j = 0; j < right.size(); ++j) agreement.total_b += right[j].rarity;
  return agreement;
}

}  // namespace galena::match
