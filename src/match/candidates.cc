#include "match/candidates.hpp"

#include <algorithm>
#include <array>

#include "match/hash.hpp"
#include "match/parallel.hpp"

namespace galena::match {

namespace {

/// Records of a block that is compared whole: more for small tables, where there is time.
std::size_t limit_for(std::size_t records) {
  constexpr std::array<std::array<std::size_t, 2>, 5> kSteps = {
      {{1000000, 16}, {300000, 24}, {100000, 36}, {30000, 60}, {10000, 120}}};
  for (const auto& [at_least, limit] : kSteps) {
    if (records >= at_least) return limit;
  }
  return 250;
}

/// Stable radix sort by key, eleven bits a round; short lists by comparison.
template <class Entry>
void sort_by_key(std::vector<Entry>& entries) {
  constexpr std::size_t kShort = 4096;
  if (entries.size() <= kShort) {
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry& a, const Entry& b) { return a.key < b.key; });
    return;
  }
  constexpr int kBits = 11;
  constexpr std::size_t kBuckets = std::size_t{1} << kBits;
  std::vector<Entry> other(entries.size());
  // Keys are hashes: four rounds on the upper 44 bits leave equal keys together but for accidents,
  // which the last, short comparison sort puts right.
  for (int shift = 20; shift < 64; shift += kBits) {
    std::array<std::size_t, kBuckets> starts{};
    for (const Entry& entry : entries) ++starts[entry.key >> shift & (kBuckets - 1)];
    std::size_t sum = 0;
    for (std::size_t& start : starts) {
      const std::size_t count = start;
      start = sum;
      sum += count;
    }
    for (const Entry& entry : entries) other[starts[entry.key >> shift & (kBuckets - 1)]++] = entry;
    entries.swap(other);
  }
  for (std::size_t i = 1; i < entries.size(); ++i) {
    for (std::size_t j = i; j > 0 && entries[j].key < entries[j - 1].key; --j) {
      std::swap(entries[j], entries[j - 1]);
    }
  }
}

}  // namespace

Blocking::Blocking(const EncodedRecords& records, std::size_t split, unsigned threads)
    : records_(records), split_(split), limit_(limit_for(records.size())) {
  recipes_ = recipes_for(records.layout(), records.size());
  for (const Recipe& recipe : recipes_) {
    recipe_columns_.emplace_back();
    for (const auto& entry : recipe.entries) {
      recipe_columns_.back().emplace_back();
      for (const Atom& atom : entry) recipe_columns_.back().back().push_back(column_for(atom));
    }
    first_lane_.push_back(lanes_);
    lanes_ += recipe.entries.size();
  }
  for (const Atom& atom : refining_atoms(records.layout())) refining_.push_back(column_for(atom));
  std::vector<std::size_t> naming;
  for (const Atom& atom : naming_atoms(records.layout())) naming.push_back(column_for(atom));
  parallel_for(columns_.size(), threads, [&](std::size_t i) { profile(columns_[i]); });
  if (naming.empty()) return;
  named_.resize(records.size());
  for (std::size_t record = 0; record < records.size(); ++record) {
    named_[record] = std::all_of(naming.begin(), naming.end(), [&](std::size_t column) {
      return atom_of(columns_[column], record) != 0;
    });
  }
}

std::size_t Blocking::column_for(const Atom& atom) {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (columns_[i].atom == atom) return i;
  }
  columns_.push_back({atom, {}, 1, 0});
  return columns_.size() - 1;
}

