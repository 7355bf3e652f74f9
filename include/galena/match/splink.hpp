// Models of Splink with what is to be said about them: Model::from_splink() gives the model alone.
//
//   const auto import = galena::match::import_splink(json);
//   for (const auto& note : import->untrained) std::cerr << note.message << '\n';
//
// Thread rule: pure functions.
#pragma once

#include <string_view>

#include "galena/base/result.hpp"
#include "galena/match/model.hpp"

namespace galena::match {

struct SplinkImport {
  Model model;
  /// A level that was saved without a probability ("untrained_level", with its JSON pointer) and
  /// has the one that Splink 5 predicts with; where no training brings one about, it is a guess.
  Problems untrained = {};
};

/// As Model::from_splink(), with the levels that were never trained.
[[nodiscard]] Result<SplinkImport> import_splink(std::string_view json);

}  // namespace galena::match
