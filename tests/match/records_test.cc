// Tables encoded column by column have the values that their records have one by one.
#include "match/records.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "galena/record/column.hpp"
#include "galena/record/table.hpp"

namespace galena::match {
namespace {

// More than the rows after which a column of different texts is no longer remembered.
constexpr std::size_t kRows = 70000;

Column text_column(const std::string& name, std::size_t different, const std::string& behind) {
  ColumnBuilder column(name, ColumnType::text);
  for (std::size_t row = 0; row < kRows; ++row) {
    if (row % 97 == 5) {
      column.append_null();
    } else if (row % 89 == 3) {
      column.append_text("  ");
    } else {
      // The last rows come again in other letters and between spaces.
      const std::size_t number = row % different;
      const std::string text = "Abc" + std::to_string(number) + behind;
      column.append_text(row % 5 == 2 ? " aBC" + std::to_string(number) + behind + " " : text);
    }
  }
  return column.finish();
}

Table make_table() {
  std::vector<Column> columns;
  columns.push_back(text_column("first", 40, ""));
  columns.push_back(text_column("last", 300, " jr."));
  columns.push_back(text_column("company", 50000, " Trading & Co. Ltd"));
  columns.push_back(text_column("email", 69000, "@mail.abc.org"));
  columns.push_back(text_column("phone", 60000, "55501"));
  return Table::make(std::move(columns)).value();
}

const Fields kFields = {{"first", Kind::first_name, {}},
                        {"last", Kind::last_name, {}},
                        {"company", Kind::company, {}},
                        {"email", Kind::email, {}},
                        {"phone", Kind::phone, {}}};

/// The values of a store are those of another, number by number.
void expect_same(const ValueStore& a, const ValueStore& b) {
  ASSERT_EQ(a.size(), b.size());
  for (ValueId id = 1; id < a.size(); ++id) {
    ASSERT_EQ(a.text(id), b.text(id));
    ASSERT_EQ(a[id].count, b[id].count) << a.text(id);
    ASSERT_EQ(a[id].flags, b[id].flags) << a.text(id);
    ASSERT_EQ(a[id].mask, b[id].mask) << a.text(id);
    ASSERT_EQ(a[id].first, b[id].first) << a.text(id);
    ASSERT_EQ(a[id].second, b[id].second) << a.text(id);
    const auto tokens = a.tokens(a[id]);
    const auto others = b.tokens(b[id]);
    ASSERT_EQ(tokens.size(), others.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      ASSERT_EQ(a.token_text(tokens[i]), b.token_text(others[i]));
      ASSERT_EQ(a.token(tokens[i]).count, b.token(others[i]).count);
    }
  }
}

/// What a table's records have is what they have one by one.
void expect_table_as_rows(const Table& table, const Layout& layout, unsigned threads) {
  EncodedRecords one_by_one(layout);
  std::vector<ValueId> values;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    one_by_one.encode(table.row(row), layout, values);
    one_by_one.append(values);
    for (std::size_t f = 0; f < layout.features.size(); ++f) {
      const ValueId value = values[layout.features[f].first_slot];
      if (value != kBlank) one_by_one.store(f).count(value, 1);
    }
  }
  EncodedRecords records(layout);
  records.add_table(table, layout, threads);
  ASSERT_EQ(records.size(), table.rows());
  EXPECT_TRUE(std::ranges::equal(records.ids(), one_by_one.ids())) << threads;
  for (std::size_t f = 0; f < layout.features.size(); ++f) {
    expect_same(records.store(f), one_by_one.store(f));
  }
}

TEST(EncodedRecords, TablesHaveTheValuesOfTheirRecordsOnAnyThreads) {
  const Table table = make_table();
  const Layout layout = layout_of(table, kFields).value();
  for (const unsigned threads : {1U, 2U, 7U}) expect_table_as_rows(table, layout, threads);
}

TEST(EncodedRecords, CopiesAreThoseOfTheFirstOfTheirRunOnAnyThreads) {
  // A run that several threads share, others of one to three, and blank rows, which are no copies.
  ColumnBuilder builder("id", ColumnType::text);
  std::vector<std::uint32_t> first_of;
  const auto append = [&](const std::string& text, std::size_t count) {
    const auto first = static_cast<std::uint32_t>(first_of.size());
    for (std::size_t i = 0; i < count; ++i) {
      text.empty() ? builder.append_null() : builder.append_text(text);
      first_of.push_back(text.empty() ? static_cast<std::uint32_t>(first_of.size()) : first);
    }
  };
  for (std::size_t i = 0; i < 9000; ++i)
    append(i % 50 == 3 ? "" : "A" + std::to_string(i), 1 + i % 3);
  append("B", 40000);
  for (std::size_t i = 0; i < 500; ++i) append("C" + std::to_string(i), 2);
  const Table table = Table::make({builder.finish()}).value();
  const Layout layout = layout_of(table, {{"id", Kind::identifier, {}}}).value();
  EncodedRecords records(layout);
  records.add_table(table, layout, 2);
  for (const unsigned threads : {1U, 2U, 5U}) EXPECT_EQ(records.copies(0, threads), first_of);
  // From `split` on it is another table.
  constexpr std::uint32_t kSplit = 30000;
  for (std::size_t i = kSplit; i < first_of.size(); ++i)
    first_of[i] = std::max(first_of[i], kSplit);
  for (const unsigned threads : {1U, 5U}) EXPECT_EQ(records.copies(kSplit, threads), first_of);
}

TEST(EncodedRecords, RaritiesOfAllValuesAreThoseOfEach) {
  const Table table = make_table();
  const Layout layout = layout_of(table, kFields).value();
  EncodedRecords records(layout);
  records.add_table(table, layout, 2);
  records.set_rarities(records.size());
  for (std::size_t f = 0; f < layout.features.size(); ++f) {
    ValueStore& store = records.store(f);
    for (ValueId id = 1; id < store.size(); id += 7) {
      const Weight rarity = store[id].rarity;
      std::vector<Weight> words;
      for (const TokenId token : store.tokens(store[id]))
        words.push_back(store.token(token).rarity);
      store.update_rarity(id, records.size());
      ASSERT_EQ(store[id].rarity, rarity) << store.text(id);
      for (std::size_t i = 0; i < words.size(); ++i)
        ASSERT_EQ(store.token(store.tokens(store[id])[i]).rarity, words[i]) << store.text(id);
    }
  }
}

/// What values are looked up by is made ready for those that are new, not for all there are.
TEST(EncodedRecords, ATableOfKnownValuesTakesNoMoreMemoryToLookThemUp) {
  constexpr std::size_t kMany = 200000;
  ColumnBuilder builder("id", ColumnType::text);
  for (std::size_t row = 0; row < kMany; ++row) builder.append_text("A-" + std::to_string(row));
  const Table table = Table::make({builder.finish()}).value();
  const Layout layout = layout_of(table, {{"id", Kind::identifier, {}}}).value();
  EncodedRecords records(layout);
  records.add_table(table, layout, 1);
  const std::size_t before = records.store(0).memory();
  records.add_table(table, layout, 1);
  EXPECT_EQ(records.store(0).memory(), before);
}

TEST(EncodedRecords, ASuffixIsThatOfTheFirstPartThatSaysOne) {
  const std::vector<std::string> stated = {"", "  ", "Jr.", "III, MD", "none", "2"};
  const std::vector<std::string> families = {"", "Smith", "Smith Jr.", "Dupré IV", "O'Neil, Sr"};
  const std::vector<std::string> given = {"", "Ada", "John III", "FranÃ§ois Jr"};
  // As dictionaries, and with texts that are all different.
  for (const bool different : {false, true}) {
    std::vector<ColumnBuilder> builders;
    for (const char* const name : {"suffix", "last", "first"})
      builders.emplace_back(name, ColumnType::text);
    for (std::size_t row = 0; row < 2000; ++row) {
      const std::string number = different ? " X" + std::to_string(row) : std::string();
      const auto append = [&](ColumnBuilder& column, const std::string& text) {
        text.empty() ? column.append_null()
                     : column.append_text(different ? number + " " + text : text);
      };
      append(builders[0], stated[row % stated.size()]);
      append(builders[1], families[row / 7 % families.size()]);
      append(builders[2], given[row / 3 % given.size()]);
    }
    std::vector<Column> columns;
    for (ColumnBuilder& builder : builders) columns.push_back(builder.finish());
    const Table table = Table::make(std::move(columns)).value();
    EXPECT_NE(table[0].is_dictionary(), different);
    const Fields fields = {{"suffix", Kind::name_suffix, {}},
                           {"last", Kind::last_name, {}},
                           {"first", Kind::first_name, {}}};
    const Layout layout = layout_of(table, fields).value();
    ASSERT_GE(layout.find(Comparison::name_suffix), 0);
    expect_table_as_rows(table, layout, 1);
  }
}

TEST(EncodedRecords, ASecondTableGoesOnWhereTheFirstEnds) {
  const Table table = make_table();
  const Layout layout = layout_of(table, kFields).value();
  EncodedRecords records(layout);
  records.add_table(table, layout, 2);
  const std::vector<ValueId> once(records.ids().begin(), records.ids().end());
  const ValueStore& store = records.store(static_cast<std::size_t>(layout.find(Comparison::email)));
  const std::size_t emails = store.size();
  const std::uint64_t occurrences = store.occurrences();
  records.add_table(table, layout, 2);
  ASSERT_EQ(records.size(), 2 * kRows);
  EXPECT_TRUE(std::equal(once.begin(), once.end(),
                         records.ids().begin() + static_cast<std::ptrdiff_t>(once.size())));
  EXPECT_EQ(store.size(), emails);
  EXPECT_EQ(store.occurrences(), 2 * occurrences);
}

}  // namespace
}  // namespace galena::match
