// Models of Splink: what is imported, and that a pair weighs what it weighs in Splink.
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "galena/match/deduplicate.hpp"
#include "galena/match/index.hpp"
#include "galena/match/splink.hpp"
#include "galena/match/train.hpp"
#include "match/column_rules.hpp"
#include "match/splink_model.hpp"
#include "support/tables.hpp"

namespace galena::match {
namespace {

using test::text_table;
using Part = ColumnCondition::Part;
using Wanted = ColumnCondition::Test;

/// A settings file of Splink 5 with conditions as its comparison library writes them for DuckDB.
constexpr const char* kModel = R"json(
{"link_type": "dedupe_only", "probability_two_random_records_match": 0.01, "sql_dialect": "duckdb",
 "unique_id_column_name": "unique_id", "retain_intermediate_calculation_columns": true,
 "blocking_rules_to_generate_predictions": [{"blocking_rule": "1=1", "sql_dialect": "duckdb"}],
 "comparisons": [
  {"output_column_name": "names", "comparison_levels": [
   {"sql_condition": "(\"first_name_l\" IS NULL OR \"first_name_r\" IS NULL) AND (\"surname_l\" IS NULL OR \"surname_r\" IS NULL)", "label_for_charts": "no name", "is_null_level": true},
   {"sql_condition": "(\"first_name_l\" = \"first_name_r\") AND (\"surname_l\" = \"surname_r\")", "label_for_charts": "both equal", "m_probability": 0.5, "u_probability": 0.001},
   {"sql_condition": "\"first_name_l\" = \"surname_r\" AND \"first_name_r\" = \"surname_l\"", "label_for_charts": "swapped", "m_probability": 0.05, "u_probability": 0.0002},
   {"sql_condition": "(jaro_winkler_similarity(\"first_name_l\", \"first_name_r\") >= 0.88) AND (jaro_winkler_similarity(\"surname_l\", \"surname_r\") >= 0.88)", "label_for_charts": "both near", "m_probability": 0.2, "u_probability": 0.002},
   {"sql_condition": "\"surname_l\" = \"surname_r\"", "label_for_charts": "surname equal", "m_probability": 0.1, "u_probability": 0.01, "tf_adjustment_column": "surname", "tf_adjustment_weight": 0.5, "tf_minimum_u_value": 0.001},
   {"sql_condition": "ELSE", "label_for_charts": "other", "m_probability": 0.15, "u_probability": 0.98}]},
  {"output_column_name": "dob", "comparison_levels": [
   {"sql_condition": "try_strptime(\"dob_l\", '%Y-%m-%d') IS NULL OR try_strptime(\"dob_r\", '%Y-%m-%d') IS NULL", "label_for_charts": "no date", "is_null_level": true},
   {"sql_condition": "\"dob_l\" = \"dob_r\"", "label_for_charts": "equal", "m_probability": 0.8, "u_probability": 0.001},
   {"sql_condition": "damerau_levenshtein(\"dob_l\", \"dob_r\") <= 1", "label_for_charts": "one letter off", "m_probability": 0.1, "u_probability": 0.002},
   {"sql_condition": "ABS(EPOCH(try_strptime(\"dob_l\", '%Y-%m-%d')) - EPOCH(try_strptime(\"dob_r\", '%Y-%m-%d'))) <= 2629800.0", "label_for_charts": "a month", "m_probability": 0.03, "u_probability": 0.003},
   {"sql_condition": "ELSE", "label_for_charts": "other", "m_probability": 0.07, "u_probability": 0.99}]},
  {"output_column_name": "email", "comparison_levels": [
   {"sql_condition": "\"email_l\" IS NULL OR \"email_r\" IS NULL", "label_for_charts": "no address", "is_null_level": true},
   {"sql_condition": "\"email_l\" = \"email_r\"", "label_for_charts": "equal", "m_probability": 0.6, "u_probability": 0.003, "tf_adjustment_column": "email", "tf_adjustment_weight": 1.0},
   {"sql_condition": "NULLIF(regexp_extract(\"email_l\", '^[^@]+', 0), '') = NULLIF(regexp_extract(\"email_r\", '^[^@]+', 0), '')", "label_for_charts": "mailbox", "m_probability": 0.2, "u_probability": 0.001},
   {"sql_condition": "jaro_winkler_similarity(NULLIF(regexp_extract(\"email_l\", '^[^@]+', 0), ''), NULLIF(regexp_extract(\"email_r\", '^[^@]+', 0), '')) >= 0.88", "label_for_charts": "mailbox near", "m_probability": 0.05, "u_probability": 0.004},
   {"sql_condition": "ELSE", "label_for_charts": "other", "m_probability": 0.15, "u_probability": 0.99}]},
  {"output_column_name": "city", "comparison_levels": [
   {"sql_condition": "\"city_l\" IS NULL OR \"city_r\" IS NULL", "label_for_charts": "no city", "is_null_level": true},
   {"sql_condition": "\"city_l\" = \"city_r\"", "label_for_charts": "equal", "m_probability": 0.8, "u_probability": 0.2, "tf_adjustment_column": "city", "tf_adjustment_weight": 1.0},
   {"sql_condition": "levenshtein(\"city_l\", \"city_r\") <= 2", "label_for_charts": "two letters off", "m_probability": 0.1, "u_probability": 0.05, "tf_adjustment_column": "city", "tf_adjustment_weight": 1.0},
   {"sql_condition": "jaccard(\"city_l\", \"city_r\") >= 0.7", "label_for_charts": "like letters", "m_probability": 0.05, "u_probability": 0.05},
   {"sql_condition": "ELSE", "label_for_charts": "other", "m_probability": 0.05, "u_probability": 0.7}]}]}
)json";

Table people() {
  return text_table({"unique_id", "first_name", "surname", "dob", "email", "city"},
                    {{"0", "John", "Smith", "1980-05-17", "john.smith@a.com", "London"},
                     {"1", "John", "Smith", "1980-05-17", "john.smith@b.org", "London"},
                     {"2", "Jon", "Smyth", "1980-05-27", "jon.smith@a.com", "Londno"},
                     {"3", "Smith", "John", "", "", "London"},
                     {"4", "Mary", "Smith", "1980-06-10", "mary@x.net", "Leeds"},
                     {"5", "Zo\u00eb", "M\u00fcller", "1990-13-40", "john.smith@a.com", "Dnolno"},
                     {"6", "", "", "1980-05-71", "mary@x.net", ""},
                     {"7", "Zoe", "Muller", "1971-01-05", "zm@q.de", "York"}});
}

Fields columns_of_people() {
  return {{"unique_id", Kind::ignore},  {"first_name", Kind::first_name},
          {"surname", Kind::last_name}, {"dob", Kind::birth_date},
          {"email", Kind::email},       {"city", Kind::city}};
}

struct Weighed {
  std::size_t a;
  std::size_t b;
  double weight;
};

/// The column match_weight of Splink 5.0.0 (DuckDB 2.0.0) for these rows and that model, all pairs.
///
/// Formula, for rows 0 and 1: log2(0.01 / 0.99) + log2(0.5 / 0.001) + log2(0.8 / 0.001)
/// + log2(0.2 / 0.001) + log2(0.8 / 0.2) + log2(0.2 / (3 / 7)), London being 3 of 7 cities.
constexpr Weighed kSplinkWeights[] = {
    {0, 1, 20.524604371},  {0, 2, 9.202676276},   {0, 3, 2.236891991},   {0, 4, -9.226053261},
    {0, 5, -12.074141463}, {0, 6, -9.351822645},  {0, 7, -19.688998513}, {1, 2, 9.202676276},
    {1, 3, 2.236891991},   {1, 4, -9.226053261},  {1, 5, -5.500674601},  {1, 6, -9.351822645},
    {1, 7, -19.688998513}, {2, 3, -9.436711542},  {2, 4, -12.545068720}, {2, 5, -9.500674601},
    {2, 6, -9.351822645},  {2, 7, -19.688998513}, {3, 4, -13.144530791}, {3, 5, -13.144530791},
    {3, 6, -6.629356620},  {3, 7, -13.144530791}, {4, 5, -15.866996815}, {4, 6, -5.558967292},
    {4, 7, -19.688998513}, {5, 6, -9.351822645},  {5, 7, -15.866996815}, {6, 7, -9.351822645}};
constexpr double kRounding = 2e-5;  // weights are multiples of 2^-20 bit

TEST(SplinkModel, PairsWeighWhatTheyWeighInSplink) {
  const auto model = Model::from_splink(kModel);
  ASSERT_TRUE(model) << model.problems().to_text();
  const auto found = deduplicate(people(), {.id_column = "unique_id", .model = *model});
  ASSERT_TRUE(found) << found.problems().to_text();
  for (const Weighed& pair : kSplinkWeights) {
    const auto explained = found->explain_rows(pair.a, pair.b);
    ASSERT_TRUE(explained);
    EXPECT_NEAR(explained->weight, pair.weight, kRounding) << pair.a << ' ' << pair.b << '\n'
                                                           << explained->to_text();
    double sum = explained->prior;
    for (const FieldEvidence& field : explained->fields) sum += field.weight;
    EXPECT_DOUBLE_EQ(sum, explained->weight);
    EXPECT_EQ(explained->fields.size(), 4U);
  }
  EXPECT_EQ(found->report().training.rounds, 0U);  // a model that is given is used as it is
  const Table& pairs = found->pairs();
  ASSERT_EQ(pairs.rows(), 5U);  // those above the threshold
  EXPECT_EQ(to_text(pairs[0][0]) + to_text(pairs[1][0]), "01");
  EXPECT_NEAR(pairs[2][0].number(), 20.524604371, kRounding);
}

TEST(SplinkModel, ExplainsByItsOwnLevels) {
  const Model model = *Model::from_splink(kModel);
  const auto found = deduplicate(people(), {.id_column = "unique_id", .model = model});
  ASSERT_TRUE(found);
  const auto explained = found->explain_rows(0, 4);
  ASSERT_TRUE(explained);
  const FieldEvidence& names = explained->fields[0];
  EXPECT_EQ(names.field, "names");
  EXPECT_EQ(names.level, "surname equal");
  EXPECT_EQ(names.left, "John Smith");
  EXPECT_NEAR(names.base, std::log2(0.1 / 0.01), kRounding);
  // Three of seven surnames are Smith, with half the weight.
  EXPECT_NEAR(names.frequency, 0.5 * std::log2(0.01 / (3.0 / 7)), kRounding);
}

TEST(SplinkModel, TwoRecordsAloneHaveNoFrequencies) {
  const Model model = *Model::from_splink(kModel);
  const Table table = people();
  const Explanation explained = compare(model, columns_of_people(), table.row(0), table.row(1));
  const double wanted =
      std::log2(0.01 / 0.99) + std::log2(500) + std::log2(800) + std::log2(200) + std::log2(4);
  EXPECT_NEAR(explained.weight, wanted, kRounding);
}

TEST(SplinkModel, IndexFindsByIt) {
  Index index(*Model::from_splink(kModel), columns_of_people());
  const Table table = people();
  for (std::size_t row = 0; row < table.rows(); ++row)
    ASSERT_TRUE(index.add(ValueView(static_cast<std::int64_t>(row)), table.row(row)));
  const auto explained = index.explain(ValueView(std::int64_t{0}), ValueView(std::int64_t{1}));
  ASSERT_TRUE(explained);
  EXPECT_NEAR(explained->weight, 20.524604371, 0.5);  // totals are as of the last refresh
  const auto found = index.find(table.row(0), 10, 0.5);
  ASSERT_TRUE(found);
  ASSERT_GE(found->size(), 2U);
  const auto again = Index::from_bytes(index.to_bytes());
  ASSERT_TRUE(again) << again.problems().to_text();
  EXPECT_EQ(again->model(), index.model());
}

TEST(SplinkModel, LinksTwoTables) {
  const Model model = *Model::from_splink(kModel);
  LinkOptions options;
  options.model = model;
  options.id_column = options.right_id_column = "unique_id";
  const auto linked = link(people(), people(), options);
  ASSERT_TRUE(linked) << linked.problems().to_text();
  const auto explained = linked->explain_rows(0, 1);
  ASSERT_TRUE(explained);
  EXPECT_NEAR(explained->weight, 20.524604371, kRounding);  // shares are those of both together
}

TEST(SplinkModel, ColumnsThatATableHasNotAreProblems) {
  const Model model = *Model::from_splink(kModel);
  const Table table = text_table({"first_name", "surname"}, {{"a", "b"}, {"c", "d"}});
  const auto found = deduplicate(table, {.model = model});
  ASSERT_FALSE(found);
  std::set<std::string> missing;
  for (const Problem& problem : found.problems()) missing.insert(problem.detail + problem.subject);
  EXPECT_EQ(missing, (std::set<std::string>{"unknown_columncity", "unknown_columndob",
                                            "unknown_columnemail"}));
}

TEST(SplinkModel, IsNotTrained) {
  const auto trained = train(people(), {.start = *Model::from_splink(kModel)});
  ASSERT_FALSE(trained);
  EXPECT_EQ(trained.problems().front().detail, "fixed_model");
}

TEST(SplinkModel, SurvivesJson) {
  const Model model = *Model::from_splink(kModel);
  const auto again = Model::from_json(model.to_json());
  ASSERT_TRUE(again) << again.problems().to_text();
  EXPECT_EQ(again->to_json(), model.to_json());
  EXPECT_EQ(again->data().columns.size(), 4U);
  EXPECT_EQ(again->data().match_probability, 0.01);
}

TEST(SplinkModel, ReportsAllThatItCannotImport) {
  const auto model = Model::from_splink(R"json({"probability_two_random_records_match": 0.01,
    "comparisons": [
     {"output_column_name": "place", "comparison_levels": [
      {"sql_condition": "array_length(list_intersect(\"a_l\", \"a_r\")) >= 1", "m_probability": 0.5, "u_probability": 0.1},
      {"sql_condition": "hamming(\"a_l\", \"a_r\") <= 1", "m_probability": 0.5, "u_probability": 0.1},
      {"sql_condition": "\"a_l\" IS NULL", "is_null_level": true},
      {"sql_condition": "\"a_l\" = \"a_r\"", "m_probability": 0.5, "u_probability": 0.1},
      {"sql_condition": "ELSE", "m_probability": 1.5, "u_probability": 0.1}]},
     {"output_column_name": "name", "comparison_levels": [
      {"sql_condition": "levenshtein(\"b_l\", \"b_r\") <= 1", "m_probability": 0.5, "u_probability": 0.1, "tf_adjustment_column": "b"},
      {"m_probability": 0.5, "u_probability": 0.1}]}]})json");
  ASSERT_FALSE(model);
  std::set<std::string> places;
  for (const Problem& problem : model.problems()) {
    places.insert(std::string(code_name(problem.code)) + " " + problem.detail + " " +
                  problem.subject);
  }
  const std::string at = "/comparisons/0/comparison_levels/";
  EXPECT_EQ(places, (std::set<std::string>{
                        "UNSUPPORTED unsupported_condition " + at + "0/sql_condition",
                        "UNSUPPORTED unsupported_condition " + at + "1/sql_condition",
                        "UNSUPPORTED unsupported_condition " + at + "2/sql_condition",
                        "INVALID_ARGUMENT probability_range " + at + "4/m_probability",
                        "INVALID_ARGUMENT missing_key /comparisons/1/comparison_levels/1"}))
      << model.problems().to_text();
}

