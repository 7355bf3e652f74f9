// Expression: a condition on a record, as a typed, immutable tree: criteria joined by all, any and
// not. What a rule, a guard, a view and a territory say "when" with.
//
//   Expression large = field("country").in({"DE", "FR"}) && field("employees") >= 500;
//   large.to_json() == R"({"criteria":[{"field":"country","op":"in","value":["DE","FR"]},)"
//                      R"({"field":"employees","op":"greater_or_equal","value":500}]})"
//
// The builders are in criteria/builder.hpp, reading JSON in criteria/json.hpp, evaluation starts in
// criteria/bind.hpp. An expression knows names only; types come with the schema it is bound to.
#pragma once

#include <cmath>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "galena/base/json_writer.hpp"
#include "galena/base/sha256.hpp"
#include "galena/base/value.hpp"
#include "galena/criteria/operator.hpp"

namespace galena::criteria {

/// How deep all, any and not may be nested in one another.
inline constexpr std::size_t kMaxDepth = 64;

/// What a negative operator (not_equals, not_in, not_contains, excludes) says of a blank field.
enum class Blank : std::uint8_t { no_match, match };

/// An operand as it is stored: blank, boolean, integer, number or text. Decimals, money, dates and
/// instants become their canonical text and whole numbers integers, as JSON would give them back.
inline Value storable(const ValueView& operand) {
  constexpr double kExactWhole = 9007199254740992.0;  // 2^53
  switch (operand.kind()) {
    case ValueKind::blank:
    case ValueKind::boolean:
    case ValueKind::integer:
    case ValueKind::text:
      return operand;
    case ValueKind::number: {
      const double number = operand.number();
      if (operand.is_blank()) return {};
      if (std::fabs(number) > kExactWhole || std::floor(number) != number) return operand;
      return static_cast<std::int64_t>(number);
    }
    default:
      return to_text(operand);
  }
}

/// One comparison of one field (within_km: of two) with operands.
struct Criterion {
  std::string field = {};
  Operator op = Operator::equals;
  std::vector<Value> operands = {};  ///< an expression stores them as storable() says
  Blank blank = Blank::no_match;
  std::string second_field = {};  ///< within_km: longitude; else empty

  friend bool operator==(const Criterion&, const Criterion&) = default;
};

enum class NodeKind : std::uint8_t { match_all, match_none, all, any, negation, criterion };

/// A node of the tree. all and any have two or more children, negation one, the others none;
/// match_all and match_none only ever are the root.
struct Node {
  NodeKind kind = NodeKind::match_none;
  std::uint32_t criterion = 0;  ///< of NodeKind::criterion: index into Expression::criteria()
  std::vector<Node> children = {};

  friend bool operator==(const Node&, const Node&) = default;
};

/// A cheap handle on immutable data: copy it freely, share it between threads.
class Expression {
 public:
  /// True of every record, and of none.
  static Expression match_all() { return Expression({}, {NodeKind::match_all}); }
  static Expression match_none() { return Expression({}, {NodeKind::match_none}); }

  Expression(Criterion criterion)  // NOLINT: a criterion is an expression
      : Expression({std::move(criterion)}, {NodeKind::criterion}) {}

  /// Criteria numbered from 0 and a tree that refers to them (every index below criteria.size()).
  static Expression of(std::vector<Criterion> criteria, Node root) {
    root = simplified(std::move(root));
    if (root.kind == NodeKind::match_all || root.kind == NodeKind::match_none) criteria.clear();
    return Expression(std::move(criteria), std::move(root));
  }
  /// True when every part is; of no parts: match_all().
  static Expression all(const std::vector<Expression>& parts) { return join(NodeKind::all, parts); }
  /// True when at least one part is; of no parts: match_none().
  static Expression any(const std::vector<Expression>& parts) { return join(NodeKind::any, parts); }

  /// The criteria in the order in which the logic numbers them (its numbers start at 1).
  [[nodiscard]] const std::vector<Criterion>& criteria() const { return data_->criteria; }
  [[nodiscard]] const Node& root() const { return data_->root; }

  /// The stored form: {"criteria":[...]} with "logic" unless all must hold in their order,
  /// {"match":"all"} or {"match":"none"}. Equal expressions give equal bytes. O(size).
  [[nodiscard]] std::string to_json() const;
  /// SHA-256 of to_json().
  [[nodiscard]] std::string hash() const { return sha256_hex(to_json()); }

  friend Expression operator&&(const Expression& a, const Expression& b) { return all({a, b}); }
  friend Expression operator||(const Expression& a, const Expression& b) { return any({a, b}); }
  /// NOT: true where the opposite of each criterion is; never true of a blank by itself.
  friend Expression operator!(const Expression& a) {
    return of(a.criteria(), {NodeKind::negation, 0, {a.root()}});
  }
  friend bool operator==(const Expression& a, const Expression& b) {
    return a.data_ == b.data_ || *a.data_ == *b.data_;
  }

 private:
  struct Data {
    std::vector<Criterion> criteria;
    Node root;
    friend bool operator==(const Data&, const Data&) = default;
  };

  Expression(std::vector<Criterion> criteria, Node root) {
    for (Criterion& criterion : criteria) {
      for (Value& operand : criterion.operands) operand = storable(operand);
    }
    data_.reset(new Data{std::move(criteria), std::move(root)});
  }

