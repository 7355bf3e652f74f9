// Texts that are hard on string kernels, the plain definitions of all measures, and the comparison
// of every kernel with them. Shared by the everyday and the long test.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "galena/match/similarity.hpp"
#include "galena/match/similarity_query.hpp"
#include "match/kernels/packed.hpp"

namespace galena::match::test {

/// Characters; 0x110000 and above is a byte that is not UTF-8.
using Text = std::u32string;

inline std::string bytes_of(const Text& text) {
  std::string out;
  const auto put = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
  for (const char32_t c : text) {
    if (c >= 0x110000) {
      put(c - 0x110000);
    } else if (c < 0x80) {
      put(c);
    } else if (c < 0x800) {
      put(0xC0 | c >> 6), put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
      put(0xE0 | c >> 12), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
    } else {
      put(0xF0 | c >> 18), put(0x80 | (c >> 12 & 0x3F)), put(0x80 | (c >> 6 & 0x3F));
      put(0x80 | (c & 0x3F));
    }
  }
  return out;
}

// The definitions, as full tables.

struct Table {
  Table(std::size_t rows, std::size_t columns) : columns_(columns), cells_(rows * columns) {}
  std::uint32_t& operator()(std::size_t i, std::size_t j) { return cells_[i * columns_ + j]; }

 private:
  std::size_t columns_;
  std::vector<std::uint32_t> cells_;
};

inline std::size_t reference_edit(const Text& a, const Text& b, bool swaps) {
  Table d(a.size() + 1, b.size() + 1);
  for (std::uint32_t i = 0; i <= a.size(); ++i) d(i, 0) = i;
  for (std::uint32_t j = 0; j <= b.size(); ++j) d(0, j) = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      d(i, j) = std::min(
          {d(i - 1, j) + 1, d(i, j - 1) + 1, d(i - 1, j - 1) + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (swaps && i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d(i, j) = std::min(d(i, j), d(i - 2, j - 2) + 1);
      }
    }
  }
  return d(a.size(), b.size());
}

/// Lowrance and Wagner 1975: the swap of any earlier pair, with what stands between.
inline std::size_t reference_damerau(const Text& a, const Text& b) {
  Table d(a.size() + 1, b.size() + 1);
  for (std::uint32_t i = 0; i <= a.size(); ++i) d(i, 0) = i;
  for (std::uint32_t j = 0; j <= b.size(); ++j) d(0, j) = j;
  std::map<char32_t, std::size_t> last_row;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t last_column = 0;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t k = last_row[b[j - 1]];
      const std::size_t l = last_column;
      std::size_t best = std::min(
          {d(i - 1, j) + 1, d(i, j - 1) + 1, d(i - 1, j - 1) + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (k > 0 && l > 0) {
        best = std::min(best, d(k - 1, l - 1) + (i - k - 1) + 1 + (j - l - 1));
      }
      if (a[i - 1] == b[j - 1]) last_column = j;
      d(i, j) = static_cast<std::uint32_t>(best);
    }
    last_row[a[i - 1]] = i;
  }
  return d(a.size(), b.size());
}

inline std::size_t reference_indel(const Text& a, const Text& b) {
  Table d(a.size() + 1, b.size() + 1);
  for (std::uint32_t i = 0; i <= a.size(); ++i) d(i, 0) = i;
  for (std::uint32_t j = 0; j <= b.size(); ++j) d(0, j) = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      d(i, j) = a[i - 1] == b[j - 1] ? d(i - 1, j - 1) : std::min(d(i - 1, j), d(i, j - 1)) + 1;
    }
  }
  return d(a.size(), b.size());
}

inline std::size_t reference_hamming(const Text& a, const Text& b) {
  std::size_t distance = 0;
  for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
    distance += i >= a.size() || i >= b.size() || a[i] != b[i] ? 1 : 0;
  }
  return distance;
}

inline double reference_jaro(const Text& a, const Text& b) {
  if (a.empty() && b.empty()) return 1;
  if (a.empty() || b.empty()) return 0;
  const std::size_t longer = std::max(a.size(), b.size());
  const std::size_t window = longer / 2 > 0 ? longer / 2 - 1 : 0;
  std::vector<bool> used_a(a.size());
  Text from_b;
  for (std::size_t j = 0; j < b.size(); ++j) {
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (used_a[i] || a[i] != b[j] || (i > j ? i - j : j - i) > window) continue;
      used_a[i] = true;
      from_b += b[j];
      break;
    }
  }
  if (from_b.empty()) return 0;
  Text from_a;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (used_a[i]) from_a += a[i];
  }
  std::size_t apart = 0;
  for (std::size_t i = 0; i < from_a.size(); ++i) apart += from_a[i] != from_b[i] ? 1 : 0;
  const auto common = static_cast<double>(from_a.size());
  return (common / static_cast<double>(a.size()) + common / static_cast<double>(b.size()) +
          (common - static_cast<double>(apart / 2)) / common) /
         3;
}

