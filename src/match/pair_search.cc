#include "match/pair_search.hpp"

#include <algorithm>

#include "match/pair_bound.hpp"
#include "match/parallel.hpp"

namespace galena::match {

namespace {

constexpr WeightSum kSure = 3 * WeightSum{kOneBit};  // 8 to 1
constexpr double kMostDuplicates = 4;  // duplicates per record, the upper bound of the prior
constexpr std::uint64_t kPairsPerChunk = 20000;

/// Consecutive blocks of one recipe, about kPairsPerChunk pairs.
struct Chunk {
  std::size_t recipe;
  std::size_t begin;
  std::size_t end;
};

std::uint64_t pairs_of(const Block& block, std::size_t window) {
  const std::uint64_t size = block.size;
  return block.windowed ? size * window : size * (size - 1) / 2;
}

std::vector<Chunk> make_chunks(const std::vector<RecipeBlocks>& recipes, std::size_t window) {
  std::vector<Chunk> chunks;
  for (std::size_t r = 0; r < recipes.size(); ++r) {
    const auto& blocks = recipes[r].blocks;
    std::uint64_t pairs = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      pairs += pairs_of(blocks[i], window);
      if (pairs < kPairsPerChunk && i + 1 < blocks.size()) continue;
      chunks.push_back({r, begin, i + 1});
      begin = i + 1;
      pairs = 0;
    }
  }
  return chunks;
}

Weight kept(WeightSum evidence) {
  constexpr WeightSum kMost = 1000 * WeightSum{kOneBit};
  return static_cast<Weight>(std::clamp(evidence, -kMost, kMost));
}

/// The evidence below which a pair cannot matter: far below the threshold with four times the
/// duplicates that are expected. What is below may still gain by frequencies counted by entity and
/// by more duplicates, some bits each.
Weight kept_from(const Scorer& scorer, double start, WeightSum threshold) {
  constexpr WeightSum kMayGain = 8 * WeightSum{kOneBit};
  const double most = std::min(kMostDuplicates, 4 * start);
  return kept(std::min<WeightSum>(threshold, 0) - scorer.prior(most) - kMayGain);
}

/// Compares the pairs of one chunk.
class ChunkRun {
 public:
  ChunkRun(const EncodedRecords& records, const Scorer& scorer, const PairBound& bound,
           const Blocking& blocking, std::size_t split, Weight keep_from)
      : records_(records),
        scorer_(scorer),
        bound_(bound),
        blocking_(blocking),
        split_(split),
        keep_from_(keep_from),
        keep_lane_(lane_of(keep_from)),
        bounded_(records.layout().features.size() <= PairBound::kMostFeatures &&
                 !scorer.by_rules()) {}

  void run(const Chunk& chunk, const RecipeBlocks& recipe, AgreementMemo& memo) {
    recipe_ = chunk.recipe;
    memo_ = &memo;
    parts_.resize(kAtOnce * bound_.features());
    for (std::size_t i = chunk.begin; i < chunk.end; ++i) {
      const Block& block = recipe.blocks[i];
      const std::span<const std::uint32_t> members(recipe.members.data() + block.begin, block.size);
      for (std::size_t k = 0; k < std::min<std::size_t>(members.size(), 64); ++k)
        bound_.prefetch(members[k]);
      if (split_ == 0) {
        within(members, block.windowed ? blocking_.window() : members.size());
      } else {
        across(members, block.windowed);
      }
    }
    compare_promising();
  }

  std::vector<ScoredPair> pairs;
  std::uint64_t compared = 0;

 private:
  static constexpr std::size_t kAtOnce = 256;
  static constexpr std::size_t kAhead = 6;
  struct Promising {
    std::uint32_t a;
    std::uint32_t b;
    PairCaps caps;
  };

  void within(std::span<const std::uint32_t> members, std::size_t reach) {
    for (std::size_t i = 0; i < members.size(); ++i) {
      const std::size_t end = std::min(members.size(), i + 1 + reach);
      for (std::size_t j = i + 1; j < end; ++j) pair(members[i], members[j]);
    }
  }

  /// Members of the first table stand before those of the second (they are in record order).
  void across(std::span<const std::uint32_t> members, bool windowed) {
    const auto middle = static_cast<std::size_t>(
        std::lower_bound(members.begin(), members.end(), static_cast<std::uint32_t>(split_)) -
        members.begin());
    const std::size_t right = members.size() - middle;
    const std::size_t reach = windowed ? std::min(right, 2 * blocking_.window()) : right;
    for (std::size_t i = 0; i < middle; ++i) {
      // A window goes round, so that every record of either table is reached.
      const std::size_t first = windowed ? i * right / middle : 0;
      for (std::size_t k = 0; k < reach; ++k)
        pair(members[i], members[middle + (first + k) % right]);
    }
  }

  void pair(std::uint32_t a, std::uint32_t b) {
    if (a == b || blocking_.left_out(recipe_, a, b) || blocking_.seen(recipe_, a, b)) return;
    if (a > b) std::swap(a, b);
    ++compared;
    PairCaps caps;
    caps.parts = &parts_[promising_.size() * bound_.features()];
    if (bounded_) {
      bound_.bound(a, b, caps);
      if (!caps.total.reaches(keep_lane_)) return;
    }
    promising_.push_back({a, b, caps});
    if (promising_.size() == kAtOnce) compare_promising();
  }

  /// Compares what the bounds let through, asking early for the memory.
  void compare_promising() {
    for (std::size_t i = 0; i < promising_.size(); ++i) {
      if (i + kAhead < promising_.size()) {
        const Promising& next = promising_[i + kAhead];
        scorer_.prefetch(records_[next.a], records_[next.b]);
      }
      const Promising& pair = promising_[i];
      const WeightSum evidence = evidence_of(pair);
      if (evidence >= keep_from_) pairs.push_back({pair.a, pair.b, kept(evidence)});
    }
    promising_.clear();
  }

