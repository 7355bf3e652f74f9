// Text that is collected comes out as it went in, each different text once where texts repeat.
#include "record/text_values.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "record/column_values.hpp"

namespace galena::detail {
namespace {

using Texts = std::vector<std::string>;
const std::string kNull = "\x01null";

/// Texts of all sizes, of which many differ only in their last byte or in how many zeros they end
/// with, and nulls; of about `different` kinds.
Texts texts_of(std::size_t count, std::size_t different, unsigned seed) {
  std::mt19937 engine(seed);
  Texts kinds;
  for (std::size_t i = 0; i < different; ++i) {
    std::string text(engine() % 40, '\0');
    for (char& byte : text) byte = engine() % 4 == 0 ? '\0' : static_cast<char>('a' + engine() % 2);
    if (!text.empty() && engine() % 2 == 0) text.back() = static_cast<char>('a' + engine() % 26);
    kinds.push_back(text);
  }
  Texts texts;
  for (std::size_t i = 0; i < count; ++i)
    texts.push_back(engine() % 12 == 0 ? kNull : kinds[engine() % kinds.size()]);
  return texts;
}

void append_one_by_one(const Texts& texts, TextValues& values) {
  for (const std::string& text : texts) text == kNull ? values.append_null() : values.append(text);
}

/// In blocks, each in memory of its own, so that what reads behind them is seen.
void append_in_blocks(const Texts& texts, TextValues& values) {
  for (std::size_t first = 0; first < texts.size(); first += TextValues::kMostRows) {
    const std::size_t count = std::min(TextValues::kMostRows, texts.size() - first);
    std::string bytes;
    std::vector<std::int64_t> ends;
    std::uint64_t nulls = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (texts[first + i] == kNull) {
        nulls |= std::uint64_t{1} << i;
      } else {
        bytes += texts[first + i];
      }
      ends.push_back(static_cast<std::int64_t>(bytes.size()));
    }
    const std::vector<char> exact(bytes.begin(), bytes.end());
    values.append_rows({exact.data(), exact.size()}, ends, nulls);
  }
}

/// The texts by row, where nulls are empty as finish() has them.
Texts collected(TextValues& values, std::size_t& different) {
  ColumnData data;
  values.finish(data);
  const auto text_at = [&](std::size_t at) {
    return data.bytes.substr(static_cast<std::size_t>(data.offsets[at]),
                             static_cast<std::size_t>(data.offsets[at + 1] - data.offsets[at]));
  };
  different = data.offsets.size() - 1;
  Texts texts;
  for (const std::int32_t code : data.codes)
    texts.push_back(text_at(static_cast<std::size_t>(code)));
  for (std::size_t row = 0; data.codes.empty() && row < different; ++row)
    texts.push_back(text_at(row));
  return texts;
}

class CollectedTexts : public testing::TestWithParam<std::size_t> {};
INSTANTIATE_TEST_SUITE_P(Different, CollectedTexts, testing::Values(1, 7, 300, 5000, 60000));

TEST_P(CollectedTexts, AreWhatWasAppended) {
  const Texts texts = texts_of(40000, GetParam(), 3);
  std::set<std::string> kinds(texts.begin(), texts.end());
  kinds.erase(kNull);
  for (const bool in_blocks : {false, true}) {
    TextValues values;
    in_blocks ? append_in_blocks(texts, values) : append_one_by_one(texts, values);
    const bool plain = values.is_plain();
    std::size_t different = 0;
    const Texts found = collected(values, different);
    ASSERT_EQ(found.size(), texts.size());
    for (std::size_t row = 0; row < texts.size(); ++row) {
      if (texts[row] == kNull) continue;
      ASSERT_EQ(found[row], texts[row]) << row << ' ' << in_blocks;
    }
    if (GetParam() <= 5000) {
      EXPECT_FALSE(plain);
      EXPECT_EQ(different, kinds.size()) << in_blocks;
    }
  }
}

TEST(ShortTextIndex, TellsTextsApartByEveryByteAndTheirSize) {
  ShortTextIndex index;
  Texts texts;
  for (std::size_t size = 0; size <= ShortText::kMost; ++size) {
    texts.push_back(std::string(size, '\0'));
    for (std::size_t at = 0; at < size; ++at) {
      for (const char byte : {'a', '\x7f', '\xff'}) {
        std::string text(size, '\0');
        text[at] = byte;
        texts.push_back(text);
      }
    }
  }
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const auto query = ShortTextIndex::query(ShortText(texts[i]));
    EXPECT_EQ(index.find(query), 0U);
    index.insert(query, static_cast<std::uint32_t>(i + 1));
  }
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string longer = texts[i] + std::string(16, 'x');
    const auto read = ShortText::within_larger(longer.data(), texts[i].size());
    EXPECT_EQ(read, ShortText(texts[i]));
    EXPECT_EQ(index.find(ShortTextIndex::query(read)), i + 1);
  }
}

}  // namespace
}  // namespace galena::detail
