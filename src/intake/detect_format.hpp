// Which of several formats a column is written in, told from all of its values.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "galena/record/column.hpp"
#include "intake/column_text.hpp"

namespace galena::detail {

/// The outcome: `format` is set when exactly one reading fits. Else the witnesses say why not.
template <class Format>
struct Detection {
  std::optional<Format> format;
  bool ambiguous = false;              ///< two formats read every value, and differently
  bool mixed = false;                  ///< no format reads all values that some format reads
  std::vector<Format> formats;         ///< ambiguous: the two
  std::vector<std::string> witnesses;  ///< one value, or two that exclude each other
};

/// Reads every value of `column` in each of `candidates` by `read(text, format)`, an optional. A
/// format fits when it reads all values that any candidate reads; values that none reads do not
/// count. Of several that fit and agree on every value the first is taken. O(values x candidates).
template <class Format, class Read>
Detection<Format> detect_format(const Column& column, const std::vector<Format>& candidates,
                                const Read& read) {
  const std::size_t n = candidates.size();
  std::vector<std::string> failing(n);        // the first value that the format alone does not read
  std::vector<std::string> differing(n * n);  // the first value that two formats read differently
  bool any = false;
  for_each_text(column, [&](std::string_view text) {
    std::vector<decltype(read(text, candidates[0]))> results;
    bool readable = false;
    for (const Format format : candidates) {
      results.push_back(read(text, format));
      readable = readable || results.back().has_value();
    }
    if (!readable) return;
    any = true;
    for (std::size_t i = 0; i < n; ++i) {
      if (!results[i] && failing[i].empty()) failing[i] = text;
      for (std::size_t j = i + 1; j < n; ++j) {
        const bool differ = results[i] && results[j] && !(*results[i] == *results[j]);
        if (differ && differing[i * n + j].empty()) differing[i * n + j] = text;
      }
    }
  });
  Detection<Format> detection;
  if (!any) return detection;
  std::vector<std::size_t> fitting;
  for (std::size_t i = 0; i < n; ++i) {
    if (failing[i].empty()) fitting.push_back(i);
  }
  if (fitting.empty()) {
    detection.mixed = true;
    for (const std::string& witness : failing) {
      if (detection.witnesses.empty() || detection.witnesses.back() != witness) {
        detection.witnesses.push_back(witness);
      }
    }
    return detection;
  }
  for (std::size_t a = 0; a < fitting.size(); ++a) {
    for (std::size_t b = a + 1; b < fitting.size(); ++b) {
      const std::string& witness = differing[fitting[a] * n + fitting[b]];
      if (witness.empty() || detection.ambiguous) continue;
      detection.ambiguous = true;
      detection.formats = {candidates[fitting[a]], candidates[fitting[b]]};
      detection.witnesses = {witness};
    }
  }
  if (!detection.ambiguous) detection.format = candidates[fitting.front()];
  return detection;
}

}  // namespace galena::detail