/// Levels that were saved without probabilities, in comparisons of four, two and three levels.
constexpr const char* kUntrained = R"json(
{"probability_two_random_records_match": 0.01, "sql_dialect": "duckdb", "comparisons": [
  {"output_column_name": "surname", "comparison_levels": [
   {"sql_condition": "\"surname_l\" IS NULL OR \"surname_r\" IS NULL", "label_for_charts": "none", "is_null_level": true},
   {"sql_condition": "\"surname_l\" = \"surname_r\"", "label_for_charts": "equal", "u_probability": 0.01, "tf_adjustment_column": "surname", "tf_adjustment_weight": 1.0},
   {"sql_condition": "jaro_winkler_similarity(\"surname_l\", \"surname_r\") >= 0.9", "label_for_charts": "near", "m_probability": 0.1},
   {"sql_condition": "jaro_winkler_similarity(\"surname_l\", \"surname_r\") >= 0.7", "label_for_charts": "like"},
   {"sql_condition": "ELSE", "label_for_charts": "other", "m_probability": 0.05, "u_probability": 0.9}]},
  {"output_column_name": "city", "comparison_levels": [
   {"sql_condition": "\"city_l\" IS NULL OR \"city_r\" IS NULL", "label_for_charts": "none", "is_null_level": true},
   {"sql_condition": "\"city_l\" = \"city_r\"", "label_for_charts": "equal"},
   {"sql_condition": "ELSE", "label_for_charts": "other"}]},
  {"output_column_name": "dob", "comparison_levels": [
   {"sql_condition": "\"dob_l\" IS NULL OR \"dob_r\" IS NULL", "label_for_charts": "none", "is_null_level": true},
   {"sql_condition": "\"dob_l\" = \"dob_r\"", "label_for_charts": "equal", "m_probability": 0.8},
   {"sql_condition": "levenshtein(\"dob_l\", \"dob_r\") <= 1", "label_for_charts": "one off", "u_probability": 0.1},
   {"sql_condition": "ELSE", "label_for_charts": "other"}]}]}
)json";

