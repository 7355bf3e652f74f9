#include "match/pair_search.hpp"

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>

#include "match/chunk_run.hpp"
#include "match/compare_each.hpp"
#include "match/pair_bound.hpp"
#include "match/pool.hpp"
#include "match/prior.hpp"
#include "match/threads.hpp"

namespace galena::match {

namespace {

/// Whether the rest of a recipe is worth comparing, of which `share` is done: not where it would
/// add next to nothing to what was found before and costs many times as much. What was found stands
/// for up to three more (Hanley & Lippman-Hand 1983: none found, at most three are to be expected,
/// at 95 % confidence), so that a small sample decides only what is clear.
bool worth_more(const Yield& recipe, double share, const Yield& before) {
  constexpr double kLeastGain = 1.0 / 200;
  constexpr double kLeastRate = 1.0 / 8;
  const double found = static_cast<double>(recipe.found) + 3;
  const double rate = found / static_cast<double>(std::max<std::uint64_t>(recipe.compared, 1));
  return found / share >= kLeastGain * static_cast<double>(before.found) ||
         rate >= kLeastRate * before.rate();
}

/// The evidence below which a pair cannot matter: far below the threshold with four times the
/// duplicates that are expected. What is below may still gain by frequencies counted by entity and
/// by training, some bits each; more is allowed for in small tables, where there is time.
Weight kept_from(const Scorer& scorer, std::size_t records, double start, WeightSum threshold) {
  const WeightSum may_gain = (records < 300000 ? 10 : 2) * WeightSum{kOneBit};
  const double most = 4 * start;
  return kept(std::min<WeightSum>(threshold, 0) - scorer.prior(most) - may_gain);
}

/// The records that fit_prior() counts duplicates of.
std::size_t counted_records(const EncodedRecords& records, std::size_t split) {
  return split == 0 ? records.size() : 2 * split;
}

}  // namespace

Weight kept_evidence(const Scorer& scorer, RecordValues a, RecordValues b) {
  return kept(scorer.evidence(a, b));
}

void rescore_pairs(PairSearch& search, const EncodedRecords& records, const Scorer& scorer,
                   double start, const std::vector<WeightSum>& drawn, unsigned threads,
                   const TrainingConstants& constants) {
  constexpr std::size_t kChunk = 8192;
  std::vector<ScoredPair>& pairs = search.pairs;
  parallel_for_with((pairs.size() + kChunk - 1) / kChunk, threads,
                    [&] { return Workspace(records.layout().features.size()); },
                    [&](std::size_t chunk, Workspace& space) {
                      const std::size_t end = std::min(pairs.size(), (chunk + 1) * kChunk);
                      const auto weigh = [&](std::size_t begin) {
                        scorer.evidence(space.batch, space.memo);
                        for (std::size_t k = 0; k < space.batch.size(); ++k)
                          pairs[begin + k].evidence = kept(space.batch[k].evidence);
                      };
                      const auto pair_of = [&](std::size_t i) {
                        return std::pair(pairs[i].a, pairs[i].b);
                      };
                      each_batch(chunk * kChunk, end, space.batch, pair_of, weigh);
                    });
  search.duplicates_per_record = fit_prior(
      pairs, scorer, counted_records(records, search.basis.split), start, drawn, constants);
}

namespace {

/// One run of search_pairs().
class Search {
 public:
  Search(const EncodedRecords& records, const Scorer& scorer, const SearchOptions& options,
         const Continue& proceed)
      : records_(records), scorer_(scorer), options_(options), proceed_(proceed) {}

  PairSearch run() {
    blocking_.emplace(records_, options_.split, options_.threads, options_.given);
    Blocking& blocking = *blocking_;
    if (stop_at(0)) return std::move(search_);
    search_.basis = blocking.basis();
    if (!plan(blocking)) return std::move(search_);
    Comparing with{
        .records = records_,
        .scorer = scorer_,
        .bound = bound_.get(),
        .blocking = blocking,
        .split = options_.split,
        .keep_from = kept_from(scorer_, records_.size(), options_.start, options_.threshold),
        .found_from = kept(options_.threshold - scorer_.prior(options_.start))};
    search_.kept_from = with.keep_from;
    for (std::size_t recipe = 0; recipe < blocking.recipes() && !search_.cancelled; ++recipe)
      run_recipe(recipe, blocking, with);
    if (search_.cancelled || stop_at(1)) return std::move(search_);
    search_.compared = total_.compared;
    // No more threads than were asked for; and none for a short list.
    const bool together = options_.threads > 1 && blocking.ranges() > 1;
    parallel_for(2, together ? 2 : 1, [&](std::size_t part) {
      part == 0 ? finish(together ? options_.threads - 1 : options_.threads) : release();
    });
    return std::move(search_);
  }

