// E-mail addresses made from names, as companies and as people make them.
#include <algorithm>

#include "generator/people.hpp"

namespace galena::examples::generator {

namespace {

struct Slugs {
  std::string first;
  std::string last;
};

Slugs make_slugs(const Person& person) {
  const Language& language = catalogue().languages[person.language];
  Slugs slugs;
  append_slug(slugs.first, person.first_name, language.folding, language.code == "zh" ? '\0' : '-');
  std::string_view last = person.last_name;
  if (language.two_surnames) last = last.substr(0, last.find(' '));
  append_slug(slugs.last, last, language.folding, '\0');
  if (slugs.first.empty()) slugs.first = "x";
  if (slugs.last.empty()) slugs.last = "x";
  return slugs;
}

std::string local_part(const Slugs& name, MailStyle style) {
  switch (style) {
    case MailStyle::kFirstDotLast:
      return name.first + "." + name.last;
    case MailStyle::kInitialLast:
      return name.first.substr(0, 1) + name.last;
    case MailStyle::kFirst:
      return name.first;
    case MailStyle::kInitialDotLast:
      return name.first.substr(0, 1) + "." + name.last;
    case MailStyle::kLast:
      return name.last;
    case MailStyle::kFirstLast:
      return name.first + name.last;
    case MailStyle::kFirstInitial:
      return name.first + name.last.substr(0, 1);
  }
  return name.first;
}

void append_digits(std::string& out, Stream& stream, std::uint32_t count) {
  for (std::uint32_t i = 0; i < count; ++i) out += stream.digit();
}

// Free mail names are unique, so the more namesakes a person has, the more digits are needed.
void append_private_digits(std::string& out, Stream& stream, bool short_form,
                           std::uint64_t expected_thousandths) {
  if (expected_thousandths > 3'000) {
    append_digits(out, stream, 5);
  } else if (expected_thousandths > 30 || short_form) {
    append_digits(out, stream, 3 + stream.below(2));
  } else if (stream.chance(350)) {
    append_number(out, stream.chance(500) ? 55 + stream.below(45) : 1955 + stream.below(48));
  }
}

std::string make_private_mail(const Person& person, Stream& stream, std::uint64_t persons) {
  const Slugs name = make_slugs(person);
  const std::string& domain = catalogue().countries[person.country].free_mail.pick(stream);
  std::string mail;
  if (domain == "qq.com") {
    mail += static_cast<char>('1' + stream.below(9));
    append_digits(mail, stream, 7 + stream.below(3));
    return mail + "@" + domain;
  }
  const std::uint32_t draw = stream.below(100);
  const bool short_form = draw >= 66 && draw < 80;
  if (draw < 38) {
    mail = name.first + "." + name.last;
  } else if (draw < 58) {
    mail = name.first + name.last;
  } else if (draw < 66) {
    mail = name.last + "." + name.first;
  } else if (short_form) {
    mail = name.first.substr(0, 1) + name.last;
  } else if (draw < 90) {
    mail = name.first + "_" + name.last;
  } else {
    mail = name.last + name.first;
  }
  // About one in six speaks the same language.
  append_private_digits(mail, stream, short_form,
                        std::uint64_t{person.namesakes} * persons / 6'000);
  return mail + "@" + domain;
}

}  // namespace

std::string work_mail(const Person& person, const Company& company, MailStyle style) {
  std::string mail = local_part(make_slugs(person), style);
  // Large companies have namesakes and number them.
  const std::uint64_t number = mix_bits(person.number + 1) % (person.namesakes > 300 ? 60 : 12);
  if (company.big() && person.namesakes > 60 && number > 1) append_number(mail, number);
  return mail + "@" + company.domain;
}

std::string role_mail(const Company& company, Stream& stream) {
  const std::uint32_t draw = stream.below(100);
  const std::string_view role = draw < 62   ? "info"
                                : draw < 74 ? "office"
                                : draw < 84 ? "contact"
                                : draw < 94 ? "sales"
                                            : "mail";
  return std::string(role) + "@" + company.domain;
}

void People::set_mail(Person& person, bool private_mail_first) const {
  Stream stream(seed_, Purpose::kContactChannels, person.number);
  const bool role_only = person.company.employees < 50 && stream.chance(45);
  person.private_box = person.company.name.empty() || (private_mail_first && !role_only);
  person.mail = person.private_box ? private_mail(person)
                : role_only        ? role_mail(person.company, stream)
                                   : work_mail(person, person.company, person.company.mail);
}

std::string People::private_mail(const Person& person) const {
  Stream stream(seed_, Purpose::kContactChannels, person.number + (std::uint64_t{1} << 60));
  return make_private_mail(person, stream, persons_);
}

std::string People::other_private_mail(const Person& person) const {
  Stream stream(seed_, Purpose::kLaterLife, person.number * 4 + 2);
  const std::string first = private_mail(person);
  std::string mail;
  do {
    mail = make_private_mail(person, stream, persons_);
  } while (mail == first);
  return mail;
}

}  // namespace galena::examples::generator
