// A small process and a record of one's own, for the tests of this room.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "galena/criteria/builder.hpp"
#include "galena/lifecycle/process.hpp"
#include "galena/lifecycle/step.hpp"

namespace galena::lifecycle::testing {

struct Sale {
  std::string phone = {};
  std::string owner = {};
  std::string status = "new";
  std::string reason = {};
  std::optional<int> budget = {};
};

}  // namespace galena::lifecycle::testing

template <>
struct galena::RecordTraits<galena::lifecycle::testing::Sale> {
  using Sale = galena::lifecycle::testing::Sale;
  static constexpr auto fields =
      galena::fields(galena::field("phone", &Sale::phone), galena::field("owner", &Sale::owner),
                     galena::field("status", &Sale::status), galena::field("reason", &Sale::reason),
                     galena::field("budget", &Sale::budget));
};

namespace galena::lifecycle::testing {

/// new -work-> working -win-> won; working -wait-> waiting -resume-> working; anything open
/// -lose(price, timing)-> lost -return-> working.
inline Definition sale_definition() {
  return {.name = "sale",
          .initial = "new",
          .reason_field = "reason",
          .statuses = {{.id = "new", .category = Category::open_new},
                       {.id = "working", .category = Category::open_working},
                       {.id = "waiting", .category = Category::open_waiting},
                       {.id = "won", .category = Category::closed_positive},
                       {.id = "lost", .category = Category::closed_negative}},
          .transitions = {
              {.from = {"new"}, .event = "work", .to = "working"},
              {.from = {"working"}, .event = "wait", .to = "waiting"},
              {.from = {"waiting"}, .event = "resume", .to = "working"},
              {.from = {"working"},
               .event = "win",
               .to = "won",
               .guard = criteria::field("budget") >= 500,
               .require = {"phone", "owner"},
               .roles = {"rep", "manager"}},
              {.from = {"*"}, .event = "lose", .to = "lost", .reasons = {"price", "timing"}},
              {.from = {"lost"}, .event = "return", .to = "working"}}};
}

inline Process sale_process() { return Process::make(sale_definition()).value(); }

inline BoundProcess bound_sale(const Process& process = sale_process()) {
  return bind(process, schema_of<Sale>()).value();
}

/// Midnight plus so many minutes.
inline Instant at(int minutes) {
  return *parse_instant("2026-11-22T00:00:00Z") + std::chrono::minutes(minutes);
}

inline const Actor& rep() {
  static const Actor kRep{.user = UserId("u1"), .roles = {"rep"}};
  return kRep;
}

/// An instance of the process taken through `events` by a rep, one a minute.
template <class... Events>
Instance sale_after(const BoundProcess& bound, const Sale& sale, Events... events) {
  Instance instance = bound.process().start(RecordId("s1"), at(0));
  [[maybe_unused]] int minute = 0;
  (
      [&](const char* event) {
        auto result =
            step(bound, instance, sale,
                 {.event = event, .actor = rep(), .now = at(++minute), .reason = "price"});
        if (!result.accepted) throw std::logic_error(result.rejection.message);
        instance = std::move(result.instance);
      }(events),
      ...);
  return instance;
}

}  // namespace galena::lifecycle::testing