void Blocking::profile(AtomColumn& column) const {
  const Feature& feature = records_.layout().features[column.atom.feature];
  const ValueStore& store = records_.store(column.atom.feature);
  column.of_value.resize(store.size());
  std::vector<std::pair<std::uint64_t, std::uint32_t>> counts;
  double total = 0;
  for (ValueId id = 1; id < store.size(); ++id) {
    const std::uint64_t hash =
        atom_of_value(column.atom.kind, feature.comparison, store, id, WordOrder::by_rarity);
    column.of_value[id] = hash;
    if (hash == 0) continue;
    counts.emplace_back(hash, store[id].count);
    total += store[id].count;
  }
  std::sort(counts.begin(), counts.end());
  double pairs = 0;
  for (std::size_t i = 0; i < counts.size();) {
    double count = 0;
    const std::uint64_t hash = counts[i].first;
    for (; i < counts.size() && counts[i].first == hash; ++i) count += counts[i].second;
    pairs += count * count;
  }
  column.chance = total > 0 ? pairs / (total * total) : 1;
  std::size_t filled = 0;  // copies too, which the counts of values leave out
  for (std::size_t record = 0; record < records_.size(); ++record)
    filled += atom_of(column, record) != 0;
  const auto records = static_cast<double>(records_.size());
  column.blank = records > 0 ? 1 - static_cast<double>(filled) / records : 1;
}

std::uint64_t Blocking::atom_of(const AtomColumn& column, std::size_t record) const {
  const std::size_t slot =
      records_.layout().features[column.atom.feature].first_slot + column.atom.slot;
  const ValueId id = records_[record][slot];
  return id == kBlank ? 0 : column.of_value[id];
}

std::vector<Blocking::Entry> Blocking::keys_of(std::size_t recipe) const {
  std::vector<Entry> entries;
  entries.reserve(records_.size());
  std::vector<std::uint64_t> atoms;
  for (std::size_t record = 0; record < records_.size(); ++record) {
    std::uint64_t earlier = 0;
    for (std::size_t e = 0; e < recipes_[recipe].entries.size(); ++e) {
      atoms.clear();
      for (const std::size_t column : recipe_columns_[recipe][e]) {
        atoms.push_back(atom_of(columns_[column], record));
      }
      const std::uint64_t key = key_of(recipes_[recipe], recipe, atoms);
      if (key == 0 || key == earlier) continue;
      earlier = key;
      entries.push_back({key, static_cast<std::uint32_t>(record), static_cast<std::uint32_t>(e)});
    }
  }
  return entries;
}

std::uint64_t Blocking::used_by(std::size_t recipe) const {
  std::uint64_t used = 0;
  for (std::size_t i = 0; i < refining_.size() && i < 64; ++i) {
    for (const auto& entry : recipe_columns_[recipe]) {
      if (std::find(entry.begin(), entry.end(), refining_[i]) != entry.end())
        used |= std::uint64_t{1} << i;
    }
  }
  return used;
}

/// The least selective atom that brings the block under the limit, else the most selective one.
int Blocking::choose_atom(std::size_t size, std::uint64_t used) const {
  int sufficient = -1;
  int strongest = -1;
  for (std::size_t i = 0; i < refining_.size() && i < 64; ++i) {
    const AtomColumn& column = columns_[refining_[i]];
    if ((used >> i & 1) != 0 || column.chance >= 0.9 || column.blank > 0.5) continue;
    const auto chance_at = [&](int at) {
      return columns_[refining_[static_cast<std::size_t>(at)]].chance;
    };
    const double expected =
        static_cast<double>(size) * std::max(column.chance, column.blank * column.blank);
    if (expected <= static_cast<double>(limit_) / 2 &&
        (sufficient < 0 || column.chance > chance_at(sufficient))) {
      sufficient = static_cast<int>(i);
    }
    if (strongest < 0 || column.chance < chance_at(strongest)) strongest = static_cast<int>(i);
  }
  return sufficient >= 0 ? sufficient : strongest;
}

/// False when all records of the run are of one table and only pairs across tables matter.
bool Blocking::crosses(const std::vector<Entry>& entries, std::size_t begin,
                       std::size_t end) const {
  if (split_ == 0) return true;
  bool low = false;
  bool high = false;
  for (std::size_t i = begin; i < end; ++i) (entries[i].record < split_ ? low : high) = true;
  return low && high;
}

