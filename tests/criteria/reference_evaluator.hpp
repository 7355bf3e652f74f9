// The obvious, slow evaluator: operator by operator as the definition of each reads, by recursion
// over the tree, sharing nothing with the evaluation of the library but values, folding and the
// calendar of the standard library. The oracle of the tests.
#pragma once

#include <cmath>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "galena/base/utf8.hpp"
#include "galena/criteria/expression.hpp"
#include "galena/criteria/zone.hpp"
#include "galena/record/schema.hpp"

namespace galena::criteria::test {

/// What the reference answers: true, false, or that a criterion cannot be evaluated.
enum class Truth { no, yes, error };

class Reference {
 public:
  Reference(const Schema& schema, const std::vector<Value>& record, Instant now, Zone zone)
      : schema_(schema), record_(record), now_(now), zone_(std::move(zone)) {}

  [[nodiscard]] Truth evaluate(const Expression& expression) const {
    return evaluate(expression, expression.root(), false);
  }

 private:
  [[nodiscard]] Truth evaluate(const Expression& expression, const Node& node, bool negated) const {
    switch (node.kind) {
      case NodeKind::match_all:
        return negated ? Truth::no : Truth::yes;
      case NodeKind::match_none:
        return negated ? Truth::yes : Truth::no;
      case NodeKind::negation:
        return evaluate(expression, node.children[0], !negated);
      case NodeKind::criterion:
        return evaluate(expression.criteria()[node.criterion], negated);
      default:
        break;
    }
    const bool all = (node.kind == NodeKind::all) != negated;
    for (const Node& child : node.children) {
      const Truth truth = evaluate(expression, child, negated);
      if (truth == Truth::error) return truth;
      if (truth == (all ? Truth::no : Truth::yes)) return truth;
    }
    return all ? Truth::yes : Truth::no;
  }

  [[nodiscard]] Truth evaluate(const Criterion& criterion, bool negated) const {
    const std::uint32_t field = schema_.find(criterion.field).value();
    const Value& value = record_[field];
    if (criterion.op == Operator::is_blank) return truth(value.is_blank() != negated);
    if (criterion.op == Operator::is_not_blank) return truth(value.is_blank() == negated);
    bool blank = value.is_blank();
    if (criterion.op == Operator::within_km) blank = blank || second(criterion).is_blank();
    if (blank) return truth(!negated && criterion.blank == Blank::match);
    const Truth filled = compare(criterion, schema_[field], value);
    return filled == Truth::error ? filled : truth((filled == Truth::yes) != negated);
  }

  static Truth truth(bool yes) { return yes ? Truth::yes : Truth::no; }

  [[nodiscard]] const Value& second(const Criterion& criterion) const {
    return record_[schema_.find(criterion.second_field).value()];
  }

  [[nodiscard]] Truth compare(const Criterion& criterion, const Field& field,
                              const Value& value) const {
    using enum Operator;
    switch (criterion.op) {
      case equals:
      case in:
        return one_of(criterion, field, value);
      case not_equals:
      case not_in:
        return opposite(one_of(criterion, field, value));
      case less:
        return order(criterion, field, value, [](int c) { return c < 0; });
      case less_or_equal:
        return order(criterion, field, value, [](int c) { return c <= 0; });
      case greater:
        return order(criterion, field, value, [](int c) { return c > 0; });
      case greater_or_equal:
        return order(criterion, field, value, [](int c) { return c >= 0; });
      case contains:
        return truth(text(value).find(operand(criterion)) != std::string::npos);
      case not_contains:
        return truth(text(value).find(operand(criterion)) == std::string::npos);
      case starts_with:
        return truth(text(value).rfind(operand(criterion), 0) == 0);
      case ends_with: {
        const std::string whole = text(value);
        const std::string end = operand(criterion);
        return truth(whole.size() >= end.size() && whole.substr(whole.size() - end.size()) == end);
      }
      case includes_any:
        return truth(count_included(criterion, value) > 0);
      case excludes:
        return truth(count_included(criterion, value) == 0);
      case includes_all: {
        std::set<std::string> wanted;
        for (const Value& each : criterion.operands) wanted.insert(*items(each).begin());
        return truth(count_included(criterion, value) == wanted.size());
      }
      case within_km:
        return near(criterion, value);
      default:
        return on_days(criterion, value);
    }
  }

