// Which columns make one address, where a list has several.
#pragma once

#include "match/infer_names.hpp"

namespace galena::match {

/// A column "number" beside that of the street holds house numbers.
void settle_house_number(InferredColumns& columns);

/// Whether a column under "Lead State" is of the lead's address: its values are regions.
bool is_region_column(const InferredColumn& column);

/// "State" is what a process is in, where its few values are no regions and nothing else is of an
/// address.
void settle_state(InferredColumns& columns);

/// Cities, units and so on are compared of one address, the one that is filled best; of others
/// ("Home City" beside "Business City") only where that one has none. Streets of others stay,
/// unless they are all there is of theirs ("Address 1 - Formatted").
void settle_addresses(InferredColumns& columns);

}  // namespace galena::match
