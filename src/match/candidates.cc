#include "match/candidates.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "match/drop_alone.hpp"
#include "match/hash.hpp"
#include "match/radix_sort.hpp"
#include "match/threads.hpp"

namespace galena::match {

namespace {

/// Records of a block that is compared whole: more for small tables, where there is time.
std::size_t limit_for(std::size_t records) {
  constexpr std::array<std::array<std::size_t, 2>, 5> kSteps = {
      {{1000000, 6}, {300000, 24}, {100000, 36}, {30000, 60}, {10000, 120}}};
  for (const auto& [at_least, limit] : kSteps) {
    if (records >= at_least) return limit;
  }
  return 250;
}

constexpr std::size_t kOneRange = 20000;  // records below which ranges do not pay
constexpr std::size_t kChunk = 16384;     // records a thread takes at a time

/// The chance that two draws agree, where each is an atom that is there so often.
class AgreementChance {
 public:
  void add(std::uint32_t atom, std::uint32_t count) {
    buckets_[spread(atom) >> (32 - kBits)] += count;
    total_ += count;
  }
  /// Two draws share a bucket when they agree, or by accident: what is left without that is off by
  /// about one in twenty millions.
  [[nodiscard]] double value() const {
    if (total_ == 0) return 1;
    std::uint64_t pairs = 0;
    for (const std::uint64_t count : buckets_) pairs += count * count;
    const auto total = static_cast<double>(total_);
    const double share = static_cast<double>(pairs) / (total * total);
    constexpr double kAccident = 1.0 / (std::size_t{1} << kBits);
    return std::max(0.0, (share - kAccident) / (1 - kAccident));
  }

 private:
  static constexpr int kBits = 16;
  std::vector<std::uint32_t> buckets_ = std::vector<std::uint32_t>(std::size_t{1} << kBits);
  std::uint64_t total_ = 0;
};

/// By slot, the share of records that have a value.
std::vector<double> filled_shares(const EncodedRecords& records, unsigned threads) {
  using Counts = std::vector<std::uint32_t>;
  std::vector<Counts> parts((records.size() + kChunk - 1) / kChunk, Counts(records.slots()));
  parallel_for(parts.size(), threads, [&](std::size_t chunk) {
    const std::size_t end = std::min(records.size(), (chunk + 1) * kChunk);
    for (std::size_t record = chunk * kChunk; record < end; ++record) {
      const RecordValues values = records[record];
      for (std::size_t slot = 0; slot < values.size(); ++slot)
        parts[chunk][slot] += values[slot] != kBlank ? 1 : 0;
    }
  });
  std::vector<double> filled(records.slots());
  const auto total = static_cast<double>(std::max<std::size_t>(1, records.size()));
  for (std::size_t slot = 0; slot < filled.size(); ++slot) {
    std::uint64_t count = 0;
    for (const Counts& part : parts) count += part[slot];
    filled[slot] = static_cast<double>(count) / total;
  }
  return filled;
}

}  // namespace

Blocking::Blocking(const EncodedRecords& records, std::size_t split, unsigned threads,
                   const std::vector<Recipe>* given)
    : records_(records),
      split_(split),
      limit_(limit_for(records.size())),
      ranges_(records.size() < kOneRange ? 1 : kKeyRanges) {
  recipes_ = given != nullptr ? *given : recipes_for(records.layout(), records.size());
  std::size_t entries = 0;  // of all recipes but the last
  for (const Recipe& recipe : recipes_) {
    recipe_columns_.emplace_back();
    for (const auto& entry : recipe.entries) {
      recipe_columns_.back().emplace_back();
      for (const Atom& atom : entry) recipe_columns_.back().back().push_back(column_for(atom));
    }
    if (&recipe != &recipes_.back()) entries += recipe.entries.size();
  }
  for (const Atom& atom : refining_atoms(records.layout())) refining_.push_back(column_for(atom));
  std::vector<std::size_t> naming;
  for (const Atom& atom : naming_atoms(records.layout())) naming.push_back(column_for(atom));
  read_atoms(threads);
  const std::vector<double> filled = filled_shares(records, threads);
  std::vector<std::size_t> order = refining_;  // those of many values first
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return columns_[a].of_value.size() > columns_[b].of_value.size();
  });
  parallel_for(order.size(), threads, [&](std::size_t i) { measure(filled, columns_[order[i]]); });
  seen_ = BlockMemory(records.size(), entries, window());
  basis_ = {.limit = limit_,
            .window = window(),
            .split = split,
            .refining = {},
            .recipes = recipes_,
            .ranges = ranges_,
            .done = {},
            .rarities = {}};
  for (const std::size_t i : refining_)
    basis_.refining.push_back({columns_[i].atom, columns_[i].chance, columns_[i].blank});
  basis_.rarities.resize(records.layout().features.size());
  for (const AtomColumn& column : columns_) {
    if (reads_words(column.atom.kind))
      basis_.rarities[column.atom.feature] = token_rarities(records.store(column.atom.feature));
  }
  if (naming.empty()) return;
  named_.resize(records.size());
  parallel_for((records.size() + kChunk - 1) / kChunk, threads, [&](std::size_t chunk) {
    const std::size_t end = std::min(records.size(), (chunk + 1) * kChunk);
    for (std::size_t record = chunk * kChunk; record < end; ++record) {
      const RecordValues values = records[record];
      named_[record] = std::all_of(naming.begin(), naming.end(), [&](std::size_t column) {
        return columns_[column].of(values) != 0;
      });
    }
  });
}

