// How frequent relations are among the records that are compared.
//
// A preset says how many others a record is related to: people of one household, colleagues, firms
// at one site. Where an entity has few duplicates, what a preset says decides: as soon as relatives
// are thought to be as many as duplicates, a pair that relatives might be too is never joined. The
// records tell: related pairs agree in much and are among those that blocking brings up.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "match/scorer.hpp"
#include "match/train.hpp"

namespace galena::match {

/// A pair that may be related: what speaks for each way in which it may have come about.
struct RelatedPair {
  double odds = 0;  ///< of a match
  /// Of what two records of two entities may be, each one's part; they add up to 1. First unrelated
  /// ones, then by relation.
  std::array<double, kMostRelations + 1> parts{};
};

/// How many times as frequent as was thought each relation is, at most once, and at least a little:
/// the factors at which the related pairs that are seen are those that are expected (expectation
/// and maximisation). `expected`: by relation, so many pairs that are thought to be related agree
/// enough to be seen; below 0: the relation stays. `each`: so many pairs a seen one stands for.
///
/// Pairs that are seen stand for up to three more, and three are expected more, so that little
/// data says little (Hanley & Lippman-Hand 1983). What one relation explains another one may
/// explain as well: none falls further than all together do. O(pairs).
[[nodiscard]] std::vector<double> relation_factors(const std::vector<RelatedPair>& seen,
                                                   const std::vector<double>& expected,
                                                   double each = 1);

/// log2 of these factors for the relations of a model, over the pairs of a search that are near a
/// decision, some thousands of them. What is expected there is drawn from the model, with the
/// rarities and the blanks of these records. All 0 where rules decide. The same for any number of
/// threads.
[[nodiscard]] std::vector<Weight> rarer_relations(const Model& model, const EncodedRecords& records,
                                                  const Scorer& scorer, const PairSearch& search,
                                                  unsigned threads);

}  // namespace galena::match
