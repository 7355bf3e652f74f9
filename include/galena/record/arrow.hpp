// Arrow: tables in and out through the Arrow C data interface, without a copy of Arrow itself.
//
//   ArrowArrayStream stream;  fill_somehow(&stream);
//   auto table = galena::import_arrow(&stream);     // takes the stream over, releases it
//   galena::export_arrow(*table, &stream);          // whoever reads the stream releases it
//
// Source: https://arrow.apache.org/docs/format/CDataInterface.html and CStreamInterface.html; the
// three structs below are that specification's, guarded as it asks.
#pragma once

#include <cstdint>

#include "galena/base/result.hpp"
#include "galena/record/table.hpp"

#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

extern "C" {
struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema** children;
  struct ArrowSchema* dictionary;
  void (*release)(struct ArrowSchema*);
  void* private_data;
};

struct ArrowArray {
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void** buffers;
  struct ArrowArray** children;
  struct ArrowArray* dictionary;
  void (*release)(struct ArrowArray*);
  void* private_data;
};
}
#endif  // ARROW_C_DATA_INTERFACE

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE
extern "C" {
struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);
  int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);
  const char* (*get_last_error)(struct ArrowArrayStream*);
  void (*release)(struct ArrowArrayStream*);
  void* private_data;
};
}
#endif  // ARROW_C_STREAM_INTERFACE

namespace galena {

/// Reads all batches of a stream of record batches and releases the stream, whatever the outcome.
/// Text (utf8, large_utf8, utf8_view, dictionaries of them), all integers, float16/32/64, decimal128,
/// bool, date32/64, timestamp of any unit (a zone is kept as UTC; without a zone the instants are
/// taken as UTC) and null columns. Anything else, or a value that does not fit (decimal beyond 18
/// digits, uint64 beyond int64) is UNSUPPORTED or LIMIT_EXCEEDED, subject: the column, message with
/// the Arrow format. Text that is not UTF-8: BAD_ENCODING with column and row. A stream that is not
/// a struct (a single column): INVALID_ARGUMENT. O(values); copies.
Result<Table> import_arrow(ArrowArrayStream* stream);

/// Fills `out` with a stream of batches of `table`; the stream shares the table's storage and keeps it
/// alive. Text as large_utf8, integers as int64, numbers as float64, decimals as decimal128(18, scale),
/// dates as date32, instants as timestamp[us, UTC], booleans as bool.
void export_arrow(const Table& table, ArrowArrayStream* out);

}  // namespace galena
