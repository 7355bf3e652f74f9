#include <cassert>
#include <utility>

#include "galena/record/table.hpp"
#include "record/column_values.hpp"

namespace galena {

struct ColumnBuilder::Impl {
  detail::ColumnValues values;
};

ColumnBuilder::ColumnBuilder(std::string name, ColumnType type, int scale, Currency currency)
    : impl_(new Impl{detail::ColumnValues(std::move(name), type, scale, currency)}) {}

ColumnBuilder::ColumnBuilder(ColumnBuilder&&) noexcept = default;
ColumnBuilder& ColumnBuilder::operator=(ColumnBuilder&&) noexcept = default;
ColumnBuilder::~ColumnBuilder() = default;

void ColumnBuilder::reserve(std::size_t rows) { impl_->values.reserve(rows); }

void ColumnBuilder::append_null() { impl_->values.add_null(); }

void ColumnBuilder::append_text(std::string_view text) {
  assert(impl_->values.is_text());
  impl_->values.add_text(text);
}

void ColumnBuilder::append_integer(std::int64_t value) {
  assert(!impl_->values.is_text() && impl_->values.data().type != ColumnType::number);
  impl_->values.add_integer(value);
}

void ColumnBuilder::append_number(double value) {
  assert(impl_->values.data().type == ColumnType::number);
  impl_->values.add_number(value);
}

bool ColumnBuilder::append(const ValueView& value) {
  const ColumnData& data = impl_->values.data();
  if (value.kind() == ValueKind::blank) return append_null(), true;
  switch (data.type) {
    case ColumnType::text:
      if (value.kind() != ValueKind::text) return false;
      return append_text(value.text()), true;
    case ColumnType::number:
      if (value.kind() != ValueKind::number) return false;
      return append_number(value.number()), true;
    case ColumnType::decimal: {
      if (value.kind() != ValueKind::decimal && value.kind() != ValueKind::money) return false;
      const Currency currency =
          value.kind() == ValueKind::money ? value.money().currency : Currency();
      if (!currency.empty() && currency != data.currency) return false;
      const auto scaled = value.decimal().rounded(data.scale);
      if (!scaled || *scaled != value.decimal()) return false;
      return append_integer(scaled->coefficient()), true;
    }
    case ColumnType::boolean:
      if (value.kind() != ValueKind::boolean) return false;
      return append_integer(value.boolean() ? 1 : 0), true;
    case ColumnType::integer:
      if (value.kind() != ValueKind::integer) return false;
      return append_integer(value.integer()), true;
    case ColumnType::date:
      if (value.kind() != ValueKind::date) return false;
      return append_integer(value.date().time_since_epoch().count()), true;
    case ColumnType::instant:
      if (value.kind() != ValueKind::instant) return false;
      return append_integer(micros_of(value.instant())), true;
  }
  return false;
}

std::size_t ColumnBuilder::size() const { return impl_->values.data().size; }

Column ColumnBuilder::finish() { return impl_->values.finish(); }

}  // namespace galena