void Blocking::emit(const std::vector<Entry>& entries, std::size_t begin, std::size_t end,
                    Work& work) {
  const auto first = static_cast<std::uint32_t>(work.out.members.size());
  ++work.last_block;
  for (std::size_t i = begin; i < end; ++i) {
    work.out.members.push_back(entries[i].record);
    work.block_of[entries[i].lane][entries[i].record] = work.last_block;
  }
  work.out.blocks.push_back({first, static_cast<std::uint32_t>(end - begin), false});
  ++work.out.report.blocks;
}

void Blocking::emit_windowed(const std::vector<Entry>& entries, std::size_t begin, std::size_t end,
                             Work& work) const {
  const auto first = static_cast<std::uint32_t>(work.out.members.size());
  // Windows across two tables are others (PairSearch), and numbers may run out: then pairs are
  // compared again, which costs time only.
  const bool remember =
      split_ == 0 && end - begin < ~std::uint32_t{0} - work.last_place - 2 * limit_;
  for (std::size_t i = begin; i < end; ++i) {
    work.out.members.push_back(entries[i].record);
    if (remember) work.block_of[entries[i].lane][entries[i].record] = work.last_place++;
  }
  work.last_place += static_cast<std::uint32_t>(remember ? window() + 1 : 0);
  work.out.blocks.push_back({first, static_cast<std::uint32_t>(end - begin), true});
  ++work.out.report.blocks;
  ++work.out.report.windowed;
}

void Blocking::cut(std::vector<Entry>& entries, std::size_t begin, std::size_t end,
                   std::uint64_t used, Work& work) const {
  const std::size_t size = end - begin;
  if (size < 2 || !crosses(entries, begin, end)) return;
  if (size <= limit_) return emit(entries, begin, end, work);
  const int chosen = choose_atom(size, used);
  if (chosen < 0) return emit_windowed(entries, begin, end, work);
  const AtomColumn& column = columns_[refining_[static_cast<std::size_t>(chosen)]];
  for (std::size_t i = begin; i < end; ++i) entries[i].key = atom_of(column, entries[i].record);
  const auto at = [&](std::size_t i) { return entries.begin() + static_cast<std::ptrdiff_t>(i); };
  std::stable_sort(at(begin), at(end),
                   [](const Entry& a, const Entry& b) { return a.key < b.key; });
  used |= std::uint64_t{1} << chosen;
  for (std::size_t i = begin; i < end;) {
    std::size_t next = i + 1;
    while (next < end && entries[next].key == entries[i].key) ++next;
    cut(entries, i, next, used, work);
    i = next;
  }
}

void Blocking::build_one(std::size_t recipe, Work& work) const {
  RecipeBlocks& out = work.out;
  out.report.recipe = recipes_[recipe].name;
  work.block_of.assign(recipes_[recipe].entries.size(),
                       std::vector<std::uint32_t>(records_.size()));
  std::vector<Entry> entries = keys_of(recipe);
  sort_by_key(entries);
  const std::uint64_t used = used_by(recipe);
  for (std::size_t i = 0; i < entries.size();) {
    std::size_t next = i + 1;
    while (next < entries.size() && entries[next].key == entries[i].key) ++next;
    out.report.largest = std::max<std::uint64_t>(out.report.largest, next - i);
    if (next - i > limit_) ++out.report.refined;
    cut(entries, i, next, used, work);
    i = next;
  }
}

std::vector<RecipeBlocks> Blocking::build(unsigned threads) {
  std::vector<Work> works(recipes_.size());
  parallel_for(works.size(), threads,
               [&](std::size_t recipe) { build_one(recipe, works[recipe]); });
  block_of_.assign(records_.size() * lanes_, 0);
  std::vector<const std::vector<std::uint32_t>*> lanes;
  for (const Work& work : works) {
    for (const auto& lane : work.block_of) lanes.push_back(&lane);
  }
  for (std::size_t record = 0; record < records_.size(); ++record) {
    for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
      block_of_[record * lanes_ + lane] = (*lanes[lane])[record];
    }
  }
  std::vector<RecipeBlocks> blocks;
  for (Work& work : works) blocks.push_back(std::move(work.out));
  return blocks;
}

}  // namespace galena::match
