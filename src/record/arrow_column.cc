#include "record/arrow_column.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "detail/plain_ascii.hpp"
#include "galena/base/instant.hpp"
#include "record/text_check.hpp"

namespace galena::detail {

namespace {

/// Days and microseconds of the years 0001 to 9999, which texts of dates can name.
constexpr std::int64_t kFirstDay = parse_date("0001-01-01")->time_since_epoch().count();
constexpr std::int64_t kLastDay = parse_date("9999-12-31")->time_since_epoch().count();
constexpr std::int64_t kDayMicros = std::int64_t{86400} * 1000000;

template <class T>
T load(const void* buffer, std::int64_t index) {
  T value;
  std::memcpy(&value,
              static_cast<const char*>(buffer) + static_cast<std::size_t>(index) * sizeof(T),
              sizeof(T));
  return value;
}

double half_to_double(std::uint16_t half) {
  const int exponent = half >> 10 & 0x1F;
  const int fraction = half & 0x3FF;
  double value = 0;
  if (exponent == 31) {
    value = fraction == 0 ? std::numeric_limits<double>::infinity()
                          : std::numeric_limits<double>::quiet_NaN();
  } else if (exponent == 0) {
    value = std::ldexp(fraction, -24);
  } else {
    value = std::ldexp(1024 + fraction, exponent - 25);
  }
  return (half & 0x8000) != 0 ? -value : value;
}

/// A two's complement number of `width` bytes, least first; nothing when 128 bits do not hold it.
std::optional<Int128> load_wide(const void* buffer, std::int64_t index, int width) {
  const auto* bytes = static_cast<const unsigned char*>(buffer) + index * width;
  const bool negative = (bytes[width - 1] & 0x80U) != 0;
  __extension__ using Unsigned = unsigned __int128;
  Unsigned value = negative ? ~Unsigned{0} : 0;
  for (int i = width - 1; i >= 0; --i) {
    if (i >= 16) {
      if (bytes[i] != (negative ? 0xFF : 0)) return std::nullopt;
    } else {
      value = value << 8 | bytes[i];
    }
  }
  if (width > 16 && (static_cast<Int128>(value) < 0) != negative) return std::nullopt;
  return static_cast<Int128>(value);
}

/// `coefficient` x 10^-from as a coefficient at scale `to`, exact; nothing when it does not fit.
std::optional<std::int64_t> rescale(Int128 coefficient, int from, int to) {
  for (; from > to; --from) {
    if (coefficient % 10 != 0) return std::nullopt;
    coefficient /= 10;
  }
  for (; from < to && coefficient != 0; ++from) {
    if (!narrow(coefficient)) return std::nullopt;
    coefficient *= 10;
  }
  return narrow(coefficient);
}

/// Whether no character of valid UTF-8 lies across one of these ends.
bool divides_characters(std::string_view text, std::span<const std::int64_t> ends) {
  return std::all_of(ends.begin(), ends.end(), [&](std::int64_t end) {
    const auto at = static_cast<std::size_t>(end);
    return at == text.size() || begins_character(text[at]);
  });
}

}  // namespace

/// The rows of one array that are being appended.
struct ArrowColumn::Rows {
  const ArrowArray& array;
  std::int64_t first;  ///< in the buffers
  std::int64_t length;
  ArrowValidity own;
  ArrowValidity parent;
  std::shared_ptr<const void> owner;

