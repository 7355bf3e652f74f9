#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "galena/record/arrow.hpp"
#include "record/arrow_column.hpp"
#include "support/arrow_arrays.hpp"

namespace galena {
namespace {

using test::Array;
using test::table_of;
using test::texts;
using test::values;
using testing::ElementsAre;
using testing::HasSubstr;

/// Imports batches and checks that everything was released, whatever the outcome.
Result<Table> import_batches(std::vector<Array> batches, int fail_at = -1, unsigned threads = 1) {
  const int before = test::alive();
  ArrowArrayStream stream;
  test::make_stream(std::move(batches), &stream, fail_at);
  auto table = import_arrow(&stream, threads);
  EXPECT_EQ(stream.release, nullptr);
  EXPECT_EQ(test::alive(), before);
  return table;
}

/// The column "x" of a table of one column in one batch, as texts; null is "null".
std::vector<std::string> read(const Array& column) {
  const auto table = import_batches({table_of({column})});
  EXPECT_TRUE(table) << table.problems().to_text();
  std::vector<std::string> all;
  if (!table) return all;
  for (std::size_t row = 0; row < table->rows(); ++row) {
    all.push_back((*table)[0].is_null(row) ? "null" : to_text((*table)[0][row]));
  }
  return all;
}

Problem problem_of(const Array& column) {
  const auto table = import_batches({table_of({column})});
  EXPECT_FALSE(table);
  return table ? Problem{} : table.problems().front();
}

TEST(ArrowImport, IntegersOfAllWidths) {
  EXPECT_THAT(read(values<std::int8_t>("c", {-128, 127})), ElementsAre("-128", "127"));
  EXPECT_THAT(read(values<std::uint8_t>("C", {255})), ElementsAre("255"));
  EXPECT_THAT(read(values<std::int16_t>("s", {-32768})), ElementsAre("-32768"));
  EXPECT_THAT(read(values<std::uint16_t>("S", {65535})), ElementsAre("65535"));
  EXPECT_THAT(read(values<std::int32_t>("i", {INT32_MIN})), ElementsAre("-2147483648"));
  EXPECT_THAT(read(values<std::uint32_t>("I", {UINT32_MAX})), ElementsAre("4294967295"));
  EXPECT_THAT(read(values<std::int64_t>("l", {INT64_MIN, 5}, "01")), ElementsAre("null", "5"));
  EXPECT_THAT(read(values<std::uint64_t>("L", {INT64_MAX})), ElementsAre("9223372036854775807"));
}

TEST(ArrowImport, UnsignedBeyondInt64NamesColumnAndRow) {
  const Problem problem = problem_of(values<std::uint64_t>("L", {1, UINT64_MAX}));
  EXPECT_EQ(problem.code, Code::limit_exceeded);
  EXPECT_EQ(problem.subject, "x");
  EXPECT_THAT(problem.message, HasSubstr("row 1"));
  EXPECT_THAT(problem.message, HasSubstr("18446744073709551615"));
}

TEST(ArrowImport, Floats) {
  EXPECT_THAT(read(values<double>("g", {0.5, -2})), ElementsAre("0.5", "-2"));
  EXPECT_THAT(read(values<float>("f", {0.25F})), ElementsAre("0.25"));
  // 1, -2, smallest subnormal, largest, infinity: IEEE 754 binary16.
  EXPECT_THAT(read(values<std::uint16_t>("e", {0x3C00, 0xC000, 0x0001, 0x7BFF, 0x7C00})),
              ElementsAre("1", "-2", "5.960464477539063e-08", "65504", "inf"));
  const auto nan = import_batches({table_of({values<double>("g", {std::nan("")})})});
  EXPECT_FALSE((*nan)[0].is_null(0));
  EXPECT_TRUE((*nan)[0][0].is_blank());
}

TEST(ArrowImport, BooleansAtAnyOffset) {
  Array array{"b", 10, {test::bitmap("1111011111"), test::bitmap("1010101010")}};
  array.null_count = 1;
  EXPECT_THAT(read(array), ElementsAre("true", "false", "true", "false", "null", "false", "true",
                                       "false", "true", "false"));
  array.offset = 3;
  array.length = 7;
  EXPECT_THAT(read(array), ElementsAre("false", "null", "false", "true", "false", "true", "false"));
}

TEST(ArrowImport, Decimals) {
  const std::vector<std::int64_t> words = {1250, 0, -1, -1, 999999999999999999, 0};
  Array array = values("d:20,2", words);
  array.length = 3;
  EXPECT_THAT(read(array), ElementsAre("12.50", "-0.01", "9999999999999999.99"));
  array.format = "d:20,2,128";
  EXPECT_THAT(read(array), ElementsAre("12.50", "-0.01", "9999999999999999.99"));
  array.format = "d:38,-2";
  array.length = 2;
  EXPECT_THAT(read(array), ElementsAre("125000", "-100"));
  EXPECT_THAT(read(values<std::int32_t>("d:9,1,32", {-15})), ElementsAre("-1.5"));
  EXPECT_THAT(read(values<std::int64_t>("d:18,1,64", {25})), ElementsAre("2.5"));
  Array wide = values<std::int64_t>("d:60,0,256", {-7, -1, -1, -1});
  wide.length = 1;
  EXPECT_THAT(read(wide), ElementsAre("-7"));
}

TEST(ArrowImport, DecimalsThatDoNotFit) {
  Array large = values<std::int64_t>("d:38,0", {0, 1});
  large.length = 1;
  EXPECT_EQ(problem_of(large).code, Code::limit_exceeded);
  // Twenty decimals, but the last two are zeros.
  Array long_scale = values<std::int64_t>("d:38,20", {500, 0});
  long_scale.length = 1;
  EXPECT_THAT(read(long_scale), ElementsAre("0.000000000000000005"));
  Array lost = values<std::int64_t>("d:38,20", {501, 0});
  lost.length = 1;
  EXPECT_EQ(problem_of(lost).code, Code::limit_exceeded);
  Array wide = values<std::int64_t>("d:60,0,256", {0, 0, 1, 0});
  wide.length = 1;
  EXPECT_EQ(problem_of(wide).code, Code::limit_exceeded);
}

TEST(ArrowImport, DatesAndTimestamps) {
  EXPECT_THAT(read(values<std::int32_t>("tdD", {0, -1, 20779})),
              ElementsAre("1970-01-01", "1969-12-31", "2026-11-22"));
  EXPECT_THAT(read(values<std::int64_t>("tdm", {86400000, -1})),
              ElementsAre("1970-01-02", "1969-12-31"));
  EXPECT_THAT(read(values<std::int64_t>("tss:", {1})), ElementsAre("1970-01-01T00:00:01Z"));
  EXPECT_THAT(read(values<std::int64_t>("tsm:UTC", {1})),
              ElementsAre("1970-01-01T00:00:00.001000Z"));
  EXPECT_THAT(read(values<std::int64_t>("tsu:Europe/Berlin", {-1})),
              ElementsAre("1969-12-31T23:59:59.999999Z"));
  EXPECT_THAT(read(values<std::int64_t>("tsn:", {1999, -1})),
              ElementsAre("1970-01-01T00:00:00.000001Z", "1969-12-31T23:59:59.999999Z"));
}

TEST(ArrowImport, TimesOutsideTheYears1To9999) {
  EXPECT_EQ(problem_of(values<std::int32_t>("tdD", {INT32_MAX})).code, Code::limit_exceeded);
  EXPECT_EQ(problem_of(values<std::int64_t>("tss:", {INT64_MAX})).code, Code::limit_exceeded);
  EXPECT_EQ(problem_of(values<std::int64_t>("tsu:", {INT64_MIN})).code, Code::limit_exceeded);
}

TEST(ArrowImport, TextInAllLayouts) {
  const std::vector<std::string> all = {"", "Zoë", "more than twelve bytes", "東京",
                                        "another text that is long"};
  EXPECT_EQ(read(texts<std::int32_t>("u", all)), all);
  EXPECT_EQ(read(texts<std::int64_t>("U", all)), all);
  EXPECT_EQ(read(test::text_views(all)), all);
  EXPECT_THAT(read(texts<std::int32_t>("u", {"a", "b", "c"}, "101")),
              ElementsAre("a", "null", "c"));
}

TEST(ArrowImport, EmptyArraysMayLackBuffers) {
  for (const char* format : {"u", "U", "l", "b", "d:10,2", "tdD"}) {
    Array array{format, 0, {std::nullopt, std::nullopt, std::nullopt}};
    EXPECT_TRUE(read(array).empty()) << format;
  }
  Array blank{"u", 2, {std::nullopt, test::bytes_of<std::int32_t>({0, 0, 0}), std::nullopt}};
  EXPECT_THAT(read(blank), ElementsAre("", ""));
}

TEST(ArrowImport, NullType) {
  const auto table =
      import_batches({table_of({Array{"n", 3}, values<std::int8_t>("c", {1, 2, 3})})});
  ASSERT_FALSE(table);  // both columns are named x
  Array named{"n", 3};
  named.name = "nothing";
  named.null_count = 3;
  const auto good = import_batches({table_of({named, values<std::int8_t>("c", {1, 2, 3})})});
  ASSERT_TRUE(good);
  EXPECT_TRUE((*good)[0].is_null(2));
}

TEST(ArrowImport, SlicesOfColumnsAndOfTheBatch) {
  Array text = texts<std::int32_t>("u", {"a", "b", "c", "d", "e", "f"}, "110111");
  text.offset = 1;
  text.length = 5;
  Array number = values<std::int64_t>("l", {0, 1, 2, 3, 4});
  number.name = "n";
  Array batch = table_of({text, number}, 2);
  batch.offset = 2;  // rows 2 and 3 of the children, which begin at their own offsets
  const auto table = import_batches({batch});
  ASSERT_TRUE(table) << table.problems().to_text();
  ASSERT_EQ(table->rows(), 2U);
  EXPECT_EQ((*table)[0].text(0), "d");
  EXPECT_EQ((*table)[0].text(1), "e");
  EXPECT_EQ((*table)[1][0].integer(), 2);
}

TEST(ArrowImport, RowsThatAreNullAsAWhole) {
  Array batch = table_of({values<std::int64_t>("l", {1, 2, 3})});
  batch.buffers = {test::bitmap("101")};
  batch.null_count = 1;
  const auto table = import_batches({batch});
  ASSERT_TRUE(table);
  EXPECT_TRUE((*table)[0].is_null(1));
  EXPECT_EQ((*table)[0][2].integer(), 3);
}

TEST(ArrowImport, SeveralBatches) {
  const auto table = import_batches({table_of({texts<std::int32_t>("u", {"a", "b"})}),
                                     table_of({texts<std::int32_t>("u", {})}),
                                     table_of({texts<std::int32_t>("u", {"c", "d"}, "01")})});
  ASSERT_TRUE(table);
  ASSERT_EQ(table->rows(), 4U);
  EXPECT_EQ((*table)[0].text(1), "b");
  EXPECT_TRUE((*table)[0].is_null(2));
  EXPECT_EQ((*table)[0].text(3), "d");
}

/// Texts that hardly repeat are kept plain, with room made for batch after batch.
TEST(ArrowImport, ManyBatchesOfTextsThatDoNotRepeat) {
  std::vector<Array> batches;
  std::vector<std::string> all;
  for (int batch = 0; batch < 40; ++batch) {
    std::vector<std::string> part;
    for (int i = 0; i < 37 * batch; ++i)
      part.push_back("text number " + std::to_string(all.size() + part.size()));
    all.insert(all.end(), part.begin(), part.end());
    batches.push_back(table_of({texts<std::int32_t>("u", part)}));
  }
  const auto table = import_batches(std::move(batches));
  ASSERT_TRUE(table);
  ASSERT_EQ(table->rows(), all.size());
  EXPECT_FALSE((*table)[0].is_dictionary());
  for (std::size_t row = 0; row < all.size(); ++row) ASSERT_EQ((*table)[0].text(row), all[row]);
}

/// Texts of so many rows of which none comes twice.
std::vector<std::string> different_texts(std::size_t rows) {
  std::vector<std::string> all;
  for (std::size_t row = 0; row < rows; ++row)
    all.push_back((row % 3 == 0 ? "Zo\xC3\xAB " : "text ") + std::to_string(row));
  return all;
}
/// Makes every seventh text null: then it has no bytes.
std::string empty_every_seventh(std::vector<std::string>& all) {
  std::string valid(all.size(), '1');
  for (std::size_t row = 6; row < all.size(); row += 7) {
    valid[row] = '0';
    all[row].clear();
  }
  return valid;
}
constexpr std::size_t kManyRows = 30000;

/// Many texts that do not repeat stay where they are: their batch is kept as long as a column is.
template <class Offset>
void expect_borrowed(std::string format) {
  std::vector<std::string> all = different_texts(kManyRows);
  const std::string valid = empty_every_seventh(all);
  Array slice = texts<Offset>(std::move(format), all, valid);
  slice.offset = 5;
  slice.length -= 5;
  const int before = test::alive();
  ArrowArrayStream stream;
  test::make_stream({table_of({slice})}, &stream);
  std::optional<Table> table = import_arrow(&stream).value();
  ASSERT_EQ(table->rows(), kManyRows - 5);
  std::optional<Column> column = (*table)[0];
  EXPECT_GT(test::alive(), before);
  ArrowArrayStream again;
  export_arrow(*table, &again);
  table.reset();
  for (std::size_t row = 0; row < column->size(); ++row) {
    const bool null = valid[row + 5] == '0';
    ASSERT_EQ(column->is_null(row), null);
    ASSERT_EQ(column->text(row), all[row + 5]);
  }
  column.reset();
  table = import_arrow(&again).value();
  for (std::size_t row = 0; row < table->rows(); ++row)
    ASSERT_EQ((*table)[0].text(row), all[row + 5]);
  EXPECT_GT(test::alive(), before);
  table.reset();
  EXPECT_EQ(test::alive(), before);
}

TEST(ArrowImport, ManyTextsThatDoNotRepeatStayWhereTheyAre) {
  expect_borrowed<std::int32_t>("u");
  expect_borrowed<std::int64_t>("U");
}

TEST(ArrowImport, TextsThatStayedComeToThoseOfTheNextBatch) {
  std::vector<std::string> all = different_texts(kManyRows);
  const std::string valid = empty_every_seventh(all);
  const auto table = import_batches({table_of({texts<std::int32_t>("u", all, valid)}),
                                     table_of({texts<std::int32_t>("u", {"last", "of all"})})});
  ASSERT_TRUE(table);
  ASSERT_EQ(table->rows(), kManyRows + 2);
  for (std::size_t row = 0; row < kManyRows; ++row)
    ASSERT_EQ((*table)[0].text(row), all[row]) << row;
  EXPECT_EQ((*table)[0].text(kManyRows), "last");
  EXPECT_EQ((*table)[0].text(kManyRows + 1), "of all");
}

/// A block that can only be read row by row, before or behind many that might stay.
TEST(ArrowImport, BytesOfNullsAmongManyTexts) {
  const std::vector<std::string> all = different_texts(kManyRows);
  for (const std::size_t null : {std::size_t{3}, kManyRows - 100}) {
    Array text = texts<std::int32_t>("u", all);
    std::string valid(kManyRows, '1');
    valid[null] = '0';
    text.buffers[0] = test::bitmap(valid);
    text.null_count = 1;
    const auto table = import_batches({table_of({text})});
    ASSERT_TRUE(table);
    for (std::size_t row = 0; row < kManyRows; ++row)
      ASSERT_EQ((*table)[0].text(row), row == null ? "" : all[row]) << row;
  }
}

TEST(ArrowImport, TextThatIsNotUtf8IsNamedAmongManyThatStayed) {
  std::vector<std::string> all = different_texts(kManyRows);
  all[kManyRows - 7] = "\xC3";
  const auto table = import_batches({table_of({texts<std::int32_t>("u", all)})});
  ASSERT_FALSE(table);
  EXPECT_THAT(table.problems().front().message,
              HasSubstr("row " + std::to_string(kManyRows - 7) + ":"));
}

TEST(ArrowImport, OffsetsThatAreNotAlignedAreCopied) {
  const std::vector<std::string> all = different_texts(kManyRows);
  Array text = texts<std::int32_t>("u", all);
  const std::string offsets = "x" + *text.buffers[1];
  const std::string bytes = *text.buffers[2];
  ArrowArray array{};
  const void* buffers[3] = {nullptr, offsets.data() + 1, bytes.data()};
  array.length = static_cast<std::int64_t>(all.size());
  array.n_buffers = 3;
  array.buffers = buffers;
  detail::ArrowColumn column("x", *detail::parse_arrow_format("u"), std::nullopt, Currency{});
  ASSERT_FALSE(column.append(array, 0, array.length, {}, std::make_shared<int>(0)));
  const Column finished = column.finish();
  EXPECT_EQ(finished.data()->borrowed.owner, nullptr);
  for (std::size_t row = 0; row < kManyRows; ++row) ASSERT_EQ(finished.text(row), all[row]);
}

/// What offsets say of rows without a value is no reason to ask for memory.
TEST(ArrowImport, OffsetsOfNullsMayBeAnything) {
  Array text = texts<std::int64_t>("U", {"a", "b"}, "10");
  text.buffers[1] = test::bytes_of<std::int64_t>({0, 1, INT64_MAX});
  EXPECT_THAT(read(text), ElementsAre("a", "null"));
}

template <class Index>
Array dictionary(std::string format, const std::vector<Index>& indexes, Array values_of,
                 std::string_view valid = {}) {
  Array array = values<Index>(std::move(format), indexes, valid);
  array.dictionary = std::make_shared<Array>(std::move(values_of));
  return array;
}

TEST(ArrowImport, DictionariesOfAnyIndexAndText) {
  const std::vector<std::string> words = {"hot", "cold", "a temperature in between"};
  const std::vector<std::string> expected = {"cold", "hot", "a temperature in between", "cold"};
  const auto check = [&](auto index, const char* format) {
    using Index = decltype(index);
    const std::vector<Index> indexes = {1, 0, 2, 1};
    EXPECT_EQ(read(dictionary<Index>(format, indexes, texts<std::int32_t>("u", words))), expected);
    EXPECT_EQ(read(dictionary<Index>(format, indexes, texts<std::int64_t>("U", words))), expected);
    EXPECT_EQ(read(dictionary<Index>(format, indexes, test::text_views(words))), expected);
  };
  check(std::int8_t(), "c");
  check(std::uint8_t(), "C");
  check(std::int16_t(), "s");
  check(std::uint16_t(), "S");
  check(std::int32_t(), "i");
  check(std::uint32_t(), "I");
  check(std::int64_t(), "l");
  check(std::uint64_t(), "L");
}

TEST(ArrowImport, DictionariesThatDifferByBatch) {
  const auto table = import_batches(
      {table_of({dictionary<std::int8_t>("c", {0, 1, 0}, texts<std::int32_t>("u", {"a", "b"}))}),
       table_of({dictionary<std::int8_t>("c", {0, 1, 0}, texts<std::int32_t>("u", {"b", "c"}))})});
  ASSERT_TRUE(table);
  std::string all;
  for (std::size_t row = 0; row < 6; ++row) all += (*table)[0].text(row);
  EXPECT_EQ(all, "ababcb");
  EXPECT_EQ((*table)[0].distinct_size(), 3U);
}

TEST(ArrowImport, DictionariesWithNulls) {
  EXPECT_THAT(read(dictionary<std::int8_t>("c", {0, 1, 99, 0},
                                           texts<std::int32_t>("u", {"a", ""}, "10"), "1101")),
              ElementsAre("a", "null", "null", "a"));
}

TEST(ArrowImport, DictionariesOfOtherTypes) {
  EXPECT_THAT(read(dictionary<std::int8_t>("c", {1, 0, 1}, values<std::int64_t>("l", {7, 8}))),
              ElementsAre("8", "7", "8"));
  EXPECT_THAT(read(dictionary<std::int8_t>("c", {1, 0}, values<double>("g", {0.5, 1.5}))),
              ElementsAre("1.5", "0.5"));
}

TEST(ArrowImport, ALargeDictionaryThatDoesNotRepeat) {
  std::vector<std::string> words;
  std::vector<std::int32_t> indexes;
  for (int i = 0; i < 20000; ++i) {
    words.push_back("word " + std::to_string(i));
    indexes.push_back(19999 - i);
    if (i % 10 == 0) indexes.push_back(i);
  }
  const auto all = read(dictionary<std::int32_t>("i", indexes, texts<std::int32_t>("u", words)));
  ASSERT_EQ(all.size(), indexes.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    ASSERT_EQ(all[i], words[static_cast<std::size_t>(indexes[i])]);
  }
}

TEST(ArrowImport, UnsupportedTypesAreNamedAllAtOnce) {
  Array list{"+l", 0, {std::nullopt, std::nullopt}};
  list.name = "tags";
  Array time{"ttu", 0, {std::nullopt, std::nullopt}};
  time.name = "at";
  Array blob{"z", 0, {std::nullopt, std::nullopt, std::nullopt}};
  blob.name = "photo";
  const auto table =
      import_batches({table_of({list, values<std::int8_t>("c", {}), time, blob}, 0)});
  ASSERT_FALSE(table);
  ASSERT_EQ(table.problems().size(), 3U);
  EXPECT_EQ(table.problems()[0].code, Code::unsupported);
  EXPECT_EQ(table.problems()[0].subject, "tags");
  EXPECT_THAT(table.problems()[0].message, HasSubstr("a list (Arrow format '+l')"));
  EXPECT_EQ(table.problems()[1].subject, "at");
  EXPECT_THAT(table.problems()[2].message, HasSubstr("binary"));
}

TEST(ArrowImport, FormatsThatOnlyLookSupported) {
  for (const char* format : {"", "d", "d:", "d:10", "d:10,2,100", "d:10,2,128,1", "d:x,2",
                             "d:10,99", "ts", "tsx:", "tsu", "td", "uu", "q"}) {
    Array array{format, 0, {std::nullopt, std::nullopt, std::nullopt}};
    EXPECT_EQ(problem_of(array).code, Code::unsupported) << format;
  }
  EXPECT_EQ(problem_of(dictionary<float>("f", {}, texts<std::int32_t>("u", {}))).code,
            Code::unsupported);
  EXPECT_EQ(
      problem_of(dictionary<std::int8_t>("c", {}, Array{"+l", 0, {std::nullopt, std::nullopt}}))
          .code,
      Code::unsupported);
}

TEST(ArrowImport, ASingleColumnIsNoTable) {
  const auto table = import_batches({values<std::int64_t>("l", {1})});
  EXPECT_EQ(table.code(), Code::invalid_argument);
  EXPECT_EQ(table.problems().front().detail, "not_a_table");
}

TEST(ArrowImport, TextThatIsNotUtf8NamesColumnAndRow) {
  const Problem problem =
      problem_of(texts<std::int32_t>("u", {"fine", "a text of some length", "M\xFCller"}));
  EXPECT_EQ(problem.code, Code::bad_encoding);
  EXPECT_EQ(problem.subject, "x");
  EXPECT_THAT(problem.message, HasSubstr("row 2"));
  EXPECT_EQ(problem_of(dictionary<std::int8_t>("c", {0}, texts<std::int32_t>("u", {"\xFF"}))).code,
            Code::bad_encoding);
  // Rows are counted through the batches.
  const auto second = import_batches({table_of({texts<std::int32_t>("u", {"a", "b"})}),
                                      table_of({texts<std::int32_t>("u", {"c", "\xFF"})})});
  EXPECT_THAT(second.problems().front().message, HasSubstr("row 3"));
}

/// Rows are read in blocks; each must come out as it would alone, wherever in a block it stands:
/// texts of any length and script, nulls, characters cut by the end of a row.
TEST(ArrowImport, EveryRowOfManyIsReadOrNamedAsItWouldBeAlone) {
  const std::vector<std::string> pieces = {
      "", "a", "John Smith", "M\xC3\xBCller", "\xE4\xB8\xAD\xE6\x96\x87", "\xF0\x9F\x98\x80"};
  const std::vector<std::string> wrong = {"\xC3", "\xBC", "\xE4\xB8", "\xED\xA0\x80",
                                          "abcdefg\xFF"};
  std::mt19937 engine(3);
  for (int round = 0; round < 400; ++round) {
    std::vector<std::string> all(1 + engine() % 200);
    std::string valid;
    for (std::string& text : all) {
      valid += engine() % 8 == 0 ? '0' : '1';
      for (std::size_t i = engine() % 4; i > 0; --i) text += pieces[engine() % pieces.size()];
    }
    std::size_t bad = all.size();
    if (round % 2 == 1) {
      bad = engine() % all.size();
      all[bad] += wrong[engine() % wrong.size()];
      valid[bad] = '1';
      // What would complete the character in the next row does not.
      if (bad + 1 < all.size()) all[bad + 1] = "\xBC" + all[bad + 1];
    }
    const auto table = import_batches({table_of({texts<std::int32_t>("u", all, valid)})});
    if (bad < all.size()) {
      ASSERT_FALSE(table) << round;
      EXPECT_THAT(table.problems().front().message, HasSubstr("row " + std::to_string(bad) + ":"));
      continue;
    }
    ASSERT_TRUE(table) << table.problems().to_text();
    for (std::size_t row = 0; row < all.size(); ++row) {
      ASSERT_EQ((*table)[0].is_null(row), valid[row] == '0');
      ASSERT_EQ((*table)[0].text(row), valid[row] == '0' ? "" : all[row]);
    }
  }
}

TEST(ArrowImport, ArraysThatBreakTheFormat) {
  const auto corrupt = [](Array array, std::string_view why) {
    const Problem problem = problem_of(array);
    EXPECT_EQ(problem.code, Code::corrupt) << why;
    EXPECT_THAT(problem.message, HasSubstr(std::string(why)));
  };
  Array text = texts<std::int32_t>("u", {"a", "b"});
  text.buffers[1] = test::bytes_of<std::int32_t>({0, 2, 1});
  corrupt(text, "out of order");
  text.buffers[1] = test::bytes_of<std::int32_t>({-1, 0, 1});
  corrupt(text, "out of order");
  text.buffers[1] = test::bytes_of<std::int32_t>({0, 1, 2});
  text.buffers[2] = std::nullopt;
  corrupt(text, "bytes are missing");
  text.buffers[1] = std::nullopt;
  corrupt(text, "values are missing");
  text.buffers.resize(2);
  corrupt(text, "2 buffers");
  Array number = values<std::int64_t>("l", {1, 2});
  number.null_count = 1;
  corrupt(number, "no bitmap");
  number.null_count = 0;
  number.offset = -1;
  corrupt(number, "negative");
  number.offset = INT64_MAX;
  corrupt(number, "beyond any memory");
  corrupt(dictionary<std::int8_t>("c", {2}, texts<std::int32_t>("u", {"a", "b"})), "index 2");
  corrupt(dictionary<std::int8_t>("c", {-1}, texts<std::int32_t>("u", {"a", "b"})), "index -1");
  corrupt(dictionary<std::uint64_t>("L", {UINT64_MAX}, texts<std::int32_t>("u", {"a"})), "index");
  Array view = test::text_views({"a text that is long enough"});
  view.buffers[4] = test::bytes_of<std::int64_t>({20, 0});
  corrupt(view, "outside its buffers");
  Array short_column = values<std::int64_t>("l", {1, 2});
  const auto table = import_batches({table_of({short_column}, 3)});
  EXPECT_EQ(table.code(), Code::corrupt);
}

TEST(ArrowImport, BatchesThatDoNotFitTheSchema) {
  const auto table =
      import_batches({table_of({values<std::int64_t>("l", {1})}),
                      table_of({values<std::int64_t>("l", {1}), values<std::int64_t>("l", {1})})});
  EXPECT_EQ(table.code(), Code::corrupt);
}

TEST(ArrowImport, StreamsThatFail) {
  for (int fail_at = 0; fail_at < 3; ++fail_at) {
    const Array batch = table_of({values<std::int64_t>("l", {1})});
    const auto table = import_batches({batch, batch}, fail_at);
    EXPECT_EQ(table.code(), Code::io) << fail_at;
    EXPECT_THAT(table.problems().front().message, HasSubstr("the disk is on fire"));
  }
}

TEST(ArrowImport, ThreadsChangeNothing) {
  constexpr std::size_t kRows = 20000;
  std::vector<std::string> few;
  std::vector<std::string> many;
  for (std::size_t i = 0; i < kRows; ++i) {
    few.push_back("city " + std::to_string(i % 97));
    many.push_back(std::to_string(i * i) + "@example.org");
  }
  const auto table_of_texts = [&] {
    std::vector<Array> columns = {texts<std::int32_t>("u", few), texts<std::int64_t>("U", many),
                                  texts<std::int32_t>("u", many)};
    for (std::size_t i = 0; i < columns.size(); ++i) columns[i].name = std::to_string(i);
    return table_of(columns);
  };
  const Array good = table_of_texts();
  const auto alone = import_batches({good, good});
  ASSERT_TRUE(alone);
  many[kRows - 1] = "\xFF";
  const Array bad = table_of_texts();
  const auto failed = import_batches({bad});
  ASSERT_EQ(failed.problems().size(), 2U);
  for (const unsigned threads : {0U, 2U, 5U}) {
    const auto table = import_batches({good, good}, -1, threads);
    ASSERT_TRUE(table);
    for (std::size_t column = 0; column < 3; ++column) {
      ASSERT_EQ((*table)[column].is_dictionary(), (*alone)[column].is_dictionary());
      for (std::size_t row = 0; row < 2 * kRows; ++row)
        ASSERT_EQ((*table)[column].text(row), (*alone)[column].text(row));
    }
    EXPECT_EQ(import_batches({bad}, -1, threads).problems().to_text(), failed.problems().to_text());
  }
}

TEST(ArrowImport, AStreamIsReadOnce) {
  ArrowArrayStream stream;
  test::make_stream({table_of({values<std::int64_t>("l", {1})})}, &stream);
  EXPECT_TRUE(import_arrow(&stream));
  EXPECT_EQ(import_arrow(&stream).problems().front().detail, "released_stream");
  EXPECT_EQ(import_arrow(nullptr).code(), Code::invalid_argument);
}

TEST(ArrowImport, NamesMustBeTextAndDistinct) {
  Array bad = values<std::int64_t>("l", {1});
  bad.name = "\xFF";
  EXPECT_EQ(problem_of(bad).code, Code::bad_encoding);
  const Array good = values<std::int64_t>("l", {1});
  EXPECT_EQ(import_batches({table_of({good, good})}).problems().front().detail, "duplicate_column");
}

}  // namespace
}  // namespace galena
