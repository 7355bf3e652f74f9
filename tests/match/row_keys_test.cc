#include "match/row_keys.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "galena/record/table.hpp"

namespace galena::match {
namespace {

KeyCounts counted(const std::vector<std::optional<std::string>>& texts) {
  ColumnBuilder builder("key", ColumnType::text);
  for (const auto& text : texts) text ? builder.append_text(*text) : builder.append_null();
  return count_keys(builder.finish());
}

TEST(RowKeys, CountsWhatIsFilledAndWhatIsDifferent) {
  const KeyCounts counts = counted({"a", "b", std::nullopt, "a", "", "B"});
  EXPECT_EQ(counts.filled, 4U);
  EXPECT_EQ(counts.different, 3U);
  EXPECT_EQ(counted({}).filled, 0U);
  EXPECT_EQ(counted({}).different, 0U);
}

TEST(RowKeys, TakesNumbersAsTheirTexts) {
  ColumnBuilder builder("key", ColumnType::integer);
  for (const std::int64_t key : {7, 8, 7, -7}) builder.append_integer(key);
  const Column keys = builder.finish();
  EXPECT_EQ(count_keys(keys).different, 3U);
  std::string owned;
  EXPECT_EQ(row_text(keys, 3, owned), "-7");
}

TEST(RowKeys, MissesNoneOfManyKeysThatAreAllDifferent) {
  std::vector<std::optional<std::string>> keys;
  for (int i = 0; i < 200000; ++i) keys.emplace_back("C-" + std::to_string(i));
  EXPECT_EQ(counted(keys).different, keys.size());
  keys.emplace_back("C-77");
  EXPECT_EQ(counted(keys).different, keys.size() - 1);
}

}  // namespace
}  // namespace galena::match
