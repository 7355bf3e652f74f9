// Whether two tables write one thing in one way: a list that names companies and one that numbers
// them cannot be compared by company.
#pragma once

#include <string>
#include <vector>

#include "match/layout.hpp"

namespace galena::match {

/// Takes out of the right table's layout (columns become kNoColumn) each feature made of words in
/// one table and of numbers in the other; a warning for each is appended. Both layouts have the
/// same features. Reads at most 2,000 values a column. O(features).
void drop_incomparable(const Table& left, const Layout& left_layout, const Table& right,
                       Layout& right_layout, std::vector<std::string>& warnings);

}  // namespace galena::match
