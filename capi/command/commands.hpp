// The subcommands. Each takes the words after its name, writes its result to standard output and
// returns the exit status, or throws a Failure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace galena_command {

struct Command {
  std::string_view name;
  std::string_view summary;  ///< one line, of "galena --help"
  std::string_view usage;    ///< of "galena NAME --help", with line ends
  int (*run)(const std::vector<std::string>& words);
};

[[nodiscard]] Command dedupe_command();
[[nodiscard]] Command link_command();
[[nodiscard]] Command explain_command();
[[nodiscard]] Command route_command();
[[nodiscard]] Command check_command();
[[nodiscard]] Command diagram_command();

}  // namespace galena_command
