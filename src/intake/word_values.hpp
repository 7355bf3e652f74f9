// Words that stand for values: yes and no in several languages, labels of picklists.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "galena/record/schema.hpp"

namespace galena::detail {

/// "Yes", "ja", "oui", "x", "1", ... -> "true"; "No", "nein", ... -> "false".
std::optional<std::string> canonical_boolean(std::string_view text);

/// For a picklist: the value that a text stands for, by value or by label in any language, case,
/// accents and punctuation aside. Nothing for a text that is no value, or of several.
std::function<std::optional<std::string>(std::string_view)> picklist_reader(const Field& field);

}  // namespace galena::detail
