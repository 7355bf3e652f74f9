// bind: an expression checked against a schema and made ready to evaluate.
//
//   auto predicate = criteria::bind(field("employees") >= 500, schema);
//   if (!predicate) std::cerr << predicate.problems().to_text();   // every problem, with its
//   pointer
//
// Whatever cannot be evaluated against the schema is a problem here, never skipped later: unknown
// fields, operators that a type does not take, operands of another type, amounts of another
// currency.
//
// Without a schema of your own bind to that of the data: galena::schema_of(table). A field of type
// text that is compared with a number (equals, in, less, ...), a boolean or by a date operator is
// read as such at run time, and text that cannot be read so is the outcome evaluation_error.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "galena/base/result.hpp"
#include "galena/criteria/expression.hpp"
#include "galena/criteria/operand.hpp"
#include "galena/criteria/predicate.hpp"
#include "galena/record/schema.hpp"
#include "galena/record/traits.hpp"

namespace galena::criteria {

class Binder {
 public:
  Binder(const Expression& expression, const Schema& schema)
      : expression_(expression), schema_(schema) {}

  Result<Predicate> bind() {
    const auto& criteria = expression_.criteria();
    for (std::uint32_t i = 0; i < criteria.size(); ++i) bound_.push_back(bind_criterion(i));
    if (depth(expression_.root()) > kMaxDepth) {
      problems_.add(Code::limit_exceeded, "too_deep", "/logic",
                    "the expression is nested deeper than " + std::to_string(kMaxDepth),
                    "split it, or write it flatter");
    }
    if (!problems_.empty()) return problems_;
    const std::uint32_t start = emit_root();
    return Predicate(std::shared_ptr<const Predicate::Data>(
        new Predicate::Data{expression_, schema_, std::move(tests_), start}));
  }

 private:
  void complain(std::string detail, std::string subject, std::string message, std::string hint) {
    problems_.add(Code::invalid_argument, std::move(detail), std::move(subject), std::move(message),
                  std::move(hint));
  }

  std::optional<std::uint32_t> find_field(const std::string& name, const std::string& pointer) {
    const auto found = schema_.find(name);
    if (found) return found;
    std::string hint = "add it to the schema or correct its name";
    for (const Field& field : schema_.fields()) {
      if (equal_folded(field.name, name)) hint = "did you mean '" + field.name + "'?";
    }
    complain("unknown_field", pointer, "'" + schema_.name() + "' has no field '" + name + "'",
             std::move(hint));
    return std::nullopt;
  }

  void check_operator(const Field& field, const Criterion& criterion, const std::string& pointer) {
    if (takes_operator(field.type, criterion.op)) return;
    const bool items = field.type == FieldType::multi_picklist;
    complain("operator_not_for_type", pointer + "/op",
             "'" + std::string(operator_name(criterion.op)) + "' is not for '" + field.name +
                 "' of type " + std::string(field_type_name(field.type)),
             items ? "use includes_any, includes_all or excludes" : std::string());
  }

  detail::Test bind_criterion(std::uint32_t index) {
    const Criterion& criterion = expression_.criteria()[index];
    const std::string pointer = "/criteria/" + std::to_string(index);
    const bool pair = criterion.op == Operator::within_km;
    const std::size_t before = problems_.size();
    detail::Test test;
    test.criterion = index;
    test.op = criterion.op;
    const auto [check, negated] = detail::check_of(criterion.op);
    test.check = check;
    test.negated = negated;
    test.blank_holds = criterion.blank == Blank::match;
    if (test.blank_holds && !is_negative(criterion.op)) {
      complain("blank_policy", pointer + "/blank",
               "'" + std::string(operator_name(criterion.op)) + "' never matches a blank",
               "add a criterion with is_blank and join both with OR");
    }
    const auto field = find_field(criterion.field, pointer + (pair ? "/fields/0" : "/field"));
    const auto second = pair ? find_field(criterion.second_field, pointer + "/fields/1") : field;
    if (!field || !second) return test;
    test.field = *field;
    test.second_field = *second;
    check_operator(schema_[*field], criterion, pointer);
    if (pair && takes_operator(schema_[*field].type, criterion.op)) {
      check_operator(schema_[*second], criterion, pointer);
    }
    if (problems_.size() > before) return test;
    detail::OperandReader(criterion, schema_[*field], pointer, problems_).read(test);
    return test;
  }

  static std::size_t depth(const Node& node) {
    std::size_t deepest = 0;
    for (const Node& child : node.children) deepest = std::max(deepest, depth(child));
    return deepest + 1;
  }

  static std::uint32_t leaves(const Node& node) {
    if (node.kind == NodeKind::criterion) return 1;
    std::uint32_t count = 0;
    for (const Node& child : node.children) count += leaves(child);
    return count;
  }

  std::uint32_t emit_root() {
    const Node& root = expression_.root();
    if (root.kind == NodeKind::match_all) return Predicate::kMatch;
    if (root.kind == NodeKind::match_none) return Predicate::kNoMatch;
    emit(root, false, Predicate::kMatch, Predicate::kNoMatch);
    return 0;
  }

  /// Appends the tests of `node` in order, each with the place where evaluation goes on. NOT is
  /// pushed down: it swaps all and any, and turns each criterion to its opposite, which matches no
  /// blank.
  void emit(const Node& node, bool negated, std::uint32_t on_true, std::uint32_t on_false) {
    if (node.kind == NodeKind::negation) {
      return emit(node.children.front(), !negated, on_true, on_false);
    }
    if (node.kind == NodeKind::criterion) {
      detail::Test test = bound_[node.criterion];
      if (negated) {
        test.negated = !test.negated;
        test.opposite = true;
        test.blank_holds = false;
      }
      test.on_true = on_true;
      test.on_false = on_false;
      tests_.push_back(std::move(test));
      return;
    }
    const bool all = (node.kind == NodeKind::all) != negated;
    auto next = static_cast<std::uint32_t>(tests_.size());
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      next += leaves(node.children[i]);
      const bool last = i + 1 == node.children.size();
      emit(node.children[i], negated, all && !last ? next : on_true, all || last ? on_false : next);
    }
  }

  const Expression& expression_;
  const Schema& schema_;
  Problems problems_;
  std::vector<detail::Test> bound_;
  std::vector<detail::Test> tests_;
};

/// Binds `expression` to `schema`. Errors, subjects as JSON pointers into the expression's stored
/// form: INVALID_ARGUMENT "unknown_field", "operator_not_for_type", "missing_operand",
/// "unexpected_operand", "blank_operand", "wrong_operand", "currencies_differ", "missing_currency",
/// "blank_policy"; LIMIT_EXCEEDED "too_deep". Picklist values that the schema does not list are
/// left to the linter (criteria/lint.hpp). O(size of the expression * log fields).
inline Result<Predicate> bind(const Expression& expression, const Schema& schema) {
  return Binder(expression, schema).bind();
}

/// Binds to the schema that RecordTraits describe.
template <DescribedRecord T>
Result<Predicate> bind(const Expression& expression) {
  return bind(expression, schema_of<T>());
}

}  // namespace galena::criteria
