// The keys of records. The atoms of a few records are read together, of which each entry of each
// recipe makes its own.
#include <algorithm>
#include <array>
#include <cstring>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

#include "match/candidates.hpp"
#include "match/threads.hpp"

namespace galena::match {

namespace {

constexpr std::size_t kChunk = 16384;  // records a thread takes at a time

/// Keys of consecutive records, and how many of them are in each range.
struct MadeKeys {
  std::span<const BlockingKey> keys;
  std::vector<std::uint32_t> counts;
};

/// Sets the keys of `out` from those of all records, chunk by chunk.
void arrange(std::span<const MadeKeys> made, std::size_t ranges, unsigned threads, KeyRanges& out) {
  out.starts.resize(ranges + 1);
  if (out.first == 0) out.starts[0] = 0;
  const std::size_t base = out.starts[out.first];
  std::size_t sum = base;
  std::vector<std::vector<std::size_t>> places(made.size(), std::vector<std::size_t>(ranges));
  for (std::size_t range = out.first; range < out.end; ++range) {
    for (std::size_t c = 0; c < made.size(); ++c) {
      places[c][range] = sum - base;
      sum += made[c].counts[range];
    }
    out.starts[range + 1] = sum;
  }
  out.keys.truncate(0);
  out.keys.extend(sum - base);
  parallel_for(made.size(), threads, [&](std::size_t c) {
    for (const BlockingKey key : made[c].keys)
      out.keys[places[c][range_of_key(key, ranges)]++] = key;
  });
}

}  // namespace

std::vector<std::size_t> Blocking::columns_of(std::span<const std::size_t> recipes) const {
  std::vector<std::size_t> columns;
  for (const std::size_t recipe : recipes) {
    for (const auto& entry : recipe_columns_[recipe])
      columns.insert(columns.end(), entry.begin(), entry.end());
  }
  std::sort(columns.begin(), columns.end());
  columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
  return columns;
}

/// The atoms of up to kTogether consecutive records that a recipe reads.
class Blocking::RecordAtoms {
 public:
  RecordAtoms(const Blocking& blocking, std::size_t recipe)
      : blocking_(blocking),
        recipe_(recipe),
        columns_(blocking.columns_of(std::span(&recipe, 1))),
        atoms_(blocking.columns_.size()) {}

  void read(std::size_t begin, std::size_t count) {
    count_ = count;
    const std::size_t stride = blocking_.records_.slots();
    for (const std::size_t column : columns_) {
      const AtomColumn& from = blocking_.columns_[column];
      const std::uint32_t* const of_value = from.of_value.data();
      const ValueId* value = blocking_.records_[begin].data() + from.slot;
      for (std::size_t r = 0; r < count; ++r, value += stride) atoms_[column][r] = of_value[*value];
    }
  }

  /// The keys of the records for one entry; 0: none.
  void keys(std::size_t entry, KeysTogether& out) const {
    const bool any_order = blocking_.recipes_[recipe_].any_order;
    std::array<std::uint32_t, kTogether> least;
    std::array<std::uint32_t, kTogether> most{};
    BytesTogether bytes;
    least.fill(~std::uint32_t{0});
    bytes.fill(kNoBytes);
    out.fill(first_hash(recipe_));
    // Without a branch for those that miss an atom.
    for (const std::size_t column : blocking_.recipe_columns_[recipe_][entry]) {
      const auto& atoms = atoms_[column];
      for (std::size_t r = 0; r < count_; ++r) {
        least[r] = std::min(least[r], atoms[r]);
        most[r] = std::max(most[r], atoms[r]);
        bytes[r] += range_byte(atoms[r]);
      }
      for (std::size_t r = 0; r < count_ && !any_order; ++r) out[r] = next_hash(out[r], atoms[r]);
    }
    for (std::size_t r = 0; r < count_ && any_order; ++r)
      out[r] = next_hash(next_hash(out[r], least[r]), most[r]);
    for (std::size_t r = 0; r < count_; ++r)
      out[r] = least[r] != 0 ? key_from(out[r], bytes[r]) : 0;
  }

 private:
  const Blocking& blocking_;
  std::size_t recipe_;
  std::size_t count_ = 0;
  std::vector<std::size_t> columns_;
  std::vector<std::array<std::uint32_t, kTogether>> atoms_;  ///< by column
};

/// The bytes of the atoms of up to kTogether consecutive records that some recipes read: what tells
/// the ranges of their keys.
class Blocking::RecordBytes {
 public:
  RecordBytes(const Blocking& blocking, std::span<const std::size_t> recipes)
      : blocking_(blocking),
        columns_(blocking.columns_of(recipes)),
        bytes_(blocking.columns_.size()) {}

