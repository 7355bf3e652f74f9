// How the command ends early: with messages for standard error and an exit status.
//
// Every failure goes one way, up to main, so that no subcommand prints half a result first.
#pragma once

#include <galena.h>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace galena_command {

inline constexpr int kGood = 0;
inline constexpr int kIncomplete =
    1;                              ///< the result is written, and something in the input is wrong
inline constexpr int kRefused = 2;  ///< there is no result

enum class Fault : std::uint8_t { input, usage };

/// Ends a subcommand with kRefused; one message a line.
class Failure : public std::runtime_error {
 public:
  Failure(Fault fault, std::vector<std::string> messages)
      : std::runtime_error("galena"), fault_(fault), messages_(std::move(messages)) {}

  [[nodiscard]] Fault fault() const { return fault_; }
  [[nodiscard]] const std::vector<std::string>& messages() const { return messages_; }

 private:
  Fault fault_;
  std::vector<std::string> messages_;
};

[[noreturn]] void fail_usage(std::string message);
[[noreturn]] void fail_input(std::string message);

/// One line: code, place, message and what to do; places and hints may be empty.
[[nodiscard]] std::string problem_line(std::string_view code, std::string_view place,
                                       std::string_view message, std::string_view hint);

/// All problems of an error, one a line, each after "`source`: "; frees the error.
[[nodiscard]] std::vector<std::string> take_problems(galena_error* error, std::string_view source);

/// Throws a Failure with all problems, as take_problems gives them, unless the status is GALENA_OK.
void check(galena_status status, galena_error* error, std::string_view source);

/// Calls `function(arguments..., &error)` and checks what it answers.
template <class Function, class... Arguments>
void call(std::string_view source, Function function, Arguments... arguments) {
  galena_error* error = nullptr;
  const galena_status status = function(arguments..., &error);
  check(status, error, source);
}

/// Writes a line to standard error, after the name of the program.
void print_message(std::string_view message);

}  // namespace galena_command
