#include "generator/mistakes.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace galena::examples::generator {

namespace {

// The keys around each letter on an English keyboard, a to z.
constexpr std::array<std::string_view, 26> kNeighbours = {
    "qwsz",   "vghn",  "xdfv", "serfcx", "wsdr", "drtgvc", "ftyhbv", "gyujnb", "ujko",
    "huikmn", "jiolm", "kop",  "njk",    "bhjm", "iklp",   "ol",     "wa",     "edft",
    "awedxz", "rfgy",  "yhji", "cfgb",   "qase", "zsdc",   "tghu",   "asx"};

struct Swap {
  std::string_view from;
  std::string_view to;
};

constexpr std::array kSounds = std::to_array<Swap>(
    {{"ph", "f"},     {"ck", "k"},  {"ei", "ie"}, {"ie", "ei"}, {"th", "t"},    {"ss", "s"},
     {"tt", "t"},     {"nn", "n"},  {"ll", "l"},  {"mm", "m"},  {"rr", "r"},    {"sch", "sh"},
     {"dt", "t"},     {"ai", "ei"}, {"ey", "ei"}, {"ay", "ai"}, {"y", "i"},     {"c", "k"},
     {"k", "c"},      {"z", "s"},   {"v", "f"},   {"w", "v"},   {"oo", "u"},    {"ou", "u"},
     {"ee", "i"},     {"ea", "ee"}, {"er", "ar"}, {"en", "an"}, {"son", "sen"}, {"sen", "son"},
     {"man", "mann"}, {"f", "ff"},  {"t", "tt"},  {"s", "ss"},  {"l", "ll"}});

constexpr std::array kScans = std::to_array<Swap>({{"rn", "m"},
                                                   {"m", "rn"},
                                                   {"cl", "d"},
                                                   {"l", "1"},
                                                   {"o", "0"},
                                                   {"i", "l"},
                                                   {"l", "i"},
                                                   {"h", "b"},
                                                   {"e", "c"},
                                                   {"S", "5"},
                                                   {"B", "8"},
                                                   {"vv", "w"},
                                                   {"nn", "m"},
                                                   {"g", "q"},
                                                   {"u", "ii"},
                                                   {"t", "f"}});

template <std::size_t kSize>
bool swap_part(std::string& text, const std::array<Swap, kSize>& swaps, Stream& stream) {
  const std::size_t start = stream.below(static_cast<std::uint32_t>(kSize));
  for (std::size_t i = 0; i < kSize; ++i) {
    const Swap& swap = swaps[(start + i) % kSize];
    const std::size_t at = text.find(swap.from, 1);
    if (at == std::string::npos) continue;
    text.replace(at, swap.from.size(), swap.to);
    return true;
  }
  return false;
}

constexpr std::array kRewordings = std::to_array<Swap>({{" & ", " and "},
                                                        {" & ", " und "},
                                                        {" & ", "&"},
                                                        {" and ", " & "},
                                                        {" et ", " & "},
                                                        {" y ", " & "},
                                                        {"Gebr.", "Gebrüder"},
                                                        {"F.lli", "Fratelli"},
                                                        {"Brothers", "Bros."},
                                                        {"International", "Intl."},
                                                        {"Technologies", "Tech"},
                                                        {"Manufacturing", "Mfg"},
                                                        {"Services", "Svcs"},
                                                        {"Engineering", "Eng."},
                                                        {"Associates", "Assoc."},
                                                        {"Établissements", "Ets"},
                                                        {"Systems", "Sys"},
                                                        {"-", " "},
                                                        {"National", "Nat'l"}});

using Letters = std::vector<char32_t>;

bool is_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || c >= 0xC0;
}

void slip_at(Letters& letters, std::size_t at, std::uint32_t kind, Stream& stream) {
  const auto place = letters.begin() + static_cast<std::ptrdiff_t>(at);
  const char32_t c = letters[at];
  if (kind < 25) {
    letters.erase(place);
  } else if (kind < 48 && at + 1 < letters.size() && letters[at + 1] != c) {
    std::swap(letters[at], letters[at + 1]);
  } else if (kind < 62) {
    letters.insert(place, c);
  } else {
    const bool big = c >= U'A' && c <= U'Z';
    const bool known = big || (c >= U'a' && c <= U'z');
    const std::string_view keys = kNeighbours[known ? c - (big ? U'A' : U'a') : 0];
    const auto key =
        static_cast<char32_t>(keys[stream.below(static_cast<std::uint32_t>(keys.size()))]);
    const char32_t typed = big ? key - 32 : key;
    if (kind < 92) {
      letters[at] = typed;
    } else {
      letters.insert(place + 1, typed);
    }
  }
}

