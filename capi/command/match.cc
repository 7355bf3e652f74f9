// dedupe, link and explain: which records are one person or company, and why.
#include <set>

#include "arguments.hpp"
#include "cells.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "json.hpp"

namespace galena_command {

namespace {

constexpr std::int64_t kMostThreads = 1024;
constexpr std::int64_t kMostMembers = 1000000000;

/// Fails, with the kind that was probably meant, unless `kind` is one. `value`: of the option.
void check_kind(std::string_view value, std::string_view kind) {
  galena_buffer* normal = nullptr;
  galena_error* error = nullptr;
  const galena_status status =
      galena_normalise(kind.data(), kind.size(), "", 0, "", 0, &normal, &error);
  const Buffer owned(normal);
  if (status != GALENA_OK) throw Failure(Fault::usage, take_problems(error, value));
}

/// What `option` (COLUMN=KIND, any number of times) says of columns, as galena_match_options has
/// it:
/// {"mail":"email"}; empty when it is not given. A column may have '=' in its name, a kind has
/// none.
std::string fields_of(const Arguments& arguments, std::string_view option) {
  std::string json;
  std::set<std::string, std::less<>> columns;
  for (const std::string& value : arguments.values(option)) {
    const std::string what = "option '" + std::string(option) + "' ";
    const std::size_t equals = value.rfind('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == value.size()) {
      fail_usage(what + "needs COLUMN=KIND, such as mail=email, not '" + value + "'");
    }
    const std::string column = value.substr(0, equals);
    const std::string kind = value.substr(equals + 1);
    if (!columns.insert(column).second) fail_usage(what + "names '" + column + "' twice");
    check_kind(value, kind);
    json += (json.empty() ? '{' : ',') + json_text(column) + ':' + json_text(kind);
  }
  return json.empty() ? json : json + '}';
}

/// The options of matching that were given.
struct MatchOptions {
  std::string fields;
  std::string right_fields;
  galena_match_options options{};  ///< its texts are borrowed from the arguments and from here

