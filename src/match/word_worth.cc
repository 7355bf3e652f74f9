#include "match/word_worth.hpp"

#include <algorithm>
#include <functional>

#include "match/drawn_pairs.hpp"
#include "match/threads.hpp"
#include "match/token_agreement.hpp"

namespace galena::match {

namespace {

constexpr std::size_t kDrawn = 10000;
constexpr std::size_t kFewest = 20;  // agreements that tell how rare they are
// Pairs that share more than all but one in so many may be matches: in all but tiny lists matches
// are rarer; among one record of each entity found so far, rarer still.
constexpr std::size_t kOneInAll = 64;
constexpr std::size_t kOneInEntities = 256;
constexpr WeightSum kTelling = 4 * WeightSum{kOneBit};  // less would measure single common words
constexpr double kLeastWorth = 0.02;

/// The records that pairs are drawn from: one of each entity.
std::vector<std::uint32_t> drawn_from(const EncodedRecords& records,
                                      const std::vector<std::uint32_t>* entity_of) {
  std::vector<std::uint32_t> list;
  for (std::uint32_t record = 0; record < records.size(); ++record) {
    if (entity_of == nullptr || (*entity_of)[record] == record) list.push_back(record);
  }
  return list;
}

/// The rarities of what pairs of values share, largest first.
std::vector<WeightSum> shared_by_chance(const EncodedRecords& records, std::size_t feature,
                                        const std::vector<std::uint32_t>& list) {
  const ValueStore& store = records.store(feature);
  const std::size_t slot = records.layout().features[feature].first_slot;
  std::vector<WeightSum> shared;
  each_drawn_pair(list.size(), kDrawn, 3, [&](std::size_t a, std::size_t b) {
    const ValueId left = records[list[a]][slot];
    const ValueId right = records[list[b]][slot];
    if (left == kBlank || right == kBlank) return;
    shared.push_back(
        agree_tokens(store, store[left], store, store[right], TokenMatch::words).shared);
  });
  std::sort(shared.begin(), shared.end(), std::greater<>());
  return shared;
}

/// What a bit counts: the slope of how rare it is to share so much, over what the frequencies make
/// of it (least squares through the origin), over all that is shared by at least so many pairs.
double worth_of(const std::vector<WeightSum>& shared, bool matches_among_them) {
  const std::size_t one_in = matches_among_them ? kOneInAll : kOneInEntities;
  const std::size_t fewest = std::max(kFewest, shared.size() / one_in);
  double both = 0;
  double squares = 0;
  for (std::size_t rank = fewest; rank <= shared.size() / 4; rank += rank / 4) {
    if (shared[rank - 1] < kTelling) break;
    const double measured =
        -bits_of(log2_weight(static_cast<double>(rank) / static_cast<double>(shared.size())));
    const double expected = bits_of(shared[rank - 1]);
    both += expected * measured;
    squares += expected * expected;
  }
  return squares > 0 ? std::clamp(both / squares, kLeastWorth, 1.0) : 1;
}

/// Whether a column says so little that it only helps, and is likely to say what others say too.
bool is_weak(const Feature& feature, const ValueStore& store, std::size_t records) {
  constexpr double kChance = 0.004;
  switch (feature.comparison) {
    case Comparison::unit:
    case Comparison::date:
    case Comparison::category:
    case Comparison::number:
    case Comparison::text:
      return 10 * store.occurrences() >= records && store.agreement_by_chance() >= kChance;
    default:
      return false;
  }
}

/// Columns of few values go together ("source" and "status", "industry" and "size"): many of them
/// are not so many independent witnesses. Together they count as much as two do.
void share_worth(EncodedRecords& records) {
  const std::vector<Feature>& features = records.layout().features;
  std::vector<std::size_t> weak;
  for (std::size_t f = 0; f < features.size(); ++f) {
    records.store(f).set_worth(1);
    if (is_weak(features[f], records.store(f), records.size())) weak.push_back(f);
  }
  constexpr double kWitnesses = 2;
  for (const std::size_t f : weak)
    records.store(f).set_worth(std::min(1.0, kWitnesses / static_cast<double>(weak.size())));
}

}  // namespace

void measure_worth(EncodedRecords& records, const std::vector<std::uint32_t>* entity_of,
                   unsigned threads) {
  const std::vector<Feature>& features = records.layout().features;
  share_worth(records);
  const std::vector<std::uint32_t> list = drawn_from(records, entity_of);
  parallel_for(features.size(), threads, [&](std::size_t f) {
    ValueStore& store = records.store(f);
    store.set_word_worth(1);
    if (store.rule().measured_words && list.size() >= kFewest) {
      store.set_word_rarities(records.size());
      store.set_word_worth(worth_of(shared_by_chance(records, f, list), entity_of == nullptr));
    }
    store.set_rarities(records.size());
  });
}

}  // namespace galena::match
