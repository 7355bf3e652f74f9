// A host that builds its definitions in C++ needs the headers and nothing to link: its own struct,
// rules checked by the compiler, a pool that takes turns, and a process. Ends with status 1 when
// something is not as it should be.
#include <cstdio>
#include <galena/galena.hpp>
#include <optional>
#include <string>
#include <vector>

struct Lead {
  std::string id;
  std::string country;
  std::optional<int> employees;
  std::string owner;
  std::string status = "new";
};

template <>
struct galena::RecordTraits<Lead> {
  static constexpr auto fields =
      galena::fields(galena::field("id", &Lead::id), galena::field("country", &Lead::country),
                     galena::field("employees", &Lead::employees),
                     galena::field("owner", &Lead::owner), galena::field("status", &Lead::status));
};

namespace {

using galena::Actor;
using galena::field;
using galena::Instant;
using galena::PoolId;
using galena::RecordId;
using galena::UserId;
using galena::assign::Router;
using galena::assign::RuleSet;
using galena::assign::Target;
using galena::lifecycle::Category;
using galena::lifecycle::Process;

int failures = 0;

void expect(bool holds, const char* what) {
  if (holds) return;
  ++failures;
  std::fprintf(stderr, "not so: %s\n", what);
}

const Instant kNow = Instant{std::chrono::hours(24) * 365 * 50};

RuleSet make_rules() {
  return RuleSet::make(
             {.name = "inbound",
              .default_owner = Target::queue("unassigned"),
              .entries = {{"dach-large",
                           field<&Lead::country>().in({"DE", "AT", "CH"}) &&
                               field<&Lead::employees>() >= 500,
                           Target::pool("dach")},
                          {"french", field<&Lead::country>() == "FR", Target::user("claire")}},
              .pools = {{.id = PoolId("dach"),
                         .members = {{.id = UserId("anna")}, {.id = UserId("bert")}}}}})
      .value();
}

Process make_process() {
  return Process::make(
             {.name = "lead",
              .initial = "new",
              .statuses = {{.id = "new", .category = Category::open_new},
                           {.id = "working", .category = Category::open_working},
                           {.id = "won", .category = Category::closed_positive}},
              .transitions =
                  {{.from = {"new"}, .event = "take", .to = "working", .require = {"owner"}},
                   {.from = {"working"},
                    .event = "win",
                    .to = "won",
                    .guard = field<&Lead::employees>() > 0}}})
      .value();
}

void assigns_by_typed_rules_and_turns(std::vector<Lead>& leads) {
  auto router = Router::make<Lead>(make_rules()).value();
  for (Lead& lead : leads) {
    expect(galena::apply(router.decide(lead, kNow), lead).ok(), "a decision can be applied");
  }
  expect(leads[0].owner == "anna", "the first large German lead goes to anna");
  expect(leads[1].owner == "bert", "the next one to bert");
  expect(leads[2].owner == "claire", "the French one to claire");
  expect(leads[3].owner == "unassigned", "no size is not a large size");
  expect(leads[4].owner == "anna", "then it is anna's turn again");
}

void walks_the_process(Lead lead) {
  const Process process = make_process();
  auto instance = process.start(RecordId(lead.id), kNow);
  const Actor rep{.user = UserId("anna")};

  const auto won =
      galena::lifecycle::step(process, instance, lead, {.event = "win", .actor = rep, .now = kNow});
  expect(!won.accepted, "a new lead cannot be won");
  const auto taken = galena::lifecycle::step(process, instance, lead,
                                             {.event = "take", .actor = rep, .now = kNow});
  expect(taken.accepted, "a new lead with an owner can be taken");
  expect(galena::apply(taken.decision, lead).ok() && lead.status == "working",
         "its status follows");
}

}  // namespace

int main() {
  std::vector<Lead> leads = {{.id = "1", .country = "DE", .employees = 900, .owner = {}},
                             {.id = "2", .country = "CH", .employees = 500, .owner = {}},
                             {.id = "3", .country = "FR", .employees = 10, .owner = {}},
                             {.id = "4", .country = "DE", .employees = {}, .owner = {}},
                             {.id = "5", .country = "AT", .employees = 501, .owner = {}}};
  assigns_by_typed_rules_and_turns(leads);
  walks_the_process(leads[0]);
  if (failures == 0) std::puts("headers alone: rules, turns and a process work");
  return failures == 0 ? 0 : 1;
}