inline double reference_winkler(const Text& a, const Text& b, double weight) {
  const double jaro = reference_jaro(a, b);
  std::size_t prefix = 0;
  while (prefix < std::min({a.size(), b.size(), std::size_t{4}}) && a[prefix] == b[prefix]) {
    ++prefix;
  }
  return jaro > 0.7 ? jaro + static_cast<double>(prefix) * weight * (1 - jaro) : jaro;
}

/// What the definitions say about a pair.
struct Expected {
  std::size_t levenshtein, osa, indel;
  double jaro, winkler;

  Expected(const Text& a, const Text& b)
      : levenshtein(reference_edit(a, b, false)),
        osa(reference_edit(a, b, true)),
        indel(reference_indel(a, b)),
        jaro(reference_jaro(a, b)),
        winkler(reference_winkler(a, b, 0.1)) {}
};

inline std::size_t cut(std::size_t distance, std::size_t limit) {
  return distance > limit ? limit + 1 : distance;
}
inline double cut(double similarity, double minimum) {
  return similarity >= minimum ? similarity : 0;
}

/// Random texts: few letters so that they agree often, sizes around the words and lanes of the
/// kernels, letters of one to four bytes, NUL, bytes that are not UTF-8.
class PairSource {
 public:
  explicit PairSource(std::uint32_t seed) : engine_(seed) {}

  std::size_t number(std::size_t low, std::size_t high) {
    return low + engine_() % (high - low + 1);
  }
  /// At most `longest` characters.
  Text text(std::size_t longest) {
    static constexpr std::size_t kSizes[] = {7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 128, 129};
    std::size_t size = number(0, longest);
    if (number(0, 3) == 0) size = std::min(longest, kSizes[number(0, std::size(kSizes) - 1)]);
    static constexpr std::size_t kLetters[] = {1, 2, 3, 4, 8, 26};
    const std::size_t letters = kLetters[number(0, 5)];
    const std::size_t kind = number(0, 9);
    Text text;
    for (std::size_t i = 0; i < size; ++i) text += letter(kind, number(0, letters - 1));
    return text;
  }
  /// The text with up to four edits: swaps, moves and doubles among them.
  Text edited(Text text) {
    for (std::size_t edits = number(0, 4); edits > 0; --edits) {
      const std::size_t at = number(0, text.size());
      switch (number(0, 4)) {
        case 0:
          text.insert(at, 1, letter(number(0, 9), number(0, 3)));
          break;
        case 1:
          if (at < text.size()) text.erase(at, 1);
          break;
        case 2:
          if (at < text.size()) text[at] = letter(number(0, 9), number(0, 3));
          break;
        case 3:
          if (at + 1 < text.size()) std::swap(text[at], text[at + 1]);
          break;
        default:
          if (!text.empty()) std::rotate(text.begin(), text.begin() + 1, text.end());
          break;
      }
    }
    return text;
  }

 private:
  /// Kinds 0 to 4 are plain ASCII; the others mix in something else now and then.
  char32_t letter(std::size_t kind, std::size_t index) {
    const bool plain = kind < 5 || number(0, 2) != 0;
    const auto i = static_cast<char32_t>(index);
    if (plain) return U'a' + i;
    static constexpr char32_t kNoUtf8[] = {0x1100FF, 0x1100FE, 0x1100C0, 0x1100F8};
    switch (kind) {
      case 5:
        return 0xE4 + i;
      case 6:
        return 0x4E00 + i;
      case 7:
        return 0x1F600 + i;
      case 8:
        return kNoUtf8[index % 4];
      default:
        return i;  // from NUL
    }
  }
  std::mt19937 engine_;
};

inline void check_distance(std::size_t (*kernel)(std::string_view, std::string_view, std::size_t),
                           const std::string& a, const std::string& b, std::size_t expected,
                           std::size_t limit) {
  ASSERT_EQ(kernel(a, b, kNoLimit), expected) << a << " / " << b;
  ASSERT_EQ(kernel(b, a, limit), cut(expected, limit)) << a << " / " << b << " limit " << limit;
}

