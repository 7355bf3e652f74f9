#pragma once

// Lead lists as companies have them, made from a seed: persons of many countries with names by
// real frequency, employers, colleagues and families, entered through seven systems with habits of
// their own, one row in ten a duplicate of another. The same options give the same bytes on every
// machine.
//
//   galena::examples::LeadGenerator leads({.rows = 100'000, .seed = 7});
//   for (galena::examples::Lead lead; leads.next(lead);) use(lead);
//
// Every row follows from (seed, row) alone, so rows can be made in any order and by any number of
// threads, and no memory grows with their number. Which rows are one person is known:
// `Lead::true_id`. Nothing that looks for duplicates may read it.

#include <array>
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace galena::examples {

struct LeadgenOptions {
  /// 1 to 100,000,000. Another number of rows is another list, not a longer one.
  std::uint64_t rows = 1000;
  std::uint64_t seed = 1;
  /// Share of rows beyond the first of their person, 0 to 0.5. They form clusters of 2 to 6 rows.
  double duplicates = 0.10;
  /// "mix", or names and countries of one language: en, de, fr, es, it, pl, tr, hi, zh, sv, da,
  /// no, fi, nl, pt.
  std::string language = "mix";
};

/// What is wrong with the options, for a person to read; empty when nothing is.
std::string check(const LeadgenOptions& options);

/// How a row differs from what its person is and was called at first: bits of Lead::changes.
enum LeadChange : std::uint32_t {
  kOtherMail = 1u << 0,       ///< another address than the first row of the person
  kNewEmployer = 1u << 1,     ///< another company, and with it address and land line
  kMarriedName = 1u << 2,     ///< another surname
  kNickname = 1u << 3,        ///< "Bill" for "William"
  kSwappedNames = 1u << 4,    ///< first name and surname in each other's place
  kMistyped = 1u << 5,        ///< a slip in a name, the company, the street or the city
  kNewPhone = 1u << 6,        ///< another land line or mobile
  kMovedHouse = 1u << 7,      ///< another address at the same company, or another home
  kInitialOnly = 1u << 8,     ///< "W." for "William"
  kCompanyChanged = 1u << 9,  ///< the company's name shortened or spelt out
  kMarksLost = 1u << 10,      ///< "Muller" or "Mueller" for "Müller"
};

/// One row. All texts are valid UTF-8; what is not known is empty, or what people write then.
struct Lead {
  std::string id;       // unique
  std::string created;  // 2023-04-05T06:07:08Z
  std::string source;   // the system that the row comes from
  std::string salutation;
  std::string first_name;
  std::string last_name;
  std::string title;
  std::string company;
  std::string email;
  std::string phone;
  std::string mobile;
  std::string website;
  std::string street;
  std::string city;
  std::string region;
  std::string postal_code;
  std::string country;
  std::string industry;
  std::string employees;       // digits or empty
  std::string annual_revenue;  // digits or empty
  std::string lead_source;
  std::string status;
  std::string product_interest;  // separated by ";"
  std::string comments;

  std::uint64_t true_id = 0;  // the person: the same number in each of the person's rows
  std::uint32_t copy = 0;     // 0 for one row of each person; not a column
  std::uint32_t changes = 0;  // LeadChange bits; not a column
};

struct LeadColumn {
  std::string_view name;
  std::string Lead::*value;
};

/// The text columns in the order of the file; the column `true_id` stands behind them.
inline constexpr std::array<LeadColumn, 24> kLeadColumns = {{
    {"id", &Lead::id},
    {"created", &Lead::created},
    {"source", &Lead::source},
    {"salutation", &Lead::salutation},
    {"first_name", &Lead::first_name},
    {"last_name", &Lead::last_name},
    {"title", &Lead::title},
    {"company", &Lead::company},
    {"email", &Lead::email},
    {"phone", &Lead::phone},
    {"mobile", &Lead::mobile},
    {"website", &Lead::website},
    {"street", &Lead::street},
    {"city", &Lead::city},
    {"region", &Lead::region},
    {"postal_code", &Lead::postal_code},
    {"country", &Lead::country},
    {"industry", &Lead::industry},
    {"employees", &Lead::employees},
    {"annual_revenue", &Lead::annual_revenue},
    {"lead_source", &Lead::lead_source},
    {"status", &Lead::status},
    {"product_interest", &Lead::product_interest},
    {"comments", &Lead::comments},
}};

/// Makes leads. `make` is safe from many threads; `next` is not.
class LeadGenerator {
 public:
  /// With options that `check` finds fault with the list is empty.
  explicit LeadGenerator(const LeadgenOptions& options);
  ~LeadGenerator();
  LeadGenerator(LeadGenerator&&) noexcept;
  LeadGenerator& operator=(LeadGenerator&&) noexcept;

  std::uint64_t rows() const;
  /// How many persons the rows stand for.
  std::uint64_t persons() const;

  /// The row with that number, 0 to rows() - 1, in constant time. Reuses the strings of `lead`.
  void make(std::uint64_t row, Lead& lead) const;

  /// The next row in order; false behind the last.
  bool next(Lead& lead);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// A person in the address book of a CRM: cleaner than a lead, not always up to date.
struct Contact {
  std::string id;
  std::string created;
  std::string salutation;
  std::string first_name;
  std::string last_name;
  std::string title;
  std::string account;
  std::string email;
  std::string phone;
  std::string mobile;
  std::string street;
  std::string city;
  std::string region;
  std::string postal_code;
  std::string country;

  std::uint64_t true_id = 0;  // as in Lead
};

struct ContactColumn {
  std::string_view name;
  std::string Contact::*value;
};

inline constexpr std::array<ContactColumn, 15> kContactColumns = {{
    {"id", &Contact::id},
    {"created", &Contact::created},
    {"salutation", &Contact::salutation},
    {"first_name", &Contact::first_name},
    {"last_name", &Contact::last_name},
    {"title", &Contact::title},
    {"account", &Contact::account},
    {"email", &Contact::email},
    {"phone", &Contact::phone},
    {"mobile", &Contact::mobile},
    {"street", &Contact::street},
    {"city", &Contact::city},
    {"region", &Contact::region},
    {"postal_code", &Contact::postal_code},
    {"country", &Contact::country},
}};

/// Makes the contacts that go with a list of leads: one for ten rows, at least one. Half of them
/// are persons of the list, the others their colleagues, relatives and strangers.
class ContactGenerator {
 public:
  explicit ContactGenerator(const LeadgenOptions& options);
  ~ContactGenerator();
  ContactGenerator(ContactGenerator&&) noexcept;
  ContactGenerator& operator=(ContactGenerator&&) noexcept;

  std::uint64_t rows() const;
  void make(std::uint64_t row, Contact& contact) const;
  bool next(Contact& contact);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// A column of texts in one buffer: text i is bytes offsets[i] to offsets[i + 1].
struct TextColumn {
  std::string name;
  std::string bytes;
  std::vector<std::uint64_t> offsets{0};

  std::size_t size() const { return offsets.size() - 1; }
  std::string_view operator[](std::size_t row) const {
    return std::string_view(bytes).substr(offsets[row], offsets[row + 1] - offsets[row]);
  }
};

struct LeadColumns {
  std::vector<TextColumn> columns;
  std::vector<std::uint64_t> true_id;
};

/// A whole list by columns, for measurements: all columns, or those named. Unknown names give
/// columns of empty texts. About 250 bytes a row for all.
LeadColumns make_lead_columns(const LeadgenOptions& options,
                              std::span<const std::string_view> names = {});

/// CSV by RFC 4180 with LF line ends, quotes only where needed; the last column is `true_id`.
void append_lead_header(std::string& out);
void append_lead_row(std::string& out, const Lead& lead);
void append_contact_header(std::string& out);
void append_contact_row(std::string& out, const Contact& contact);

/// Writes all rows with a header; false when the stream fails. Memory does not grow with the rows.
bool write_leads(std::ostream& out, const LeadgenOptions& options);
bool write_contacts(std::ostream& out, const LeadgenOptions& options);

}  // namespace galena::examples
