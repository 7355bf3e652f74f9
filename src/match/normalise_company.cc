// Names of companies.
#include "galena/match/normalise.hpp"
#include "match/tables.hpp"
#include "match/text.hpp"

namespace galena::match {

namespace {

constexpr std::size_t kLongestForm = 5;  // words

/// The ampersand and its kin as the word "and", so that it survives the split into words.
std::string spell_and(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 8);
  for (const char c : text) {
    if (c == '&' || c == '+') {
      out += " and ";
    } else {
      out += c;
    }
  }
  return out;
}

std::string_view unify_and(std::string_view word) {
  constexpr std::string_view kAnd[] = {"and", "und", "et", "en", "og", "och"};
  for (const std::string_view form : kAnd) {
    if (word == form) return "and";
  }
  return word;
}

/// The longest legal form that ends (or starts) the list, in words; 0 when there is none. A form
/// never takes the whole name.
std::size_t form_at_end(const std::vector<std::string>& list, std::string& generic) {
  for (std::size_t count = std::min(kLongestForm, list.size() - 1); count > 0; --count) {
    const auto found = tables::legal_form_class(join(list, list.size() - count, list.size()));
    if (found.empty()) continue;
    generic = found;
    return count;
  }
  return 0;
}

std::size_t form_at_start(const std::vector<std::string>& list, std::string& generic) {
  for (std::size_t count = std::min(kLongestForm, list.size() - 1); count > 0; --count) {
    const std::string form = join(list, 0, count);
    // In front, two letters are more often part of the name ("SE Electronics").
    if (count == 1 && form.size() < 3) continue;
    const auto found = tables::legal_form_class(form);
    if (found.empty()) continue;
    generic = found;
    return count;
  }
  return 0;
}

/// Takes one layer off: "the" at either end, a legal form at the end or at the start.
bool strip_layer(std::vector<std::string>& list, CompanyName& company) {
  if (list.size() < 2) return false;
  if (list.front() == "the" || list.front() == "and") {
    list.erase(list.begin());
    return true;
  }
  if (list.back() == "the" || list.back() == "and") {  // "Apple Pan, The"; "Smith & Co."
    list.pop_back();
    return true;
  }
  std::string generic;
  if (const std::size_t count = form_at_end(list, generic); count != 0) {
    list.resize(list.size() - count);
  } else if (const std::size_t leading = form_at_start(list, generic); leading != 0) {
    list.erase(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(leading));
  } else {
    return false;
  }
  if (company.legal_form.empty() || company.legal_form == "-") company.legal_form = generic;
  return true;
}

}  // namespace

CompanyName normalise_company(std::string_view text) {
  CompanyName company;
  std::vector<std::string> list = words(spell_and(text));
  for (std::string& word : list) word = unify_and(word);
  while (strip_layer(list, company)) {
  }
  company.name = join(list);
  return company;
}

}  // namespace galena::match