 private:
  /// Ranges that are looked at before a recipe is judged, then again after twice as many; results
  /// depend on it.
  static constexpr std::size_t kSample = Blocking::kSample;

  bool stop_at(double fraction) {
    search_.cancelled = search_.cancelled || !proceed_(fraction);
    return search_.cancelled;
  }

  /// Chooses what fits into the memory there is; false when nothing does.
  bool plan(const Blocking& blocking) {
    const bool boundable =
        records_.layout().features.size() <= PairBound::kMostFeatures && !scorer_.by_rules();
    const std::size_t fixed = records_.memory() + blocking.memory();
    const std::size_t for_keys = blocking.bytes_for_keys();
    const std::size_t for_bound = boundable ? PairBound::memory(records_) : 0;
    const std::size_t limit = options_.memory_limit;
    const auto fits = [&](std::size_t bytes) { return limit == 0 || bytes <= limit; };
    const auto passes_beside = [&](std::size_t bytes) {
      std::size_t passes = 1;
      while (passes < blocking.ranges() && !fits(bytes + for_keys / passes)) passes *= 2;
      return passes;
    };
    passes_ = passes_beside(fixed + for_bound);
    const bool bounded = boundable && fits(fixed + for_bound + for_keys / passes_);
    if (!bounded) passes_ = passes_beside(fixed);
    search_.memory_needed = fixed + for_keys / passes_;
    if (!bounded && !fits(search_.memory_needed)) return false;
    if (bounded) bound_ = std::make_unique<PairBound>(records_, scorer_, options_.threads);
    return true;
  }

  /// Blocks and compares one recipe, range by range, until the rest is not worth it.
  void run_recipe(std::size_t recipe, Blocking& blocking, const Comparing& with) {
    const std::size_t ranges = blocking.ranges();
    const std::size_t at_once = std::max<std::size_t>(1, ranges / passes_);
    const bool may_end = ranges > kSample && options_.given == nullptr;
    BlockingReport report{.recipe = blocking.name(recipe)};
    blocking.begin(recipe);
    Yield own;
    std::vector<RecipeBlocks> sample;
    std::size_t done = 0;
    std::size_t made = 0;  // keys of ranges below this one have been made
    for (std::size_t judged = may_end ? kSample : ranges; done < ranges;) {
      const double share = static_cast<double>(done) / static_cast<double>(ranges);
      const auto recipes = static_cast<double>(blocking.recipes());
      if (stop_at((static_cast<double>(recipe) + share) / recipes)) return;
      if (done == judged) {
        if (!worth_more(own, share, total_)) break;
        judged *= 2;
        blocking.remember(std::exchange(sample, {}), options_.threads);
      }
      if (done == made) {
        // Where the sample may end it, only keys of the sample are made at first.
        const bool for_sample = may_end && done == 0 && total_.found > 0;
        made = for_sample ? std::min(kSample, at_once) : (done / at_once + 1) * at_once;
        if (for_sample) {
          take_sample(recipe, made, blocking);
        } else {
          blocking.keys(recipe, done, made, options_.threads, keys_);
        }
      }
      const std::size_t count = std::min(judged, made) - done;
      // Blocks of the first sample are remembered when the recipe goes on.
      const bool in_sample = may_end && done < kSample;
      std::vector<RecipeBlocks> built = build_ranges(done, count, blocking, report);
      own += compare_blocks(built, blocking, with, !in_sample);
      if (in_sample) std::move(built.begin(), built.end(), std::back_inserter(sample));
      done += count;
    }
    total_ += own;
    report.compared = own.compared;
    report.found = own.found;
    report.share = static_cast<double>(done) / static_cast<double>(ranges);
    blocking.end(keys_, done);
    search_.basis.done.push_back(done);
    search_.blocking.push_back(report);
  }

