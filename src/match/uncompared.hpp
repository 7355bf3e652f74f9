// What a search did not compare although somebody might think so: a result without duplicates is to
// say whether nothing was found or nothing was looked at.
#pragma once

#include "match/host_forms.hpp"
#include "match/match_state.hpp"

namespace galena::match {

/// A warning for each column that has values of which none can be read as its kind; `values` are
/// the side's as they are encoded, `with_values` the features of which there are any. O(features),
/// and the values in front of the first one that is read.
void warn_of_unread_columns(const Side& side, const HostTable& values,
                            const std::vector<bool>& with_values,
                            std::vector<std::string>& warnings);

/// A warning for each column whose kind the model does not compare, as a preset of companies does
/// not compare persons' names. For models and presets that somebody chose. O(features).
void warn_of_what_the_model_leaves_out(detail::MatchState& state);

/// A warning when there are records to compare, but no feature brings two together, unless warnings
/// of columns have told why.
/// After the search. O(features).
void warn_of_no_comparison(detail::MatchState& state);

}  // namespace galena::match
