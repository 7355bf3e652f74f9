#include "match/scorer.hpp"

#include <algorithm>
#include <bit>

#include "galena/match/similarity.hpp"
#include "match/mailbox_name.hpp"
#include "match/sketch.hpp"
#include "match/text.hpp"

namespace galena::match {

namespace {

constexpr std::size_t kMostFeatures = 64;

// Places in level_names(Comparison::email), counted from 1.
constexpr std::uint8_t kEmailMailbox = 2;
constexpr std::uint8_t kEmailClose = 3;
constexpr std::uint8_t kEmailNameMailbox = 4;
constexpr std::uint8_t kEmailDomain = 5;

/// When a comparison's turn comes: what is cheap and tells much first.
int turn_of(Comparison comparison) {
  switch (comparison) {
    case Comparison::first_name:
    case Comparison::last_name:
    case Comparison::full_name:
      return 0;
    case Comparison::email:
    case Comparison::phone:
    case Comparison::identifier:
    case Comparison::website:
    case Comparison::birth_date:
      return 1;
    case Comparison::company:
    case Comparison::street:
      return 3;
    case Comparison::unit:
    case Comparison::text:
      return 4;
    default:
      return 2;
  }
}

/// Whether agreements are worth remembering: not where nearly every pair of values is new.
bool is_remembered(Comparison comparison) {
  return comparison == Comparison::first_name || comparison == Comparison::last_name ||
         comparison == Comparison::company || comparison == Comparison::city ||
         comparison == Comparison::postal_code || comparison == Comparison::middle_name;
}

}  // namespace

Scorer::Scorer(const Model& model, const EncodedRecords& records, double population)
    : records_(records), population_(std::max(2.0, population)) {
  const ModelData& data = model.data();
  relations_ = data.relations.size();
  changes_ = data.changes.size();
  for (std::size_t r = 0; r < relations_; ++r) {
    relation_share_[r + 1] = log2_weight(share_of(data.relations[r]));
    relation_feature_[r + 1] =
        data.relations[r].same ? records.layout().find(*data.relations[r].same) : -1;
  }
  double unchanged = 1;
  for (std::size_t k = 0; k < changes_; ++k) {
    change_share_[k + 1] = log2_weight(data.changes[k].share);
    unchanged -= data.changes[k].share;
  }
  change_share_[kUnchanged] = log2_weight(std::max(0.01, unchanged));
  const Layout& layout = records.layout();
  for (std::size_t f = 0; f < layout.features.size(); ++f) {
    const Feature& feature = layout.features[f];
    if (feature.comparison == kRawText) break;
    FeatureWeights weights{feature.comparison,
                           feature.first_slot,
                           static_cast<std::uint32_t>(feature.slots.size()),
                           different_level(feature.comparison),
                           is_remembered(feature.comparison),
                           {}};
    if (const FieldModel* const field = model.find(feature.comparison, feature.name)) {
      set_levels(*field, records.store(f).worth(), weights);
    } else {
      weights.slot_count = 0;  // never compared
    }
    features_.push_back(weights);
  }
  drop_untold_relations(data);
  full_name_ = layout.find(Comparison::full_name);
  first_name_ = layout.find(Comparison::first_name);
  last_name_ = layout.find(Comparison::last_name);
  middle_name_ = layout.find(Comparison::middle_name);
  email_ = layout.find(Comparison::email);
  std::size_t lane = 0;
  for (std::size_t r = 1; r <= relations_ && lane + 1 < kLaneRelations; ++r) {
    if (!data.relations[r - 1].same) lane_relation_[++lane] = r;
  }
  for (std::size_t f = 0; f < features_.size(); ++f) order_.push_back(f);
  std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
    return turn_of(features_[a].comparison) < turn_of(features_[b].comparison);
  });
  for (std::size_t i = 0; i < order_.size(); ++i) {
    if (!is_name(order_[i])) continue;
    names_.push_back(order_[i]);
    names_end_ = i + 1;
  }
  if (data.match_probability > 0) fixed_prior_ = weight_of_probability(data.match_probability);
  if (!data.columns.empty()) columns_ = std::make_shared<ColumnScorer>(data, records);
  if (!data.rules.empty()) {
    if (!fixed_prior_) fixed_prior_ = prior(data.duplicates_per_record);
    rules_ = std::make_shared<MatchRules>(data, layout,
                                          weight_of_probability(data.threshold) - *fixed_prior_);
  }
}

