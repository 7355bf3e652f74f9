// What the columns of a table mean, from their headers and their values.
#include <algorithm>
#include <array>

#include "galena/match/fields.hpp"
#include "match/infer_fields.hpp"
#include "match/normal_form.hpp"
#include "match/tables.hpp"
#include "match/text.hpp"
#include "record/telling_kind.hpp"

namespace galena::match {

namespace {

constexpr std::size_t kSample = 2000;

template <class Test>
double share(const std::vector<std::string>& values, Test test) {
  if (values.empty()) return 0;
  return static_cast<double>(std::count_if(values.begin(), values.end(), test)) /
         static_cast<double>(values.size());
}

bool looks_like_email(const std::string& text) {
  const EmailAddress email = normalise_email(text);
  return !email.address.empty() && !email.registrable.empty();
}

bool looks_like_phone(const std::string& text) {
  const auto digits = std::count_if(text.begin(), text.end(), is_ascii_digit);
  const bool phone_characters = text.find_first_not_of("0123456789 +()-/.x") == std::string::npos;
  // Plain numbers of any length are no telephone numbers by themselves.
  const bool formatted = text.find_first_of("+()-/. ") != std::string::npos;
  return digits >= 7 && digits <= 15 && phone_characters && formatted &&
         !parse_calendar_date(text).has_value();
}

bool looks_like_website(const std::string& text) {
  return text.find(' ') == std::string::npos && text.find('@') == std::string::npos &&
         (text.starts_with("http") || text.starts_with("www.")) && !normalise_website(text).empty();
}

bool looks_like_date(const std::string& text) {
  return text.find_first_of("-/. ") != std::string::npos && parse_calendar_date(text).has_value();
}

/// A first word that is a given name and a last one that is a family name, nothing businesslike.
bool looks_like_person(const std::string& text) {
  if (has_digit(text) || text.find('&') != std::string::npos) return false;
  const PersonName name = parse_person_name(text);
  if (name.given.empty() || name.family.empty()) return false;
  const bool given =
      tables::given_name_per_million(name.given) > 0 || !tables::formal_names(name.given).empty();
  const bool family = tables::surname_per_million(name.family) > 0;
  return given && (family || name.family.find(' ') == std::string::npos);
}

/// Both names are in the tables, and the text is no day.
bool is_surely_person(const std::string& text) {
  const PersonName name = parse_person_name(text);
  return looks_like_person(text) && tables::surname_per_million(name.family) > 0 &&
         !parse_calendar_date(text + " 1 2001").has_value();
}

bool looks_like_company(const std::string& text) {
  constexpr std::array<std::string_view, 18> kBusiness = {
      "and",       "center", "cafe",    "group",      "hotel",         "school",
      "services",  "the",    "company", "restaurant", "international", "systems",
      "solutions", "of",     "bank",    "university", "association",   "grill"};
  const CompanyName company = normalise_company(text);
  if (!company.legal_form.empty() || has_digit(text)) return true;
  for (const std::string& word : words(text)) {
    if (std::find(kBusiness.begin(), kBusiness.end(), word) != kBusiness.end()) return true;
  }
  return text.find('&') != std::string::npos || text.find('\'') != std::string::npos;
}

/// "name" alone is of people or of companies: the values and the other columns tell.
Kind person_or_company(const std::vector<std::string>& values, const Fields& others) {
  for (const Field& field : others) {
    if (field.kind == Kind::birth_date || field.kind == Kind::first_name ||
        field.kind == Kind::company) {
      return Kind::full_name;
    }
  }
  const double person = share(values, looks_like_person);
  const double company = share(values, looks_like_company);
  return company > person * 0.6 && person < 0.5 ? Kind::company : Kind::full_name;
}

bool is_number(const std::string& text) { return read_number(text, true).has_value(); }

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

/// Leaves out columns of few values whose headers say nothing (`unknown`) where there is enough to
/// go by: they say little, and mostly what other columns say too.
void leave_out_weak(const std::vector<std::size_t>& unknown, Fields& fields,
                    std::vector<std::string>& warnings) {
  constexpr std::ptrdiff_t kEnough = 4;
  if (std::count_if(fields.begin(), fields.end(),
                    [](const Field& field) { return identifies(field.kind); }) < kEnough) {
    return;
  }
  for (const std::size_t i : unknown) {
    Field& field = fields[i];
    if (field.kind != Kind::category && field.kind != Kind::number) continue;
    field.kind = Kind::ignore;
    warnings.push_back("column '" + field.column +
                       "' is left out: its name does not say what it is, and its few values say "
                       "little beside the other columns");
  }
}

/// What nothing tells more of is a text, a category where its values are few, a number where they
/// are few numbers. Nothing when they look like the numbers of rows: all different and one word
/// each, or many numbers.
std::optional<Kind> kind_of_unknown(const std::vector<std::string>& values) {
  constexpr double kFew = 0.2;
  std::vector<std::string> different = values;
  std::sort(different.begin(), different.end());
  different.erase(std::unique(different.begin(), different.end()), different.end());
  const auto count = static_cast<double>(values.size());
  const double variety = static_cast<double>(different.size()) / count;
  if (different.size() < 2) return std::nullopt;
  const double numbers = share(values, is_number);
  if (numbers >= 0.9) return variety <= kFew ? std::optional(Kind::number) : std::nullopt;
  if (variety <= kFew) return Kind::category;
  const double phrases =
      share(values, [](const std::string& text) { return words(text).size() >= 2; });
  const bool may_repeat = variety < 0.98 || phrases >= 0.3;
  return may_repeat && numbers < 0.3 ? std::optional(Kind::text) : std::nullopt;
}

/// Without a telling header only values that cannot be much else decide.
std::optional<Kind> kind_by_values(const std::vector<std::string>& values, std::size_t rows) {
  // A handful of values in a long column proves nothing about the column.
  if (values.size() < 2 || values.size() * 5 < std::min(rows, kSample)) return std::nullopt;
  if (share(values, looks_like_email) >= 0.7) return Kind::email;
  if (share(values, looks_like_website) >= 0.7) return Kind::website;
  if (share(values, looks_like_date) >= 0.9) return Kind::date;
  if (share(values, looks_like_phone) >= 0.8) return Kind::phone;
  if (share(values, is_surely_person) >= 0.5) return Kind::full_name;
  return kind_of_unknown(values);
}

/// A header is believed unless the values plainly say something else.
Kind checked_kind(Kind guessed, const std::vector<std::string>& values) {
  switch (guessed) {
    case Kind::email:
      return values.empty() || share(values, looks_like_email) >= 0.2 ? guessed : Kind::text;
    case Kind::birth_date:
    case Kind::date: {
      const double dates = share(
          values, [](const std::string& text) { return parse_calendar_date(text).has_value(); });
      return values.empty() || dates >= 0.3 ? guessed : Kind::category;
    }
    default:
      return guessed;
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

bool is_bare_name(std::string_view header) {
  const std::string plain = join(words(header));
  return plain == "name" || plain == "nombre" || plain == "nome" || plain == "nom" ||
         plain == "full name";
}

/// More columns of a kind that a record has only one of: the fullest stays.
void keep_fullest(Kind kind, Fields& fields, const std::vector<std::size_t>& filled,
                  std::vector<std::string>& warnings) {
  std::size_t best = fields.size();
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].kind == kind && (best == fields.size() || filled[i] > filled[best])) best = i;
  }
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].kind != kind || i == best) continue;
    fields[i].kind = Kind::ignore;
    warnings.push_back("column '" + fields[i].column + "' is left out: '" + fields[best].column +
                       "' is the " + std::string(kind_name(kind)) + " already");
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
  InferredFields inferred;
  std::vector<std::vector<std::string>> samples;
  std::vector<std::size_t> filled;
  std::vector<std::size_t> unknown;
  for (const Column& column : table.columns()) {
    samples.push_back(sample_of(column));
    filled.push_back(samples.back().size());
    Field field{.column = column.name(), .kind = Kind::ignore};
    const bool excluded = std::find(never_compared.begin(), never_compared.end(), column.name()) !=
                          never_compared.end();
    if (!excluded && !samples.back().empty()) {
      const auto guessed = guess_kind(column.name());
      const auto kind = guessed ? std::optional(checked_kind(*guessed, samples.back()))
                                : kind_by_values(samples.back(), table.rows());
      if (!kind) {
        inferred.warnings.push_back(
            "column '" + column.name() +
            "' is left out: neither its name nor its values say what it is");
      }
      field.kind = kind.value_or(Kind::ignore);
      if (!guessed) unknown.push_back(inferred.fields.size());
    }
    if (is_date(field.kind)) field.date_order = order_of(samples.back());
    inferred.fields.push_back(std::move(field));
  }
  for (std::size_t i = 0; i < inferred.fields.size(); ++i) {
    Field& field = inferred.fields[i];
    if (field.kind == Kind::full_name && is_bare_name(field.column)) {
      field.kind = person_or_company(samples[i], inferred.fields);
    }
  }
  leave_out_weak(unknown, inferred.fields, inferred.warnings);
  for (const Kind single : {Kind::full_name, Kind::first_name, Kind::middle_name, Kind::last_name,
                            Kind::company, Kind::house_number, Kind::city, Kind::region,
                            Kind::postal_code, Kind::country, Kind::birth_date, Kind::created}) {
    keep_fullest(single, inferred.fields, filled, inferred.warnings);
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
    person = person || field.kind == Kind::full_name || field.kind == Kind::first_name ||
             field.kind == Kind::last_name;
    company = company || field.kind == Kind::company;
  }
  if (person) return company ? Preset::lead : Preset::person;
  return Preset::account;
}

}  // namespace galena::match
