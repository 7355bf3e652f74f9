#include "record/csv_dialect.hpp"

#include <absl/container/flat_hash_map.h>
#include <absl/container/flat_hash_set.h>

#include <algorithm>
#include <array>

#include "record/csv_scanner.hpp"

namespace galena::detail {

namespace {

constexpr std::array<char, 4> kCandidates = {',', ';', '\t', '|'};
constexpr std::size_t kVoters = 100;

/// The separator of a `sep=` line at the start of `text`, or 0.
char separator_line(std::string_view text) {
  constexpr std::string_view kKey = "sep=";
  const auto same = [](char key, char c) {
    return c == key || (c >= 'A' && c <= 'Z' && c + ('a' - 'A') == key);
  };
  if (text.size() < kKey.size() + 2 ||
      !std::equal(kKey.begin(), kKey.end(), text.begin(), same)) {
    return 0;
  }
  const char separator = text[kKey.size()];
  const char behind = text[kKey.size() + 1];
  const bool usable = separator > 0 && separator != '"' && separator != '\n' && separator != '\r';
  return usable && (behind == '\n' || behind == '\r') ? separator : '\0';
}

std::size_t after_line(std::string_view text, std::size_t position) {
  const auto end = text.find_first_of("\r\n", position);
  if (end == std::string_view::npos) return text.size();
  return end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
}

/// How the first records look when split by one separator.
struct Ballot {
  char delimiter = ',';
  std::size_t header_fields = 0;
  std::size_t data_records = 0;
  std::size_t data_with_separator = 0;
  std::size_t like_header = 0;  ///< with more than one field

  /// A header that happens to hold the separator, over data that never does.
  [[nodiscard]] bool only_in_header() const {
    return data_records >= 2 && data_with_separator == 0;
  }
};

Ballot count_votes(std::string_view text, bool whole, char delimiter) {
  Ballot ballot{.delimiter = delimiter};
  CsvScanner scanner(delimiter);
  scanner.reset(text, 0, whole);
  for (std::size_t seen = 0; seen < kVoters;) {
    const auto outcome = scanner.next();
    if (outcome == CsvScanner::Outcome::end || outcome == CsvScanner::Outcome::need_more) break;
    if (outcome != CsvScanner::Outcome::record) {
      if (!scanner.recover()) break;
      ++seen;
      continue;
    }
    if (scanner.is_blank_line()) continue;
    const std::size_t fields = scanner.fields().size();
    if (ballot.header_fields == 0) {
      ballot.header_fields = fields;
    } else {
      ++ballot.data_records;
      if (fields > 1) ++ballot.data_with_separator;
      if (fields > 1 && fields == ballot.header_fields) ++ballot.like_header;
    }
    ++seen;
  }
  return ballot;
}

char vote(std::string_view text, bool whole) {
  const Ballot* best = nullptr;
  char unused = '\0';
  std::array<Ballot, kCandidates.size()> ballots;
  for (std::size_t i = 0; i < kCandidates.size(); ++i) {
    Ballot& ballot = ballots[i] = count_votes(text, whole, kCandidates[i]);
    if (ballot.header_fields <= 1) {
      if (unused == '\0') unused = kCandidates[i];
    } else if (!ballot.only_in_header() &&
               (best == nullptr || ballot.like_header > best->like_header ||
                (ballot.like_header == best->like_header &&
                 ballot.header_fields > best->header_fields))) {
      best = &ballot;
    }
  }
  if (best != nullptr) return best->delimiter;
  return unused != '\0' ? unused : ',';
}

}  // namespace

CsvDialect detect_csv_dialect(std::string_view sample, bool whole, char given) {
  CsvDialect dialect;
  const char named = separator_line(sample);
  if (named != '\0') {
    dialect.header_begin = after_line(sample, 0);
    dialect.lines_before = 1;
  }
  // A file of nothing but blank lines has the first of them as its header.
  const auto first_text = sample.find_first_not_of("\r\n", dialect.header_begin);
  while (first_text != std::string_view::npos && dialect.header_begin < first_text) {
    dialect.header_begin = after_line(sample, dialect.header_begin);
    ++dialect.lines_before;
  }
  dialect.delimiter = given != '\0'   ? given
                      : named != '\0' ? named
                                      : vote(sample.substr(dialect.header_begin), whole);
  return dialect;
}

std::vector<std::string> unique_names(std::vector<std::string> names) {
  // No name made here may be one that the header gives to another column.
  absl::flat_hash_set<std::string> taken(names.begin(), names.end());
  absl::flat_hash_set<std::string> used;
  absl::flat_hash_map<std::string, std::size_t> last_number;
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::string& name = names[i];
    if (!name.empty() && used.insert(name).second) continue;
    const std::string stem = name.empty() ? "column" : name;
    std::size_t& number = last_number[stem];
    number = std::max(number + 1, name.empty() ? i + 1 : 2);
    for (;; ++number) {
      name = stem + '_' + std::to_string(number);
      if (taken.insert(name).second) break;
    }
  }
  return names;
}

}  // namespace galena::detail
