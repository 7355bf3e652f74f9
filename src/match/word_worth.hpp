// What words that agree are worth in free texts.
//
// Words come in phrases ("University of", "stainless steel"), so that sharing several is less rare
// than their frequencies multiplied. How much less, the data tell: pairs of records drawn evenly
// share words by chance, and how rare it is to share so much, against what the frequencies make of
// it, is what each word's rarity counts.
#pragma once

#include <cstdint>
#include <vector>

#include "match/records.hpp"

namespace galena::match {

/// Sets all rarities of `records`, those of the words of free texts as they are together.
/// `entity_of`: by record the number of the first one of its entity, of which one is drawn; null:
/// entities are not known yet, and only agreements that are commoner than matches count. Records
/// must be in an order that does not depend on the order of rows. O(records + words drawn).
void measure_worth(EncodedRecords& records, const std::vector<std::uint32_t>* entity_of,
                   unsigned threads);

}  // namespace galena::match
