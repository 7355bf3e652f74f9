#include "record/conform_column.hpp"

#include <algorithm>
#include <bit>
#include <string>

#include "galena/record/convert.hpp"

namespace galena::detail {

namespace {

enum class CellState : std::uint8_t { null, value, bad, other_currency };

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

/// One currency for the column: the field's, else the first one named. Amounts without a currency
/// belong to the field's; without one there they are not mixed with amounts that name theirs.
Currency agree_on_currency(std::vector<Cell>& cells, const Field& field) {
  Currency agreed = field.currency;
  for (const Cell& cell : cells) {
    if (!agreed.empty()) break;
    agreed = cell.currency;
  }
  for (Cell& cell : cells) {
    if (cell.state != CellState::value || cell.currency == agreed) continue;
    if (!cell.currency.empty() || field.currency.empty()) cell.state = CellState::other_currency;
  }
  return agreed;
}

bool rescale(Cell& cell, int scale) {
  const auto scaled = Decimal(cell.bits, cell.scale).rounded(scale);
  if (!scaled) return false;
  cell.bits = scaled->coefficient();
  cell.scale = static_cast<std::uint8_t>(scale);
  return true;
}

/// One scale for the column: the largest among its values. Where that is too much for another value
/// of the column, zeros at the end of decimals do not count.
int agree_on_scale(std::vector<Cell>& cells) {
  const auto largest = [&] {
    int scale = 0;
    for (const Cell& cell : cells) {
      if (cell.state == CellState::value) scale = std::max<int>(scale, cell.scale);
    }
    return scale;
  };
  int scale = largest();
  const bool fits = std::all_of(cells.begin(), cells.end(), [&](const Cell& cell) {
    return cell.state != CellState::value || Decimal(cell.bits, cell.scale).rounded(scale);
  });
  if (!fits) {
    for (Cell& cell : cells) {
      if (cell.state != CellState::value) continue;
      const Decimal shortest = Decimal(cell.bits, cell.scale).normalized();
      cell.bits = shortest.coefficient();
      cell.scale = static_cast<std::uint8_t>(shortest.scale());
    }
    scale = largest();
  }
  for (Cell& cell : cells) {
    if (cell.state == CellState::value && !rescale(cell, scale)) cell.state = CellState::bad;
  }
  return scale;
}

std::string message_of(const Cell& cell, const ValueView& value, const Field& field,
                       Currency currency) {
  const std::string text = "'" + to_text(value).substr(0, 80) + "'";
  if (cell.state == CellState::other_currency) {
    return text + " is not an amount in " + std::string(currency.code()) +
           ", the currency of '" + field.name + "': left blank";
  }
  return text + " is not " + std::string(expected_form(value_kind_of(field.type))) +
         ": left blank";
}

Column convert_column(const Column& source, const Field& field,
                      std::vector<CellProblem>& problems) {
  std::vector<Cell> cells = convert_all(source, field.type);
  const ColumnType type = column_type_of(field.type);
  Currency currency;
  int scale = 0;
  if (field.type == FieldType::money) currency = agree_on_currency(cells, field);
  if (type == ColumnType::decimal) scale = agree_on_scale(cells);

  const bool dictionary = source.is_dictionary();
  ColumnBuilder builder(field.name, type, scale, currency);
  builder.reserve(source.size());
  for (std::size_t row = 0; row < source.size(); ++row) {
    const Cell* cell = nullptr;
    if (!source.is_null(row)) {
      cell = &cells[dictionary ? static_cast<std::size_t>(source.codes()[row]) : row];
    }
    if (cell == nullptr || cell->state != CellState::value) {
      builder.append_null();
      if (cell == nullptr || cell->state == CellState::null) continue;
      problems.push_back({row, source.name(), "bad_value",
                          message_of(*cell, source[row], field, currency)});
    } else if (type == ColumnType::number) {
      builder.append_number(std::bit_cast<double>(cell->bits));
    } else {
      builder.append_integer(cell->bits);
    }
  }
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
  return convert_column(source, field, problems);
}

}  // namespace galena::detail
