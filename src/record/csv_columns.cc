#include "record/csv_columns.hpp"

#include <utility>

#include "galena/base/utf8.hpp"
#include "galena/record/convert.hpp"

namespace galena::detail {

namespace {

Money amount_of(const ValueView& value) {
  return value.kind() == ValueKind::money ? value.money() : Money{value.decimal(), {}};
}

}  // namespace

CsvColumn::CsvColumn(const std::string& name, FieldType type) : name_(name), type_(type) {
  switch (column_type_of(type)) {
    case ColumnType::text: text_.emplace(name, ColumnType::text); break;
    case ColumnType::decimal: amounts_.emplace(); break;
    default: scalars_.emplace(name, column_type_of(type)); break;
  }
}

std::optional<std::string> CsvColumn::accept(std::string_view text) {
  accepted_ = Value();
  if (text.empty()) return std::nullopt;
  auto value = parse_scalar(type_, text);
  if (!value) {
    return "'" + std::string(excerpt(text)) + "' is not " +
           std::string(expected_form(value_kind_of(type_)));
  }
  if (amounts_) {
    switch (amounts_->check(amount_of(value->view()))) {
      case AmountValues::Verdict::fits: break;
      case AmountValues::Verdict::other_currency:
        return "'" + std::string(excerpt(text)) +
               (amounts_->currency().empty()
                    ? "' names a currency, the amounts before it do not"
                    : "' is not an amount in " + std::string(amounts_->currency().code()) +
                          ", the currency of the first one");
      case AmountValues::Verdict::too_many_digits:
        return "'" + std::string(excerpt(text)) +
               "' needs more than 18 digits beside the other values of the column";
    }
  }
  accepted_ = *std::move(value);
  return std::nullopt;
}

void CsvColumn::append() {
  const ValueView value = accepted_.view();
  if (!amounts_) {
    // The value was read as one of the column's type, so it fits.
    if (!scalars_->append(value)) scalars_->append_null();
  } else if (value.is_blank()) {
    amounts_->append_null();
  } else {
    amounts_->append(amount_of(value));
  }
}

Column CsvColumn::finish() {
  if (text_) return text_->finish();
  if (amounts_) return amounts_->finish(name_);
  return scalars_->finish();
}

}  // namespace galena::detail
