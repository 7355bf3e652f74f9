// Verification against the engine itself: every small process is walked by trying every event,
// record and actor from every status, and what verify() says must be what the walk shows.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "galena/lifecycle/verify.hpp"
#include "lifecycle/sale.hpp"

namespace galena::lifecycle {
namespace {

using namespace testing;  // NOLINT: the small process of this room

using Statuses = std::set<std::uint32_t>;

const std::vector<Actor>& actors() {
  static const std::vector<Actor> kActors = {{.user = UserId("a")},
                                             {.user = UserId("b"), .roles = {"rep"}},
                                             {.user = UserId("c"), .roles = {"manager"}},
                                             {.user = UserId("d"), .roles = {"rep", "manager"}}};
  return kActors;
}

const std::vector<Sale>& records() {
  static const std::vector<Sale> kRecords = {{.budget = 500}, {.budget = 0}, {}};
  return kRecords;
}

/// Where one step can lead from each status, found by making the steps.
std::vector<Statuses> explore(const Process& process, bool everything) {
  Stepper stepper(bound_sale(process));
  std::vector<Statuses> leads(process.statuses().size());
  for (std::uint32_t status = 0; status < leads.size(); ++status) {
    Instance instance = process.start(RecordId("s1"), at(0));
    instance.status = process.statuses()[status].id;
    for (const std::string& event : process.events()) {
      for (std::size_t r = 0; r < (everything ? records().size() : 1); ++r) {
        for (std::size_t a = 0; a < (everything ? actors().size() : 1); ++a) {
          const StepResult made = stepper.step(
              instance, row_of(records()[r]), {.event = event, .actor = actors()[a], .now = at(0)});
          if (made.accepted) leads[status].insert(*process.find(made.instance.status));
        }
      }
    }
  }
  return leads;
}

Statuses reachable(const std::vector<Statuses>& leads, std::uint32_t from) {
  Statuses seen{from};
  for (bool grown = true; grown;) {
    grown = false;
    for (const std::uint32_t status : Statuses(seen)) {
      for (const std::uint32_t next : leads[status]) grown |= seen.insert(next).second;
    }
  }
  return seen;
}

/// What the walk shows, in the words of verify(): code -> statuses.
std::map<std::string, Statuses> shown(const Process& process, const std::vector<Statuses>& leads) {
  std::map<std::string, Statuses> found;
  const auto from_initial = reachable(leads, *process.find(process.initial().id));
  for (std::uint32_t status = 0; status < leads.size(); ++status) {
    if (from_initial.count(status) == 0) found["unreachable_status"].insert(status);
    if (!process.statuses()[status].open()) continue;
    const auto ahead = reachable(leads, status);
    const bool closes = std::any_of(ahead.begin(), ahead.end(), [&](std::uint32_t next) {
      return !process.statuses()[next].open();
    });
    if (closes) continue;
    found[ahead.size() == 1 ? "dead_end" : "trap"].insert(status);
  }
  return found;
}

std::map<std::string, Statuses> verified(const Process& process) {
  std::map<std::string, Statuses> found;
  for (const Finding& finding : verify(process)) {
    if (finding.code == "shadowed_transition") continue;
    for (std::uint32_t status = 0; status < process.statuses().size(); ++status) {
      const std::string quoted = '"' + process.statuses()[status].id + '"';
      const auto list = finding.witness.find("\"statuses\"");
      if (finding.witness.find(quoted, list) != std::string::npos) {
        EXPECT_TRUE(found[finding.code].insert(status).second) << "reported twice";
      }
    }
  }
  return found;
}

/// A process of `size` statuses: bit i of `closed` closes status i + 1, bit from * size + to of
/// `edges` is a transition.
Process small(std::uint32_t size, std::uint32_t closed, std::uint32_t edges) {
  Definition definition{.name = "small", .initial = "0"};
  for (std::uint32_t i = 0; i < size; ++i) {
    const bool close = i > 0 && (closed >> (i - 1) & 1U) != 0;
    definition.statuses.push_back(
        {.id = std::to_string(i),
         .category = close ? Category::closed_positive : Category::open_working});
  }
  for (std::uint32_t from = 0; from < size; ++from) {
    for (std::uint32_t to = 0; to < size; ++to) {
      if ((edges >> (from * size + to) & 1U) == 0) continue;
      definition.transitions.push_back({.from = {std::to_string(from)},
                                        .event = "e" + std::to_string(to),
                                        .to = std::to_string(to)});
    }
  }
  return Process::make(std::move(definition)).value();
}

TEST(VerifyExhaustive, AgreesWithTheEngineOnAllProcessesOfUpToThreeStatuses) {
  for (std::uint32_t size = 1; size <= 3; ++size) {
    for (std::uint32_t closed = 0; closed < 1U << (size - 1); ++closed) {
      for (std::uint32_t edges = 0; edges < 1U << (size * size); ++edges) {
        const Process process = small(size, closed, edges);
        ASSERT_EQ(verified(process), shown(process, explore(process, false))) << process.to_json();
      }
    }
  }
}

TEST(VerifyExhaustive, AgreesWithTheEngineOnAllProcessesOfFourStatusesWithoutLoops) {
  constexpr std::uint32_t kLoops = 1U << 0 | 1U << 5 | 1U << 10 | 1U << 15;
  std::size_t tried = 0;
  for (std::uint32_t closed = 0; closed < 8; ++closed) {
    for (std::uint32_t edges = 0; edges < 1U << 16; ++edges) {
      if ((edges & kLoops) != 0) continue;
      const Process process = small(4, closed, edges);
      ASSERT_EQ(verified(process), shown(process, explore(process, false))) << process.to_json();
      ++tried;
    }
  }
  EXPECT_EQ(tried, 8U * 4096U);
}

/// All guards, roles and modes that a transition of one event can have.
std::vector<Transition> kinds_of_transition() {
  const criteria::Expression large = criteria::field("budget") >= 500;
  const std::vector<std::optional<criteria::Expression>> guards = {
      std::nullopt, large, !large, criteria::Expression::match_all(),
      criteria::Expression::match_none()};
  std::vector<Transition> kinds;
  for (const auto& guard : guards) {
    for (const auto& roles :
         std::vector<std::vector<std::string>>{{}, {"rep"}, {"manager"}, {"rep", "manager"}}) {
      for (const Mode mode : {Mode::enforced, Mode::advisory}) {
        kinds.push_back(
            {.from = {"a"}, .event = "e", .guard = guard, .roles = roles, .mode = mode});
      }
    }
  }
  return kinds;
}

TEST(VerifyExhaustive, AgreesWithTheEngineOnAnyTwoTransitionsOfOneEvent) {
  const auto kinds = kinds_of_transition();
  std::size_t shadowed = 0;
  for (Transition first : kinds) {
    for (Transition second : kinds) {
      first.to = "b";
      second.to = "c";
      const Process process =
          Process::make({.name = "pair",
                         .initial = "a",
                         .statuses = {{.id = "a"},
                                      {.id = "b", .category = Category::closed_positive},
                                      {.id = "c", .category = Category::closed_negative}},
                         .transitions = {first, second}})
              .value();
      ASSERT_EQ(verified(process), shown(process, explore(process, true))) << process.to_json();
      for (const Finding& finding : verify(process)) {
        shadowed += finding.code == "shadowed_transition" ? 1 : 0;
      }
    }
  }
  EXPECT_EQ(kinds.size(), 40U);
  EXPECT_GT(shadowed, 200U);
}

}  // namespace
}  // namespace galena::lifecycle
