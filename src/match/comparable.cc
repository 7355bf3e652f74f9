#include "match/comparable.hpp"

#include <algorithm>

#include "galena/base/value.hpp"
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

/// How nearly all values of a column are written, on a sample evenly spread over its rows.
Writing writing_of(const Table& table, std::uint32_t column) {
  if (column == kNoColumn) return Writing::unknown;
  constexpr std::size_t kSample = 2000;
  constexpr double kNearlyAll = 0.95;
  const Column& values = table[column];
  const std::size_t step = std::max<std::size_t>(1, values.size() / kSample);
  double seen = 0;
  double numbers = 0;
  for (std::size_t row = 0; row < values.size(); row += step) {
    const ValueView value = values[row];
    if (value.is_blank()) continue;
    const std::string text = to_text(value);
    ++seen;
    numbers += all_digits(trim(text)) ? 1 : 0;
  }
  if (seen == 0) return Writing::unknown;
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
