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

/// The address in "Name <address>", else the whole text; without "mailto:".
std::string_view bare_address(std::string_view text) {
  const std::size_t open = text.rfind('<');
  const std::size_t close = text.rfind('>');
  if (open != std::string_view::npos && close != std::string_view::npos && open < close) {
    text = text.substr(open + 1, close - open - 1);
  }
  text = trim(text);
  if (text.starts_with("mailto:")) text.remove_prefix(7);
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
  const std::string folded = printable(bare_address(fold(text)));
  const std::size_t at = folded.rfind('@');
  const std::string_view whole = folded;
  std::string_view mailbox = whole.substr(0, at);
  if (at != std::string::npos) email.domain = usual_domain(whole.substr(at + 1));
  while (!email.domain.empty() && email.domain.back() == '.') email.domain.pop_back();
  const std::size_t plus = mailbox.find('+');
  if (plus != std::string_view::npos && plus != 0) mailbox = mailbox.substr(0, plus);
  email.mailbox = email.domain == "gmail.com" ? without(mailbox, '.') : std::string(mailbox);
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

/// Splits "…ext. 12", "…x12", "…#12" into number and extension digits.
std::size_t extension_start(std::string_view text) {
  constexpr std::string_view kMarks[] = {"extension", "durchwahl", "ext", "dw", "#", "x"};
  for (const std::string_view mark : kMarks) {
    const std::size_t at = text.find(mark);
    if (at != std::string_view::npos && at >= 5 && has_digit(text.substr(at))) return at;
  }
  return std::string_view::npos;
}

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (is_ascii_digit(c)) digits += c;
  }
  return digits;
}

/// "+49 (0) 30 ..." carries the trunk prefix in brackets: it is not part of the number.
std::string drop_bracketed_zero(std::string_view text) {
  std::string out(text);
  for (const std::string_view mark : {"(0)", "[0]"}) {
    if (const std::size_t at = out.find(mark); at != std::string::npos && at > 0) out.erase(at, 3);
  }
  return out;
}

/// Countries whose trunk prefix is not 0 dialled before the area code; Italy's 0 is part of it.
std::string drop_trunk_prefix(std::string digits, std::string_view country) {
  if (country == "39" || country == "378") return digits;
  const char trunk = country == "7" ? '8' : country == "1" ? '1' : '0';
  if (country == "1" ? digits.size() == 11 && digits[0] == trunk
                     : digits.size() > 6 && digits[0] == trunk) {
    digits.erase(0, 1);
  }
  return digits;
}

}  // namespace

PhoneNumber normalise_phone(std::string_view text, std::string_view default_country) {
  PhoneNumber phone;
  const std::string folded = drop_bracketed_zero(fold(trim(text)));
  const std::size_t extension = extension_start(folded);
  if (extension != std::string::npos) {
    phone.extension = digits_of(std::string_view(folded).substr(extension));
  }
  const std::string_view number = std::string_view(folded).substr(0, extension);
  std::string digits = digits_of(number);
  const std::size_t first = number.find_first_of("+0123456789");
  bool international = first != std::string_view::npos && number[first] == '+';
  if (!international && digits.starts_with("00") && digits.size() > 9) {
    digits.erase(0, 2);
    international = true;
  } else if (!international && digits.starts_with("011") && digits.size() > 11) {
    digits.erase(0, 3);
    international = true;
  }
  if (international) {
    phone.country = tables::calling_code_of(digits);
    digits.erase(0, phone.country.size());
  } else if (digits.size() == 11 && digits[0] == '1') {
    phone.country = "1";
  } else {
    phone.country = tables::calling_code(default_country);
  }
  phone.national = drop_trunk_prefix(std::move(digits), phone.country);
  if (phone.national.find_first_not_of('0') == std::string::npos) phone.national.clear();
  return phone;
}

}  // namespace galena::match
