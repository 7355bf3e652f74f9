// E-mail addresses and web sites.
#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

#include "galena/match/normalise.hpp"
#include "match/byte_vector.hpp"
#include "match/normal_form.hpp"
#include "match/placeholder.hpp"
#include "match/tables.hpp"
#include "match/text.hpp"

namespace galena::match {

namespace {

/// The address in "Name <address>", else the whole text.
std::string_view bare_address(std::string_view text) {
  if (text.find('<') == std::string_view::npos) return text;
  const std::size_t open = text.rfind('<');
  const std::size_t close = text.rfind('>');
  if (close != std::string_view::npos && open < close) {
    text = text.substr(open + 1, close - open - 1);
  }
  return text;
}

/// What parts the addresses of a cell, beside white space.
constexpr std::string_view kBetweenAddresses = ";,|/";

/// The first address of a cell that has several: "ann@x.org; bob@y.org", "Ann <ann@x.org>, Bob
/// <bob@y.org>".
std::string_view first_address(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos) return text;
  const std::size_t open = text.rfind('<', at);
  const bool bracketed = open != std::string_view::npos;
  const std::size_t host = std::min(text.find_first_not_of(kSpace, at + 1), text.size());
  std::size_t end =
      std::min(text.find_first_of(kSpace, host), text.find_first_of(kBetweenAddresses, host));
  if (bracketed) end = std::min(end, text.find('>', host));
  if (end == std::string_view::npos || text.find('@', end) == std::string_view::npos) return text;
  return bracketed ? text.substr(open + 1, end - open - 1) : text.substr(0, end);
}

std::string_view without_scheme(std::string_view text) {
  while (text.starts_with("mailto:")) text.remove_prefix(7);
  return text;
}

constexpr bool is_unprintable(char c) {
  return static_cast<unsigned char>(c) <= 0x20 || c == '"' || c == 0x7F;
}

/// Takes out what may not stand in an address: white space, control characters, quotes.
void drop_unprintable(std::string& text) {
  unsigned any = 0;
  for (const char c : text) any |= is_unprintable(c) ? 1U : 0U;
  if (any != 0) std::erase_if(text, is_unprintable);
}

/// The text folded, without them.
void fold_printable(std::string_view text, std::string& out) {
  out.clear();
  fold_to(out, text);
  drop_unprintable(out);
}

/// The same of the first address of a cell.
void fold_first_address(std::string_view text, std::string& out) {
  out.clear();
  fold_to(out, text);
  const std::string_view first = first_address(out);
  const std::size_t size = first.size();
  out.erase(0, static_cast<std::size_t>(first.data() - out.data()));
  out.resize(size);
  drop_unprintable(out);
}

/// A desk, numbered or not: sales, sales2. Few letters and digits are initials.
bool is_role(std::string_view mailbox) {
  std::string_view name = mailbox;
  while (!name.empty() && is_ascii_digit(name.back())) name.remove_suffix(1);
  if (name.size() < mailbox.size() && name.size() < 4) return false;
  return tables::is_role_mailbox(name);
}

/// Labels that registries use as a second level under country domains.
constexpr std::string_view kSecondLevel[] = {
    "ac",  "asn", "co",  "com", "edu", "go",  "gob", "gouv", "gov", "gv",  "id", "ind",
    "ltd", "me",  "mil", "ne",  "net", "nhs", "nom", "or",   "org", "plc", "sch"};
static_assert(std::is_sorted(std::begin(kSecondLevel), std::end(kSecondLevel)));

/// What may stand in the name of a host: letters, digits, "-", "_" and whatever is not ASCII; and
/// dots.
enum HostByte : std::uint8_t { kNotInHost, kInHost, kDot };
constexpr std::array<HostByte, 256> kHostBytes = [] {
  std::array<HostByte, 256> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char c = static_cast<char>(static_cast<unsigned char>(i));
    const bool in_host = i >= 0x80 || is_ascii_alnum(c) || c == '-' || c == '_';
    bytes[i] = c == '.' ? kDot : in_host ? kInHost : kNotInHost;
  }
  return bytes;
}();