  [[nodiscard]] bool is_null(std::int64_t row) const {
    return own.is_null(row) || parent.is_null(row);
  }
  [[nodiscard]] const void* buffer(int index) const { return array.buffers[index]; }
};

ArrowColumn::ArrowColumn(std::string name, ArrowType type, std::optional<ArrowType> values,
                         Currency currency)
    : name_(name),
      type_(type),
      dictionary_type_(values),
      values_(std::move(name), column_type_of(values.value_or(type)),
              column_scale_of(values.value_or(type)), currency) {}

bool ArrowColumn::fail(std::int64_t row, Code code, std::string detail, const std::string& what) {
  problem_ = Problem{code, std::move(detail), name_,
                     "column '" + name_ + "', " + std::string(counted_) + " " +
                         std::to_string(rows_before_ + row) + ": " + what,
                     "correct the value or leave the column out"};
  return false;
}

bool ArrowColumn::fail_corrupt(std::int64_t row, const std::string& what) {
  fail(row, Code::corrupt, "bad_array", what);
  problem_->hint = "the Arrow array breaks the format; report it to whoever made it";
  return false;
}

std::optional<Problem> ArrowColumn::check(const ArrowArray& array, std::int64_t begin,
                                          std::int64_t length) const {
  const auto corrupt = [&](const std::string& what) {
    return Problem{Code::corrupt, "bad_array", name_, "column '" + name_ + "': " + what,
                   "the Arrow array breaks the format; report it to whoever made it"};
  };
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max() / 64;
  if (array.length < 0 || array.offset < 0 || array.length > kMost || array.offset > kMost) {
    return corrupt("its length or offset is negative or beyond any memory");
  }
  if (array.length - begin < length) {
    return corrupt("it has " + std::to_string(array.length) + " values for " +
                   std::to_string(begin + length) + " rows");
  }
  const std::int64_t buffers = arrow_buffer_count(type_);
  if (array.n_buffers < buffers || (buffers > 0 && array.buffers == nullptr)) {
    return corrupt("it has " + std::to_string(array.n_buffers) + " buffers, not " +
                   std::to_string(buffers));
  }
  if (length > 0 && buffers > 1 && array.buffers[1] == nullptr) {
    return corrupt("its values are missing");
  }
  if (array.null_count > 0 && buffers > 0 && array.buffers[0] == nullptr) {
    return corrupt("it has nulls but no bitmap that tells where");
  }
  if (dictionary_type_ && array.dictionary == nullptr) return corrupt("its dictionary is missing");
  return std::nullopt;
}

/// Calls `read(row)` for each row with a value until one says false.
template <class Read>
void ArrowColumn::each(const Rows& rows, Read read) {
  each(rows, 0, rows.length, read);
}

template <class Read>
void ArrowColumn::each(const Rows& rows, std::int64_t begin, std::int64_t end, Read read) {
  for (std::int64_t row = begin; row < end; ++row) {
    if (rows.is_null(row)) {
      values_.add_null();
    } else if (!read(row)) {
      return;
    }
  }
}

template <class T>
void ArrowColumn::append_integers(const Rows& rows) {
  each(rows, [&](std::int64_t row) {
    const T value = load<T>(rows.buffer(1), rows.first + row);
    if (!std::in_range<std::int64_t>(value)) {
      return fail(row, Code::limit_exceeded, "out_of_range",
                  std::to_string(value) + " does not fit a signed integer of 64 bits");
    }
    values_.add_integer(static_cast<std::int64_t>(value));
    return true;
  });
}

/// Days and timestamps: value x multiply / divide, rounded down, within [least, most].
template <class T>
void ArrowColumn::append_scaled(const Rows& rows, std::int64_t multiply, std::int64_t divide,
                                std::int64_t least, std::int64_t most) {
  each(rows, [&](std::int64_t row) {
    const auto value = static_cast<std::int64_t>(load<T>(rows.buffer(1), rows.first + row));
    const Int128 wide = static_cast<Int128>(value) * multiply;
    const Int128 scaled = wide / divide - (wide % divide < 0 ? 1 : 0);
    if (scaled < least || scaled > most) {
      return fail(row, Code::limit_exceeded, "out_of_range",
                  "the time " + std::to_string(value) + " is not within the years 1 to 9999");
    }
    values_.add_integer(static_cast<std::int64_t>(scaled));
    return true;
  });
}

template <class T, class ToDouble>
void ArrowColumn::append_numbers(const Rows& rows, ToDouble to_double) {
  each(rows, [&](std::int64_t row) {
    values_.add_number(to_double(load<T>(rows.buffer(1), rows.first + row)));
    return true;
  });
}

void ArrowColumn::append_booleans(const Rows& rows) {
  const ArrowValidity bits{static_cast<const std::uint8_t*>(rows.buffer(1)), rows.first};
  each(rows, [&](std::int64_t row) {
    values_.add_integer(bits.is_null(row) ? 0 : 1);
    return true;
  });
}

void ArrowColumn::append_decimals(const Rows& rows) {
  each(rows, [&](std::int64_t row) {
    const auto wide = load_wide(rows.buffer(1), rows.first + row, type_.width);
    const auto scaled =
        wide ? rescale(*wide, type_.scale, column_scale_of(type_)) : std::nullopt;
    if (!scaled) {
      return fail(row, Code::limit_exceeded, "out_of_range",
                  "the decimal has more than 18 digits, or more than 18 after the point");
    }
    values_.add_integer(*scaled);
    return true;
  });
}

void ArrowColumn::append_temporal(const Rows& rows) {
  if (type_.kind == ArrowKind::date32) {
    return append_scaled<std::int32_t>(rows, 1, 1, kFirstDay, kLastDay);
  }
  if (type_.kind == ArrowKind::date64) {
    return append_scaled<std::int64_t>(rows, 1, kDayMicros / 1000, kFirstDay, kLastDay);
  }
  const std::int64_t multiply = type_.unit == 's' ? 1000000 : type_.unit == 'm' ? 1000 : 1;
  const std::int64_t divide = type_.unit == 'n' ? 1000 : 1;
  append_scaled<std::int64_t>(rows, multiply, divide, kFirstDay * kDayMicros,
                              (kLastDay + 1) * kDayMicros - 1);
}

bool ArrowColumn::append_text(std::int64_t row, std::string_view text) {
  if (!is_valid_text(text)) {
    return fail(row, Code::bad_encoding, "bad_encoding", "the text is not UTF-8");
  }
  values_.add_text(text);
  return true;
}

template <class Offset>
void ArrowColumn::append_texts(const Rows& rows) {
  const void* offsets = rows.buffer(1);
  const char* bytes = static_cast<const char*>(rows.buffer(2));
  if (rows.length > 0) {
    // Offsets may lie: no more than a gigabyte ahead of what is really there.
    constexpr std::int64_t kMostAhead = std::int64_t{1} << 30;
    const std::int64_t first = load<Offset>(offsets, rows.first);
    const std::int64_t last = load<Offset>(offsets, rows.first + rows.length);
    const std::int64_t size = first >= 0 && last > first ? std::min(last - first, kMostAhead) : 0;
    values_.expect_text(static_cast<std::size_t>(rows.length), static_cast<std::size_t>(size));
  }
  // Blocks without a fault are taken whole; others row by row, to name what is wrong.
  for (std::int64_t begin = 0; begin < rows.length && !problem_; begin += ColumnValues::kBlock) {
    const std::int64_t end =
        std::min(rows.length, begin + static_cast<std::int64_t>(ColumnValues::kBlock));
    if (append_text_block<Offset>(rows, begin, end)) {
      if (!borrowed_ && values_.is_plain()) borrow<Offset>(rows, end);
      continue;
    }
    copy_borrowed();
    copies_ = true;  // its offsets may say anything of nulls
    each(rows, begin, end, [&](std::int64_t row) {
      const std::int64_t first = load<Offset>(offsets, rows.first + row);
      const std::int64_t last = load<Offset>(offsets, rows.first + row + 1);
      if (first < 0 || last < first) return fail_corrupt(row, "its offsets are out of order");
      if (last == first) return append_text(row, {});
      if (bytes == nullptr) return fail_corrupt(row, "its bytes are missing");
      return append_text(row, {bytes + first, static_cast<std::size_t>(last - first)});
    });
  }
}

/// Adds rows that break no rule, of which nulls have no bytes; false, and nothing is added,
/// where they are not so.
template <class Offset>
bool ArrowColumn::append_text_block(const Rows& rows, std::int64_t begin, std::int64_t end) {
  const void* offsets = rows.buffer(1);
  const char* bytes = static_cast<const char*>(rows.buffer(2));
  const auto count = static_cast<std::size_t>(end - begin);
  const std::uint64_t nulls = rows.own.nulls(begin, count) | rows.parent.nulls(begin, count);
  const std::int64_t first = load<Offset>(offsets, rows.first + begin);
  std::array<std::int64_t, ColumnValues::kBlock> ends;
  std::uint64_t filled = 0;
  std::int64_t last = first;
  bool in_order = first >= 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::int64_t next =
        load<Offset>(offsets, rows.first + begin + static_cast<std::int64_t>(i) + 1);
    in_order = in_order && next >= last;
    filled |= std::uint64_t{next != last} << i;
    last = next;
    ends[i] = next - first;
  }
  if (!in_order || (filled & nulls) != 0 || (last != first && bytes == nullptr)) return false;
  const std::string_view text =
      last == first ? std::string_view()
                    : std::string_view(bytes + first, static_cast<std::size_t>(last - first));
  const auto bounds = std::span(ends).first(count);
  const bool good =
      is_plain_ascii(text) || (divides_characters(text, bounds) && is_valid_text(text));
  if (!good) return false;
  if (borrowed_) {
    values_.add_borrowed(count, nulls);
    borrowed_->end = end;
  } else {
    values_.add_texts(text, bounds, nulls);
  }
  return true;
}

