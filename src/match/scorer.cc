#include "match/scorer.hpp"

#include <algorithm>

#include "match/edit_distance.hpp"
#include "galena/match/similarity.hpp"

namespace galena::match {

namespace {

constexpr std::size_t kUnrelated = 0;
constexpr std::size_t kMostFeatures = 64;
constexpr std::size_t kMostGroups = 8;

int group_of(const ModelData& data, Comparison comparison) {
  for (std::size_t i = 0; i < data.groups.size() && i < kMostGroups; ++i) {
    const auto& members = data.groups[i].comparisons;
    if (std::find(members.begin(), members.end(), comparison) != members.end()) {
      return static_cast<int>(i);
    }
  }
  return -1;
}

}  // namespace

Scorer::Scorer(const Model& model, const EncodedRecords& records, double population)
    : records_(records), population_(std::max(2.0, population)) {
  const ModelData& data = model.data();
  relations_ = data.relations.size();
  for (std::size_t r = 0; r < relations_; ++r) {
    // log2 of the chance that a random pair is so related, at most 1 in 2.
    const double share = std::min(0.5, data.relations[r].per_record / population_);
    offsets_[r + 1] = -log2_weight(share);
  }
  for (const FieldGroup& group : data.groups) group_repeat_.push_back(weight_of_bits(group.repeat));
  const Layout& layout = records.layout();
  for (std::size_t f = 0; f < layout.features.size() && f < kMostFeatures; ++f) {
    const Feature& feature = layout.features[f];
    FeatureWeights weights{feature.comparison, feature.first_slot,
                           static_cast<std::uint32_t>(feature.slots.size()),
                           group_of(data, feature.comparison), {}};
    const FieldModel* const field = model.find(feature.comparison);
    if (field == nullptr) weights.slot_count = 0;  // never compared
    for (std::size_t k = 0; field != nullptr && k < field->levels.size(); ++k) {
      const LevelModel& level = field->levels[k];
      LevelWeights& out = weights.levels[k + 1];
      out.m = log2_weight(level.m);
      out.term_frequency = level.term_frequency;
      out.weight[kUnrelated] = out.m - log2_weight(level.u);
      for (std::size_t r = 0; r < relations_; ++r) {
        out.as_unrelated[r + 1] = level.related[r] == 0;
        out.weight[r + 1] = out.m - log2_weight(level.related[r] == 0 ? level.u : level.related[r]);
      }
      out.as_unrelated[kUnrelated] = true;
    }
    features_.push_back(weights);
  }
  full_name_ = layout.find(Comparison::full_name);
  first_name_ = layout.find(Comparison::first_name);
  last_name_ = layout.find(Comparison::last_name);
}

WeightSum Scorer::prior(double duplicates_per_record) const {
  const double share = std::min(0.5, duplicates_per_record / population_);
  return weight_of_probability(share);
}

Scorer::Outcome Scorer::compare_feature(std::size_t feature, RecordValues a, RecordValues b) const {
  const FeatureWeights& weights = features_[feature];
  const ValueStore& store = records_.store(feature);
  Outcome best;
  for (std::uint32_t i = 0; i < weights.slot_count; ++i) {
    const ValueId left = a[weights.first_slot + i];
    if (left == kBlank) continue;
    for (std::uint32_t j = 0; j < weights.slot_count; ++j) {
      const ValueId right = b[weights.first_slot + j];
      if (right == kBlank) continue;
      Agreement agreement{1, 0};
      if (left == right) {
        agreement.rarity = store[left].rarity;
        // A desk's mailbox says where somebody works, not who it is.
        if (weights.comparison == Comparison::email && (store[left].flags & kRoleMailbox) != 0) {
          agreement.level = 4;
        }
      } else {
        agreement = compare_values(weights.comparison, store, left, right);
      }
      if (best.level == 0 || agreement.level < best.level ||
          (agreement.level == best.level && agreement.rarity > best.rarity)) {
        best = {agreement.level, static_cast<std::uint8_t>(i), static_cast<std::uint8_t>(j),
                agreement.rarity};
      }
    }
  }
  return best;
}

bool Scorer::names_swapped(RecordValues a, RecordValues b) const {
  const ValueStore& first = records_.store(static_cast<std::size_t>(first_name_));
  const ValueStore& last = records_.store(static_cast<std::size_t>(last_name_));
  const std::uint32_t first_slot = features_[static_cast<std::size_t>(first_name_)].first_slot;
  const std::uint32_t last_slot = features_[static_cast<std::size_t>(last_name_)].first_slot;
  const auto same = [&](RecordValues x, RecordValues y) {
    const std::string_view given = first.text(x[first_slot]);
    const std::string_view family = last.text(y[last_slot]);
    return given == family || jaro_winkler(given, family) >= 0.93;
  };
  return same(a, b) && same(b, a);
}

/// Names are compared by their parts where both records have them, in full where one has not; parts
/// that only agree crosswise are swapped.
void Scorer::settle_names(RecordValues a, RecordValues b, Outcomes& outcomes) const {
  const bool has_parts = first_name_ >= 0 && last_name_ >= 0;
  if (!has_parts) return;
  Outcome& first = outcomes[static_cast<std::size_t>(first_name_)];
  Outcome& last = outcomes[static_cast<std::size_t>(last_name_)];
  if (full_name_ >= 0) {
    if (first.level != 0 && last.level != 0) {
      outcomes[static_cast<std::size_t>(full_name_)] = {};
    } else if (outcomes[static_cast<std::size_t>(full_name_)].level != 0) {
      first = last = {};
    }
  }
  const std::uint8_t first_different = different_level(Comparison::first_name);
  const std::uint8_t last_different = different_level(Comparison::last_name);
  if (first.level == first_different && last.level == last_different && names_swapped(a, b)) {
    const std::uint32_t last_slot = features_[static_cast<std::size_t>(last_name_)].first_slot;
    const ValueStore& store = records_.store(static_cast<std::size_t>(last_name_));
    first = {static_cast<std::uint8_t>(first_different - 1), 0, 0, 0};
    last = {static_cast<std::uint8_t>(last_different - 1), 0, 0,
            std::min(store[a[last_slot]].rarity, store[b[last_slot]].rarity)};
  }
}

void Scorer::compare(RecordValues a, RecordValues b, Outcomes& outcomes) const {
  for (std::size_t f = 0; f < features_.size(); ++f) outcomes[f] = compare_feature(f, a, b);
  settle_names(a, b, outcomes);
}

Weight Scorer::weight_of(std::size_t feature, const Outcome& outcome, std::size_t relation) const {
  if (outcome.level == 0) return 0;
  const LevelWeights& level = features_[feature].levels[outcome.level];
  if (level.term_frequency && level.as_unrelated[relation]) return level.m + outcome.rarity;
  return level.weight[relation];
}

/// Sum over features; in a group the strongest agreement and the strongest disagreement count in full,
/// the others by the group's factor.
WeightSum Scorer::sum(const Outcomes& outcomes, std::size_t relation, PairDetail* detail) const {
  struct Sums {
    WeightSum all_for = 0, all_against = 0;
    Weight most_for = 0, most_against = 0;
  };
  std::array<Sums, kMostGroups> groups{};
  WeightSum total = 0;
  for (std::size_t f = 0; f < features_.size(); ++f) {
    const Weight weight = weight_of(f, outcomes[f], relation);
    if (weight == 0) continue;
    if (features_[f].group < 0) {
      total += weight;
      continue;
    }
    Sums& group = groups[static_cast<std::size_t>(features_[f].group)];
    if (weight > 0) {
      group.all_for += weight;
      group.most_for = std::max(group.most_for, weight);
    } else {
      group.all_against += weight;
      group.most_against = std::min(group.most_against, weight);
    }
  }
  for (std::size_t g = 0; g < group_repeat_.size() && g < kMostGroups; ++g) {
    const Sums& group = groups[g];
    total += group.most_for + (group.all_for - group.most_for) * group_repeat_[g] / kOneBit;
    total += group.most_against +
             (group.all_against - group.most_against) * group_repeat_[g] / kOneBit;
  }
  if (detail != nullptr) {
    // The group's discount, feature by feature; roundings go to the first.
    std::array<bool, kMostGroups> seen_for{};
    std::array<bool, kMostGroups> seen_against{};
    WeightSum shown = 0;
    FeatureOutcome* first = nullptr;
    for (std::size_t f = 0; f < features_.size(); ++f) {
      const Weight weight = weight_of(f, outcomes[f], relation);
      FeatureOutcome& out = detail->features[f];
      out.repeat = 0;
      if (weight != 0 && features_[f].group >= 0) {
        const auto g = static_cast<std::size_t>(features_[f].group);
        bool& seen = weight > 0 ? seen_for[g] : seen_against[g];
        const Weight most = weight > 0 ? groups[g].most_for : groups[g].most_against;
        if (weight == most && !seen) {
          seen = true;
        } else {
          out.repeat = static_cast<Weight>(static_cast<WeightSum>(weight) * group_repeat_[g] / kOneBit - weight);
        }
      }
      if (weight != 0 && first == nullptr) first = &out;
      shown += weight + out.repeat;
    }
    if (first != nullptr) first->repeat += static_cast<Weight>(total - shown);
  }
  return total;
}

WeightSum Scorer::evidence_of(RecordValues a, RecordValues b, PairDetail* detail) const {
  Outcomes outcomes;
  compare(a, b, outcomes);
  if (detail != nullptr) {
    detail->features.resize(features_.size());
    for (std::size_t f = 0; f < features_.size(); ++f) {
      const Outcome& outcome = outcomes[f];
      const Weight base =
          outcome.level == 0 ? 0 : features_[f].levels[outcome.level].weight[kUnrelated];
      detail->features[f] = {outcome.level, outcome.slot_a, outcome.slot_b, base,
                             weight_of(f, outcome, kUnrelated) - base, 0};
    }
  }
  WeightSum total = sum(outcomes, kUnrelated, detail);
  if (detail != nullptr) detail->sums[0] = total;
  for (std::size_t r = 1; r <= relations_; ++r) {
    const WeightSum related = sum(outcomes, r, nullptr) + offsets_[r];
    if (detail != nullptr) detail->sums[r] = related;
    total = soft_minimum(total, related);
  }
  if (detail != nullptr) detail->evidence = total;
  return total;
}

WeightSum Scorer::evidence(RecordValues a, RecordValues b) const {
  return evidence_of(a, b, nullptr);
}

WeightSum Scorer::explain(RecordValues a, RecordValues b, PairDetail& detail) const {
  return evidence_of(a, b, &detail);
}

}  // namespace galena::match
