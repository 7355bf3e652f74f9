// Names of comparisons and of their levels.
#include <array>

#include "galena/match/model.hpp"

namespace galena::match {

namespace {

using Names = std::vector<std::string_view>;

struct ComparisonText {
  std::string_view name;
  Names levels;
};

const std::array<ComparisonText, kComparisonCount>& texts() {
  static const std::array<ComparisonText, kComparisonCount> kTexts = {{
      {"full_name", {"exact", "same_words", "contained", "close", "family", "different"}},
      {"first_name", {"exact", "variant", "initial", "close", "similar", "swapped", "different"}},
      {"middle_name", {"exact", "initial", "close", "different"}},
      {"last_name", {"exact", "close", "part", "similar", "swapped", "different"}},
      {"name_suffix", {"same", "different"}},
      {"company", {"exact", "same_words", "most_words", "contained", "some_words", "different"}},
      {"email", {"exact", "mailbox", "close", "name_mailbox", "domain", "different"}},
      {"phone", {"exact", "tail", "close", "different"}},
      {"website", {"exact", "different"}},
      {"street",
       {"exact", "close", "number_missing", "unit_differs", "number_differs", "partial",
        "different"}},
      {"unit", {"equal", "most_words", "some_words", "few_words", "different"}},
      {"city", {"exact", "close", "different"}},
      {"region", {"same", "different"}},
      {"postal_code", {"exact", "close", "area", "different"}},
      {"country", {"same", "different"}},
      {"birth_date", {"exact", "swapped", "close", "two_parts", "near", "different"}},
      {"date", {"exact", "near", "different"}},
      {"identifier", {"exact", "close", "different"}},
      {"category", {"same", "different"}},
      {"number", {"equal", "near", "roughly", "different"}},
      {"text", {"equal", "most_words", "some_words", "few_words", "different"}},
  }};
  return kTexts;
}

constexpr std::string_view kPresetNames[] = {"person", "lead", "contact", "account",
                                             "crm_standard_rules"};

}  // namespace

std::string_view comparison_name(Comparison comparison) {
  return texts()[static_cast<std::size_t>(comparison)].name;
}

std::optional<Comparison> comparison_from(std::string_view name) {
  for (std::size_t i = 0; i < kComparisonCount; ++i) {
    if (texts()[i].name == name) return static_cast<Comparison>(i);
  }
  return std::nullopt;
}

const std::vector<std::string_view>& level_names(Comparison comparison) {
  return texts()[static_cast<std::size_t>(comparison)].levels;
}

std::string_view preset_name(Preset preset) {
  return kPresetNames[static_cast<std::size_t>(preset)];
}

std::optional<Preset> preset_from(std::string_view name) {
  for (std::size_t i = 0; i < std::size(kPresetNames); ++i) {
    if (kPresetNames[i] == name) return static_cast<Preset>(i);
  }
  return std::nullopt;
}

}  // namespace galena::match
