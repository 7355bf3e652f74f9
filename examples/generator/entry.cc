#include "generator/entry.hpp"

#include <algorithm>
#include <array>

#include "generator/mistakes.hpp"
#include "generator/names.hpp"

namespace galena::examples::generator {

namespace {

// What happens to the values of one row, drawn once for all of them.
struct Manner {
  bool upper = false;
  bool lower = false;
  bool ascii = false;
  bool digraphs = false;  // "ue" for "ü", where the language has it
  bool misread = false;
};

Manner draw_manner(const Source& source, Stream& stream) {
  Manner manner;
  manner.upper = stream.chance(source.upper_case);
  manner.lower = !manner.upper && stream.chance(source.lower_case);
  manner.ascii = stream.chance(source.marks_lost);
  manner.digraphs = stream.chance(650);
  manner.misread = !manner.ascii && stream.chance(source.misread);
  return manner;
}

class Writer {
 public:
  Writer(const Facts& facts, const Source& source, Stream& stream, Lead& lead)
      : facts_(facts),
        source_(source),
        stream_(stream),
        lead_(lead),
        home_(catalogue().countries[facts.person->country]),
        country_(facts.company->name.empty() ? home_
                                             : catalogue().countries[facts.company->country]),
        person_language_(catalogue().languages[facts.person->language]),
        place_language_(catalogue().languages[facts.company->language]),
        manner_(draw_manner(source, stream)) {}

  void write() {
    write_names();
    write_title();
    write_company();
    write_mail();
    write_phones();
    write_address();
    write_firmographics();
    apply_manner();
    add_stray_blanks();
  }

 private:
  bool slips(std::uint32_t per_mille) { return stream_.chance(per_mille * facts_.slips / 100); }

  // A field that the system leaves out is empty, or holds a word that means so.
  bool fills(std::uint32_t per_mille, std::string& field) {
    if (stream_.chance(per_mille)) return true;
    if (stream_.chance(25)) field = blank_word(stream_);
    return false;
  }

  void mistype_text(std::string& text) {
    const std::string before = text;
    mistype(text, stream_);
    if (text != before) lead_.changes |= kMistyped;
  }

  void write_names();
  void vary_first_name();
  void write_title();
  void write_company();
  void vary_company(std::string& name);
  void write_mail();
  void write_phones();
  void write_address();
  void write_website();
  void write_firmographics();
  void apply_manner();
  void restyle(std::string& text, const Language& language);
  void add_stray_blanks();

