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
/// Text (utf8, large_utf8, utf8_view), all integers, float16/32/64, decimals of any width, bool,
/// date32/64, timestamp of any unit and null columns; dictionaries of all these with any index;
/// slices.
///   timestamps  a zone is kept as UTC; without a zone the instants are taken as UTC; nanoseconds
///               are cut to microseconds
///   null        columns of the null type become text columns without a value
///   floats      not-a-number stays a number (it is blank to the engines)
///   decimals    a negative scale is written out; `galena.currency` in the field's metadata makes
///               money
/// Errors, subject: the column; one for each column that has any. UNSUPPORTED "unsupported_type"
/// with the Arrow format; LIMIT_EXCEEDED "out_of_range" (uint64 beyond int64, a decimal that needs
/// more than 63 bits or 18 decimals, a time outside the years 1 to 9999) and BAD_ENCODING (text
/// that is not UTF-8) with the row, from 0; INVALID_ARGUMENT "duplicate_column", "not_a_table" (a
/// single column), "released_stream"; CORRUPT "bad_array" (arrays that break the format); IO
/// "stream_failed" with the producer's words. O(values). Columns are read on up to `threads` threads
/// (0: as many as there are), with the same outcome; callbacks of the stream run on the calling one.
/// Values are copied, but for a utf8 or large_utf8 column of one batch with thousands of texts that
/// hardly repeat: it stays in the batch, which must not change and is released, on any thread, with
/// the last table or column that has a column of it.
Result<Table> import_arrow(ArrowArrayStream* stream, unsigned threads = 1);

/// Fills `out` with a stream of batches of `table`; the stream shares the table's storage and keeps
/// it alive, and so does every batch. Text as large_utf8, integers as int64, numbers as float64,
/// decimals as decimal128(18, scale) (19 digits where a value has them; a currency goes into the
/// field's metadata), dates as date32, instants as timestamp[us, UTC], booleans as bool. Integers,
/// numbers, instants and plain text are handed on without a copy. A stream is for one thread at a
/// time.
void export_arrow(const Table& table, ArrowArrayStream* out);

}  // namespace galena
