#include "match/pair_completeness.hpp"

#include <algorithm>
#include <string>

#include "galena/base/json_writer.hpp"
#include "match/atom_reader.hpp"
#include "match/judged_pairs.hpp"

namespace galena::match {

namespace {

/// Blocks of one recipe, as far as they have pairs that are asked for.
class PairsInBlocks {
 public:
  PairsInBlocks(const EncodedRecords& records, const BlockingBasis& basis,
                const std::vector<RecordPair>& pairs)
      : records_(records), basis_(basis), pairs_(pairs), atoms_(records, basis) {}

  /// By pair, whether the recipe brought it up.
  std::vector<bool> by(std::size_t recipe) {
    brought_up_.assign(pairs_.size(), false);
    std::vector<Shared> shared = shared_keys(recipe);
    std::vector<std::vector<std::uint32_t>> members = members_of(recipe, shared);
    const std::uint64_t used = refined_by(basis_, basis_.recipes[recipe]);
    std::size_t block = 0;
    for (std::size_t i = 0; i < shared.size(); ++block) {
      std::vector<std::uint32_t> own;
      const std::uint64_t key = shared[i].key;
      for (; i < shared.size() && shared[i].key == key; ++i) own.push_back(shared[i].pair);
      cut(members[block], own, used);
      members[block] = {};
    }
    return brought_up_;
  }

 private:
  struct Shared {
    std::uint64_t key;
    std::uint32_t pair;

    bool operator<(const Shared& other) const {
      return key != other.key ? key < other.key : pair < other.pair;
    }
  };

  template <class Use>
  void keys_of(std::size_t recipe, std::size_t record, Use use) const {
    const auto hash = [&](const Atom& atom) { return atoms_.hash_of_many(atom, record); };
    for_each_key(basis_.recipes[recipe], recipe, hash,
                 [&](std::uint64_t key, const auto&) { use(key); });
  }

  /// The keys that both of a pair have, and that were looked up.
  [[nodiscard]] std::vector<Shared> shared_keys(std::size_t recipe) const {
    std::vector<Shared> shared;
    std::vector<std::uint64_t> left;
    for (std::uint32_t pair = 0; pair < pairs_.size(); ++pair) {
      const auto [a, b] = pairs_[pair];
      if (basis_.recipes[recipe].unnamed_only && atoms_.named(a) && atoms_.named(b)) continue;
      left.clear();
      keys_of(recipe, a, [&](std::uint64_t key) { left.push_back(key); });
      keys_of(recipe, b, [&](std::uint64_t key) {
        if (range_of_key(key, basis_.ranges) >= basis_.done[recipe]) return;
        if (std::find(left.begin(), left.end(), key) != left.end()) shared.push_back({key, pair});
      });
    }
    std::sort(shared.begin(), shared.end());
    return shared;
  }

  /// Of each different key the records that have it, ascending.
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> members_of(
      std::size_t recipe, const std::vector<Shared>& shared) const {
    std::vector<std::uint64_t> wanted;
    for (const Shared& each : shared) {
      if (wanted.empty() || wanted.back() != each.key) wanted.push_back(each.key);
    }
    std::vector<std::vector<std::uint32_t>> members(wanted.size());
    for (std::size_t record = 0; record < records_.size() && !wanted.empty(); ++record) {
      keys_of(recipe, record, [&](std::uint64_t key) {
        const auto at = std::lower_bound(wanted.begin(), wanted.end(), key);
        if (at != wanted.end() && *at == key)
          members[static_cast<std::size_t>(at - wanted.begin())].push_back(
              static_cast<std::uint32_t>(record));
      });
    }
    return members;
  }

  /// Follows pairs of a block until it is small enough to be compared, or they part.
  void cut(const std::vector<std::uint32_t>& members, const std::vector<std::uint32_t>& pairs,
           std::uint64_t used) {
    if (members.size() <= basis_.limit) {
      for (const std::uint32_t pair : pairs) brought_up_[pair] = true;
      return;
    }
    const int chosen = choose_refining(basis_, members.size(), used);
    if (chosen < 0) {
      for (const std::uint32_t pair : pairs) {
        const auto [a, b] = pairs_[pair];
        if (compared_in_window(basis_, members, a, b)) brought_up_[pair] = true;
      }
      return;
    }
    const Atom& atom = basis_.refining[static_cast<std::size_t>(chosen)].atom;
    std::vector<Shared> together;
    for (const std::uint32_t pair : pairs) {
      const std::uint32_t own = atoms_.hash_of_many(atom, pairs_[pair].first);
      if (own == atoms_.hash_of_many(atom, pairs_[pair].second)) together.push_back({own, pair});
    }
    if (together.empty()) return;
    std::sort(together.begin(), together.end());
    std::vector<RecordPair> by_atom;  // hash, record
    for (const std::uint32_t record : members)
      by_atom.emplace_back(atoms_.hash_of_many(atom, record), record);
    std::sort(by_atom.begin(), by_atom.end());
    for (std::size_t i = 0; i < together.size();) {
      const auto own = static_cast<std::uint32_t>(together[i].key);
      std::vector<std::uint32_t> own_pairs;
      for (; i < together.size() && together[i].key == own; ++i)
        own_pairs.push_back(together[i].pair);
      std::vector<std::uint32_t> own_members;
      for (auto at = std::lower_bound(by_atom.begin(), by_atom.end(), RecordPair{own, 0});
           at != by_atom.end() && at->first == own; ++at)
        own_members.push_back(at->second);
      cut(own_members, own_pairs, used | std::uint64_t{1} << chosen);
    }
  }

