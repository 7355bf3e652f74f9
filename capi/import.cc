// Import mapping of the C API: suggested mappings, and tables in the shape of a schema.
#include "detail/json_reader.hpp"
#include "galena/intake/import_formats.hpp"
#include "galena/intake/mapping.hpp"
#include "guard.hpp"
#include "handles.hpp"
#include "table_options.hpp"

using namespace galena::capi;

namespace {

galena::ColumnMapping read_mapping(std::string_view json) {
  return take(galena::detail::read_json(json, [](const galena::detail::JsonNode& root) {
    galena::ColumnMapping mapping;
    for (const galena::detail::JsonNode& pair : root.items()) {
      pair.expect_keys({"column", "field", "reason", "text"});
      mapping.emplace_back(pair.get("column").text(), pair.get("field").text());
    }
    return mapping;
  }));
}

/// The position of a word in a list of names; nothing for empty text.
template <class Enum, std::size_t N>
std::optional<Enum> word(std::string_view given, const std::string_view (&names)[N],
                         const char* parameter) {
  if (given.empty()) return std::nullopt;
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == given) return static_cast<Enum>(i);
  }
  refuse_argument("unknown_word", parameter,
                  "'" + std::string(given) + "' is no " + std::string(parameter));
}

galena::ImportFormats import_formats(const galena_import_options& options) {
  galena::ImportFormats formats;
  formats.date_order = word<galena::DateOrder>(
      text(options.date_order, options.date_order_size, "date_order"), galena::kDateOrderNames,
      "date_order");
  formats.decimal_mark = word<galena::DecimalMark>(
      text(options.decimal_mark, options.decimal_mark_size, "decimal_mark"),
      galena::kDecimalMarkNames, "decimal_mark");
  if (options.has_utc_offset != 0) {
    formats.utc_offset = std::chrono::minutes(options.utc_offset_minutes);
  }
  if (options.first_two_digit_year != 0) {
    formats.first_two_digit_year = options.first_two_digit_year;
  }
  const std::string_view code = text(options.currency, options.currency_size, "currency");
  if (code.empty()) return formats;
  const auto currency = galena::Currency::parse(code);
  if (!currency) refuse_argument("bad_currency", "currency", "a currency is three capital letters");
  formats.currency = *currency;
  return formats;
}

}  // namespace

extern "C" {

galena_status galena_table_suggest_mapping(const galena_table* table, const galena_schema* schema,
                                           galena_buffer** mapping, galena_error** error) noexcept {
  clear(mapping);
  return guarded(error, [&] {
    const auto suggested =
        galena::suggest_mapping(need(table, "table").table, need(schema, "schema").schema);
    galena::JsonWriter json;
    json.begin_array();
    for (const galena::MappedColumn& mapped : suggested.reasons) {
      json.begin_object().key("column").value(mapped.column).key("field").value(mapped.field);
      json.key("reason").value(galena::mapping_reason_name(mapped.reason));
      json.key("text").value(mapped.text).end_object();
    }
    json.end_array();
    give_text(mapping, "mapping", std::move(json).text());
  });
}

galena_status galena_table_conform(const galena_table* table, const galena_schema* schema,
                                   const galena_import_options* options, galena_table** conformed,
                                   galena_error** error) noexcept {
  clear(conformed);
  return guarded(error, [&] {
    const galena::Table& source = need(table, "table").table;
    const galena::Schema& shape = need(schema, "schema").schema;
    need(conformed, "conformed");
    const galena_import_options given = options_of(options);
    if (given.reserved != 0) refuse_argument("reserved", "options", "options.reserved must be 0");
    const std::string_view json = text(given.mapping, given.mapping_size, "mapping");
    const galena::ColumnMapping mapping =
        json.empty() ? galena::suggest_mapping(source, shape).columns : read_mapping(json);
    const auto canonical =
        take(galena::normalise_formats(source, shape, mapping, import_formats(given)));
    auto result = take(galena::conform(canonical.table, shape, mapping));
    *conformed = new galena_table{std::move(result.table), cell_problems_table(result.problems)};
  });
}

}  // extern "C"
