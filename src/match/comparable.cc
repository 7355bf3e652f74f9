#include "match/comparable.hpp"

#include <algorithm>

#include "match/infer_fields.hpp"
#include "match/text.hpp"

namespace galena::match {

namespace {

/// Features that are words by nature.
bool made_of_words(Comparison comparison) {
  switch (comparison) {
    case Comparison::full_name:
    case Comparison::first_name:
    case Comparison::middle_name:
    case Comparison::last_name:
    case Comparison::company:
    case Comparison::city:
    case Comparison::region:
    case Comparison::country:
      return true;
    default:
      return false;
  }
}

enum class Writing : std::uint8_t { unknown, words, numbers };

/// How nearly all of a sample of a column's values are written.
Writing writing_of(const Table& table, std::uint32_t column) {
  if (column == kNoColumn) return Writing::unknown;
  constexpr double kNearlyAll = 0.95;
  const std::vector<std::string> sample = sample_of(table[column]);
  if (sample.empty()) return Writing::unknown;
  const auto seen = static_cast<double>(sample.size());
  const auto numbers = static_cast<double>(std::count_if(
      sample.begin(), sample.end(), [](const std::string& text) { return all_digits(text); }));
  if (numbers >= kNearlyAll * seen) return Writing::numbers;
  return numbers <= (1 - kNearlyAll) * seen ? Writing::words : Writing::unknown;
}

}  // namespace

void drop_incomparable(const Table& left, const Layout& left_layout, const Table& right,
                       Layout& right_layout, std::vector<std::string>& warnings) {
  for (std::size_t f = 0; f < right_layout.features.size(); ++f) {
    Feature& feature = right_layout.features[f];
    if (!made_of_words(feature.comparison)) continue;
    const std::uint32_t left_column = left_layout.features[f].slots[0][0];
    const std::uint32_t right_column = feature.slots[0][0];
    const Writing here = writing_of(left, left_column);
    const Writing there = writing_of(right, right_column);
    if (here == Writing::unknown || there == Writing::unknown || here == there) continue;
    warnings.push_back("'" + left[left_column].name() + "' and '" + right[right_column].name() +
                       "' are not compared: one holds words, the other numbers");
    for (auto& slot : feature.slots) std::fill(slot.begin(), slot.end(), kNoColumn);
  }
}

}  // namespace galena::match