/// Of a list of addresses alone nobody asks which of the firms at one of them is meant: where
/// records that are related agree on all that is compared, they are what is looked for. Nor of one
/// column alone, such as a telephone that a site shares.
void Scorer::drop_untold_relations(const ModelData& data) {
  constexpr Weight kNever = -40 * kOneBit;
  const Weight often = log2_weight(0.3);
  const bool alone = records_.layout().features.size() == 1;
  for (std::size_t r = 1; r <= relations_; ++r) {
    if (data.relations[r - 1].per_record <= 0) continue;
    const bool told =
        !alone && std::any_of(features_.begin(), features_.end(), [&](const auto& feature) {
          return feature.slot_count != 0 && feature.levels[feature.different].u[r] >= often;
        });
    if (!told) relation_share_[r] = kNever;
  }
}

bool Scorer::is_name(std::size_t feature) const {
  const auto f = static_cast<int>(feature);
  return f == first_name_ || f == last_name_ || f == full_name_;
}

/// The share of pairs that are so related, at most one in two by number.
double Scorer::share_of(const Relation& relation) const {
  if (relation.per_record > 0) return std::min(0.5, relation.per_record / population_);
  const int feature = relation.same ? records_.layout().find(*relation.same) : -1;
  if (feature < 0) return relation.share;
  const ValueStore& store = records_.store(static_cast<std::size_t>(feature));
  if (store.occurrences() < 100) return relation.share;
  return std::clamp(store.agreement_by_chance(), 0.0001, 0.9);
}

void Scorer::set_levels(const FieldModel& field, double worth, FeatureWeights& weights) const {
  for (std::size_t k = 0; k < field.levels.size(); ++k) {
    const LevelModel& level = field.levels[k];
    LevelWeights& out = weights.levels[k + 1] = {};
    for (std::size_t c = 0; c <= changes_; ++c) {
      const double m = c > 0 && level.changed[c - 1] != 0 ? level.changed[c - 1] : level.m;
      out.m[c] = scaled_weight(log2_weight(m), worth);
      out.rest[c] = scaled_weight(log2_weight(std::max(1e-6, 1 - m)), worth);
      if (m != level.m) out.touched |= static_cast<std::uint8_t>(1U << c);
    }
    // Words of free text come together in phrases; until that is measured they prove little.
    const bool phrases =
        field.comparison == Comparison::text || field.comparison == Comparison::unit;
    out.most_rarity = (phrases ? 10 : 100) * kOneBit;
    out.term_frequency = level.term_frequency;
    for (std::size_t r = 0; r <= relations_; ++r) {
      const double related = r > 0 ? level.related[r - 1] : 0;
      out.by_frequency[r] = level.term_frequency && related <= 0 ? -1 : 0;
      out.concentrated[r] = related == kConcentrated ? -1 : 0;
      out.plain_u = out.plain_u && out.by_frequency[r] == 0 && out.concentrated[r] == 0;
      out.u[r] = scaled_weight(log2_weight(related > 0 ? related : level.u), worth);
    }
  }
}

WeightSum Scorer::prior(double duplicates_per_record) const {
  if (fixed_prior_) return *fixed_prior_;
  const double share = std::min(0.5, duplicates_per_record / population_);
  return weight_of_probability(share);
}

Agreement Scorer::same_value(const FeatureWeights& weights, const StoredValue& value) {
  // A desk's mailbox says where somebody works, not who it is.
  const bool desk = weights.comparison == Comparison::email && (value.flags & kRoleMailbox) != 0;
  return {desk ? kEmailDomain : std::uint8_t{1}, value.rarity};
}

Outcome Scorer::compare_feature(std::size_t feature, const Left& a, RecordValues b) const {
  const FeatureWeights& weights = features_[feature];
  const ValueStore& store = records_.store(feature);
  const ValueStore& left_store = a.records.store(feature);
  Outcome best{};
  for (std::uint32_t i = 0; i < weights.slot_count; ++i) {
    const ValueId left = a.values[weights.first_slot + i];
    if (left == kBlank) continue;
    for (std::uint32_t j = 0; j < weights.slot_count; ++j) {
      const ValueId right = b[weights.first_slot + j];
      if (right == kBlank) continue;
      const bool same =
          &left_store == &store ? left == right : left_store[left].hash == store[right].hash;
      const Agreement agreement =
          same ? same_value(weights, store[right])
               : compare_values(weights.comparison, left_store, left, store, right);
      if (best.level == 0 || agreement.level < best.level ||
          (agreement.level == best.level && agreement.rarity > best.rarity)) {
        best = {agreement.level, static_cast<std::uint8_t>(i), static_cast<std::uint8_t>(j),
                agreement.rarity};
      }
    }
  }
  return best;
}