/// The rows from `from` on stay where they are, if these are the first ones and all goes well.
template <class Offset>
void ArrowColumn::borrow(const Rows& rows, std::int64_t from) {
  const auto* const offsets = static_cast<const Offset*>(rows.buffer(1)) + rows.first;
  const bool aligned = reinterpret_cast<std::uintptr_t>(offsets) % alignof(Offset) == 0;
  if (rows.owner == nullptr || copies_ || rows_before_ != 0 || !aligned) return;
  borrowed_ = Borrowed{{.bytes = static_cast<const char*>(rows.buffer(2)), .owner = rows.owner},
                       from, from};
  if constexpr (sizeof(Offset) == sizeof(std::int32_t)) {
    borrowed_->texts.short_offsets = offsets;
  } else {
    borrowed_->texts.long_offsets = offsets;
  }
}

/// Where other rows follow after all, the texts that were left where they are come to the others.
void ArrowColumn::copy_borrowed() {
  if (!borrowed_) return;
  constexpr auto kRows = static_cast<std::int64_t>(ColumnValues::kBlock);
  for (std::int64_t row = borrowed_->from; row < borrowed_->end;) {
    std::array<std::int64_t, ColumnValues::kBlock> ends;
    const std::int64_t next = std::min(borrowed_->end, row + kRows);
    const char* const begin = borrowed_->texts[static_cast<std::size_t>(row)].data();
    std::size_t count = 0;
    for (; row < next; ++row) {
      const std::string_view text = borrowed_->texts[static_cast<std::size_t>(row)];
      ends[count++] = text.data() + text.size() - begin;
    }
    values_.add_borrowed_texts({begin, static_cast<std::size_t>(ends[count - 1])},
                               std::span(ends).first(count));
  }
  borrowed_.reset();
}

