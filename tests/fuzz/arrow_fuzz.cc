// Arrow arrays whose buffers hold anything: a table, or a problem, and every struct released once.
// The interface does not tell the sizes of buffers, so they are as large as the array says; offsets
// into text stay inside it, but need not be in order.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "../support/arrow_arrays.hpp"
#include "galena/base/utf8.hpp"
#include "galena/record/csv.hpp"

namespace {

using galena::test::Array;

void require(bool holds) {
  if (!holds) std::abort();
}

/// Takes what is made of the fuzzer's bytes one after the other; zeros when they are used up.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}
  std::uint8_t one() {
    if (bytes_.empty()) return 0;
    const auto byte = static_cast<std::uint8_t>(bytes_.front());
    bytes_.remove_prefix(1);
    return byte;
  }
  std::string some(std::size_t size) {
    std::string taken(bytes_.substr(0, size));
    bytes_.remove_prefix(taken.size());
    taken.resize(size);
    return taken;
  }

 private:
  std::string_view bytes_;
};

struct Layout {
  const char* format;
  std::size_t width;  ///< bytes of a value; 0: bits
};
constexpr Layout kFixed[] = {{"b", 0},        {"c", 1},         {"C", 1},        {"s", 2},
                             {"S", 2},        {"i", 4},         {"I", 4},        {"l", 8},
                             {"L", 8},        {"e", 2},         {"f", 4},        {"g", 8},
                             {"d:38,3", 16},  {"d:38,-5", 16},  {"d:38,30", 16}, {"d:60,2,256", 32},
                             {"tdD", 4},      {"tdm", 8},       {"tss:", 8},     {"tsn:UTC", 8},
                             {"tsu:Asia/Tokyo", 8}, {"d:9,2,32", 4}};

template <class Offset>
void add_texts(Array& array, std::size_t rows, Bytes& bytes) {
  const std::string text = bytes.some(bytes.one());
  std::vector<Offset> offsets;
  for (std::size_t i = 0; i <= rows; ++i) {
    offsets.push_back(static_cast<Offset>(bytes.one() % (text.size() + 1)));
  }
  // Mostly in order, as they have to be.
  if (bytes.one() % 4 != 0) std::sort(offsets.begin(), offsets.end());
  array.buffers.emplace_back(galena::test::bytes_of(offsets));
  array.buffers.emplace_back(text);
}

void add_text_views(Array& array, std::size_t rows, Bytes& bytes) {
  array.buffers.emplace_back(bytes.some(16 * rows));
  const std::string text = bytes.some(bytes.one());
  array.buffers.emplace_back(text);
  array.buffers.emplace_back(
      galena::test::bytes_of<std::int64_t>({static_cast<std::int64_t>(text.size())}));
}

Array make_column(Bytes& bytes, bool may_have_dictionary) {
  Array array;
  const std::size_t length = bytes.one() % 40;
  array.offset = bytes.one() % 8;
  array.length = static_cast<std::int64_t>(length);
  const std::size_t rows = length + static_cast<std::size_t>(array.offset);
  const bool nulls = bytes.one() % 2 == 0;
  array.null_count = nulls ? -1 : 0;
  array.buffers.emplace_back(nulls ? std::optional(bytes.some(rows / 8 + 1)) : std::nullopt);
  const std::size_t choice = bytes.one() % (std::size(kFixed) + 4);
  if (choice < std::size(kFixed)) {
    const Layout& layout = kFixed[choice];
    array.format = layout.format;
    array.buffers.emplace_back(bytes.some(layout.width == 0 ? rows / 8 + 1 : layout.width * rows));
    const bool integer = choice >= 1 && choice <= 8;
    if (integer && may_have_dictionary && bytes.one() % 2 == 0) {
      array.dictionary = std::make_shared<Array>(make_column(bytes, false));
    }
  } else if (choice == std::size(kFixed)) {
    array.format = "u";
    add_texts<std::int32_t>(array, rows, bytes);
  } else if (choice == std::size(kFixed) + 1) {
    array.format = "U";
    add_texts<std::int64_t>(array, rows, bytes);
  } else if (choice == std::size(kFixed) + 2) {
    array.format = "vu";
    add_text_views(array, rows, bytes);
  } else {
    array.format = "n";
    array.buffers.clear();
  }
  return array;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes bytes(std::string_view(reinterpret_cast<const char*>(data), size));
  const Array column = make_column(bytes, true);
  std::vector<Array> batches = {galena::test::table_of({column})};
  const auto shift = std::min<std::int64_t>(bytes.one() % 4, column.length);
  batches.push_back(galena::test::table_of({column}, column.length - shift));
  batches.back().offset = shift;

  ArrowArrayStream stream;
  galena::test::make_stream(batches, &stream);
  const auto table = galena::import_arrow(&stream);
  require(stream.release == nullptr && galena::test::alive() == 0);
  if (!table) {
    require(galena::is_valid_utf8(table.problems().to_text()));
    return 0;
  }
  require(table->rows() == static_cast<std::size_t>(2 * column.length - shift));
  galena::export_arrow(*table, &stream);
  const auto again = galena::import_arrow(&stream);
  require(again.ok());
  for (std::size_t row = 0; row < table->rows(); ++row) {
    require(identical((*table)[0][row], (*again)[0][row]));
  }
  require(galena::write_csv(*table) == galena::write_csv(*again));
  return 0;
}
