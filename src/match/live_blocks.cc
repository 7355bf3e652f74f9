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

void LiveBlocks::add(const EncodedRecords& records, std::uint32_t record) {
  for_each_key(records, records[record],
               [&](std::uint64_t key) { insert(records, key, record, 0); });
}

void LiveBlocks::insert(const EncodedRecords& records, std::uint64_t key, std::uint32_t record,
                        std::uint64_t used) {
  for (;;) {
    std::uint64_t& block = blocks_[key];
    const std::uint64_t stored = record + std::uint64_t{1};
    if ((block & kIsList) == 0) {
      if ((block & kLow) == 0) {
        block |= stored;
      } else if (block >> 31 == 0) {
        block |= stored << 31;
      } else {
        List list;
        list.records = {static_cast<std::uint32_t>((block & kLow) - 1),
                        static_cast<std::uint32_t>((block >> 31) - 1), record};
        list.used = used;
        block = kIsList | lists_.size();
        lists_.push_back(std::move(list));
      }
      return;
    }
    const std::size_t number = block & ~kIsList;
    List& list = lists_[number];
    if (list.atom < 0) {
      list.records.push_back(record);
      if (list.records.size() > kLimit && !list.whole) split(records, key, number);
      return;
    }
    used = list.used | std::uint64_t{1} << list.atom;
    key = child_key(records, records[record], key, list.atom);
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

void LiveBlocks::split(const EncodedRecords& records, std::uint64_t key, std::size_t number) {
  const int atom = best_atom(records, lists_[number]);
  if (atom < 0) {
    lists_[number].whole = true;
    return;
  }
  const std::vector<std::uint32_t> members = std::move(lists_[number].records);
  lists_[number].records.clear();
  lists_[number].atom = atom;
  const std::uint64_t used = lists_[number].used | std::uint64_t{1} << atom;
  for (const std::uint32_t record : members) {
    insert(records, child_key(records, records[record], key, atom), record, used);
  }
}

void LiveBlocks::remove(const EncodedRecords& records, std::uint32_t record) {
  for_each_key(records, records[record], [&](std::uint64_t key) { erase(records, key, record); });
}

void LiveBlocks::erase(const EncodedRecords& records, std::uint64_t key, std::uint32_t record) {
  for (;;) {
    const auto found = blocks_.find(key);
    if (found == blocks_.end()) return;
    const std::uint64_t block = found->second;
    if ((block & kIsList) == 0) {
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
      return;
    }
    List& list = lists_[block & ~kIsList];
    if (list.atom < 0) {
      const auto place = std::find(list.records.begin(), list.records.end(), record);
      if (place != list.records.end()) list.records.erase(place);
      return;
    }
    key = child_key(records, records[record], key, list.atom);
  }
}

}  // namespace galena::match
