// How many duplicates are found in data with known truth: pairwise F1 from the clusters, with
// built-in weights, nothing trained, kinds inferred from names and values. One configuration for
// all.
#include <gtest/gtest.h>

#include <functional>
#include <iostream>
#include <map>
#include <set>

#include "galena/match/deduplicate.hpp"
#include "galena/record/csv.hpp"
#include "support/generated_leads.hpp"
#include "support/pairwise.hpp"
#include "support/shared_data.hpp"

namespace galena::match {
namespace {

Table load(const std::string& name) {
  const auto read = read_csv_file(test::shared_data("duplicates/" + name).string());
  EXPECT_TRUE(read) << read.problems().to_text();
  return read->table;
}

/// Prints and returns the pairwise F1 of clusters against a true group for every row.
double measure(const char* name, const Table& table, const Options& options,
               const std::function<std::string(std::size_t)>& truth) {
  const auto found = deduplicate(table, options);
  EXPECT_TRUE(found) << found.problems().to_text();
  if (!found) return 0;
  std::vector<std::string> groups;
  for (std::size_t row = 0; row < table.rows(); ++row) groups.push_back(truth(row));
  const test::Pairwise result = test::pairwise(found->clusters(), groups);
  std::cout << name << ": F1 " << result.f1() << ", precision " << result.precision() << ", recall "
            << result.recall() << ", " << found->report().pairs_compared
            << " pairs compared, model " << found->model().hash().substr(0, 8) << '\n';
  return result.f1();
}

/// "rec-223-org" -> "223"
std::string febrl_number(std::string_view id) {
  const std::size_t begin = id.find('-') + 1;
  return std::string(id.substr(begin, id.find('-', begin) - begin));
}

std::string text_at(const Table& table, const char* column, std::size_t row) {
  return to_text(table[*table.find(column)][row]);
}

TEST(Accuracy, GeneratedLeads) {
  const test::GeneratedLeads leads = test::generated_leads({.rows = 20000, .seed = 1});
  EXPECT_GE(measure("generator, 20,000 rows", leads.table, {.id_column = "id"},
                    [&](std::size_t row) { return leads.truth[row]; }),
            0.90);
}

TEST(Accuracy, Febrl) {
  GALENA_REQUIRE_SHARED_DATA("duplicates/febrl");
  for (const auto& [file, least] :
       {std::pair("febrl/dataset1.csv", 0.99), std::pair("febrl/dataset2.csv", 0.99)}) {
    const Table table = load(file);
    EXPECT_GE(measure(file, table, {.id_column = "rec_id"},
                      [&](std::size_t row) { return febrl_number(text_at(table, "rec_id", row)); }),
              least);
  }
}

TEST(Accuracy, SplinkFakePeople) {
  GALENA_REQUIRE_SHARED_DATA("duplicates/splink_fake_1000.csv");
  const Table table = load("splink_fake_1000.csv");
  EXPECT_GE(
      measure("splink_fake_1000", table, {.id_column = "unique_id", .never_compared = {"cluster"}},
              [&](std::size_t row) { return text_at(table, "cluster", row); }),
      0.88);
}

TEST(Accuracy, ChicagoSites) {
  GALENA_REQUIRE_SHARED_DATA("duplicates/chicago_sites_with_true_ids.csv");
  const Table table = load("chicago_sites_with_true_ids.csv");
  EXPECT_GE(measure("chicago sites", table, {.id_column = "Id", .never_compared = {"True Id"}},
                    [&](std::size_t row) { return text_at(table, "True Id", row); }),
            0.85);
}

/// The pairs of a link against the true ones.
double measure_link(const char* name, const Table& left, const Table& right, const std::string& id,
                    const std::set<std::pair<std::string, std::string>>& truth) {
  LinkOptions options;
  options.id_column = options.right_id_column = id;
  const auto found = link(left, right, options);
  EXPECT_TRUE(found) << found.problems().to_text();
  if (!found) return 0;
  double together = 0;
  for (std::size_t row = 0; row < found->pairs().rows(); ++row) {
    together +=
        truth.contains({to_text(found->pairs()[0][row]), to_text(found->pairs()[1][row])}) ? 1 : 0;
  }
  const double score = test::Pairwise{static_cast<double>(found->pairs().rows()),
                                      static_cast<double>(truth.size()), together}
                           .f1();
  std::cout << name << ": F1 " << score << '\n';
  return score;
}

TEST(Accuracy, FebrlLink) {
  GALENA_REQUIRE_SHARED_DATA("duplicates/febrl");
  const Table left = load("febrl/dataset4a.csv");
  const Table right = load("febrl/dataset4b.csv");
  std::map<std::string, std::string> left_ids;
  for (std::size_t row = 0; row < left.rows(); ++row) {
    left_ids[febrl_number(text_at(left, "rec_id", row))] = text_at(left, "rec_id", row);
  }
  std::set<std::pair<std::string, std::string>> truth;
  for (std::size_t row = 0; row < right.rows(); ++row) {
    const std::string id = text_at(right, "rec_id", row);
    truth.insert({left_ids[febrl_number(id)], id});
  }
  EXPECT_GE(measure_link("febrl 4", left, right, "rec_id", truth), 0.99);
}

TEST(Accuracy, Restaurants) {
  GALENA_REQUIRE_SHARED_DATA("duplicates/fodors_zagats");
  const Table pairs = load("fodors_zagats/matches_fodors_zagats.csv");
  std::set<std::pair<std::string, std::string>> truth;
  for (std::size_t row = 0; row < pairs.rows(); ++row)
    truth.insert({to_text(pairs[0][row]), to_text(pairs[1][row])});
  EXPECT_GE(measure_link("fodors and zagats", load("fodors_zagats/fodors.csv"),
                         load("fodors_zagats/zagats.csv"), "id", truth),
            0.93);
}

TEST(Accuracy, NeverComparedColumnsDoNotMatter) {
  GALENA_REQUIRE_SHARED_DATA("duplicates/splink_fake_1000.csv");
  const Table table = load("splink_fake_1000.csv");
  const auto found = deduplicate(table, {.id_column = "unique_id", .never_compared = {"cluster"}});
  ASSERT_TRUE(found);
  for (const Field& field : found->fields()) {
    if (field.column == "unique_id" || field.column == "cluster") {
      EXPECT_EQ(field.kind, Kind::ignore);
    }
  }
  const auto explained = found->explain_rows(0, 1);
  for (const FieldEvidence& field : explained->fields) {
    EXPECT_NE(field.field, "unique_id");
    EXPECT_NE(field.field, "cluster");
  }
}

}  // namespace
}  // namespace galena::match
