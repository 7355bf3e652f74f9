#include "galena/assign/lint.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "galena/criteria/lint.hpp"

namespace galena::assign {

namespace {

using criteria::Expression;
using criteria::NodeKind;

/// Finds entries that never get a record because earlier ones take all that they could.
class Reachability {
 public:
  /// The earlier entry that takes everything this one could, if there is one; then remembers it.
  std::optional<std::uint32_t> add(const Expression& when, std::uint32_t entry) {
    std::optional<std::uint32_t> cover = all_;
    const auto [same, is_new] = conditions_.try_emplace(when.to_json(), entry);
    if (!cover && !is_new) cover = same->second;
    if (when.root().kind == NodeKind::match_all && !all_) all_ = entry;
    if (const auto numbers = conjunction(when)) {
      if (!cover) cover = find_part(*numbers);
      by_first_[numbers->front()].push_back({entry, *numbers});
    }
    return cover;
  }

 private:
  struct Conjunction {
    std::uint32_t entry;
    std::vector<std::uint32_t> criteria;  ///< sorted numbers
  };

  /// The criteria of "1 AND 2 AND ..." as sorted numbers, equal for equal criteria.
  std::optional<std::vector<std::uint32_t>> conjunction(const Expression& when) {
    const criteria::Node& root = when.root();
    const auto plain = [](const criteria::Node& node) { return node.kind == NodeKind::criterion; };
    const bool flat = root.kind == NodeKind::all &&
                      std::all_of(root.children.begin(), root.children.end(), plain);
    if (!flat && !plain(root)) return std::nullopt;
    std::vector<std::uint32_t> numbers;
    for (const criteria::Criterion& criterion : when.criteria()) {
      JsonWriter json;
      criteria::write_json(json, criterion);
      const auto next = static_cast<std::uint32_t>(criteria_.size());
      numbers.push_back(criteria_.try_emplace(json.text(), next).first->second);
    }
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
  }

  /// The first earlier conjunction all of whose criteria are among `numbers`.
  [[nodiscard]] std::optional<std::uint32_t> find_part(
      const std::vector<std::uint32_t>& numbers) const {
    std::optional<std::uint32_t> least;
    for (const std::uint32_t number : numbers) {
      const auto candidates = by_first_.find(number);
      if (candidates == by_first_.end()) continue;
      for (const Conjunction& earlier : candidates->second) {
        const bool part = std::includes(numbers.begin(), numbers.end(), earlier.criteria.begin(),
                                        earlier.criteria.end());
        if (part && (!least || earlier.entry < *least)) least = earlier.entry;
      }
    }
    return least;
  }

  std::optional<std::uint32_t> all_;  ///< the first entry that matches every record
  std::map<std::string, std::uint32_t> conditions_;
  std::map<std::string, std::uint32_t> criteria_;
  std::map<std::uint32_t, std::vector<Conjunction>> by_first_;
};

void lint_entries(const RuleSet& rules, const Schema* schema, std::vector<Finding>& findings) {
  Reachability reachability;
  for (std::uint32_t i = 0; i < rules.entries().size(); ++i) {
    const Entry& entry = rules.entries()[i];
    const std::string pointer = "/entries/" + std::to_string(i);
    if (const auto cover = reachability.add(entry.when, i)) {
      const bool same = rules.entries()[*cover].when == entry.when;
      findings.push_back({same ? "duplicate" : "unreachable",
                          "error",
                          pointer,
                          "'" + entry.id + "' never decides: '" + rules.entries()[*cover].id +
                              "' before it takes every record that it could",
                          {}});
    }
    if (entry.when.root().kind == NodeKind::match_none) {
      findings.push_back({"contradiction",
                          "error",
                          pointer + "/when",
                          "'" + entry.id + "' matches no record",
                          {}});
    }
    for (Finding finding :
         schema != nullptr ? criteria::lint(entry.when, *schema) : criteria::lint(entry.when)) {
      finding.pointer.insert(0, pointer + "/when");
      findings.push_back(std::move(finding));
    }
  }
}

void lint_pools(const RuleSet& rules, std::vector<Finding>& findings) {
  for (std::size_t i = 0; i < rules.pools().size(); ++i) {
    const Pool& pool = rules.pools()[i];
    const std::string pointer = "/pools/" + std::to_string(i);
    const auto add = [&](std::string code, std::string severity, std::string_view what) {
      findings.push_back({std::move(code),
                          std::move(severity),
                          pointer,
                          "the pool '" + pool.id.text() + "' " + std::string(what),
                          {}});
    };
    const auto active = [](const Member& member) { return member.active; };
    if (pool.members.empty()) {
      add("empty_pool", "error", "has no members: its records go to the default owner");
    } else if (std::none_of(pool.members.begin(), pool.members.end(), active)) {
      add("absent_pool", "warning", "has no active member");
    }
    const auto uses = [&](const Entry& entry) {
      return entry.assign.kind == TargetKind::pool && entry.assign.id == pool.id.text();
    };
    if (std::none_of(rules.entries().begin(), rules.entries().end(), uses)) {
      add("unused_pool", "info", "is not used by any entry");
    }
  }
}

std::vector<Finding> lint(const RuleSet& rules, const Schema* schema) {
  std::vector<Finding> findings;
  lint_entries(rules, schema, findings);
  lint_pools(rules, findings);
  return findings;
}

}  // namespace

std::vector<Finding> lint(const RuleSet& rules) { return lint(rules, nullptr); }

std::vector<Finding> lint(const RuleSet& rules, const Schema& schema) {
  return lint(rules, &schema);
}

}  // namespace galena::assign
