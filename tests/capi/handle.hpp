// Handles of the C API with an end, and outcomes, for tests.
#pragma once

#include <galena.h>

#include <memory>
#include <string>
#include <string_view>

namespace galena::test {

/// Frees any handle with its own function.
struct Free {
  void operator()(galena_error* x) const { galena_error_free(x); }
  void operator()(galena_buffer* x) const { galena_buffer_free(x); }
  void operator()(galena_actor* x) const { galena_actor_free(x); }
  void operator()(galena_schema* x) const { galena_schema_free(x); }
  void operator()(galena_record* x) const { galena_record_free(x); }
  void operator()(galena_table* x) const { galena_table_free(x); }
  void operator()(galena_expression* x) const { galena_expression_free(x); }
  void operator()(galena_rule_set* x) const { galena_rule_set_free(x); }
  void operator()(galena_router* x) const { galena_router_free(x); }
  void operator()(galena_decision* x) const { galena_decision_free(x); }
  void operator()(galena_process* x) const { galena_process_free(x); }
  void operator()(galena_instance* x) const { galena_instance_free(x); }
  void operator()(galena_step* x) const { galena_step_free(x); }
  void operator()(galena_model* x) const { galena_model_free(x); }
  void operator()(galena_duplicates* x) const { galena_duplicates_free(x); }
  void operator()(galena_links* x) const { galena_links_free(x); }
  void operator()(galena_explanation* x) const { galena_explanation_free(x); }
  void operator()(galena_cluster_explanation* x) const { galena_cluster_explanation_free(x); }
  void operator()(galena_index* x) const { galena_index_free(x); }
  void operator()(galena_matches* x) const { galena_matches_free(x); }
};

template <class T>
using Handle = std::unique_ptr<T, Free>;

/// Options of matching with the column "id" for ids.
inline galena_match_options with_id() {
  galena_match_options options{};
  options.struct_size = sizeof options;
  options.id = "id";
  options.id_size = 2;
  return options;
}

/// Where a call stores its error: `call(..., error.out())`, then error.status, error.subject(0).
class Error {
 public:
  galena_error** out() {
    galena_error_free(error_);
    error_ = nullptr;
    return &error_;
  }
  ~Error() { galena_error_free(error_); }
  Error() = default;
  Error(const Error&) = delete;
  Error& operator=(const Error&) = delete;

  [[nodiscard]] bool empty() const { return error_ == nullptr; }
  [[nodiscard]] std::size_t count() const { return galena_error_count(error_); }
  [[nodiscard]] galena_status status() const { return galena_error_status(error_); }
  [[nodiscard]] std::string detail(std::size_t i = 0) const { return galena_error_detail(error_, i); }
  [[nodiscard]] std::string subject(std::size_t i = 0) const { return galena_error_subject(error_, i); }
  [[nodiscard]] std::string message(std::size_t i = 0) const { return galena_error_message(error_, i); }
  [[nodiscard]] std::string hint(std::size_t i = 0) const { return galena_error_hint(error_, i); }

 private:
  galena_error* error_ = nullptr;
};

/// The text of a buffer, which is freed.
inline std::string text_of(galena_buffer* buffer) {
  const Handle<galena_buffer> owner(buffer);
  return std::string(galena_buffer_data(buffer), galena_buffer_size(buffer));
}

inline Handle<galena_schema> parse_schema(std::string_view json) {
  galena_schema* schema = nullptr;
  galena_schema_parse(json.data(), json.size(), &schema, nullptr);
  return Handle<galena_schema>(schema);
}

inline Handle<galena_schema> standard_schema(std::string_view entity) {
  galena_schema* schema = nullptr;
  galena_schema_standard(entity.data(), entity.size(), &schema, nullptr);
  return Handle<galena_schema>(schema);
}

/// A record with the fields of a JSON object.
inline Handle<galena_record> make_record(const galena_schema* schema, std::string_view json) {
  galena_record* record = nullptr;
  if (galena_record_create(schema, &record, nullptr) == GALENA_OK &&
      galena_record_set_json(record, json.data(), json.size(), nullptr) != GALENA_OK) {
    galena_record_free(record);
    record = nullptr;
  }
  return Handle<galena_record>(record);
}

inline Handle<galena_table> parse_csv(std::string_view bytes) {
  galena_table* table = nullptr;
  galena_table_parse_csv(bytes.data(), bytes.size(), nullptr, &table, nullptr);
  return Handle<galena_table>(table);
}

/// The text of a cell of a text column.
inline std::string cell(const galena_table* table, std::size_t row, std::string_view column) {
  std::size_t number = 0;
  const char* text = nullptr;
  std::size_t size = 0;
  if (galena_table_find(table, column.data(), column.size(), &number, nullptr) != GALENA_OK ||
      galena_table_text(table, row, number, &text, &size, nullptr) != GALENA_OK) {
    return "(no such cell)";
  }
  return std::string(text == nullptr ? "" : text, size);
}

}  // namespace galena::test
