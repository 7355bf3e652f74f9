// The record, rules and instants that the assign tests share.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "galena/assign/assign.hpp"
#include "galena/criteria/builder.hpp"
#include "galena/record/table.hpp"

namespace galena::assign::test {

struct Lead {
  std::string country;
  std::optional<int> employees;
  std::string revenue;  ///< text, as lists have it: "1000", "n/a"
  std::string owner;
};

}  // namespace galena::assign::test

template <>
struct galena::RecordTraits<galena::assign::test::Lead> {
  using Lead = galena::assign::test::Lead;
  static constexpr auto fields = galena::fields(
      galena::field("country", &Lead::country), galena::field("employees", &Lead::employees),
      galena::field("revenue", &Lead::revenue), galena::field("owner", &Lead::owner));
};

namespace galena::assign::test {

using criteria::Expression;

inline const Instant kNow = *parse_instant("2026-11-22T12:00:00Z");
inline Instant at(const char* time) {
  return *parse_instant("2026-11-22T" + std::string(time) + ":00Z");
}

inline Pool pool(const char* id, const std::vector<std::string>& members,
                 PoolMethod method = PoolMethod::round_robin) {
  Pool made{.id = PoolId(id), .method = method};
  for (const std::string& member : members) made.members.push_back({.id = UserId(member)});
  return made;
}

/// Germany to the pool "dach", rich leads to "u9", France stays, the rest to the default queue.
inline RuleSetParts parts() {
  RuleSetParts made{.name = "inbound", .default_owner = Target::queue("unassigned")};
  made.entries = {{"dach", field<&Lead::country>() == "DE", Target::pool("dach")},
                  {"rich", criteria::field("revenue") > 1000 && field<&Lead::employees>() >= 10,
                   Target::user("u9")},
                  {"keep", field<&Lead::country>() == "FR", Target::keep_owner()},
                  {"partner", field<&Lead::country>() == "PL", Target::partner("p1")}};
  made.pools = {pool("dach", {"u1", "u2", "u3"})};
  return made;
}

inline RuleSet rules() { return RuleSet::make(parts()).value(); }
inline Router router(RouterState state = {}) {
  return Router::make<Lead>(rules(), std::move(state)).value();
}

}  // namespace galena::assign::test