void slip(std::string& text, std::uint32_t kind, Stream& stream) {
  Letters letters;
  for (std::size_t at = 0; at < text.size();) letters.push_back(next_code_point(text, at));
  // The first letter is seldom wrong: people look at it.
  const std::uint32_t first = stream.chance(60) ? 0 : 1;
  const auto count = static_cast<std::uint32_t>(letters.size());
  for (int i = 0; i < 8; ++i) {
    const std::size_t at = first + stream.below(count - first);
    if (!is_letter(letters[at])) continue;
    slip_at(letters, at, kind, stream);
    break;
  }
  text.clear();
  for (const char32_t c : letters) append_code_point(text, c);
}

}  // namespace

void mistype(std::string& text, Stream& stream) {
  if (text.size() < 3) return;
  const std::uint32_t draw = stream.below(100);
  if (draw < 12 && swap_part(text, kSounds, stream)) return;
  if (draw >= 12 && draw < 18 && swap_part(text, kScans, stream)) return;
  slip(text, stream.below(100), stream);
}

void mistype_digits(std::string& text, Stream& stream) {
  std::vector<std::size_t> digits;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] >= '0' && text[i] <= '9') digits.push_back(i);
  }
  if (digits.size() < 3) return;
  const std::size_t which = 1 + stream.below(static_cast<std::uint32_t>(digits.size() - 2));
  const std::size_t at = digits[which];
  const std::size_t next = digits[which + 1];
  if (stream.chance(500) && text[at] != text[next]) {
    std::swap(text[at], text[next]);
  } else {
    text[at] =
        static_cast<char>('0' + (text[at] - '0' + 1 + static_cast<int>(stream.below(9))) % 10);
  }
}

void reword_company(std::string& name, Stream& stream) {
  const std::size_t start = stream.below(static_cast<std::uint32_t>(kRewordings.size()));
  for (std::size_t i = 0; i < kRewordings.size(); ++i) {
    const Swap& words = kRewordings[(start + i) % kRewordings.size()];
    const std::size_t at = name.find(words.from);
    if (at == std::string::npos) continue;
    name.replace(at, words.from.size(), words.to);
    return;
  }
}

std::string initials_of(std::string_view words) {
  std::string initials;
  bool start = true;
  for (const char c : words) {
    if (start && ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))) {
      initials += c >= 'a' ? static_cast<char>(c - 32) : c;
    }
    start = c == ' ' || c == '-';
  }
  return initials;
}

std::string without_last_word(std::string_view words) {
  std::size_t end = words.rfind(' ');
  if (end == std::string_view::npos) return std::string(words);
  while (end > 0 && (words[end - 1] == ' ' || words[end - 1] == '&')) --end;
  return std::string(words.substr(0, end));
}

std::string nickname(const Language& language, const std::string& first_name, Stream& stream) {
  const auto found = language.nicknames.find(first_name);
  if (found == language.nicknames.end()) return {};
  const auto count = static_cast<std::uint32_t>(found->second.size());
  return found->second[std::min(stream.below(count), stream.below(count))];
}

void abbreviate_street(std::string& street, const Language& language, Stream& stream) {
  const auto count = static_cast<std::uint32_t>(language.abbreviations.size());
  const std::uint32_t start = stream.below(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto& [whole, short_form] = language.abbreviations[(start + i) % count];
    const std::size_t at = street.find(whole);
    if (at == std::string::npos) continue;
    street.replace(at, whole.size(), short_form);
    return;
  }
}

std::string_view blank_word(Stream& stream) {
  static const Choice kWords(
      "N/A:20,n/"
      "a:18,-:14,unknown:8,none:7,NULL:6,.:5,x:4,--:4,null:3,?:4,Unknown:4,tbd:2,na:3,xxx:2,not "
      "provided:2");
  return kWords.pick(stream);
}

std::string_view blank_phone(Stream& stream) {
  static const Choice kPhones(
      "000-000-0000:3,0000000000:4,n/a:5,N/A:4,-:5,0:5,999-999-9999:2,1234567890:2,none:2,+49:1");
  return kPhones.pick(stream);
}

std::string_view blank_mail(Stream& stream) {
  static const Choice kMails(
      "none@none.com:3,noemail@noemail.com:4,test@test.com:2,n/a:5,no@email.com:2,N/"
      "A:3,-:3,unknown@unknown.com:2,na@na.com:2");
  return kMails.pick(stream);
}

}  // namespace galena::examples::generator
