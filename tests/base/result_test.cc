#include "galena/base/result.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace galena {
namespace {

Problem problem(std::string subject) {
  return {Code::not_found, "unknown_field", std::move(subject), "no such field", "correct it"};
}

TEST(Result, HoldsAValueOrProblems) {
  const Result<int> good = 5;
  EXPECT_TRUE(good);
  EXPECT_EQ(*good, 5);
  EXPECT_EQ(good.code(), Code::ok);
  EXPECT_TRUE(good.problems().empty());

  const Result<int> bad = problem("/a");
  EXPECT_FALSE(bad);
  EXPECT_EQ(bad.code(), Code::not_found);
  EXPECT_EQ(bad.problems().size(), 1U);
}

TEST(Result, ReadingTheValueOfAFailedOneIsAMistakeOfTheProgram) {
  const Result<std::string> bad = problem("/a");
  EXPECT_THROW((void)*bad, std::logic_error);
  EXPECT_THROW((void)bad->size(), std::logic_error);
  try {
    (void)bad.value();
    FAIL();
  } catch (const std::logic_error& error) {
    EXPECT_NE(std::string(error.what()).find("no such field"), std::string::npos);
  }
}

TEST(Result, MovesItsValueOut) {
  Result<std::unique_ptr<int>> result = std::make_unique<int>(7);
  const std::unique_ptr<int> owned = *std::move(result);
  EXPECT_EQ(*owned, 7);
}

TEST(Result, OfNothing) {
  EXPECT_TRUE(Result<void>());
  const Result<void> bad = Problems{problem("/a"), problem("/b")};
  EXPECT_FALSE(bad);
  EXPECT_EQ(bad.code(), Code::not_found);
  EXPECT_EQ(bad.problems().size(), 2U);
}

TEST(Result, OfAListOfProblemsIsAValue) {
  const Result<int> none = Problems();
  EXPECT_FALSE(none);
  EXPECT_EQ(none.code(), Code::internal);
}

TEST(Problems, PrintOneLineEach) {
  Problems problems = problem("/fields/3");
  problems.add(Code::parse, "bad_json", "line 4, column 7", "expected a value");
  EXPECT_EQ(problems.to_text(),
            "NOT_FOUND unknown_field at /fields/3: no such field (correct it)\n"
            "PARSE bad_json at line 4, column 7: expected a value");
  EXPECT_EQ(Problems().to_text(), "");
}

TEST(Problems, KeepOrderAndTakePrefixes) {
  Problems inner = {problem("/a"), problem("")};
  Problems outer = problem("/first");
  outer.add_all(inner, "/entries/2");
  ASSERT_EQ(outer.size(), 3U);
  EXPECT_EQ(outer[1].subject, "/entries/2/a");
  EXPECT_EQ(outer[2].subject, "/entries/2");
  EXPECT_EQ(inner[0].subject, "/a");
}

TEST(Code, EveryNumberHasANameOfItsOwn) {
  std::set<std::string_view> names;
  for (int i = 0; i <= static_cast<int>(Code::internal); ++i)
    names.insert(code_name(static_cast<Code>(i)));
  EXPECT_EQ(names.size(), 18U);
  EXPECT_EQ(code_name(Code::ok), "OK");
  EXPECT_EQ(code_name(Code::outcome_unknown), "OUTCOME_UNKNOWN");
  EXPECT_EQ(code_name(static_cast<Code>(99)), "INTERNAL");
  EXPECT_EQ(code_name(static_cast<Code>(-1)), "INTERNAL");
}

/// Counts how many are alive, so that a value that is read after its end is noticed.
struct Counted {
  static inline int alive = 0;
  Counted() { ++alive; }
  Counted(const Counted&) { ++alive; }
  Counted(Counted&&) noexcept { ++alive; }
  Counted& operator=(const Counted&) = default;
  ~Counted() { --alive; }
};

TEST(Result, TheValueOfATemporaryOutlivesIt) {
  const auto words = [] { return Result<std::vector<std::string>>({"a", "b"}); };
  std::string joined;
  for (const std::string& word : words().value()) joined += word;
  const std::vector<std::string>& kept = *words();
  EXPECT_EQ(joined + kept[0] + kept[1], "abab");
}

TEST(Result, EndsItsValueExactlyOnce) {
  {
    Result<Counted> first = Counted();
    Result<Counted> second = first;
    const Result<Counted> third = std::move(first);
    second = Problem{Code::busy, "", "", "", ""};
    EXPECT_EQ(Counted::alive, 2);  // of first, which was moved from, and of third
    second = third;
    EXPECT_EQ(Counted::alive, 3);
    second = Result<Counted>(Problem{Code::busy, "", "", "", ""});
    EXPECT_EQ(second.code(), Code::busy);
    EXPECT_EQ(Counted::alive, 2);
  }
  EXPECT_EQ(Counted::alive, 0);
}

TEST(Result, CopiesOnlyWhatCanBeCopied) {
  static_assert(std::is_copy_constructible_v<Result<std::string>>);
  static_assert(!std::is_copy_constructible_v<Result<std::unique_ptr<int>>>);
  Result<std::unique_ptr<int>> moved = std::make_unique<int>(7);
  const std::unique_ptr<int> value = *std::move(moved);
  EXPECT_EQ(*value, 7);
}

}  // namespace
}  // namespace galena
