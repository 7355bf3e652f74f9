#include "failure.hpp"

#include <cstdio>
#include <memory>

namespace galena_command {

namespace {

/// Values from the input are part of messages; a line break in one must not begin a new message.
std::string one_line(std::string text) {
  for (char& c : text) {
    if (c == '\n' || c == '\r') c = ' ';
  }
  return text;
}

}  // namespace

void print_message(std::string_view message) {
  std::fprintf(stderr, "galena: %s\n", one_line(std::string(message)).c_str());
}

void fail_usage(std::string message) { throw Failure(Fault::usage, {std::move(message)}); }

void fail_input(std::string message) { throw Failure(Fault::input, {std::move(message)}); }

std::string problem_line(std::string_view code, std::string_view place, std::string_view message,
                         std::string_view hint) {
  std::string line(code);
  if (!place.empty()) line.append(" ").append(place);
  line.append(": ").append(message);
  if (!hint.empty()) line.append("; ").append(hint);
  return one_line(std::move(line));
}

std::vector<std::string> take_problems(galena_error* error, std::string_view source) {
  const std::unique_ptr<galena_error, decltype(&galena_error_free)> owned(error,
                                                                          &galena_error_free);
  const std::string start = std::string(source) + ": ";
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < galena_error_count(error); ++i) {
    std::string_view code = galena_error_detail(error, i);
    if (code.empty()) code = galena_status_name(galena_error_problem_status(error, i));
    std::string_view place = galena_error_subject(error, i);
    if (place == source) place = {};  // a file as a whole: it is named already
    lines.push_back(start + problem_line(code, place, galena_error_message(error, i),
                                         galena_error_hint(error, i)));
  }
  return lines;
}

void check(galena_status status, galena_error* error, std::string_view source) {
  if (status == GALENA_OK) return;
  throw Failure(Fault::input, take_problems(error, source));
}

}  // namespace galena_command
