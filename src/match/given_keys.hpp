// Blocking keys that the caller gives (Options::blocking): from names of columns to recipes.
//
// They are read before it is known which features have values, so that what is wrong with them is
// an error whatever the data; what the data take away is a warning.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "match/blocking_key.hpp"
#include "match/side.hpp"

namespace galena::match {

/// A column of a key, and what of it is compared.
struct KeyPart {
  std::string column;
  Comparison comparison = Comparison::text;  ///< of the feature that the column is in
  std::string feature;                       ///< its name; empty: nobody has a value
  std::vector<AtomKind> kinds;               ///< alternatives
};

struct GivenKey {
  std::string name;  ///< "last_name:sound + city"
  std::vector<KeyPart> parts;
};

/// Reads the keys, whose columns are those of `left`, or else of `right` (null: there is one
/// table), whose layouts are aligned. Errors: as deduplicate(), all at once. O(keys * columns).
Result<std::vector<GivenKey>> read_given_keys(const BlockingKeys& keys, const Side& left,
                                              const Side* right);

/// A feature that is not compared as all records have the same value of it.
struct CommonFeature {
  Comparison comparison;
  std::string name;
};

/// The recipes for the features that are left. Where a column's feature is among those in `common`
/// (all have the same value) its key goes without it; where it is gone otherwise, or nothing else
/// is in the key, the key is left out. `warnings` get a text for each.
std::vector<Recipe> given_recipes(const std::vector<GivenKey>& keys, const Layout& layout,
                                  const std::vector<CommonFeature>& common,
                                  std::vector<std::string>& warnings);

}  // namespace galena::match
