// Similarities of texts as sets of words or n-grams, and the numeric distances.
#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <string>
#include <vector>

#include "galena/match/similarity.hpp"
#include "match/characters.hpp"

namespace galena::match {

namespace {

using Views = std::vector<std::string_view>;

Views word_set(std::string_view text) {
  Views list;
  while (!text.empty()) {
    const std::size_t begin = text.find_first_not_of(" \t\n\r");
    if (begin == std::string_view::npos) break;
    text.remove_prefix(begin);
    const std::size_t end = std::min(text.find_first_of(" \t\n\r"), text.size());
    list.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
  return list;
}

double at_least(double similarity, double minimum) {
  return similarity >= minimum ? similarity : 0;
}

/// Sets without duplicates, in order. Sets of too different sizes need no look inside.
template <class Set>
double jaccard_of_sorted(const Set& a, const Set& b, double minimum) {
  if (a.empty() && b.empty()) return at_least(1, minimum);
  const auto [fewer, more] = std::minmax({a.size(), b.size()});
  if (static_cast<double>(fewer) / static_cast<double>(more) < minimum) return 0;
  std::size_t common = 0;
  auto i = a.begin();
  auto j = b.begin();
  while (i != a.end() && j != b.end()) {
    if (*i == *j) {
      ++common, ++i, ++j;
    } else if (*i < *j) {
      ++i;
    } else {
      ++j;
    }
  }
  return at_least(static_cast<double>(common) / static_cast<double>(a.size() + b.size() - common),
                  minimum);
}

std::vector<std::u32string_view> gram_set(std::u32string_view text, std::size_t size) {
  std::vector<std::u32string_view> grams;
  if (text.empty()) return grams;
  if (text.size() < size) return {text};
  for (std::size_t i = 0; i + size <= text.size(); ++i) grams.push_back(text.substr(i, size));
  std::sort(grams.begin(), grams.end());
  grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
  return grams;
}

std::string join_views(const Views& first, const Views& second) {
  std::string text;
  for (const Views* list : {&first, &second}) {
    for (const std::string_view word : *list) {
      if (!text.empty()) text += ' ';
      text += word;
    }
  }
  return text;
}

/// 1 - distance / size of the longer text; 0 below `minimum`.
double edit_similarity(std::string_view a, std::string_view b, double minimum) {
  const std::size_t longer = std::max(count_characters(a), count_characters(b));
  if (longer == 0) return 1;
  const auto size = static_cast<double>(longer);
  // Rounded up: the exact similarity is compared below.
  const double allowed = std::max(0.0, (1.0 - minimum) * size) + 1;
  const std::size_t limit = allowed < size ? static_cast<std::size_t>(allowed) : longer;
  return at_least(1.0 - static_cast<double>(levenshtein(a, b, limit)) / size, minimum);
}

/// The most that two lists of words can come to: each pair takes in one word of both.
double soft_token_bound(std::span<const WeightedToken> a, std::span<const WeightedToken> b,
                        double total) {
  const std::span<const WeightedToken> fewer = a.size() <= b.size() ? a : b;
  const std::span<const WeightedToken> more = a.size() <= b.size() ? b : a;
  std::vector<double> weights;
  for (const WeightedToken& token : more) weights.push_back(token.weight);
  const auto end = weights.begin() + static_cast<std::ptrdiff_t>(fewer.size());
  std::partial_sort(weights.begin(), end, weights.end(), std::greater<>());
  double most = std::accumulate(weights.begin(), end, 0.0);
  for (const WeightedToken& token : fewer) most += token.weight;
  return most / total + 1e-12;  // sums in another order may round the other way
}

struct Pair {
  double similarity;
  std::size_t left;
  std::size_t right;
};

/// Best pairs first; ties by position, so that the order of words never changes the outcome by
/// chance.
bool better(const Pair& a, const Pair& b) {
  if (a.similarity != b.similarity) return a.similarity > b.similarity;
  return a.left != b.left ? a.left < b.left : a.right < b.right;
}

}  // namespace

double ngram_jaccard(std::string_view a, std::string_view b, std::size_t size, double minimum) {
  const auto left = characters_of(a);
  const auto right = characters_of(b);
  size = std::clamp<std::size_t>(size, 1, 8);
  return jaccard_of_sorted(gram_set({left.data(), left.size()}, size),
                           gram_set({right.data(), right.size()}, size), minimum);
}

double token_jaccard(std::string_view a, std::string_view b, double minimum) {
  return jaccard_of_sorted(word_set(a), word_set(b), minimum);
}

double token_set_similarity(std::string_view a, std::string_view b, double minimum) {
  const Views left = word_set(a);
  const Views right = word_set(b);
  if (left.empty() || right.empty()) {
    return at_least(left.empty() && right.empty() ? 1 : 0, minimum);
  }
  Views common;
  Views only_left;
  Views only_right;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(),
                        std::back_inserter(common));
  std::set_difference(left.begin(), left.end(), right.begin(), right.end(),
                      std::back_inserter(only_left));
  std::set_difference(right.begin(), right.end(), left.begin(), left.end(),
                      std::back_inserter(only_right));
  if (!common.empty() && (only_left.empty() || only_right.empty())) {
    return at_least(1, minimum);
  }
  const std::string shared = join_views(common, {});
  const std::string with_left = join_views(common, only_left);
  const std::string with_right = join_views(common, only_right);
  double best = edit_similarity(with_left, with_right, minimum);
  if (!common.empty()) {
    // Only what beats the best so far counts, so that is the cut-off.
    best = std::max(best, edit_similarity(shared, with_left, std::max(minimum, best)));
    best = std::max(best, edit_similarity(shared, with_right, std::max(minimum, best)));
  }
  return best;
}

double soft_token_similarity(std::span<const WeightedToken> a, std::span<const WeightedToken> b,
                             double pair_minimum, double minimum) {
  double total = 0;
  for (const WeightedToken& token : a) total += token.weight;
  for (const WeightedToken& token : b) total += token.weight;
  if (a.empty() || b.empty() || total <= 0) {
    return at_least(a.empty() && b.empty() ? 1 : 0, minimum);
  }
  if (minimum > 0 && soft_token_bound(a, b, total) < minimum) return 0;
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j) {
      const double similarity =
          a[i].text == b[j].text ? 1 : jaro_winkler(a[i].text, b[j].text, 0.1, pair_minimum);
      if (similarity >= pair_minimum) pairs.push_back({similarity, i, j});
    }
  }
  std::sort(pairs.begin(), pairs.end(), better);
  std::vector<bool> used_left(a.size());
  std::vector<bool> used_right(b.size());
  double paired = 0;
  for (const Pair& pair : pairs) {
    if (used_left[pair.left] || used_right[pair.right]) continue;
    used_left[pair.left] = used_right[pair.right] = true;
    paired += pair.similarity * (a[pair.left].weight + b[pair.right].weight);
  }
  return at_least(paired / total, minimum);
}

double relative_difference(double a, double b) {
  const double scale = std::max(std::fabs(a), std::fabs(b));
  return scale == 0 ? 0 : std::fabs(a - b) / scale;
}

}  // namespace galena::match
