// How frequent relations are: what the records show of relatives, and what follows for duplicates.
#include "match/relation_shares.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "match/match_state.hpp"
#include "support/tables.hpp"

namespace galena::match {
namespace {

/// A pair that is related for sure, or a match with these odds.
RelatedPair related(std::size_t relation, double odds = 0) {
  RelatedPair pair;
  pair.odds = odds;
  pair.parts[relation + 1] = 1;
  return pair;
}

TEST(RelationFactors, RelationsThatAreNotSeenAreRare) {
  const std::vector<double> factors = relation_factors({}, {97});
  EXPECT_NEAR(factors[0], 0.03, 1e-9);  // up to three may have been overlooked
}

TEST(RelationFactors, LittleDataSaysLittle) {
  EXPECT_NEAR(relation_factors({}, {1})[0], 0.75, 1e-9);
  EXPECT_EQ(relation_factors({}, {0})[0], 1);
}

TEST(RelationFactors, RelationsThatAreSeenStay) {
  const std::vector<RelatedPair> seen(50, related(0));
  EXPECT_EQ(relation_factors(seen, {50})[0], 1);
  // Not more than was thought: matches that are not found yet look related too.
  EXPECT_EQ(relation_factors(seen, {10})[0], 1);
  EXPECT_NEAR(relation_factors(seen, {103})[0], 0.5, 1e-9);
}

TEST(RelationFactors, APairStandsForThoseThatWereNotLookedAt) {
  const std::vector<RelatedPair> seen(10, related(0));
  EXPECT_NEAR(relation_factors(seen, {103}, 5)[0], 0.5, 1e-9);
}

TEST(RelationFactors, MatchesAreNotRelated) {
  const std::vector<RelatedPair> matches(50, related(0, 1000));
  EXPECT_LT(relation_factors(matches, {97})[0], 0.04);
  // In doubt it is the number of sure ones that decides: none here, forty there.
  std::vector<RelatedPair> pairs(10, related(0, 1));
  const double alone = relation_factors(pairs, {97})[0];
  EXPECT_LT(alone, 0.05);
  EXPECT_GT(alone, 0.03);
  pairs.insert(pairs.end(), 40, related(0));
  EXPECT_GT(relation_factors(pairs, {97})[0], 0.45);
}

TEST(RelationFactors, UnrelatedPairsAreNotRelated) {
  RelatedPair stranger;
  stranger.parts[kUnrelated] = 1;
  EXPECT_NEAR(relation_factors(std::vector<RelatedPair>(50, stranger), {97})[0], 0.03, 1e-9);
}

TEST(RelationFactors, NoneFallsFurtherThanAllTogether) {
  // What is taken for colleagues here may be a household's.
  const std::vector<RelatedPair> colleagues(60, related(1));
  const std::vector<double> factors = relation_factors(colleagues, {57, 60});
  EXPECT_NEAR(factors[0], (60.0 + 3) / (117 + 3), 1e-9);
  EXPECT_EQ(factors[1], 1);
}

TEST(RelationFactors, SharesOfAllPairsStay) {
  const std::vector<double> factors = relation_factors({}, {-1, 97});
  EXPECT_EQ(factors[0], 1);
  EXPECT_LT(factors[1], 0.04);
}

/// People with a telephone, every twentieth of them twice; `relatives`: every third has somebody of
/// the same family name, telephone and town beside them, one in four of whom no given name is known
/// of.
class Town {
 public:
  explicit Town(int people, bool relatives) {
    for (int i = 0; i < people; ++i) {
      const std::string last = word(3);
      const std::string town = towns_[engine_() % towns_.size()];
      const std::string phone = "+49301" + std::to_string(1000000 + engine_() % 8999999);
      const std::string first = given();
      add(first, last, phone, town);
      if (i % 20 == 0) {
        // Half of them with another telephone.
        moved_ += i % 40 == 0 ? 1 : 0;
        add(first, last,
            i % 40 == 0 ? "+49301" + std::to_string(1000000 + engine_() % 8999999) : phone, town);
      }
      if (relatives && i % 3 == 0) add(i % 4 == 0 ? "" : given(), last, phone, town);
    }
  }
  [[nodiscard]] Table table() const {
    return test::text_table({"id", "first", "last", "phone", "town"}, rows_);
  }
  [[nodiscard]] int moved() const { return moved_; }