namespace {

enum class NameFit : std::uint8_t { none, initial, same, equal };

/// Whether what stands as a given name in one record is the family name of another.
NameFit crosswise(const ValueStore& first, ValueId given, const ValueStore& last, ValueId family) {
  const std::string_view x = first.text(given);
  const std::string_view y = last.text(family);
  if (x == y) return NameFit::equal;
  const int apart = std::popcount(first[given].mask ^ last[family].mask);
  if (apart <= kSwappedApart && jaro_winkler(x, y) >= 0.93) return NameFit::same;
  for (const TokenId token : first.tokens(first[given])) {
    const std::string_view word = first.token_text(token);
    for (const TokenId other : last.tokens(last[family])) {
      if (word.size() >= 3 && word == last.token_text(other)) return NameFit::same;
    }
  }
  return (x.size() == 1 || y.size() == 1) && x[0] == y[0] ? NameFit::initial : NameFit::none;
}

}  // namespace

bool Scorer::names_swapped(const Left& a, RecordValues b, std::uint8_t first,
                           std::uint8_t last) const {
  const auto first_feature = static_cast<std::size_t>(first_name_);
  const auto last_feature = static_cast<std::size_t>(last_name_);
  const std::uint32_t first_slot = features_[static_cast<std::size_t>(first_name_)].first_slot;
  const std::uint32_t last_slot = features_[static_cast<std::size_t>(last_name_)].first_slot;
  const NameFit there = crosswise(a.records.store(first_feature), a.values[first_slot],
                                  records_.store(last_feature), b[last_slot]);
  const NameFit back = crosswise(records_.store(first_feature), b[first_slot],
                                 a.records.store(last_feature), a.values[last_slot]);
  const auto [least, most] = std::minmax({there, back});
  // Names that resemble one another, Maria and Garcia, Ivan and Ivanov, are similar or close in
  // their own places too: then nothing less than the same names in each other's place will do.
  if (first == different_level(Comparison::first_name) &&
      last == different_level(Comparison::last_name))
    return least != NameFit::none && most >= NameFit::same;
  return least == NameFit::equal;
}

/// Names are compared by their parts where both records have them, in full where one has not; parts
/// that only agree crosswise are swapped.
void Scorer::settle_names(const Left& a, RecordValues b, bool may_be_swapped,
                          Outcomes outcomes) const {
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
  constexpr std::uint8_t kExact = 1;
  if (may_be_swapped && first.level > kExact && last.level > kExact &&
      names_swapped(a, b, first.level, last.level)) {
    const std::uint32_t last_slot = features_[static_cast<std::size_t>(last_name_)].first_slot;
    const auto last_feature = static_cast<std::size_t>(last_name_);
    first = {static_cast<std::uint8_t>(first_different - 1), 0, 0, 0};
    last = {static_cast<std::uint8_t>(last_different - 1), 0, 0,
            std::min(a.records.store(last_feature)[a.values[last_slot]].rarity,
                     records_.store(last_feature)[b[last_slot]].rarity)};
  }
}

/// Two mailboxes made of the same name at different domains say little that the name does not say.
/// And where each mailbox is what its own record's name makes, they are near each other because the
/// names are: no slip made one of the other, and that they differ is all they say.
void Scorer::settle_mailbox(const Left& a, RecordValues b, Outcomes outcomes) const {
  if (email_ < 0) return;
  Outcome& email = outcomes[static_cast<std::size_t>(email_)];
  if (email.level == kEmailMailbox) {
    if (mailbox_is_name(a.records, a.values, email.slot_a) &&
        mailbox_is_name(records_, b, email.slot_b)) {
      email.level = kEmailNameMailbox;
    }
  } else if (email.level == kEmailClose && mailbox_is_spelt(a.records, a.values, email.slot_a) &&
             mailbox_is_spelt(records_, b, email.slot_b)) {
    email.level = shares_domain(a, b, email)
                      ? kEmailDomain
                      : features_[static_cast<std::size_t>(email_)].different;
  }
}

