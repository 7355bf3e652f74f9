// PairBound must never turn away a pair that has the evidence: what it says is compared with the
// full comparison, over pairs that agree in part (neighbours in the order of names), random pairs,
// and several layouts.
#include "match/pair_bound.hpp"

#include <gtest/gtest.h>

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

/// Compares the bound and the early stop of every pair of `reach` neighbours, and of pairs further
/// apart, with the evidence.
void check(const detail::MatchState& state, std::size_t reach) {
  const EncodedRecords& records = *state.records;
  const PairBound bound(records, *state.scorer, 1);
  std::vector<PairCaps::Part> parts(bound.features());
  AgreementMemo memo;
  std::size_t turned_away = 0;
  std::size_t pairs = 0;
  const auto one = [&](std::uint32_t a, std::uint32_t b) {
    PairCaps caps;
    caps.parts = parts.data();
    bound.bound(a, b, caps);
    const WeightSum evidence = state.scorer->evidence(records[a], records[b]);
    ++pairs;
    for (const Weight floor : {-10 * kOneBit, 5 * kOneBit, 13 * kOneBit, 20 * kOneBit}) {
      const bool reaches = caps.total.reaches(lane_of(floor));
      if (!reaches) ++turned_away;
      ASSERT_TRUE(reaches || evidence < floor) << "records " << a << " and " << b;
      const WeightSum early =
          state.scorer->evidence_from(records[a], records[b], caps, bound.by_level(), floor, memo);
      if (evidence >= floor) {
        ASSERT_EQ(early, evidence) << "records " << a << " and " << b;
      } else {
        ASSERT_LT(early, floor) << "records " << a << " and " << b;
      }
    }
  };
  for (std::uint32_t a = 0; a < records.size(); ++a) {
    for (std::uint32_t b = a + 1; b < std::min<std::size_t>(records.size(), a + 1 + reach); ++b)
      one(a, b);
    one(a, static_cast<std::uint32_t>((a * 7919U + 13U) % records.size()));
  }
  EXPECT_GT(turned_away, pairs / 4) << "a bound that turns nothing away is of no use";
}

TEST(PairBound, NoWeightThatAModelCanHaveIsCutOff) {
  // u is at least 1e-12 (40 bits), a relation's share at least 1e-18 (60 bits).
  for (int bits = -60; bits < 70; ++bits)
    EXPECT_LT(lane_of(WeightSum{bits} * kOneBit), lane_of(WeightSum{bits + 1} * kOneBit)) << bits;
}

TEST(PairBound, NeverTurnsAwayLeadsThatHaveTheEvidence) {
  const Fields fields = {{"first_name", Kind::first_name, {}},
                         {"last_name", Kind::last_name, {}},
                         {"company", Kind::company, {}},
                         {"email", Kind::email, {}},
                         {"phone", Kind::phone, {}},
                         {"city", Kind::city, {}},
                         {"postal_code", Kind::postal_code, {}}};
  check(*prepared(fields, Preset::lead), 20);
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

}  // namespace
}  // namespace galena::match
