// E-mail addresses, web sites, telephone numbers.
#include "galena/match/normalise.hpp"
#include "match/tables.hpp"
#include "match/text.hpp"

namespace galena::match {

namespace {

constexpr std::string_view kRoles[] = {"abuse",
                                       "accounting",
                                       "accounts",
                                       "admin",
                                       "administration",
                                       "administrator",
                                       "all",
                                       "anfrage",
                                       "billing",
                                       "booking",
                                       "bookings",
                                       "buero",
                                       "careers",
                                       "compras",
                                       "comercial",
                                       "commercial",
                                       "compliance",
                                       "contact",
                                       "contacto",
                                       "contato",
                                       "customerservice",
                                       "direction",
                                       "einkauf",
                                       "enquiries",
                                       "enquiry",
                                       "events",
                                       "export",
                                       "feedback",
                                       "finance",
                                       "hello",
                                       "help",
                                       "helpdesk",
                                       "hi",
                                       "hostmaster",
                                       "hr",
                                       "info",
                                       "information",
                                       "inquiries",
                                       "inquiry",
                                       "it",
                                       "jobs",
                                       "kontakt",
                                       "kundenservice",
                                       "legal",
                                       "mail",
                                       "mailbox",
                                       "marketing",
                                       "media",
                                       "news",
                                       "newsletter",
                                       "no-reply",
                                       "noreply",
                                       "office",
                                       "operations",
                                       "orders",
                                       "post",
                                       "postmaster",
                                       "praxis",
                                       "press",
                                       "presse",
                                       "privacy",
                                       "purchasing",
                                       "reception",
                                       "recruiting",
                                       "rezeption",
                                       "root",
                                       "sales",
                                       "sekretariat",
                                       "secretary",
                                       "service",
                                       "shop",
                                       "staff",
                                       "support",
                                       "team",
                                       "tech",
                                       "technik",
                                       "ventas",
                                       "verkauf",
                                       "vertrieb",
                                       "web",
                                       "webmaster",
                                       "welcome"};

bool is_role(std::string_view mailbox) {
  return std::find(std::begin(kRoles), std::end(kRoles), mailbox) != std::end(kRoles);
}

std::string_view usual_domain(std::string_view domain) {
  if (domain == "googlemail.com") return "gmail.com";
  if (domain == "me.com" || domain == "mac.com") return "icloud.com";
  if (domain == "pm.me" || domain == "protonmail.com") return "proton.me";
  if (domain == "ya.ru" || domain == "yandex.com") return "yandex.ru";
  return domain;
}

/// The address in "Name <address>", else the whole text.
std::string_view bare_address(std::string_view text) {
  const std::size_t open = text.rfind('<');
  const std::size_t close = text.rfind('>');
  if (open != std::string_view::npos && close != std::string_view::npos && open < close) {
    text = text.substr(open + 1, close - open - 1);
  }
  return text;
}

std::string_view without_scheme(std::string_view text) {
  while (text.starts_with("mailto:")) text.remove_prefix(7);
  return text;
}

/// Keeps what may stand in a mailbox or domain; white space and quotes go.
std::string printable(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) > 0x20 && c != '"' && c != 0x7F) out += c;
  }
  return out;
}

std::string without(std::string_view text, char unwanted) {
  std::string out;
  for (const char c : text) {
    if (c != unwanted) out += c;
  }
  return out;
}

/// Labels that registries use as a second level under country domains.
constexpr std::string_view kSecondLevel[] = {
    "ac",  "asn", "co",  "com", "edu", "go",  "gob", "gouv", "gov", "gv",  "id", "ind",
    "ltd", "me",  "mil", "ne",  "net", "nhs", "nom", "or",   "org", "plc", "sch"};
static_assert(std::is_sorted(std::begin(kSecondLevel), std::end(kSecondLevel)));

std::string registrable_domain(std::string_view host) {
  while (!host.empty() && host.back() == '.') host.remove_suffix(1);
  const bool all_host = std::all_of(host.begin(), host.end(), [](char c) {
    return is_ascii_alnum(c) || c == '-' || c == '.' || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
  });
  if (!all_host || host.starts_with('.') || host.find("..") != std::string_view::npos) return {};
  const std::size_t last = host.rfind('.');
  if (last == std::string_view::npos || last == 0) return {};
  const std::string_view top = host.substr(last + 1);
  const std::size_t second = host.rfind('.', last - 1);
  if (second == std::string_view::npos) return std::string(host);
  const bool country = top.size() == 2;
  if (country && is_one_of(host.substr(second + 1, last - second - 1), kSecondLevel) &&
      second > 0) {
    const std::size_t third = host.rfind('.', second - 1);
    return std::string(third == std::string_view::npos ? host : host.substr(third + 1));
  }
  return std::string(host.substr(second + 1));
}

}  // namespace

EmailAddress normalise_email(std::string_view text) {
  EmailAddress email;
  const std::string folded = printable(fold(text));
  const std::string_view whole = bare_address(folded);
  const std::size_t at = whole.rfind('@');
  std::string_view mailbox = without_scheme(whole.substr(0, at));
  std::string_view domain =
      at == std::string_view::npos ? std::string_view() : whole.substr(at + 1);
  while (domain.ends_with('.')) domain.remove_suffix(1);
  email.domain = usual_domain(domain);
  const std::size_t plus = mailbox.find('+');
  if (plus != std::string_view::npos && plus != 0) mailbox = mailbox.substr(0, plus);
  email.mailbox = email.domain == "gmail.com" ? without(mailbox, '.') : std::string(mailbox);
  email.mailbox = std::string(without_scheme(email.mailbox));
  email.registrable = registrable_domain(email.domain);
  email.role = is_role(email.mailbox);
  email.free_mail = tables::is_free_mail(email.domain) || tables::is_free_mail(email.registrable);
  if (!email.domain.empty() && !email.mailbox.empty()) {
    email.address = email.mailbox + "@" + email.domain;
  }
  return email;
}

