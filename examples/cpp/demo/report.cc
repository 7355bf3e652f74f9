#include "report.hpp"

#include <algorithm>
#include <cstdio>

#include "galena/base/sha256.hpp"

namespace demo {
namespace {

std::string number(std::uint64_t count) {
  std::string digits = std::to_string(count);
  for (std::size_t place = digits.size(); place > 3;) digits.insert(place -= 3, ",");
  return digits;
}

std::string decimals(double value, int places) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", places, value);
  return text;
}

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

std::string count_line(const std::string& name, std::uint64_t count) {
  const std::string digits = number(count);
  return "  " + padded(name, 34) + std::string(digits.size() < 9 ? 9 - digits.size() : 0, ' ') +
         digits + '\n';
}

template <class Counts>
std::string counts(const Counts& by_name) {
  std::vector<std::pair<std::string, std::uint64_t>> sorted(by_name.begin(), by_name.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string text;
  for (const auto& [name, count] : sorted) text += count_line(name.empty() ? "(none)" : name, count);
  return text;
}

std::string indented(const std::string& text) {
  std::string result = "    ";
  for (std::size_t i = 0; i < text.size(); ++i) {
    result += text[i];
    if (text[i] == '\n' && i + 1 < text.size()) result += "    ";
  }
  if (result.back() != '\n') result += '\n';
  return result;
}

std::string mapping_lines(const List& list) {
  std::string text;
  for (const auto& [column, field] : list.mapping.columns) {
    text += "    " + padded(column, 26) + " -> " + field + '\n';
  }
  if (!list.mapping.unmapped.empty()) {
    text += "    left out:";
    for (const std::string& column : list.mapping.unmapped) text += ' ' + column;
    text += '\n';
  }
  for (const std::string& reason : list.left_out) text += "    left out: " + reason + '\n';
  return text;
}

std::string import_part(const List& list) {
  std::string text = "Import: " + list.source + "\n";
  text += count_line("rows", list.csv.table.rows());
  text += count_line("rows with errors, left out", list.csv.errors.size());
  for (std::size_t i = 0; i < std::min<std::size_t>(3, list.csv.errors.size()); ++i) {
    text += "    line " + std::to_string(list.csv.errors[i].line) + ": " +
            list.csv.errors[i].message + '\n';
  }
  text += count_line("values that do not fit", list.conformed.problems.size());
  for (std::size_t i = 0; i < std::min<std::size_t>(3, list.conformed.problems.size()); ++i) {
    const auto& problem = list.conformed.problems[i];
    text += "    row " + std::to_string(problem.row) + ", " + problem.column + ": " +
            problem.message + '\n';
  }
  return text + "  columns\n" + mapping_lines(list) + '\n';
}

std::string duplicates_part(const Job& job) {
  const auto& found = *job.duplicates;
  std::string text = "Duplicates within the leads\n";
  text += count_line("pairs compared", found.report().pairs_compared);
  text += count_line("clusters of two or more", found.report().clusters);
  text += count_line("rows beyond the first of theirs", found.report().duplicates);
  if (!job.leads.truth.empty()) {
    const Quality quality = measure(found.clusters(), job.leads.truth);
    text += "  against the truth: precision " + decimals(quality.precision(), 4) + ", recall " +
            decimals(quality.recall(), 4) + ", F1 " + decimals(quality.f1(), 4) + '\n';
  }
  if (found.pairs().rows() > 0) {
    const galena::ValueView left = found.pairs()[0][0];
    const galena::ValueView right = found.pairs()[1][0];
    text += "  why " + to_text(left) + " and " + to_text(right) + " are one\n";
    if (const auto why = found.explain(left, right)) text += indented(why->to_text());
  }
  return text + '\n';
}

std::string links_part(const Job& job) {
  if (job.contacts.csv.table.rows() == 0) return {};
  std::string text = "Leads that are contacts already: " + job.contacts.source + "\n";
  text += count_line("contacts", job.contacts.csv.table.rows());
  text += count_line("pairs", job.links->pairs().rows());
  return text + count_line("leads with a contact", job.links->report().duplicates) + '\n';
}

std::string routing_part(const Job& job) {
  return "Leads per owner\n" + counts(job.routing.leads_by_owner) + "  by reason\n" +
         counts(job.routing.leads_by_reason) + "  one decision\n" + indented(job.routing.example) +
         '\n';
}

std::string tracking_part(const Job& job) {
  std::string text = "Leads per status\n" + counts(job.tracking.leads_by_status);
  text += count_line("steps made or refused", job.tracking.steps);
  text += count_line("steps refused", job.tracking.refused);
  if (!job.tracking.refused_example.empty()) {
    text += "  the first refused\n" + indented(job.tracking.refused_example);
  }
  if (!job.tracking.unknown_words.empty()) {
    text += "  statuses of the list that nothing is known of\n" + counts(job.tracking.unknown_words);
  }
  return text + '\n';
}

std::string seconds_part(const Job& job) {
  std::string text = "Seconds\n";
  for (const auto& [phase, seconds] : job.seconds) {
    text += "  " + padded(phase, 34) + "   " + decimals(seconds, 3) + '\n';
  }
  return text;
}

}  // namespace

std::string report(const Job& job, bool with_seconds) {
  std::string text = import_part(job.leads) + duplicates_part(job) + links_part(job) +
                     routing_part(job) + tracking_part(job);
  text += "Digest of all decisions\n  " + galena::sha256_hex(decision_lines(job)) + "\n\n";
  return with_seconds ? text + seconds_part(job) : text;
}

}  // namespace demo
