// Operands: which operators a field type takes, what its values are compared as, and the conversion
// of a criterion's operands to that, once, when the expression is bound. Used by criteria/bind.hpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "galena/base/result.hpp"
#include "galena/criteria/expression.hpp"
#include "galena/criteria/test.hpp"
#include "galena/record/convert.hpp"
#include "galena/record/schema.hpp"

namespace galena::criteria {

/// True when fields of `type` take `op`:
///   equals, not_equals, in, not_in, is_blank, is_not_blank   every type
///   less ... greater_or_equal      text, integer, number, decimal, money, date, instant
///   contains ... ends_with         every text type but multi_picklist
///   includes_any, includes_all, excludes   multi_picklist, text
///   within_km                      number, decimal, integer, text
///   on, today, ..., next_n_days    date, instant, text
constexpr bool takes_operator(FieldType type, Operator op) {
  const ValueKind kind = value_kind_of(type);
  const bool numeric =
      kind == ValueKind::integer || kind == ValueKind::number || kind == ValueKind::decimal;
  const bool time = kind == ValueKind::date || kind == ValueKind::instant;
  const bool plain = type == FieldType::text;
  if (is_ordered(op)) return plain || numeric || kind == ValueKind::money || time;
  if (is_on_days(op)) return plain || time;
  switch (op) {
    case Operator::contains:
    case Operator::not_contains:
    case Operator::starts_with:
    case Operator::ends_with:
      return kind == ValueKind::text && type != FieldType::multi_picklist;
    case Operator::includes_any:
    case Operator::includes_all:
    case Operator::excludes:
      return plain || type == FieldType::multi_picklist;
    case Operator::within_km:
      return plain || numeric;
    default:
      return true;
  }
}

namespace detail {

/// Check and negation of each operator.
constexpr std::pair<Check, bool> check_of(Operator op) {
  switch (op) {
    case Operator::equals:
    case Operator::in:
      return {Check::one_of, false};
    case Operator::on:
      return {Check::one_of, false};
    case Operator::not_equals:
    case Operator::not_in:
      return {Check::one_of, true};
    case Operator::less:
      return {Check::less, false};
    case Operator::less_or_equal:
      return {Check::less_or_equal, false};
    case Operator::greater:
      return {Check::less_or_equal, true};
    case Operator::greater_or_equal:
      return {Check::less, true};
    case Operator::contains:
      return {Check::contains, false};
    case Operator::not_contains:
      return {Check::contains, true};
    case Operator::starts_with:
      return {Check::starts_with, false};
    case Operator::ends_with:
      return {Check::ends_with, false};
    case Operator::includes_any:
      return {Check::includes_any, false};
    case Operator::includes_all:
      return {Check::includes_all, false};
    case Operator::excludes:
      return {Check::includes_any, true};
    case Operator::is_blank:
      return {Check::blank, false};
    case Operator::is_not_blank:
      return {Check::blank, true};
    case Operator::within_km:
      return {Check::near, false};
    default:
      return {Check::in_days, false};
  }
}

/// Converts the operands of one criterion, reporting each that does not fit.
class OperandReader {
 public:
  /// `pointer`: of the criterion, such as "/criteria/3".
  OperandReader(const Criterion& criterion, const Field& field, std::string pointer,
                Problems& problems)
      : criterion_(criterion), field_(field), pointer_(std::move(pointer)), problems_(problems) {}

  /// Fills domain and operands of `test`; false after a problem.
  bool read(Test& test) {
    if (!check_count()) return false;
    const std::size_t before = problems_.size();
    switch (operand_shape(criterion_.op)) {
      case OperandShape::none:
        test.domain = Domain::day;
        break;
      case OperandShape::count:
        read_count(test);
        break;
      case OperandShape::place:
        read_place(test);
        break;
      default:
        read_values(test);
        break;
    }
    return problems_.size() == before;
  }

 private:
  [[nodiscard]] const std::vector<Value>& operands() const { return criterion_.operands; }

  [[nodiscard]] std::string at(std::size_t operand) const {
    const OperandShape shape = operand_shape(criterion_.op);
    const bool array = shape == OperandShape::list || shape == OperandShape::place;
    return pointer_ + "/value" + (array ? '/' + std::to_string(operand) : std::string());
  }

  void complain(std::string detail, std::string subject, std::string message, std::string hint) {
    problems_.add(Code::invalid_argument, std::move(detail), std::move(subject), std::move(message),
                  std::move(hint));
  }
  void complain_wrong(std::size_t operand, std::string hint) {
    JsonWriter json;
    json.value(operands()[operand]);
    complain("wrong_operand", at(operand),
             "'" + field_.name + "' is of type " + std::string(field_type_name(field_.type)) +
                 "; " + json.text() + " does not compare with it",
             std::move(hint));
  }

