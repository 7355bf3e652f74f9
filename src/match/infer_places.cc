#include "match/infer_places.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "galena/match/normalise.hpp"
#include "match/tables.hpp"
#include "match/text.hpp"
#include "match/value_looks.hpp"
#include "record/header_subject.hpp"
#include "record/header_words.hpp"

namespace galena::match {

namespace {

namespace header = galena::detail;

bool is_place(Kind kind) { return kind >= Kind::street && kind <= Kind::country; }

bool is_region(const std::string& text) {
  std::string plain;
  for (const std::string& word : words(text)) plain += (plain.empty() ? "" : " ") + word;
  return !tables::region_name(plain, {}).empty();
}

}  // namespace

void settle_house_number(InferredColumns& columns) {
  if (has_kind(columns, Kind::house_number)) return;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    InferredColumn& column = columns[i];
    const bool beside = (i > 0 && columns[i - 1].kind == Kind::street) ||
                        (i + 1 < columns.size() && columns[i + 1].kind == Kind::street);
    if (column.by_header || !beside || column.values.empty()) continue;
    const header::HeaderWords words = header::read_header(column.name);
    if (!words.has(header::Concept::number) || !words.only({header::Concept::number})) continue;
    if (share(column.values, looks_like_house_number) < 0.7) continue;
    column.kind = Kind::house_number;
    column.by_header = true;
    column.why_left_out.clear();
  }
}

bool is_region_column(const InferredColumn& column) {
  return header::is_state(column.name) && share(column.values, is_region) >= 0.5;
}

void settle_state(InferredColumns& columns) {
  for (const Kind kind : {Kind::street, Kind::city, Kind::postal_code, Kind::country}) {
    if (has_kind(columns, kind)) return;
  }
  for (InferredColumn& column : columns) {
    if (column.kind != Kind::region || !header::is_state(column.name)) continue;
    constexpr std::size_t kFew = 20;
    const std::set<std::string> different(column.values.begin(), column.values.end());
    if (different.size() <= kFew && share(column.values, is_region) < 0.1) {
      column.kind = Kind::category;
    }
  }
}

void settle_addresses(InferredColumns& columns) {
  struct Address {
    std::size_t filled = 0;
    std::set<Kind> kinds;
  };
  std::map<std::string, Address> addresses;
  for (const InferredColumn& column : columns) {
    if (!is_place(column.kind)) continue;
    Address& address = addresses[header::address_of(column.name)];
    address.filled += column.values.size();
    address.kinds.insert(column.kind);
  }
  if (addresses.size() < 2) return;
  const auto rank = [](const auto& entry) {
    return std::pair(entry.second.kinds.count(Kind::street), entry.second.filled);
  };
  const auto best =
      std::max_element(addresses.begin(), addresses.end(),
                       [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
  const std::set<Kind>& own = best->second.kinds;
  for (InferredColumn& column : columns) {
    const std::string which = header::address_of(column.name);
    if (!is_place(column.kind) || which == best->first) continue;
    const bool of_street = column.kind == Kind::unit || column.kind == Kind::house_number;
    const bool second = column.kind == Kind::street && addresses[which].kinds.size() > 1;
    if ((own.count(column.kind) != 0 && !second) || (of_street && own.count(Kind::street) != 0)) {
      column.leave_out("it is of another address than the one that is compared");
    }
  }
}

}  // namespace galena::match
