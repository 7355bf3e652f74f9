// The live index of the C API.
#include "galena/match/index.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "guard.hpp"
#include "handles.hpp"
#include "host_normaliser.hpp"
#include "match_handles.hpp"

using namespace galena::capi;
namespace match = galena::match;
using galena::Kind;
using galena::Value;

namespace {

/// An index with the schema whose records it reads. Matches share it.
struct LiveIndex {
  galena::Schema schema;
  std::vector<std::uint32_t> numbers;  ///< of the index's fields in the schema
  std::unique_ptr<HostCallback> host;  ///< what the index asks
  match::Index index;
};

/// A record as the index reads it: by the numbers of its own fields.
class IndexedRow {
 public:
  IndexedRow(const LiveIndex& live, const galena::Record& record) : live_(live), record_(record) {}
  [[nodiscard]] galena::RowView view() const {
    return {this, 0, [](const void* source, std::size_t, std::uint32_t field) {
              const auto& row = *static_cast<const IndexedRow*>(source);
              return row.record_[row.live_.numbers[field]];
            }};
  }

 private:
  const LiveIndex& live_;
  const galena::Record& record_;
};

}  // namespace

struct galena_index {
  std::shared_ptr<LiveIndex> live;
  std::string fields;
};

struct galena_matches {
  std::shared_ptr<const LiveIndex> live;
  galena::Record query;
  std::vector<match::Match> found;
  std::vector<std::string> ids;  ///< of `found`, as text
};

namespace {

std::vector<std::uint32_t> numbers_of(const match::Fields& fields, const galena::Schema& schema) {
  galena::Problems problems;
  std::vector<std::uint32_t> numbers;
  for (const match::Field& field : fields) {
    const auto number = schema.find(field.column);
    if (!number) {
      problems.add(galena::Code::not_found, "unknown_field", field.column,
                   "the schema '" + schema.name() + "' has no field '" + field.column + "'", "");
    }
    numbers.push_back(number.value_or(0));
  }
  if (!problems.empty()) throw Refused{std::move(problems)};
  return numbers;
}

galena_index* index_of(const galena::Schema& schema, std::unique_ptr<HostCallback> host,
                       match::Index index) {
  std::vector<std::uint32_t> numbers = numbers_of(index.fields(), schema);
  std::string json = fields_json(index.fields());
  return new galena_index{
      std::make_shared<LiveIndex>(LiveIndex{
          schema, std::move(numbers), std::move(host), std::move(index)}),
      std::move(json)};
}

/// The id that a text names: a whole number that the index has under it, else the text.
Value id_of(const LiveIndex& live, const char* data, std::size_t size, const char* name) {
  const std::string_view id = text(data, size, name);
  std::int64_t number = 0;
  const auto [end, failed] = std::from_chars(id.data(), id.data() + id.size(), number);
  if (failed == std::errc() && end == id.data() + id.size() && std::to_string(number) == id &&
      live.index.contains(number)) {
    return Value(number);
  }
  return Value(id);
}

/// Add and update: the id and the record are checked, then `change(index, id, row)` is made.
template <class Change>
galena_status change_record(galena_index* index, const char* id, std::size_t id_size,
                            const galena_record* record, galena_error** error,
                            Change change) noexcept {
  return guarded(error, [&] {
    LiveIndex& live = *need(index, "index").live;
    const galena::Record& source = need(record, "record").record;
    need_schema(source.schema(), live.schema, "record");
    const IndexedRow row(live, source);
    take(change(live.index, id_of(live, id, id_size, "id"), row.view()));
  });
}

galena::Table table_of_ids(const std::vector<Value>& ids) {
  galena::ColumnBuilder column("id", galena::ColumnType::text);
  for (const Value& id : ids) column.append_text(to_text(id));
  return take(galena::Table::make({column.finish()}));
}

}  // namespace

