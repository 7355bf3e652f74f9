// galena_leadgen --rows N --seed S [--duplicates 0.10] [--language mix] [--contacts FILE] -o FILE
// Writes a list of leads, and the contacts that go with it, as CSV. Exit status 2: bad arguments.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>

#include "generator/leadgen.hpp"

namespace {

constexpr std::string_view kUsage =
    "usage: galena_leadgen [--rows N] [--seed S] [--duplicates SHARE] [--language mix|en|de|...]\n"
    "                      [--contacts FILE] [-o FILE]\n"
    "Without -o the leads go to the standard output.\n";

struct Arguments {
  galena::examples::LeadgenOptions options;
  std::string leads;
  std::string contacts;
};

[[noreturn]] void refuse(const std::string& message) {
  std::cerr << "galena_leadgen: " << message << '\n' << kUsage;
  std::exit(2);
}

std::uint64_t parse_count(std::string_view name, const std::string& text) {
  std::uint64_t value = 0;
  bool good = !text.empty() && text.size() <= 18;
  for (const char c : text) {
    good = good && c >= '0' && c <= '9';
    value = value * 10 + static_cast<std::uint64_t>(c - '0');
  }
  if (!good) refuse(std::string(name) + " takes a whole number, not \"" + text + "\"");
  return value;
}

// "0.125": digits, at most one point, so that no locale has a say.
double parse_share(std::string_view name, const std::string& text) {
  const std::size_t point = text.find('.');
  const std::string whole = text.substr(0, point);
  std::string part = point == std::string::npos ? "" : text.substr(point + 1);
  part.resize(6, '0');
  return static_cast<double>(parse_count(name, whole.empty() ? "0" : whole) * 1'000'000 +
                             parse_count(name, part)) /
         1e6;
}

Arguments parse_arguments(int count, char** values) {
  Arguments arguments;
  for (int i = 1; i < count; ++i) {
    const std::string name = values[i];
    if (name == "--help") {
      std::cout << kUsage;
      std::exit(0);
    }
    if (i + 1 == count) refuse("a value is missing after \"" + name + "\"");
    const std::string value = values[++i];
    if (name == "--rows") {
      arguments.options.rows = parse_count(name, value);
    } else if (name == "--seed") {
      arguments.options.seed = parse_count(name, value);
    } else if (name == "--duplicates") {
      arguments.options.duplicates = parse_share(name, value);
    } else if (name == "--language") {
      arguments.options.language = value;
    } else if (name == "--contacts") {
      arguments.contacts = value;
    } else if (name == "-o" || name == "--output") {
      arguments.leads = value;
    } else {
      refuse("unknown argument \"" + name + "\"");
    }
  }
  return arguments;
}

template <typename Write>
bool write_file(const std::string& path, Write write) {
  std::ofstream file(path, std::ios::binary);
  if (file && write(file)) return true;
  std::cerr << "galena_leadgen: cannot write " << path << '\n';
  return false;
}

}  // namespace

int main(int count, char** values) {
  using namespace galena::examples;
  const Arguments arguments = parse_arguments(count, values);
  const auto& options = arguments.options;
  if (const std::string problem = check(options); !problem.empty()) refuse(problem);
  const auto leads = [&](std::ostream& out) { return write_leads(out, options); };
  const auto contacts = [&](std::ostream& out) { return write_contacts(out, options); };
  bool good = arguments.leads.empty() ? leads(std::cout) : write_file(arguments.leads, leads);
  if (good && !arguments.contacts.empty()) good = write_file(arguments.contacts, contacts);
  return good ? 0 : 1;
}