  /// Makes the keys of the first ranges of a recipe, with those of all recipes after it.
  void take_sample(std::size_t recipe, std::size_t ranges, const Blocking& blocking) {
    if (samples_.empty()) samples_ = blocking.sample(recipe, ranges, options_.threads);
    const KeyRanges& sample = samples_[recipe];
    keys_.recipe = recipe;
    keys_.entries = sample.entries;
    keys_.first = 0;
    keys_.end = ranges;
    keys_.starts = sample.starts;
    keys_.keys.truncate(0);
    std::copy(sample.keys.begin(), sample.keys.end(), keys_.keys.extend(sample.keys.size()));
  }

  std::vector<RecipeBlocks> build_ranges(std::size_t first, std::size_t count, Blocking& blocking,
                                         BlockingReport& report) {
    std::vector<RecipeBlocks> built(count);
    parallel_for_with(
        count, options_.threads,
        [&] { return sorting_.borrow([] { return std::make_unique<Blocking::SortSpace>(); }); },
        [&](std::size_t i, const Pool<Blocking::SortSpace>::Loan& space) {
          built[i] = blocking.build(keys_, first + i, *space);
        });
    for (const RecipeBlocks& blocks : built) report += blocks.report;
    return built;
  }

  Yield compare_blocks(const std::vector<RecipeBlocks>& built, const Blocking& blocking,
                       const Comparing& with, bool remembers) {
    std::vector<std::pair<std::size_t, Chunk>> chunks;  // by place in built
    for (std::size_t i = 0; i < built.size(); ++i) {
      for (const Chunk& chunk : make_chunks(built[i], blocking.window()))
        chunks.emplace_back(i, chunk);
    }
    std::vector<ChunkRun> runs(chunks.size(), ChunkRun(with, keys_.recipe, remembers));
    parallel_for_with(
        chunks.size(), options_.threads,
        [&] {
          return comparing_.borrow(
              [&] { return std::make_unique<Workspace>(records_.layout().features.size()); });
        },
        [&](std::size_t i, const Pool<Workspace>::Loan& space) {
          runs[i].run(chunks[i].second, built[chunks[i].first], *space);
        });
    Yield yield;
    for (const ChunkRun& run : runs) {
      search_.pairs.insert(search_.pairs.end(), run.pairs.begin(), run.pairs.end());
      yield += run.yield;
    }
    return yield;
  }

  /// Gives back what is large, which takes as long as finish().
  void release() {
    blocking_.reset();
    bound_.reset();
    keys_ = {};
  }

  /// Each pair once, in order; and the prior.
  void finish(unsigned threads) {
    std::vector<ScoredPair>& pairs = search_.pairs;
    parallel_sort(pairs, threads, by_records);
    const auto same = [](const ScoredPair& x, const ScoredPair& y) {
      return x.a == y.a && x.b == y.b;
    };
    pairs.erase(std::unique(pairs.begin(), pairs.end(), same), pairs.end());
    search_.duplicates_per_record =
        fit_prior(pairs, scorer_, counted_records(records_, options_.split), options_.start, {},
                  options_.constants);
  }

  const EncodedRecords& records_;
  const Scorer& scorer_;
  const SearchOptions& options_;
  const Continue& proceed_;
  std::size_t passes_ = 1;
  std::optional<Blocking> blocking_;
  std::unique_ptr<PairBound> bound_;
  Yield total_;
  KeyRanges keys_;                  ///< from recipe to recipe, for its memory
  std::vector<KeyRanges> samples_;  ///< by recipe, of those that may end with their sample
  Pool<Blocking::SortSpace> sorting_;
  Pool<Workspace> comparing_;
  PairSearch search_;
};

}  // namespace

PairSearch search_pairs(const EncodedRecords& records, const Scorer& scorer,
                        const SearchOptions& options, const Continue& proceed) {
  return Search(records, scorer, options, proceed).run();
}

}  // namespace galena::match