  // Bytes may be part of anything, as far as a compiler knows: what loops write to or read from is
  // fetched before them.
  void read(std::size_t begin, const std::size_t count) {
    const std::size_t stride = blocking_.records_.slots();
    for (const std::size_t column : columns_) {
      const AtomColumn& from = blocking_.columns_[column];
      const std::uint8_t* const bytes = from.bytes.data();
      const ValueId* value = blocking_.records_[begin].data() + from.slot;
      std::uint8_t* const out = bytes_[column].data();
      for (std::size_t r = 0; r < count; ++r, value += stride) out[r] = bytes[*value];
    }
  }
  /// The sums for the keys of one entry.
  void sum(std::size_t recipe, std::size_t entry, BytesTogether& out) const {
    out.fill(kNoBytes);
    for (const std::size_t column : blocking_.recipe_columns_[recipe][entry]) {
      const std::uint8_t* const bytes = bytes_[column].data();
      for (std::size_t r = 0; r < kTogether; ++r) out[r] += bytes[r];
    }
  }

 private:
  const Blocking& blocking_;
  std::vector<std::size_t> columns_;
  std::vector<BytesTogether> bytes_;  ///< by column
};

/// Writes keys that are in the wanted ranges, and counts them by range.
class Blocking::KeyWriter {
 public:
  KeyWriter(const Blocking& blocking, std::size_t recipe, std::size_t first, std::size_t end)
      : blocking_(blocking),
        recipe_(recipe),
        entries_(blocking.entries_with_keys(recipe)),
        first_(first),
        count_(end - first),
        own_(entries_),
        sums_(entries_),
        counts_(blocking.ranges_) {}

  [[nodiscard]] std::size_t entries() const { return entries_; }
  /// How many there are in each range.
  [[nodiscard]] const std::vector<std::uint32_t>& counts() const { return counts_; }

  /// Writes the keys of `count` records from `begin` on to `out`, which has room for all they may
  /// have; the end of what was written.
  BlockingKey* write(const RecordAtoms& atoms, std::size_t begin, std::size_t count,
                     BlockingKey* out) {
    for (std::size_t e = 0; e < entries_; ++e) atoms.keys(e, own_[e]);
    if (entries_ == 1) {
      for (std::size_t r = 0; r < count; ++r)
        out = put(own_[0][r], begin + r, own_[0][r] != 0, out);
      return out;
    }
    for (std::size_t r = 0; r < count; ++r) {
      for (std::size_t e = 0; e < entries_; ++e)
        out = put(own_[e][r], (begin + r) * entries_ + e, is_first(e, r), out);
    }
    return out;
  }
  /// The same where few ranges are wanted, from the first one on: most records have no key there.
  BlockingKey* write_few(const RecordBytes& bytes, std::size_t begin, std::size_t count,
                         BlockingKey* out) {
    constexpr std::size_t kWord = 8;  // records that are passed over at a time
    const auto last = static_cast<std::uint8_t>(count_ * 256 / counts_.size() - 1);
    BytesTogether wanted{};
    for (std::size_t e = 0; e < entries_; ++e) {
      bytes.sum(recipe_, e, sums_[e]);
      const std::uint8_t* const sum = sums_[e].data();
      for (std::size_t r = 0; r < kTogether; ++r) wanted[r] |= sum[r] <= last ? 1 : 0;
    }
    for (std::size_t first = 0; first < count; first += kWord) {
      std::uint64_t word = 0;
      std::memcpy(&word, &wanted[first], kWord);
      if (word == 0) continue;
      for (std::size_t r = first; r < std::min(first + kWord, count); ++r) {
        if (wanted[r] != 0) out = write_wanted(begin + r, r, last, out);
      }
    }
    return out;
  }

 private:
  BlockingKey* write_wanted(std::size_t record, std::size_t r, std::uint8_t last,
                            BlockingKey* out) {
    for (std::size_t e = 0; e < entries_; ++e) {
      own_[e][r] = sums_[e][r] <= last ? blocking_.key(recipe_, e, record, space_) : 0;
      out = put(own_[e][r], record * entries_ + e, is_first(e, r), out);
    }
    return out;
  }
  /// Whether it is a key, and no entry before has the same.
  [[nodiscard]] bool is_first(std::size_t entry, std::size_t r) const {
    bool first = own_[entry][r] != 0;
    for (std::size_t e = 0; e < entry; ++e) first = first && own_[e][r] != own_[entry][r];
    return first;
  }
  /// The key of a place; `is_own` is false where it is none.
  BlockingKey* put(std::uint64_t key, std::uint64_t place, bool is_own, BlockingKey* out) {
    const std::size_t range = range_of_key(key, counts_.size());
    if (range - first_ >= count_) return out;
    counts_[range] += is_own ? 1 : 0;
    *out = key >> 32 << 32 | place;  // the next one goes there where this is none
    return out + (is_own ? 1 : 0);
  }

