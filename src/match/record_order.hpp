// The order of records: by what they hold, so that the order of a table's rows decides nothing.
#pragma once

#include "match/match_state.hpp"

namespace galena::match {

/// Orders the records of a side by their content, so that the order of rows decides nothing, and
/// remembers which row each is. Equal contents are ordered by their ids, which are row numbers
/// where no column has them.
void order_side(EncodedRecords& records, Side& side, unsigned threads);

}  // namespace galena::match
