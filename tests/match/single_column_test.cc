// Lists of which one column is all there is: what identifies, texts, names alone.
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "galena/match/deduplicate.hpp"
#include "support/pairwise.hpp"
#include "support/people.hpp"
#include "support/tables.hpp"

namespace galena::match {
namespace {

using test::Rows;
using test::text_table;

/// One record in ten once more, as it was.
struct Repeated {
  Rows rows;
  std::vector<std::string> truth;
};
template <class Value>
Repeated repeat(std::size_t entities, Value value) {
  std::mt19937 engine(3);
  Repeated list;
  for (std::size_t i = 0; i < entities + entities / 10; ++i) {
    const std::size_t entity = i < entities ? i : engine() % entities;
    list.rows.push_back({value(entity)});
    list.truth.push_back(std::to_string(entity));
  }
  return list;
}

/// Six words of five thousand, evenly: any two share few.
std::string sentence(std::size_t number) {
  std::mt19937 engine(static_cast<unsigned>(number));
  std::string text;
  for (int word = 0; word < 6; ++word) {
    std::size_t which = engine() % 5000;
    text += word == 0 ? "" : " ";
    for (int letter = 0; letter < 4; ++letter, which /= 10)
      text += std::string("bdfgklmnrs").substr(which % 10, 1) + "aeiou"[(which + letter) % 5];
  }
  return text;
}

class SingleColumn : public ::testing::TestWithParam<std::pair<Kind, std::size_t>> {};

TEST_P(SingleColumn, FindsWhatIsThereTwice) {
  const auto [kind, entities] = GetParam();
  const Repeated list = repeat(entities, [kind = kind](std::size_t i) -> std::string {
    switch (kind) {
      case Kind::email:
        return "user" + std::to_string(i) + "@site" + std::to_string(i % 977) + ".example";
      case Kind::phone:
        return "+4930" + std::to_string(1000000 + i * 7);
      case Kind::identifier:
        return "K" + std::to_string(100000 + i * 7);
      default:
        return sentence(i);
    }
  });
  const auto found =
      deduplicate(text_table({"value"}, list.rows), {.fields = {{"value", kind, {}}}});
  ASSERT_TRUE(found) << found.problems().to_text();
  const test::Pairwise pairs = test::pairwise(found->clusters(), list.truth);
  EXPECT_EQ(pairs.recall(), 1);
  // A few of many sentences share most of their words.
  EXPECT_GE(pairs.precision(), kind == Kind::text ? 0.99 : 1);
}

INSTANTIATE_TEST_SUITE_P(OfAnySize, SingleColumn,
                         ::testing::Values(std::pair(Kind::email, std::size_t{1000}),
                                           std::pair(Kind::email, std::size_t{100000}),
                                           std::pair(Kind::phone, std::size_t{1000}),
                                           std::pair(Kind::phone, std::size_t{100000}),
                                           std::pair(Kind::identifier, std::size_t{1000}),
                                           std::pair(Kind::identifier, std::size_t{200000}),
                                           std::pair(Kind::text, std::size_t{1000}),
                                           std::pair(Kind::text, std::size_t{20000})),
                         [](const auto& one) {
                           return std::string(kind_name(one.param.first)) +
                                  std::to_string(one.param.second);
                         });

TEST(SingleColumn, FindsMailboxesOfAListThatHasFew) {
  Repeated list = repeat(20000, [](std::size_t i) {
    return i % 10 == 0 ? "user" + std::to_string(i) + "@site.example" : std::string();
  });
  for (std::size_t row = 0; row < list.rows.size(); ++row)
    if (list.rows[row][0].empty()) list.truth[row] = "nobody knows " + std::to_string(row);
  const auto found =
      deduplicate(text_table({"value"}, list.rows), {.fields = {{"value", Kind::email, {}}}});
  ASSERT_TRUE(found) << found.problems().to_text();
  const test::Pairwise pairs = test::pairwise(found->clusters(), list.truth);
  EXPECT_EQ(pairs.recall(), 1);
  EXPECT_EQ(pairs.precision(), 1);
}

TEST(SingleColumn, OfNamesAloneRareOnesAreOneAndCommonOnesAreNot) {
  // Given and family names of twenty each are everybody's; one person in ten has a family name of
  // their own, and is there twice.
  std::mt19937 engine(5);
  const auto name = [](std::size_t number) {
    std::string text;
    for (int letter = 0; letter < 3; ++letter, number /= 8)
      text += std::string("bdfgklmn").substr(number % 8, 1) + "aeiou"[(number + letter) % 5];
    return text;
  };
  Rows rows;
  std::vector<std::string> truth;
  for (std::size_t person = 0; person < 3000; ++person) {
    const bool rare = person % 10 == 0;
    const std::string given = name(engine() % 20);
    const std::string family = rare ? sentence(person).substr(0, 8) : name(100 + engine() % 20);
    for (int copies = rare ? 2 : 1; copies > 0; --copies) {
      rows.push_back({given + " " + family});
      truth.push_back(std::to_string(person));
    }
  }
  const auto found =
      deduplicate(text_table({"name"}, rows), {.fields = {{"name", Kind::full_name, {}}}});
  ASSERT_TRUE(found) << found.problems().to_text();
  const test::Pairwise pairs = test::pairwise(found->clusters(), truth);
  EXPECT_GE(pairs.recall(), 0.9);
  EXPECT_GE(pairs.precision(), 0.9);
}

}  // namespace
}  // namespace galena::match
