// Two names alone against judged pairs of names: one fixed rule for persons, one for companies, the
// threshold that the header documents.
#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>

#include "galena/match/names.hpp"
#include "galena/record/csv.hpp"
#include "support/shared_data.hpp"

namespace galena::match {
namespace {

/// How many pairs were found, by truth.
struct Judged {
  double right = 0;   // found, and one
  double wrong = 0;   // found, and not one
  double missed = 0;  // one, and not found

  [[nodiscard]] double precision() const { return right / (right + wrong); }
  [[nodiscard]] double recall() const { return right / (right + missed); }
  [[nodiscard]] double f1() const { return 2 * right / (2 * right + wrong + missed); }
  void add(bool found, bool is_one) {
    right += found && is_one ? 1 : 0;
    wrong += found && !is_one ? 1 : 0;
    missed += !found && is_one ? 1 : 0;
  }
};

void print(const char* what, const Judged& judged) {
  std::cout << what << ": F1 " << judged.f1() << ", precision " << judged.precision() << ", recall "
            << judged.recall() << '\n';
}

TEST(NamePairs, AreJudgedByNamesAlone) {
  GALENA_REQUIRE_SHARED_DATA("names/name_pairs_dev.csv");
  const auto read = read_csv_file(test::shared_data("names/name_pairs_dev.csv").string());
  ASSERT_TRUE(read) << read.problems().to_text();
  const Table& table = read->table;
  const auto text = [&](const char* column, std::size_t row) {
    return to_text(table[*table.find(column)][row]);
  };
  const bool show = std::getenv("GALENA_SHOW_NAME_PAIRS") != nullptr;  // NOLINT: one thread
  Judged persons;
  Judged companies;
  Judged all;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const NameOf kind = text("schema", row) == "Person" ? NameOf::person : NameOf::company;
    const std::string a = text("name1", row);
    const std::string b = text("name2", row);
    const bool is_one = text("is_match", row) == "true";
    const double similarity = name_similarity(kind, a, b);
    EXPECT_EQ(similarity, name_similarity(kind, b, a)) << a << " | " << b;
    const bool found = similarity >= kSameName;
    (kind == NameOf::person ? persons : companies).add(found, is_one);
    all.add(found, is_one);
    if (show && found != is_one) {
      std::cout << (is_one ? "missed " : "wrong  ") << similarity << "  " << a << " | " << b
                << '\n';
    }
  }
  print("persons", persons);
  print("companies", companies);
  print("all name pairs", all);
  EXPECT_GE(all.f1(), 0.80);
}

}  // namespace
}  // namespace galena::match