  bool check_count() {
    const std::string op(operator_name(criterion_.op));
    const std::size_t count = operands().size();
    const OperandShape shape = operand_shape(criterion_.op);
    if (shape == OperandShape::none && count > 0) {
      complain("unexpected_operand", pointer_ + "/value", "'" + op + "' takes no value",
               "remove the value");
      return false;
    }
    const std::size_t least = shape == OperandShape::none    ? 0
                              : shape == OperandShape::place ? 3
                                                             : 1;
    if (count < least || (count > least && shape != OperandShape::list)) {
      const std::string wanted = shape == OperandShape::place  ? "[latitude, longitude, km]"
                                 : shape == OperandShape::list ? "a list of values"
                                                               : "one value";
      complain("missing_operand", pointer_ + "/value",
               "'" + op + "' takes " + wanted + ", got " + std::to_string(count) + " values", {});
      return false;
    }
    bool good = true;
    for (std::size_t i = 0; i < count; ++i) {
      if (!operands()[i].is_blank()) continue;
      good = false;
      complain("blank_operand", at(i), "'" + op + "' compares with a blank",
               "ask for blanks with is_blank or is_not_blank");
    }
    return good;
  }

  void read_count(Test& test) {
    const ValueView days = operands().front();
    test.domain = Domain::day;
    if (days.kind() != ValueKind::integer || days.integer() < 1 || days.integer() > kMaxDays) {
      return complain("wrong_operand", at(0),
                      "'" + std::string(operator_name(criterion_.op)) + "' takes a number of days",
                      "write a whole number from 1 to " + std::to_string(kMaxDays));
    }
    test.points = {days.integer()};
  }

  void read_place(Test& test) {
    double parts[3] = {};
    for (std::size_t i = 0; i < 3; ++i) {
      const auto number = Number::of(operands()[i]);
      if (!number || !std::isfinite(number->to_double())) {
        return complain_wrong(i, "write [latitude, longitude, km] as numbers");
      }
      parts[i] = number->to_double();
    }
    test.place = {parts[0], parts[1]};
    test.km = parts[2];
    if (!test.place.exists() || test.km < 0) {
      complain("wrong_operand", pointer_ + "/value", "there is no such place or distance",
               "latitude is -90 to 90, longitude -180 to 180 degrees, the distance 0 km or more");
    }
  }

  void read_values(Test& test) {
    switch (value_kind_of(field_.type)) {
      case ValueKind::integer:
      case ValueKind::number:
      case ValueKind::decimal:
        return read_numbers(test);
      case ValueKind::money:
        return read_money(test);
      case ValueKind::boolean:
        return read_booleans(test);
      case ValueKind::date:
      case ValueKind::instant:
        return read_times(test);
      default:
        break;
    }
    if (criterion_.op == Operator::on) return read_times(test);
    if (field_.type == FieldType::text && takes_typed_operands()) {
      const ValueKind first = operands().front().kind();
      if (first == ValueKind::boolean && !is_ordered(criterion_.op)) return read_booleans(test);
      if (first == ValueKind::integer || first == ValueKind::number) return read_numbers(test);
    }
    read_texts(test);
  }

  /// Text read as numbers or booleans at run time, because the operand is one.
  [[nodiscard]] bool takes_typed_operands() const {
    return is_ordered(criterion_.op) || check_of(criterion_.op).first == Check::one_of;
  }

  void read_texts(Test& test) {
    const bool sets = field_.type == FieldType::multi_picklist && test.check == Check::one_of;
    test.domain = sets ? Domain::item_set : Domain::text;
    std::vector<std::string_view> scratch;
    for (std::size_t i = 0; i < operands().size(); ++i) {
      if (operands()[i].kind() != ValueKind::text) {
        complain_wrong(i, "write text in quotes");
        continue;
      }
      std::string folded = fold_case(operands()[i].view().text());
      const bool items = test.check == Check::includes_any || test.check == Check::includes_all;
      if (items) folded = std::string(trimmed(folded));
      if (sets) {
        std::string set;
        write_item_set(set, folded, scratch);
        folded = std::move(set);
      }
      if (folded.empty() || (items && folded.find(';') != std::string::npos)) {
        complain_wrong(i,
                       items ? "write each item as a value of its own" : "name at least one item");
        continue;
      }
      test.bits |= text_bit(folded);
      test.texts.push_back(std::move(folded));
    }
    galena::detail::sort_unique(test.texts);
  }

