#include "galena/intake/import_formats.hpp"

#include <string>
#include <utility>

#include "galena/base/instant.hpp"
#include "intake/amount_text.hpp"
#include "intake/column_text.hpp"
#include "intake/date_text.hpp"
#include "intake/detect_format.hpp"
#include "intake/word_values.hpp"

namespace galena {
namespace {

using detail::CivilTime;

/// One column on its way: what it is, what was declared, where problems go.
struct ColumnImport {
  const Column& column;
  const Field& field;
  const ImportFormats& formats;
  Problems& problems;
  ColumnFormat& format;

  void report(std::string detail, std::string message, std::string hint) const {
    problems.add(Code::invalid_argument, std::move(detail), column.name(),
                 "the column '" + column.name() + "' " + std::move(message), std::move(hint));
  }
};

std::string quoted(const std::vector<std::string>& values) {
  std::string text;
  for (const std::string& value : values) {
    if (!text.empty()) text += " and ";
    text += "'" + value.substr(0, 40) + "'";
  }
  return text;
}

bool is_space(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// --- dates ---

/// A value that is a date only when two-digit years are read; "" when there is none.
std::string find_two_digit_year(const Column& column) {
  constexpr int kAnyCentury = 1950;
  std::string witness;
  detail::for_each_text(column, [&](std::string_view text) {
    if (!witness.empty()) return;
    for (const DateOrder order :
         {DateOrder::year_month_day, DateOrder::day_month_year, DateOrder::month_day_year}) {
      if (detail::parse_civil_time(text, order, std::nullopt)) return;
      if (detail::parse_civil_time(text, order, kAnyCentury)) witness = text;
    }
  });
  return witness;
}

/// Serial numbers are tried only when nothing else fits, and only for days from 1927 to 2173.
bool is_excel_serial(const Column& column) {
  constexpr std::size_t kDigits = 5;
  bool all = true;
  bool any = false;
  detail::for_each_text(column, [&](std::string_view text) {
    any = true;
    const bool five = text.substr(0, text.find('.')).size() == kDigits && text.front() != '0';
    all = all && five && detail::parse_civil_time(text, DateOrder::excel_serial, std::nullopt);
  });
  return all && any;
}

std::optional<DateOrder> find_date_order(const ColumnImport& import) {
  if (import.formats.date_order) return import.formats.date_order;
  if (!import.formats.first_two_digit_year) {
    if (const std::string witness = find_two_digit_year(import.column); !witness.empty()) {
      import.report("two_digit_year", "has years of two digits, such as '" + witness + "'",
                    "declare first_two_digit_year, such as 1950");
      return std::nullopt;
    }
  }
  const auto detection = detail::detect_format<DateOrder>(
      import.column,
      {DateOrder::year_month_day, DateOrder::day_month_year, DateOrder::month_day_year},
      [&](std::string_view text, DateOrder order) {
        return detail::parse_civil_time(text, order, import.formats.first_two_digit_year);
      });
  if (detection.ambiguous) {
    import.report("ambiguous_date",
                  "has dates that can be read in two ways, such as " + quoted(detection.witnesses),
                  "declare date_order: " + std::string(date_order_name(detection.formats[0])) +
                      " or " + std::string(date_order_name(detection.formats[1])));
  }
  if (detection.mixed) {
    import.report("mixed_dates",
                  "mixes orders of dates: no one order reads all of " + quoted(detection.witnesses),
                  "correct the column or declare date_order");
  }
  if (detection.format || detection.ambiguous || detection.mixed) return detection.format;
  return is_excel_serial(import.column) ? std::optional(DateOrder::excel_serial) : std::nullopt;
}

std::optional<Instant> instant_of(const CivilTime& time,
                                  std::optional<std::chrono::minutes> utc_offset) {
  const auto offset = time.offset ? time.offset : utc_offset;
  if (!offset) return std::nullopt;
  return Instant(time.date) + time.time_of_day.value_or(Duration(0)) - *offset;
}

/// Reports when a time of the column says no offset and none was declared.
bool lacks_offset(const ColumnImport& import, DateOrder order) {
  if (import.formats.utc_offset) return false;
  std::string witness;
  detail::for_each_text(import.column, [&](std::string_view text) {
    if (!witness.empty()) return;
    const auto time = detail::parse_civil_time(text, order, import.formats.first_two_digit_year);
    if (time && !time->offset) witness = text;
  });
  if (witness.empty()) return false;
  import.report("missing_offset", "has times without an offset, such as '" + witness + "'",
                "declare utc_offset, or give the times with an offset");
  return true;
}

Column import_dates(const ColumnImport& import) {
  const auto order = find_date_order(import);
  import.format.date_order = order;
  const bool instant = import.field.type == FieldType::instant;
  if (!order || (instant && lacks_offset(import, *order))) return import.column;
  return detail::rewrite_text(
      import.column,
      [&](std::string_view text) -> std::optional<std::string> {
        if (is_space(text)) return "";
        const auto time =
            detail::parse_civil_time(text, *order, import.formats.first_two_digit_year);
        if (!time) return std::nullopt;
        if (!instant) return format_date(time->date);
        return format_instant(*instant_of(*time, import.formats.utc_offset));
      },
      import.format.unread);
}

// --- numbers ---

/// The amount, when the field's type can hold it.
std::optional<Money> read_amount(std::string_view text, DecimalMark mark, FieldType type) {
  const auto amount = detail::parse_amount(text, mark);
  if (!amount || type != FieldType::integer) return amount;
  return amount->amount.normalized().scale() == 0 ? amount : std::nullopt;
}

std::optional<DecimalMark> find_decimal_mark(const ColumnImport& import) {
  if (import.formats.decimal_mark) return import.formats.decimal_mark;
  const auto detection =
      detail::detect_format<DecimalMark>(import.column, {DecimalMark::point, DecimalMark::comma},
                                         [&](std::string_view text, DecimalMark mark) {
                                           return read_amount(text, mark, import.field.type);
                                         });
  if (detection.ambiguous) {
    import.report(
        "ambiguous_number",
        "has numbers that can be read in two ways, such as " + quoted(detection.witnesses),
        "declare decimal_mark: point or comma");
  }
  if (detection.mixed) {
    import.report("mixed_numbers",
                  "mixes decimal points and commas: " + quoted(detection.witnesses),
                  "correct the column or declare decimal_mark");
  }
  return detection.format;
}

std::string canonical_amount(Money amount, FieldType type, Currency declared) {
  if (type == FieldType::integer) return amount.amount.normalized().to_text();
  if (type != FieldType::money) return amount.amount.to_text();
  if (amount.currency.empty()) amount.currency = declared;
  return amount.to_text();
}

Column import_numbers(const ColumnImport& import) {
  const auto mark = find_decimal_mark(import);
  import.format.decimal_mark = mark;
  if (!mark) return import.column;
  const FieldType type = import.field.type;
  return detail::rewrite_text(
      import.column,
      [&](std::string_view text) -> std::optional<std::string> {
        if (is_space(text)) return "";
        const auto amount = read_amount(text, *mark, type);
        if (!amount) return std::nullopt;
        return canonical_amount(*amount, type, import.formats.currency);
      },
      import.format.unread);
}

Column import_column(const ColumnImport& import) {
  switch (import.field.type) {
    case FieldType::date:
    case FieldType::instant:
      return import_dates(import);
    case FieldType::integer:
    case FieldType::number:
    case FieldType::decimal:
    case FieldType::money:
      return import_numbers(import);
    case FieldType::boolean:
      return detail::rewrite_text(import.column, detail::canonical_boolean, import.format.unread);
    case FieldType::picklist:
    case FieldType::multi_picklist:
      if (import.field.values.empty()) return import.column;
      return detail::rewrite_text(import.column, detail::picklist_reader(import.field),
                                  import.format.unread);
    default:
      return import.column;
  }
}

/// The first field that a column is mapped to; further ones would read the same text.
const Field* field_of(const Column& column, const Schema& schema, const ColumnMapping& mapping) {
  for (const auto& [from, to] : mapping) {
    if (from != column.name()) continue;
    const auto field = schema.find(to);
    return field ? &schema[*field] : nullptr;
  }
  return nullptr;
}

}  // namespace

Result<NormalisedTable> normalise_formats(const Table& source, const Schema& schema,
                                          const ColumnMapping& mapping,
                                          const ImportFormats& formats) {
  Problems problems;
  NormalisedTable result;
  std::vector<Column> columns;
  for (const Column& column : source.columns()) {
    const Field* field = field_of(column, schema, mapping);
    if (field == nullptr || column.type() != ColumnType::text) {
      columns.push_back(column);
      continue;
    }
    ColumnFormat format{.column = column.name(), .field = field->name};
    columns.push_back(import_column({column, *field, formats, problems, format}));
    if (format.date_order || format.decimal_mark) result.formats.push_back(std::move(format));
  }
  if (!problems.empty()) return problems;
  Result<Table> table = Table::make(std::move(columns));
  if (!table) return table.problems();
  result.table = *std::move(table);
  return result;
}

}  // namespace galena