Column ArrowColumn::finish() {
  if (!borrowed_) return values_.finish();
  return values_.finish_borrowed(std::exchange(borrowed_, std::nullopt)->texts);
}

/// Views of 16 bytes: length, then up to 12 bytes of text, or 4 bytes of it, a buffer and an
/// offset. The last buffer tells the sizes of the others.
void ArrowColumn::append_text_views(const Rows& rows) {
  const std::int64_t data_buffers = rows.array.n_buffers - 3;
  const void* sizes = rows.buffer(static_cast<int>(rows.array.n_buffers - 1));
  const auto* views = static_cast<const char*>(rows.buffer(1));
  each(rows, [&](std::int64_t row) {
    const char* view = views + (rows.first + row) * 16;
    const auto length = load<std::int32_t>(view, 0);
    if (length < 0) return fail_corrupt(row, "a view has a negative length");
    const auto size = static_cast<std::size_t>(length);
    if (size <= 12) return append_text(row, {view + 4, size});
    const auto buffer = load<std::int32_t>(view, 2);
    const auto offset = load<std::int32_t>(view, 3);
    if (buffer < 0 || buffer >= data_buffers || offset < 0 || sizes == nullptr ||
        load<std::int64_t>(sizes, buffer) - offset < length) {
      return fail_corrupt(row, "a view points outside its buffers");
    }
    return append_text(
        row, {static_cast<const char*>(rows.buffer(2 + buffer)) + offset, size});
  });
}

