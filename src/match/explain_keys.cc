#include "match/explain_keys.hpp"

#include <algorithm>

#include "match/atom_reader.hpp"

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
        recipes_(basis.recipes),
        atoms_(records, basis),
        named_(atoms_.named(a) && atoms_.named(b)) {}

  std::vector<KeyEvidence> run() {
    for (std::size_t recipe = 0; recipe < recipes_.size(); ++recipe) tell(recipe);
    return std::move(told_);
  }

 private:
  [[nodiscard]] std::uint32_t hash_of(const Atom& atom, std::size_t record) const {
    return atoms_.hash_of(atom, record);
  }
  [[nodiscard]] std::string text_of(const Atom& atom, std::size_t record) const {
    return atoms_.text_of(atom, record);
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
      const auto hash = [&](const Atom& atom) { return atoms_.hash_of_many(atom, record); };
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

  void look_in_window(const std::vector<std::uint32_t>& members, const std::string& count,
                      KeyEvidence& out) const {
    out.compared = compared_in_window(basis_, members, a_, b_);
    out.note = count + "; nothing parts them, so that each is compared with the nearest " +
               std::to_string(basis_.split == 0 ? basis_.window : 2 * basis_.window) +
               (out.compared ? ", as these two are" : "; these two are further apart");
  }

  const EncodedRecords& records_;
  const BlockingBasis& basis_;
  std::uint32_t a_;
  std::uint32_t b_;
  bool follow_;
  const std::vector<Recipe>& recipes_;
  AtomReader atoms_;
  bool named_;
  std::vector<KeyEvidence> told_;
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