  const Facts& facts_;
  const Source& source_;
  Stream& stream_;
  Lead& lead_;
  const Country& home_;     // of the mobile
  const Country& country_;  // of the address
  const Language& person_language_;
  const Language& place_language_;
  Manner manner_;
};

void Writer::vary_first_name() {
  std::string& first = lead_.first_name;
  const std::size_t joint = first.find_first_of("- ");
  if (slips(source_.nickname)) {
    if (const std::string short_form = nickname(person_language_, first, stream_);
        !short_form.empty()) {
      first = short_form;
      lead_.changes |= kNickname;
    }
  } else if (joint != std::string::npos && slips(350)) {
    first.resize(joint);
  } else if (slips(35) && static_cast<unsigned char>(first[0]) < 0x80) {
    first.resize(1);
    if (stream_.chance(600)) first += '.';
    lead_.changes |= kInitialOnly;
  } else if (person_language_.code == "en" && stream_.chance(60)) {
    first += ' ';
    first += facts_.person->middle_initial;
    if (stream_.chance(500)) first += '.';
  } else if (slips(55)) {
    mistype_text(first);
  }
}

void Writer::write_names() {
  const Person& person = *facts_.person;
  lead_.last_name = facts_.last_name;
  if (const std::size_t gap = lead_.last_name.find(' ');
      person_language_.two_surnames && gap != std::string::npos && slips(350)) {
    lead_.last_name.resize(gap);
  } else if (slips(60)) {
    mistype_text(lead_.last_name);
  }
  // Without an address a first name is all there is to go by.
  if (stream_.chance(source_.first_name) || !facts_.knows_mail) {
    lead_.first_name = person.first_name;
    vary_first_name();
  }
  if (!lead_.first_name.empty() && stream_.chance(source_.last_comma_first)) {
    lead_.last_name += ", " + lead_.first_name;
    lead_.first_name.clear();
  } else if (!lead_.first_name.empty() && slips(22)) {
    std::swap(lead_.first_name, lead_.last_name);
    lead_.changes |= kSwappedNames;
  }
  if (stream_.chance(source_.salutation)) {
    const Language& language = stream_.chance(700) ? place_language_ : catalogue().languages[0];
    lead_.salutation = (person.female ? language.madam : language.mister).pick(stream_);
  }
  if (!person.academic.empty() && stream_.chance(550)) {
    if (stream_.chance(500)) {
      lead_.salutation = person.academic;
    } else if (!lead_.first_name.empty()) {
      lead_.first_name.insert(0, std::string(person.academic) + " ");
    }
  }
}

void Writer::write_title() {
  if (facts_.person->title.empty() || !fills(source_.title, lead_.title)) return;
  const bool other_job = facts_.company != &facts_.person->company;
  if (other_job || slips(120)) {
    const Language& language = stream_.chance(600) ? place_language_ : catalogue().languages[0];
    append_title(language, facts_.person->female, stream_, lead_.title);
  } else {
    lead_.title = facts_.person->title;
  }
}

void Writer::vary_company(std::string& name) {
  const std::uint32_t draw = stream_.below(100);
  const std::string before = name;
  if (draw < 38) {
    reword_company(name, stream_);
  } else if (draw < 63) {
    name = without_last_word(name);
  } else if (draw < 72) {
    if (const std::string initials = initials_of(name); initials.size() >= 3) name = initials;
  } else if (draw < 86) {
    name += ' ';
    name += stream_.chance(500) ? country_.name : std::string_view("Group");
  } else {
    mistype_text(name);
  }
  if (name != before) lead_.changes |= kCompanyChanged;
}

void Writer::write_company() {
  const Company& company = *facts_.company;
  std::string& out = lead_.company;
  if (company.name.empty()) {
    static const Choice kNone(
        "private:4,Privat:3,self:3,Self-employed:5,n/"
        "a:5,none:4,-:3,Home:2,personal:3,Freelancer:3");
    const std::uint32_t draw = stream_.below(100);
    if (draw < 25) {
      out = kNone.pick(stream_);
    } else if (draw < 40) {
      out = facts_.person->first_name + " " + facts_.last_name;
    }
    return;
  }
  if (!fills(source_.company, out)) return;
  out = company.name;
  if (slips(130)) vary_company(out);
  if (company.legal_form.empty() || stream_.chance(source_.drops_legal_form)) return;
  const bool american = country_.code == "US" || country_.code == "CA";
  out += american && stream_.chance(350) ? ", " : " ";
  if (slips(100)) {
    out += country_.legal_forms.pick(stream_);  // nobody knows it by heart
  } else {
    out += company.legal_form;
  }
  if (out.back() == ' ') out.pop_back();
}

void Writer::write_mail() {
  if (!facts_.knows_mail && !stream_.chance(source_.email)) {
    if (stream_.chance(40)) lead_.email = blank_mail(stream_);
    return;
  }
  lead_.email = facts_.mail;
  if (manner_.upper && stream_.chance(450)) {
    std::string upper;
    append_upper(upper, lead_.email, false);
    lead_.email = upper;
  } else if (stream_.chance(35)) {
    lead_.email[0] = lead_.email[0] >= 'a' && lead_.email[0] <= 'z'
                         ? static_cast<char>(lead_.email[0] - 32)
                         : lead_.email[0];
  } else if (stream_.chance(4)) {
    lead_.email = lead_.first_name + " " + lead_.last_name + " <" + lead_.email + ">";
  }
}

void Writer::write_phones() {
  const bool home = facts_.company->name.empty();
  if (!stream_.chance(source_.phone)) {
    if (stream_.chance(25)) lead_.phone = blank_phone(stream_);
  } else if (home && !facts_.person->shared_line && stream_.chance(600)) {
    append_phone(home_, facts_.mobile, source_.phone_habit, stream_, lead_.phone);
  } else {
    append_phone(country_, facts_.land_line, source_.phone_habit, stream_, lead_.phone);
    if (slips(25)) mistype_digits(lead_.phone, stream_);
  }
  if (facts_.knows_mobile || stream_.chance(source_.mobile)) {
    append_phone(home_, facts_.mobile, source_.phone_habit, stream_, lead_.mobile);
    // Some write the mobile where the land line belongs.
    if (lead_.phone.empty() && stream_.chance(350)) lead_.phone.swap(lead_.mobile);
  }
}

void Writer::write_address() {
  const Place& place = *facts_.place;
  if (fills(source_.street, lead_.street)) {
    lead_.street = place.street;
    if (stream_.chance(source_.abbreviates))
      abbreviate_street(lead_.street, place_language_, stream_);
    if (slips(55)) mistype_text(lead_.street);
  }
  if (fills(source_.city, lead_.city)) {
    lead_.city = !place.other_city.empty() && stream_.chance(170) ? std::string(place.other_city)
                                                                  : place.city;
    if (slips(30)) mistype_text(lead_.city);
  }
  if (stream_.chance(source_.region)) lead_.region = place.region;
  if (stream_.chance(source_.postal_code)) {
    lead_.postal_code = place.postal;
    if (slips(15)) mistype_digits(lead_.postal_code, stream_);
    const std::size_t gap = lead_.postal_code.find(' ');
    if (gap != std::string::npos && stream_.chance(150)) lead_.postal_code.erase(gap, 1);
    // Programs that take codes for numbers lose the leading zero.
    if (lead_.postal_code[0] == '0' && stream_.chance(90)) lead_.postal_code.erase(0, 1);
  }
  if (!fills(source_.country, lead_.country)) return;
  if (source_.country_spelling == Spelling::kCode && stream_.chance(850)) {
    lead_.country = country_.code;
  } else if (source_.country_spelling == Spelling::kEnglish && stream_.chance(850)) {
    lead_.country = country_.name;
  } else {
    lead_.country = country_.spellings.pick(stream_);
  }
}

void Writer::write_website() {
  const std::uint32_t draw = stream_.below(100);
  lead_.website = draw < 45   ? "www."
                  : draw < 62 ? "http://www."
                  : draw < 76 ? "https://www."
                  : draw < 82 ? "https://"
                              : "";
  lead_.website += facts_.company->domain;
  if (draw >= 45 && draw < 82 && stream_.chance(400)) lead_.website += '/';
}

std::uint64_t rounded(std::uint64_t value, std::uint64_t step) {
  return std::max(value / step, std::uint64_t{1}) * step;
}

void Writer::write_firmographics() {
  const Company& company = *facts_.company;
  if (company.name.empty()) return;
  if (stream_.chance(source_.website)) write_website();
  if (fills(source_.industry, lead_.industry)) lead_.industry = company.industry;
  // Systems disagree about sizes: some have old figures, some round.
  std::uint64_t per_cent = 100;
  if (stream_.chance(250)) per_cent = stream_.between(70, 135);
  if (stream_.chance(source_.employees)) {
    std::uint64_t count = rounded(company.employees * per_cent / 100, 1);
    if (count > 30 && stream_.chance(500))
      count = rounded(count, count > 2000 ? 500 : count > 200 ? 50 : 10);
    append_number(lead_.employees, count);
  }
  if (stream_.chance(source_.revenue)) {
    append_number(lead_.annual_revenue, rounded(company.revenue * per_cent / 100, 1000));
  }
}

void Writer::restyle(std::string& text, const Language& language) {
  if (text.empty()) return;
  std::string styled;
  if (!is_ascii(text)) {
    if (manner_.ascii) {
      append_ascii(styled, text, manner_.digraphs ? language.folding : Folding::kStrip);
      text.swap(styled);
      lead_.changes |= kMarksLost;
    } else if (manner_.misread) {
      text = misread(text);
      return;
    }
  }
  styled.clear();
  if (manner_.upper) {
    append_upper(styled, text, language.turkish && !manner_.ascii);
    text.swap(styled);
  } else if (manner_.lower) {
    append_lower(styled, text, language.turkish && !manner_.ascii);
    text.swap(styled);
  }
}

void Writer::apply_manner() {
  restyle(lead_.first_name, person_language_);
  restyle(lead_.last_name, person_language_);
  restyle(lead_.company, place_language_);
  restyle(lead_.street, place_language_);
  restyle(lead_.city, place_language_);
}

// Blanks before, behind and doubled, as pasting and fixed columns leave them.
void Writer::add_stray_blanks() {
  static constexpr std::array kFields =
      std::to_array<std::string Lead::*>({&Lead::first_name, &Lead::last_name, &Lead::company,
                                          &Lead::email, &Lead::phone, &Lead::city, &Lead::title});
  for (const auto field : kFields) {
    std::string& text = lead_.*field;
    if (text.empty() || !stream_.chance(16)) continue;
    const std::uint32_t draw = stream_.below(100);
    const std::size_t gap = text.find(' ');
    if (draw < 55 || (draw >= 80 && gap == std::string::npos)) {
      text += ' ';
    } else if (draw < 80) {
      text.insert(0, 1, ' ');
    } else if (draw < 94) {
      text.insert(gap, 1, ' ');
    } else {
      text.replace(gap, 1, "\u00A0");
    }
  }
}

}  // namespace

void write_person(const Facts& facts, const Source& source, Stream& stream, Lead& lead) {
  Writer(facts, source, stream, lead).write();
}

}  // namespace galena::examples::generator
