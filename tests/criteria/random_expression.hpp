// Random conditions and records over the small world of all_types.hpp, from a seed.
#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "criteria/all_types.hpp"
#include "galena/criteria/bind.hpp"

namespace galena::criteria::test {

class RandomWorld {
 public:
  explicit RandomWorld(std::uint32_t seed) : random_(seed) {}

  std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_() % limit); }

  /// A criterion that binds to the schema.
  Criterion criterion() {
    for (;;) {
      const Field& field = schema_[below(static_cast<std::uint32_t>(schema_.size()))];
      Criterion made{.field = field.name,
                     .op = static_cast<Operator>(below(std::size(kOperatorNames)))};
      if (made.op == Operator::within_km) made.second_field = "longitude";
      fill(made);
      if (is_negative(made.op) && below(3) == 0) made.blank = Blank::match;
      if (bind(made, schema_)) return made;
    }
  }

  Expression expression(int depth) {
    const std::uint32_t form = depth == 0 ? 0 : below(4);
    if (form == 0) return criterion();
    if (form == 1) return !expression(depth - 1);
    std::vector<Expression> parts;
    for (std::uint32_t i = 0; i < 2 + below(2); ++i) parts.push_back(expression(depth - 1));
    return form == 2 ? Expression::all(parts) : Expression::any(parts);
  }

  std::vector<Value> record() {
    std::vector<Value> values;
    for (const Field& field : schema_.fields()) {
      const auto choices = values_for(field.type);
      values.push_back(choices[below(static_cast<std::uint32_t>(choices.size()))]);
    }
    return values;
  }

  [[nodiscard]] const Schema& schema() const { return schema_; }

 private:
  void fill(Criterion& criterion) {
    const auto operands = all_operands();
    const auto any = [&] { return operands[below(static_cast<std::uint32_t>(operands.size()))]; };
    switch (operand_shape(criterion.op)) {
      case OperandShape::none:
        break;
      case OperandShape::one:
        criterion.operands = {any()};
        break;
      case OperandShape::count:
        criterion.operands = {Value(1 + below(40))};
        break;
      case OperandShape::place:
        criterion.operands = {12.5, 13.0, 100};
        break;
      case OperandShape::list:
        for (std::uint32_t i = 0; i < 1 + below(3); ++i) criterion.operands.push_back(any());
        break;
    }
  }

  std::mt19937 random_;
  Schema schema_ = all_types();
};

inline RowView row_of(const std::vector<Value>& record) {
  return {&record, 0, [](const void* source, std::size_t, std::uint32_t field) {
            return (*static_cast<const std::vector<Value>*>(source))[field].view();
          }};
}

}  // namespace galena::criteria::test