/// Every one-shot and prepared kernel, with and without a cut-off.
inline void check_pair(const Text& a, const Text& b, PairSource& source) {
  const Expected expected(a, b);
  const std::string x = bytes_of(a);
  const std::string y = bytes_of(b);
  const std::size_t limit = source.number(0, std::max(a.size(), b.size()) + 2);
  check_distance(levenshtein, x, y, expected.levenshtein, limit);
  check_distance(osa, x, y, expected.osa, limit);
  check_distance(indel, x, y, expected.indel, limit);
  check_distance(damerau_levenshtein, x, y, reference_damerau(a, b), limit);
  check_distance(hamming, x, y, reference_hamming(a, b), limit);
  const SimilarityQuery query(x);
  ASSERT_EQ(query.levenshtein(y), expected.levenshtein) << x << " / " << y;
  ASSERT_EQ(query.levenshtein(y, limit), cut(expected.levenshtein, limit)) << x << " / " << y;
  ASSERT_EQ(query.osa(y, limit), cut(expected.osa, limit)) << x << " / " << y;
  ASSERT_EQ(query.indel(y, limit), cut(expected.indel, limit)) << x << " / " << y;
  const double minimum =
      source.number(0, 3) == 0 ? expected.winkler : static_cast<double>(source.number(0, 20)) / 20;
  ASSERT_EQ(jaro(x, y), expected.jaro) << x << " / " << y;
  ASSERT_EQ(jaro(x, y, minimum), cut(expected.jaro, minimum)) << x << " / " << y;
  ASSERT_EQ(jaro_winkler(x, y), expected.winkler) << x << " / " << y;
  ASSERT_EQ(jaro_winkler(x, y, 0.1, minimum), cut(expected.winkler, minimum))
      << x << " / " << y << " minimum " << minimum;
  ASSERT_EQ(query.jaro(y), expected.jaro) << x << " / " << y;
  ASSERT_EQ(query.jaro_winkler(y, 0.1, minimum), cut(expected.winkler, minimum)) << x << " / " << y;
  ASSERT_EQ(jaro_winkler(x, y, 0.1, std::nextafter(expected.winkler, 2.0)), 0) << x << " / " << y;
  const std::size_t total = a.size() + b.size();
  const double ratio =
      total == 0 ? 1 : 1 - static_cast<double>(expected.indel) / static_cast<double>(total);
  ASSERT_EQ(indel_similarity(x, y), ratio) << x << " / " << y;
  ASSERT_EQ(indel_similarity(x, y, minimum), cut(ratio, minimum)) << x << " / " << y;
  ASSERT_EQ(indel_similarity(x, y, ratio), ratio) << x << " / " << y;
}

/// One query against a list, packed and as it comes, by the kernels of every instruction set that
/// this machine has. Returns the number of pairs compared with their definition.
inline std::size_t check_batch(const Text& query_text, const std::vector<Text>& texts,
                               PairSource& source) {
  std::vector<std::string> bytes;
  std::vector<Expected> expected;
  for (const Text& text : texts) {
    bytes.push_back(bytes_of(text));
    expected.emplace_back(query_text, text);
  }
  const std::vector<std::string_view> views(bytes.begin(), bytes.end());
  const kernels::QueryState query(bytes_of(query_text));
  const kernels::PackedState packed(views);
  const std::size_t limit = source.number(0, 1) == 0 ? kNoLimit : source.number(0, 30);
  const double minimum =
      source.number(0, 1) == 0 ? 0 : static_cast<double>(source.number(10, 20)) / 20;
  const double weight = source.number(0, 1) == 0 ? 0.1 : 0;
  std::vector<std::uint32_t> distances(texts.size());
  std::vector<double> similarities(texts.size());
  std::size_t checked = 0;
  const auto check = [&](std::string_view what, const auto& found, const auto& wanted,
                         const auto& cut_off) {
    for (std::size_t i = 0; i < texts.size(); ++i, ++checked) {
      ASSERT_EQ(found[i], cut(wanted(expected[i]), cut_off))
          << what << ": " << query.bytes << " / " << bytes[i];
    }
  };
  const auto check_edit = [&](const kernels::LaneKernels& lanes, kernels::EditKind kind,
                              std::size_t Expected::*wanted) {
    const auto value = [&](const Expected& e) { return e.*wanted; };
    kernels::distances(query, packed, kind, limit, distances, lanes);
    check(lanes.name, distances, value, limit);
    kernels::distances(query, views, kind, limit, distances, lanes);
    check(lanes.name, distances, value, limit);
  };
  for (const kernels::LaneKernels& lanes : kernels::all_lane_kernels()) {
    if (!lanes.supported()) continue;
    check_edit(lanes, kernels::EditKind::levenshtein, &Expected::levenshtein);
    check_edit(lanes, kernels::EditKind::osa, &Expected::osa);
    check_edit(lanes, kernels::EditKind::indel, &Expected::indel);
    const auto value = [&](const Expected& e) { return weight == 0 ? e.jaro : e.winkler; };
    kernels::similarities(query, packed, weight, minimum, similarities, lanes);
    check(lanes.name, similarities, value, minimum);
    kernels::similarities(query, views, weight, minimum, similarities, lanes);
    check(lanes.name, similarities, value, minimum);
  }
  return checked;
}

/// A query and a list of relatives and strangers.
inline std::size_t check_random_batch(PairSource& source, std::size_t longest, std::size_t size) {
  const Text query = source.text(longest);
  std::vector<Text> texts;
  for (std::size_t i = 0; i < size; ++i) {
    texts.push_back(source.number(0, 1) == 0 ? source.edited(query) : source.text(longest));
  }
  return check_batch(query, texts, source);
}

}  // namespace galena::match::test