/// The column match_weight of Splink 5.0.0 (DuckDB 2.0.0) for these rows and that model, all pairs.
constexpr Weighed kUntrainedWeights[] = {
    {0, 1, 2.881605299},   {0, 2, -2.877284134},  {0, 3, -2.629356620},  {0, 4, -6.044394119},
    {0, 5, -15.799281622}, {1, 2, -14.629356620}, {1, 3, -2.629356620},  {1, 4, -6.044394119},
    {1, 5, -15.799281622}, {2, 3, -20.799281622}, {2, 4, -12.629356620}, {2, 5, -15.799281622},
    {3, 4, -15.799281622}, {3, 5, -1.047209135},  {4, 5, -10.799281622}};

TEST(SplinkModel, LevelsThatWereNotTrainedWeighWhatTheyWeighInSplink) {
  const auto import = import_splink(kUntrained);
  ASSERT_TRUE(import) << import.problems().to_text();
  const Table rows =
      text_table({"unique_id", "surname", "city", "dob"}, {{"0", "Smith", "London", "1980-05-17"},
                                                           {"1", "Smith", "London", "1980-05-18"},
                                                           {"2", "Smyth", "Leeds", "1980-05-17"},
                                                           {"3", "Schmid", "London", "1971-01-05"},
                                                           {"4", "Smithers", "York", ""},
                                                           {"5", "Jones", "", "1971-01-05"}});
  const auto found = deduplicate(rows, {.id_column = "unique_id", .model = import->model});
  ASSERT_TRUE(found) << found.problems().to_text();
  for (const Weighed& pair : kUntrainedWeights) {
    const auto explained = found->explain_rows(pair.a, pair.b);
    ASSERT_TRUE(explained);
    EXPECT_NEAR(explained->weight, pair.weight, kRounding) << pair.a << ' ' << pair.b;
  }
}

