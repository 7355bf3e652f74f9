// Jaro and Jaro-Winkler similarity of two texts.
#include <string_view>

#include "galena/match/similarity.hpp"
#include "match/characters.hpp"
#include "match/edit_distance.hpp"
#include "match/kernels/jaro_words.hpp"

namespace galena::match {

namespace {

double jaro_wide(std::string_view a, std::string_view b, double prefix_weight, double minimum) {
  const Characters left(a);
  const Characters right(b);
  return kernels::jaro_pair(left.view(), right.view(), prefix_weight, minimum,
                            [&] { return WideMasks(left.view()); });
}

}  // namespace

double jaro_winkler_ascii(std::string_view a, std::string_view b, double prefix_weight,
                          double minimum) {
  return kernels::jaro_pair(a, b, prefix_weight, minimum, [&] { return AsciiMasks(a); });
}

double jaro_ascii(std::string_view a, std::string_view b, double minimum) {
  return jaro_winkler_ascii(a, b, 0, minimum);
}

double jaro(std::string_view a, std::string_view b, double minimum) {
  return jaro_winkler(a, b, 0, minimum);
}

double jaro_winkler(std::string_view a, std::string_view b, double prefix_weight, double minimum) {
  if (is_plain_ascii(a) && is_plain_ascii(b)) {
    return jaro_winkler_ascii(a, b, prefix_weight, minimum);
  }
  return jaro_wide(a, b, prefix_weight, minimum);
}

}  // namespace galena::match
