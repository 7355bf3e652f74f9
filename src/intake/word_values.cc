#include "intake/word_values.hpp"

#include <map>
#include <memory>

#include "galena/record/validate.hpp"
#include "record/header_words.hpp"

namespace galena::detail {
namespace {

constexpr std::string_view kYes =
    " true yes y t 1 on x ja j oui o vrai wahr si s verdadero vero sim tak prawda waar ";
constexpr std::string_view kNo =
    " false no n f 0 off nein non faux falsch falso nao nie falsz nee onwaar ";

bool is_listed(const std::string& word, std::string_view list) {
  return list.find(' ' + word + ' ') != std::string_view::npos;
}

/// Letters and digits of `text`, folded: "Trade-Show" and "trade_show" are both "tradeshow".
std::string bare(std::string_view text) {
  std::string letters;
  for (const char c : fold_accents(text)) {
    const bool sign =
        static_cast<unsigned char>(c) < 0x80 && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9');
    if (!sign) letters += c;
  }
  return letters;
}

/// Bare text -> value; an empty value where a text stands for several.
using Values = std::map<std::string, std::string, std::less<>>;

void add(Values& values, std::string_view text, const std::string& value) {
  std::string key = bare(text);
  if (key.empty()) return;
  const auto [found, added] = values.emplace(std::move(key), value);
  if (!added && found->second != value) found->second.clear();
}

std::optional<std::string> find(const Values& values, std::string_view text) {
  const auto found = values.find(bare(text));
  if (found == values.end() || found->second.empty()) return std::nullopt;
  return found->second;
}

}  // namespace

std::optional<std::string> canonical_boolean(std::string_view text) {
  const std::string word = bare(text);
  if (word.empty()) return std::nullopt;
  if (is_listed(word, kYes)) return "true";
  if (is_listed(word, kNo)) return "false";
  return std::nullopt;
}

std::function<std::optional<std::string>(std::string_view)> picklist_reader(const Field& field) {
  auto values = std::make_shared<Values>();
  for (const PicklistValue& known : field.values) {
    add(*values, known.value, known.value);
    add(*values, known.label.text, known.value);
    for (const auto& [language, label] : known.label.translations) add(*values, label, known.value);
  }
  if (field.type == FieldType::picklist) {
    return [values](std::string_view text) { return find(*values, text); };
  }
  return [values](std::string_view text) {
    std::string joined;
    for_each_item(text, [&](std::string_view item) {
      if (!joined.empty()) joined += ';';
      joined += find(*values, item).value_or(std::string(item));
    });
    return std::optional(joined);
  };
}

}  // namespace galena::detail