  /// The evidence where it is at least keep_from_, else something below that.
  [[nodiscard]] WeightSum evidence_of(const Promising& pair) {
    if (!bounded_) return scorer_.evidence(records_[pair.a], records_[pair.b]);
    return scorer_.evidence_from(records_[pair.a], records_[pair.b], pair.caps, bound_.by_level(),
                                 keep_from_, *memo_);
  }

  const EncodedRecords& records_;
  const Scorer& scorer_;
  const PairBound& bound_;
  const Blocking& blocking_;
  std::size_t split_;
  Weight keep_from_;
  std::int16_t keep_lane_;
  bool bounded_;
  std::size_t recipe_ = 0;
  std::vector<Promising> promising_;
  std::vector<PairCaps::Part> parts_;  ///< of the bounds of promising_
  AgreementMemo* memo_ = nullptr;
};

/// The duplicates per record at which the probabilities of the pairs from `least` on add up to
/// themselves, held near `start` by a few made-up records when the data are few.
double settled_prior(const std::vector<ScoredPair>& pairs, const Scorer& scorer, double records,
                     double start, WeightSum least) {
  constexpr double kHold = 50;  // records' worth of trust in `start`
  double current =
      std::max(start, 1.0);  // from above: of several solutions the one with more duplicates
  for (int round = 0; round < 30; ++round) {
    const WeightSum prior = scorer.prior(current);
    double expected = 0;
    for (const ScoredPair& pair : pairs) {
      const WeightSum weight = pair.evidence + prior;
      if (weight >= least) expected += probability_of(weight);
    }
    const double next = std::clamp((2 * expected + kHold * start) / (records + kHold), start / 100,
                                   kMostDuplicates);
    const bool settled = std::max(next, current) <= std::min(next, current) * 1.001;
    current = next;
    if (settled) break;
  }
  return current;
}

/// By the sure pairs: doubtful ones are many and alike, and counting them would feed the prior that
/// favours them. Where a record says so little that most of its duplicates are likely but not sure,
/// by the likely ones.
double fit_prior(const std::vector<ScoredPair>& pairs, const Scorer& scorer, double records,
                 double start) {
  constexpr double kMost = 2;
  const double sure = settled_prior(pairs, scorer, records, start, kSure);
  const double likely = settled_prior(pairs, scorer, records, start, 0);
  return likely > kMost * sure ? likely : sure;
}

}  // namespace

Weight kept_evidence(const Scorer& scorer, RecordValues a, RecordValues b) {
  return kept(scorer.evidence(a, b));
}

void rescore_pairs(PairSearch& search, const EncodedRecords& records, const Scorer& scorer,
                   double start, unsigned threads) {
  constexpr std::size_t kChunk = 8192;
  std::vector<ScoredPair>& pairs = search.pairs;
  parallel_for((pairs.size() + kChunk - 1) / kChunk, threads, [&](std::size_t chunk) {
    const std::size_t end = std::min(pairs.size(), (chunk + 1) * kChunk);
    for (std::size_t i = chunk * kChunk; i < end; ++i) {
      pairs[i].evidence = kept_evidence(scorer, records[pairs[i].a], records[pairs[i].b]);
    }
  });
  search.duplicates_per_record =
      fit_prior(pairs, scorer, static_cast<double>(records.size()), start);
}

PairSearch search_pairs(const EncodedRecords& records, const Scorer& scorer, std::size_t split,
                        double start, WeightSum threshold, unsigned threads,
                        const Continue& proceed) {
  PairSearch search;
  const auto stop_at = [&](double fraction) {
    search.cancelled = search.cancelled || !proceed(fraction);
    return search.cancelled;
  };
  Blocking blocking(records, split, threads);
  if (stop_at(0)) return search;
  std::vector<RecipeBlocks> recipes = blocking.build(threads);
  for (const RecipeBlocks& recipe : recipes) search.blocking.push_back(recipe.report);
  const std::vector<Chunk> chunks = make_chunks(recipes, blocking.window());
  const Weight keep_from = kept_from(scorer, start, threshold);
  const PairBound bound(records, scorer, threads);
  constexpr std::size_t kRound = 64;
  for (std::size_t begin = 0; begin < chunks.size(); begin += kRound) {
    if (stop_at(static_cast<double>(begin) / static_cast<double>(chunks.size()))) return search;
    const std::size_t count = std::min(kRound, chunks.size() - begin);
    std::vector<ChunkRun> runs(count, ChunkRun(records, scorer, bound, blocking, split, keep_from));
    parallel_for_with(
        count, threads, [] { return AgreementMemo(); },
        [&](std::size_t i, AgreementMemo& memo) {
          const Chunk& chunk = chunks[begin + i];
          runs[i].run(chunk, recipes[chunk.recipe], memo);
        });
    for (const ChunkRun& run : runs) {
      search.pairs.insert(search.pairs.end(), run.pairs.begin(), run.pairs.end());
      search.compared += run.compared;
    }
  }
  if (stop_at(1)) return search;
  std::sort(search.pairs.begin(), search.pairs.end(), [](const ScoredPair& x, const ScoredPair& y) {
    return x.a != y.a ? x.a < y.a : x.b < y.b;
  });
  const auto same = [](const ScoredPair& x, const ScoredPair& y) {
    return x.a == y.a && x.b == y.b;
  };
  search.pairs.erase(std::unique(search.pairs.begin(), search.pairs.end(), same),
                     search.pairs.end());
  search.duplicates_per_record =
      fit_prior(search.pairs, scorer, static_cast<double>(records.size()), start);
  return search;
}

}  // namespace galena::match
