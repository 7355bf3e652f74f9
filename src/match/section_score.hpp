// Section scores: how alike two values are, from 0 to 100, by weighted sections, as Salesforce's
// fuzzy matching methods of the same names are documented ("Matching Methods Used with Matching
// Rules"; the sections of streets: Trailhead, "Resolve and Prevent Duplicate Data in Salesforce").
#pragma once

#include <optional>

#include "galena/match/model.hpp"
#include "match/value_store.hpp"

namespace galena::match {

/// Whether values of the comparison have one: company, phone, street, city and postal_code.
bool has_section_score(Comparison comparison);

/// The score of two values that are not blank, each of its store.
///
///   company      100 where one is the other's acronym, else edit distance, legal forms left out
///   phone        area code 50, next three digits 30, last four 10, international code 10: of North
///                American numbers, whose international code is taken to agree. Others 100 or 0
///   street       name by edit distance 50, number 20, suffix (the last of several words) 15, suite
///                15. A section that both lack agrees
///   city         edit distance
///   postal_code  first five digits 90, next four 10; as the latter are left out, 100 or 0
///
/// The score of edit distance is 100 (1 - d / l), d deletions, insertions and replacements, l the
/// characters of the longer text: VP Sales and VP of Sales have 73, the help's example.
double section_score(Comparison comparison, const ValueStore& store_a, ValueId a,
                     const ValueStore& store_b, ValueId b);

}  // namespace galena::match
