#include "detail/embedded.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace galena::detail {
namespace {

namespace fs = std::filesystem;

TEST(Embedded, HoldsEveryFileOfTheDataFolderByteForByte) {
  const fs::path data = fs::path(GALENA_SOURCE_DIR) / "data";
  std::size_t count = 0;
  for (const auto& entry : fs::recursive_directory_iterator(data)) {
    if (entry.path().extension() != ".json") continue;
    ++count;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    EXPECT_EQ(embedded(fs::relative(entry.path(), data).generic_string()), text) << entry.path();
  }
  EXPECT_EQ(embedded_files().size(), count);
}

TEST(Embedded, IsSortedByPath) {
  const auto files = embedded_files();
  EXPECT_TRUE(std::is_sorted(files.begin(), files.end(),
                             [](const auto& a, const auto& b) { return a.path < b.path; }));
}

TEST(Embedded, AnUnknownPathIsANullView) {
  EXPECT_EQ(embedded("no/such/file.json").data(), nullptr);
  EXPECT_EQ(embedded("").data(), nullptr);
}

}  // namespace
}  // namespace galena::detail
