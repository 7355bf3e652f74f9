// Telephone numbers as people write them.
#include <iterator>

#include "generator/entry.hpp"

namespace galena::examples::generator {

namespace {

// Group lengths of a number of `size` digits; the last group takes the rest.
std::string_view groups_of(char kind, std::size_t size) {
  if (kind == '7') return size == 7 ? "322" : "33222";
  if (kind == '4')
    return size == 8 || size == 9 ? (size == 8 ? "44" : "54") : size == 7 ? "34" : "333";
  if (kind == '3') {
    return size == 8 ? "44" : size == 7 ? "34" : size == 10 ? "334" : size == 5 ? "5" : "3333";
  }
  return size % 2 == 0 ? "222222" : "322222";
}

void append_grouped(std::string_view digits, char kind, std::string_view between,
                    std::string& out) {
  std::size_t at = 0;
  for (const char length : groups_of(kind, digits.size())) {
    if (at >= digits.size()) break;
    if (at > 0) out += between;
    const auto count = static_cast<std::size_t>(length - '0');
    out += digits.substr(at, count);
    at += count;
  }
  if (at < digits.size()) out += digits.substr(at);
}

// Mobiles have no trunk prefix in these countries.
bool has_trunk(const Country& country, const Phone& phone) {
  return !(phone.mobile &&
           (country.calling == "86" || country.calling == "91" || country.calling == "52"));
}

void append_extension(const Phone& phone, Stream& stream, std::string& out) {
  static constexpr std::string_view kMarks[] = {" ext. ", " x", " x", " ext ", " Ext. ", "x", " #"};
  if (phone.extension.empty()) return;
  out += kMarks[stream.below(std::size(kMarks))];
  out += phone.extension;
}

void append_by_pattern(const Country& country, const Phone& phone, std::string_view pattern,
                       std::string& out) {
  const std::string number = phone.base + phone.direct;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    if (pattern[at] != '{') {
      out += pattern[at];
      continue;
    }
    const std::size_t end = pattern.find('}', at);
    switch (pattern[at + 1]) {
      case 'c':
        out += country.calling;
        break;
      case 't':
        out += has_trunk(country, phone) ? country.trunk : std::string_view();
        break;
      case 'a':
        out += phone.area;
        break;
      case 's':
        out += number;
        break;
      case 'b':
        out += phone.base;
        break;
      case 'e':
        out += phone.direct;
        break;
      default:
        append_grouped(number, pattern[at + 1], pattern.substr(at + 2, end - at - 2), out);
    }
    at = end;
  }
  if (!out.empty() && out.back() == '-') out.pop_back();  // a base without extension
}

}  // namespace

void append_phone(const Country& country, const Phone& phone, PhoneHabit habit, Stream& stream,
                  std::string& out) {
  if (habit == PhoneHabit::kInternational && stream.chance(750)) {
    append_by_pattern(country, phone, stream.chance(600) ? "+{c}{a}{s}" : "+{c} {a} {s}", out);
  } else if (habit == PhoneHabit::kPlain && stream.chance(600)) {
    append_by_pattern(country, phone, stream.chance(500) ? "{t}{a}{s}" : "{t}{a} {s}", out);
  } else {
    append_by_pattern(country, phone, country.phones.pick(stream), out);
  }
  append_extension(phone, stream, out);
}

}  // namespace galena::examples::generator
