#pragma once

// Short forms of first names, and what people write into the remarks of a lead.

#include <string_view>

namespace galena::examples::generator {

struct PhraseTable {
  std::string_view language;
  std::string_view nicknames;  // "William=Bill,Will": the most usual form first
  std::string_view remarks;    // separated by "|"; {p} product, {n} number, {c} company, {f} name
};

extern const PhraseTable kPhrases[15];

}  // namespace galena::examples::generator
