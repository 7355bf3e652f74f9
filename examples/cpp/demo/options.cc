#include "options.hpp"

#include <charconv>
#include <filesystem>
#include <iostream>
#include <string_view>

#include "galena/base/utf8.hpp"

namespace demo {
namespace {

constexpr std::string_view kUsage =
    R"(The whole path on one lead list: import, duplicates, routing, lifecycle, report.

  galena_demo                    a generated list with known duplicates
  galena_demo leads.csv          any lead list
  galena_demo --data DIR         a CRM export: Leads.csv and, if there, Contacts.csv

  --contacts FILE       contacts that the leads are compared with
  --rows N, --seed S    of the generated list (20000, 1)
  --definitions DIR     routing.json and statuses.csv (examples/definitions)
  --now INSTANT         the instant of all decisions (2026-01-05T09:00:00Z)
  --threads N           0: as many as the machine has
  --decisions FILE      writes a line for every decision
)";

template <class Number>
bool read_number(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

/// The file of a folder that has this name, whatever its case; empty when there is none.
std::string find_file(const std::string& folder, std::string_view name) {
  std::error_code error;
  std::string found;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    const std::string file = entry.path().filename().string();
    if (galena::equal_folded(file, name) && (found.empty() || file < found)) {
      found = entry.path().string();
    }
  }
  return found;
}

bool read_option(std::string_view name, const std::string& value, Options& options) {
  if (name == "--contacts") return options.contacts = value, true;
  if (name == "--definitions") return options.definitions = value, true;
  if (name == "--decisions") return options.decisions = value, true;
  if (name == "--rows") return read_number(value, options.rows) && options.rows > 0;
  if (name == "--seed") return read_number(value, options.seed);
  if (name == "--threads") return read_number(value, options.threads);
  if (name == "--now") {
    const auto now = galena::parse_instant(value);
    if (now) options.now = *now;
    return now.has_value();
  }
  if (name == "--data") {
    options.leads = find_file(value, "leads.csv");
    options.contacts = find_file(value, "contacts.csv");
    if (options.leads.empty()) std::cerr << "galena_demo: no Leads.csv in '" << value << "'\n";
    return !options.leads.empty();
  }
  return false;
}

}  // namespace

std::optional<Options> parse_options(int count, char** arguments, int& exit_status) {
  Options options;
  exit_status = 2;
  for (int i = 1; i < count; ++i) {
    const std::string argument = arguments[i];
    if (argument == "--help" || argument == "-h") {
      std::cout << kUsage;
      exit_status = 0;
      return std::nullopt;
    }
    if (argument.rfind("--", 0) != 0) {
      options.leads = argument;
      continue;
    }
    if (i + 1 == count || !read_option(argument, arguments[i + 1], options)) {
      std::cerr << "galena_demo: cannot use '" << argument << "'; --help lists the options\n";
      return std::nullopt;
    }
    ++i;
  }
  exit_status = 0;
  return options;
}

}  // namespace demo
