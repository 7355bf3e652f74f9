// galena_demo: the whole path on one lead list. See options.cc for what it takes.
#include <fstream>
#include <iostream>

#include "job.hpp"
#include "options.hpp"
#include "report.hpp"

int main(int count, char** arguments) {
  int status = 0;
  const auto options = demo::parse_options(count, arguments, status);
  if (!options) return status;
  const auto job = demo::run(*options);
  if (!job) {
    std::cerr << "galena_demo: " << job.problems().to_text() << '\n';
    return 2;
  }
  if (!options->decisions.empty()) {
    std::ofstream file(options->decisions, std::ios::binary);
    file << demo::decision_lines(*job);
    if (!file.flush()) {
      std::cerr << "galena_demo: cannot write '" << options->decisions << "'\n";
      return 2;
    }
  }
  std::cout << demo::report(*job);
  return std::cout.flush() ? 0 : 1;
}
