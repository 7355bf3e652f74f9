#include "match/row_keys.hpp"

#include <boost/unordered/unordered_flat_set.hpp>
#include <cstdint>

#include "match/hash.hpp"

namespace galena::match {

std::string_view row_text(const Column& values, std::size_t row, std::string& owned) {
  if (values.type() == ColumnType::text) return values.text(row);
  owned = to_text(values[row]);
  return owned;
}

KeyCounts count_keys(const Column& values) {
  boost::unordered_flat_set<std::uint64_t> seen;
  seen.reserve(values.size());
  std::string owned;
  KeyCounts counts;
  for (std::size_t row = 0; row < values.size(); ++row) {
    if (values[row].is_blank()) continue;
    ++counts.filled;
    seen.insert(hash_text(row_text(values, row, owned)));
  }
  counts.different = seen.size();
  return counts;
}

}  // namespace galena::match
