// Evaluation allocates nothing once a reader's buffers have grown: counted, by replacing the global
// allocation functions of this test program.
#include <gtest/gtest.h>

#include <cstdlib>
#include <new>

#include "criteria/random_expression.hpp"
#include "galena/criteria/first_match.hpp"

namespace {
std::size_t allocations = 0;
}

// Not inlined: the compiler would take malloc and free for a mismatch with new and delete.
[[gnu::noinline]] void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace galena::criteria::test {
namespace {

TEST(Allocation, EvaluationReusesItsBuffers) {
  RandomWorld world(3);
  // Non-text values as text (a number in a text condition) and booleans read from text go through
  // their canonical text, which is allocated; no list of this schema holds such.
  std::vector<Predicate> predicates;
  while (predicates.size() < 50) {
    const Expression expression = world.expression(2);
    bool typed = true;
    for (const Criterion& criterion : expression.criteria()) {
      for (const Value& operand : criterion.operands) {
        typed = typed && operand.kind() != ValueKind::boolean;
      }
    }
    if (typed) predicates.push_back(bind(expression, world.schema()).value());
  }
  const FirstMatch first_match(predicates);
  std::vector<std::vector<Value>> records;
  for (int i = 0; i < 200; ++i) records.push_back(world.record());
  RowReader reader(world.schema().size());
  const Context context(kNow, plus_one());
  const auto evaluate_all = [&] {
    for (const auto& record : records) {
      reader.reset(row_of(record));
      for (const Predicate& predicate : predicates) (void)predicate.evaluate(reader, context);
      (void)first_match.find(reader, context);
    }
  };
  const std::size_t at_first = allocations;
  evaluate_all();
  EXPECT_GT(allocations, at_first);
  const std::size_t before = allocations;
  evaluate_all();
  EXPECT_EQ(allocations, before);
}

}  // namespace
}  // namespace galena::criteria::test
