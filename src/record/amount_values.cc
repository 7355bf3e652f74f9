#include "record/amount_values.hpp"

#include <algorithm>
#include <utility>

namespace galena::detail {

std::optional<int> AmountValues::scale_with(Decimal amount) const {
  const auto holds_all = [&](int scale) {
    return largest_.rounded(scale).has_value() && amount.rounded(scale).has_value();
  };
  const int largest = std::max(scale_, amount.scale());
  if (holds_all(largest)) return largest;
  const int needed = std::max(needed_scale_, amount.normalized().scale());
  if (holds_all(needed)) return needed;
  return std::nullopt;
}

AmountValues::Verdict AmountValues::check(const Money& amount) const {
  const bool same = amount.currency == currency_ || (given_ && amount.currency.empty());
  if (!same && (given_ || any_)) return Verdict::other_currency;
  return scale_with(amount.amount) ? Verdict::fits : Verdict::too_many_digits;
}

void AmountValues::change_scale(int scale) {
  for (auto& value : values_) {
    if (value) value = Decimal(*value, scale_).rounded(scale).value().coefficient();
  }
  largest_ = largest_.rounded(scale).value();
  scale_ = scale;
}

void AmountValues::append(const Money& amount) {
  const int scale = scale_with(amount.amount).value();
  if (scale != scale_) change_scale(scale);
  if (!any_ && !given_) currency_ = amount.currency;
  any_ = true;
  needed_scale_ = std::max(needed_scale_, amount.amount.normalized().scale());
  const Decimal scaled = amount.amount.rounded(scale).value();
  const Decimal magnitude(scaled.coefficient() < 0 ? -scaled.coefficient() : scaled.coefficient(),
                          scale);
  if (largest_ < magnitude) largest_ = magnitude;
  values_.push_back(scaled.coefficient());
}

Column AmountValues::finish(std::string name) const {
  ColumnBuilder builder(std::move(name), ColumnType::decimal, scale_, currency_);
  builder.reserve(values_.size());
  for (const auto& value : values_) {
    if (value) {
      builder.append_integer(*value);
    } else {
      builder.append_null();
    }
  }
  return builder.finish();
}

}  // namespace galena::detail
