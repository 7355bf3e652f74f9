#include "criteria/read_expression.hpp"

#include <charconv>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "galena/criteria/json.hpp"
#include "galena/criteria/logic.hpp"

namespace galena::criteria {

namespace {

using galena::detail::JsonNode;

/// "last_n_days:30": the operator, its count taken off; nothing for any other text.
std::optional<Criterion> read_counted_operator(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto op = operator_from(text.substr(0, colon));
  if (!op || operand_shape(*op) != OperandShape::count) return std::nullopt;
  const std::string_view digits = text.substr(colon + 1);
  std::int64_t count = 0;
  const auto* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, count);
  if (error != std::errc() || stop != end) return std::nullopt;
  return Criterion{.op = *op, .operands = {Value(count)}};
}

void read_operand(const JsonNode& node, Criterion& criterion) {
  if (node.is_null()) {
    node.report("blank_operand",
                "'" + std::string(operator_name(criterion.op)) + "' compares with null",
                "ask for blanks with is_blank or is_not_blank");
    return;
  }
  criterion.operands.push_back(storable(node.scalar()));
}

void read_operands(const JsonNode& node, Criterion& criterion) {
  switch (operand_shape(criterion.op)) {
    case OperandShape::none:
      if (const auto value = node.find("value")) {
        value->report("unexpected_operand",
                      "'" + std::string(operator_name(criterion.op)) + "' takes no value",
                      "remove the value");
      }
      return;
    case OperandShape::one:
    case OperandShape::count:
      return read_operand(node.get("value"), criterion);
    default:
      for (const JsonNode& item : node.get("value").items()) read_operand(item, criterion);
  }
}

void read_fields(const JsonNode& node, Criterion& criterion) {
  if (criterion.op != Operator::within_km) {
    node.expect_keys({"field", "op", "value", "blank"});
    criterion.field = node.get("field").nonempty_text();
    return;
  }
  node.expect_keys({"fields", "op", "value", "blank"});
  const JsonNode fields = node.get("fields");
  const auto pair = fields.items();
  if (pair.size() != 2) {
    if (fields.is_array()) {
      fields.report("wrong_fields",
                    "'within_km' takes two fields, got " + std::to_string(pair.size()),
                    "name the latitude and the longitude field");
    }
    return;
  }
  criterion.field = pair[0].nonempty_text();
  criterion.second_field = pair[1].nonempty_text();
}

Criterion read_criterion(const JsonNode& node) {
  Criterion criterion;
  const JsonNode op = node.get("op");
  const auto counted = op.is_text() ? read_counted_operator(op.text()) : std::nullopt;
  if (counted) {
    criterion = *counted;
    node.expect_keys({"field", "op", "blank"});
    criterion.field = node.get("field").nonempty_text();
  } else {
    const auto word = op.word(kOperatorNames);
    if (!word) return criterion;
    criterion.op = static_cast<Operator>(*word);
    read_fields(node, criterion);
    read_operands(node, criterion);
  }
  constexpr std::string_view kBlankNames[] = {"no_match", "match"};
  criterion.blank = node.choice_or<Blank>("blank", kBlankNames, Blank::no_match);
  return criterion;
}

Expression read_match(const JsonNode& node) {
  node.expect_keys({"match"});
  constexpr std::string_view kMatchNames[] = {"all", "none"};
  return node.get("match").word(kMatchNames) == 0U ? Expression::match_all()
                                                   : Expression::match_none();
}

Expression read_criteria(const JsonNode& node) {
  node.expect_keys({"criteria", "logic", "match", "cel"});
  const JsonNode list = node.get("criteria");
  std::vector<Criterion> criteria;
  for (const JsonNode& item : list.items()) criteria.push_back(read_criterion(item));
  if (list.is_array() && criteria.empty()) {
    list.report("no_criteria", "the list of criteria is empty",
                "write {\"match\":\"all\"} for a condition that every record satisfies");
  }
  if (criteria.empty()) return Expression::match_none();
  const auto logic = node.find("logic");
  if (!logic) {
    std::vector<Expression> parts;
    for (Criterion& criterion : criteria) parts.emplace_back(std::move(criterion));
    return Expression::all(parts);
  }
  const std::string text = logic->text();
  if (!logic->is_text()) return Expression::match_none();
  Result<Node> root = parse_logic(text, criteria.size());
  if (!root) {
    node.problems().add_all(root.problems(), node.pointer());
    return Expression::match_none();
  }
  return Expression::of(std::move(criteria), *std::move(root));
}

}  // namespace

Expression read_expression(const JsonNode& node) {
  if (!node.exists()) return Expression::match_none();
  if (!node.is_object()) {
    node.report("wrong_type", "a condition is an object",
                "write {\"criteria\":[...]} or {\"match\":\"all\"}");
    return Expression::match_none();
  }
  if (node.has("cel")) {
    node.problems().add(Code::unsupported, "cel",
                        galena::detail::child_pointer(node.pointer(), "cel"),
                        "conditions as CEL text are not supported by this version",
                        "write the condition as {\"criteria\":[...]}");
    return Expression::match_none();
  }
  return node.has("match") ? read_match(node) : read_criteria(node);
}

Result<Expression> parse_expression(std::string_view json) {
  return galena::detail::read_json(json, read_expression);
}

}  // namespace galena::criteria
