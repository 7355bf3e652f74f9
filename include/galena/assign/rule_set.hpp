// RuleSet: an ordered list of entries "when - assign to"; the first that matches decides.
//
//   auto rules = RuleSet::make({
//       .name = "inbound",
//       .default_owner = Target::queue("unassigned"),
//       .entries = {{"dach", field<&Lead::country>().in({"DE", "AT", "CH"}), Target::pool("dach")},
//                   {"rest", Expression::match_all(), Target::queue("inbound")}},
//       .pools = {{.id = PoolId("dach"), .members = {{.id = UserId("u1")}, {.id =
//       UserId("u2")}}}}});
//
// A rule set names fields; it meets their types in assign/bound_rules.hpp. JSON: assign/json.hpp.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "galena/assign/pool.hpp"
#include "galena/assign/target.hpp"
#include "galena/base/json_writer.hpp"
#include "galena/base/order.hpp"
#include "galena/base/result.hpp"
#include "galena/base/sha256.hpp"
#include "galena/criteria/expression.hpp"
#include "galena/criteria/zone.hpp"

namespace galena::assign {

/// One rule: records that satisfy `when` go to `assign`.
struct Entry {
  std::string id;
  criteria::Expression when;
  Target assign;

  friend bool operator==(const Entry&, const Entry&) = default;
};

/// What a rule set is made of.
struct RuleSetParts {
  std::string name = {};
  std::string entity = "lead";
  std::optional<Target> default_owner = {};  ///< a user or a queue; must be given
  std::vector<Entry> entries = {};
  std::vector<Pool> pools = {};
  criteria::Zone zone = {};           ///< of the date operators
  std::string owner_field = "owner";  ///< the field that decisions change
  std::string owner_kind_field = {};  ///< gets "user", "queue" or "partner"; empty: none
};

/// A cheap handle on immutable data; share it between threads.
class RuleSet {
 public:
  /// Checks everything and builds the rule set. Errors, all at once, with JSON pointers:
  /// INVALID_ARGUMENT "missing_name", "missing_default_owner", "wrong_default_owner" (neither user
  /// nor queue), "missing_id", "duplicate_id", "missing_target", "unknown_pool", "bad_weight",
  /// "bad_capacity", "missing_capacity" (a member of a load_balanced pool); UNSUPPORTED
  /// "weighted_pool". A pool without members is allowed (reason pool_empty) and a lint finding.
  static Result<RuleSet> make(RuleSetParts parts) {
    Problems problems = check(parts);
    if (!problems.empty()) return problems;
    return RuleSet(std::move(parts));
  }

  /// The problems that make() would report.
  static Problems check(const RuleSetParts& parts);

  [[nodiscard]] const std::string& name() const { return data_->parts.name; }
  [[nodiscard]] const std::string& entity() const { return data_->parts.entity; }
  [[nodiscard]] const Target& default_owner() const { return *data_->parts.default_owner; }
  [[nodiscard]] const std::vector<Entry>& entries() const { return data_->parts.entries; }
  [[nodiscard]] const std::vector<Pool>& pools() const { return data_->parts.pools; }
  [[nodiscard]] const criteria::Zone& zone() const { return data_->parts.zone; }
  [[nodiscard]] const std::string& owner_field() const { return data_->parts.owner_field; }
  [[nodiscard]] const std::string& owner_kind_field() const {
    return data_->parts.owner_kind_field;
  }
  /// Everything at once, to build a changed rule set from.
  [[nodiscard]] const RuleSetParts& parts() const { return data_->parts; }

  /// The position of an entry or a pool. O(n).
  [[nodiscard]] std::optional<std::uint32_t> find_entry(std::string_view id) const {
    return position(entries(), [&](const Entry& entry) { return entry.id == id; });
  }
  [[nodiscard]] std::optional<std::uint32_t> find_pool(std::string_view id) const {
    return position(pools(), [&](const Pool& pool) { return pool.id.text() == id; });
  }

  /// The canonical JSON form, and its SHA-256.
  [[nodiscard]] const std::string& to_json() const { return data_->json; }
  [[nodiscard]] const std::string& hash() const { return data_->hash; }

  friend bool operator==(const RuleSet& a, const RuleSet& b) {
    return a.data_ == b.data_ || a.hash() == b.hash();
  }

 private:
  struct Data {
    RuleSetParts parts;
    std::string json;
    std::string hash;
  };

  explicit RuleSet(RuleSetParts parts) {
    std::string json = write(parts);
    std::string hash = sha256_hex(json);
    data_.reset(new Data{std::move(parts), std::move(json), std::move(hash)});
  }

  template <class List, class Is>
  static std::optional<std::uint32_t> position(const List& list, Is is) {
    const auto found = std::find_if(list.begin(), list.end(), is);
    if (found == list.end()) return std::nullopt;
    return static_cast<std::uint32_t>(found - list.begin());
  }

  static std::string write(const RuleSetParts& parts);

  std::shared_ptr<const Data> data_;
};

namespace detail {

/// Collects the problems of the parts of a rule set.
class RuleSetCheck {
 public:
  explicit RuleSetCheck(const RuleSetParts& parts) : parts_(parts) {}