TEST(SplinkModel, SaysWhichLevelsWereNotTrained) {
  const auto import = import_splink(kUntrained);
  ASSERT_TRUE(import);
  ASSERT_EQ(import->untrained.size(), 12U);
  EXPECT_EQ(import->untrained[0].detail, "untrained_level");
  EXPECT_EQ(import->untrained[0].subject, "/comparisons/0/comparison_levels/1");
  EXPECT_NE(import->untrained[0].message.find("m_probability"), std::string::npos);
  EXPECT_TRUE(import_splink(kModel)->untrained.empty());
  EXPECT_EQ(import_splink(kModel)->model, *Model::from_splink(kModel));
}

TEST(SplinkModel, AComparisonOfOneLevelMustBeTrained) {
  const auto model = Model::from_splink(R"json({"probability_two_random_records_match": 0.01,
    "comparisons": [{"output_column_name": "name", "comparison_levels": [
      {"sql_condition": "ELSE"}]}]})json");
  ASSERT_FALSE(model);
  EXPECT_EQ(model.problems().front().detail, "untrained_level");
}

TEST(SplinkModel, AFuzzyLevelWithFrequenciesNeedsAnExactOne) {
  const auto model = Model::from_splink(R"json({"probability_two_random_records_match": 0.01,
    "comparisons": [{"output_column_name": "name", "comparison_levels": [
      {"sql_condition": "levenshtein(\"b_l\", \"b_r\") <= 1", "m_probability": 0.5, "u_probability": 0.1, "tf_adjustment_column": "b"},
      {"sql_condition": "ELSE", "m_probability": 0.5, "u_probability": 0.9}]}]})json");
  ASSERT_FALSE(model);
  EXPECT_EQ(model.problems().front().code, Code::unsupported);
  EXPECT_EQ(model.problems().front().subject,
            "/comparisons/0/comparison_levels/0/tf_adjustment_column");
}

