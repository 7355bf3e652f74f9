#include "match/explain_keys.hpp"

#include <algorithm>

namespace galena::match {

namespace {

std::string quoted(const std::string& text) { return "\"" + text + "\""; }

class KeyTeller {
 public:
  KeyTeller(const EncodedRecords& records, const BlockingBasis& basis, std::uint32_t a,
            std::uint32_t b, bool follow)
      : records_(records),
        basis_(basis),
        a_(a),
        b_(b),
        follow_(follow),
        recipes_(recipes_for(records.layout(), records.size())) {
    const std::vector<Atom> naming = naming_atoms(records.layout());
    named_ = !naming.empty() && std::all_of(naming.begin(), naming.end(), [&](const Atom& atom) {
      return hash_of(atom, a) != 0 && hash_of(atom, b) != 0;
    });
  }

  std::vector<KeyEvidence> run() {
    for (std::size_t recipe = 0; recipe < recipes_.size(); ++recipe) tell(recipe);
    return std::move(told_);
  }

 private:
  [[nodiscard]] ValueId value_of(const Atom& atom, std::size_t record) const {
    return records_[record][records_.layout().features[atom.feature].first_slot + atom.slot];
  }
  [[nodiscard]] WordRank rank_for(const Atom& atom) const {
    const bool kept = atom.feature < basis_.rarities.size() && reads_words(atom.kind);
    return {WordOrder::by_rarity, kept ? &basis_.rarities[atom.feature] : nullptr};
  }
  [[nodiscard]] std::uint32_t hash_of(const Atom& atom, std::size_t record) const {
    return short_atom(atom_of_value(atom.kind, records_.layout().features[atom.feature].comparison,
                                    records_.store(atom.feature), value_of(atom, record),
                                    rank_for(atom)));
  }
  /// The same for one record of many.
  [[nodiscard]] std::uint64_t hash_of_many(const Atom& atom, std::size_t record) const {
    const ValueId id = value_of(atom, record);
    if (id == kBlank) return 0;
    std::uint64_t& known = known_hashes(atom)[id];
    if (known == kUnknown) known = hash_of(atom, record);
    return known;
  }
  /// By value: the atom's hash where it was asked for before.
  [[nodiscard]] std::vector<std::uint64_t>& known_hashes(const Atom& atom) const {
    for (auto& [known, hashes] : known_) {
      if (known == atom) return hashes;
    }
    known_.emplace_back(atom,
                        std::vector<std::uint64_t>(records_.store(atom.feature).size(), kUnknown));
    return known_.back().second;
  }
  [[nodiscard]] std::string text_of(const Atom& atom, std::size_t record) const {
    return atom_text(atom.kind, records_.layout().features[atom.feature].comparison,
                     records_.store(atom.feature), value_of(atom, record), rank_for(atom));
  }

  [[nodiscard]] std::vector<OwnKey> keys_of(std::size_t recipe, std::size_t record) const {
    std::vector<OwnKey> keys;
    const auto hash = [&](const Atom& atom) { return hash_of(atom, record); };
    for_each_key(recipes_[recipe], recipe, hash, [&](std::uint64_t key, const auto& entry) {
      std::vector<std::string> parts;
      for (const Atom& atom : entry) parts.push_back(text_of(atom, record));
      keys.push_back({key, key_text(recipes_[recipe], std::move(parts))});
    });
    return keys;
  }

  void tell(std::size_t recipe) {
    const FollowKey look = [&](const OwnKey& own, KeyEvidence& out) {
      if (follow_) follow(recipe, own.key, out);
    };
    tell_keys(recipes_[recipe], keys_of(recipe, a_), keys_of(recipe, b_), look, told_);
  }

  /// Finds out what became of the block of a key that both have.
  void follow(std::size_t recipe, std::uint64_t wanted, KeyEvidence& out) const {
    std::vector<std::uint32_t> members;
    for (std::size_t record = 0; record < records_.size(); ++record) {
      const auto hash = [&](const Atom& atom) { return hash_of_many(atom, record); };
      for_each_key(recipes_[recipe], recipe, hash, [&](std::uint64_t key, const auto&) {
        if (key == wanted) members.push_back(static_cast<std::uint32_t>(record));
      });
    }
    out.records = members.size();
    const std::string count = std::to_string(members.size()) + " records have it";
    if (recipes_[recipe].unnamed_only && named_) {
      out.note = count + "; of people with given and family names keys with those decide";
      return;
    }
    if (recipe < basis_.done.size() && range_of_key(wanted, basis_.ranges) >= basis_.done[recipe]) {
      out.note = count +
                 "; a sample of such keys brought up so few duplicates that the rest, this "
                 "one among them, was left";
      return;
    }
    cut(recipe, std::move(members), count, out);
  }

