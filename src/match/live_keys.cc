// The keys of a record of a live index and of what is looked up there, and what became of the
// blocks that both are in.
#include <algorithm>

#include "match/live_blocks.hpp"

namespace galena::match {

namespace {

std::string quoted(const std::string& text) { return "\"" + text + "\""; }

}  // namespace

/// Goes the way that visit() goes, with both records.
class LiveBlocks::KeyFollower {
 public:
  struct Side {
    const EncodedRecords& records;
    RecordValues values;
  };
  KeyFollower(const LiveBlocks& blocks, Side query, Side other, std::uint32_t record)
      : blocks_(blocks), query_(query), other_(other), record_(record) {}

  void follow(std::uint64_t key, KeyEvidence& out) const {
    std::string cuts;
    for (;;) {
      const auto found = blocks_.blocks_.find(key);
      if (found == blocks_.blocks_.end()) return;
      const std::uint64_t block = found->second;
      if ((block & kIsList) == 0) {
        out.records = block >> 31 != 0 ? 2 : 1;
        return end(cuts, out);
      }
      const List& list = blocks_.lists_[block & ~kIsList];
      if (list.atom < 0) {
        out.records = list.records.size();
        if (!is_read(list.records)) return end_unread(cuts, out);
        return end(cuts, out);
      }
      if (!go_down(blocks_.refining_[static_cast<std::size_t>(list.atom)], cuts, out)) return;
      key = blocks_.child_key(query_.records, query_.values, key, list.atom);
    }
  }

 private:
  /// Of a long block that nothing parts, a query reads the newest records.
  [[nodiscard]] bool is_read(const std::vector<std::uint32_t>& members) const {
    const std::size_t skip = members.size() > kMostRead ? members.size() - kMostRead : 0;
    return std::find(members.begin() + static_cast<std::ptrdiff_t>(skip), members.end(), record_) !=
           members.end();
  }

  /// Whether a block that was split by an atom leaves the two together.
  bool go_down(const Atom& atom, std::string& cuts, KeyEvidence& out) const {
    const Feature& feature = query_.records.layout().features[atom.feature];
    const std::string name = atom_name(atom.kind, feature.name);
    const std::string own = quoted(blocks_.text_of(query_.records, query_.values, atom));
    out.refined.push_back(name);
    if (blocks_.atom_of(query_.records, query_.values, atom) ==
        blocks_.atom_of(other_.records, other_.values, atom)) {
      cuts += ", cut by " + name + " " + own;
      return true;
    }
    out.note = "too many records have it" + cuts + "; they are cut by " + name +
               ", where the two differ: " + own + " and " +
               quoted(blocks_.text_of(other_.records, other_.values, atom));
    return false;
  }

  static std::string count(const std::string& cuts, const KeyEvidence& out) {
    const std::string number = std::to_string(out.records);
    if (cuts.empty()) return number + " records of the index have it";
    return "too many records have it" + cuts + " to " + number;
  }
  static void end(const std::string& cuts, KeyEvidence& out) {
    out.compared = true;
    out.note = count(cuts, out) + ", all of them looked at";
    if (out.records > kMostRead) {
      out.note = count(cuts, out) + "; nothing parts them, so that the newest " +
                 std::to_string(kMostRead) + " are looked at, this one among them";
    }
  }
  static void end_unread(const std::string& cuts, KeyEvidence& out) {
    out.note = count(cuts, out) + "; nothing parts them, so that the newest " +
               std::to_string(kMostRead) + " are looked at, and this one is older";
  }

  const LiveBlocks& blocks_;
  Side query_;
  Side other_;
  std::uint32_t record_;
};

std::string LiveBlocks::text_of(const EncodedRecords& records, RecordValues values,
                                const Atom& atom) const {
  const Feature& feature = records.layout().features[atom.feature];
  return atom_text(atom.kind, feature.comparison, records.store(atom.feature),
                   values[feature.first_slot + atom.slot], WordOrder::by_length);
}

std::vector<OwnKey> LiveBlocks::keys_of(std::size_t recipe, const EncodedRecords& records,
                                        RecordValues values) const {
  std::vector<OwnKey> keys;
  for_each_key_of(recipe, records, values, [&](std::uint64_t key, const std::vector<Atom>& entry) {
    std::vector<std::string> parts;
    for (const Atom& atom : entry) parts.push_back(text_of(records, values, atom));
    keys.push_back({key, key_text(recipes_[recipe], std::move(parts))});
  });
  return keys;
}

std::vector<KeyEvidence> LiveBlocks::explain(const EncodedRecords& query, RecordValues values,
                                             const EncodedRecords& records,
                                             std::uint32_t record) const {
  const KeyFollower follower(*this, {query, values}, {records, records[record]}, record);
  const FollowKey follow = [&](const OwnKey& own, KeyEvidence& out) {
    follower.follow(own.key, out);
  };
  std::vector<KeyEvidence> told;
  for (std::size_t recipe = 0; recipe < recipes_.size(); ++recipe) {
    tell_keys(recipes_[recipe], keys_of(recipe, query, values),
              keys_of(recipe, records, records[record]), follow, told);
  }
  return told;
}

}  // namespace galena::match
