#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string_view>

/// Where tests find the data sets that are not part of the project: `../shared/data` beside the
/// source tree, or the CMake variable GALENA_SHARED_DATA.
namespace galena::test {

/// `shared_data("leads/zoho")`: the full path; it need not exist.
inline std::filesystem::path shared_data(std::string_view relative) {
  return std::filesystem::path(GALENA_SHARED_DATA) / relative;
}

}  // namespace galena::test

/// First line of a test that reads `shared_data(relative)`: skips it, naming the path, when the
/// data set is absent.
#define GALENA_REQUIRE_SHARED_DATA(relative)                                   \
  if (!std::filesystem::exists(galena::test::shared_data(relative)))           \
  GTEST_SKIP() << "needs the data set " << galena::test::shared_data(relative) \
               << ", which is not part of the project"
