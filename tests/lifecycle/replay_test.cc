#include "galena/lifecycle/replay.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "lifecycle/sale.hpp"

namespace galena::lifecycle {
namespace {

using namespace testing;  // NOLINT: the small process of this room
using ::testing::HasSubstr;

struct History {
  Instance first;
  Instance last;
  std::vector<AuditEntry> entries;
};

History history(const Process& process) {
  const Sale sale{.phone = "1", .owner = "u1", .budget = 500};
  const BoundProcess bound = bound_sale(process);
  History made{process.start(RecordId("s1"), at(0)), {}, {}};
  made.last = made.first;
  int minute = 0;
  for (const char* event : {"work", "wait", "resume", "lose", "return", "win"}) {
    StepResult result =
        step(bound, made.last, sale,
             {.event = event, .actor = rep(), .now = at(++minute), .reason = "timing"});
    EXPECT_TRUE(result.accepted) << result.rejection.message;
    made.last = result.instance;
    made.entries.push_back(result.audit);
  }
  return made;
}

TEST(Replay, TheAuditEntriesGiveTheInstanceAgainAtEveryStep) {
  const Process process = sale_process();
  const History made = history(process);
  EXPECT_EQ(replay(process, made.first, made.entries).value(), made.last);
  EXPECT_EQ(made.last.status, "won");
  EXPECT_EQ(made.last.period, 2);
  const std::span<const AuditEntry> all(made.entries);
  for (std::size_t cut = 0; cut <= all.size(); ++cut) {
    const Instance middle = replay(process, made.first, all.first(cut)).value();
    EXPECT_EQ(replay(process, middle, all.subspan(cut)).value(), made.last);
  }
}

TEST(Replay, AnyEntryThatIsMissingOrDoubledIsFound) {
  const Process process = sale_process();
  const History made = history(process);
  for (std::size_t i = 0; i + 1 < made.entries.size(); ++i) {
    auto missing = made.entries;
    missing.erase(missing.begin() + static_cast<std::ptrdiff_t>(i));
    EXPECT_EQ(replay(process, made.first, missing).problems().front().subject,
              "/" + std::to_string(i));
    auto doubled = made.entries;
    doubled.insert(doubled.begin() + static_cast<std::ptrdiff_t>(i), made.entries[i]);
    EXPECT_EQ(replay(process, made.first, doubled).code(), Code::corrupt);
  }
}

TEST(Replay, EveryFieldThatDecidesIsChecked) {
  const Process process = sale_process();
  const History made = history(process);
  const auto message = [&](auto change) {
    auto entries = made.entries;
    change(entries[2]);
    const auto replayed = replay(process, made.first, entries);
    return replayed.ok() ? std::string("ok") : replayed.problems().front().message;
  };
  EXPECT_THAT(message([](AuditEntry& e) { e.definition_hash = "0"; }), HasSubstr("definition"));
  EXPECT_THAT(message([](AuditEntry& e) { e.record = RecordId("s2"); }), HasSubstr("'s2'"));
  EXPECT_THAT(message([](AuditEntry& e) { e.version_after = 9; }), HasSubstr("to 9"));
  EXPECT_THAT(message([](AuditEntry& e) { e.at = at(0); }), HasSubstr("older"));
  EXPECT_THAT(message([](AuditEntry& e) { e.from = "new"; }), HasSubstr("starts from 'new'"));
  EXPECT_THAT(message([](AuditEntry& e) { e.event = "fly"; }), HasSubstr("no event 'fly'"));
  EXPECT_THAT(message([](AuditEntry& e) { e.to = "won"; }), HasSubstr("'won'"));
  EXPECT_THAT(message([](AuditEntry& e) { e.transition = 0; }), HasSubstr("transition 0"));
  EXPECT_EQ(message([](AuditEntry& e) { e.reason = "because"; }), "ok");
}

}  // namespace
}  // namespace galena::lifecycle
