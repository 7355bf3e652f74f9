// Properties of random conditions on random records.
#include <gtest/gtest.h>

#include <algorithm>

#include "criteria/random_expression.hpp"
#include "criteria/reference_evaluator.hpp"
#include "galena/criteria/first_match.hpp"
#include "galena/criteria/json.hpp"

namespace galena::criteria::test {
namespace {

constexpr std::uint32_t kSeeds = 400;
constexpr int kRecords = 25;

Truth truth_of(const Outcome& outcome) {
  return outcome.state == Outcome::match      ? Truth::yes
         : outcome.state == Outcome::no_match ? Truth::no
                                              : Truth::error;
}

TEST(Property, TreesAgreeWithTheReference) {
  std::size_t errors = 0;
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    RandomWorld world(seed);
    const Expression expression = world.expression(4);
    const Predicate predicate = bind(expression, world.schema()).value();
    const Context context(kNow, plus_one());
    RowReader reader(world.schema().size());
    for (int i = 0; i < kRecords; ++i) {
      const auto record = world.record();
      reader.reset(row_of(record));
      const Truth expected =
          Reference(world.schema(), record, kNow, plus_one()).evaluate(expression);
      ASSERT_EQ(truth_of(predicate.evaluate(reader, context)), expected)
          << "seed " << seed << ": " << expression.to_json();
      errors += expected == Truth::error ? 1 : 0;
    }
  }
  EXPECT_GT(errors, 50U);
}

TEST(Property, NotIsPushedByDeMorgan) {
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    RandomWorld world(seed);
    const Expression a = world.expression(2);
    const Expression b = world.expression(2);
    const auto same = [&](const Expression& left, const Expression& right) {
      const Predicate one = bind(left, world.schema()).value();
      const Predicate other = bind(right, world.schema()).value();
      for (int i = 0; i < kRecords; ++i) {
        const auto record = world.record();
        ASSERT_EQ(one.evaluate(row_of(record), Context(kNow)).state,
                  other.evaluate(row_of(record), Context(kNow)).state)
            << left.to_json() << " and " << right.to_json();
      }
    };
    same(!(a && b), !a || !b);
    same(!(a || b), !a && !b);
    EXPECT_EQ((!!a).root(), a.root());
  }
}

TEST(Property, StoredFormComesBackAsTheSameExpression) {
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    const Expression expression = RandomWorld(seed).expression(4);
    const auto again = parse_expression(expression.to_json());
    ASSERT_TRUE(again) << again.problems().to_text() << expression.to_json();
    EXPECT_EQ(*again, expression);
    EXPECT_EQ(again->to_json(), expression.to_json());
    EXPECT_EQ(again->hash(), expression.hash());
  }
}

TEST(Property, FirstMatchIsTheFirstOfOneByOne) {
  std::size_t errors = 0;
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    RandomWorld world(seed);
    std::vector<Predicate> predicates;
    const std::uint32_t count = world.below(6);
    for (std::uint32_t i = 0; i < count; ++i) {
      const std::uint32_t form = world.below(12);
      const Expression expression = form == 0   ? Expression::match_all()
                                    : form == 1 ? Expression::match_none()
                                                : world.expression(2);
      predicates.push_back(bind(expression, world.schema()).value());
    }
    const FirstMatch first_match(predicates);
    RowReader reader(world.schema().size());
    for (int i = 0; i < kRecords; ++i) {
      const auto record = world.record();
      FirstMatch::Found expected{count, {}};
      for (std::uint32_t p = 0; p < count; ++p) {
        const Outcome outcome = predicates[p].evaluate(row_of(record), Context(kNow));
        if (outcome.state == Outcome::no_match) continue;
        expected = {p, outcome};
        break;
      }
      reader.reset(row_of(record));
      const auto found = first_match.find(reader, Context(kNow));
      ASSERT_EQ(found.index, expected.index) << "seed " << seed;
      ASSERT_EQ(found.outcome, expected.outcome) << "seed " << seed;
      errors += found.outcome.state == Outcome::evaluation_error ? 1 : 0;
    }
  }
  EXPECT_GT(errors, 50U);
}

TEST(Property, ReadingsOfTheTraceAreEnoughToDecide) {
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    RandomWorld world(seed);
    const Predicate predicate = bind(world.expression(3), world.schema()).value();
    RowReader reader(world.schema().size());
    for (int i = 0; i < kRecords; ++i) {
      const auto record = world.record();
      reader.reset(row_of(record));
      const Outcome outcome = predicate.evaluate(reader, Context(kNow));
      std::vector<Value> only_read(record.size());
      for (const std::uint32_t field : reader.fields_read()) only_read[field] = record[field];
      ASSERT_EQ(predicate.evaluate(row_of(only_read), Context(kNow)), outcome);
      const auto trace = predicate.trace(reader, Context(kNow));
      ASSERT_FALSE(trace.empty());
      ASSERT_EQ(trace.back().error, outcome.error);
    }
  }
}

/// `missing` names criteria whose opposite answer makes the expression match, and no smaller number
/// does: tried on criteria over independent booleans, all subsets flipped.
TEST(Property, MissingIsTheFewestCriteriaToFlip) {
  constexpr std::uint32_t kFlags = 5;
  std::vector<Field> fields;
  for (std::uint32_t i = 0; i < kFlags; ++i) {
    fields.push_back({.name = "f" + std::to_string(i), .type = FieldType::boolean});
  }
  const Schema schema = Schema::make("flags", fields).value();
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    std::mt19937 random(seed);
    std::vector<Expression> leaves;
    for (const Field& field : fields) {
      leaves.push_back(Criterion{.field = field.name, .operands = {true}});
    }
    std::shuffle(leaves.begin(), leaves.end(), random);
    while (leaves.size() > 1) {  // a random tree that uses every flag once
      Expression joined = random() % 2 == 0 ? leaves[0] && leaves[1] : leaves[0] || leaves[1];
      leaves.erase(leaves.begin(), leaves.begin() + 2);
      leaves.push_back(random() % 3 == 0 ? !joined : joined);
    }
    const Predicate predicate = bind(leaves.front(), schema).value();
    const auto record_of = [&](std::uint32_t bits) {
      std::vector<Value> record;
      for (std::uint32_t i = 0; i < kFlags; ++i) record.emplace_back((bits >> i & 1U) != 0);
      return record;
    };
    const auto matches = [&](std::uint32_t bits) {
      return predicate.evaluate(row_of(record_of(bits)), Context(kNow)).state == Outcome::match;
    };
    for (std::uint32_t bits = 0; bits < 1U << kFlags; ++bits) {
      int fewest = kFlags + 1;
      for (std::uint32_t flips = 0; flips < 1U << kFlags; ++flips) {
        if (matches(bits ^ flips)) fewest = std::min(fewest, __builtin_popcount(flips));
      }
      RowReader reader(schema.size());
      const auto record = record_of(bits);
      reader.reset(row_of(record));
      std::uint32_t flips = 0;
      for (const Reading& reading : predicate.missing(reader, Context(kNow))) {
        flips |= 1U << *schema.find(predicate.expression().criteria()[reading.criterion].field);
      }
      ASSERT_EQ(__builtin_popcount(flips), fewest);
      ASSERT_TRUE(matches(bits ^ flips));
    }
  }
}

}  // namespace
}  // namespace galena::criteria::test
