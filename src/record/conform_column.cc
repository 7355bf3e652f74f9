#include "record/conform_column.hpp"

#include <bit>
#include <string>

#include "galena/base/utf8.hpp"
#include "galena/record/convert.hpp"
#include "record/amount_values.hpp"

namespace galena::detail {

namespace {

enum class CellState : std::uint8_t { null, value, bad };

/// A converted value: of a distinct text, or of a row.
struct Cell {
  std::int64_t bits = 0;  ///< the integer, or the double's bits
  Currency currency = {};
  std::uint8_t scale = 0;
  CellState state = CellState::null;
};

Cell cell_of(const Value& value) {
  const ValueView view = value.view();
  Cell cell;
  if (view.kind() == ValueKind::blank) return cell;
  cell.state = CellState::value;
  switch (view.kind()) {
    case ValueKind::number: cell.bits = std::bit_cast<std::int64_t>(view.number()); break;
    case ValueKind::money: cell.currency = view.money().currency; [[fallthrough]];
    case ValueKind::decimal:
      cell.bits = view.decimal().coefficient();
      cell.scale = static_cast<std::uint8_t>(view.decimal().scale());
      break;
    default: cell.bits = view.integer(); break;
  }
  return cell;
}

Cell convert(FieldType type, const ValueView& value) {
  if (value.is_blank()) return {};
  // Without the message that convert_value would write: it is made later, for bad cells alone.
  if (value.kind() == ValueKind::text) {
    const auto parsed = parse_scalar(type, value.text());
    return parsed ? cell_of(*parsed) : Cell{.state = CellState::bad};
  }
  const Result<Value> converted = convert_value(type, value);
  return converted ? cell_of(*converted) : Cell{.state = CellState::bad};
}

/// All different values of the source, converted: by code for a dictionary, else by row.
std::vector<Cell> convert_all(const Column& source, FieldType type) {
  std::vector<Cell> cells;
  if (source.is_dictionary()) {
    cells.reserve(source.distinct_size());
    for (std::size_t i = 0; i < source.distinct_size(); ++i) {
      cells.push_back(convert(type, ValueView(source.distinct(i))));
    }
  } else {
    cells.reserve(source.size());
    for (std::size_t row = 0; row < source.size(); ++row) {
      cells.push_back(convert(type, source[row]));
    }
  }
  return cells;
}

std::string bad_value_message(const ValueView& value, const Field& field) {
  return "'" + std::string(excerpt(to_text(value))) + "' is not " +
         std::string(expected_form(value_kind_of(field.type))) + ": left blank";
}

std::string bad_amount_message(const ValueView& value, const Field& field,
                               AmountValues::Verdict verdict, Currency currency) {
  const std::string text = "'" + std::string(excerpt(to_text(value))) + "'";
  if (verdict == AmountValues::Verdict::too_many_digits) {
    return text + " needs more than 18 digits beside the other values of '" + field.name +
           "': left blank";
  }
  return text + (currency.empty() ? " names a currency, the amounts before it do not"
                                  : " is not an amount in " + std::string(currency.code())) +
         ": left blank";
}

/// Calls `visit(row, cell)` for every row, with nullptr for a null.
template <class Visit>
void for_each_row(const Column& source, const std::vector<Cell>& cells, Visit visit) {
  const bool dictionary = source.is_dictionary();
  for (std::size_t row = 0; row < source.size(); ++row) {
    const std::size_t at = dictionary ? static_cast<std::size_t>(source.codes()[row]) : row;
    const bool null = source.is_null(row) || cells[at].state == CellState::null;
    visit(row, null ? nullptr : &cells[at]);
  }
}

Column convert_amounts(const Column& source, const Field& field,
                       std::vector<CellProblem>& problems) {
  const std::vector<Cell> cells = convert_all(source, field.type);
  AmountValues amounts(field.currency);
  for_each_row(source, cells, [&](std::size_t row, const Cell* cell) {
    if (cell == nullptr) return amounts.append_null();
    if (cell->state == CellState::bad) {
      problems.push_back({row, source.name(), "bad_value", bad_value_message(source[row], field)});
      return amounts.append_null();
    }
    const Money amount{Decimal(cell->bits, cell->scale), cell->currency};
    const auto verdict = amounts.check(amount);
    if (verdict == AmountValues::Verdict::fits) return amounts.append(amount);
    problems.push_back({row, source.name(), "bad_value",
                        bad_amount_message(source[row], field, verdict, amounts.currency())});
    amounts.append_null();
  });
  return amounts.finish(field.name);
}

Column convert_column(const Column& source, const Field& field,
                      std::vector<CellProblem>& problems) {
  const std::vector<Cell> cells = convert_all(source, field.type);
  const ColumnType type = column_type_of(field.type);
  ColumnBuilder builder(field.name, type);
  builder.reserve(source.size());
  for_each_row(source, cells, [&](std::size_t row, const Cell* cell) {
    if (cell == nullptr) return builder.append_null();
    if (cell->state == CellState::bad) {
      problems.push_back({row, source.name(), "bad_value", bad_value_message(source[row], field)});
      return builder.append_null();
    }
    if (type == ColumnType::number) return builder.append_number(std::bit_cast<double>(cell->bits));
    builder.append_integer(cell->bits);
  });
  return builder.finish();
}

Column to_text_column(const Column& source) {
  ColumnBuilder builder(source.name(), ColumnType::text);
  builder.reserve(source.size());
  for (std::size_t row = 0; row < source.size(); ++row) {
    const ValueView value = source[row];
    if (value.is_blank()) {
      builder.append_null();
    } else {
      builder.append_text(to_text(value));
    }
  }
  return builder.finish();
}

/// The values can stay as they are: same storage type and, for amounts, same currency.
bool fits_already(const Column& source, const Field& field) {
  if (source.type() != column_type_of(field.type)) return false;
  if (source.type() != ColumnType::decimal) return true;
  if (field.type == FieldType::decimal) return source.currency().empty();
  return field.currency.empty() || field.currency == source.currency();
}

}  // namespace

Column conform_column(const Column& source, const Field& field,
                      std::vector<CellProblem>& problems) {
  if (column_type_of(field.type) == ColumnType::text) {
    return conform_text(source.type() == ColumnType::text ? source : to_text_column(source), field,
                        source.name(), problems);
  }
  if (fits_already(source, field)) return source.renamed(field.name);
  return column_type_of(field.type) == ColumnType::decimal
             ? convert_amounts(source, field, problems)
             : convert_column(source, field, problems);
}

}  // namespace galena::detail
