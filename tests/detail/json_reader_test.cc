#include "detail/json_reader.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "detail/nearest_name.hpp"

namespace galena::detail {
namespace {

/// Runs `read` on the root of `text` and lists "detail at pointer" of every problem.
template <class Read>
std::vector<std::string> problems_of(std::string_view text, Read read) {
  const auto parsed = parse_json(text);
  EXPECT_TRUE(parsed) << parsed.problems().to_text();
  Problems problems;
  read(JsonNode(*parsed, problems));
  std::vector<std::string> list;
  for (const Problem& problem : problems) list.push_back(problem.detail + " at " + problem.subject);
  return list;
}

using List = std::vector<std::string>;

TEST(JsonNode, EscapesItsPointer) {
  EXPECT_EQ(child_pointer("/a", "b/c~d"), "/a/b~1c~0d");
  EXPECT_EQ(child_pointer("", std::size_t{3}), "/3");
  EXPECT_EQ(problems_of(R"({"a/b":{"~":1}})",
                        [](const JsonNode& root) { (void)root.get("a/b").get("~").text(); }),
            List{"wrong_type at /a~1b/~0"});
}

TEST(JsonNode, ReadsOnAfterAProblem) {
  EXPECT_EQ(problems_of(R"({"id":7,"weight":"x","on":1,"list":{},"extra":0})",
                        [](const JsonNode& root) {
                          root.expect_keys({"id", "weight", "on", "list", "name"});
                          EXPECT_EQ(root.get("id").text(), "");
                          EXPECT_EQ(root.get("weight").integer(), 0);
                          EXPECT_FALSE(root.get("on").boolean());
                          EXPECT_TRUE(root.get("list").items().empty());
                          EXPECT_EQ(root.get("name").text(), "");
                        }),
            (List{"unknown_key at /extra", "wrong_type at /id", "wrong_type at /weight",
                  "wrong_type at /on", "wrong_type at /list", "missing_key at "}));
}

TEST(JsonNode, IsSilentBelowAMissingKey) {
  EXPECT_EQ(problems_of("{}",
                        [](const JsonNode& root) {
                          const JsonNode gone = root.get("a");
                          EXPECT_FALSE(gone.exists());
                          EXPECT_FALSE(gone.is_null());
                          EXPECT_EQ(gone.get("b").get("c").integer(), 0);
                          EXPECT_TRUE(gone.items().empty());
                          EXPECT_TRUE(gone.members().empty());
                          EXPECT_TRUE(gone.scalar().is_blank());
                          EXPECT_TRUE(gone.local_text().empty());
                          EXPECT_EQ(gone.decimal(), Decimal());
                          EXPECT_EQ(gone.pointer(), "/a");
                          gone.expect_keys({"x"});
                        }),
            List{"missing_key at "});
}

TEST(JsonNode, SaysOnceThatAValueIsNoObject) {
  EXPECT_EQ(problems_of("[3]",
                        [](const JsonNode& root) {
                          const JsonNode number = root.items()[0];
                          (void)number.get("a");
                          EXPECT_EQ(number.text_or("b", "x"), "x");
                          EXPECT_EQ(number.integer_or("c", 5), 5);
                        }),
            List{"wrong_type at /0"});
}

TEST(JsonNode, SuggestsTheKeyThatWasMeant) {
  const auto parsed = parse_json(R"({"requird":true,"zzz":1})");
  Problems problems;
  JsonNode(*parsed, problems).expect_keys({"name", "required"});
  ASSERT_EQ(problems.size(), 2U);
  EXPECT_EQ(problems[0].hint, "did you mean 'required'?");
  EXPECT_EQ(problems[1].hint, "known keys: name, required");
}

TEST(JsonNode, ReadsWholeNumbersInARange) {
  EXPECT_EQ(
      problems_of("[1, 3.0, 2.5, 11, -1, 18446744073709551615]",
                  [](const JsonNode& root) {
                    const auto items = root.items();
                    EXPECT_EQ(items[0].integer(0, 10), 1);
                    EXPECT_EQ(items[1].integer(0, 10), 3);
                    EXPECT_EQ(items[2].integer(0, 10), 0);
                    EXPECT_EQ(items[3].integer(0, 10), 10);
                    EXPECT_EQ(items[4].integer(0), 0);
                    EXPECT_EQ(items[5].integer(), 0);
                  }),
      (List{"wrong_type at /2", "out_of_range at /3", "out_of_range at /4", "wrong_type at /5"}));
}

TEST(JsonNode, ReadsDecimalsExactlyOrNotAtAll) {
  EXPECT_EQ(
      problems_of(
          R"(["12.50", 12.5, 0.1, 3, 1e-7, "1e3", 0.30000000000000004, 1e30, true, 123456.789012345])",
          [](const JsonNode& root) {
            const auto items = root.items();
            EXPECT_EQ(items[0].decimal().to_text(), "12.50");
            EXPECT_EQ(items[1].decimal().to_text(), "12.5");
            EXPECT_EQ(items[2].decimal(), Decimal(1, 1));
            EXPECT_EQ(items[3].decimal(), Decimal(3));
            EXPECT_EQ(items[4].decimal(), Decimal(1, 7));
            for (std::size_t i = 5; i < 9; ++i) EXPECT_EQ(items[i].decimal(), Decimal());
            EXPECT_EQ(items[9].decimal().to_text(), "123456.789012345");
          }),
      (List{"bad_decimal at /5", "bad_decimal at /6", "bad_decimal at /7", "wrong_type at /8"}));
}

TEST(JsonNode, ReadsDatesAndInstants) {
  EXPECT_EQ(problems_of(
                R"(["2026-11-22", "2026-02-30", "2026-11-22T03:01:55Z", "2026-11-22T03:01:55", 5])",
                [](const JsonNode& root) {
                  const auto items = root.items();
                  EXPECT_EQ(format_date(items[0].date()), "2026-11-22");
                  (void)items[1].date();
                  EXPECT_EQ(format_instant(items[2].instant()), "2026-11-22T03:01:55Z");
                  (void)items[3].instant();
                  (void)items[4].instant();
                }),
            (List{"bad_date at /1", "bad_instant at /3", "wrong_type at /4"}));
}

TEST(JsonNode, ReadsWordsByTheirList) {
  enum class Method { round_robin, weighted };
  constexpr std::string_view kMethods[] = {"round_robin", "weighted"};
  const auto parsed = parse_json(R"({"a":"weighted","b":"random","c":1,"d":"weigthed"})");
  Problems problems;
  const JsonNode root(*parsed, problems);
  EXPECT_EQ(root.get("a").choice<Method>(kMethods), Method::weighted);
  EXPECT_EQ(root.get("b").choice<Method>(kMethods, Method::weighted), Method::weighted);
  EXPECT_EQ(root.choice_or<Method>("e", kMethods, Method::round_robin), Method::round_robin);
  (void)root.get("c").choice<Method>(kMethods);
  (void)root.get("d").choice<Method>(kMethods);
  ASSERT_EQ(problems.size(), 3U);
  EXPECT_EQ(problems[0].detail, "unknown_word");
  EXPECT_EQ(problems[0].hint, "write one of: round_robin, weighted");
  EXPECT_EQ(problems[1].detail, "wrong_type");
  EXPECT_EQ(problems[2].hint, "did you mean 'weighted'?");
}

TEST(JsonNode, ReadsTextsWithTranslations) {
  const auto parsed = parse_json(R"(["Name", {"":"Name","de":"Nachname"}, {"de":"x"}, {"":1}, 5])");
  Problems problems;
  const auto items = JsonNode(*parsed, problems).items();
  EXPECT_EQ(items[0].local_text(), LocalText("Name"));
  EXPECT_EQ(items[1].local_text(), LocalText("Name", {{"de", "Nachname"}}));
  EXPECT_TRUE(problems.empty());
  for (std::size_t i = 2; i < 5; ++i) (void)items[i].local_text();
  ASSERT_EQ(problems.size(), 3U);
  EXPECT_EQ(problems[0].detail, "missing_own_language");
  EXPECT_EQ(problems[1].subject, "/3/");
  EXPECT_EQ(problems[2].detail, "wrong_type");
}

TEST(JsonNode, TurnsScalarsIntoValues) {
  const auto parsed = parse_json(R"([null, true, 3, 0.5, "x", [], 18446744073709551615])");
  Problems problems;
  const auto items = JsonNode(*parsed, problems).items();
  EXPECT_EQ(items[0].scalar(), Value());
  EXPECT_EQ(items[1].scalar(), Value(true));
  EXPECT_EQ(items[2].scalar(), Value(3));
  EXPECT_EQ(items[3].scalar(), Value(0.5));
  EXPECT_EQ(items[4].scalar(), Value("x"));
  EXPECT_TRUE(problems.empty());
  (void)items[5].scalar();
  (void)items[6].scalar();
  EXPECT_EQ(problems.size(), 2U);
}

TEST(ReadJson, GivesTheResultOnlyWhenNothingIsWrong) {
  const auto read = [](const JsonNode& root) { return root.get("id").text(); };
  EXPECT_EQ(*read_json(R"({"id":"x"})", read), "x");
  EXPECT_EQ(read_json(R"({"id":1})", read).code(), Code::invalid_argument);
  EXPECT_EQ(read_json("{", read).code(), Code::parse);
}

TEST(NearestName, FindsWhatWasMeant) {
  const std::vector<std::string> known = {"first_name", "last_name", "email", "phone"};
  EXPECT_EQ(nearest_name("last_nmae", known), "last_name");
  EXPECT_EQ(nearest_name("E-Mail", known), "email");
  EXPECT_EQ(nearest_name("territory", known), "");
  EXPECT_EQ(nearest_name("", known), "");
}

/// The distance by its definition: the least of all last steps.
std::size_t slow_distance(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return a.size() + b.size();
  const auto cut = [](std::string_view s, std::size_t n) { return s.substr(0, s.size() - n); };
  std::size_t least = std::min(slow_distance(cut(a, 1), b), slow_distance(a, cut(b, 1))) + 1;
  least = std::min(least, slow_distance(cut(a, 1), cut(b, 1)) + (a.back() == b.back() ? 0 : 1));
  if (a.size() > 1 && b.size() > 1 && a.back() == b[b.size() - 2] && b.back() == a[a.size() - 2]) {
    least = std::min(least, slow_distance(cut(a, 2), cut(b, 2)) + 1);
  }
  return least;
}

TEST(EditDistance, AgreesWithItsDefinitionOnAllShortTexts) {
  std::vector<std::string> texts = {""};
  for (std::size_t i = 0; i < texts.size() && texts[i].size() < 4; ++i) {
    for (const char c : {'a', 'b', 'c'}) texts.push_back(texts[i] + c);
  }
  for (const std::string& a : texts) {
    for (const std::string& b : texts)
      ASSERT_EQ(edit_distance(a, b), slow_distance(a, b)) << a << ' ' << b;
  }
}

}  // namespace
}  // namespace galena::detail