  const EncodedRecords& records_;
  const BlockingBasis& basis_;
  const std::vector<RecordPair>& pairs_;
  AtomReader atoms_;
  std::vector<bool> brought_up_;
};

/// The rows of `matches` that are matches, as records, each pair once, a before b.
Result<std::vector<RecordPair>> matches_of(const detail::MatchState& state, const Table& matches) {
  const bool is_judged = matches.find("is_match").has_value();
  const auto judged = read_judged_pairs(state, matches, is_judged);
  if (!judged) return judged.problems();
  std::vector<RecordPair> pairs;
  for (const JudgedPair& pair : *judged) {
    if (pair.match || !is_judged) pairs.emplace_back(pair.a, pair.b);
  }
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  if (!pairs.empty()) return pairs;
  return Problem{Code::invalid_argument, "no_pairs", "matches",
                 "there are no pairs of two different records that match",
                 "give those that are known to be one"};
}

}  // namespace

std::vector<std::vector<bool>> brought_up_by(const EncodedRecords& records,
                                             const BlockingBasis& basis,
                                             const std::vector<RecordPair>& pairs) {
  PairsInBlocks blocks(records, basis, pairs);
  std::vector<std::vector<bool>> found;
  for (std::size_t recipe = 0; recipe < basis.recipes.size(); ++recipe)
    found.push_back(blocks.by(recipe));
  return found;
}

Result<Completeness> completeness_of(const detail::MatchState& state, const Table& matches) {
  const auto pairs = matches_of(state, matches);
  if (!pairs) return pairs.problems();
  const auto found = brought_up_by(*state.records, state.basis, *pairs);
  Completeness told;
  told.pairs = pairs->size();
  for (const Recipe& recipe : state.basis.recipes) told.by_key.push_back({recipe.name});
  for (std::size_t pair = 0; pair < pairs->size(); ++pair) {
    std::size_t keys = 0;
    std::size_t last = 0;
    for (std::size_t recipe = 0; recipe < found.size(); ++recipe) {
      if (!found[recipe][pair]) continue;
      ++told.by_key[recipe].found;
      ++keys;
      last = recipe;
    }
    if (keys == 1) ++told.by_key[last].alone;
    // Two keys may be the same by accident (Blocking): what was kept was compared.
    const auto [a, b] = (*pairs)[pair];
    told.brought_up += keys > 0 || state.find(a, b) ? 1 : 0;
  }
  return told;
}

double Completeness::share() const {
  return pairs == 0 ? 1 : static_cast<double>(brought_up) / static_cast<double>(pairs);
}

std::string Completeness::to_json() const {
  JsonWriter out;
  out.begin_object().key("pairs").value(pairs).key("brought_up").value(brought_up);
  out.key("share").value(share()).key("by_key").begin_array();
  for (const KeyCompleteness& key : by_key) {
    out.begin_object().key("key").value(key.key).key("found").value(key.found);
    out.key("alone").value(key.alone).end_object();
  }
  out.end_array().end_object();
  return std::move(out).text();
}

Table Completeness::to_table() const {
  ColumnBuilder keys("key", ColumnType::text);
  ColumnBuilder found("found", ColumnType::integer);
  ColumnBuilder alone("alone", ColumnType::integer);
  for (const KeyCompleteness& key : by_key) {
    keys.append_text(key.key);
    found.append_integer(static_cast<std::int64_t>(key.found));
    alone.append_integer(static_cast<std::int64_t>(key.alone));
  }
  std::vector<Column> columns;
  columns.push_back(keys.finish());
  columns.push_back(found.finish());
  columns.push_back(alone.finish());
  return Table::make(std::move(columns)).value();
}

}  // namespace galena::match
