#include "galena/criteria/filter.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "galena/criteria/bind.hpp"
#include "galena/criteria/builder.hpp"
#include "galena/criteria/describe.hpp"
#include "galena/criteria/lint.hpp"

namespace galena::criteria {
namespace {

const Instant kNow = *parse_instant("2026-11-22T12:00:00Z");

Table leads() {
  ColumnBuilder country("country", ColumnType::text);
  ColumnBuilder size("size", ColumnType::text);
  for (const char* text : {"DE", "de", "FR", "", "DE"}) country.append_text(text);
  for (const char* text : {"500", "12", "many", "7", "lots"}) size.append_text(text);
  return Table::make({country.finish(), size.finish()}).value();
}

TEST(Filter, BindsToTheColumnsOfTheTable) {
  const auto found = filter(leads(), field("country") == "DE", Context(kNow));
  ASSERT_TRUE(found) << found.problems().to_text();
  EXPECT_EQ(found->matches, (std::vector<std::uint8_t>{1, 1, 0, 0, 1}));
  EXPECT_TRUE(found->errors.empty());
}

TEST(Filter, RowsThatCannotBeEvaluatedAreListed) {
  const auto found =
      filter(leads(), field("country") == "DE" && field("size") > 100, Context(kNow));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->matches, (std::vector<std::uint8_t>{1, 0, 0, 0, 0}));
  EXPECT_EQ(found->errors, (std::vector<RowError>{{4, 1, EvaluationError::not_a_number}}));
}

TEST(Filter, ProblemsOfTheExpressionAreErrors) {
  EXPECT_EQ(filter(leads(), field("contry") == "DE", Context(kNow)).problems().front().detail,
            "unknown_field");
}

TEST(RowReader, ReadsEachFieldOnceARecord) {
  struct Counted {
    int reads = 0;
  } counted;
  const RowView row(&counted, 0, [](const void* source, std::size_t, std::uint32_t) {
    ++const_cast<Counted*>(static_cast<const Counted*>(source))->reads;
    return ValueView("DE");
  });
  const Schema schema = Schema::make("lead", {{.name = "a"}, {.name = "b"}, {.name = "c"}}).value();
  const Predicate predicate =
      bind((field("b") == "x" || field("b") == "y" || field("a") == "de") && field("b") == "de",
           schema)
          .value();
  RowReader reader(schema.size());
  for (int record = 1; record <= 3; ++record) {
    reader.reset(row);
    EXPECT_EQ(predicate.evaluate(reader, Context(kNow)).state, Outcome::match);
    EXPECT_EQ(counted.reads, 2 * record);
    EXPECT_EQ(std::vector(reader.fields_read().begin(), reader.fields_read().end()),
              (std::vector<std::uint32_t>{1, 0}));
  }
}

TEST(Describe, NamesCriterionAnswerAndValue) {
  const Expression expression = field("country").in({"DE", "FR"}) && !(field("size") > 5);
  const Predicate predicate = bind(expression, schema_of(leads())).value();
  RowReader reader(2);
  const Table table = leads();
  reader.reset(table.row(2));
  const auto trace = predicate.trace(reader, Context(kNow));
  ASSERT_EQ(trace.size(), 2U);
  EXPECT_EQ(describe(trace[0], expression), R"(country in ["DE","FR"]: yes, country is "FR")");
  EXPECT_EQ(describe(trace[1], expression),
            R"x(not (size greater 5): cannot be evaluated, size is "many", which is no number)x");
  reader.reset(table.row(3));
  EXPECT_EQ(describe(predicate.missing(reader, Context(kNow))[0], expression),
            R"(country in ["DE","FR"]: no, country is blank)");
}

std::vector<std::string> codes(const std::vector<Finding>& findings) {
  std::vector<std::string> found;
  for (const Finding& finding : findings) found.push_back(finding.code + ' ' + finding.pointer);
  return found;
}

TEST(Lint, ValuesThatThePicklistDoesNotHave) {
  const Schema schema = Schema::make("lead", {{.name = "rating",
                                               .type = FieldType::picklist,
                                               .values = {{.value = "Hot"}, {.value = "Cold"}}},
                                              {.name = "products",
                                               .type = FieldType::multi_picklist,
                                               .values = {{.value = "a"}, {.value = "b"}}},
                                              {.name = "open",
                                               .type = FieldType::picklist,
                                               .values = {{.value = "x"}},
                                               .open_values = true}})
                            .value();
  EXPECT_EQ(codes(lint(field("rating").in({"hot", "tepid"}) && field("products") == "a;z" &&
                           field("open") == "y" && field("rating").contains("o"),
                       schema)),
            (std::vector<std::string>{"unknown_value /criteria/0/value/1",
                                      "unknown_value /criteria/1/value"}));
}

TEST(Lint, CriteriaThatExcludeEachOther) {
  const auto found = [](const Expression& expression) { return codes(lint(expression)).size(); };
  EXPECT_EQ(found(field("a") == "x" && field("a") == "y"), 1U);
  EXPECT_EQ(found(field("a") == "x" && field("a") == "X"), 0U);
  EXPECT_EQ(found(field("a") == "x" || field("a") == "y"), 0U);
  EXPECT_EQ(found(!(field("a") == "x" && field("a") == "y")), 0U);
  EXPECT_EQ(found(field("a").in({"x", "y"}) && field("a").not_in({"y", "x", "z"})), 1U);
  EXPECT_EQ(found(field("a").in({"x", "y"}) && field("a") != "x"), 0U);
  EXPECT_EQ(found(field("a").is_blank() && field("a") == "x"), 1U);
  EXPECT_EQ(found(field("a").is_blank() && field("a").not_equals("x", Blank::match)), 0U);
  EXPECT_EQ(found(field("a") > 5 && field("a") < 5), 1U);
  EXPECT_EQ(found(field("a") >= 5 && field("a") <= 5), 0U);
  EXPECT_EQ(found(field("a") > 5 && field("a") <= 5), 1U);
  EXPECT_EQ(found(field("a") == "12.5" && field("a") == "12.50"), 0U);
  EXPECT_EQ(found(field("b") == 1 || (field("a") == "x" && field("a") == "y")), 1U);
}

}  // namespace
}  // namespace galena::criteria
