#include "match/pair_bound.hpp"

#include <algorithm>

#include "match/threads.hpp"

namespace galena::match {

namespace {

/// Comparisons whose agreements are never rarer than the commoner of the two values.
bool rarity_of_pair(Comparison comparison) {
  return comparison == Comparison::first_name || comparison == Comparison::last_name ||
         comparison == Comparison::phone || comparison == Comparison::city;
}

constexpr std::size_t kChunk = 16384;  // records, or values, that a thread takes at a time

bool is_name_part(Comparison comparison) {
  return comparison == Comparison::first_name || comparison == Comparison::last_name;
}

}  // namespace

PairBound::PairBound(const EncodedRecords& records, const Scorer& scorer, unsigned threads,
                     std::size_t near)
    : records_(records),
      start_(scorer.bound_start()),
      features_(records.layout().features.size()),
      by_level_(features_.size()),
      full_name_(records.layout().find(Comparison::full_name)),
      first_name_(records.layout().find(Comparison::first_name)),
      last_name_(records.layout().find(Comparison::last_name)) {
  std::vector<std::pair<std::size_t, ValueId>> parts;  // features, and their values from there on
  for (std::size_t f = 0; f < features_.size(); ++f) {
    if (!scorer.compares(f)) continue;
    FeatureBounds& bounds = features_[f];
    const std::size_t values = records.store(f).size();
    bounds.sketches = ZeroedArray<std::uint64_t>(values);
    bounds.rarities = ZeroedArray<Weight>(values);
    bounds.is_large = values > near;
    bounds.in_row = static_cast<std::uint32_t>(large_slots_);
    if (bounds.is_large) large_slots_ += records.layout().features[f].slots.size();
    for (std::size_t id = 0; id < values; id += kChunk)
      parts.emplace_back(f, static_cast<ValueId>(id));
  }
  parallel_for(parts.size(), threads, [&](std::size_t part) {
    const auto [f, first] = parts[part];
    if (first == 0) set_bounds(f, scorer, records);
    const Comparison comparison = records.layout().features[f].comparison;
    const ValueStore& store = records.store(f);
    const std::size_t end = std::min<std::size_t>(store.size(), first + kChunk);
    for (ValueId id = std::max(first, ValueId{1}); id < end; ++id) {
      features_[f].sketches[id] = sketch_of(comparison, store, id);
      features_[f].rarities[id] = store[id].rarity;
    }
  });
  fill_rows(threads);
}

void PairBound::fill_rows(unsigned threads) {
  rows_ = ZeroedArray<std::uint64_t>(records_.size() * large_slots_);
  parallel_for((records_.size() + kChunk - 1) / kChunk, threads, [&](std::size_t chunk) {
    const std::size_t end = std::min(records_.size(), (chunk + 1) * kChunk);
    for (const FeatureBounds& bounds : features_) {
      for (std::uint32_t slot = 0; bounds.is_large && slot < bounds.slots; ++slot) {
        for (std::size_t record = chunk * kChunk; record < end; ++record)
          rows_[record * large_slots_ + bounds.in_row + slot] =
              bounds.sketches[records_[record][bounds.first_slot + slot]];
      }
    }
  });
  for (FeatureBounds& bounds : features_) {
    if (bounds.is_large) bounds.sketches = {};
  }
}

std::size_t PairBound::memory(const EncodedRecords& records) {
  std::size_t values = 0;
  for (std::size_t f = 0; f < records.layout().features.size(); ++f)
    values += records.store(f).size();
  return values * (sizeof(std::uint64_t) + sizeof(Weight)) +
         records.size() * records.slots() * sizeof(std::uint64_t);
}

void PairBound::set_bounds(std::size_t feature, const Scorer& scorer,
                           const EncodedRecords& records) {
  const Feature& shape = records.layout().features[feature];
  const Comparison comparison = shape.comparison;
  FeatureBounds& bounds = features_[feature];
  LevelBounds& levels = by_level_[feature];
  bounds.first_slot = shape.first_slot;
  bounds.slots = static_cast<std::uint32_t>(shape.slots.size());
  bounds.test = sketch_test(comparison);
  bounds.look_when_equal = comparison == Comparison::email;
  bounds.pair_rarity = rarity_of_pair(comparison);
  bounds.most_rarity = records.store(feature).most_rarity();
  const std::uint8_t last = different_level(comparison);
  // Two writings of one day may be one; other values that differ are not exactly the same.
  const std::uint8_t first_level = comparison == Comparison::birth_date ? 1 : 2;
  for (std::size_t i = 0; i < LevelBounds::kSteps; ++i) {
    const Weight rarity = static_cast<Weight>(i) * kOneBit;
    for (std::uint8_t level = 1; level <= last; ++level)
      levels.at[level][i] = scorer.most_weights(feature, level, rarity);
    // A mailbox may turn out to say less once the names are known (Scorer::settle_mailbox).
    for (std::uint8_t level = 2; comparison == Comparison::email && level < 4; ++level) {
      for (std::uint8_t less = 4; less <= last; ++less)
        levels.at[level][i].raise_to(levels.at[less][i]);
    }
    bounds.equal[i] = levels.at[1][i];
    bounds.close[i] = levels.at[last][i];
    for (std::uint8_t level = first_level; level < last; ++level) {
      // A role mailbox that agrees is a domain that agrees; crosswise names are settled later.
      if (comparison == Comparison::email) bounds.equal[i].raise_to(levels.at[level][i]);
      if (!is_name_part(comparison) || level != last - 1)
        bounds.close[i].raise_to(levels.at[level][i]);
    }
  }
  bounds.different = levels.at[last][0];
  bounds.swapped = levels.at[last - 1][LevelBounds::step(bounds.most_rarity)];
}

const Lanes& PairBound::close_most(const FeatureBounds& bounds, const Cell& a, const Cell& b) {
  // Words that two names share may be rarer than the names.
  const bool words =
      bounds.test == SketchTest::name && ((*a.sketch | *b.sketch) & NameSketch::kSpecial) != 0;
  const Weight rarity = bounds.pair_rarity && !words
                            ? std::min(bounds.rarities[a.id], bounds.rarities[b.id])
                            : bounds.most_rarity;
  return bounds.close[LevelBounds::step(rarity)];
}

inline PairBound::Known PairBound::cell_bound(const FeatureBounds& bounds, const Cell& a,
                                              const Cell& b, PairCaps::Part& part) {
  if (a.id == kBlank || b.id == kBlank) return Known::blank;
  if (a.id == b.id) {
    part.rarity = bounds.rarities[a.id];
    part.most = &bounds.equal[LevelBounds::step(part.rarity)];
    return bounds.look_when_equal ? Known::open : Known::equal;
  }
  if (may_agree(bounds.test, *a.sketch, *b.sketch)) {
    part.most = &close_most(bounds, a, b);
    return Known::open;
  }
  part.most = &bounds.different;
  return Known::different;
}

/// Of a feature with several values a record: the most of any two.
PairBound::Known PairBound::slots_bound(const FeatureBounds& bounds, const Row& a, const Row& b,
                                        PairCaps::Part& part, Lanes& raised) {
  Known known = Known::blank;
  for (std::uint32_t i = 0; i < bounds.slots; ++i) {
    for (std::uint32_t j = 0; j < bounds.slots; ++j) {
      PairCaps::Part own{nullptr, 0};
      const Known one = cell_bound(bounds, cell_of(bounds, a, i), cell_of(bounds, b, j), own);
      if (one == Known::blank) continue;
      if (known == Known::blank) {
        part = own;
        known = one;
      } else {
        Lanes most = *part.most;
        most.raise_to(*own.most);
        raised = most;
        part.most = &raised;
        if (one != Known::different) known = Known::open;
      }
    }
  }
  return known;
}

void PairBound::raise(PairCaps& caps, std::size_t feature, const Lanes& to) {
  PairCaps::Part& part = caps.parts[feature];
  Lanes most = *part.most;
  caps.total -= most;
  most.raise_to(to);
  caps.total += most;
  caps.raised[feature] = most;
  part.most = &caps.raised[feature];
  caps.open |= std::uint64_t{1} << feature;
}

/// Whether names that differ may agree with each other's parts.
bool PairBound::crosswise(const FeatureBounds& given, const FeatureBounds& family, const Row& a,
                          const Row& b) {
  if (given.slots == 0 || family.slots == 0) return false;
  const Cell given_a = cell_of(given, a, 0);
  const Cell given_b = cell_of(given, b, 0);
  const Cell family_a = cell_of(family, a, 0);
  const Cell family_b = cell_of(family, b, 0);
  return given_a.id != kBlank && given_b.id != kBlank && family_a.id != kBlank &&
         family_b.id != kBlank && given_a.id != given_b.id && family_a.id != family_b.id &&
         may_be_swapped(*given_a.sketch, *family_b.sketch) &&
         may_be_swapped(*given_b.sketch, *family_a.sketch);
}

/// Names that agree only crosswise; and names in parts that give way to full names, or the other
/// way round.
void PairBound::settle_names(const Row& a, const Row& b, PairCaps& caps) const {
  if (first_name_ < 0 || last_name_ < 0) return;
  const auto first = static_cast<std::size_t>(first_name_);
  const auto last = static_cast<std::size_t>(last_name_);
  if (crosswise(features_[first], features_[last], a, b)) {
    raise(caps, first, features_[first].swapped);
    raise(caps, last, features_[last].swapped);
  }
  if (full_name_ < 0) return;
  for (const std::size_t f : {first, last, static_cast<std::size_t>(full_name_)})
    raise(caps, f, {});
}

void PairBound::bound(std::uint32_t a, std::uint32_t b, PairCaps& caps) const {
  static constexpr Lanes kNothing{};
  const Row left = row_of(a);
  const Row right = row_of(b);
  std::uint64_t different = 0;
  std::uint64_t equal = 0;
  std::uint64_t open = 0;
  Lanes total = start_;
  for (std::size_t f = 0; f < features_.size(); ++f) {
    const FeatureBounds& bounds = features_[f];
    PairCaps::Part& part = caps.parts[f];
    part = {&kNothing, 0};
    Known known = Known::blank;
    if (bounds.slots == 1) {
      known = cell_bound(bounds, cell_of(bounds, left, 0), cell_of(bounds, right, 0), part);
    } else {
      known = slots_bound(bounds, left, right, part, caps.raised[f]);
    }
    different |= std::uint64_t{known == Known::different} << f;
    equal |= std::uint64_t{known == Known::equal} << f;
    open |= std::uint64_t{known == Known::open} << f;
    total += *part.most;
  }
  caps.different = different;
  caps.equal = equal;
  caps.open = open;
  caps.total = total;
  settle_names(left, right, caps);
}

}  // namespace galena::match