extern "C" {

galena_status galena_index_create_normalised(const galena_schema* schema, const galena_model* model,
                                             const char* fields, size_t fields_size,
                                             galena_normaliser normaliser, void* normaliser_data,
                                             galena_index** index, galena_error** error) noexcept {
  clear(index);
  return guarded(error, [&] {
    const galena::Schema& known = need(schema, "schema").schema;
    match::Fields named = read_fields(fields, fields_size, "fields");
    if (named.empty()) named = match::identity_fields(known);
    if (named.empty()) {
      refuse_argument("no_fields", "fields",
                      "the schema '" + known.name() + "' has no field to compare records by");
    }
    galena::Problems too_many = match::check_fields(named);
    if (!too_many.empty()) throw Refused{std::move(too_many)};
    match::Model chosen =
        model != nullptr ? model->model : match::Model::preset(match::choose_preset(named));
    need(index, "index");
    auto host = std::make_unique<HostCallback>(HostCallback{normaliser, normaliser_data});
    match::Index made(std::move(chosen), std::move(named), host->asks());
    *index = index_of(known, std::move(host), std::move(made));
  });
}

galena_status galena_index_create(const galena_schema* schema, const galena_model* model,
                                  const char* fields, size_t fields_size, galena_index** index,
                                  galena_error** error) noexcept {
  return galena_index_create_normalised(schema, model, fields, fields_size, nullptr, nullptr, index,
                                        error);
}

galena_status galena_index_open_normalised(const galena_schema* schema, const char* bytes,
                                           size_t bytes_size, galena_normaliser normaliser,
                                           void* normaliser_data, galena_index** index,
                                           galena_error** error) noexcept {
  clear(index);
  return guarded(error, [&] {
    const galena::Schema& known = need(schema, "schema").schema;
    need(bytes, "bytes");
    need(index, "index");
    auto host = std::make_unique<HostCallback>(HostCallback{normaliser, normaliser_data});
    match::Index read = take(match::Index::from_bytes({bytes, bytes_size}, "bytes", host->asks()));
    *index = index_of(known, std::move(host), std::move(read));
  });
}

galena_status galena_index_open(const galena_schema* schema, const char* bytes, size_t bytes_size,
                                galena_index** index, galena_error** error) noexcept {
  return galena_index_open_normalised(schema, bytes, bytes_size, nullptr, nullptr, index, error);
}

galena_status galena_index_save(const galena_index* index, galena_buffer** bytes,
                                galena_error** error) noexcept {
  clear(bytes);
  return guarded(error,
                 [&] { give_text(bytes, "bytes", need(index, "index").live->index.to_bytes()); });
}

galena_status galena_index_add(galena_index* index, const char* id, size_t id_size,
                               const galena_record* record, galena_error** error) noexcept {
  return change_record(index, id, id_size, record, error,
                       [](match::Index& live, const Value& key, const galena::RowView& row) {
                         return live.add(key, row);
                       });
}

galena_status galena_index_add_table(galena_index* index, const galena_table* table, const char* id,
                                     size_t id_size, galena_error** error) noexcept {
  return guarded(error, [&] {
    const galena::Table& rows = need(table, "table").table;
    take(need(index, "index").live->index.add_all(rows, text(id, id_size, "id")));
  });
}

galena_status galena_index_update(galena_index* index, const char* id, size_t id_size,
                                  const galena_record* record, galena_error** error) noexcept {
  return change_record(index, id, id_size, record, error,
                       [](match::Index& live, const Value& key, const galena::RowView& row) {
                         return live.update(key, row);
                       });
}

galena_status galena_index_remove(galena_index* index, const char* id, size_t id_size,
                                  galena_error** error) noexcept {
  return guarded(error, [&] {
    LiveIndex& live = *need(index, "index").live;
    take(live.index.remove(id_of(live, id, id_size, "id")));
  });
}

size_t galena_index_size(const galena_index* index) noexcept {
  return index == nullptr ? 0 : index->live->index.size();
}

galena_status galena_index_contains(const galena_index* index, const char* id, size_t id_size,
                                    int32_t* contains, galena_error** error) noexcept {
  if (contains != nullptr) *contains = 0;
  return guarded(error, [&] {
    const LiveIndex& live = *need(index, "index").live;
    const Value key = id_of(live, id, id_size, "id");
    need(contains, "contains") = live.index.contains(key) ? 1 : 0;
  });
}

galena_status galena_index_model(const galena_index* index, galena_model** model,
                                 galena_error** error) noexcept {
  clear(model);
  return guarded(error, [&] {
    need(model, "model");
    *model = model_of(need(index, "index").live->index.model());
  });
}

const char* galena_index_fields(const galena_index* index) noexcept {
  return index == nullptr ? "" : index->fields.c_str();
}

galena_status galena_index_find(const galena_index* index, const galena_record* record,
                                size_t limit, double min_probability, galena_matches** matches,
                                galena_error** error) noexcept {
  clear(matches);
  return guarded(error, [&] {
    const galena_index& given = need(index, "index");
    const galena::Record& source = need(record, "record").record;
    need_schema(source.schema(), given.live->schema, "record");
    need(matches, "matches");
    const IndexedRow row(*given.live, source);
    auto found = take(given.live->index.find(row.view(), limit, min_probability));
    std::vector<std::string> ids;
    for (const match::Match& each : found) ids.push_back(to_text(each.id));
    *matches = new galena_matches{given.live, source, std::move(found), std::move(ids)};
  });
}

galena_status galena_index_cluster(const galena_index* index, const char* id, size_t id_size,
                                   galena_table** ids, galena_error** error) noexcept {
  clear(ids);
  return guarded(error, [&] {
    const LiveIndex& live = *need(index, "index").live;
    const Value key = id_of(live, id, id_size, "id");
    need(ids, "ids");
    *ids = new galena_table{table_of_ids(take(live.index.cluster(key))), {}};
  });
}

galena_status galena_index_explain(const galena_index* index, const char* id_a, size_t id_a_size,
                                   const char* id_b, size_t id_b_size,
                                   galena_explanation** explanation,
                                   galena_error** error) noexcept {
  clear(explanation);
  return guarded(error, [&] {
    const LiveIndex& live = *need(index, "index").live;
    const Value a = id_of(live, id_a, id_a_size, "id_a");
    const Value b = id_of(live, id_b, id_b_size, "id_b");
    need(explanation, "explanation");
    *explanation = explanation_of(take(live.index.explain(a.view(), b.view())));
  });
}

void galena_index_free(galena_index* index) noexcept { delete index; }

size_t galena_matches_count(const galena_matches* matches) noexcept {
  return matches == nullptr ? 0 : matches->found.size();
}

const char* galena_matches_id(const galena_matches* matches, size_t position) noexcept {
  return position < galena_matches_count(matches) ? matches->ids[position].c_str() : "";
}

double galena_matches_probability(const galena_matches* matches, size_t position) noexcept {
  return position < galena_matches_count(matches) ? matches->found[position].probability : 0;
}

double galena_matches_weight(const galena_matches* matches, size_t position) noexcept {
  return position < galena_matches_count(matches) ? matches->found[position].weight : 0;
}

galena_status galena_matches_explain(const galena_matches* matches, size_t position,
                                     galena_explanation** explanation,
                                     galena_error** error) noexcept {
  clear(explanation);
  return guarded(error, [&] {
    const galena_matches& given = need(matches, "matches");
    if (position >= given.found.size()) {
      throw Refused{galena::Problem{galena::Code::not_found, "unknown_match", "position",
                                    "there is no match " + std::to_string(position) + " of " +
                                        std::to_string(given.found.size()),
                                    ""}};
    }
    const IndexedRow row(*given.live, given.query);
    need(explanation, "explanation");
    *explanation = explanation_of(
        take(given.live->index.explain(row.view(), given.found[position].id.view())));
  });
}

void galena_matches_free(galena_matches* matches) noexcept { delete matches; }

}  // extern "C"