std::string normalise_website(std::string_view text) {
  const std::string folded = printable(trim(fold(text)));
  std::string_view host = folded;
  if (const std::size_t scheme = host.find("://"); scheme != std::string_view::npos) {
    host.remove_prefix(scheme + 3);
  }
  host = host.substr(0, host.find_first_of("/?#"));
  if (const std::size_t at = host.rfind('@'); at != std::string_view::npos)
    host.remove_prefix(at + 1);
  host = host.substr(0, host.find(':'));
  return registrable_domain(host);
}

namespace {

/// Where "…ext. 12", "…x12", "…#12" has its extension: at the first mark after the digits of a
/// number ("Tel/Fax: 030 ..." has none before its x) and with digits after it.
std::size_t extension_start(std::string_view text) {
  constexpr std::string_view kMarks[] = {"extension", "durchwahl", "ext", "dw", "#", "x"};
  constexpr std::ptrdiff_t kFewestDigits = 5;
  std::size_t first = std::string_view::npos;
  for (const std::string_view mark : kMarks) {
    for (std::size_t at = text.find(mark); at < first; at = text.find(mark, at + 1)) {
      const std::string_view before = text.substr(0, at);
      if (std::count_if(before.begin(), before.end(), is_ascii_digit) < kFewestDigits) continue;
      if (has_digit(text.substr(at))) first = at;
      break;
    }
  }
  return first;
}

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (is_ascii_digit(c)) digits += c;
  }
  return digits;
}

/// Countries whose numbers begin with 0 as dialled from abroad too: Italy, San Marino, the Ivory
/// Coast, the Republic of the Congo (ITU-T E.164 national numbering plans).
bool keeps_zero(std::string_view country) {
  return country == "39" || country == "378" || country == "225" || country == "242";
}

/// The digits of a number that carries its country code. There a trunk prefix is only what is
/// written as "(0)".
std::string international_digits(std::string_view number) {
  std::string text(number);
  for (const std::string_view mark : {"(0)", "[0]"}) {
    const std::size_t at = text.find(mark);
    if (at == std::string::npos) continue;
    // What is before it is the country code, with or without 00.
    std::string before = digits_of(std::string_view(text).substr(0, at));
    if (before.starts_with("00")) before.erase(0, 2);
    if (!before.empty() && !keeps_zero(before)) text.erase(at, 3);
  }
  return digits_of(text);
}

/// Takes away what is dialled before the area code inside a country: 8 in Russia and Kazakhstan,
/// whose numbers have ten digits, 0 in most others.
std::string without_trunk_prefix(std::string digits, std::string_view country) {
  if (keeps_zero(country) || country == "1") return digits;
  if (country == "7") {
    if (digits.size() == 11 && digits[0] == '8') digits.erase(0, 1);
    return digits;
  }
  // Without a country nobody can tell an access code from a trunk prefix: no zero stays in front.
  while (digits.size() > 6 && digits[0] == '0') {
    digits.erase(0, 1);
    if (!country.empty()) break;
  }
  return digits;
}

/// Takes away the sign or access code that says a country code follows; false when there is none.
bool drop_access_code(bool plus, std::string& digits) {
  if (plus) return true;
  if (digits.starts_with("00") && digits.size() > 9) {
    digits.erase(0, 2);
    return true;
  }
  if (digits.starts_with("011") && digits.size() > 11) {
    digits.erase(0, 3);
    return true;
  }
  return false;
}

/// Eleven digits from 1 on are a North American number with its country code.
bool is_north_american(std::string_view digits) { return digits.size() == 11 && digits[0] == '1'; }

}  // namespace

PhoneNumber normalise_phone(std::string_view text, std::string_view default_country) {
  PhoneNumber phone;
  const std::string folded = fold(trim(text));
  const std::size_t extension = extension_start(folded);
  if (extension != std::string::npos) {
    phone.extension = digits_of(std::string_view(folded).substr(extension));
  }
  const std::string_view number = std::string_view(folded).substr(0, extension);
  const std::size_t first = number.find_first_of("+0123456789");
  const bool plus = first != std::string_view::npos && number[first] == '+';
  std::string digits = international_digits(number);
  const bool international = drop_access_code(plus, digits);
  if (international) phone.country = tables::calling_code_of(digits);
  if (!phone.country.empty()) {
    phone.national = digits.substr(phone.country.size());
  } else {
    // A country code that does not exist leaves the country open.
    if (!international) phone.country = tables::calling_code(default_country);
    phone.national =
        is_north_american(digits) ? digits : without_trunk_prefix(digits, phone.country);
    if (is_north_american(digits) || (phone.country.empty() && is_north_american(phone.national))) {
      phone.country = "1";
      phone.national.erase(0, 1);
    }
  }
  if (phone.national.find_first_not_of('0') == std::string::npos) phone.national.clear();
  return phone;
}

}  // namespace galena::match
