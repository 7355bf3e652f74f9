// PairBound must never turn away a pair that has the evidence: what it says is compared with the
// full comparison, over pairs that agree in part (neighbours in the order of names), random pairs,
// and several layouts.
#include "match/pair_bound.hpp"

#include <gtest/gtest.h>

#include <random>

#include "galena/match/deduplicate.hpp"
#include "match/match_state.hpp"
#include "support/generated_leads.hpp"

namespace galena::match {
namespace {

/// Encoded and ordered records of generated leads with these fields.
std::shared_ptr<detail::MatchState> prepared(const Fields& fields, Preset preset) {
  const test::GeneratedLeads leads = test::generated_leads({.rows = 3000, .seed = 7});
  return prepare_match(leads.table, nullptr, {.fields = fields, .preset = preset}, nullptr).value();
}

/// Pairs of `reach` neighbours, and of records further apart.
std::vector<std::pair<std::uint32_t, std::uint32_t>> some_pairs(std::size_t records,
                                                                std::size_t reach) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (std::uint32_t a = 0; a < records; ++a) {
    for (std::uint32_t b = a + 1; b < std::min<std::size_t>(records, a + 1 + reach); ++b)
      pairs.emplace_back(a, b);
    pairs.emplace_back(a, static_cast<std::uint32_t>((a * 7919U + 13U) % records));
  }
  return pairs;
}

/// What a batch says of candidates that reach the floor, against the evidence of each.
void check_batch(const Scorer& scorer, const std::vector<LevelBounds>& bounds, Weight floor,
                 PairBatch& batch, AgreementMemo& memo) {
  const EncodedRecords& records = scorer.records();
  scorer.evidence_from(batch, bounds, floor, memo);
  for (std::size_t i = 0; i < batch.size(); ++i) {
    const PairBatch::Candidate& pair = batch[i];
    const WeightSum evidence = scorer.evidence(records[pair.a], records[pair.b]);
    if (evidence >= floor) {
      ASSERT_EQ(pair.evidence, evidence) << "records " << pair.a << " and " << pair.b;
    } else {
      ASSERT_LT(pair.evidence, floor) << "records " << pair.a << " and " << pair.b;
    }
  }
  batch.clear();
}

/// Compares the bound and the early stop with the evidence.
void check(const detail::MatchState& state, const PairBound& bound, std::size_t reach) {
  const EncodedRecords& records = *state.records;
  const auto pairs = some_pairs(records.size(), reach);
  AgreementMemo memo;
  PairBatch batch(bound.features());
  std::size_t turned_away = 0;
  for (const Weight floor : {-10 * kOneBit, 5 * kOneBit, 13 * kOneBit, 20 * kOneBit}) {
    for (const auto& [a, b] : pairs) {
      bound.bound(a, b, batch.next_caps());
      if (batch.next_caps().total.reaches(lane_of(floor))) {
        batch.push(a, b);
      } else {
        ++turned_away;
        ASSERT_LT(state.scorer->evidence(records[a], records[b]), floor)
            << "records " << a << " and " << b;
      }
      if (batch.full()) check_batch(*state.scorer, bound.by_level(), floor, batch, memo);
    }
    check_batch(*state.scorer, bound.by_level(), floor, batch, memo);
  }
  EXPECT_GT(turned_away, pairs.size() / 4) << "a bound that turns nothing away is of no use";
}

/// Wherever the sketches are: by value, with the records, some of them here and some there.
void check(const detail::MatchState& state, std::size_t reach) {
  for (const std::size_t near : {PairBound::kNear, std::size_t{0}, std::size_t{300}})
    check(state, PairBound(*state.records, *state.scorer, 1, near), reach);
}

/// Candidates of which nothing is known, compared together and alone.
TEST(PairBatch, IsTheComparisonOfEachPair) {
  const auto state = prepared({{"first_name", Kind::first_name, {}},
                               {"last_name", Kind::last_name, {}},
                               {"company", Kind::company, {}},
                               {"email", Kind::email, {}},
                               {"phone", Kind::phone, {}}},
                              Preset::lead);
  const EncodedRecords& records = *state->records;
  AgreementMemo memo;
  PairBatch batch(records.layout().features.size());
  const auto compare = [&] {
    state->scorer->evidence(batch, memo);
    for (std::size_t i = 0; i < batch.size(); ++i) {
      ASSERT_EQ(batch[i].evidence,
                state->scorer->evidence(records[batch[i].a], records[batch[i].b]));
    }
    batch.clear();
  };
  for (const auto& [a, b] : some_pairs(records.size(), 5)) {
    batch.push_open(a, b);
    if (batch.full()) compare();
  }
  compare();
}

TEST(PairBound, NoWeightThatAModelCanHaveIsCutOff) {
  // u is at least 1e-12 (40 bits), a relation's share at least 1e-18 (60 bits).
  for (int bits = -60; bits < 70; ++bits)
    EXPECT_LT(lane_of(WeightSum{bits} * kOneBit), lane_of(WeightSum{bits + 1} * kOneBit)) << bits;
}

TEST(PairBound, NeverTurnsAwayLeadsThatHaveTheEvidence) {
  check(*prepared(test::lead_fields(), Preset::lead), 20);
}

TEST(PairBound, NeverTurnsAwayPeopleWhoHaveTheEvidence) {
  const Fields fields = {{"first_name", Kind::first_name, {}}, {"last_name", Kind::last_name, {}},
                         {"street", Kind::street, {}},         {"country", Kind::country, {}},
                         {"phone", Kind::identifier, {}},      {"mobile", Kind::phone, {}}};
  check(*prepared(fields, Preset::person), 20);
}

TEST(PairBound, NeverTurnsAwayAccountsThatHaveTheEvidence) {
  const Fields fields = {{"company", Kind::company, {}},
                         {"website", Kind::website, {}},
                         {"city", Kind::city, {}},
                         {"last_name", Kind::text, {}}};
  check(*prepared(fields, Preset::account), 20);
}

/// Names of one letter, of several words, and of words that stand in either place.
TEST(PairBound, NeverTurnsAwaySwappedNamesThatHaveTheEvidence) {
  constexpr std::string_view kNames[] = {"Jan",   "J",     "Jan Peter", "Peter", "Pieter", "P Jan",
                                         "Maria", "Marie", "M",         "Otto",  "Ott",    "Ray"};
  std::mt19937 engine(5);
  const auto name = [&] { return kNames[engine() % std::size(kNames)]; };
  ColumnBuilder first("first_name", ColumnType::text);
  ColumnBuilder last("last_name", ColumnType::text);
  ColumnBuilder phone("phone", ColumnType::text);
  constexpr std::size_t kRows = 400;
  for (std::size_t row = 0; row < kRows; ++row) {
    first.append_text(name());
    last.append_text(name());
    phone.append_text("+44 20 7946 0" + std::to_string(100 + engine() % 20));
  }
  std::vector<Column> columns;
  for (ColumnBuilder* builder : {&first, &last, &phone}) columns.push_back(builder->finish());
  const Fields fields = {{"first_name", Kind::first_name, {}},
                         {"last_name", Kind::last_name, {}},
                         {"phone", Kind::phone, {}}};
  check(
      *prepare_match(Table::make(std::move(columns)).value(), nullptr, {.fields = fields}, nullptr)
           .value(),
      kRows);
}

}  // namespace
}  // namespace galena::match
