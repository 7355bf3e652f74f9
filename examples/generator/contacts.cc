// The contacts that go with a list of leads.
#include <algorithm>
#include <cmath>

#include "generator/history.hpp"
#include "generator/leadgen.hpp"

namespace galena::examples {

using namespace generator;

namespace {

// One contact in four has another address than the leads of the person show.
constexpr std::uint32_t kOldMailPerMille = 250;

void copy_fields(Lead& lead, Contact& contact) {
  contact.salutation.swap(lead.salutation);
  contact.first_name.swap(lead.first_name);
  contact.last_name.swap(lead.last_name);
  contact.title.swap(lead.title);
  contact.account.swap(lead.company);
  contact.email.swap(lead.email);
  contact.phone.swap(lead.phone);
  contact.mobile.swap(lead.mobile);
  contact.street.swap(lead.street);
  contact.city.swap(lead.city);
  contact.region.swap(lead.region);
  contact.postal_code.swap(lead.postal_code);
  contact.country.swap(lead.country);
}

}  // namespace

struct ContactGenerator::State {
  explicit State(const LeadgenOptions& options)
      : clusters(options.seed, options.rows,
                 static_cast<std::uint64_t>(std::llround(options.duplicates * 1e6))),
        people(options.seed, options.language, clusters.persons()),
        true_ids(options.seed, Purpose::kIdentity, clusters.persons()),
        order(options.seed, Purpose::kContactOrder, clusters.persons()),
        rows(std::max<std::uint64_t>(1, options.rows / 10)) {}

  // Contacts alternate between persons of the list and others, whose numbers lie behind.
  std::uint64_t person(std::uint64_t row) const {
    return row % 2 == 0 ? order(row / 2) : clusters.persons() + row / 2;
  }

  Clusters clusters;
  People people;
  Permutation true_ids;
  Permutation order;
  std::uint64_t rows;
  std::uint64_t next_row = 0;
};

ContactGenerator::ContactGenerator(const LeadgenOptions& options) {
  if (check(options).empty()) state_ = std::make_unique<State>(options);
}

ContactGenerator::~ContactGenerator() = default;
ContactGenerator::ContactGenerator(ContactGenerator&&) noexcept = default;
ContactGenerator& ContactGenerator::operator=(ContactGenerator&&) noexcept = default;

std::uint64_t ContactGenerator::rows() const { return state_ ? state_->rows : 0; }

void ContactGenerator::make(std::uint64_t row, Contact& contact) const {
  const State& state = *state_;
  const std::uint64_t number = state.person(row);
  Person person;
  state.people.make(number, person);
  Situation situation;
  set_situation(state.people, person, Member{number, 0, 1}, situation);
  Stream stream(state.people.seed(), Purpose::kContact, row);
  if (stream.chance(kOldMailPerMille)) {
    const bool has_work_mail = person.private_box && !person.company.name.empty();
    situation.facts.mail = has_work_mail ? work_mail(person, person.company, person.company.mail)
                                         : state.people.private_mail(person);
  }
  Lead lead;
  write_person(situation.facts, contact_system(), stream, lead);
  copy_fields(lead, contact);
  contact.id = "C";
  append_padded(contact.id, row + 1, 8);
  contact.created = "20";
  append_padded(contact.created, 10 + stream.below(9), 2);
  contact.created += '-';
  append_padded(contact.created, 1 + stream.below(12), 2);
  contact.created += '-';
  append_padded(contact.created, 1 + stream.below(28), 2);
  contact.created += "T12:00:00Z";
  const bool listed = number < state.clusters.persons();
  contact.true_id = (listed ? state.true_ids(number) : number) + 1;
}

bool ContactGenerator::next(Contact& contact) {
  if (!state_ || state_->next_row >= state_->rows) return false;
  make(state_->next_row++, contact);
  return true;
}

}  // namespace galena::examples
