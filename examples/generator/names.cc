#include "generator/names.hpp"

#include <algorithm>

namespace galena::examples::generator {

namespace {

constexpr std::uint32_t kMillion = 1'000'000;

// Bearers of one composed name, about: only their order of size matters.
constexpr std::uint32_t kRareSurname = 20;
constexpr std::uint32_t kRareFirstName = 200;

bool ends_with(std::string_view text, std::string_view ending) {
  return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}

// "Kowalski" -> "Kowalska" from position `start` on.
void give_female_ending(std::string& name, std::size_t start) {
  if (!ends_with(std::string_view(name).substr(start), "ki")) return;
  name.back() = 'a';
}

// Skewed towards the front of the list, so that some composed names are less rare than others.
std::size_t skewed(Stream& stream, std::size_t size) {
  const auto limit = static_cast<std::uint32_t>(size);
  return std::min(stream.below(limit), stream.below(limit));
}

char last_letter(const std::string& text) { return text.empty() ? ' ' : text.back(); }

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

void append_rare_surname(const Language& language, Stream& stream, std::string& out) {
  if (language.stems.empty()) {
    const auto any = stream.below(static_cast<std::uint32_t>(language.surnames.size()));
    out += language.surnames[any];
    return;
  }
  append_stem(language, stream, out);
  const std::string& ending = language.endings[skewed(stream, language.endings.size())];
  // No vowel twice and no letter three times where the parts meet.
  if (is_vowel(last_letter(out)) && last_letter(out) == ending[0]) out.pop_back();
  out += ending;
}

std::uint32_t append_surname(const Language& language, Stream& stream, bool female,
                             std::string& out) {
  const std::size_t start = out.size();
  const std::uint32_t number = stream.below(kMillion);
  std::uint32_t bearers = kRareSurname;
  if (number < language.surnames.total()) {
    const std::size_t index = language.surnames.find(number);
    out += language.surnames[index];
    bearers = language.surnames.weight(index);
  } else {
    append_rare_surname(language, stream, out);
  }
  if (female && language.women_change_ending) give_female_ending(out, start);
  return bearers;
}

const Choice& first_names(const Language& language, bool female) {
  return female ? language.female : language.male;
}

void append_second_part(const Choice& names, Stream& stream, const Language& language,
                        std::string& out) {
  const std::string& second = names.pick(stream);
  if (!language.given_name_joiner.empty()) {
    out += language.given_name_joiner;
    out += second;
  } else {
    append_lower(out, second, false);  // Chinese: "Xiao" and "Ming" are "Xiaoming"
  }
}

}  // namespace

void append_stem(const Language& language, Stream& stream, std::string& out) {
  if (language.stems.empty()) {
    out += language.adjectives.pick(stream);
    return;
  }
  out += language.stems[skewed(stream, language.stems.size())];
}

void append_title(const Language& language, bool female, Stream& stream, std::string& out) {
  const std::string_view both = language.titles.pick(stream);
  const std::size_t slash = both.find('/');
  out += slash == std::string_view::npos ? both
         : female                        ? both.substr(slash + 1)
                                         : both.substr(0, slash);
}

std::uint32_t draw_surname(const Language& language, Stream& stream, bool female,
                           std::string& out) {
  const std::uint32_t bearers = append_surname(language, stream, female, out);
  if (!language.two_surnames || !stream.chance(450)) return bearers;
  out += ' ';
  const std::uint32_t second = append_surname(language, stream, female, out);
  return std::max<std::uint32_t>(
      1, static_cast<std::uint32_t>(std::uint64_t{bearers} * second / kMillion));
}

std::uint32_t draw_first_name(const Language& language, Stream& stream, bool female,
                              std::string& out) {
  const Choice& names = first_names(language, female);
  const std::uint32_t number = stream.below(kMillion);
  if (number < names.total()) {
    const std::size_t index = names.find(number);
    out += names[index];
    return names.weight(index);
  }
  // The rest: compound names, names from abroad, and rare ones of the list.
  const std::uint32_t kind = stream.below(100);
  const bool compounds = language.given_name_joiner != ".";
  if (language.given_name_joiner.empty() || (compounds && kind < 45)) {
    out += names.pick(stream);
    append_second_part(names, stream, language, out);
    return kRareFirstName;
  }
  if (kind < 65) {
    const auto& all = catalogue().languages;
    const auto& other = all[stream.below(static_cast<std::uint32_t>(all.size()))];
    out += first_names(other, female).pick(stream);
    return kRareFirstName;
  }
  out += names[stream.below(static_cast<std::uint32_t>(names.size()))];
  return 2 * kRareFirstName;
}

}  // namespace galena::examples::generator
