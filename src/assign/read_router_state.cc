#include <cstdint>
#include <set>
#include <string>
#include <utility>

#include "detail/json_reader.hpp"
#include "galena/assign/json.hpp"

namespace galena::assign {

namespace {

using galena::detail::JsonNode;

/// The id of a pool or member, once in `seen`; "" after a problem.
std::string read_id(const JsonNode& node, std::set<std::string>& seen) {
  const JsonNode id = node.get("id");
  std::string text = id.nonempty_text();
  if (!text.empty() && !seen.insert(text).second) {
    id.report("duplicate_id", "the id '" + text + "' is given twice");
    return {};
  }
  return text;
}

void read_member(const JsonNode& node, MemberState& member) {
  node.expect_keys({"id", "assigned", "open", "last_at", "last"});
  member.assigned = node.integer_or("assigned", 0, 0);
  member.open = node.integer_or("open", 0, 0);
  if (const auto last_at = node.find("last_at")) member.last_at = last_at->instant();
  member.last = static_cast<std::uint64_t>(node.integer_or("last", 0, 0));
}

RouterState read_state(const JsonNode& node) {
  node.expect_keys({"version", "sequence", "pools"});
  RouterState state;
  state.version = static_cast<std::uint64_t>(node.get("version").integer(0));
  state.sequence = static_cast<std::uint64_t>(node.get("sequence").integer(0));
  std::set<std::string> pools;
  for (const JsonNode& pool : node.get("pools").items()) {
    pool.expect_keys({"id", "members"});
    const PoolId pool_id(read_id(pool, pools));
    state.pool(pool_id);
    std::set<std::string> members;
    for (const JsonNode& member : pool.get("members").items()) {
      read_member(member, state.member(pool_id, UserId(read_id(member, members))));
    }
  }
  return state;
}

}  // namespace

Result<RouterState> parse_router_state(std::string_view json) {
  return galena::detail::read_json(json, read_state);
}

}  // namespace galena::assign
