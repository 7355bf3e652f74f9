#include "match/infer_keys.hpp"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <string>

#include "galena/match/normalise.hpp"
#include "match/hash.hpp"
#include "match/normal_form.hpp"
#include "match/row_keys.hpp"
#include "record/header_subject.hpp"

namespace galena::match {

namespace {

namespace header = galena::detail;

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
  constexpr std::size_t kMostRows = 200000;  // what so many do not show is rare
  boost::unordered_flat_map<std::uint64_t, std::size_t> last_row;  // by hash of the number
  std::string owned;
  std::string number;
  std::size_t known = 0;
  std::size_t different = 0;
  const std::size_t rows = std::min(values.size(), kMostRows);
  for (std::size_t row = 0; row < rows && known < kEnough; ++row) {
    if (values[row].is_blank()) continue;
    read_identifier(row_text(values, row, owned), number);
    if (number.empty()) continue;
    const auto [place, added] = last_row.try_emplace(hash_text(number), row);
    if (added) continue;
    const Places::Relation relation = places.of(place->second, row);
    place->second = row;
    if (relation == Places::Relation::unknown) continue;
    ++known;
    if (relation == Places::Relation::different) ++different;
  }
  return known >= kLeast && different * 2 > known;
}

/// Few rows each share a value: what numbers of rows, of which each has its own, do not, nor
/// amounts and codes of kinds, which many share.
bool is_shared_by_few(const Column& values) {
  constexpr std::size_t kLeast = 20;
  constexpr double kLeastRepeated = 0.005;
  constexpr double kMostRepeated = 0.5;
  const KeyCounts keys = count_keys(values);
  if (keys.filled < kLeast) return false;
  const double repeated =
      1 - static_cast<double>(keys.different) / static_cast<double>(keys.filled);
  return repeated >= kLeastRepeated && repeated <= kMostRepeated;
}

}  // namespace

void settle_keys(const Table& table, InferredColumns& columns) {
  constexpr double kShared = 0.5;
  constexpr std::size_t kLeast = 20;
  const Places places(table, columns);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    InferredColumn& column = columns[i];
    if (column.may_be_key && is_shared_by_few(table[i])) {
      column.kind = Kind::identifier;
      column.why_left_out.clear();
    }
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
