// A sketch never turns away values that the comparison gives another level than "different": random
// values and what one to three edits make of them, compared in full.
#include "match/sketch.hpp"

#include <gtest/gtest.h>

#include <ostream>
#include <random>
#include <string>
#include <vector>

#include "match/feature.hpp"

namespace galena::match {
namespace {

class Values {
 public:
  explicit Values(std::uint32_t seed) : engine_(seed) {}

  std::size_t below(std::size_t end) { return engine_() % end; }

  std::string text(const std::vector<std::string>& letters, std::size_t longest) {
    std::string out;
    for (std::size_t left = 1 + below(longest); left > 0; --left) out += letter(letters);
    return out;
  }
  const std::string& letter(const std::vector<std::string>& letters) {
    return letters[below(letters.size())];
  }
  /// Edits of bytes: what is no UTF-8 any more has to be compared too.
  std::string edited(std::string text, const std::vector<std::string>& letters) {
    for (std::size_t edits = 1 + below(3); edits > 0 && !text.empty(); --edits) {
      const std::size_t at = below(text.size());
      const std::size_t way = below(4);
      if (way == 0) text.erase(at, 1);
      if (way == 1) text.insert(at, letter(letters));
      if (way == 2) text.replace(at, 1, letter(letters));
      if (way == 3 && at > 0) std::swap(text[at], text[at - 1]);
    }
    return text;
  }

 private:
  std::mt19937 engine_;
};

struct Shape {
  Comparison comparison;
  std::vector<std::string> letters;
  std::size_t longest;
  std::string between;  ///< two parts with this between; empty: one part
};

std::string value_of(const Shape& shape, Values& values) {
  std::string text = values.text(shape.letters, shape.longest);
  if (!shape.between.empty())
    text += shape.between + values.text(shape.letters, shape.longest) + ".com";
  return text;
}

void PrintTo(const Shape& shape, std::ostream* out) {
  for (const std::string& letter : shape.letters) *out << letter;
  *out << ' ' << shape.longest << ' ' << shape.between;
}

class Sketches : public testing::TestWithParam<Shape> {};

TEST_P(Sketches, NeverTurnAwayWhatAgrees) {
  constexpr int kPairs = 60000;
  const Shape& shape = GetParam();
  const SketchTest test = sketch_test(shape.comparison);
  ValueStore store(frequency_rule(shape.comparison));
  Values values(11);
  const auto intern = [&](const std::string& text) {
    Encoded encoded;
    const std::string_view parts[] = {text};
    encode(shape.comparison, parts, DateOrder::day_month_year, encoded);
    return store.intern(encoded);
  };
  const std::uint8_t different = different_level(shape.comparison);
  int turned_away = 0;
  int agree = 0;
  for (int i = 0; i < kPairs; ++i) {
    const std::string left = value_of(shape, values);
    const bool kin = values.below(4) != 0;
    const ValueId a = intern(left);
    const ValueId b = intern(kin ? values.edited(left, shape.letters) : value_of(shape, values));
    if (a == kBlank || b == kBlank || a == b) continue;
    const std::uint8_t level = compare_values(shape.comparison, store, a, store, b).level;
    const Likeness likeness = likeness_of(test, sketch_of(shape.comparison, store, a),
                                          sketch_of(shape.comparison, store, b));
    const unsigned possible = possible_levels(shape.comparison, likeness) | 1U << different;
    ASSERT_NE(possible >> level & 1, 0U)
        << store.text(a) << " and " << store.text(b) << " agree at level " << int{level};
    turned_away += likeness == Likeness::different ? 1 : 0;
    agree += level != different ? 1 : 0;
  }
  EXPECT_GT(agree, kPairs / 100);
  EXPECT_GT(turned_away, kPairs / 100);
}

INSTANTIATE_TEST_SUITE_P(
    OfAllKinds, Sketches,
    testing::Values(Shape{Comparison::first_name, {"a", "b", "n", "j", "o", "e"}, 9, ""},
                    Shape{Comparison::first_name, {"a", "b", "o", "ann", " "}, 5, ""},
                    Shape{Comparison::last_name, {"l", "o", " ", "x"}, 7, ""},
                    Shape{Comparison::last_name, {"s", "m", "i", "t", "h", "é", " "}, 12, ""},
                    Shape{Comparison::city, {"l", "o", "n", "d", "i", " ", "ü", "q"}, 14, ""},
                    Shape{Comparison::city, {"a", "b", "c", "d", "e", "f", "g"}, 70, ""},
                    Shape{Comparison::email, {"a", "b", "x", "1", "2", "-", "k"}, 8, "@"},
                    Shape{Comparison::email, {"a", "é", "b", "ж", "c", "d"}, 5, "@"},
                    Shape{Comparison::email, {"q", "w", "e", "r", "t", "z"}, 30, "@"},
                    Shape{Comparison::postal_code, {"1", "2", "3", "4", "9"}, 5, ""},
                    Shape{Comparison::postal_code, {"A", "1", "9", " ", "Z"}, 12, ""},
                    Shape{Comparison::postal_code, {"1", "2"}, 9, ""},
                    Shape{Comparison::phone, {"1", "2", "5", "7", "0"}, 11, ""},
                    Shape{Comparison::identifier, {"A", "1", "2", "-", "7"}, 9, ""},
                    Shape{Comparison::company, {"a", "c", "m", "e", " ", "t"}, 14, ""}),
    [](const auto& one) { return "Number" + std::to_string(one.index); });

}  // namespace
}  // namespace galena::match