std::string_view registrable_domain(std::string_view host) {
  while (!host.empty() && host.back() == '.') host.remove_suffix(1);
  constexpr std::size_t kNone = std::string_view::npos;
  std::array<std::size_t, 3> dots = {kNone, kNone, kNone};  // the last ones, from behind
  std::size_t label = 0;                                    // where it begins
  bool is_host = true;
  for (std::size_t i = 0; i < host.size(); ++i) {
    const HostByte byte = kHostBytes[static_cast<unsigned char>(host[i])];
    is_host = is_host && byte != kNotInHost;
    if (byte != kDot) continue;
    is_host = is_host && i != label;
    label = i + 1;
    dots = {i, dots[0], dots[1]};
  }
  const auto [last, second, third] = dots;
  if (!is_host || last == kNone) return {};
  if (second == kNone) return host;
  const bool country = host.size() - last == 3;
  if (country && is_one_of(host.substr(second + 1, last - second - 1), kSecondLevel))
    return third == kNone ? host : host.substr(third + 1);
  return host.substr(second + 1);
}

/// The last "@" of an address, which has one most often.
std::size_t last_at(std::string_view address) {
  std::size_t last = address.find('@');
  for (std::size_t at = last; at != std::string_view::npos; at = address.find('@', at + 1))
    last = at;
  return last;
}

}  // namespace

bool EmailReader::Plain::read(std::string_view text) {
  if (text.size() > bytes_.size()) return false;
  bytes_.fill('-');  // behind the text nothing that would tell it is not plain
  std::copy(text.begin(), text.end(), bytes_.begin());
  bool plain = true;
  std::uint64_t signs = 0;
  dots_ = 0;
  for (std::size_t at = 0; at < text.size(); at += kVectorBytes) {
    const ByteVector bytes = lower_bytes(load_bytes(bytes_.data() + at));
    const ByteVector sign = bytes_equal(bytes, '@');
    const ByteVector told = bytes_between(bytes, 'a', 'z') | bytes_between(bytes, '0', '9') |
                            bytes_between(bytes, '-', '.') | bytes_equal(bytes, '_') | sign;
    store_bytes(bytes, bytes_.data() + at);
    plain = plain && is_all(told);
    signs |= bits_of(sign) << at;
    dots_ |= bits_of(bytes_equal(bytes, '.')) << at;
  }
  const bool one_sign = signs != 0 && (signs & (signs - 1)) == 0;
  if (!plain || !one_sign) return false;
  size_ = text.size();
  sign_ = static_cast<std::size_t>(std::countr_zero(signs));
  return sign_ + 1 < size_ && bytes_[size_ - 1] != '.';
}

std::string_view EmailReader::Plain::registrable() const {
  const std::uint64_t dots = dots_ >> sign_ >> 1;
  const bool one = dots != 0 && (dots & (dots - 1)) == 0;
  return one && dots != 1 ? domain() : registrable_domain(domain());
}

EmailReader::Parts EmailReader::read_any(std::string_view text) {
  fold_first_address(text, folded_);
  const std::string_view whole = bare_address(folded_);
  const std::size_t at = last_at(whole);
  std::string_view local = without_scheme(whole.substr(0, at));
  std::string_view host = at == std::string_view::npos ? std::string_view() : whole.substr(at + 1);
  while (!host.empty() &&
         (host.back() == '.' || kBetweenAddresses.find(host.back()) != std::string_view::npos))
    host.remove_suffix(1);
  const std::size_t plus = local.find('+');
  if (plus != std::string_view::npos && plus != 0) local = local.substr(0, plus);
  return {local, host};
}

/// Writes the address as its provider reads it.
void EmailReader::write(const Parts& parts, const tables::MailDomain& provider) {
  address_.clear();
  if (provider.ignored.empty()) {
    address_ = parts.mailbox;
  } else {
    for (const char c : parts.mailbox) {
      if (provider.ignored.find(c) == std::string_view::npos) address_ += c;
    }
    const std::size_t scheme = address_.size() - without_scheme(address_).size();
    address_.erase(0, scheme);
  }
  const std::size_t size = address_.size();
  address_ += '@';
  address_ += provider.usual.empty() ? parts.domain : provider.usual;
  const std::string_view written = address_;
  mailbox = written.substr(0, size);
  domain = written.substr(size + 1);
  address = mailbox.empty() || domain.empty() ? std::string_view() : written;
  registrable = registrable_domain(domain);
}