template <class Index>
void ArrowColumn::append_indexed(const Rows& rows, const Column& dictionary) {
  // The numbers that texts of the dictionary have in the column, so that each is looked up once.
  std::vector<std::int32_t> known(dictionary.type() == ColumnType::text ? dictionary.size() : 0,
                                  TextValues::kNullCode);
  each(rows, [&](std::int64_t row) {
    const Index given = load<Index>(rows.buffer(1), rows.first + row);
    if (!std::in_range<std::size_t>(given) ||
        static_cast<std::size_t>(given) >= dictionary.size()) {
      return fail_corrupt(row, "index " + std::to_string(given) + " is outside a dictionary of " +
                                   std::to_string(dictionary.size()));
    }
    const auto index = static_cast<std::size_t>(given);
    if (dictionary.is_null(index)) {
      values_.add_null();
    } else if (dictionary.type() == ColumnType::number) {
      values_.add_number(dictionary.data()->numbers[index]);
    } else if (dictionary.type() != ColumnType::text) {
      values_.add_integer(dictionary.data()->integers[index]);
    } else if (known[index] == TextValues::kNullCode || !values_.add_known_text(known[index])) {
      values_.add_text(dictionary.text(index));
      known[index] = values_.last_code();
    }
    return true;
  });
}

std::optional<Problem> ArrowColumn::append_dictionary(const Rows& rows) {
  ArrowColumn reader(name_, *dictionary_type_, std::nullopt, values_.data().currency);
  reader.counted_ = "dictionary value";
  const ArrowArray& values = *rows.array.dictionary;
  if (auto problem = reader.append(values, 0, values.length, {}, nullptr)) return problem;
  const Column dictionary = reader.finish();
  switch (type_.kind) {
    case ArrowKind::int8: append_indexed<std::int8_t>(rows, dictionary); break;
    case ArrowKind::uint8: append_indexed<std::uint8_t>(rows, dictionary); break;
    case ArrowKind::int16: append_indexed<std::int16_t>(rows, dictionary); break;
    case ArrowKind::uint16: append_indexed<std::uint16_t>(rows, dictionary); break;
    case ArrowKind::int32: append_indexed<std::int32_t>(rows, dictionary); break;
    case ArrowKind::uint32: append_indexed<std::uint32_t>(rows, dictionary); break;
    case ArrowKind::int64: append_indexed<std::int64_t>(rows, dictionary); break;
    default: append_indexed<std::uint64_t>(rows, dictionary); break;
  }
  return std::nullopt;
}

void ArrowColumn::append_plain(const Rows& rows, ArrowKind kind) {
  switch (kind) {
    case ArrowKind::null:
      for (std::int64_t row = 0; row < rows.length; ++row) values_.add_null();
      break;
    case ArrowKind::boolean: return append_booleans(rows);
    case ArrowKind::int8: return append_integers<std::int8_t>(rows);
    case ArrowKind::uint8: return append_integers<std::uint8_t>(rows);
    case ArrowKind::int16: return append_integers<std::int16_t>(rows);
    case ArrowKind::uint16: return append_integers<std::uint16_t>(rows);
    case ArrowKind::int32: return append_integers<std::int32_t>(rows);
    case ArrowKind::uint32: return append_integers<std::uint32_t>(rows);
    case ArrowKind::int64: return append_integers<std::int64_t>(rows);
    case ArrowKind::uint64: return append_integers<std::uint64_t>(rows);
    case ArrowKind::float16: return append_numbers<std::uint16_t>(rows, half_to_double);
    case ArrowKind::float32:
      return append_numbers<float>(rows, [](float value) { return static_cast<double>(value); });
    case ArrowKind::float64:
      return append_numbers<double>(rows, [](double value) { return value; });
    case ArrowKind::decimal: return append_decimals(rows);
    case ArrowKind::date32:
    case ArrowKind::date64:
    case ArrowKind::timestamp: return append_temporal(rows);
    case ArrowKind::utf8: return append_texts<std::int32_t>(rows);
    case ArrowKind::large_utf8: return append_texts<std::int64_t>(rows);
    case ArrowKind::utf8_view: return append_text_views(rows);
  }
}

std::optional<Problem> ArrowColumn::append(const ArrowArray& array, std::int64_t begin,
                                           std::int64_t length, const ArrowValidity& parent,
                                           std::shared_ptr<const void> owner) {
  if (auto problem = check(array, begin, length)) return problem;
  copy_borrowed();
  Rows rows{array, array.offset + begin, length, {}, parent, std::move(owner)};
  if (type_.kind != ArrowKind::null && array.null_count != 0) {
    rows.own = {static_cast<const std::uint8_t*>(array.buffers[0]), rows.first};
  }
  if (dictionary_type_) {
    if (auto problem = append_dictionary(rows)) return problem;
  } else {
    append_plain(rows, type_.kind);
  }
  rows_before_ += length;
  return problem_;
}

}  // namespace galena::detail
