#include <algorithm>
#include <cerrno>
#include <memory>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "detail/parallel.hpp"
#include "galena/base/utf8.hpp"
#include "galena/record/arrow.hpp"
#include "record/arrow_column.hpp"
#include "record/arrow_format.hpp"
#include "record/arrow_metadata.hpp"

namespace galena {

namespace detail {
namespace {

/// Owns a struct of the interface and releases it once, unless somebody did already.
template <class Struct>
class Released {
 public:
  Released() = default;
  Released(const Released&) = delete;
  Released& operator=(const Released&) = delete;
  ~Released() {
    if (value_.release != nullptr) value_.release(&value_);
  }
  Struct* get() { return &value_; }
  const Struct& operator*() const { return value_; }
  const Struct* operator->() const { return &value_; }

 private:
  Struct value_{};
};

/// Releases the caller's stream, whatever the outcome.
struct ReleaseStream {
  void operator()(ArrowArrayStream* stream) const {
    if (stream->release != nullptr) stream->release(stream);
  }
};

Problem stream_problem(ArrowArrayStream* stream, int error) {
  const char* text = stream->get_last_error != nullptr ? stream->get_last_error(stream) : nullptr;
  const Code code = error == ENOMEM ? Code::no_memory : Code::io;
  return {code, "stream_failed", "",
          "the Arrow stream failed with error " + std::to_string(error) +
              (text != nullptr ? ": " + std::string(text) : std::string()),
          "see the message of whoever makes the stream"};
}

Problem unsupported(const std::string& name, std::string_view format) {
  return {
      Code::unsupported, "unsupported_type", name,
      "column '" + name + "' is " + describe_arrow_format(format) + ", which a table cannot hold",
      "convert it to text or numbers, or leave it out"};
}

void add_column(const ArrowSchema& schema, std::vector<ArrowColumn>& columns, Problems& problems) {
  const std::string name = schema.name != nullptr ? schema.name : "";
  const std::string_view format = schema.format != nullptr ? schema.format : "";
  if (!is_valid_utf8(name)) {
    return problems.add(Code::bad_encoding, "bad_encoding", "",
                        "the name of column " + std::to_string(columns.size()) + " is not UTF-8",
                        "rename the column");
  }
  const auto type = parse_arrow_format(format);
  std::optional<ArrowType> values;
  if (schema.dictionary != nullptr) {
    const std::string_view inner =
        schema.dictionary->format != nullptr ? schema.dictionary->format : "";
    values = parse_arrow_format(inner);
    if (!values || schema.dictionary->dictionary != nullptr) {
      return problems.add(unsupported(name, inner));
    }
  }
  if (!type || (values && !type->is_integer())) return problems.add(unsupported(name, format));
  columns.emplace_back(name, *type, values, arrow_currency(schema.metadata));
}

Result<std::vector<ArrowColumn>> columns_of(const ArrowSchema& schema) {
  const std::string_view format = schema.format != nullptr ? schema.format : "";
  if (format != "+s") {
    return Problem{Code::invalid_argument, "not_a_table", "",
                   "the Arrow stream holds a single column (format '" + std::string(format) +
                       "'), not a table",
                   "give a table or data frame, such as series.to_frame()"};
  }
  std::vector<ArrowColumn> columns;
  Problems problems;
  for (std::int64_t i = 0; i < schema.n_children; ++i) {
    add_column(*schema.children[i], columns, problems);
  }
  if (!problems.empty()) return problems;
  return columns;
}

Result<void> append_batch(const std::shared_ptr<const Released<ArrowArray>>& owner,
                          unsigned threads, std::vector<ArrowColumn>& columns) {
  const ArrowArray& batch = **owner;
  const auto corrupt = [](const std::string& what) {
    return Problem{Code::corrupt, "bad_array", "", "an Arrow batch " + what,
                   "report it to whoever made it"};
  };
  if (batch.n_children != static_cast<std::int64_t>(columns.size())) {
    return corrupt("has " + std::to_string(batch.n_children) + " columns, the schema " +
                   std::to_string(columns.size()));
  }
  if (batch.length < 0 || batch.offset < 0) return corrupt("has a negative length or offset");
  ArrowValidity rows;
  if (batch.null_count != 0 && batch.n_buffers > 0 && batch.buffers != nullptr) {
    rows = {static_cast<const std::uint8_t*>(batch.buffers[0]), batch.offset};
  }
  // A column's values are its own.
  std::vector<std::optional<Problem>> found(columns.size());
  constexpr std::int64_t kWorthIt = 10000;  // rows
  parallel_for(columns.size(), batch.length < kWorthIt ? 1 : threads, [&](std::size_t i) {
    found[i] = columns[i].append(*batch.children[i], batch.offset, batch.length, rows, owner);
  });
  Problems problems;
  for (std::optional<Problem>& problem : found) {
    if (problem) problems.add(*std::move(problem));
  }
  if (!problems.empty()) return problems;
  return {};
}

}  // namespace
}  // namespace detail

Result<Table> import_arrow(ArrowArrayStream* stream, unsigned threads) {
  if (stream == nullptr || stream->release == nullptr) {
    return Problem{Code::invalid_argument, "released_stream", "",
                   "there is no Arrow stream, or it was read already",
                   "export the data anew for every import"};
  }
  const std::unique_ptr<ArrowArrayStream, detail::ReleaseStream> owner(stream);
  detail::Released<ArrowSchema> schema;
  if (const int error = stream->get_schema(stream, schema.get()); error != 0) {
    return detail::stream_problem(stream, error);
  }
  auto columns = detail::columns_of(*schema);
  if (!columns) return columns.problems();
  const unsigned used = threads != 0 ? threads : std::max(1U, std::thread::hardware_concurrency());
  for (;;) {
    const auto batch = std::make_shared<detail::Released<ArrowArray>>();
    if (const int error = stream->get_next(stream, batch->get()); error != 0) {
      return detail::stream_problem(stream, error);
    }
    if ((*batch)->release == nullptr) break;
    if (auto appended = detail::append_batch(batch, used, *columns); !appended) {
      return appended.problems();
    }
  }
  std::vector<Column> finished;
  finished.reserve(columns->size());
  for (detail::ArrowColumn& column : *columns) finished.push_back(column.finish());
  return Table::make(std::move(finished));
}

}  // namespace galena
