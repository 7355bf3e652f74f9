#include <algorithm>
#include <cassert>
#include <limits>
#include <utility>

#include "galena/record/table.hpp"
#include "record/text_values.hpp"

namespace galena {

struct ColumnBuilder::Impl {
  ColumnData data;
  std::unique_ptr<detail::TextValues> text;  ///< of text columns

  void add_valid() {
    if (!data.valid.empty()) set_valid(data.size);
    ++data.size;
  }

  void add_invalid() {
    if (data.valid.empty()) mark_rows_so_far();
    if (data.valid.size() <= data.size / 64) data.valid.push_back(0);
    ++data.size;
  }

  void add_integer(std::int64_t value) {
    data.integers.push_back(value);
    add_valid();
  }

 private:
  void set_valid(std::size_t row) {
    if (data.valid.size() <= row / 64) data.valid.push_back(0);
    data.valid[row / 64] |= std::uint64_t{1} << (row % 64);
  }

  /// The bitmap exists only from the first null on: all rows before it have a value.
  void mark_rows_so_far() {
    data.valid.assign(data.size / 64, ~std::uint64_t{0});
    data.valid.push_back((std::uint64_t{1} << (data.size % 64)) - 1);
  }
};

ColumnBuilder::ColumnBuilder(std::string name, ColumnType type, int scale, Currency currency)
    : impl_(std::make_unique<Impl>()) {
  impl_->data.name = std::move(name);
  impl_->data.type = type;
  impl_->data.scale = scale;
  impl_->data.currency = currency;
  if (type == ColumnType::text) impl_->text = std::make_unique<detail::TextValues>();
}

ColumnBuilder::ColumnBuilder(ColumnBuilder&&) noexcept = default;
ColumnBuilder& ColumnBuilder::operator=(ColumnBuilder&&) noexcept = default;
ColumnBuilder::~ColumnBuilder() = default;

void ColumnBuilder::reserve(std::size_t rows) {
  ColumnData& data = impl_->data;
  if (impl_->text) {
    impl_->text->reserve(rows);
  } else if (data.type == ColumnType::number) {
    data.numbers.reserve(rows);
  } else {
    data.integers.reserve(rows);
  }
}

void ColumnBuilder::append_null() {
  ColumnData& data = impl_->data;
  if (impl_->text) {
    impl_->text->append_null();
  } else if (data.type == ColumnType::number) {
    data.numbers.push_back(0);
  } else {
    data.integers.push_back(0);
  }
  impl_->add_invalid();
}

void ColumnBuilder::append_text(std::string_view text) {
  assert(impl_->text);
  impl_->text->append(text);
  impl_->add_valid();
}

void ColumnBuilder::append_integer(std::int64_t value) {
  assert(!impl_->text && impl_->data.type != ColumnType::number);
  impl_->add_integer(value);
}

void ColumnBuilder::append_number(double value) {
  assert(impl_->data.type == ColumnType::number);
  impl_->data.numbers.push_back(value);
  impl_->add_valid();
}

bool ColumnBuilder::append(const ValueView& value) {
  const ColumnData& data = impl_->data;
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

std::size_t ColumnBuilder::size() const { return impl_->data.size; }

Column ColumnBuilder::finish() {
  Impl& impl = *impl_;
  ColumnData fresh;
  fresh.name = impl.data.name;
  fresh.type = impl.data.type;
  fresh.scale = impl.data.scale;
  fresh.currency = impl.data.currency;
  if (impl.text) {
    impl.text->finish(impl.data);
    impl.text = std::make_unique<detail::TextValues>();
  }
  return Column(std::exchange(impl.data, std::move(fresh)));
}

}  // namespace galena