/// Whether two addresses are of one employer's or other owner's domain.
bool Scorer::shares_domain(const Left& a, RecordValues b, const Outcome& email) const {
  const auto feature = static_cast<std::size_t>(email_);
  const std::uint32_t slot = features_[feature].first_slot;
  const StoredValue& left = a.records.store(feature)[a.values[slot + email.slot_a]];
  const StoredValue& right = records_.store(feature)[b[slot + email.slot_b]];
  return left.second != 0 && left.second == right.second &&
         ((left.flags | right.flags) & kFreeMail) == 0;
}

std::string_view Scorer::mailbox_of(const EncodedRecords& records, RecordValues values,
                                    std::uint8_t slot) const {
  const auto feature = static_cast<std::size_t>(email_);
  const std::string_view text =
      records.store(feature).text(values[features_[feature].first_slot + slot]);
  return text.substr(0, text.find('@'));
}

bool Scorer::mailbox_is_spelt(const EncodedRecords& records, RecordValues values,
                              std::uint8_t slot) const {
  std::array<std::string_view, kMostNameWords> words;
  std::size_t count = 0;
  const auto add = [&](int name) {
    if (name < 0) return;
    const auto feature = static_cast<std::size_t>(name);
    const ValueId value = values[features_[feature].first_slot];
    if (value == kBlank) return;
    const ValueStore& store = records.store(feature);
    for (const TokenId token : store.tokens(store[value])) {
      if (count < words.size()) words[count++] = store.token_text(token);
    }
  };
  for (const int name : {first_name_, last_name_, middle_name_}) add(name);
  if (count == 0) add(full_name_);
  return spelt_by_name(mailbox_of(records, values, slot), {words.data(), count});
}

bool Scorer::mailbox_is_name(const EncodedRecords& records, RecordValues values,
                             std::uint8_t slot) const {
  const std::string_view mailbox = mailbox_of(records, values, slot);
  if (has_digit(mailbox)) return false;  // more than a name
  for (const int name : {last_name_, first_name_, full_name_}) {
    if (name < 0) continue;
    const auto feature = static_cast<std::size_t>(name);
    const ValueId value = values[features_[feature].first_slot];
    if (value == kBlank) continue;
    const ValueStore& store = records.store(feature);
    for (const TokenId token : store.tokens(store[value])) {
      const std::string_view word = store.token_text(token);
      if (word.size() >= 3 && mailbox.find(word) != std::string_view::npos) return true;
    }
  }
  return false;
}

void Scorer::compare(const Left& a, RecordValues b, Outcomes outcomes) const {
  for (std::size_t f = 0; f < features_.size(); ++f) outcomes[f] = compare_feature(f, a, b);
  settle_names(a, b, true, outcomes);
  settle_mailbox(a, b, outcomes);
}

WeightSum Scorer::evidence(RecordValues a, RecordValues b) const {
  return evidence(records_, a, b);
}

WeightSum Scorer::settle(const Left& a, RecordValues b, PairDetail* detail) const {
  if (columns_ != nullptr) {
    const WeightSum evidence =
        columns_->evidence(a.records, a.values, b, detail != nullptr ? &detail->columns : nullptr);
    if (detail != nullptr) detail->evidence = evidence;
    return evidence;
  }
  std::array<Outcome, kMostFeatures> all;
  const Outcomes outcomes(all.data(), features_.size());
  compare(a, b, outcomes);
  const Sides sides = sides_of(outcomes, detail);
  const WeightSum evidence = sides.same - sides.apart;
  if (rules_ == nullptr) return evidence;
  std::array<std::uint8_t, kMostFeatures> levels;
  for (std::size_t f = 0; f < features_.size(); ++f) levels[f] = outcomes[f].level;
  const WeightSum settled = rules_->settle({levels.data(), a.records, a.values, records_, b},
                                           evidence, detail != nullptr ? &detail->rule : nullptr);
  if (detail != nullptr) detail->evidence = settled;
  return settled;
}

WeightSum Scorer::evidence(const EncodedRecords& query, RecordValues a, RecordValues b) const {
  return settle({query, a}, b, nullptr);
}

std::span<const Outcome> Scorer::outcomes(RecordValues a, RecordValues b,
                                          std::vector<Outcome>& space) const {
  space.resize(features_.size());
  compare({records_, a}, b, space);
  return space;
}

WeightSum Scorer::explain(const EncodedRecords& query, RecordValues a, RecordValues b,
                          PairDetail& detail) const {
  detail.columns.clear();
  return settle({query, a}, b, &detail);
}

}  // namespace galena::match