  Problems run() {
    if (parts_.name.empty()) complain("missing_name", "/name", "the rule set has no name");
    check_default_owner();
    ids_.clear();
    for (const Entry& entry : parts_.entries) ids_.emplace_back(entry.id);
    check_ids("/entries/");
    for (std::size_t i = 0; i < parts_.entries.size(); ++i) {
      check_target(parts_.entries[i].assign, "/entries/" + std::to_string(i) + "/assign");
    }
    ids_.clear();
    for (const Pool& pool : parts_.pools) ids_.emplace_back(pool.id.text());
    check_ids("/pools/");
    for (std::size_t i = 0; i < parts_.pools.size(); ++i) {
      check_pool(parts_.pools[i], "/pools/" + std::to_string(i));
    }
    return std::move(problems_);
  }

 private:
  void complain(std::string detail, std::string subject, std::string message, std::string hint = {},
                Code code = Code::invalid_argument) {
    problems_.add(code, std::move(detail), std::move(subject), std::move(message), std::move(hint));
  }

  void check_default_owner() {
    if (!parts_.default_owner) {
      return complain("missing_default_owner", "/default_owner",
                      "the rule set has no default owner",
                      "name the user or queue that gets what no rule matches");
    }
    const Target& owner = *parts_.default_owner;
    if (owner.kind != TargetKind::user && owner.kind != TargetKind::queue) {
      return complain("wrong_default_owner", "/default_owner",
                      "the default owner is a " + std::string(target_kind_name(owner.kind)),
                      "name a user or a queue");
    }
    check_target(owner, "/default_owner");
  }

  /// Of the ids in `ids_`: all are given, each once.
  void check_ids(const std::string& at) {
    const std::vector<bool> repeats = galena::detail::repeats_of(ids_);
    for (std::size_t i = 0; i < ids_.size(); ++i) {
      if (!repeats[i]) continue;
      const std::string subject = at + std::to_string(i) + "/id";
      if (ids_[i].empty()) {
        complain("missing_id", subject, "the id is empty");
      } else {
        complain("duplicate_id", subject, "the id '" + std::string(ids_[i]) + "' is given twice");
      }
    }
  }

  void check_target(const Target& target, const std::string& at) {
    const std::string kind(target_kind_name(target.kind));
    if (target.kind == TargetKind::keep_owner) return;
    if (target.id.empty()) {
      return complain("missing_target", at + '/' + kind, "the " + kind + " has no id");
    }
    const auto same = [&](const Pool& pool) { return pool.id.text() == target.id; };
    if (target.kind == TargetKind::pool &&
        std::none_of(parts_.pools.begin(), parts_.pools.end(), same)) {
      complain("unknown_pool", at + "/pool", "there is no pool '" + target.id + "'",
               "add it to \"pools\" or correct its name");
    }
  }

  void check_pool(const Pool& pool, const std::string& at) {
    if (pool.method == PoolMethod::weighted) {
      complain("weighted_pool", at + "/method",
               "the method 'weighted' is not supported by this version",
               "use round_robin or load_balanced", Code::unsupported);
    }
    ids_.clear();
    for (const Member& member : pool.members) ids_.emplace_back(member.id.text());
    check_ids(at + "/members/");
    for (std::size_t i = 0; i < pool.members.size(); ++i) {
      const Member& member = pool.members[i];
      const std::string subject = at + "/members/" + std::to_string(i);
      if (member.weight < 1) {
        complain("bad_weight", subject + "/weight", "a weight is 1 or more");
      }
      if (member.capacity && *member.capacity < 0) {
        complain("bad_capacity", subject + "/capacity", "a capacity is 0 or more");
      }
      if (!member.capacity && pool.method == PoolMethod::load_balanced) {
        complain("missing_capacity", subject + "/capacity",
                 "'" + member.id.text() + "' has no capacity, which load_balanced needs",
                 "give the number of records that may be open at once");
      }
    }
  }

  const RuleSetParts& parts_;
  std::vector<std::string_view> ids_;  ///< those that are being checked
  Problems problems_;
};

inline void write_json(JsonWriter& json, const Pool& pool) {
  json.begin_object().key("id").value(pool.id.text());
  json.key("method").value(pool_method_name(pool.method)).key("members").begin_array();
  for (const Member& member : pool.members) {
    json.begin_object().key("id").value(member.id.text());
    if (member.weight != 1) json.key("weight").value(member.weight);
    if (member.capacity) json.key("capacity").value(*member.capacity);
    if (!member.active) json.key("active").value(false);
    json.end_object();
  }
  json.end_array().end_object();
}

}  // namespace detail

inline Problems RuleSet::check(const RuleSetParts& parts) {
  return detail::RuleSetCheck(parts).run();
}

inline std::string RuleSet::write(const RuleSetParts& parts) {
  JsonWriter json;
  json.begin_object().key("name").value(parts.name).key("entity").value(parts.entity);
  write_json(json.key("default_owner"), *parts.default_owner);
  if (parts.owner_field != "owner") json.key("owner_field").value(parts.owner_field);
  if (!parts.owner_kind_field.empty()) json.key("owner_kind_field").value(parts.owner_kind_field);
  if (parts.zone.name() != "UTC") json.key("zone").value(parts.zone.name());
  json.key("entries").begin_array();
  for (const Entry& entry : parts.entries) {
    json.begin_object().key("id").value(entry.id).key("when").raw(entry.when.to_json());
    write_json(json.key("assign"), entry.assign);
    json.end_object();
  }
  json.end_array().key("pools").begin_array();
  for (const Pool& pool : parts.pools) detail::write_json(json, pool);
  json.end_array().end_object();
  return std::move(json).text();
}

}  // namespace galena::assign
