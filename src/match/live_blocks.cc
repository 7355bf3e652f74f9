#include "match/live_blocks.hpp"

#include <algorithm>

#include "match/hash.hpp"

namespace galena::match {

namespace {

constexpr std::uint64_t kLow = 0x7FFFFFFF;

}  // namespace

LiveBlocks::LiveBlocks(const Layout& layout)
    : recipes_(recipes_for(layout)), refining_(refining_atoms(layout)) {
  if (refining_.size() > 64) refining_.resize(64);
}

std::uint64_t LiveBlocks::atom_of(const EncodedRecords& records, RecordValues values,
                                  const Atom& atom) const {
  const Feature& feature = records.layout().features[atom.feature];
  return atom_of_value(atom.kind, feature.comparison, records.store(atom.feature),
                       values[feature.first_slot + atom.slot], WordOrder::by_length);
}

std::uint64_t LiveBlocks::child_key(const EncodedRecords& records, RecordValues values,
                                    std::uint64_t key, int atom) const {
  const auto number = static_cast<std::size_t>(atom);
  return hash_pair(hash_pair(key, number + 1), atom_of(records, values, refining_[number]));
}

LiveBlocks::Places LiveBlocks::places_of(const EncodedRecords& records, RecordValues values) const {
  Places places;
  for_each_key(records, values, [&](std::uint64_t key) {
    std::uint64_t used = 0;
    for (;;) {
      const auto found = blocks_.find(key);
      if (found == blocks_.end() || (found->second & kIsList) == 0) break;
      const List& list = lists_[found->second & ~kIsList];
      if (list.atom < 0) break;
      used = list.used | std::uint64_t{1} << list.atom;
      key = child_key(records, values, key, list.atom);
    }
    places.push_back({key, used});
  });
  return places;
}

void LiveBlocks::add(const Places& places, std::uint32_t record) {
  std::size_t done = 0;
  try {
    for (; done < places.size(); ++done) insert(places[done], record);
  } catch (...) {
    while (done > 0) erase(places[--done].key, record);
    throw;
  }
}

void LiveBlocks::insert(const Place& place, std::uint32_t record) {
  std::uint64_t& block = blocks_[place.key];
  if ((block & kIsList) != 0) {
    lists_[block & ~kIsList].records.push_back(record);
    return;
  }
  const std::uint64_t stored = record + std::uint64_t{1};
  if ((block & kLow) == 0) {
    block |= stored;
  } else if (block >> 31 == 0) {
    block |= stored << 31;
  } else {
    List list;
    list.records = {static_cast<std::uint32_t>((block & kLow) - 1),
                    static_cast<std::uint32_t>((block >> 31) - 1), record};
    list.used = place.used;
    lists_.push_back(std::move(list));
    block = kIsList | (lists_.size() - 1);
  }
}

/// The atom with the most different values among the block's records, at most half of them blank.
int LiveBlocks::best_atom(const EncodedRecords& records, const List& list) const {
  int best = -1;
  std::size_t most = 1;
  std::vector<std::uint64_t> hashes;
  for (std::size_t i = 0; i < refining_.size(); ++i) {
    if ((list.used >> i & 1) != 0) continue;
    hashes.clear();
    std::size_t blank = 0;
    for (const std::uint32_t record : list.records) {
      hashes.push_back(atom_of(records, records[record], refining_[i]));
      if (hashes.back() == 0) ++blank;
    }
    std::sort(hashes.begin(), hashes.end());
    const auto different =
        static_cast<std::size_t>(std::unique(hashes.begin(), hashes.end()) - hashes.begin());
    if (different <= most || blank * 2 > list.records.size()) continue;
    most = different;
    best = static_cast<int>(i);
  }
  return best;
}

void LiveBlocks::split(const EncodedRecords& records, const Places& places) {
  for (const Place& place : places) {
    const auto found = blocks_.find(place.key);
    if (found == blocks_.end() || (found->second & kIsList) == 0) continue;
    const std::size_t number = found->second & ~kIsList;
    const List& list = lists_[number];
    if (list.atom < 0 && !list.whole && list.records.size() > kLimit) {
      split_list(records, place.key, number);
    }
  }
}

/// The list keeps its records until all parts have theirs.
void LiveBlocks::split_list(const EncodedRecords& records, std::uint64_t key, std::size_t number) {
  const int atom = best_atom(records, lists_[number]);
  if (atom < 0) {
    lists_[number].whole = true;
    return;
  }
  const std::vector<std::uint32_t> members = lists_[number].records;
  const std::uint64_t used = lists_[number].used | std::uint64_t{1} << atom;
  Places parts;
  for (const std::uint32_t record : members) {
    parts.push_back({child_key(records, records[record], key, atom), used});
  }
  std::size_t done = 0;
  try {
    for (; done < members.size(); ++done) insert(parts[done], members[done]);
  } catch (...) {
    for (; done > 0; --done) erase(parts[done - 1].key, members[done - 1]);
    throw;
  }
  lists_[number].atom = atom;
  lists_[number].records = {};
}

void LiveBlocks::remove(const Places& places, std::uint32_t record) noexcept {
  for (const Place& place : places) erase(place.key, record);
}

void LiveBlocks::erase(std::uint64_t key, std::uint32_t record) noexcept {
  const auto found = blocks_.find(key);
  if (found == blocks_.end()) return;
  const std::uint64_t block = found->second;
  if ((block & kIsList) != 0) {
    std::vector<std::uint32_t>& list = lists_[block & ~kIsList].records;
    const auto place = std::find(list.begin(), list.end(), record);
    if (place != list.end()) list.erase(place);
    return;
  }
  const std::uint64_t stored = record + std::uint64_t{1};
  const std::uint64_t first = block & kLow;
  const std::uint64_t second = block >> 31;
  const std::uint64_t kept =
      first == stored ? second : first | (second == stored ? 0 : second << 31);
  if (kept == 0) {
    blocks_.erase(found);
  } else {
    found->second = kept;
  }
}

}  // namespace galena::match