struct Spelling {
  const char* sql;
  Wanted test;
  const char* left;
  const char* right;
  double limit;
};

TEST(SplinkConditions, EveryBackendsSpellingIsRead) {
  const Spelling spellings[] = {
      {"\"a_l\" = \"a_r\"", Wanted::equal, "a", "a", 0},
      {"`a_l` = `a_r`", Wanted::equal, "a", "a", 0},
      {"a_l = b_r", Wanted::equal, "a", "b", 0},
      {"\"a_r\" = \"b_l\"", Wanted::equal, "b", "a", 0},
      {"\"a_l\" IS NULL OR \"a_r\" IS NULL", Wanted::blank, "a", "a", 0},
      {"levenshtein(\"a_l\", \"a_r\") <= 2", Wanted::levenshtein, "a", "a", 2},
      {"damerau_levenshtein(`a_l`, `a_r`) <= 1", Wanted::damerau_levenshtein, "a", "a", 1},
      {"jaro_similarity(\"a_l\", \"a_r\") >= 0.9", Wanted::jaro, "a", "a", 0.9},
      {"jaro_sim(`a_l`, `a_r`) >= 0.9", Wanted::jaro, "a", "a", 0.9},
      {"jaro_winkler(`a_l`, `a_r`) >= 0.9", Wanted::jaro_winkler, "a", "a", 0.9},
      {"jaro_winkler_similarity(\"a_l\",\"a_r\") >= 0.9", Wanted::jaro_winkler, "a", "a", 0.9},
      {"jaccard(\"a_l\", \"a_r\") >= 0.9", Wanted::jaccard, "a", "a", 0.9},
      {"ABS(EPOCH(\"a_l\") - EPOCH(\"a_r\")) <= 86400", Wanted::seconds, "a", "a", 86400},
      {"ABS(EXTRACT(EPOCH FROM try_cast_date(\"a_l\", 'YYYY-MM-DD')) - EXTRACT(EPOCH FROM "
       "try_cast_date(\"a_r\", 'YYYY-MM-DD')))<= 2629800.0",
       Wanted::seconds, "a", "a", 2629800},
      {"ABS(UNIX_TIMESTAMP(try_to_timestamp(`a_l`, 'yyyy-MM-dd\\'T\\'HH:mm:ssXXX')) - "
       "UNIX_TIMESTAMP(try_to_timestamp(`a_r`, 'yyyy-MM-dd\\'T\\'HH:mm:ssXXX'))) <= 86400",
       Wanted::seconds, "a", "a", 86400},
      {"abs(datediff(date(try_to_timestamp(`a_l`, 'yyyy-MM-dd')), date(try_to_timestamp(`a_r`, "
       "'yyyy-MM-dd')))) <= floor(2629800.0 / 86400)",
       Wanted::seconds, "a", "a", 30 * 86400},
      {"date(try_to_timestamp(`a_l`, 'yyyy-MM-dd')) IS NULL OR date(try_to_timestamp(`a_r`, "
       "'yyyy-MM-dd')) IS NULL",
       Wanted::no_date, "a", "a", 0},
      {"ELSE", Wanted::always, "", "", 0}};
  for (const Spelling& spelling : spellings) {
    const auto read = read_splink_condition(spelling.sql, false);
    ASSERT_TRUE(read) << spelling.sql;
    EXPECT_EQ(read->test, spelling.test) << spelling.sql;
    EXPECT_EQ(read->left, spelling.left) << spelling.sql;
    EXPECT_EQ(read->right, spelling.right) << spelling.sql;
    EXPECT_EQ(read->limit, spelling.limit) << spelling.sql;
  }
}

