// Partners: what the other pairs of two records say about a pair, where a record has mostly one.
//
// Where rows that surely have a partner have no second one, a row that is taken is no candidate for
// others, and two rows that are left have the more reason to be each other's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "match/pair_search.hpp"

namespace galena::match {

/// Taken by itself a pair has the odds of its weight. All pairs of a side together: a row that has
/// a partner counts c = 1 / ((1 - t) + t x), and x c for one more; t: the share of rows that have a
/// partner, x: how much likelier than by chance a row with a partner has one more, counted among
/// the sure pairs. So the mean over all rows is the prior again, and nothing changes where one
/// partner says nothing about others (x = 1). What this makes of each pair is found by sum-product
/// messages along the pairs (exact where the pairs form no cycles; Bayati, Shah & Sharma 2008 match
/// so with max-product), so that a rival who is better off elsewhere is none.
class Partners {
 public:
  /// Changes nothing.
  Partners() = default;
  struct Basis {
    std::size_t split = 0;    ///< of two tables that are linked the records of the left one, else 0
    std::size_t records = 0;  ///< of all
    double duplicates_per_record = 0;  ///< of a record, or of a left one, as the prior has it
    /// Pairs that are known to be none, in both directions, sorted.
    std::span<const std::pair<std::uint32_t, std::uint32_t>> apart{};
  };
  /// `pairs`: each once; `prior`: what makes weights of their evidence. O(pairs log apart); the
  /// same for any number of threads.
  Partners(const std::vector<ScoredPair>& pairs, WeightSum prior, const Basis& basis,
           unsigned threads = 1);

  /// Whether a record of the (left) table has one partner at most, as far as is to be seen.
  [[nodiscard]] bool left_has_one() const { return sides_[0].one; }
  [[nodiscard]] bool right_has_one() const { return sides_[1].one; }
  [[nodiscard]] bool any() const { return left_has_one() || right_has_one(); }

  /// What the weight of a pair changes by; of one of `pairs` by its place there. O(1).
  [[nodiscard]] Weight change(std::size_t pair) const {
    return changes_.empty() ? 0 : changes_[pair];
  }
  /// Of any other pair, a < b.
  [[nodiscard]] Weight change_of_other(std::uint32_t a, std::uint32_t b) const;

 private:
  struct Side {
    bool one = false;
    double single = 1;  ///< c
    double again = 1;   ///< x
    /// What a row makes of the odds of a pair whose other partners have `odds` in all.
    [[nodiscard]] double factor(double odds) const;
  };
  /// The odds of a pair, and what the rows at its two ends make of them: factors.
  struct Ends {
    double odds = 0;
    double left = 1;
    double right = 1;
  };

  void look_at_sides(const std::vector<ScoredPair>& pairs, WeightSum prior, const Basis& basis);
  void send_messages(const std::vector<ScoredPair>& pairs, std::vector<Ends>& ends);

  Side sides_[2];                ///< the same twice for one table
  std::vector<Weight> changes_;  ///< by pair; empty: nothing changes
  std::vector<double> odds_;     ///< by record: of its partners in all
};

}  // namespace galena::match
