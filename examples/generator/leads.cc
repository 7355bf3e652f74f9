// The rows of a list of leads: who stands in a row, which system it comes from, what else it says.
#include <cmath>

#include "generator/history.hpp"
#include "generator/leadgen.hpp"
#include "generator/mistakes.hpp"

namespace galena::examples {

using namespace generator;

namespace {

constexpr std::uint64_t kMostRows = 100'000'000;
constexpr std::int64_t kFirstDay = 17897;  // 2019-01-01, days after 1970-01-01
constexpr std::uint64_t kDays = 6 * 365;

struct Date {
  std::int64_t year;
  std::int64_t month;
  std::int64_t day;
};

// Howard Hinnant, "chrono-compatible low-level date algorithms".
Date civil_date(std::int64_t days) {
  days += 719468;
  const std::int64_t era = days / 146097;
  const std::int64_t of_era = days - era * 146097;
  const std::int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const std::int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
  const std::int64_t shifted = (5 * of_year + 2) / 153;
  const std::int64_t month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {year + era * 400 + (month <= 2 ? 1 : 0), month, of_year - (153 * shifted + 2) / 5 + 1};
}

void append_instant(std::string& out, std::uint64_t day, Stream& stream) {
  const Date date = civil_date(kFirstDay + static_cast<std::int64_t>(day));
  const auto part = [&out](std::int64_t value, int digits, char behind) {
    append_padded(out, static_cast<std::uint64_t>(value), digits);
    out += behind;
  };
  part(date.year, 4, '-');
  part(date.month, 2, '-');
  part(date.day, 2, 'T');
  const std::uint32_t hour = stream.chance(850) ? stream.between(7, 18) : stream.below(24);
  part(hour, 2, ':');
  part(stream.below(60), 2, ':');
  part(stream.below(60), 2, 'Z');
}

Choice system_choice() {
  Choice systems;
  for (const auto& source : lead_systems()) systems.add(source.name, source.share);
  return systems;
}

// The texts of a source's lead sources, read once.
std::vector<Choice> source_choices() {
  std::vector<Choice> all;
  for (const auto& source : lead_systems()) all.emplace_back(source.lead_sources);
  return all;
}

const Choice& products() {
  static const Choice kProducts(
      "Sensors:26,Gateways:18,Controllers:16,Drives:12,Analytics Suite:14,Support "
      "Plan:8,Training:6");
  return kProducts;
}

void write_products(Stream& stream, std::string& out) {
  const std::size_t first = products().pick_index(stream);
  out = products()[first];
  if (!stream.chance(300)) return;
  const std::size_t second = products().pick_index(stream);
  if (second == first) return;
  out += ';';
  out += products()[second];
}

// New leads are open, old ones mostly closed.
void write_status(std::uint64_t day, const Source& source, Stream& stream, std::string& out) {
  static const Choice kFresh(
      "New:45,Contact attempted:30,Waiting for more information:12,Contact "
      "established:9,Nurture:2,Abandoned:2");
  static const Choice kRecent(
      "New:10,Contact attempted:26,Waiting for more information:12,Contact "
      "established:12,Qualified:8,Nurture:8,Converted:8,"
      "Treated:4,Passed to distribution:3,Abandoned:9");
  static const Choice kOld(
      "New:3,Contact attempted:3,Waiting for more "
      "information:2,Nurture:9,Converted:20,Treated:12,Passed to "
      "distribution:9,"
      "Abandoned:42");
  const std::uint64_t age = kDays - day;
  out = (age < 30 ? kFresh : age < 240 ? kRecent : kOld).pick(stream);
  std::string styled;
  if (stream.chance(source.upper_case / 3)) {
    append_upper(styled, out, false);
    out.swap(styled);
  } else if (stream.chance(source.lower_case)) {
    append_lower(styled, out, false);
    out.swap(styled);
  } else if (stream.chance(6)) {
    out.clear();
  }
}

void append_remark(std::string_view pattern, const Lead& lead, const Person& person, Stream& stream,
                   std::string& out) {
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    if (pattern[at] != '{') {
      out += pattern[at];
      continue;
    }
    switch (pattern[at + 1]) {
      case 'p':
        out += products().pick(stream);
        break;
      case 'n': {
        const std::uint32_t scale = stream.chance(300) ? 25 : 1;
        append_number(out, scale * stream.between(2, 14));
        break;
      }
      case 'c':
        out += lead.company.empty() ? std::string_view("ACME") : std::string_view(lead.company);
        break;
      default:
        out += person.first_name;
        break;
    }
    at += 2;
  }
}

void write_comments(const Person& person, Stream& stream, Lead& lead) {
  const auto& languages = catalogue().languages;
  const Language& language = languages[stream.chance(650) ? person.language : 0];
  const auto count = static_cast<std::uint32_t>(language.remarks.size());
  append_remark(language.remarks[stream.below(count)], lead, person, stream, lead.comments);
  if (stream.chance(120)) lead.comments += "  ";
}

void clear(Lead& lead) {
  for (const auto& column : kLeadColumns) (lead.*column.value).clear();
  lead.changes = 0;
}

}  // namespace

