#include "match/infer_keys.hpp"

#include <string>
#include <unordered_map>
#include <unordered_set>

#include "galena/match/normalise.hpp"
#include "record/header_subject.hpp"

namespace galena::match {

namespace {

namespace header = galena::detail;

struct KeyCounts {
  std::size_t filled = 0;
  std::size_t different = 0;
};

KeyCounts count_keys(const Column& values) {
  std::unordered_set<std::string> seen;
  KeyCounts counts;
  for (std::size_t row = 0; row < values.size(); ++row) {
    if (values[row].is_blank()) continue;
    ++counts.filled;
    seen.insert(to_text(values[row]));
  }
  counts.different = seen.size();
  return counts;
}

/// The columns that say where a record is.
class Places {
 public:
  Places(const Table& table, const InferredColumns& columns) : table_(table) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const Kind kind = columns[i].kind;
      if (kind == Kind::street || kind == Kind::city || kind == Kind::postal_code)
        places_.push_back({i, kind});
    }
  }
  [[nodiscard]] bool none() const { return places_.empty(); }

  enum class Relation { unknown, one, different };
  /// One place where any column agrees, different ones where all that both have differ.
  [[nodiscard]] Relation of(std::size_t a, std::size_t b) const {
    Relation relation = Relation::unknown;
    for (const auto& [column, kind] : places_) {
      const std::string left = form(column, kind, a);
      const std::string right = form(column, kind, b);
      if (left.empty() || right.empty()) continue;
      if (left == right) return Relation::one;
      relation = Relation::different;
    }
    return relation;
  }

 private:
  [[nodiscard]] std::string form(std::size_t column, Kind kind, std::size_t row) const {
    const ValueView value = table_[column][row];
    return value.is_blank() ? std::string() : normalise(kind, to_text(value));
  }

  const Table& table_;
  std::vector<std::pair<std::size_t, Kind>> places_;
};

/// Most records of one number that follow one another are at different places.
bool is_of_several_places(const Column& values, const Places& places) {
  constexpr std::size_t kLeast = 30;
  constexpr std::size_t kEnough = 2000;
  std::unordered_map<std::string, std::size_t> last_row;
  std::size_t known = 0;
  std::size_t different = 0;
  for (std::size_t row = 0; row < values.size() && known < kEnough; ++row) {
    if (values[row].is_blank()) continue;
    const auto [place, added] =
        last_row.try_emplace(normalise_identifier(to_text(values[row])), row);
    if (added) continue;
    const Places::Relation relation = places.of(place->second, row);
    place->second = row;
    if (relation == Places::Relation::unknown) continue;
    ++known;
    if (relation == Places::Relation::different) ++different;
  }
  return known >= kLeast && different * 2 > known;
}

}  // namespace

void settle_keys(const Table& table, InferredColumns& columns) {
  constexpr double kShared = 0.5;
  constexpr std::size_t kLeast = 20;
  const Places places(table, columns);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    InferredColumn& column = columns[i];
    if (column.kind != Kind::identifier || header::is_profile(column.name)) continue;
    if (header::is_key(column.name)) {
      const KeyCounts keys = count_keys(table[i]);
      if (keys.filled >= kLeast && keys.different == table[i].size()) {
        column.leave_out("every row has its own: it is the row's key");
        continue;
      }
      if (static_cast<double>(keys.different) <= kShared * static_cast<double>(keys.filled)) {
        column.kind = Kind::category;
        continue;
      }
    }
    if (!places.none() && is_of_several_places(table[i], places)) {
      column.leave_out(
          "records at different places share its values: they are of something larger");
    }
  }
}

}  // namespace galena::match