std::size_t Blocking::column_for(const Atom& atom) {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (columns_[i].atom == atom) return i;
  }
  AtomColumn& column = columns_.emplace_back();
  column.atom = atom;
  column.slot = records_.layout().features[atom.feature].first_slot + atom.slot;
  return columns_.size() - 1;
}

/// The atoms of all values: those of one value together.
void Blocking::read_atoms(unsigned threads) {
  struct Part {
    std::size_t feature;
    std::size_t begin;
  };
  std::vector<std::vector<std::size_t>> columns_of(records_.layout().features.size());
  std::vector<Part> parts;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const std::size_t feature = columns_[i].atom.feature;
    columns_[i].of_value.resize(records_.store(feature).size());
    columns_[i].bytes.resize(records_.store(feature).size());
    columns_of[feature].push_back(i);
  }
  for (std::size_t f = 0; f < columns_of.size(); ++f) {
    const std::size_t values = columns_of[f].empty() ? 0 : records_.store(f).size();
    for (std::size_t begin = 1; begin < values; begin += kChunk) parts.push_back({f, begin});
  }
  parallel_for(parts.size(), threads, [&](std::size_t part) {
    const auto [f, begin] = parts[part];
    const ValueStore& store = records_.store(f);
    const Comparison comparison = records_.layout().features[f].comparison;
    const std::size_t end = std::min(store.size(), begin + kChunk);
    for (std::size_t id = begin; id < end; ++id) {
      ValueAtoms atoms(comparison, store, static_cast<ValueId>(id), WordOrder::by_rarity);
      for (const std::size_t i : columns_of[f]) {
        columns_[i].of_value[id] = short_atom(atoms.of(columns_[i].atom.kind));
        columns_[i].bytes[id] = range_byte(columns_[i].of_value[id]);
      }
    }
  });
}

/// How a column refines.
void Blocking::measure(const std::vector<double>& filled, AtomColumn& column) const {
  const ValueStore& store = records_.store(column.atom.feature);
  AgreementChance chance;
  double having = 0;
  double all = 0;
  for (ValueId id = 1; id < store.size(); ++id) {
    const std::uint32_t atom = column.of_value[id];
    all += store[id].count;
    if (atom == 0) continue;
    having += store[id].count;
    chance.add(atom, store[id].count);
  }
  column.chance = chance.value();
  column.blank = all > 0 ? 1 - filled[column.slot] * having / all : 1;
}

void Blocking::remember(const std::vector<RecipeBlocks>& ranges, unsigned threads) {
  parallel_for(ranges.size(), threads, [&](std::size_t i) {
    for (const Block& block : ranges[i].blocks) remember(ranges[i], block);
  });
}

std::size_t Blocking::bytes_for_keys() const {
  std::size_t entries = 1;
  for (const Recipe& recipe : recipes_) entries = std::max(entries, recipe.entries.size());
  return records_.size() * entries * 2 * sizeof(BlockingKey);
}

std::size_t Blocking::memory() const {
  std::size_t bytes = seen_.memory() + named_.size();
  // Of samples, where recipes may end with them.
  for (const Recipe& recipe : recipes_) {
    const std::size_t all = recipe.entries.size() * records_.size() * sizeof(BlockingKey);
    bytes += ranges_ > kSample ? all * kSample / ranges_ : 0;
  }
  for (const AtomColumn& column : columns_)
    bytes += column.of_value.size() * (sizeof(std::uint32_t) + sizeof(std::uint8_t));
  return bytes;
}

/// False when all records of the run are of one table and only pairs across tables matter.
bool Blocking::crosses(Keys keys, const Work& work) const {
  if (split_ == 0) return true;
  bool low = false;
  bool high = false;
  for (const BlockingKey key : keys) (work.record_of(key) < split_ ? low : high) = true;
  return low && high;
}

void Blocking::Work::add(std::span<const BlockingKey> keys, std::uint32_t number, bool windowed) {
  out.blocks.push_back({static_cast<std::uint32_t>(out.members.size()),
                        static_cast<std::uint32_t>(keys.size()), number, windowed});
  for (const BlockingKey key : keys) {
    out.members.push_back(record_of(key));
    if (entries > 1)
      out.entries.push_back(static_cast<std::uint8_t>(static_cast<std::uint32_t>(key) % entries));
  }
  ++out.report.blocks;
}

