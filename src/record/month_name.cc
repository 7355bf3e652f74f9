#include "record/month_name.hpp"

#include <array>
#include <cstddef>
#include <string>

#include "record/header_words.hpp"

namespace galena::detail {
namespace {

/// Per month, names in several languages; an abbreviation is a prefix of at least three letters.
constexpr std::array<std::string_view, 12> kMonths = {
    "january januar janner janvier enero gennaio janeiro januari stycznia styczen",
    "february februar fevrier febrero febbraio fevereiro februari lutego luty",
    "march marz maerz mars marzo marco maart mrt marca marzec mrz",
    "april avril abril aprile kwietnia kwiecien avr",
    "may mai mayo maggio maio mei maja maj",
    "june juni juin junio giugno junho czerwca czerwiec",
    "july juli juillet julio luglio julho lipca lipiec",
    "august aout agosto augustus sierpnia sierpien",
    "september septembre septiembre settembre setembro wrzesnia wrzesien sept",
    "october oktober octobre octubre ottobre outubro pazdziernika pazdziernik",
    "november novembre noviembre novembro listopada listopad",
    "december dezember decembre diciembre dicembre dezembro grudnia grudzien"};

constexpr std::size_t kShortestMonth = 3;

}  // namespace

std::optional<unsigned> month_of_name(std::string_view name) {
  const std::string folded = fold_accents(name);
  if (folded.size() < kShortestMonth) return std::nullopt;
  std::optional<unsigned> found;
  for (unsigned month = 0; month < kMonths.size(); ++month) {
    std::string_view rest = kMonths[month];
    while (!rest.empty()) {
      const auto space = rest.find(' ');
      const auto word = rest.substr(0, space);
      if (word == folded) return month + 1;
      if (word.starts_with(folded)) {
        if (found && *found != month + 1) return std::nullopt;  // "mar", "juni" of two months
        found = month + 1;
      }
      rest.remove_prefix(space == std::string_view::npos ? rest.size() : space + 1);
    }
  }
  return found;
}

}  // namespace galena::detail