  void cut(std::size_t recipe, std::vector<std::uint32_t> members, const std::string& count,
           KeyEvidence& out) const {
    std::uint64_t used = refined_by(basis_, recipes_[recipe]);
    std::string cuts;
    while (members.size() > basis_.limit) {
      const int chosen = choose_refining(basis_, members.size(), used);
      if (chosen < 0) return look_in_window(members, count + cuts, out);
      const Atom atom = basis_.refining[static_cast<std::size_t>(chosen)].atom;
      const std::string name = atom_name(atom.kind, records_.layout().features[atom.feature].name);
      out.refined.push_back(name);
      const std::uint32_t own = hash_of(atom, a_);
      if (own != hash_of(atom, b_)) {
        out.note = count + cuts + "; " + std::to_string(members.size()) +
                   " are too many and are cut by " + name +
                   ", where the two differ: " + quoted(text_of(atom, a_)) + " and " +
                   quoted(text_of(atom, b_));
        return;
      }
      std::erase_if(members, [&](std::uint32_t record) { return hash_of(atom, record) != own; });
      cuts += ", cut by " + name + " " + quoted(text_of(atom, a_)) + " to " +
              std::to_string(members.size());
      used |= std::uint64_t{1} << chosen;
    }
    out.compared = true;
    out.note = count + cuts + ", compared with one another";
  }

  /// A block that nothing parts: neighbours are compared, as PairSearch goes through them.
  void look_in_window(const std::vector<std::uint32_t>& members, const std::string& count,
                      KeyEvidence& out) const {
    out.compared = basis_.split == 0 ? within_window(members) : across_window(members);
    out.note = count + "; nothing parts them, so that each is compared with the nearest " +
               std::to_string(basis_.split == 0 ? basis_.window : 2 * basis_.window) +
               (out.compared ? ", as these two are" : "; these two are further apart");
  }
  [[nodiscard]] bool within_window(const std::vector<std::uint32_t>& members) const {
    for (std::size_t i = 0; i < members.size(); ++i) {
      if (members[i] != a_) continue;
      for (std::size_t j = 0; j < members.size(); ++j) {
        if (members[j] == b_ && std::max(i, j) - std::min(i, j) <= basis_.window) return true;
      }
    }
    return false;
  }
  [[nodiscard]] bool across_window(const std::vector<std::uint32_t>& members) const {
    const auto middle = static_cast<std::size_t>(
        std::lower_bound(members.begin(), members.end(), basis_.split) - members.begin());
    const std::size_t right = members.size() - middle;
    for (std::size_t i = 0; i < middle; ++i) {
      if (members[i] != std::min(a_, b_)) continue;
      const std::size_t first = i * right / middle;
      for (std::size_t k = 0; k < std::min(right, 2 * basis_.window); ++k) {
        if (members[middle + (first + k) % right] == std::max(a_, b_)) return true;
      }
    }
    return false;
  }

  const EncodedRecords& records_;
  const BlockingBasis& basis_;
  std::uint32_t a_;
  std::uint32_t b_;
  bool follow_;
  bool named_ = false;
  std::vector<Recipe> recipes_;
  std::vector<KeyEvidence> told_;
  static constexpr std::uint64_t kUnknown = ~std::uint64_t{0};
  mutable std::vector<std::pair<Atom, std::vector<std::uint64_t>>> known_;
};

}  // namespace

std::string key_text(const Recipe& recipe, std::vector<std::string> parts) {
  if (recipe.any_order) std::sort(parts.begin(), parts.end());
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : "|") + part;
  return text;
}

void tell_keys(const Recipe& recipe, const std::vector<OwnKey>& left,
               const std::vector<OwnKey>& right, const FollowKey& follow,
               std::vector<KeyEvidence>& told) {
  const auto joined = [](const std::vector<OwnKey>& keys) {
    std::string text;
    for (const OwnKey& own : keys) text += (text.empty() ? "" : " or ") + own.text;
    return text;
  };
  bool shared = false;
  for (const OwnKey& own : left) {
    const auto same = std::find_if(right.begin(), right.end(),
                                   [&](const OwnKey& other) { return other.key == own.key; });
    if (same == right.end()) continue;
    shared = true;
    KeyEvidence key;
    key.key = recipe.name;
    key.left = own.text;
    key.right = same->text;
    key.shared = true;
    follow(own, key);
    told.push_back(std::move(key));
  }
  if (shared || (left.empty() && right.empty())) return;
  KeyEvidence key;
  key.key = recipe.name;
  key.left = joined(left);
  key.right = joined(right);
  told.push_back(std::move(key));
}

std::vector<KeyEvidence> explain_keys(const EncodedRecords& records, const BlockingBasis& basis,
                                      std::uint32_t a, std::uint32_t b, bool follow) {
  return KeyTeller(records, basis, a, b, follow).run();
}

}  // namespace galena::match
