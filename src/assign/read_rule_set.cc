#include "assign/read_rule_set.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "criteria/read_expression.hpp"
#include "galena/assign/json.hpp"
#include "galena/criteria/bind.hpp"

namespace galena::assign {

namespace {

using galena::detail::JsonNode;

std::optional<Target> read_target(const JsonNode& node) {
  if (!node.exists()) return std::nullopt;
  if (node.is_text() && node.text() == "keep_owner") return Target::keep_owner();
  const std::size_t keys = node.is_object() ? node.members().size() : 0;
  if (keys != 1) {
    node.report("bad_target", "a target is an object with one key",
                R"(write {"user": id}, {"queue": id}, {"pool": id}, {"partner": id} or )"
                R"({"keep_owner": true})");
    return std::nullopt;
  }
  node.expect_keys(kTargetKindNames);
  for (std::size_t i = 0; i < std::size(kTargetKindNames); ++i) {
    const auto value = node.find(kTargetKindNames[i]);
    if (!value) continue;
    const auto kind = static_cast<TargetKind>(i);
    if (kind != TargetKind::keep_owner) return Target{kind, value->nonempty_text()};
    if (value->is_boolean() && value->boolean()) return Target::keep_owner();
    value->report("bad_target", "'keep_owner' is true, or the entry has another target",
                  R"(write {"keep_owner": true})");
  }
  return std::nullopt;
}

/// The condition; checked against the schema only when it could be read.
criteria::Expression read_condition(const JsonNode& node, const Schema* schema) {
  const std::size_t before = node.problems().size();
  criteria::Expression when = criteria::read_expression(node);
  if (schema != nullptr && node.problems().size() == before && node.exists()) {
    if (const auto bound = criteria::bind(when, *schema); !bound) {
      node.problems().add_all(bound.problems(), node.pointer());
    }
  }
  return when;
}

Entry read_entry(const JsonNode& node, const Schema* schema) {
  node.expect_keys({"id", "when", "assign"});
  std::string id = node.text_or("id");
  criteria::Expression when = read_condition(node.get("when"), schema);
  return {std::move(id), std::move(when),
          read_target(node.get("assign")).value_or(Target::keep_owner())};
}

Member read_member(const JsonNode& node) {
  node.expect_keys({"id", "weight", "capacity", "active"});
  Member member{.id = UserId(node.text_or("id"))};
  member.weight = node.integer_or("weight", 1);
  const auto capacity = node.find("capacity");
  if (capacity && !capacity->is_null()) member.capacity = capacity->integer();
  member.active = node.boolean_or("active", true);
  return member;
}

Pool read_pool(const JsonNode& node) {
  node.expect_keys({"id", "method", "members"});
  Pool pool{.id = PoolId(node.text_or("id"))};
  pool.method = node.choice_or("method", kPoolMethodNames, PoolMethod::round_robin);
  for (const JsonNode& member : node.get("members").items()) {
    pool.members.push_back(read_member(member));
  }
  return pool;
}

criteria::Zone read_zone(const JsonNode& node) {
  const std::string name = node.text();
  if (name.empty()) return {};
  Result<criteria::Zone> zone = criteria::load_zone(name);
  if (zone) return *std::move(zone);
  for (Problem problem : zone.problems()) {
    problem.subject = node.pointer();
    node.problems().add(std::move(problem));
  }
  return {};
}

RuleSetParts read_parts(const JsonNode& node, const Schema* schema) {
  node.expect_keys({"name", "entity", "default_owner", "owner_field", "owner_kind_field", "zone",
                    "entries", "pools"});
  RuleSetParts parts;
  parts.name = node.text_or("name");
  parts.entity = node.text_or("entity", parts.entity);
  if (const auto owner = node.find("default_owner")) parts.default_owner = read_target(*owner);
  parts.owner_field = node.text_or("owner_field", parts.owner_field);
  parts.owner_kind_field = node.text_or("owner_kind_field");
  if (const auto zone = node.find("zone")) parts.zone = read_zone(*zone);
  for (const JsonNode& entry : node.get("entries").items()) {
    parts.entries.push_back(read_entry(entry, schema));
  }
  for (const JsonNode& pool : node.items_or_none("pools")) parts.pools.push_back(read_pool(pool));
  return parts;
}

/// True when a problem at `subject` already is explained by one of `known`: at the same place, or
/// above it (a missing key is reported at its object, which explains nothing else in there).
bool explained(const Problems& known, std::string_view subject) {
  return std::any_of(known.begin(), known.end(), [&](const Problem& problem) {
    if (problem.subject == subject) return true;
    return problem.detail != "missing_key" && !problem.subject.empty() &&
           subject.starts_with(problem.subject + '/');
  });
}

}  // namespace

RuleSetParts read_rule_set(const JsonNode& node, const Schema* schema) {
  Problems read;
  RuleSetParts parts = read_parts(JsonNode(node.json(), read, node.pointer()), schema);
  node.problems().add_all(read);
  if (!node.is_object()) return parts;
  for (Problem problem : RuleSet::check(parts)) {
    problem.subject.insert(0, node.pointer());
    if (!explained(read, problem.subject)) node.problems().add(std::move(problem));
  }
  return parts;
}

namespace {

Result<RuleSet> parse(std::string_view json, const Schema* schema) {
  Result<RuleSetParts> parts = galena::detail::read_json(
      json, [&](const JsonNode& root) { return read_rule_set(root, schema); });
  if (!parts) return parts.problems();
  return RuleSet::make(*std::move(parts));
}

}  // namespace

Result<RuleSet> parse_rule_set(std::string_view json) { return parse(json, nullptr); }

Result<RuleSet> parse_rule_set(std::string_view json, const Schema& schema) {
  return parse(json, &schema);
}

}  // namespace galena::assign