std::string check(const LeadgenOptions& options) {
  if (options.rows < 1 || options.rows > kMostRows) {
    return "rows must be from 1 to 100000000, not " + std::to_string(options.rows);
  }
  if (!(options.duplicates >= 0 && options.duplicates <= 0.5)) {
    return "duplicates must be a share from 0 to 0.5, not " + std::to_string(options.duplicates);
  }
  if (options.language != "mix" &&
      catalogue().language(options.language) == catalogue().languages.size()) {
    std::string message = "language must be mix";
    for (const auto& language : catalogue().languages) message += ", " + std::string(language.code);
    return message + "; not " + options.language;
  }
  return {};
}

struct LeadGenerator::State {
  State(const LeadgenOptions& options, std::uint64_t count)
      : rows(count),
        clusters(options.seed, count,
                 static_cast<std::uint64_t>(std::llround(options.duplicates * 1e6))),
        people(options.seed, options.language, clusters.persons()),
        true_ids(options.seed, Purpose::kIdentity, clusters.persons()),
        systems(system_choice()),
        lead_sources(source_choices()) {}

  std::uint64_t rows;
  Clusters clusters;
  People people;
  Permutation true_ids;
  Choice systems;
  std::vector<Choice> lead_sources;
  std::uint64_t next_row = 0;
};

LeadGenerator::LeadGenerator(const LeadgenOptions& options) {
  if (check(options).empty()) state_ = std::make_unique<State>(options, options.rows);
}

LeadGenerator::~LeadGenerator() = default;
LeadGenerator::LeadGenerator(LeadGenerator&&) noexcept = default;
LeadGenerator& LeadGenerator::operator=(LeadGenerator&&) noexcept = default;

std::uint64_t LeadGenerator::rows() const { return state_ ? state_->rows : 0; }
std::uint64_t LeadGenerator::persons() const { return state_ ? state_->clusters.persons() : 0; }

void LeadGenerator::make(std::uint64_t row, Lead& lead) const {
  const State& state = *state_;
  clear(lead);
  const Member member = state.clusters.at(row);
  // Kept from row to row for their memory alone.
  thread_local Person person;
  thread_local Situation situation;
  state.people.make(member.person, person);
  set_situation(state.people, person, member, situation);

  Stream stream(state.people.seed(), Purpose::kLead, row);
  const std::size_t system = state.systems.pick_index(stream);
  const Source& source = lead_systems()[system];
  const std::uint64_t day = row * kDays / state.rows;
  lead.id = "L";
  append_padded(lead.id, row + 1, 8);
  append_instant(lead.created, day, stream);
  lead.source = source.name;
  lead.lead_source = state.lead_sources[system].pick(stream);
  write_person(situation.facts, source, stream, lead);
  write_status(day, source, stream, lead.status);
  if (stream.chance(source.product)) write_products(stream, lead.product_interest);
  if (stream.chance(source.comments)) write_comments(person, stream, lead);

  lead.true_id = state.true_ids(member.person) + 1;
  lead.copy = member.copy;
  lead.changes |= situation.changes;
}

bool LeadGenerator::next(Lead& lead) {
  if (!state_ || state_->next_row >= state_->rows) return false;
  make(state_->next_row++, lead);
  return true;
}

}  // namespace galena::examples
