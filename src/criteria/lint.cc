#include "galena/criteria/lint.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "galena/base/utf8.hpp"
#include "galena/criteria/describe.hpp"
#include "galena/criteria/number.hpp"
#include "galena/criteria/operand.hpp"
#include "galena/criteria/row_reader.hpp"

namespace galena::criteria {

namespace {

std::string pointer_of(std::uint32_t criterion) { return "/criteria/" + std::to_string(criterion); }

bool is_known(const Field& field, std::string_view item) {
  return std::any_of(field.values.begin(), field.values.end(),
                     [&](const PicklistValue& known) { return equal_folded(known.value, item); });
}

/// Operands that are not in the picklist of the criterion's field.
void find_unknown_values(const Criterion& criterion, std::uint32_t index, const Field& field,
                         std::vector<Finding>& findings) {
  const bool picklist =
      field.type == FieldType::picklist || field.type == FieldType::multi_picklist;
  const detail::Check check = detail::check_of(criterion.op).first;
  const bool whole = check == detail::Check::one_of || check == detail::Check::includes_any ||
                     check == detail::Check::includes_all;
  if (!picklist || !whole || field.values.empty() || field.open_values) return;
  for (std::size_t i = 0; i < criterion.operands.size(); ++i) {
    const ValueView operand = criterion.operands[i];
    if (operand.kind() != ValueKind::text) continue;
    const auto complain = [&](std::string_view item) {
      if (is_known(field, item)) return false;
      const bool list = operand_shape(criterion.op) == OperandShape::list;
      findings.push_back({"unknown_value",
                          "warning",
                          pointer_of(index) + "/value" + (list ? '/' + std::to_string(i) : ""),
                          "'" + std::string(item) + "' is not a value of '" + field.name + "'",
                          {}});
      return false;
    };
    if (field.type == FieldType::multi_picklist) {
      detail::any_item(operand.text(), complain);
    } else {
      complain(operand.text());
    }
  }
}

/// A text for an operand, the same for operands that are equal whatever the field's type; nothing
/// for text that may be a number, an amount or a date, of which only the schema knows the equal
/// forms.
std::optional<std::string> key_of(const Value& operand) {
  if (operand.kind() != ValueKind::text) return detail::json_of(operand);
  const std::string_view text = operand.view().text();
  const char first = text.empty() ? '0' : text.front();
  const bool numeric = (first >= '0' && first <= '9') || first == '-' || first == '+';
  if (numeric || text.find(';') != std::string_view::npos) return std::nullopt;
  return '"' + fold_case(text);
}

/// What the criteria of one field, all of which must hold, leave of its values.
class Remaining {
 public:
  /// False when nothing is left after this criterion.
  bool add(const Criterion& criterion) {
    if (criterion.op == Operator::is_blank) {
      blank_ = true;
    } else if (criterion.blank == Blank::no_match) {
      value_ = true;
    }
    if (criterion.op == Operator::equals || criterion.op == Operator::in) {
      keep(criterion);
    } else if (criterion.op == Operator::not_equals || criterion.op == Operator::not_in) {
      exclude(criterion);
    } else if (is_ordered(criterion.op)) {
      narrow(criterion);
    }
    return !(blank_ && value_) && !(allowed_ && allowed_->empty()) && !interval_is_empty();
  }

 private:
  void keep(const Criterion& criterion) {
    std::set<std::string> keys;
    for (const Value& operand : criterion.operands) {
      const auto key = key_of(operand);
      if (!key) return;
      if (excluded_.count(*key) == 0 && (!allowed_ || allowed_->count(*key) > 0)) keys.insert(*key);
    }
    allowed_ = std::move(keys);
  }

  void exclude(const Criterion& criterion) {
    for (const Value& operand : criterion.operands) {
      const auto key = key_of(operand);
      if (!key) continue;
      excluded_.insert(*key);
      if (allowed_) allowed_->erase(*key);
    }
  }

  void narrow(const Criterion& criterion) {
    const auto bound =
        criterion.operands.empty() ? std::nullopt : Number::of(criterion.operands.front());
    if (!bound) return;
    const bool strict = criterion.op == Operator::less || criterion.op == Operator::greater;
    const bool above =
        criterion.op == Operator::greater || criterion.op == Operator::greater_or_equal;
    auto& side = above ? least_ : most_;
    const bool tighter = !side || (above ? *bound > side->first : *bound < side->first) ||
                         (*bound == side->first && strict);
    if (tighter) side = {*bound, strict};
  }

  [[nodiscard]] bool interval_is_empty() const {
    if (!least_ || !most_) return false;
    if (least_->first > most_->first) return true;
    return least_->first == most_->first && (least_->second || most_->second);
  }

  bool blank_ = false;
  bool value_ = false;
  std::optional<std::set<std::string>> allowed_;
  std::set<std::string> excluded_;
  std::optional<std::pair<Number, bool>> least_;  ///< bound, and whether it is excluded itself
  std::optional<std::pair<Number, bool>> most_;
};

/// Criteria joined by AND, here or further down, that exclude each other.
void find_contradictions(const Expression& expression, const Node& node,
                         std::vector<Finding>& findings) {
  if (node.kind == NodeKind::negation) return;  // its AND is an OR of opposites
  std::map<std::string, Remaining> fields;
  for (const Node& child : node.children) {
    find_contradictions(expression, child, findings);
    if (node.kind != NodeKind::all || child.kind != NodeKind::criterion) continue;
    const Criterion& criterion = expression.criteria()[child.criterion];
    if (criterion.op == Operator::within_km) continue;
    if (fields[criterion.field].add(criterion)) continue;
    findings.push_back(
        {"contradiction",
         "error",
         pointer_of(child.criterion),
         "no record satisfies '" + describe(criterion) + "' together with the criteria before it",
         {}});
    return;
  }
}

}  // namespace

std::vector<Finding> lint(const Expression& expression) {
  std::vector<Finding> findings;
  find_contradictions(expression, expression.root(), findings);
  return findings;
}

std::vector<Finding> lint(const Expression& expression, const Schema& schema) {
  std::vector<Finding> findings = lint(expression);
  for (std::uint32_t i = 0; i < expression.criteria().size(); ++i) {
    const Criterion& criterion = expression.criteria()[i];
    if (const auto field = schema.find(criterion.field)) {
      find_unknown_values(criterion, i, schema[*field], findings);
    }
  }
  return findings;
}

}  // namespace galena::criteria
