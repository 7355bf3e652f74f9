#include <algorithm>
#include <bit>
#include <cerrno>
#include <exception>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "galena/record/arrow.hpp"
#include "record/arrow_metadata.hpp"

namespace galena {

namespace detail {
namespace {

static_assert(std::endian::native == std::endian::little,
              "bitmaps are handed on as they are, which takes a machine with the least byte first");

constexpr std::int64_t kEighteenDigits = 999999999999999999;

/// The children of a struct, released with it unless somebody moved them out.
template <class Struct>
struct Children {
  std::vector<Struct> structs;
  std::vector<Struct*> pointers;

  Children() = default;
  Children(const Children&) = delete;
  Children& operator=(const Children&) = delete;
  ~Children() {
    for (Struct& child : structs) {
      if (child.release != nullptr) child.release(&child);
    }
  }

  /// One for each column, made by `fill(column, child)`.
  template <class Fill>
  void fill(const Table& table, Fill fill_one) {
    structs.resize(table.columns().size());
    for (std::size_t i = 0; i < structs.size(); ++i) {
      fill_one(table[i], &structs[i]);
      pointers.push_back(&structs[i]);
    }
  }
};

/// What a schema's pointers point into; deleted by its release callback.
struct SchemaStorage {
  std::string format;
  std::string name;
  std::string metadata;
  Children<ArrowSchema> children;
};

/// The same of an array. A child may be moved out of its parent, so each array holds its own.
struct ArrayStorage {
  std::shared_ptr<const ColumnData> shared;
  std::vector<std::uint64_t> bits;
  std::vector<std::int32_t> days;
  std::vector<std::int64_t> words;  ///< offsets, or decimals of two words each
  std::string bytes;
  std::vector<const void*> buffers;
  Children<ArrowArray> children;
};

template <class Struct, class Storage>
void release(Struct* released) {
  delete static_cast<Storage*>(released->private_data);
  released->release = nullptr;
}

/// A column's decimals have 18 digits or fewer, but for the few numbers of 63 bits that need 19.
int precision_of(const ColumnData& data) {
  const auto large = [](std::int64_t value) {
    return value > kEighteenDigits || value < -kEighteenDigits;
  };
  return std::any_of(data.integers.begin(), data.integers.end(), large) ? 19 : 18;
}

std::string format_of(const ColumnData& data) {
  switch (data.type) {
    case ColumnType::text: return "U";
    case ColumnType::boolean: return "b";
    case ColumnType::integer: return "l";
    case ColumnType::number: return "g";
    case ColumnType::decimal:
      return "d:" + std::to_string(precision_of(data)) + "," + std::to_string(data.scale);
    case ColumnType::date: return "tdD";
    case ColumnType::instant: return "tsu:UTC";
  }
  return "n";
}

void finish_schema(std::unique_ptr<SchemaStorage> storage, ArrowSchema* out) {
  *out = {};
  out->format = storage->format.c_str();
  out->name = storage->name.c_str();
  out->metadata = storage->metadata.empty() ? nullptr : storage->metadata.data();
  out->flags = ARROW_FLAG_NULLABLE;
  out->n_children = static_cast<std::int64_t>(storage->children.pointers.size());
  out->children = storage->children.pointers.data();
  out->release = &release<ArrowSchema, SchemaStorage>;
  out->private_data = storage.release();
}

void export_field(const Column& column, ArrowSchema* out) {
  auto storage = std::make_unique<SchemaStorage>();
  storage->format = format_of(*column.data());
  storage->name = column.name();
  if (!column.currency().empty()) storage->metadata = arrow_currency_metadata(column.currency());
  finish_schema(std::move(storage), out);
}

std::int64_t count_nulls(const Column& column, std::size_t begin, std::size_t length) {
  std::int64_t nulls = 0;
  if (column.has_nulls()) {
    for (std::size_t row = begin; row < begin + length; ++row) nulls += column.is_null(row) ? 1 : 0;
  }
  return nulls;
}

/// Text of a dictionary, written out row by row; what is written starts at row `begin`.
void write_texts(const Column& column, std::size_t begin, std::size_t length,
                 ArrayStorage& storage) {
  std::size_t total = 0;
  for (std::size_t row = begin; row < begin + length; ++row) total += column.text(row).size();
  storage.bytes.reserve(total);
  storage.words.reserve(length + 1);
  storage.words.push_back(0);
  for (std::size_t row = begin; row < begin + length; ++row) {
    storage.bytes.append(column.text(row));
    storage.words.push_back(static_cast<std::int64_t>(storage.bytes.size()));
  }
  storage.buffers.push_back(storage.words.data());
  storage.buffers.push_back(storage.bytes.data());
}

/// Text by row; short offsets are written out as long ones.
void hand_on_texts(const ColumnData& data, std::size_t begin, std::size_t length,
                   ArrayStorage& storage) {
  const BorrowedText& borrowed = data.borrowed;
  if (borrowed.short_offsets != nullptr) {
    storage.words.assign(borrowed.short_offsets + begin, borrowed.short_offsets + begin + length + 1);
    storage.buffers.push_back(storage.words.data());
  } else {
    const bool own = borrowed.owner == nullptr;
    storage.buffers.push_back((own ? data.offsets.data() : borrowed.long_offsets) + begin);
  }
  storage.buffers.push_back(borrowed.owner != nullptr ? borrowed.bytes : data.bytes.data());
}

void write_decimals(const ColumnData& data, std::size_t begin, std::size_t length,
                    ArrayStorage& storage) {
  storage.words.reserve(2 * length);
  for (std::size_t row = begin; row < begin + length; ++row) {
    storage.words.push_back(data.integers[row]);
    storage.words.push_back(data.integers[row] < 0 ? -1 : 0);
  }
  storage.buffers.push_back(storage.words.data());
}

void write_dates(const ColumnData& data, std::size_t begin, std::size_t length,
                 ArrayStorage& storage) {
  storage.days.reserve(length);
  for (std::size_t row = begin; row < begin + length; ++row) {
    storage.days.push_back(static_cast<std::int32_t>(data.integers[row]));
  }
  storage.buffers.push_back(storage.days.data());
}

void write_booleans(const ColumnData& data, std::size_t begin, std::size_t length,
                    ArrayStorage& storage) {
  storage.bits.assign((length + 63) / 64, 0);
  for (std::size_t row = 0; row < length; ++row) {
    if (data.integers[begin + row] != 0) storage.bits[row / 64] |= std::uint64_t{1} << (row % 64);
  }
  storage.buffers.push_back(storage.bits.data());
}

/// Batches begin at multiples of 64 rows, so that bitmaps can be shared from there too and every
/// buffer of an array begins with its first row.
void fill_buffers(const Column& column, std::size_t begin, std::size_t length,
                  ArrayStorage& storage) {
  const ColumnData& data = *storage.shared;
  storage.buffers.push_back(data.valid.empty() ? nullptr : data.valid.data() + begin / 64);
  switch (data.type) {
    case ColumnType::integer:
    case ColumnType::instant: storage.buffers.push_back(data.integers.data() + begin); break;
    case ColumnType::number: storage.buffers.push_back(data.numbers.data() + begin); break;
    case ColumnType::decimal: write_decimals(data, begin, length, storage); break;
    case ColumnType::date: write_dates(data, begin, length, storage); break;
    case ColumnType::boolean: write_booleans(data, begin, length, storage); break;
    case ColumnType::text:
      if (column.is_dictionary()) {
        write_texts(column, begin, length, storage);
      } else {
        hand_on_texts(data, begin, length, storage);
      }
      break;
  }
}

void finish_array(std::unique_ptr<ArrayStorage> storage, std::size_t length, std::int64_t nulls,
                  ArrowArray* out) {
  *out = {};
  out->length = static_cast<std::int64_t>(length);
  out->null_count = nulls;
  out->n_buffers = static_cast<std::int64_t>(storage->buffers.size());
  out->buffers = storage->buffers.data();
  out->n_children = static_cast<std::int64_t>(storage->children.pointers.size());
  out->children = storage->children.pointers.data();
  out->release = &release<ArrowArray, ArrayStorage>;
  out->private_data = storage.release();
}

void export_column(const Column& column, std::size_t begin, std::size_t length, ArrowArray* out) {
  auto storage = std::make_unique<ArrayStorage>();
  storage->shared = column.data();
  fill_buffers(column, begin, length, *storage);
  finish_array(std::move(storage), length, count_nulls(column, begin, length), out);
}

void export_schema(const Table& table, ArrowSchema* out) {
  auto storage = std::make_unique<SchemaStorage>();
  storage->format = "+s";
  storage->children.fill(table, export_field);
  finish_schema(std::move(storage), out);
}

void export_batch(const Table& table, std::size_t begin, std::size_t length, ArrowArray* out) {
  auto storage = std::make_unique<ArrayStorage>();
  storage->buffers.push_back(nullptr);
  storage->children.fill(table, [&](const Column& column, ArrowArray* child) {
    export_column(column, begin, length, child);
  });
  finish_array(std::move(storage), length, 0, out);
}

/// A stream's state: what is still to be handed out.
struct StreamStorage {
  Table table;
  std::size_t next_row = 0;
  std::string last_error;

