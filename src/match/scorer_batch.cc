// Comparing candidates together: the same comparison as one by one, in an order that asks for
// memory early and drops candidates as soon as they cannot have the evidence.
#include <bit>
#include <numeric>

#include "match/memory.hpp"
#include "match/scorer.hpp"

namespace galena::match {

namespace {

constexpr bool has(std::uint64_t bits, std::size_t place) { return (bits >> place & 1) != 0; }

/// Comparisons that read the words of values.
bool reads_words(Comparison comparison) {
  return comparison == Comparison::company || comparison == Comparison::full_name ||
         comparison == Comparison::street || comparison == Comparison::unit ||
         comparison == Comparison::text;
}

}  // namespace

Lanes Scorer::most_weights(std::size_t feature, std::uint8_t level, Weight rarity) const {
  const Outcome outcome{level, 0, 0, rarity};
  Lanes weights;
  for (std::size_t c = 0; c < kLaneChanges; ++c) {
    // Changes that have no lanes of their own share the last ones.
    Weight most = log_m(feature, outcome, std::min(c, changes_));
    for (std::size_t k = kLaneChanges; k <= changes_ && c + 1 == kLaneChanges; ++k)
      most = std::max(most, log_m(feature, outcome, k));
    for (std::size_t r = 0; r < kLaneRelations; ++r) {
      weights.set(c * kLaneRelations + r,
                  lane_of(WeightSum{most} - log_u(feature, outcome, lane_relation_[r], 0)));
    }
  }
  return weights;
}

/// With weights c a sum of share * P is at most (sum of share / c) times the largest c * P; c is
/// the share times their number, at most 1.
Lanes Scorer::bound_start() const {
  const auto count = static_cast<double>(changes_ + 1);
  const auto share_of_change = [&](std::size_t k) { return exp2_of_weight(change_share_[k]); };
  double sum = 0;
  for (std::size_t k = 0; k <= changes_; ++k) {
    const double share = share_of_change(k);
    sum += share / std::min(1.0, share * count);
  }
  Lanes start;
  for (std::size_t c = 0; c < kLaneChanges; ++c) {
    const bool own = c + 1 < kLaneChanges || changes_ < kLaneChanges;
    const double weight = own ? std::min(1.0, share_of_change(std::min(c, changes_)) * count) : 1.0;
    for (std::size_t r = 0; r < kLaneRelations; ++r) {
      const WeightSum share = relation_share_[lane_relation_[r]];
      start.set(c * kLaneRelations + r,
                static_cast<std::int16_t>(lane_of(log2_weight(weight * sum) - share) + 1));
    }
  }
  return start;
}

/// Asks for the memory that comparing a feature of several values a record will read, in steps of
/// which each needs what the one before asked for: values, their texts, their words.
void Scorer::prefetch_slots(std::size_t feature, const PairBatch& batch,
                            std::span<const std::uint8_t> open) const {
  const FeatureWeights& weights = features_[feature];
  const ValueStore& store = records_.store(feature);
  const auto each = [&](auto visit) {
    for (const std::uint8_t p : open) {
      for (const std::uint32_t record : {batch[p].a, batch[p].b}) {
        const RecordValues values = records_[record].subspan(weights.first_slot);
        for (std::uint32_t i = 0; i < weights.slot_count; ++i) {
          if (values[i] != kBlank) visit(values[i]);
        }
      }
    }
  };
  each([&](ValueId id) { galena::match::prefetch(&store[id]); });
  each([&](ValueId id) { store.prefetch_text(id); });
  if (reads_words(weights.comparison)) each([&](ValueId id) { store.prefetch_words(id); });
}

/// Compares a feature of the pairs `open` of a batch. The same as compare_feature() of each, in
/// steps: agreements that are remembered, then the values of the others, their texts, their words
/// are asked for before they are read.
void Scorer::compare_open(std::size_t feature, PairBatch& batch, std::span<const std::uint8_t> open,
                          AgreementMemo& memo) const {
  const FeatureWeights& weights = features_[feature];
  const ValueStore& store = records_.store(feature);
  if (weights.slot_count != 1) {
    prefetch_slots(feature, batch, open);
    for (const std::uint8_t p : open)
      batch.outcomes(p)[feature] =
          compare_feature(feature, {records_, records_[batch[p].a]}, records_[batch[p].b]);
    return;
  }
  std::array<AgreementMemo::Query, PairBatch::kMost> queries;
  for (std::size_t i = 0; i < open.size(); ++i) {
    const PairBatch::Candidate& pair = batch[open[i]];
    queries[i] = memo.query(feature, records_[pair.a][weights.first_slot],
                            records_[pair.b][weights.first_slot]);
    if (weights.remembered) memo.prefetch(queries[i]);
  }
  std::array<std::uint8_t, PairBatch::kMost> left;  // places in open of what is not known
  std::size_t count = 0;
  for (std::size_t i = 0; i < open.size(); ++i) {
    const AgreementMemo::Query& query = queries[i];
    Outcome& outcome = batch.outcomes(open[i])[feature];
    outcome = {};
    if (query.a == kBlank || query.b == kBlank) continue;
    const Agreement* const known =
        weights.remembered && query.a != query.b ? memo.find(query) : nullptr;
    if (known != nullptr) {
      outcome = {known->level, 0, 0, known->rarity};
      continue;
    }
    left[count++] = static_cast<std::uint8_t>(i);
    galena::match::prefetch(&store[query.a]);
    if (query.a != query.b) galena::match::prefetch(&store[query.b]);
  }
  const auto each = [&](auto visit) {
    for (std::size_t k = 0; k < count; ++k) visit(queries[left[k]], open[left[k]]);
  };
  const auto each_value = [&](auto visit) {
    each([&](const AgreementMemo::Query& query, std::uint8_t) {
      if (query.a == query.b) return;
      visit(query.a);
      visit(query.b);
    });
  };
  each_value([&](ValueId id) { store.prefetch_text(id); });
  if (reads_words(weights.comparison)) each_value([&](ValueId id) { store.prefetch_words(id); });
  each([&](const AgreementMemo::Query& query, std::uint8_t p) {
    const Agreement agreement =
        query.a == query.b ? same_value(weights, store[query.a])
                           : compare_values(weights.comparison, store, query.a, store, query.b);
    if (weights.remembered && query.a != query.b) memo.put(query, agreement);
    batch.outcomes(p)[feature] = {agreement.level, 0, 0, agreement.rarity};
  });
}

/// How rare the values are that are known to be the same; asked for before they are read.
void Scorer::set_rarities(PairBatch& batch, std::span<const std::uint8_t> places) const {
  const auto each = [&](auto visit) {
    for (const std::uint8_t p : places) {
      for (std::uint64_t left = batch[p].caps.equal; left != 0; left &= left - 1) {
        const auto f = static_cast<std::size_t>(std::countr_zero(left));
        visit(records_.store(f)[records_[batch[p].a][features_[f].first_slot]],
              batch.outcomes(p)[f]);
      }
    }
  };
  each([](const StoredValue& value, const Outcome&) { galena::match::prefetch(&value); });
  each([](const StoredValue& value, Outcome& outcome) {
    if (outcome.level == 1) outcome.rarity = value.rarity;
  });
}

void Scorer::compare_batch(PairBatch& batch, const std::vector<LevelBounds>* bounds, Weight floor,
                           AgreementMemo& memo) const {
  const std::int16_t floor_lane = lane_of(floor);
  std::array<std::uint8_t, PairBatch::kMost> places;
  std::iota(places.begin(), places.end(), std::uint8_t{0});
  std::array<std::uint8_t, PairBatch::kMost> open;
  std::size_t alive = batch.size();
  const auto settle = [&](std::size_t p, std::size_t f) {
    PairCaps& caps = batch[p].caps;
    const Outcome& outcome = batch.outcomes(p)[f];
    caps.total -= *caps.most[f];
    if (outcome.level != 0)
      caps.total += (*bounds)[f].at[outcome.level][LevelBounds::step(outcome.rarity)];
  };
  for (std::size_t i = 0; i < order_.size(); ++i) {
    const std::size_t f = order_[i];
    std::size_t open_count = 0;
    for (std::size_t k = 0; k < alive; ++k) {
      const std::uint8_t p = places[k];
      const PairCaps& caps = batch[p].caps;
      Outcome& outcome = batch.outcomes(p)[f];
      if (has(caps.different, f)) {
        outcome = {features_[f].different, 0, 0, 0};
      } else if (has(caps.equal, f)) {
        outcome = {1, 0, 0, 0};  // its rarity is read where it is needed: set_rarities()
      } else if (has(caps.open, f)) {
        open[open_count++] = p;
      } else {
        outcome = {};
      }
    }
    const std::span<const std::uint8_t> opened(open.data(), open_count);
    compare_open(f, batch, opened, memo);
    if (bounds != nullptr && !is_name(f)) {
      for (const std::uint8_t p : opened) settle(p, f);
    }
    if (i + 1 == names_end_) {
      for (std::size_t k = 0; k < alive; ++k) {
        const std::uint8_t p = places[k];
        // PairBound leaves both parts of a name open where they may agree crosswise.
        const std::uint64_t known = batch[p].caps.open;
        const bool may_be_swapped = first_name_ >= 0 && last_name_ >= 0 &&
                                    has(known, static_cast<std::size_t>(first_name_)) &&
                                    has(known, static_cast<std::size_t>(last_name_));
        settle_names({records_, records_[batch[p].a]}, records_[batch[p].b], may_be_swapped,
                     batch.outcomes(p));
        if (bounds == nullptr) continue;
        // What is the same was bounded by its rarity.
        for (const std::size_t n : names_) {
          if (!has(batch[p].caps.equal, n) || batch.outcomes(p)[n].level == 0) settle(p, n);
        }
      }
    }
    if (bounds == nullptr) continue;
    std::size_t kept = 0;
    for (std::size_t k = 0; k < alive; ++k) {
      if (batch[places[k]].caps.total.reaches(floor_lane)) {
        places[kept++] = places[k];
      } else {
        batch[places[k]].evidence = WeightSum{floor} - 1;
      }
    }
    alive = kept;
  }
  if (bounds != nullptr) set_rarities(batch, {places.data(), alive});
  for (std::size_t k = 0; k < alive; ++k) {
    PairBatch::Candidate& pair = batch[places[k]];
    const std::span<Outcome> outcomes = batch.outcomes(places[k]);
    settle_mailbox({records_, records_[pair.a]}, records_[pair.b], outcomes);
    const Sides sides = sides_of(outcomes);
    pair.apart = sides.apart;
    pair.evidence = sides.same - sides.apart;
  }
}

void Scorer::outcomes(PairBatch& batch, AgreementMemo& memo) const {
  compare_batch(batch, nullptr, 0, memo);
}

void Scorer::evidence_from(PairBatch& batch, const std::vector<LevelBounds>& bounds, Weight floor,
                           AgreementMemo& memo) const {
  compare_batch(batch, &bounds, floor, memo);
}

void Scorer::evidence(PairBatch& batch, AgreementMemo& memo) const {
  if (!by_rules()) return compare_batch(batch, nullptr, 0, memo);
  for (std::size_t p = 0; p < batch.size(); ++p)
    batch[p].evidence = evidence(records_[batch[p].a], records_[batch[p].b]);
}

}  // namespace galena::match
