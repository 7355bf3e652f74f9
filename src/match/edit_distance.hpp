// The edit-distance kernels on plain ASCII, as the comparison path calls them (the public functions
// in similarity.hpp decode UTF-8 first).
#pragma once

#include <cstddef>
#include <string_view>

namespace galena::match {

/// As levenshtein() and osa(), for texts whose bytes are all ASCII.
std::size_t levenshtein_ascii(std::string_view a, std::string_view b, std::size_t limit);
std::size_t osa_ascii(std::string_view a, std::string_view b, std::size_t limit);

/// As jaro() and jaro_winkler(), for texts whose bytes are all ASCII.
double jaro_ascii(std::string_view a, std::string_view b, double minimum = 0);
double jaro_winkler_ascii(std::string_view a, std::string_view b, double prefix_weight = 0.1,
                          double minimum = 0);

}  // namespace galena::match
