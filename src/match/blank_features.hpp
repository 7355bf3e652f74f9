// What a search does not compare because nobody has a value of it: a column that is wholly blank is
// as one that is not there, so that what is left is compared by the rules for what it is.
#pragma once

#include <vector>

#include "galena/match/fields.hpp"
#include "match/layout.hpp"

namespace galena::match {

/// Whether any row has a value: not null, and more than spaces. Reads up to the first one.
bool has_values(const Column& column);

/// The fields as they are compared: those of columns without a value are ignored, unless the table
/// has no rows. Fields of columns that the table does not have stay as they are.
Fields without_blank_columns(const Table& table, Fields fields);

/// Whether some row has a value that the feature's normaliser does not read as blank ('-' is no
/// telephone number). Reads up to the first one.
bool reads_any(const Table& table, const Feature& feature);

/// By feature whether some row has a value of it. Always so of a table without rows, of raw texts,
/// which conditions read, and of suffixes beside a name, of which most lists have few.
std::vector<bool> features_with_values(const Table& table, const Layout& layout);

/// By feature false where all records that have a value have the same one, and those are many: it
/// tells nobody from anybody. Of places, days, categories and numbers alone, of which many records
/// share one; one mailbox in all rows may be one person's. Of each table its layout, with the same
/// features. Reads up to the second value.
std::vector<bool> features_that_differ(const std::vector<const Table*>& tables,
                                       const std::vector<const Layout*>& layouts);

/// Takes the features out that are not to be kept.
void keep_features(const std::vector<bool>& kept, Layout& layout);

}  // namespace galena::match
