// LocalText: a label, help or guidance text with its translations.
//
//   LocalText label("Last name", {{"de", "Nachname"}});
//   label.in("de") == "Nachname"; label.in("fr") == "Last name";
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace galena {

struct LocalText {
  std::string text;                             ///< in the definition's own language
  std::map<std::string, std::string> translations;  ///< by language tag ("de", "pt-BR")

  LocalText() = default;
  LocalText(std::string own, std::map<std::string, std::string> others = {})  // NOLINT: text is a label
      : text(std::move(own)), translations(std::move(others)) {}
  LocalText(const char* own) : text(own) {}  // NOLINT

  /// The text in `language`, else in the primary language of the tag ("pt" for "pt-BR"), else own.
  [[nodiscard]] std::string_view in(std::string_view language) const {
    if (const auto found = translations.find(std::string(language)); found != translations.end()) {
      return found->second;
    }
    const auto primary = language.substr(0, language.find('-'));
    if (primary.size() < language.size()) return in(primary);
    return text;
  }
  [[nodiscard]] bool empty() const { return text.empty(); }
  friend bool operator==(const LocalText&, const LocalText&) = default;
};

}  // namespace galena