  explicit MatchOptions(const Arguments& arguments);
  MatchOptions(const MatchOptions&) = delete;
  MatchOptions& operator=(const MatchOptions&) = delete;
};

MatchOptions::MatchOptions(const Arguments& arguments)
    : fields(fields_of(arguments, "--field")), right_fields(fields_of(arguments, "--right-field")) {
  options.fields = fields.data();
  options.fields_size = fields.size();
  options.right_fields = right_fields.data();
  options.right_fields_size = right_fields.size();
  options.struct_size = sizeof options;
  const std::string_view id = arguments.value("--id");
  const std::string_view right_id = arguments.value("--right-id");
  options.id = id.data();
  options.id_size = id.size();
  options.right_id = right_id.data();
  options.right_id_size = right_id.size();
  options.threshold = arguments.fraction("--threshold").value_or(0);
  options.threads =
      static_cast<std::uint32_t>(arguments.integer("--threads", 1, kMostThreads).value_or(0));
  options.one_to_one = arguments.has("--one-to-one") ? 1 : 0;
  const std::string_view source = arguments.value("--source");
  options.source = source.data();
  options.source_size = source.size();
  options.most_members =
      static_cast<std::uint32_t>(arguments.integer("--most-members", 1, kMostMembers).value_or(0));
  options.memory_limit = arguments.bytes("--memory-limit").value_or(0);
}

/// Says on standard error what the library warns of, such as a column that was left out.
void print_warnings(std::string_view report) {
  for (const Json& warning : read_json(report).list("warnings")) {
    print_message("warning: " + warning.text);
  }
}

int status_of(bool complete) { return complete ? kGood : kIncomplete; }

int dedupe(const std::vector<std::string>& words) {
  const Arguments arguments({{"LEADS.csv"},
                             {"--id", "--threshold", "--threads", "--source", "--most-members",
                              "--memory-limit", "--encoding"},
                             {},
                             {"--field"}},
                            words);
  const MatchOptions match(arguments);
  const Input leads = read_table(arguments.operand(0), arguments.value("--encoding"));
  const Duplicates found =
      make<Duplicates>(leads.source, galena_dedupe, leads.table.get(), &match.options);
  print_warnings(galena_duplicates_report(found.get()));
  write_table(make<Table>(leads.source, galena_duplicates_clusters, found.get()).get());
  return status_of(leads.complete);
}

int link(const std::vector<std::string>& words) {
  const Arguments arguments(
      {{"LEFT.csv", "RIGHT.csv"},
       {"--id", "--right-id", "--threshold", "--threads", "--memory-limit", "--encoding"},
       {"--one-to-one"},
       {"--field", "--right-field"}},
      words);
  const MatchOptions match(arguments);
  if (arguments.operand(0) == "-" && arguments.operand(1) == "-") {
    fail_usage("only one of the two lists can come from standard input");
  }
  const Input left = read_table(arguments.operand(0), arguments.value("--encoding"));
  const Input right = read_table(arguments.operand(1), arguments.value("--encoding"));
  const std::string both = left.source + " and " + right.source;
  const Links found =
      make<Links>(both, galena_link, left.table.get(), right.table.get(), &match.options);
  print_warnings(galena_links_report(found.get()));
  write_table(make<Table>(both, galena_links_pairs, found.get()).get());
  return status_of(left.complete && right.complete);
}

/// The row that the user means: a row number, or the row with this text in the id column.
std::size_t find_row(const Input& leads, const std::string& wanted, std::string_view id) {
  const std::size_t rows = galena_table_row_count(leads.table.get());
  if (id.empty()) {
    const std::optional<std::int64_t> row = parse_integer(wanted);
    if (!row || *row < 0) fail_usage("'" + wanted + "' is no row number; the first row is 0");
    if (static_cast<std::size_t>(*row) >= rows) {
      fail_input(leads.source + ": has no row " + wanted + ": it has " + std::to_string(rows) +
                 " rows, and the first is 0");
    }
    return static_cast<std::size_t>(*row);
  }
  const std::size_t column = column_of(leads.table.get(), id, leads.source);
  for (std::size_t row = 0; row < rows; ++row) {
    if (cell_text(leads.table.get(), row, column) == wanted) return row;
  }
  fail_input(leads.source + ": has no record '" + wanted + "' in column '" + std::string(id) + "'");
}

int explain(const std::vector<std::string>& words) {
  const Arguments arguments({{"LEADS.csv", "ROW", "ROW"},
                             {"--id", "--threshold", "--threads", "--source", "--most-members",
                              "--memory-limit", "--encoding"},
                             {"--json"},
                             {"--field"}},
                            words);
  const MatchOptions match(arguments);
  const Input leads = read_table(arguments.operand(0), arguments.value("--encoding"));
  const std::string_view id = arguments.value("--id");
  const std::size_t first = find_row(leads, arguments.operand(1), id);
  const std::size_t second = find_row(leads, arguments.operand(2), id);
  // Frequencies of values are part of the weights, so that all records are looked at.
  const Duplicates found =
      make<Duplicates>(leads.source, galena_dedupe, leads.table.get(), &match.options);
  print_warnings(galena_duplicates_report(found.get()));
  const Explanation explanation =
      make<Explanation>(leads.source, galena_duplicates_explain, found.get(), first, second);
  std::string text = arguments.has("--json") ? galena_explanation_json(explanation.get())
                                             : galena_explanation_text(explanation.get());
  if (text.empty() || text.back() != '\n') text += '\n';
  write_text(text);
  return status_of(leads.complete);
}

}  // namespace

Command dedupe_command() {
  return {"dedupe", "find the records of one list that are the same person or company",
          "Usage: galena dedupe LEADS.csv [--id COLUMN] [--threshold P] [--threads N]\n"
          "                     [--field COLUMN=KIND ...] [--source COLUMN] [--most-members N]\n"
          "                     [--memory-limit BYTES] [--encoding NAME]\n"
          "\n"
          "Writes CSV with the columns id and cluster, a row for every record in the order of the\n"
          "list. Records of one cluster are taken for one.\n"
          "\n"
          "  --id COLUMN      names the records; without it they are numbered from 0\n"
          "  --threshold P    the probability, above 0 and below 1, from which a pair counts\n"
          "  --threads N      the most threads to use, 1 to 1024; results are the same for any\n"
          "  --field COLUMN=KIND  compares this column as this kind (full_name, email, phone, "
          "...), and\n"
          "                   those alone that are named so; without it as names and values say\n"
          "  --source COLUMN  a cluster holds each value of this column at most once\n"
          "  --most-members N the records that a cluster may have\n"
          "  --memory-limit BYTES  what the search may take beside the list and the pairs found:\n"
          "                   500000000, 500MB or 2GB; it takes longer and finds the same\n"
          "  --encoding NAME  utf-8, utf-16le, utf-16be or windows-1252; without it by byte\n"
          "                   order mark, else UTF-8\n",
          &dedupe};
}

Command link_command() {
  return {
      "link", "find the records of one list in another",
      "Usage: galena link LEFT.csv RIGHT.csv [--id COLUMN] [--right-id COLUMN]\n"
      "                   [--threshold P] [--threads N] [--one-to-one]\n"
      "                   [--field COLUMN=KIND ...] [--right-field COLUMN=KIND ...]\n"
      "                   [--memory-limit BYTES] [--encoding NAME]\n"
      "\n"
      "Writes CSV with the columns left, right, weight (bits) and probability, a row for every\n"
      "pair that is taken for one.\n"
      "\n"
      "  --id COLUMN         names the records of LEFT.csv; without it they are numbered from 0\n"
      "  --right-id COLUMN   the same of RIGHT.csv\n"
      "  --threshold P       the probability, above 0 and below 1, from which a pair counts\n"
      "  --threads N         the most threads to use, 1 to 1024; results are the same for any\n"
      "  --one-to-one        puts each record in at most one pair, strongest first\n"
      "  --field COLUMN=KIND  compares this column of LEFT.csv as this kind, and those alone that\n"
      "                      are named so; without it as names and values say\n"
      "  --right-field COLUMN=KIND  the same of RIGHT.csv\n"
      "  --memory-limit BYTES  as galena dedupe has it\n"
      "  --encoding NAME     utf-8, utf-16le, utf-16be or windows-1252; without it by byte\n"
      "                      order mark, else UTF-8\n",
      &link};
}

Command explain_command() {
  return {
      "explain", "tell why two records are, or are not, taken for one",
      "Usage: galena explain LEADS.csv ROW ROW [--id COLUMN] [--threshold P] [--threads N]\n"
      "                      [--field COLUMN=KIND ...] [--source COLUMN] [--most-members N]\n"
      "                      [--memory-limit BYTES] [--json] [--encoding NAME]\n"
      "\n"
      "Writes what every field says for or against it, and the probability; which blocking keys\n"
      "records have that were never compared; and what became of the pair.\n"
      "\n"
      "  --id COLUMN      ROW is a text of this column; without it a number, the first row is 0\n"
      "  --threshold P    the probability, above 0 and below 1, from which a pair counts\n"
      "  --threads N      the most threads to use, 1 to 1024; results are the same for any\n"
      "  --field COLUMN=KIND, --source COLUMN, --most-members N, --memory-limit BYTES  as galena\n"
      "                   dedupe has them\n"
      "  --json           writes JSON instead of text\n"
      "  --encoding NAME  utf-8, utf-16le, utf-16be or windows-1252; without it by byte\n"
      "                   order mark, else UTF-8\n",
      &explain};
}

}  // namespace galena_command