  static Truth opposite(Truth truth_) {
    return truth_ == Truth::error ? truth_ : truth(truth_ == Truth::no);
  }

  static std::string text(const Value& value) { return fold_case(to_text(value)); }
  static std::string operand(const Criterion& criterion) { return text(criterion.operands[0]); }

  static std::string trimmed(std::string text) {
    while (!text.empty() && text.back() == ' ') text.pop_back();
    while (!text.empty() && text.front() == ' ') text.erase(0, 1);
    return text;
  }

  static std::set<std::string> items(const Value& value) {
    std::set<std::string> found;
    std::string item;
    for (const char c : text(value) + ";") {
      if (c != ';') {
        item += c;
      } else {
        if (!trimmed(item).empty()) found.insert(trimmed(item));
        item.clear();
      }
    }
    return found;
  }

  static std::size_t count_included(const Criterion& criterion, const Value& value) {
    const std::set<std::string> mine = items(value);
    std::set<std::string> found;
    for (const Value& wanted : criterion.operands) {
      const std::string item = *items(wanted).begin();
      if (mine.count(item) > 0) found.insert(item);
    }
    return found.size();
  }

  [[nodiscard]] Truth one_of(const Criterion& criterion, const Field& field,
                             const Value& value) const {
    Truth found = Truth::no;
    for (const Value& each : criterion.operands) {
      const std::optional<int> compared = three_way(field, value, each);
      if (!compared) return Truth::error;
      if (*compared == 0) found = Truth::yes;
    }
    return found;
  }

  template <class Accept>
  Truth order(const Criterion& criterion, const Field& field, const Value& value,
              Accept accept) const {
    const std::optional<int> compared = three_way(field, value, criterion.operands[0]);
    return compared ? truth(accept(*compared)) : Truth::error;
  }

  /// -1, 0, 1; nothing when the value cannot be read as the operand demands.
  [[nodiscard]] std::optional<int> three_way(const Field& field, const Value& value,
                                             const Value& operand) const {
    const ValueKind kind = value_kind_of(field.type);
    const bool number_wanted =
        operand.kind() == ValueKind::integer || operand.kind() == ValueKind::number;
    if (field.type == FieldType::multi_picklist) return items(value) == items(operand) ? 0 : 1;
    if (kind == ValueKind::money) return amounts(field, value, operand);
    if (kind == ValueKind::boolean || operand.kind() == ValueKind::boolean) {
      const auto read = boolean(value);
      if (!read) return std::nullopt;
      return int{*read} - int{operand.view().boolean()};
    }
    if (kind == ValueKind::integer || kind == ValueKind::number || kind == ValueKind::decimal ||
        number_wanted) {
      return numbers(trimmed(to_text(value)), to_text(operand));
    }
    if (kind == ValueKind::date || kind == ValueKind::instant) return times(value, operand);
    return sign(text(value).compare(text(operand)));
  }

  static int sign(long long number) { return number < 0 ? -1 : number > 0 ? 1 : 0; }

  static std::optional<bool> boolean(const Value& value) {
    const std::string read = trimmed(text(value));
    if (read == "true" || read == "yes" || read == "1") return true;
    if (read == "false" || read == "no" || read == "0") return false;
    return std::nullopt;
  }

  /// By the digits where both are plain decimals, else as doubles.
  static std::optional<int> numbers(const std::string& a, const std::string& b) {
    const auto exact_a = Decimal::parse(a);
    const auto exact_b = Decimal::parse(b);
    if (exact_a && exact_b) {
      const auto difference = Decimal::subtract(*exact_a, *exact_b);
      if (difference) return sign(difference->coefficient());
    }
    char* end = nullptr;
    const double x = std::strtod(a.c_str(), &end);
    if (a.empty() || *end != '\0' || !std::isfinite(x)) return std::nullopt;
    const double y = std::strtod(b.c_str(), nullptr);
    return x < y ? -1 : x > y ? 1 : 0;
  }

  static std::optional<int> amounts(const Field& field, const Value& value, const Value& operand) {
    const Money money = value.view().money();
    std::string wanted = to_text(operand);
    std::string currency(field.currency.code());
    if (const auto space = wanted.find(' '); space != std::string::npos) {
      currency = wanted.substr(space + 1);
      wanted.resize(space);
    }
    std::string own(money.currency.code());
    if (own.empty()) own = std::string(field.currency.code());
    if (own != currency) return std::nullopt;
    return numbers(money.amount.to_text(), wanted);
  }

