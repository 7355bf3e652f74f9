#include <gtest/gtest.h>
#include <utf8proc.h>

#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "galena/base/utf8.hpp"

namespace galena {
namespace {

std::string fold_by_utf8proc(const std::string& text) {
  utf8proc_uint8_t* mapped = nullptr;
  const auto size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                   static_cast<utf8proc_ssize_t>(text.size()), &mapped, UTF8PROC_CASEFOLD);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  return size < 0 ? std::string()
                  : std::string(reinterpret_cast<char*>(mapped), static_cast<std::size_t>(size));
}

TEST(FoldCaseTable, AgreesWithUtf8procOnEveryCharacter) {
  // The table is of Unicode 14; version 15 changed no folding, later ones may.
  const std::string_view version = utf8proc_unicode_version();
  if (!version.starts_with("14.") && !version.starts_with("15.")) {
    GTEST_SKIP() << "utf8proc knows Unicode " << version << ", the table is of 14.0.0";
  }
  for (char32_t code = 1; code <= 0x10FFFF; ++code) {
    if (code >= 0xD800 && code <= 0xDFFF) continue;
    std::string text;
    detail::append_character(text, code);
    ASSERT_EQ(fold_case(text), fold_by_utf8proc(text)) << std::hex << static_cast<unsigned>(code);
  }
}

}  // namespace
}  // namespace galena
