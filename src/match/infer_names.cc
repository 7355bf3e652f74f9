#include "match/infer_names.hpp"

#include <algorithm>

#include "galena/match/normalise.hpp"
#include "match/text.hpp"
#include "match/value_looks.hpp"
#include "record/header_subject.hpp"

namespace galena::match {

namespace {

bool is_part(Kind kind) { return kind == Kind::first_name || kind == Kind::last_name; }

/// How many of a column's values have marks of companies, and how many else are persons'.
struct NameShares {
  double company = 0;
  double person = 0;

  explicit NameShares(const std::vector<std::string>& values)
      : company(share(values, looks_like_company)),
        person(share(values, [](const std::string& text) {
          return looks_like_person(text) && !looks_like_company(text);
        })) {}
};

/// Headers such as "name", "legal_name" and "Customer Name" are of persons or of companies. What
/// else the list has of persons speaks for persons, unless the values are plain.
bool is_of_companies(const InferredColumn& column, const InferredColumns& columns) {
  constexpr double kPlain = 0.5;
  const NameShares shares(column.values);
  if (shares.company >= kPlain && shares.person < kPlain / 2) return true;
  for (const Kind kind : {Kind::birth_date, Kind::first_name, Kind::last_name, Kind::company}) {
    if (has_kind(columns, kind)) return false;
  }
  return shares.company > std::max(0.1, shares.person * 0.6) && shares.person < kPlain;
}

/// "Account" may be a person's, where the list has no other name of a person.
bool is_of_persons(const InferredColumn& column, const InferredColumns& columns) {
  for (const Kind kind : {Kind::full_name, Kind::first_name, Kind::last_name}) {
    if (has_kind(columns, kind)) return false;
  }
  return share(column.values, is_surely_person) >= 0.7 &&
         share(column.values, looks_like_company) < 0.05;
}

/// Two columns of single words, of which one holds given names and the other family names, where no
/// column is known for a name.
void find_parts(InferredColumns& columns) {
  constexpr double kMost = 0.6;
  for (const InferredColumn& column : columns) {
    const bool name = column.kind == Kind::full_name || is_part(column.kind);
    if (name || column.kind == Kind::company) return;
  }
  InferredColumn* given = nullptr;
  InferredColumn* family = nullptr;
  for (InferredColumn& column : columns) {
    if (column.by_header || (column.kind != Kind::text && column.kind != Kind::category)) continue;
    const double first = share(column.values, is_given_name);
    const double last = share(column.values, is_family_name);
    if (given == nullptr && first >= kMost && first > last) {
      given = &column;
    } else if (family == nullptr && last >= kMost && last > first) {
      family = &column;
    }
  }
  if (given == nullptr || family == nullptr) return;
  given->kind = Kind::first_name;
  family->kind = Kind::last_name;
}

/// Whether values may be whole names, of persons or companies, for all that is seen of them: words,
/// several in most, and many different ones.
bool may_be_names(const std::vector<std::string>& values) {
  std::vector<std::string> different = values;
  std::sort(different.begin(), different.end());
  different.erase(std::unique(different.begin(), different.end()), different.end());
  const auto digits = [](const std::string& text) { return has_digit(text); };
  const auto several = [](const std::string& text) { return words(text).size() >= 2; };
  return static_cast<double>(different.size()) >= 0.3 * static_cast<double>(values.size()) &&
         share(values, digits) <= 0.05 && share(values, several) >= 0.6;
}

/// "Customer" or "Candidate" alone is a name where its values may be names and nothing else in the
/// list is one.
void take_roles(InferredColumns& columns) {
  for (const Kind kind : {Kind::full_name, Kind::first_name, Kind::last_name, Kind::company}) {
    if (has_kind(columns, kind)) return;
  }
  for (InferredColumn& column : columns) {
    const bool open = column.kind == Kind::text && !column.by_header;
    if (!open || guess_kind(column.name + " name") != Kind::full_name ||
        !may_be_names(column.values))
      continue;
    column.kind = Kind::full_name;
    column.by_header = true;
    return;
  }
}

/// A list of companies has some persons in it too, directors or contacts: names under a header that
/// does not say so are the record's own where nearly every company has one.
void keep_companies(InferredColumns& columns) {
  std::size_t companies = 0;
  for (const InferredColumn& column : columns) {
    if (column.kind == Kind::company && column.by_header)
      companies = std::max(companies, column.values.size());
  }
  for (InferredColumn& column : columns) {
    if (column.kind == Kind::full_name && !column.by_header &&
        column.values.size() * 10 < companies * 8) {
      column.kind = Kind::text;
    }
  }
}

}  // namespace

bool has_kind(const InferredColumns& columns, Kind kind) {
  return std::any_of(columns.begin(), columns.end(),
                     [&](const InferredColumn& column) { return column.kind == kind; });
}

void settle_names(InferredColumns& columns) {
  keep_companies(columns);
  take_roles(columns);
  const bool named = std::any_of(columns.begin(), columns.end(), [](const InferredColumn& column) {
    return column.by_header && (column.kind == Kind::full_name || is_part(column.kind));
  });
  for (InferredColumn& column : columns) {
    if (column.kind == Kind::full_name && !column.by_header && named) {
      column.leave_out("it holds names, but not under a header that says whose");
    }
  }
  find_parts(columns);
  for (InferredColumn& column : columns) {
    if (column.kind == Kind::full_name) {
      column.kind = Kind::ignore;  // not to be asked about itself
      column.kind = is_of_companies(column, columns) ? Kind::company : Kind::full_name;
    } else if (column.kind == Kind::company && is_of_persons(column, columns)) {
      column.kind = Kind::full_name;
    }
  }
}

void settle_whole_names(InferredColumns& columns) {
  InferredColumn* full = nullptr;
  InferredColumn* first = nullptr;
  InferredColumn* last = nullptr;
  for (InferredColumn& column : columns) {
    if (column.kind == Kind::full_name) full = &column;
    if (column.kind == Kind::first_name) first = &column;
    if (column.kind == Kind::last_name) last = &column;
  }
  if (full == nullptr || first == nullptr || last == nullptr) return;
  const std::size_t parts = std::min(first->values.size(), last->values.size());
  if (parts * 10 >= full->values.size() * 8) {
    full->leave_out("'" + first->name + "' and '" + last->name + "' say the same");
  } else if (parts * 10 <= full->values.size() * 2) {
    for (InferredColumn* const part : {first, last}) {
      part->leave_out("'" + full->name + "' has whole names");
    }
  }
}

}  // namespace galena::match