  const Blocking& blocking_;
  std::size_t recipe_;
  std::size_t entries_;
  std::size_t first_;
  std::size_t count_;
  std::vector<KeysTogether> own_;    ///< by entry
  std::vector<BytesTogether> sums_;  ///< by entry
  std::vector<std::uint32_t> counts_;
  std::vector<std::uint64_t> space_;
};

std::uint64_t Blocking::key(std::size_t recipe, std::size_t entry, std::size_t record,
                            std::vector<std::uint64_t>& space) const {
  space.clear();
  for (const std::size_t column : recipe_columns_[recipe][entry])
    space.push_back(columns_[column].of(records_[record]));
  return key_of(recipes_[recipe], recipe, space);
}

/// Places must fit 32 bits: of over four thousand million keys the first of each record.
std::size_t Blocking::entries_with_keys(std::size_t recipe) const {
  constexpr std::uint64_t kMostPlaces = std::uint64_t{1} << 32;
  return std::min<std::size_t>(recipes_[recipe].entries.size(),
                               kMostPlaces / std::max<std::size_t>(1, records_.size()));
}

void Blocking::keys(std::size_t recipe, std::size_t first, std::size_t end, unsigned threads,
                    KeyRanges& out) const {
  out.recipe = recipe;
  out.entries = entries_with_keys(recipe);
  out.first = first;
  out.end = end;
  std::vector<MadeKeys> made((records_.size() + kChunk - 1) / kChunk);
  out.space.truncate(0);
  BlockingKey* const space = out.space.extend(records_.size() * out.entries);
  parallel_for(made.size(), threads, [&](std::size_t c) {
    const std::size_t last = std::min(records_.size(), (c + 1) * kChunk);
    RecordAtoms atoms(*this, recipe);
    KeyWriter writer(*this, recipe, first, end);
    BlockingKey* const begin = space + c * kChunk * out.entries;
    out.space.make_ready(c * kChunk * out.entries, (last - c * kChunk) * out.entries);
    BlockingKey* at = begin;
    for (std::size_t record = c * kChunk; record < last; record += kTogether) {
      const std::size_t count = std::min(kTogether, last - record);
      atoms.read(record, count);
      at = writer.write(atoms, record, count, at);
    }
    made[c] = {{begin, at}, writer.counts()};
  });
  arrange(made, ranges_, threads, out);
}

std::vector<KeyRanges> Blocking::sample(std::size_t recipe, std::size_t end,
                                        unsigned threads) const {
  std::vector<std::size_t> wanted(recipes_.size() - recipe);
  std::iota(wanted.begin(), wanted.end(), recipe);
  const std::size_t chunks = (records_.size() + kChunk - 1) / kChunk;
  std::vector<std::vector<MadeKeys>> made(wanted.size(), std::vector<MadeKeys>(chunks));
  std::vector<std::vector<std::vector<BlockingKey>>> kept(
      wanted.size(), std::vector<std::vector<BlockingKey>>(chunks));
  parallel_for(chunks, threads, [&](std::size_t c) {
    const std::size_t last = std::min(records_.size(), (c + 1) * kChunk);
    RecordBytes bytes(*this, wanted);
    std::vector<KeyWriter> writers;
    for (const std::size_t r : wanted) writers.emplace_back(*this, r, 0, end);
    std::vector<BlockingKey> room;
    for (std::size_t record = c * kChunk; record < last; record += kTogether) {
      const std::size_t count = std::min(kTogether, last - record);
      bytes.read(record, count);
      for (std::size_t i = 0; i < wanted.size(); ++i) {
        room.resize(std::max(room.size(), kTogether * writers[i].entries()));
        const BlockingKey* const written = writers[i].write_few(bytes, record, count, room.data());
        kept[i][c].insert(kept[i][c].end(), std::as_const(room).data(), written);
      }
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) made[i][c] = {kept[i][c], writers[i].counts()};
  });
  std::vector<KeyRanges> samples(recipes_.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    KeyRanges& out = samples[wanted[i]];
    out.recipe = wanted[i];
    out.entries = entries_with_keys(wanted[i]);
    out.end = end;
    arrange(made[i], ranges_, threads, out);
  }
  return samples;
}

}  // namespace galena::match
