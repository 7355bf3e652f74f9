// What the scorer measures of the data before it weighs pairs: chances, languages of names, shared
// addresses.
#include <algorithm>
#include <numeric>
#include <span>

#include "match/drawn_pairs.hpp"
#include "match/scorer.hpp"
#include "match/threads.hpp"

namespace galena::match {

namespace {

/// Pairs of records that have the same of it, from how many have each.
double agreeing_pairs(const std::vector<std::uint32_t>& counts) {
  double pairs = 0;
  for (const std::uint32_t count : counts) {
    const auto records = static_cast<double>(count);
    pairs += records * (records - 1) / 2;
  }
  return pairs;
}

/// Pairs of records that have the same given and family name; a record's are `first` above and
/// `last` below, `lasts` how many have each family name.
double agreeing_full_names(const std::vector<std::uint64_t>& names,
                           const std::vector<std::uint32_t>& lasts, unsigned threads) {
  std::vector<std::size_t> begin(lasts.size() + 1);  // by family name
  for (std::size_t last = 0; last < lasts.size(); ++last)
    begin[last + 1] = begin[last] + lasts[last];
  std::vector<ValueId> firsts(names.size());
  std::vector<std::size_t> end(begin.begin(), begin.end() - 1);
  for (const std::uint64_t name : names)
    firsts[end[static_cast<std::uint32_t>(name)]++] = static_cast<ValueId>(name >> 32);
  constexpr std::size_t kChunk = 4096;  // family names
  std::vector<double> pairs((lasts.size() + kChunk - 1) / kChunk);
  parallel_for(pairs.size(), threads, [&](std::size_t chunk) {
    const std::size_t stop = std::min(lasts.size(), (chunk + 1) * kChunk);
    for (std::size_t last = chunk * kChunk; last < stop; ++last) {
      const std::span<ValueId> own = std::span(firsts).subspan(begin[last], lasts[last]);
      std::sort(own.begin(), own.end());
      for (std::size_t i = 0; i < own.size();) {
        std::size_t next = i + 1;
        while (next < own.size() && own[next] == own[i]) ++next;
        const auto same = static_cast<double>(next - i);
        pairs[chunk] += same * (same - 1) / 2;
        i = next;
      }
    }
  });
  return std::accumulate(pairs.begin(), pairs.end(), 0.0);
}

}  // namespace

/// How often values of a category differ by chance, by their frequencies.
void Scorer::measure_category(std::size_t feature) {
  const ValueStore& store = records_.store(feature);
  if (store.occurrences() < 100) return;
  LevelWeights& different = features_[feature].levels[features_[feature].different];
  different.u[kUnrelated] = scaled_weight(
      log2_weight(std::clamp(1 - store.agreement_by_chance(), 0.01, 0.99)), store.worth());
}

void Scorer::measure_chances() {
  constexpr std::size_t kPairs = 20000;
  const std::size_t count = records_.size();
  if (count < 20) return;
  for (std::size_t f = 0; f < features_.size(); ++f) {
    FeatureWeights& weights = features_[f];
    if (weights.comparison == Comparison::category) {
      measure_category(f);
      continue;
    }
    const bool measured =
        weights.comparison == Comparison::text || weights.comparison == Comparison::unit ||
        weights.comparison == Comparison::number || weights.comparison == Comparison::date;
    if (!measured || weights.slot_count == 0) continue;
    std::array<double, 8> reached{};
    double compared = 0;
    each_drawn_pair(count, kPairs, 1, [&](std::size_t a, std::size_t b) {
      const Outcome outcome = compare_feature(f, {records_, records_[a]}, records_[b]);
      if (outcome.level == 0) return;
      ++reached[outcome.level];
      ++compared;
    });
    if (compared < 100) continue;
    // What words that agree are worth has been measured (measure_worth): matches are among these
    // pairs too, so that rare agreements cannot be told from theirs.
    const bool by_words = records_.store(f).rule().measured_words;
    for (std::size_t level = 1; level < different_level(weights.comparison); ++level) {
      LevelWeights& out = weights.levels[level];
      if (by_words && out.term_frequency) {
        out.most_rarity = 100 * kOneBit;
        continue;
      }
      out.most_rarity = scaled_weight(-log2_weight((reached[level] + 1) / (compared + 1)),
                                      records_.store(f).worth());
      // Never rarer than the model says, but commoner when the data show it.
      for (std::size_t r = 0; r <= relations_; ++r) out.u[r] = std::max(out.u[r], -out.most_rarity);
    }
  }
}

std::optional<Weight> Scorer::share_of_language(const std::vector<std::uint32_t>& cluster_of,
                                                unsigned threads) const {
  if (first_name_ < 0 || last_name_ < 0) return std::nullopt;
  const auto first_feature = static_cast<std::size_t>(first_name_);
  const auto last_feature = static_cast<std::size_t>(last_name_);
  const std::uint32_t first_slot = features_[first_feature].first_slot;
  const std::uint32_t last_slot = features_[last_feature].first_slot;
  std::vector<std::uint32_t> firsts(records_.store(first_feature).size());
  std::vector<std::uint32_t> lasts(records_.store(last_feature).size());
  std::vector<std::uint64_t> both;
  both.reserve(cluster_of.size());
  for (std::uint32_t record = 0; record < cluster_of.size(); ++record) {
    if (cluster_of[record] != record) continue;
    const ValueId first = records_[record][first_slot];
    const ValueId last = records_[record][last_slot];
    if (first == kBlank || last == kBlank) continue;
    ++firsts[first];
    ++lasts[last];
    both.push_back(std::uint64_t{first} << 32 | last);
  }
  const double pairs = static_cast<double>(both.size()) * static_cast<double>(both.size()) / 2;
  const double expected = agreeing_pairs(firsts) * agreeing_pairs(lasts) / std::max(1.0, pairs);
  constexpr double kEnough = 30;
  if (expected < kEnough) return std::nullopt;
  return log2_weight(
      std::clamp(expected / std::max(1.0, agreeing_full_names(both, lasts, threads)), 0.02, 0.95));
}

void Scorer::set_share_of_language(Weight share) {
  if (first_name_ < 0) return;
  for (std::size_t r = 1; r <= relations_; ++r) {
    if (!features_[static_cast<std::size_t>(first_name_)].levels[1].concentrated[r]) continue;
    relation_share_[r] = share;
  }
}

namespace {

/// The chance that records so related agree exactly, by that comparison.
double exact_when_related(const ModelData& model, Comparison comparison, std::size_t relation) {
  for (const FieldModel& field : model.fields) {
    if (field.comparison == comparison) return std::max(0.0, field.levels[0].related[relation]);
  }
  return 0;
}

/// Relations by number: those whose records share an address before all else that there is.
bool is_of_one_address(const ModelData& model, const Layout& layout, std::size_t relation) {
  const double street = exact_when_related(model, Comparison::street, relation);
  const bool by_company = layout.find(Comparison::company) >= 0 &&
                          exact_when_related(model, Comparison::company, relation) > street;
  return model.relations[relation].per_record > 0 && street >= 0.5 && !by_company;
}

}  // namespace

void Scorer::measure_addresses(const ModelData& model) {
  constexpr double kHold = 50;      // records' worth of trust in the model
  constexpr double kEnough = 1000;  // records; shorter lists tell little of what is rare
  const int street = records_.layout().find(Comparison::street);
  if (street < 0 || columns_ != nullptr) return;
  const ValueStore& store = records_.store(static_cast<std::size_t>(street));
  const auto records = static_cast<double>(store.occurrences());
  if (records < kEnough) return;
  double expected = 0;
  for (std::size_t r = 0; r < relations_; ++r) {
    if (is_of_one_address(model, records_.layout(), r))
      expected += model.relations[r].per_record * exact_when_related(model, Comparison::street, r);
  }
  if (expected <= 0) return;
  const double others = store.agreement_by_chance() * population_;
  const double factor = (records * others / expected + kHold) / (records + kHold);
  // Not more than the model says: duplicates that are not found yet share addresses too.
  const Weight less = log2_weight(std::min(factor, 1.0));
  for (std::size_t r = 0; r < relations_; ++r) {
    if (is_of_one_address(model, records_.layout(), r)) relation_share_[r + 1] += less;
  }
}

}  // namespace galena::match
