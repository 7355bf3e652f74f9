// Single records of the C API.
#include "record/json_record.hpp"
#include "galena/record/traits.hpp"
#include "galena/record/validate.hpp"
#include "guard.hpp"
#include "handles.hpp"

using galena::ValueView;
using namespace galena::capi;

namespace {

/// Every setter: the field's number is checked, then the value is converted or refused.
galena_status set(galena_record* record, uint32_t field, galena_error** error, auto make_value) noexcept {
  return guarded(error, [&] {
    galena::Record& target = need(record, "record").record;
    if (field >= target.schema().size()) {
      throw Refused{galena::Problem{galena::Code::not_found, "unknown_field", "field",
                                    "the schema '" + target.schema().name() + "' has no field number " +
                                        std::to_string(field),
                                    "look the number up with galena_schema_find"}};
    }
    take(target.set(field, make_value()));
  });
}

galena::Decimal decimal(int64_t coefficient, int32_t scale) {
  if (scale < 0 || scale > galena::Decimal::kMaxScale) {
    refuse_argument("bad_scale", "scale", "scale is " + std::to_string(scale) + ", not 0 to 18");
  }
  return {coefficient, scale};
}

}  // namespace

extern "C" {

galena_status galena_record_create(const galena_schema* schema, galena_record** record,
                                   galena_error** error) noexcept {
  clear(record);
  return guarded(error, [&] {
    need(record, "record");
    *record = new galena_record{galena::Record(need(schema, "schema").schema)};
  });
}

galena_status galena_record_set_text(galena_record* record, uint32_t field, const char* value,
                                     size_t value_size, galena_error** error) noexcept {
  return set(record, field, error, [&] { return ValueView(text(value, value_size, "text")); });
}

galena_status galena_record_set_int(galena_record* record, uint32_t field, int64_t value,
                                    galena_error** error) noexcept {
  return set(record, field, error, [&] { return ValueView(value); });
}

galena_status galena_record_set_number(galena_record* record, uint32_t field, double value,
                                       galena_error** error) noexcept {
  return set(record, field, error, [&] { return ValueView(value); });
}

galena_status galena_record_set_bool(galena_record* record, uint32_t field, int32_t value,
                                     galena_error** error) noexcept {
  return set(record, field, error, [&] { return ValueView(value != 0); });
}

galena_status galena_record_set_decimal(galena_record* record, uint32_t field, int64_t coefficient,
                                        int32_t scale, galena_error** error) noexcept {
  return set(record, field, error, [&] { return ValueView(decimal(coefficient, scale)); });
}

galena_status galena_record_set_money(galena_record* record, uint32_t field, int64_t coefficient,
                                      int32_t scale, const char* currency, size_t currency_size,
                                      galena_error** error) noexcept {
  return set(record, field, error, [&] {
    const auto code = galena::Currency::parse(text(currency, currency_size, "currency"));
    if (!code) refuse_argument("bad_currency", "currency", "a currency is three capital letters");
    return ValueView(galena::Money{decimal(coefficient, scale), *code});
  });
}

galena_status galena_record_set_date(galena_record* record, uint32_t field, int32_t days,
                                     galena_error** error) noexcept {
  return set(record, field, error, [&] { return ValueView(galena::Date(std::chrono::days(days))); });
}

galena_status galena_record_set_instant(galena_record* record, uint32_t field, int64_t instant,
                                        galena_error** error) noexcept {
  return set(record, field, error, [&] { return ValueView(galena::instant_from_micros(instant)); });
}

galena_status galena_record_set_blank(galena_record* record, uint32_t field,
                                      galena_error** error) noexcept {
  return set(record, field, error, [&] { return ValueView(); });
}

galena_status galena_record_set_json(galena_record* record, const char* json, size_t json_size,
                                     galena_error** error) noexcept {
  return guarded(error, [&] {
    galena::Record& target = need(record, "record").record;
    take(galena::detail::set_fields_from_json(target, text(json, json_size, "json")));
  });
}

galena_status galena_record_set_row(galena_record* record, const galena_table* table, size_t row,
                                    galena_error** error) noexcept {
  return guarded(error, [&] {
    galena::Record& target = need(record, "record").record;
    const galena::Table& source = need(table, "table").table;
    if (row >= source.rows()) {
      refuse_argument("bad_row", "row",
                      "row " + std::to_string(row) + " of " + std::to_string(source.rows()));
    }
    galena::Record filled = target;
    for (uint32_t field = 0; field < target.schema().size(); ++field) {
      const auto column = source.find(target.schema()[field].name);
      take(filled.set(field, column ? source[*column][row] : ValueView()));
    }
    target = std::move(filled);
  });
}

galena_status galena_record_reset(galena_record* record, galena_error** error) noexcept {
  return guarded(error, [&] { need(record, "record").record.reset(); });
}

galena_status galena_record_json(const galena_record* record, galena_buffer** json,
                                 galena_error** error) noexcept {
  clear(json);
  return guarded(error, [&] {
    const galena::Record& source = need(record, "record").record;
    galena::JsonWriter writer;
    writer.begin_object();
    for (uint32_t field = 0; field < source.schema().size(); ++field) {
      if (source[field].is_blank()) continue;
      writer.key(source.schema()[field].name).value(source[field]);
    }
    writer.end_object();
    give_text(json, "json", std::move(writer).text());
  });
}

galena_status galena_record_validate(const galena_record* record, galena_error** error) noexcept {
  return guarded(error, [&] {
    const galena::Record& source = need(record, "record").record;
    galena::Problems problems = galena::validate(galena::row_of(source), source.schema());
    if (!problems.empty()) throw Refused{std::move(problems)};
  });
}

void galena_record_free(galena_record* record) noexcept { delete record; }

}  // extern "C"
