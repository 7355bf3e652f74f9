#include "galena/record/formats.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "galena/base/utf8.hpp"
#include "galena/record/email.hpp"
#include "record/domain_name.hpp"

namespace galena {
namespace {

constexpr std::size_t kShown = 80;  // of a value in a message, in bytes

std::string shown(std::string_view value) {
  std::size_t end = 0;
  while (end < value.size() && end < kShown) detail::next_character(value, end);
  return "'" + std::string(value.substr(0, end)) + (end < value.size() ? "...'" : "'");
}

Problem bad(std::string detail, std::string_view value, std::string_view what, std::string hint) {
  return {Code::invalid_argument, std::move(detail), "", shown(value) + " " + std::string(what),
          std::move(hint)};
}

/// The number before an extension; nothing when there is an extension marker without digits.
std::optional<std::string_view> without_extension(std::string_view phone) {
  const auto marker = phone.find_first_of("xX#eE;");
  if (marker == std::string_view::npos) return phone;
  std::string folded = fold_case(phone.substr(marker));
  std::string_view rest = folded;
  for (const std::string_view word : {"extension", "ext.", ";ext=", "ext", "x.", "x", "#"}) {
    if (!rest.starts_with(word)) continue;
    rest.remove_prefix(word.size());
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    constexpr std::size_t kLongestExtension = 8;
    if (rest.empty() || rest.size() > kLongestExtension) return std::nullopt;
    if (!std::all_of(rest.begin(), rest.end(), detail::is_digit)) return std::nullopt;
    return phone.substr(0, marker);
  }
  return std::nullopt;
}

bool is_phone(std::string_view phone) {
  const auto number = without_extension(phone);
  if (!number) return false;
  constexpr int kFewest = 3;
  constexpr int kMost = 15;  // E.164
  int digits = 0;
  for (const char c : *number) {
    if (detail::is_digit(c)) {
      ++digits;
    } else if (c == '+') {
      if (digits > 0) return false;
    } else if (std::string_view(" -./()").find(c) == std::string_view::npos) {
      return false;
    }
  }
  return digits >= kFewest && digits <= kMost &&
         std::count(number->begin(), number->end(), '+') <= 1;
}

bool is_port(std::string_view port) {
  return !port.empty() && port.size() <= 5 &&
         std::all_of(port.begin(), port.end(), detail::is_digit);
}

bool is_url(std::string_view url) {
  for (std::size_t position = 0; position < url.size();) {
    if (!detail::is_address_character(detail::next_character(url, position))) return false;
  }
  if (const auto scheme = url.find("://"); scheme != std::string_view::npos) {
    const std::string folded = fold_case(url.substr(0, scheme));
    if (folded == "http" || folded == "https") url.remove_prefix(scheme + 3);
  }
  std::string_view host = url.substr(0, url.find_first_of("/?#"));
  if (const auto port = host.find(':'); port != std::string_view::npos) {
    if (!is_port(host.substr(port + 1))) return false;
    host = host.substr(0, port);
  }
  if (host.ends_with('.')) host.remove_suffix(1);  // a fully qualified name
  if (detail::is_ipv4(host)) return true;
  if (host.find('.') == std::string_view::npos || detail::find_bad_domain(host)) return false;
  const auto top = host.substr(host.rfind('.') + 1);  // no top level domain is a number
  return !std::all_of(top.begin(), top.end(), detail::is_digit);
}

}  // namespace

Result<void> check_phone(std::string_view phone) {
  if (is_phone(phone)) return {};
  return bad("bad_phone", phone, "is no phone number",
             "write digits with the country code, such as +49 30 901820");
}

Result<void> check_url(std::string_view url) {
  if (is_url(url)) return {};
  return bad("bad_url", url, "is no web address", "write it as https://www.example.org");
}

Problems check_formats(const RowView& row, const Schema& schema) {
  Problems problems;
  for (std::uint32_t i = 0; i < schema.size(); ++i) {
    const Field& field = schema[i];
    const ValueView value = row[i];
    if (value.is_blank() || value.kind() != ValueKind::text) continue;
    Result<void> checked;
    if (field.type == FieldType::email) checked = check_email(value.text());
    if (field.type == FieldType::phone) checked = check_phone(value.text());
    if (field.type == FieldType::url) checked = check_url(value.text());
    for (Problem problem : checked.problems()) {
      problem.subject = field.name;
      problems.add(std::move(problem));
    }
  }
  return problems;
}

}  // namespace galena
