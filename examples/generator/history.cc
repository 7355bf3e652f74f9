#include "generator/history.hpp"

#include "generator/mistakes.hpp"

namespace galena::examples::generator {

namespace {

// One duplicate in three has another address.
constexpr std::uint32_t kOtherMailPerMille = 333;

MailReason draw_reason(Stream& stream) {
  const std::uint32_t draw = stream.below(100);
  return draw < 24   ? MailReason::kNewEmployer
         : draw < 58 ? MailReason::kOtherBox
         : draw < 74 ? MailReason::kOtherStyle
         : draw < 82 ? MailReason::kOtherDomain
         : draw < 92 ? MailReason::kSlip
                     : MailReason::kRole;
}

std::string with_slip(const std::string& mail, Stream& stream) {
  const std::size_t at = mail.find('@');
  std::string changed = mail;
  for (int i = 0; i < 20 && changed == mail; ++i) {
    std::string name = mail.substr(0, at);
    if (name.size() < 3 || stream.chance(250)) {
      std::string domain = mail.substr(at + 1);
      mistype(domain, stream);
      changed = name + "@" + domain;
    } else {
      mistype(name, stream);
      changed = name + mail.substr(at);
    }
  }
  return changed;
}

// "acme.de" -> "acme.com", "acme-group.com"
std::string with_other_domain(const std::string& mail, Stream& stream) {
  const std::size_t dot = mail.find('.', mail.find('@'));
  const std::string start = mail.substr(0, dot);
  const std::string end = mail.substr(dot);
  const std::uint32_t draw = stream.below(100);
  if (draw < 65) return start + (end == ".com" ? ".net" : ".com");
  return start + (draw < 85 ? "-group" : "online") + end;
}

// Somebody without an employer only has another private address.
std::string draw_other_mail(const People& people, const Person& person, MailReason reason,
                            Stream& stream) {
  const Company& company = person.company;
  const bool employed = !company.name.empty();
  switch (reason) {
    case MailReason::kOtherBox:
      if (!person.private_box) return people.private_mail(person);
      return employed ? work_mail(person, company, company.mail)
                      : people.other_private_mail(person);
    case MailReason::kOtherStyle:
      if (person.private_box) return people.other_private_mail(person);
      return work_mail(person, company,
                       company.mail == MailStyle::kFirstDotLast ? MailStyle::kInitialLast
                                                                : MailStyle::kFirstDotLast);
    case MailReason::kOtherDomain:
      return person.private_box ? people.other_private_mail(person)
                                : with_other_domain(person.mail, stream);
    case MailReason::kRole:
      return employed ? role_mail(company, stream) : person.mail;
    default:
      return person.mail;
  }
}

std::string other_mail(const People& people, const Person& person, MailReason reason,
                       Stream& stream) {
  const std::string mail = draw_other_mail(people, person, reason, stream);
  return mail == person.mail ? with_slip(mail, stream) : mail;
}

}  // namespace

Changes draw_changes(const People& people, std::uint64_t person, std::uint32_t copy) {
  Changes changes;
  if (copy == 0) return changes;
  Stream stream(people.seed(), Purpose::kPlan, person * 8 + copy);
  if (stream.chance(kOtherMailPerMille)) changes.mail = draw_reason(stream);
  const bool new_employer = changes.mail == MailReason::kNewEmployer;
  changes.married = stream.chance(12);
  changes.new_phone = stream.chance(110);
  changes.new_mobile = !new_employer && stream.chance(70);
  changes.moved_house = stream.chance(45);
  // Who goes to another company takes his mobile along, or nobody could tell.
  changes.keeps_mobile = new_employer && stream.chance(880);
  return changes;
}

namespace {

void take_new_job(const People& people, Situation& situation) {
  Facts& facts = situation.facts;
  const Person& person = *facts.person;
  people.next_employer(person, situation.employer);
  facts.company = &situation.employer;
  facts.place = &situation.employer.place;
  Stream line(people.seed(), Purpose::kLaterLife, person.number * 4 + 3);
  const Country& country = catalogue().countries[situation.employer.country];
  facts.land_line = make_direct_line(country, situation.employer.switchboard, line);
  facts.mail = work_mail(person, situation.employer, situation.employer.mail);
  situation.changes |= kNewEmployer | kOtherMail | kNewPhone;
}

void move_house(const Person& person, Stream& stream, Situation& situation) {
  const Country& country = catalogue().countries[person.country];
  make_place(country, catalogue().languages[person.company.language], stream, 300, situation.place);
  situation.facts.place = &situation.place;
  situation.changes |= kMovedHouse;
}

void change_phones(const Changes& changes, Stream& stream, Situation& situation) {
  Facts& facts = situation.facts;
  const Country& country = catalogue().countries[facts.person->country];
  if (changes.new_phone && changes.mail != MailReason::kNewEmployer) {
    facts.land_line = make_land_line(country, facts.land_line.area, stream);
    situation.changes |= kNewPhone;
  }
  if (changes.new_mobile) {
    facts.mobile = make_mobile(country, facts.place->area, stream);
    situation.changes |= kNewPhone;
  }
}

// The first row of a cluster has what the others are recognised by.
void remember_for_copies(const People& people, const Member& member, Facts& facts) {
  for (std::uint32_t copy = 1; copy < member.size; ++copy) {
    const Changes changes = draw_changes(people, member.person, copy);
    facts.knows_mail = facts.knows_mail || changes.mail != MailReason::kNone;
    facts.knows_mobile = facts.knows_mobile || changes.keeps_mobile;
  }
}

}  // namespace

void set_situation(const People& people, const Person& person, const Member& member,
                   Situation& situation) {
  Facts& facts = situation.facts;
  facts.knows_mail = false;
  facts.knows_mobile = false;
  facts.slips = 100;
  facts.person = &person;
  facts.company = &person.company;
  facts.place = &person.place;
  facts.last_name = person.last_name;
  facts.mail = person.mail;
  facts.land_line = person.land_line;
  facts.mobile = person.mobile;
  situation.changes = 0;
  if (member.copy == 0) {
    facts.slips = 30;
    remember_for_copies(people, member, facts);
    return;
  }
  const Changes changes = draw_changes(people, member.person, member.copy);
  Stream stream(people.seed(), Purpose::kPlan,
                (member.person * 8 + member.copy) ^ (std::uint64_t{1} << 60));
  facts.knows_mail = changes.mail != MailReason::kNone;
  facts.knows_mobile = changes.keeps_mobile;
  if (changes.mail == MailReason::kNewEmployer) {
    take_new_job(people, situation);
  } else if (changes.mail != MailReason::kNone) {
    facts.mail = other_mail(people, person, changes.mail, stream);
    situation.changes |= kOtherMail;
  }
  if (changes.married && person.female && facts.mail == person.mail) {
    facts.last_name = people.married_name(person);
    situation.changes |= kMarriedName;
  }
  if (changes.moved_house && facts.company == &person.company)
    move_house(person, stream, situation);
  change_phones(changes, stream, situation);
}

}  // namespace galena::examples::generator
