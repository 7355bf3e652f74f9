// Any bytes are a CSV, or a problem; what was read writes and reads back the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "galena/base/utf8.hpp"
#include "galena/record/csv.hpp"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void require_same_text(const galena::Table& a, const galena::Table& b) {
  require(a.columns().size() == b.columns().size() && a.rows() == b.rows());
  for (std::size_t i = 0; i < a.columns().size(); ++i) {
    require(a[i].name() == b[i].name());
    for (std::size_t row = 0; row < a.rows(); ++row) {
      require(to_text(a[i][row]) == to_text(b[i][row]));
    }
  }
}

galena::CsvOptions options_of(std::uint8_t choice) {
  galena::CsvOptions options;
  constexpr char kDelimiters[] = {0, 0, 0, ',', ';', ' ', '\t', 'a'};
  options.delimiter = kDelimiters[choice & 7U];
  constexpr galena::CsvEncoding kEncodings[] = {
      galena::CsvEncoding::detect, galena::CsvEncoding::detect, galena::CsvEncoding::utf16_le,
      galena::CsvEncoding::windows_1252};
  options.encoding = kEncodings[choice >> 3 & 3U];
  if ((choice & 0x20U) != 0) {
    options.types = {{"a", galena::FieldType::integer},
                     {"b", galena::FieldType::money},
                     {"c", galena::FieldType::instant}};
  }
  return options;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::uint8_t choice = data[0];
  std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  if ((choice & 0xC0U) == 0xC0U) {
    // Behind a long row, so that the end of a block falls into the text.
    constexpr std::size_t kBlock = std::size_t{256} << 10;
    text.insert(0, "a,b\n" + std::string(kBlock - 20 - size / 2, 'x') + ",1\n");
  }
  const auto csv = galena::read_csv(text, options_of(choice));
  if (!csv) {
    require(!csv.problems().front().message.empty());
    return 0;
  }
  for (const galena::CsvError& error : csv->errors) {
    require(error.line >= 1 && !error.detail.empty() && galena::is_valid_utf8(error.message));
  }
  const auto again = galena::read_csv(galena::write_csv(csv->table));
  require(again.ok() && again->errors.empty());
  require_same_text(csv->table, again->table);
  return 0;
}
