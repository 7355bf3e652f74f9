#include "intake/mapping_values.hpp"

#include <cstddef>
#include <functional>
#include <string>

#include "galena/record/convert.hpp"
#include "galena/record/email.hpp"
#include "galena/record/formats.hpp"
#include "intake/amount_text.hpp"
#include "intake/date_text.hpp"
#include "intake/word_values.hpp"

namespace galena::detail {
namespace {

constexpr std::size_t kLookedAt = 1000;

struct Share {
  std::size_t hits = 0;
  std::size_t seen = 0;
};

/// How many of the first values that are not blank pass the test.
Share share_of(const Column& column, const std::function<bool(const ValueView&)>& test) {
  Share share;
  for (std::size_t row = 0; row < column.size() && share.seen < kLookedAt; ++row) {
    const ValueView value = column[row];
    if (value.is_blank()) continue;
    ++share.seen;
    share.hits += test(value) ? 1U : 0U;
  }
  return share;
}

bool is_date(std::string_view text) {
  constexpr int kAnyCentury = 1950;
  for (const DateOrder order :
       {DateOrder::year_month_day, DateOrder::day_month_year, DateOrder::month_day_year}) {
    if (parse_civil_time(text, order, kAnyCentury)) return true;
  }
  constexpr std::size_t kSerialDigits = 5;
  return text.substr(0, text.find('.')).size() == kSerialDigits &&
         parse_civil_time(text, DateOrder::excel_serial, std::nullopt).has_value();
}

bool text_fits(std::string_view text, const Field& field) {
  if (parse_value(field.type, text)) return true;
  switch (field.type) {
    case FieldType::date:
    case FieldType::instant:
      return is_date(text);
    case FieldType::integer:
    case FieldType::number:
    case FieldType::decimal:
    case FieldType::money:
      return parse_amount(text, DecimalMark::point) || parse_amount(text, DecimalMark::comma);
    case FieldType::boolean:
      return canonical_boolean(text).has_value();
    default:
      return true;
  }
}

bool value_fits(const ValueView& value, const Field& field) {
  if (value.kind() != ValueKind::text) return convert_value(field.type, value).ok();
  const std::string_view text = value.text();
  if (field.type == FieldType::email) return check_email(text).ok();
  if (field.type == FieldType::url) return check_url(text).ok();
  // People write much into phone fields; only what holds no digits at all is something else.
  if (field.type == FieldType::phone) return text.find_first_of("0123456789") != text.npos;
  return text_fits(text, field);
}

}  // namespace

bool values_fit(const Column& column, const Field& field) {
  const Share share =
      share_of(column, [&](const ValueView& value) { return value_fits(value, field); });
  return share.hits * 2 >= share.seen;
}

std::optional<Kind> kind_of_values(const Column& column) {
  if (column.type() != ColumnType::text) return std::nullopt;
  constexpr std::size_t kFewest = 3;
  const auto most = [&](const Share& share) {
    return share.seen >= kFewest && share.hits * 10 >= share.seen * 9;
  };
  if (most(share_of(column,
                    [](const ValueView& value) { return check_email(value.text()).ok(); }))) {
    return Kind::email;
  }
  if (most(share_of(column, [](const ValueView& value) { return check_url(value.text()).ok(); }))) {
    return Kind::website;
  }
  return std::nullopt;
}

}  // namespace galena::detail
