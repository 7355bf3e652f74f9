// What the demonstration was asked to do.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "galena/base/instant.hpp"

namespace demo {

struct Options {
  std::string leads;        ///< CSV file; empty: a generated list
  std::string contacts;     ///< CSV file; empty: none, or the generated ones
  std::string definitions = "examples/definitions";
  std::string decisions;    ///< file that gets a line for every decision; empty: none
  std::uint64_t rows = 20000;  ///< of the generated list
  std::uint64_t seed = 1;
  unsigned threads = 0;
  galena::Instant now = *galena::parse_instant("2026-01-05T09:00:00Z");
};

/// The options of a command line; nothing after a message on standard error, or after --help.
std::optional<Options> parse_options(int count, char** arguments, int& exit_status);

}  // namespace demo