  template <class T>
  static void sort(std::vector<T>& operands) {
    std::sort(operands.begin(), operands.end());
    operands.erase(std::unique(operands.begin(), operands.end()), operands.end());
  }

  /// A finite number operand; decimals (of decimal and money fields) may be text such as "12.50".
  [[nodiscard]] std::optional<Number> number_at(std::size_t i) const {
    const ValueView operand = operands()[i];
    if (operand.kind() == ValueKind::integer) return Number(Decimal(operand.integer()));
    if (operand.kind() == ValueKind::number) {
      if (!std::isfinite(operand.number())) return std::nullopt;
      return Number::written(operand.number());
    }
    if (operand.kind() == ValueKind::text && field_.type == FieldType::decimal) {
      const auto exact = Decimal::parse(operand.text());
      if (exact) return Number(*exact);
    }
    return std::nullopt;
  }

  void read_numbers(Test& test) {
    test.domain = Domain::number;
    for (std::size_t i = 0; i < operands().size(); ++i) {
      if (const auto number = number_at(i)) {
        test.numbers.push_back(*number);
      } else {
        complain_wrong(i, "write a number without quotes, such as 42");
      }
    }
    sort(test.numbers);
  }

  void read_money(Test& test) {
    test.domain = Domain::money;
    test.currency = field_.currency;
    test.currency_known = !field_.currency.empty();
    bool all_named = true;
    for (std::size_t i = 0; i < operands().size(); ++i) {
      if (operands()[i].kind() == ValueKind::text) {
        all_named = read_amount(i, test) && all_named;
      } else if (const auto number = number_at(i); number && number->is_exact()) {
        all_named = false;
        test.numbers.push_back(*number);
      } else {
        complain_wrong(i, "write an amount such as \"12.50 EUR\"");
      }
    }
    if (!all_named && !test.currency_known) {
      complain("missing_currency", pointer_ + "/value",
               "'" + field_.name + "' holds amounts of any currency",
               "name the currency, such as \"12.50 EUR\"");
    }
    sort(test.numbers);
  }

  /// False for an amount that names no currency.
  bool read_amount(std::size_t i, Test& test) {
    const auto parsed = galena::detail::parse_scalar(FieldType::money, operands()[i].view().text());
    if (!parsed) {
      complain_wrong(i, "write an amount such as \"12.50 EUR\"");
      return true;
    }
    const Money money = parsed->view().money();
    test.numbers.push_back(Number(money.amount));
    if (money.currency.empty()) return false;
    if (test.currency.empty()) test.currency = money.currency;
    if (money.currency != test.currency) {
      complain("currencies_differ", at(i),
               "'" + money.to_text() + "' does not compare with amounts in " +
                   std::string(test.currency.code()),
               "amounts compare in one currency only");
    }
    return true;
  }

  void read_booleans(Test& test) {
    test.domain = Domain::boolean;
    for (std::size_t i = 0; i < operands().size(); ++i) {
      if (operands()[i].kind() == ValueKind::boolean) {
        test.points.push_back(operands()[i].view().boolean() ? 1 : 0);
      } else {
        complain_wrong(i, "write true or false without quotes");
      }
    }
    sort(test.points);
  }

  /// Dates compare with the local day of a field, instants (of instant fields) with the instant.
  void read_times(Test& test) {
    bool days = false;
    bool instants = false;
    for (std::size_t i = 0; i < operands().size(); ++i) {
      const ValueView operand = operands()[i];
      const bool text = operand.kind() == ValueKind::text;
      const auto date = text ? parse_date(operand.text()) : std::nullopt;
      const auto instant = text ? parse_instant(operand.text()) : std::nullopt;
      const bool takes_instants =
          field_.type == FieldType::instant && criterion_.op != Operator::on;
      if (date) {
        days = true;
        test.points.push_back(date->time_since_epoch().count());
      } else if (instant && takes_instants) {
        instants = true;
        test.points.push_back(micros_of(*instant));
      } else {
        complain_wrong(i, takes_instants ? "write \"2026-11-22\" or \"2026-11-22T03:01:55Z\""
                                         : "write a date as \"2026-11-22\"");
      }
    }
    test.domain = instants ? Domain::instant : Domain::day;
    if (days && instants) {
      complain("wrong_operand", pointer_ + "/value", "the list mixes dates and instants",
               "write all as dates, or all as instants");
    }
    sort(test.points);
  }

  const Criterion& criterion_;
  const Field& field_;
  std::string pointer_;
  Problems& problems_;
};

}  // namespace detail

}  // namespace galena::criteria
