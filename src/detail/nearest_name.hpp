// The name that somebody probably meant: for hints of "unknown ..." problems.
//
//   nearest_name("last_nmae", {"first_name", "last_name"}) == "last_name"
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "galena/base/utf8.hpp"

namespace galena::detail {

/// Optimal string alignment distance (Levenshtein with neighbours swapped as one edit), by bytes.
/// O(|a| |b|) time, O(|b|) memory. Source: Navarro, ACM Computing Surveys 33 (2001).
inline std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      current[j] = std::min(
          {last[j] + 1, current[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        current[j] = std::min(current[j], before[j - 2] + 1);
      }
    }
    std::swap(before, last);
    std::swap(last, current);
  }
  return last[b.size()];
}

/// The name of `known` (a range of things that convert to std::string_view) that differs least from
/// `wanted`, case folded; "" when none is near: more than a third of the letters differ, or the
/// name is longer than 100 bytes. Of equally near names the first.
template <class Names>
std::string nearest_name(std::string_view wanted, const Names& known) {
  constexpr std::size_t kLongest = 100;
  if (wanted.size() > kLongest) return {};
  const std::string folded = fold_case(wanted);
  std::size_t best = std::max<std::size_t>(1, wanted.size() / 3) + 1;
  std::string nearest;
  for (const auto& name : known) {
    const std::string_view candidate(name);
    if (candidate.empty() || candidate.size() > kLongest) continue;
    const std::size_t distance = edit_distance(folded, fold_case(candidate));
    if (distance < best) {
      best = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

/// "did you mean 'last_name'?", or "" when no name is near.
template <class Names>
std::string suggest_name(std::string_view wanted, const Names& known) {
  const std::string nearest = nearest_name(wanted, known);
  return nearest.empty() ? nearest : "did you mean '" + nearest + "'?";
}

/// The same, or "write one of: first_name, last_name" when no name is near.
template <class Names>
std::string suggest_or_list(std::string_view wanted, const Names& known) {
  std::string hint = suggest_name(wanted, known);
  if (!hint.empty()) return hint;
  for (const auto& name : known) {
    hint.append(hint.empty() ? "write one of: " : ", ").append(std::string_view(name));
  }
  return hint;
}

}  // namespace galena::detail
