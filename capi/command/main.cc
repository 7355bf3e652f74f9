// galena: the main jobs of the library from a shell, over galena.h alone.
//
//   galena dedupe leads.csv --id id > clusters.csv
//
// Exit status: 0 good, 1 a result in spite of wrong input, 2 none.
#include <exception>

#include "cells.hpp"
#include "commands.hpp"
#include "failure.hpp"

namespace {

using galena_command::Command;

const std::vector<Command>& commands() {
  static const std::vector<Command> all = {
      galena_command::dedupe_command(),  galena_command::link_command(),
      galena_command::explain_command(), galena_command::route_command(),
      galena_command::check_command(),   galena_command::diagram_command()};
  return all;
}

std::string help() {
  std::string text =
      "Usage: galena COMMAND ...\n\nFinds, routes and tracks leads; a file \"-\" is standard "
      "input.\n\n";
  for (const Command& command : commands()) {
    text.append("  ").append(command.name).append(10 - command.name.size(), ' ');
    text.append(command.summary).append("\n");
  }
  return text +
         "\n  galena COMMAND --help   its arguments\n  galena --version        the version\n\n"
         "Exit status: 0 good, 1 a result in spite of wrong input, 2 none.\n";
}

bool asks_for_help(const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    if (word == "--") return false;
    if (word == "--help" || word == "-h") return true;
  }
  return false;
}

int run(const std::vector<std::string>& words) {
  if (words.empty()) galena_command::fail_usage("missing command");
  const std::string& name = words[0];
  if (asks_for_help({name})) {
    galena_command::write_text(help());
    return galena_command::kGood;
  }
  if (name == "--version") {
    galena_command::write_text("galena " + std::string(galena_version_string()) + "\n");
    return galena_command::kGood;
  }
  for (const Command& command : commands()) {
    if (command.name != name) continue;
    const std::vector<std::string> rest(words.begin() + 1, words.end());
    if (!asks_for_help(rest)) return command.run(rest);
    galena_command::write_text(command.usage);
    return galena_command::kGood;
  }
  galena_command::fail_usage("unknown command '" + name + "'");
}

/// What to read after a wrong use: the help of the command, if it is one.
std::string help_of(const std::vector<std::string>& words) {
  for (const Command& command : commands()) {
    if (!words.empty() && command.name == words[0]) {
      return "galena " + words[0] + " --help";
    }
  }
  return "galena --help";
}

}  // namespace

int main(int count, char** values) {
  const std::vector<std::string> words(values + (count > 0 ? 1 : 0), values + count);
  try {
    const int status = run(words);
    galena_command::finish_output();
    return status;
  } catch (const galena_command::Failure& failure) {
    for (const std::string& message : failure.messages()) {
      galena_command::print_message(message);
    }
    if (failure.fault() == galena_command::Fault::usage) {
      galena_command::print_message("see '" + help_of(words) + "'");
    }
    return galena_command::kRefused;
  } catch (const std::exception& failure) {
    galena_command::print_message(failure.what());
    return galena_command::kRefused;
  }
}