  [[nodiscard]] std::optional<int> times(const Value& value, const Value& operand) const {
    const std::string wanted = to_text(operand);
    if (const auto instant = parse_instant(wanted)) {
      return sign((value.view().instant() - *instant).count());
    }
    return sign((*local_day(value) - *parse_date(wanted)).count());
  }

  [[nodiscard]] std::optional<Date> local_day(const Value& value) const {
    if (value.kind() == ValueKind::date) return value.view().date();
    if (value.kind() == ValueKind::instant) return zone_.local_date(value.view().instant());
    if (const auto date = parse_date(trimmed(to_text(value)))) return date;
    if (const auto instant = parse_instant(trimmed(to_text(value)))) {
      return zone_.local_date(*instant);
    }
    return std::nullopt;
  }

  static int months_of(Date day) {
    const std::chrono::year_month_day date(day);
    return static_cast<int>(date.year()) * 12 +
           static_cast<int>(static_cast<unsigned>(date.month())) - 1;
  }
  static int weeks_of(Date day) {
    while (std::chrono::weekday(day) != std::chrono::Monday) day -= std::chrono::days(1);
    return day.time_since_epoch().count() / 7;  // Mondays are 7 days apart
  }

  [[nodiscard]] Truth on_days(const Criterion& criterion, const Value& value) const {
    using enum Operator;
    const auto read = local_day(value);
    if (!read) return Truth::error;
    const Date current = zone_.local_date(now_);
    const int days = (*read - current).count();
    const int weeks = weeks_of(*read) - weeks_of(current);
    const int months = months_of(*read) - months_of(current);
    const int quarters = months_of(*read) / 3 - months_of(current) / 3;
    const int years = months_of(*read) / 12 - months_of(current) / 12;
    switch (criterion.op) {
      case on:
        return truth(format_date(*read) == to_text(criterion.operands[0]));
      case Operator::today:
        return truth(days == 0);
      case yesterday:
        return truth(days == -1);
      case tomorrow:
        return truth(days == 1);
      case this_week:
        return truth(weeks == 0);
      case last_week:
        return truth(weeks == -1);
      case next_week:
        return truth(weeks == 1);
      case this_month:
        return truth(months == 0);
      case last_month:
        return truth(months == -1);
      case next_month:
        return truth(months == 1);
      case this_quarter:
        return truth(quarters == 0);
      case last_quarter:
        return truth(quarters == -1);
      case next_quarter:
        return truth(quarters == 1);
      case this_year:
        return truth(years == 0);
      case last_year:
        return truth(years == -1);
      case next_year:
        return truth(years == 1);
      case last_n_days:
        return truth(days <= 0 && -days <= criterion.operands[0].view().integer());
      case next_n_days:
        return truth(days >= 1 && days <= criterion.operands[0].view().integer());
      default:
        throw std::logic_error("no operator on days");
    }
  }

  [[nodiscard]] Truth near(const Criterion& criterion, const Value& latitude) const {
    const auto degrees = [](const Value& value) -> std::optional<double> {
      const std::string read = trimmed(to_text(value));
      char* end = nullptr;
      const double number = std::strtod(read.c_str(), &end);
      if (*end != '\0') return std::nullopt;
      return number;
    };
    const auto north = degrees(latitude);
    const auto east = degrees(second(criterion));
    if (!north || !east || std::fabs(*north) > 90 || std::fabs(*east) > 180) return Truth::error;
    const double to_radians = std::acos(-1.0) / 180;
    const double lat = *degrees(criterion.operands[0]) * to_radians;
    const double other = *north * to_radians;
    const double turn = (*degrees(criterion.operands[1]) - *east) * to_radians;
    const double cosine =
        std::sin(lat) * std::sin(other) + std::cos(lat) * std::cos(other) * std::cos(turn);
    const double km = 6371.0088 * std::acos(std::fmin(1.0, std::fmax(-1.0, cosine)));
    return truth(km <= *degrees(criterion.operands[2]));
  }

  const Schema& schema_;
  const std::vector<Value>& record_;
  Instant now_;
  Zone zone_;
};

}  // namespace galena::criteria::test
