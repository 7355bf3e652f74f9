#include "match/pair_bound.hpp"

#include <algorithm>
#include <bit>

#include "match/threads.hpp"

namespace galena::match {

namespace {

/// Comparisons whose agreements are never rarer than the commoner of the two values.
bool rarity_of_pair(Comparison comparison) {
  return comparison == Comparison::first_name || comparison == Comparison::last_name ||
         comparison == Comparison::phone || comparison == Comparison::city;
}

/// Words of a row: sketches, and a byte for each. A row that fits into a line of the cache does not
/// lie across two.
constexpr std::size_t row_size(std::size_t slots) {
  constexpr std::size_t kWord = sizeof(std::uint64_t);
  constexpr std::size_t kLine = 64 / kWord;
  const std::size_t words = slots + (slots + kWord - 1) / kWord;
  return words <= kLine ? std::bit_ceil(words) : words;
}

constexpr std::size_t kChunk = 16384;  // records, or values, that a thread takes at a time

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
  if (first_name_ >= 0 && last_name_ >= 0)
    name_parts_ = std::uint64_t{1} << first_name_ | std::uint64_t{1} << last_name_;
  std::vector<std::pair<std::size_t, ValueId>> parts;  // features, and their values from there on
  for (std::size_t f = 0; f < features_.size(); ++f) {
    if (!scorer.compares(f)) continue;
    FeatureBounds& bounds = features_[f];
    const std::size_t values = records.store(f).size();
    bounds.sketches = ZeroedArray<std::uint64_t>(values);
    bounds.steps = ZeroedArray<std::uint8_t>(values);
    bounds.is_large = values > near;
    bounds.in_row = static_cast<std::uint32_t>(large_slots_);
    if (bounds.is_large) large_slots_ += records.layout().features[f].slots.size();
    for (std::size_t id = 0; id < values; id += kChunk)
      parts.emplace_back(f, static_cast<ValueId>(id));
  }
  parallel_for(parts.size(), threads, [&](std::size_t part) {
    const auto [f, first] = parts[part];
    if (first == 0) set_bounds(f, scorer);
    const Comparison comparison = records.layout().features[f].comparison;
    const ValueStore& store = records.store(f);
    const std::size_t end = std::min<std::size_t>(store.size(), first + kChunk);
    features_[f].sketches.make_ready(first, end - first);
    features_[f].steps.make_ready(first, end - first);
    for (ValueId id = std::max(first, ValueId{1}); id < end; ++id) {
      const std::size_t step = LevelBounds::step(store[id].rarity);
      features_[f].sketches[id] = sketch_of(comparison, store, id);
      features_[f].steps[id] = static_cast<std::uint8_t>(step);
    }
  });
  fill_rows(threads);
}

/// Writes what the rows of records have of a large feature. Nearly each value comes from far: the
/// less there is to do for one, the more of them are on their way at a time.
void PairBound::fill_feature(const FeatureBounds& bounds, std::size_t first, std::size_t end) {
  const std::uint64_t* const sketches = &bounds.sketches[0];
  const std::uint8_t* const steps = &bounds.steps[0];
  const std::size_t size = row_size_;
  const std::size_t slots = records_.slots();
  for (std::uint32_t slot = 0; slot < bounds.slots; ++slot) {
    const ValueId* id = records_[first].data() + bounds.first_slot + slot;
    std::uint64_t* sketch = &rows_[first * size] + bounds.in_row + slot;
    std::uint8_t* step = steps_of(&rows_[first * size]) + bounds.in_row + slot;
    for (std::size_t record = first; record < end; ++record) {
      *sketch = sketches[*id];
      *step = steps[*id];
      id += slots;
      sketch += size;
      step += size * sizeof(*sketch);
    }
  }
}

void PairBound::fill_rows(unsigned threads) {
  row_size_ = row_size(large_slots_);
  rows_ = ZeroedArray<std::uint64_t>(records_.size() * row_size_);
  // Few enough rows at a time that they stay near while feature by feature is written to them.
  constexpr std::size_t kRows = 256;
  parallel_for((records_.size() + kChunk - 1) / kChunk, threads, [&](std::size_t chunk) {
    const std::size_t end = std::min(records_.size(), (chunk + 1) * kChunk);
    rows_.make_ready(chunk * kChunk * row_size_, (end - chunk * kChunk) * row_size_);
    for (std::size_t first = chunk * kChunk; first < end; first += kRows) {
      for (const FeatureBounds& bounds : features_) {
        if (bounds.is_large) fill_feature(bounds, first, std::min(end, first + kRows));
      }
    }
  });
  for (FeatureBounds& bounds : features_) {
    if (!bounds.is_large) continue;
    bounds.sketches = {};
    bounds.steps = {};
  }
}

std::size_t PairBound::memory(const EncodedRecords& records) {
  std::size_t values = 0;
  for (std::size_t f = 0; f < records.layout().features.size(); ++f)
    values += records.store(f).size();
  return values * (sizeof(std::uint64_t) + sizeof(std::uint8_t)) +
         records.size() * row_size(records.slots()) * sizeof(std::uint64_t);
}

/// The most by what values have in common and how rare they are.
void PairBound::set_most(const EncodedRecords& records, std::size_t feature,
                         const LevelBounds& levels, Most& most) {
  const Comparison comparison = records.layout().features[feature].comparison;
  const std::uint8_t last = different_level(comparison);
  const std::size_t rarest = LevelBounds::step(records.store(feature).most_rarity());
  for (std::size_t i = 0; i < LevelBounds::kSteps; ++i) {
    most.equal[i] = levels.at[1][i];
    // A role mailbox that agrees is a domain that agrees.
    for (std::uint8_t level = 2; comparison == Comparison::email && level < last; ++level)
      most.equal[i].raise_to(levels.at[level][i]);
    for (std::size_t k = 0; k < kLikenesses; ++k) {
      const auto likeness = static_cast<Likeness>(k);
      const bool by_pair = rarity_of_pair(comparison) && likeness != Likeness::special;
      const std::size_t step = by_pair ? i : rarest;
      most.alike[k][i] = levels.at[last][step];
      const std::uint8_t possible = possible_levels(comparison, likeness);
      for (std::uint8_t level = 1; level < last; ++level) {
        if ((possible >> level & 1) != 0) most.alike[k][i].raise_to(levels.at[level][step]);
      }
    }
  }
  most.different = levels.at[last][0];
  most.swapped = levels.at[last - 1][rarest];
}

void PairBound::set_bounds(std::size_t feature, const Scorer& scorer) {
  const Feature& shape = records_.layout().features[feature];
  const Comparison comparison = shape.comparison;
  FeatureBounds& bounds = features_[feature];
  LevelBounds& levels = by_level_[feature];
  bounds.first_slot = shape.first_slot;
  bounds.slots = static_cast<std::uint32_t>(shape.slots.size());
  bounds.test = sketch_test(comparison);
  bounds.look_when_equal = comparison == Comparison::email;
  const std::uint8_t last = different_level(comparison);
  for (std::size_t i = 0; i < LevelBounds::kSteps; ++i) {
    const Weight rarity = static_cast<Weight>(i) * kOneBit;
    for (std::uint8_t level = 1; level <= last; ++level)
      levels.at[level][i] = scorer.most_weights(feature, level, rarity);
    // A mailbox may turn out to say less once the names are known (Scorer::settle_mailbox).
    for (std::uint8_t level = 2; comparison == Comparison::email && level < 4; ++level) {
      for (std::uint8_t less = 4; less <= last; ++less)
        levels.at[level][i].raise_to(levels.at[less][i]);
    }
  }
  bounds.most = std::make_unique<Most>();
  set_most(records_, feature, levels, *bounds.most);
}

inline PairBound::Known PairBound::slot_bound(const FeatureBounds& bounds, const Row& a,
                                              std::uint32_t slot_a, const Row& b,
                                              std::uint32_t slot_b, const Lanes*& most) {
  const ValueId left = id_of(bounds, a, slot_a);
  const ValueId right = id_of(bounds, b, slot_b);
  if (left == kBlank || right == kBlank) return Known::blank;
  const Told told_a = told_of(bounds, a, slot_a);
  if (left == right) {
    most = &bounds.most->equal[told_a.step];
    return bounds.look_when_equal ? Known::open : Known::equal;
  }
  const Told told_b = told_of(bounds, b, slot_b);
  const Likeness likeness = likeness_of(bounds.test, told_a.sketch, told_b.sketch);
  if (likeness == Likeness::different) {
    most = &bounds.most->different;
    return Known::different;
  }
  const std::size_t step = std::min(told_a.step, told_b.step);
  most = &bounds.most->alike[static_cast<std::size_t>(likeness)][step];
  return Known::open;
}

/// Of a feature with several values a record: the most of any two.
PairBound::Known PairBound::slots_bound(const FeatureBounds& bounds, const Row& a, const Row& b,
                                        const Lanes*& most, Lanes& raised) {
  Known known = Known::blank;
  for (std::uint32_t i = 0; i < bounds.slots; ++i) {
    for (std::uint32_t j = 0; j < bounds.slots; ++j) {
      const Lanes* own = nullptr;
      const Known one = slot_bound(bounds, a, i, b, j, own);
      if (one == Known::blank) continue;
      if (known == Known::blank) {
        raised = *own;
        known = one;
      } else {
        raised.raise_to(*own);
      }
      if (one != Known::different) known = Known::open;
      most = &raised;
    }
  }
  return known;
}

void PairBound::raise(PairCaps& caps, std::size_t feature, const Lanes& to) {
  Lanes most = *caps.most[feature];
  caps.total -= most;
  most.raise_to(to);
  caps.total += most;
  caps.raised[feature] = most;
  caps.most[feature] = &caps.raised[feature];
  caps.open |= std::uint64_t{1} << feature;
}

/// Whether names that differ may agree with each other's parts.
bool PairBound::crosswise(const FeatureBounds& given, const FeatureBounds& family, const Row& a,
                          const Row& b) {
  if (given.slots == 0 || family.slots == 0) return false;
  const ValueId given_a = id_of(given, a, 0);
  const ValueId given_b = id_of(given, b, 0);
  const ValueId family_a = id_of(family, a, 0);
  const ValueId family_b = id_of(family, b, 0);
  return given_a != kBlank && given_b != kBlank && family_a != kBlank && family_b != kBlank &&
         given_a != given_b && family_a != family_b &&
         may_be_swapped(told_of(given, a, 0).sketch, told_of(family, b, 0).sketch) &&
         may_be_swapped(told_of(given, b, 0).sketch, told_of(family, a, 0).sketch);
}

/// Names that agree only crosswise; and names in parts that give way to full names, or the other
/// way round.
void PairBound::settle_names(const Row& a, const Row& b, PairCaps& caps) const {
  const auto first = static_cast<std::size_t>(first_name_);
  const auto last = static_cast<std::size_t>(last_name_);
  if (crosswise(features_[first], features_[last], a, b)) {
    raise(caps, first, features_[first].most->swapped);
    raise(caps, last, features_[last].most->swapped);
  }
  if (full_name_ < 0) return;
  for (const std::size_t f : {first, last, static_cast<std::size_t>(full_name_)})
    raise(caps, f, {});
}

void PairBound::bound(std::uint32_t a, std::uint32_t b, PairCaps& caps) const {
  static constexpr Lanes kNothing{};
  const Row left = row_of(a);
  const Row right = row_of(b);
  std::array<std::uint64_t, 4> found{};  // features, by what is known of them
  Lanes total = start_;
  for (std::size_t f = 0; f < features_.size(); ++f) {
    const FeatureBounds& bounds = features_[f];
    const Lanes* most = &kNothing;
    const Known known = bounds.slots == 1 ? slot_bound(bounds, left, 0, right, 0, most)
                                          : slots_bound(bounds, left, right, most, caps.raised[f]);
    caps.most[f] = most;
    found[static_cast<std::size_t>(known)] |= std::uint64_t{1} << f;
    total += *most;
  }
  caps.different = found[static_cast<std::size_t>(Known::different)];
  caps.equal = found[static_cast<std::size_t>(Known::equal)];
  caps.open = found[static_cast<std::size_t>(Known::open)];
  caps.total = total;
  // Where a part of the names is the same, or not there, they do not agree crosswise.
  const std::uint64_t unlike = caps.different | caps.open;
  if (name_parts_ != 0 && (full_name_ >= 0 || (unlike & name_parts_) == name_parts_))
    settle_names(left, right, caps);
}

}  // namespace galena::match