  /// Runs `step`; no exception may leave a callback that C code calls.
  template <class Step>
  int guarded(Step step) {
    try {
      step();
      return 0;
    } catch (const std::exception& failure) {
      last_error = failure.what();
      return ENOMEM;
    }
  }
};

StreamStorage& storage_of(ArrowArrayStream* stream) {
  return *static_cast<StreamStorage*>(stream->private_data);
}

int stream_schema(ArrowArrayStream* stream, ArrowSchema* out) {
  StreamStorage& storage = storage_of(stream);
  return storage.guarded([&] { export_schema(storage.table, out); });
}

int stream_next(ArrowArrayStream* stream, ArrowArray* out) {
  constexpr std::size_t kBatchRows = std::size_t{1} << 17;
  static_assert(kBatchRows % 64 == 0, "bitmaps are shared from the first row of a batch");
  StreamStorage& storage = storage_of(stream);
  return storage.guarded([&] {
    const std::size_t left = storage.table.rows() - storage.next_row;
    if (left == 0) {
      *out = {};
      return;
    }
    const std::size_t length = std::min(left, kBatchRows);
    export_batch(storage.table, storage.next_row, length, out);
    storage.next_row += length;
  });
}

const char* stream_error(ArrowArrayStream* stream) {
  const std::string& text = storage_of(stream).last_error;
  return text.empty() ? nullptr : text.c_str();
}

void release_stream(ArrowArrayStream* stream) {
  delete &storage_of(stream);
  stream->release = nullptr;
}

}  // namespace
}  // namespace detail

void export_arrow(const Table& table, ArrowArrayStream* out) {
  auto storage = std::make_unique<detail::StreamStorage>();
  storage->table = table;
  *out = {};
  out->get_schema = &detail::stream_schema;
  out->get_next = &detail::stream_next;
  out->get_last_error = &detail::stream_error;
  out->release = &detail::release_stream;
  out->private_data = storage.release();
}

}  // namespace galena
