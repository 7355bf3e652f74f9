#include "generator/clusters.hpp"

namespace galena::examples::generator {

Clusters::Clusters(std::uint64_t seed, std::uint64_t rows, std::uint64_t duplicates_of_a_million)
    : order_(seed, Purpose::kRowOrder, rows) {
  const std::uint64_t whole = rows / 1'000'000 * duplicates_of_a_million;
  const std::uint64_t part = rows % 1'000'000 * duplicates_of_a_million / 1'000'000;
  const std::uint64_t duplicates = whole + part;
  clusters_[6] = duplicates / 100;
  clusters_[5] = duplicates * 2 / 100;
  clusters_[4] = duplicates * 5 / 100;
  clusters_[3] = duplicates * 12 / 100;
  clusters_[2] =
      duplicates - 5 * clusters_[6] - 4 * clusters_[5] - 3 * clusters_[4] - 2 * clusters_[3];
  std::uint64_t clustered = 0;
  for (std::uint32_t size = 2; size <= kLargest; ++size) clustered += size * clusters_[size];
  clusters_[1] = rows - clustered;
  for (const auto count : clusters_) persons_ += count;
}

Member Clusters::at(std::uint64_t row) const {
  std::uint64_t slot = order_(row);
  std::uint64_t person = 0;
  for (std::uint32_t size = kLargest; size > 1; --size) {
    const std::uint64_t slots = size * clusters_[size];
    if (slot < slots) {
      return {person + slot / size, static_cast<std::uint32_t>(slot % size), size};
    }
    slot -= slots;
    person += clusters_[size];
  }
  return {person + slot, 0, 1};
}

}  // namespace galena::examples::generator