void Blocking::emit(Keys keys, Work& work) const {
  // Where numbers run out, pairs are compared again, which costs time only.
  const bool remembered = ++work.last_block < BlockMemory::kWindowed;
  work.add(keys, remembered ? static_cast<std::uint32_t>(work.last_block) : 0, false);
}

void Blocking::emit_windowed(Keys keys, Work& work) const {
  // Windows across two tables are others (PairSearch).
  const bool remembered =
      split_ == 0 && work.last_place + keys.size() < ~std::uint32_t{0} - window();
  work.add(keys, remembered ? static_cast<std::uint32_t>(work.last_place) : 0, true);
  work.last_place += remembered ? keys.size() + window() + 1 : 0;
  ++work.out.report.windowed;
}

void Blocking::cut(Keys keys, std::uint64_t used, Work& work) const {
  if (keys.size() < 2 || !crosses(keys, work)) return;
  if (keys.size() <= limit_) return emit(keys, work);
  const int chosen = choose_refining(basis_, keys.size(), used);
  if (chosen < 0) return emit_windowed(keys, work);
  const AtomColumn& column = columns_[refining_[static_cast<std::size_t>(chosen)]];
  for (BlockingKey& key : keys) {
    const std::uint64_t atom = column.of(records_[work.record_of(key)]);
    key = atom << 32 | static_cast<std::uint32_t>(key);
  }
  sort_by_upper_half(keys, work.space);
  used |= std::uint64_t{1} << chosen;
  for (std::size_t i = 0; i < keys.size();) {
    std::size_t next = i + 1;
    while (next < keys.size() && keys[next] >> 32 == keys[i] >> 32) ++next;
    cut(keys.subspan(i, next - i), used, work);
    i = next;
  }
}

/// Puts the blocks in the order of their first records: what is compared next lies close by.
void Blocking::order_blocks(RecipeBlocks& recipe, SortSpace& space) {
  std::vector<std::uint64_t> order;  // first record above, block below
  order.reserve(recipe.blocks.size());
  for (std::size_t i = 0; i < recipe.blocks.size(); ++i)
    order.push_back(std::uint64_t{recipe.members[recipe.blocks[i].begin]} << 32 | i);
  sort_by_upper_half(order, space);
  RecipeBlocks ordered;
  ordered.report = std::move(recipe.report);
  ordered.members.reserve(recipe.members.size());
  ordered.entries.reserve(recipe.entries.size());
  ordered.blocks.reserve(recipe.blocks.size());
  for (const std::uint64_t place : order) {
    Block block = recipe.blocks[static_cast<std::uint32_t>(place)];
    const auto copy = [&](const auto& from, auto& to) {
      const auto begin = from.begin() + block.begin;
      if (!from.empty()) to.insert(to.end(), begin, begin + block.size);
    };
    const auto begin = static_cast<std::uint32_t>(ordered.members.size());
    copy(recipe.members, ordered.members);
    copy(recipe.entries, ordered.entries);
    block.begin = begin;
    ordered.blocks.push_back(block);
  }
  recipe = std::move(ordered);
}

RecipeBlocks Blocking::build(KeyRanges& ranges, std::size_t range, SortSpace& space) const {
  const std::size_t begin = ranges.starts[range];
  const std::size_t base = ranges.starts[ranges.first];
  const Keys all(ranges.keys.data() + (begin - base), ranges.starts[range + 1] - begin);
  const Keys keys = all.first(drop_alone(all, space));
  sort_by_upper_half(keys, space);  // keys of one hash come in the order of places already
  // Numbers of other ranges are others.
  const std::uint64_t numbers = seen_.base() + kNumbersAKey * begin;
  Work work{.recipe = ranges.recipe,
            .entries = ranges.entries,
            .last_block = numbers,
            .last_place = BlockMemory::kWindowed + numbers + 1,
            .space = space,
            .out = {}};
  work.out.members.reserve(keys.size());
  work.out.entries.reserve(ranges.entries > 1 ? keys.size() : 0);
  work.out.blocks.reserve(keys.size() / 2);
  const std::uint64_t used = refined_by(basis_, recipes_[ranges.recipe]);
  BlockingReport& report = work.out.report;
  report.largest = all.empty() ? 0 : 1;
  for (std::size_t i = 0; i < keys.size();) {
    std::size_t next = i + 1;
    while (next < keys.size() && keys[next] >> 32 == keys[i] >> 32) ++next;
    report.largest = std::max<std::uint64_t>(report.largest, next - i);
    if (next - i > limit_) ++report.refined;
    cut(keys.subspan(i, next - i), used, work);
    i = next;
  }
  order_blocks(work.out, space);
  return std::move(work.out);
}

}  // namespace galena::match
