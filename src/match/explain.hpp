// From a pair's detail to an Explanation.
#pragma once

#include "galena/match/explanation.hpp"
#include "match/scorer.hpp"

namespace galena::match {

/// Where the values of one record, as given, are read from.
struct RawRecord {
  RowView row;
  const Layout* layout;
};

/// Explains a pair of encoded records; raw values are shown as they were given.
/// `left` holds the values of a; it is scorer.records() or the record of a query.
Explanation explain_pair(const Model& model, const Scorer& scorer, const EncodedRecords& left,
                         RecordValues a, RecordValues b, const RawRecord& raw_a,
                         const RawRecord& raw_b, WeightSum prior);

}  // namespace galena::match
