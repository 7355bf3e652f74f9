// Assignment by rule sets of 100 and 10,000 entries. "rules" counts entries evaluated: most leads
// go past most of them.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>
#include <vector>

#include "galena/assign/batch.hpp"
#include "galena/assign/json.hpp"
#include "galena/criteria/builder.hpp"
#include "galena/record/record.hpp"

namespace galena::assign {
namespace {

const Instant kNow = *parse_instant("2026-11-22T12:00:00Z");

class Numbers {
 public:
  std::uint32_t below(std::uint32_t limit) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::uint32_t>(state_ >> 33) % limit;
  }

 private:
  std::uint64_t state_ = 42;
};

std::string word(std::string_view prefix, std::uint32_t number) {
  return std::string(prefix) + std::to_string(number);
}

/// Territories as companies write them: a region or a postal area, an industry, a size. Entry n
/// asks for one of n / 2 + 1 regions, so that a lead matches late.
RuleSet territories(std::uint32_t entries) {
  using criteria::field;
  Numbers numbers;
  RuleSetParts parts{.name = "territories", .default_owner = Target::queue("unassigned")};
  for (std::uint32_t i = 0; i < entries; ++i) {
    criteria::Expression when =
        i % 2 == 0 ? field("region") == word("Region ", i) &&
                         field("employees") >= 50 * (1 + numbers.below(10))
                   : field("industry")
                             .in({word("Industry ", numbers.below(40)),
                                  word("Industry ", numbers.below(40))}) &&
                         field("postal_code").starts_with(word("9", numbers.below(1000)));
    parts.entries.push_back({word("entry-", i), std::move(when), Target::pool("sales")});
  }
  Pool sales{.id = PoolId("sales")};
  for (std::uint32_t i = 0; i < 10; ++i) sales.members.push_back({.id = UserId(word("u", i))});
  parts.pools = {sales};
  return RuleSet::make(std::move(parts)).value();
}

Table leads(std::size_t rows, std::uint32_t entries) {
  Numbers numbers;
  ColumnBuilder region("region", ColumnType::text);
  ColumnBuilder industry("industry", ColumnType::text);
  ColumnBuilder postal_code("postal_code", ColumnType::text);
  ColumnBuilder employees("employees", ColumnType::integer);
  for (std::size_t row = 0; row < rows; ++row) {
    region.append_text(word("REGION ", numbers.below(entries)));
    industry.append_text(word("Industry ", numbers.below(40)));
    postal_code.append_text(word("", 10000 + numbers.below(90000)));
    numbers.below(5) == 0 ? employees.append_null() : employees.append_integer(numbers.below(1000));
  }
  return Table::make({region.finish(), industry.finish(), postal_code.finish(), employees.finish()})
      .value();
}

/// Argument: entries of the rule set.
void Assign(benchmark::State& state) {
  const auto entries = static_cast<std::uint32_t>(state.range(0));
  const Table table = leads(1000, entries);
  Router router = Router::make(territories(entries), schema_of(table)).value();
  std::int64_t evaluated = 0;
  const Matches matches = match(router.rules(), table, kNow);
  for (const std::int32_t entry : matches.entries) {
    evaluated += entry < 0 ? std::int64_t{entries} : std::int64_t{entry} + 1;
  }
  for (auto _ : state) {
    benchmark::DoNotOptimize(assign(router, table, kNow));
  }
  const auto rounds = static_cast<double>(state.iterations());
  state.counters["rules"] =
      benchmark::Counter(rounds * static_cast<double>(evaluated), benchmark::Counter::kIsRate);
  state.counters["leads"] = benchmark::Counter(rounds * 1000, benchmark::Counter::kIsRate);
}
BENCHMARK(Assign)->Arg(10)->Arg(100)->Arg(10000)->Unit(benchmark::kMillisecond);

/// One lead with its full decision: changes, readings, counters.
void Decide(benchmark::State& state) {
  const auto entries = static_cast<std::uint32_t>(state.range(0));
  const Table table = leads(1000, entries);
  Router router = Router::make(territories(entries), schema_of(table)).value();
  std::size_t row = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(router.decide(table.row(row), kNow));
    row = (row + 1) % table.rows();
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(Decide)->Arg(10)->Arg(100)->Arg(10000);

void ParseAndBind(benchmark::State& state) {
  const auto entries = static_cast<std::uint32_t>(state.range(0));
  const std::string json = territories(entries).to_json();
  const Schema schema = schema_of(leads(1, entries));
  for (auto _ : state) {
    benchmark::DoNotOptimize(BoundRules::bind(parse_rule_set(json).value(), schema));
  }
}
BENCHMARK(ParseAndBind)->Arg(100)->Arg(10000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace galena::assign