 private:
  std::string word(int syllables) {
    static const std::string kOnset = "bdfgklmnprstvz";
    static const std::string kVowel = "aeiou";
    std::string text;
    for (int i = 0; i < syllables; ++i) {
      text += kOnset[engine_() % kOnset.size()];
      text += kVowel[engine_() % kVowel.size()];
    }
    return text;
  }
  std::string given() {
    while (given_.size() < 200) given_.push_back(word(2));
    return given_[engine_() % given_.size()];
  }
  void add(const std::string& first, const std::string& last, const std::string& phone,
           const std::string& town) {
    rows_.push_back({std::to_string(rows_.size()), first, last, phone, town});
  }

  std::mt19937 engine_{3};
  std::vector<std::string> given_;
  std::vector<std::string> towns_ = {"Arlen", "Borin", "Celin", "Dorun", "Eskel", "Fanor"};
  std::vector<std::vector<std::string>> rows_;
  int moved_ = 0;
};

LinkOptions options_of_town() {
  LinkOptions options;
  options.preset = Preset::person;
  options.id_column = options.right_id_column = "id";
  options.fields = options.right_fields = {{"first", Kind::first_name, {}},
                                           {"last", Kind::last_name, {}},
                                           {"phone", Kind::phone, {}},
                                           {"town", Kind::city, {}}};
  return options;
}

/// By how many bits the share of households fell below the model's.
double households_fell(const detail::MatchState& state) {
  const Side& drawn_from = state.linking ? state.right : state.left;
  const Scorer untold(state.model, *state.records, static_cast<double>(drawn_from.table.rows()));
  return static_cast<double>(untold.relation_share(0) - state.scorer->relation_share(0)) / kOneBit;
}

TEST(RelationShares, HouseholdsThatTheRecordsDoNotShowAreRarer) {
  const auto state = prepare_match(Town(2000, false).table(), nullptr, options_of_town(), nullptr);
  ASSERT_TRUE(state);
  EXPECT_GT(households_fell(**state), 2);
}

TEST(RelationShares, HouseholdsThatTheRecordsShowAreAsFrequentAsThought) {
  const auto state = prepare_match(Town(2000, true).table(), nullptr, options_of_town(), nullptr);
  ASSERT_TRUE(state);
  EXPECT_LT(households_fell(**state), 0.5);
}

TEST(RelationShares, LinksAreJudgedByPairsOfTwoTables) {
  const LinkOptions options = options_of_town();
  const Table left = Town(1500, false).table();
  const auto apart = prepare_match(left, &left, options, &options);
  ASSERT_TRUE(apart);
  EXPECT_GT(households_fell(**apart), 2);
  const Table families = Town(1500, true).table();
  const auto related = prepare_match(families, &families, options, &options);
  ASSERT_TRUE(related);
  EXPECT_LT(households_fell(**related), 0.5);
}

TEST(RelationShares, AShortListTellsLittle) {
  const auto state = prepare_match(Town(40, false).table(), nullptr, options_of_town(), nullptr);
  ASSERT_TRUE(state);
  EXPECT_GE(households_fell(**state), 0);
  EXPECT_LT(households_fell(**state), 0.5);
}

TEST(RelationShares, AModelThatIsGivenIsUsedAsItIs) {
  LinkOptions options = options_of_town();
  options.model = Model::preset(Preset::person);
  const auto state = prepare_match(Town(2000, false).table(), nullptr, options, nullptr);
  ASSERT_TRUE(state);
  EXPECT_EQ(households_fell(**state), 0);
}

/// Found pairs of one person that has two telephones.
int moved_found(const detail::MatchState& state) {
  int found = 0;
  const Table& table = state.left.table;
  const std::size_t phone = *table.find("phone");
  for (const ScoredPair& pair : state.candidates) {
    if (pair.evidence + state.prior < state.threshold) continue;
    const std::size_t a = state.left.row_of[pair.a];
    const std::size_t b = state.left.row_of[pair.b];
    found += to_text(table[phone][a]) != to_text(table[phone][b]) ? 1 : 0;
  }
  return found;
}

TEST(RelationShares, FewDuplicatesAreFoundWhereNobodyIsRelated) {
  const Town town(2000, false);
  const auto state = prepare_match(town.table(), nullptr, options_of_town(), nullptr);
  ASSERT_TRUE(state);
  EXPECT_GE(moved_found(**state), 0.9 * town.moved());
}

}  // namespace
}  // namespace galena::match