TEST(SplinkConditions, OthersAreNot) {
  for (const char* const sql :
       {"", "(", "\"a_l\"", "\"a_l\" = \"b_l\"", "\"a_l\" = 'x'", "\"a_l\" < \"a_r\"", "a = b",
        "levenshtein(\"a_l\", \"a_r\") >= 2", "levenshtein(a_l, a_r) <= 2 extra",
        "\"a_l\" = \"a_r\" AND", "\"a_l\" IS NULL", "NOT \"a_l\" = \"a_r\"",
        "regexp_extract(\"a_l\", 'x', 0) = regexp_extract(\"a_r\", 'x', 0)",
        "try_strptime(\"a_l\", '%d/%m/%Y') IS NULL OR try_strptime(\"a_r\", '%d/%m/%Y') IS NULL",
        "lower(\"a_l\") = lower(\"a_r\")"}) {
    EXPECT_FALSE(read_splink_condition(sql, true)) << sql;
  }
  EXPECT_FALSE(read_splink_condition(std::string(100000, '('), true));
}

TEST(ColumnConditions, PartsOfTexts) {
  EXPECT_EQ(part_of("ann@b.c", Part::mailbox), "ann");
  EXPECT_EQ(part_of("@b.c", Part::mailbox), "");
  EXPECT_EQ(part_of("SW1A 2AA", Part::postcode_area), "SW");
  EXPECT_EQ(part_of("SW1A 2AA", Part::postcode_district), "SW1A");
  EXPECT_EQ(part_of("SW1A 2AA", Part::postcode_sector), "SW1A 2");
  EXPECT_EQ(part_of("N1 9GU", Part::postcode_sector), "N1 9");
  EXPECT_EQ(part_of("N19GU", Part::postcode_sector), "");
  EXPECT_EQ(part_of("12345", Part::postcode_area), "");
}

