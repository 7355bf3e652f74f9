// What the columns of a table mean, from their headers and their values.
#include <algorithm>

#include "galena/match/fields.hpp"
#include "match/characters.hpp"
#include "match/infer_fields.hpp"
#include "match/infer_keys.hpp"
#include "match/infer_names.hpp"
#include "match/infer_places.hpp"
#include "match/normal_form.hpp"
#include "match/tables.hpp"
#include "match/text.hpp"
#include "match/value_looks.hpp"
#include "record/header_subject.hpp"
#include "record/telling_kind.hpp"

namespace galena::match {

namespace {

namespace header = galena::detail;

constexpr std::size_t kSample = 2000;
constexpr double kMostOfThem = 0.9;

/// Whether values of the kind by themselves tell one record from most others.
bool identifies(Kind kind) {
  switch (kind) {
    case Kind::full_name:
    case Kind::first_name:
    case Kind::last_name:
    case Kind::company:
    case Kind::email:
    case Kind::phone:
    case Kind::website:
    case Kind::street:
    case Kind::postal_code:
    case Kind::birth_date:
    case Kind::identifier:
      return true;
    default:
      return false;
  }
}

/// Leaves out columns of few values whose headers say nothing, and texts whose headers say
/// something else, where there is enough to go by: they say little, and mostly what other columns
/// say too.
void leave_out_weak(InferredColumns& columns) {
  constexpr std::ptrdiff_t kEnough = 4;
  if (std::count_if(columns.begin(), columns.end(), [](const InferredColumn& column) {
        return identifies(column.kind);
      }) < kEnough) {
    return;
  }
  for (InferredColumn& column : columns) {
    if (column.by_header) continue;
    if (column.kind == Kind::category || column.kind == Kind::number) {
      column.leave_out(
          "its name does not say what it is, and its few values say little beside the other "
          "columns");
    } else if (column.refuted && column.kind == Kind::text) {
      column.leave_out("its name says that it is something else than its values are");
    }
  }
}

double variety_of(std::vector<std::string> values) {
  const auto count = static_cast<double>(values.size());
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return static_cast<double>(values.size()) / std::max(1.0, count);
}

/// What nothing tells more of is a text, a category where its values are few, a number where they
/// are few numbers. Nothing when they look like the numbers of rows: all different and one word
/// each, or many numbers.
std::optional<Kind> kind_of_unknown(const std::vector<std::string>& values) {
  constexpr double kFew = 0.2;
  const double variety = variety_of(values);
  if (variety * static_cast<double>(values.size()) < 1.5) return std::nullopt;
  const double numbers = share(values, is_number);
  if (numbers >= 0.9) return variety <= kFew ? std::optional(Kind::number) : std::nullopt;
  if (variety <= kFew) return Kind::category;
  const double phrases =
      share(values, [](const std::string& text) { return words(text).size() >= 2; });
  const bool may_repeat = variety < 0.98 || phrases >= 0.3;
  return may_repeat && numbers < 0.3 ? std::optional(Kind::text) : std::nullopt;
}

/// Pages of one site, each of somebody: "linkedin.com/in/...".
bool are_of_one_site(const std::vector<std::string>& values) {
  std::vector<std::string> sites;
  for (const std::string& text : values) {
    const std::string page = normalise_website(text);
    sites.push_back(page.substr(0, page.find('/')));
  }
  std::sort(sites.begin(), sites.end());
  std::size_t most = 0;
  for (std::size_t i = 0, from = 0; i < sites.size(); ++i) {
    if (sites[i] != sites[from]) from = i;
    if (!sites[i].empty()) most = std::max(most, i + 1 - from);
  }
  constexpr std::size_t kFew = 5;
  return most >= kFew && most * 2 > values.size() && variety_of(values) > 0.5;
}

/// Without a telling header only values that cannot be much else decide.
std::optional<Kind> kind_by_values(const std::vector<std::string>& values, std::size_t rows) {
  // A handful of values in a long column proves little about the column.
  constexpr std::size_t kSome = 50;
  const bool few = values.size() * 5 < std::min(rows, kSample);
  if (values.size() < 2 || (few && values.size() < kSome)) return std::nullopt;
  if (share(values, looks_like_email) >= 0.7) return Kind::email;
  if (share(values, looks_like_website) >= 0.7) return Kind::website;
  if (share(values, looks_like_date) >= 0.9) return Kind::date;
  if (share(values, looks_like_phone) >= 0.8) return Kind::phone;
  if (few) return std::nullopt;
  if (share(values, is_surely_person) >= 0.5) return Kind::full_name;
  if (share(values, has_legal_form) >= 0.5) return Kind::company;
  return kind_of_unknown(values);
}

/// Whether the values may be what the header says.
bool fits(Kind kind, const std::vector<std::string>& values) {
  const auto at_least = [&](double least, auto test) { return share(values, test) >= least; };
  const auto digits = [](const std::string& text) { return has_digit(text); };
  switch (kind) {
    case Kind::email:
      return at_least(0.2, looks_like_email);
    case Kind::birth_date:
      return at_least(0.3, looks_like_birth);
    case Kind::date:
      return at_least(
          0.3, [](const std::string& text) { return parse_calendar_date(text).has_value(); });
    case Kind::phone:
      return at_least(0.3, [](const std::string& text) {
        return std::count_if(text.begin(), text.end(), is_ascii_digit) >= 5;
      });
    case Kind::website:
      return at_least(0.3,
                      [](const std::string& text) { return !normalise_website(text).empty(); });
    case Kind::first_name:
    case Kind::middle_name:
    case Kind::last_name:
      return share(values, digits) <= 0.7;
    case Kind::name_suffix:
      return at_least(
          0.3, [](const std::string& text) { return !normalise(Kind::name_suffix, text).empty(); });
    case Kind::house_number:
    case Kind::postal_code:
      return at_least(0.3, digits);
    case Kind::number:
      return at_least(0.3,
                      [](const std::string& text) { return read_number(text, false).has_value(); });
    case Kind::category:
      return share(values, looks_like_email) < 0.7;
    default:
      return true;
  }
}

/// The order that the column's own unambiguous dates show; nothing when they show none or both.
std::optional<DateOrder> order_of(const std::vector<std::string>& values) {
  std::size_t day_first = 0;
  std::size_t month_first = 0;
  for (const std::string& text : values) {
    const auto by_day = parse_calendar_date(text, DateOrder::day_month_year);
    const auto by_month = parse_calendar_date(text, DateOrder::month_day_year);
    if (!by_day || !by_month || by_day->order_unknown) continue;
    const std::size_t digits = text.find_first_not_of("0123456789");
    if (digits == 0 || digits > 2) continue;  // starts with a year or a month's name
    const int first = std::stoi(text.substr(0, digits));
    if (first == by_day->day && first > 12) ++day_first;
    if (first == by_month->month && by_month->day > 12) ++month_first;
  }
  if (day_first == month_first) return std::nullopt;
  return day_first > month_first ? DateOrder::day_month_year : DateOrder::month_day_year;
}

/// More columns of a kind that a record has only one of: the fullest stays.
void keep_fullest(Kind kind, InferredColumns& columns) {
  const InferredColumn* best = nullptr;
  for (const InferredColumn& column : columns) {
    if (column.kind == kind && (best == nullptr || column.weight() > best->weight()))
      best = &column;
  }
  for (InferredColumn& column : columns) {
    if (column.kind == kind && &column != best) {
      column.leave_out("'" + best->name + "' is the " + std::string(kind_name(kind)) + " already");
    }
  }
}

/// Where there is nothing else by which a record would be looked up, the category that has the most
/// different values is what records are told apart by: "label", "artist".
void look_up_by_category(InferredColumns& columns) {
  const auto looked_up = [](const InferredColumn& column) {
    return identifies(column.kind) || column.kind == Kind::text;
  };
  if (std::any_of(columns.begin(), columns.end(), looked_up)) return;
  constexpr double kLeast = 30;
  InferredColumn* best = nullptr;
  double most = kLeast;
  for (InferredColumn& column : columns) {
    if (column.kind != Kind::category) continue;
    const double different = variety_of(column.values) * static_cast<double>(column.values.size());
    if (different <= most) continue;
    most = different;
    best = &column;
  }
  if (best != nullptr) best->kind = Kind::text;
}

/// By the header, checked against the values, or by the values alone.
void settle_kind(InferredColumn& column, std::size_t rows) {
  if (header::is_about_others(column.name)) {
    return column.leave_out("its name says that it is not about what the record is of");
  }
  if (header::is_about_relatives(column.name)) {
    const auto kind = kind_by_values(column.values, rows);
    if (kind != Kind::full_name && kind != Kind::text && kind != Kind::website) {
      return column.leave_out("its name says that it is about other people");
    }
    column.kind = kind == Kind::website ? *kind : Kind::text;
    return;
  }
  const bool profile = header::is_profile(column.name);
  auto guessed = profile ? std::optional(Kind::identifier) : guess_kind(column.name);
  if (!guessed && is_region_column(column)) guessed = Kind::region;
  // A header is believed unless the values plainly say something else.
  column.by_header = guessed && fits(*guessed, column.values);
  column.refuted = guessed && !column.by_header;
  auto kind = column.by_header ? guessed : kind_by_values(column.values, rows);
  if (column.refuted && kind == Kind::full_name) kind = Kind::text;
  column.may_be_key = (!kind || (kind == Kind::text && !column.by_header)) &&
                      share(column.values, looks_like_code) >= kMostOfThem;
  if (!kind) return column.leave_out("neither its name nor its values say what it is");
  column.kind = *kind;
  if (column.kind == Kind::website && are_of_one_site(column.values)) {
    column.kind = Kind::identifier;
  }
  if (column.kind == Kind::date && header::is_record_keeping(column.name)) {
    column.leave_out("it says what was done with the record, not what the record is of");
  }
}

}  // namespace

std::vector<std::string> sample_of(const Column& column) {
  std::vector<std::string> values;
  const std::size_t step = std::max<std::size_t>(1, column.size() / kSample);
  for (std::size_t row = 0; row < column.size() && values.size() < kSample; row += step) {
    const ValueView value = column[row];
    if (value.is_blank()) continue;
    std::string text = to_text(value);
    if (!is_plain_ascii(text)) text = with_ascii_digits(text);
    const std::string_view trimmed = trim(text);
    if (!trimmed.empty()) values.emplace_back(trimmed);
  }
  return values;
}

bool is_date(Kind kind) {
  return kind == Kind::birth_date || kind == Kind::date || kind == Kind::created;
}

std::optional<DateOrder> infer_date_order(const Column& column) {
  return order_of(sample_of(column));
}

InferredFields infer_fields(const Table& table, const std::vector<std::string>& never_compared) {
  InferredColumns columns;
  for (const Column& values : table.columns()) {
    InferredColumn& column = columns.emplace_back();
    column.name = values.name();
    column.values = sample_of(values);
    const bool excluded = std::find(never_compared.begin(), never_compared.end(), column.name) !=
                          never_compared.end();
    if (!excluded && !column.values.empty()) settle_kind(column, table.rows());
  }
  settle_names(columns);
  settle_keys(table, columns);
  settle_house_number(columns);
  settle_state(columns);
  leave_out_weak(columns);
  look_up_by_category(columns);
  settle_addresses(columns);
  for (const Kind single :
       {Kind::full_name, Kind::first_name, Kind::middle_name, Kind::last_name, Kind::name_suffix,
        Kind::company, Kind::house_number, Kind::city, Kind::region, Kind::postal_code,
        Kind::country, Kind::birth_date, Kind::created}) {
    keep_fullest(single, columns);
  }
  settle_whole_names(columns);
  InferredFields inferred;
  for (InferredColumn& column : columns) {
    Field field{.column = column.name, .kind = column.kind};
    if (is_date(column.kind)) field.date_order = order_of(column.values);
    if (!column.why_left_out.empty()) {
      inferred.warnings.push_back("column '" + column.name +
                                  "' is left out: " + column.why_left_out);
    }
    inferred.fields.push_back(std::move(field));
  }
  return inferred;
}

Fields identity_fields(const Schema& schema) {
  Fields fields;
  for (const galena::Field& field : schema.fields()) {
    if (!field.kind || !galena::detail::is_telling(*field.kind)) continue;
    const Kind kind = *field.kind;
    if (kind == Kind::created) continue;
    const bool several = kind == Kind::email || kind == Kind::phone || kind == Kind::website;
    const bool known = std::any_of(fields.begin(), fields.end(),
                                   [&](const Field& other) { return other.kind == kind; });
    if (several || !known) fields.push_back({.column = field.name, .kind = kind});
  }
  return fields;
}

Preset choose_preset(const Fields& fields) {
  bool person = false;
  bool company = false;
  for (const Field& field : fields) {
    // Where names are texts, for all that is known of them, days of birth are still of persons.
    person = person || field.kind == Kind::full_name || field.kind == Kind::first_name ||
             field.kind == Kind::last_name || field.kind == Kind::birth_date;
    company = company || field.kind == Kind::company;
  }
  if (person) return company ? Preset::lead : Preset::person;
  return Preset::account;
}

}  // namespace galena::match
