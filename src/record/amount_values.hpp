// AmountValues: a column of decimals or money while it is being collected.
//
// A column has one scale and one currency, which are known only when all values are. The scale is
// the largest among the values; where that is too much for another value, zeros at the end of
// decimals give way. The currency is the given one, else that of the first amount.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "galena/record/table.hpp"

namespace galena::detail {

class AmountValues {
 public:
  enum class Verdict : std::uint8_t { fits, other_currency, too_many_digits };

  /// `currency` empty: the first amount decides, also when it names none. An amount without a
  /// currency belongs to the given one.
  explicit AmountValues(Currency currency = {}) : currency_(currency), given_(!currency.empty()) {}

  [[nodiscard]] Verdict check(const Money& amount) const;
  /// Appends an amount that check() found to fit. Amortised O(1): the scale changes at most 36
  /// times.
  void append(const Money& amount);
  void append_null() { values_.push_back(std::nullopt); }

  [[nodiscard]] Currency currency() const { return currency_; }
  /// The column; nothing may be appended after it.
  [[nodiscard]] Column finish(std::string name) const;

 private:
  /// The scale of the column once `amount` is in it; nothing when no scale holds all values.
  [[nodiscard]] std::optional<int> scale_with(Decimal amount) const;
  void change_scale(int scale);

  std::vector<std::optional<std::int64_t>> values_;  ///< coefficients at scale_
  Decimal largest_;  ///< magnitude, at scale_
  int scale_ = 0;
  int needed_scale_ = 0;  ///< without zeros at the end
  Currency currency_;
  bool given_;
  bool any_ = false;
};

}  // namespace galena::detail