TEST(ColumnConditions, Dates) {
  EXPECT_EQ(seconds_of_date("1970-01-02"), 86400);
  EXPECT_EQ(seconds_of_date("1970-01-01T01:00:01Z"), 3601);
  EXPECT_EQ(seconds_of_date("1970-1-2"), 86400);
  for (const char* const text : {"", "1970", "1970-13-01", "2001-02-29", "01/02/1970",
                                 "1970-01-01x", "1970-01-01T25:00:00"}) {
    EXPECT_FALSE(seconds_of_date(text)) << text;
  }
}

TEST(ColumnConditions, DistancesAreOfBytesWhereTheBackendsAre) {
  // DuckDB: levenshtein('ü', 'u') is 2; damerau_levenshtein('CA', 'ABC') is 2, not OSA's 3.
  const auto weight = [](const char* dialect, const std::string& sql, const char* a,
                         const char* b) {
    const auto model = Model::from_splink(
        std::string(R"({"probability_two_random_records_match": 0.5, "sql_dialect": ")") + dialect +
        R"(", "comparisons": [{"output_column_name": "x", "comparison_levels": [{"sql_condition": ")" +
        sql + R"(", "m_probability": 0.8, "u_probability": 0.1}]}]})");
    const Table table = text_table({"x"}, {{a}, {b}});
    return compare(*model, {{"x", Kind::text}}, table.row(0), table.row(1)).weight;
  };
  const char* const near = "levenshtein(x_l, x_r) <= 1";
  EXPECT_EQ(weight("duckdb", near, "M\u00fcller", "Muller"), 0);
  EXPECT_NEAR(weight("spark", near, "M\u00fcller", "Muller"), 3, kRounding);
  EXPECT_NEAR(weight("duckdb", near, "Miller", "Muller"), 3, kRounding);
  EXPECT_NEAR(weight("duckdb", "damerau_levenshtein(x_l, x_r) <= 2", "CA", "ABC"), 3, kRounding);
}

}  // namespace
}  // namespace galena::match