  static Expression join(NodeKind kind, const std::vector<Expression>& parts);
  static Node simplified(Node node);
  static void simplify_children(Node& node);

  std::shared_ptr<const Data> data_;
};

namespace detail {

inline void renumber(Node& node, std::uint32_t by) {
  node.criterion += node.kind == NodeKind::criterion ? by : 0;
  for (Node& child : node.children) renumber(child, by);
}

/// True when the logic is the one that is meant when none is written: 1 AND 2 AND ... AND n.
inline bool is_plain_list(const Expression& expression) {
  const Node& root = expression.root();
  if (root.kind == NodeKind::criterion) return true;
  if (root.kind != NodeKind::all || root.children.size() != expression.criteria().size())
    return false;
  for (std::uint32_t i = 0; i < root.children.size(); ++i) {
    if (root.children[i].kind != NodeKind::criterion || root.children[i].criterion != i)
      return false;
  }
  return true;
}

inline void write_logic(std::string& out, const Node& node, bool inside) {
  if (node.kind == NodeKind::criterion) {
    out += std::to_string(node.criterion + 1);
    return;
  }
  if (node.kind == NodeKind::negation) {
    out += "NOT ";
    return write_logic(out, node.children.front(), true);
  }
  if (inside) out += '(';
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    if (i > 0) out += node.kind == NodeKind::all ? " AND " : " OR ";
    write_logic(out, node.children[i], true);
  }
  if (inside) out += ')';
}

inline void write_operands(JsonWriter& json, const Criterion& criterion) {
  const OperandShape shape = operand_shape(criterion.op);
  if (shape == OperandShape::none) return;
  json.key("value");
  if (shape == OperandShape::one || shape == OperandShape::count) {
    json.value(criterion.operands.empty() ? Value() : criterion.operands.front());
    return;
  }
  json.begin_array();
  for (const Value& operand : criterion.operands) json.value(operand);
  json.end_array();
}

}  // namespace detail

/// The stored form of one criterion: {"field","op","value","blank"}; within_km has "fields"
/// instead.
inline void write_json(JsonWriter& json, const Criterion& criterion) {
  json.begin_object();
  if (criterion.op == Operator::within_km) {
    json.key("fields")
        .begin_array()
        .value(criterion.field)
        .value(criterion.second_field)
        .end_array();
  } else {
    json.key("field").value(criterion.field);
  }
  json.key("op").value(operator_name(criterion.op));
  detail::write_operands(json, criterion);
  if (criterion.blank == Blank::match) json.key("blank").value("match");
  json.end_object();
}

inline std::string Expression::to_json() const {
  JsonWriter json;
  json.begin_object();
  if (root().kind == NodeKind::match_all || root().kind == NodeKind::match_none) {
    json.key("match").value(root().kind == NodeKind::match_all ? "all" : "none").end_object();
    return std::move(json).text();
  }
  json.key("criteria").begin_array();
  for (const Criterion& criterion : criteria()) write_json(json, criterion);
  json.end_array();
  if (!detail::is_plain_list(*this)) {
    std::string logic;
    detail::write_logic(logic, root(), false);
    json.key("logic").value(logic);
  }
  json.end_object();
  return std::move(json).text();
}

inline Expression Expression::join(NodeKind kind, const std::vector<Expression>& parts) {
  std::vector<Criterion> criteria;
  Node root{kind};
  for (const Expression& part : parts) {
    Node child = part.root();
    detail::renumber(child, static_cast<std::uint32_t>(criteria.size()));
    root.children.push_back(std::move(child));
    for (const Criterion& criterion : part.criteria()) criteria.push_back(criterion);
  }
  return of(std::move(criteria), std::move(root));
}

/// all and any take in children of their own kind and lose what decides nothing (all: match_all).
inline void Expression::simplify_children(Node& node) {
  const NodeKind neutral = node.kind == NodeKind::all ? NodeKind::match_all : NodeKind::match_none;
  std::vector<Node> kept;
  for (Node& child : node.children) {
    if (child.kind == neutral) continue;
    if (child.kind == node.kind) {
      for (Node& grandchild : child.children) kept.push_back(std::move(grandchild));
    } else {
      kept.push_back(std::move(child));
    }
  }
  node.children = std::move(kept);
}

inline Node Expression::simplified(Node node) {
  for (Node& child : node.children) child = simplified(std::move(child));
  if (node.kind == NodeKind::negation) {
    Node& inner = node.children.front();
    if (inner.kind == NodeKind::match_all) return {NodeKind::match_none};
    if (inner.kind == NodeKind::match_none) return {NodeKind::match_all};
    if (inner.kind == NodeKind::negation) return Node(std::move(inner.children.front()));
    return node;
  }
  if (node.kind != NodeKind::all && node.kind != NodeKind::any) return node;
  simplify_children(node);
  const NodeKind neutral = node.kind == NodeKind::all ? NodeKind::match_all : NodeKind::match_none;
  const NodeKind deciding = node.kind == NodeKind::all ? NodeKind::match_none : NodeKind::match_all;
  for (const Node& child : node.children) {
    if (child.kind == deciding) return {deciding};
  }
  if (node.children.empty()) return {neutral};
  if (node.children.size() == 1) return Node(std::move(node.children.front()));
  return node;
}

}  // namespace galena::criteria