void EmailReader::read(std::string_view text) {
  const bool plain = plain_.read(text);
  const Parts parts = plain ? Parts{plain_.mailbox(), plain_.domain()} : read_any(text);
  const tables::MailDomain& provider = tables::mail_domain(parts.domain);
  if (plain && provider.usual.empty() && provider.ignored.empty()) {
    mailbox = parts.mailbox;
    domain = parts.domain;
    address = mailbox.empty() ? std::string_view() : plain_.address();
    registrable = plain_.registrable();
  } else {
    write(parts, provider);
  }
  if (is_placeholder_address(mailbox, registrable)) address = mailbox = domain = registrable = {};
  role = is_role(mailbox);
  free_mail = provider.free ||
              (registrable.size() != domain.size() && tables::mail_domain(registrable).free);
}

EmailAddress normalise_email(std::string_view text) {
  thread_local EmailReader reader;
  reader.read(text);
  return {.address = std::string(reader.address),
          .mailbox = std::string(reader.mailbox),
          .domain = std::string(reader.domain),
          .registrable = std::string(reader.registrable),
          .role = reader.role,
          .free_mail = reader.free_mail};
}

namespace {

/// "/acme" of "/acme/about?a=b", "/company/acme" of "/company/acme/jobs"; empty when there is none.
std::string_view page_of(std::string_view path) {
  path = path.substr(0, path.find_first_of("?#"));
  std::size_t end = path.find('/', 1);
  if (path.size() < 2 || end == 1) return {};
  const bool before = tables::is_before_page(path.substr(1, std::min(end, path.size()) - 1));
  if (before && end != std::string_view::npos && end + 1 < path.size())
    end = path.find('/', end + 1);
  return path.substr(0, end);
}

/// What tells whose site it is; `behind`: what follows the host at once.
std::string_view site_of(std::string_view host, std::string_view behind) {
  const bool is_number = host.find_first_not_of("0123456789.") == std::string_view::npos;
  if (is_number && std::count(host.begin(), host.end(), '.') == 3) return host;
  const std::string_view domain = registrable_domain(host);
  if (domain.empty()) return domain;
  if (host.starts_with("www.")) host.remove_prefix(4);
  const tables::SiteHost whole = tables::site_host(host);
  const std::string_view shared = whole != tables::SiteHost::none ? host : domain;
  switch (whole != tables::SiteHost::none ? whole : tables::site_host(domain)) {
    case tables::SiteHost::none:
      return domain;
    case tables::SiteHost::page: {
      const std::string_view page = page_of(behind);
      // The page stands behind the host in the same text.
      return page.empty() ? page : std::string_view(shared.data(), shared.size() + page.size());
    }
    case tables::SiteHost::host: {
      const std::size_t size = host.size() - std::min(host.size(), shared.size() + 1);
      if (size == 0 || !host.ends_with(shared)) return {};
      return host.substr(host.rfind('.', size - 1) + 1);
    }
  }
  return domain;
}

}  // namespace

std::string_view read_website(std::string_view text, std::string& folded) {
  fold_printable(text, folded);
  std::string_view host = folded;
  if (const std::size_t scheme = host.find("://"); scheme != std::string_view::npos) {
    host.remove_prefix(scheme + 3);
  }
  while (host.starts_with('/')) host.remove_prefix(1);  // "//acme.com"
  const std::size_t end = std::min(host.find_first_of("/?#"), host.size());
  std::string_view behind = host.substr(end);
  host = host.substr(0, end);
  if (const std::size_t at = host.rfind('@'); at != std::string_view::npos)
    host.remove_prefix(at + 1);
  if (const std::size_t port = host.find(':'); port != std::string_view::npos) {
    host = host.substr(0, port);
    behind = {};
  }
  return site_of(host, behind);
}

std::string normalise_website(std::string_view text) {
  thread_local std::string folded;
  return std::string(read_website(text, folded));
}

}  // namespace galena::match
