// route: who gets which lead.
#include <set>

#include "arguments.hpp"
#include "cells.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "json.hpp"

namespace galena_command {

namespace {

constexpr std::int64_t kMostOffset = 18 * 60;

/// Reads an instant as the library reads the cells of a column of instants.
std::int64_t parse_instant(std::string_view text) {
  constexpr std::string_view kTypes = R"({"now":"instant"})";
  if (text.find_first_of("\"\r\n") == std::string_view::npos) {
    const std::string csv = "now\n\"" + std::string(text) + "\"\n";
    galena_csv_options options{};
    options.struct_size = sizeof options;
    options.delimiter = ',';
    options.types = kTypes.data();
    options.types_size = kTypes.size();
    const Table table =
        make<Table>("--now", galena_table_parse_csv, csv.data(), csv.size(), &options);
    std::int64_t instant = 0;
    std::int32_t is_null = 1;
    if (galena_table_row_count(table.get()) == 1 &&
        galena_table_int(table.get(), 0, 0, &instant, &is_null, nullptr) == GALENA_OK &&
        is_null == 0) {
      return instant;
    }
  }
  fail_usage("option '--now' needs an instant such as 2026-11-22T09:00:00Z, not '" +
             std::string(text) + "'");
}

/// How the values of the list are to be read; texts are borrowed from `arguments`.
galena_import_options import_options(const Arguments& arguments) {
  galena_import_options options{};
  options.struct_size = sizeof options;
  const auto set = [&](std::string_view option, const char*& text, std::size_t& size) {
    if (!arguments.has(option)) return;
    text = arguments.value(option).data();
    size = arguments.value(option).size();
  };
  set("--date-order", options.date_order, options.date_order_size);
  set("--decimal-mark", options.decimal_mark, options.decimal_mark_size);
  set("--currency", options.currency, options.currency_size);
  if (const auto minutes = arguments.integer("--utc-offset", -kMostOffset, kMostOffset)) {
    options.utc_offset_minutes = static_cast<std::int32_t>(*minutes);
    options.has_utc_offset = 1;
  }
  return options;
}

/// Says on standard error which columns of the list no rule can see; the ids are of use anyway.
void print_unused_columns(const Input& leads, const galena_schema* schema, std::string_view id) {
  const Buffer mapping =
      make<Buffer>(leads.source, galena_table_suggest_mapping, leads.table.get(), schema);
  std::set<std::string, std::less<>> used = {std::string(id)};
  for (const Json& column : read_json(text_of(mapping)).items) {
    used.emplace(column.member("column"));
  }
  for (std::size_t i = 0; i < galena_table_column_count(leads.table.get()); ++i) {
    const std::string name = galena_table_column_name(leads.table.get(), i);
    if (used.count(name) != 0) continue;
    print_message("warning: column '" + name + "' is left out: it fits no field of the schema");
  }
}

/// Writes the decisions, with the ids of the list where it has a column of them.
void write_decisions(const Table& decisions, const Input& leads, std::string_view id) {
  std::vector<std::string> header = {"id", "owner", "reason", "entry", "target_kind", "target"};
  std::vector<std::size_t> columns;
  for (const std::string& name : header) {
    columns.push_back(column_of(decisions.get(), name, "decisions"));
  }
  const std::size_t id_column = id.empty() ? 0 : column_of(leads.table.get(), id, leads.source);
  write_row(header);
  std::vector<std::string> cells(header.size());
  for (std::size_t row = 0; row < galena_table_row_count(decisions.get()); ++row) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      cells[i] = cell_text(decisions.get(), row, columns[i]);
    }
    if (!id.empty()) cells[0] = cell_text(leads.table.get(), row, id_column);
    write_row(cells);
  }
}

int route(const std::vector<std::string>& words) {
  const Arguments arguments({{"LEADS.csv", "RULES.json"},
                             {"--now", "--id", "--schema", "--date-order", "--decimal-mark",
                              "--currency", "--utc-offset", "--encoding"},
                             {}},
                            words);
  if (!arguments.has("--now")) {
    fail_usage(
        "missing option '--now': the instant of the decisions, such as 2026-11-22T09:00:00Z");
  }
  const std::int64_t now = parse_instant(arguments.value("--now"));
  const galena_import_options options = import_options(arguments);
  const std::string& path = arguments.operand(1);
  if (path == "-" && arguments.operand(0) == "-") {
    fail_usage("only one of list and rules can come from standard input");
  }
  const Schema schema =
      load_schema(arguments.has("--schema") ? arguments.value("--schema") : "lead");
  const std::string json = read_file(path);
  const RuleSet rules = make<RuleSet>(source_name(path), galena_rule_set_parse, json.data(),
                                      json.size(), schema.get());
  const Router router =
      make<Router>(source_name(path), galena_router_create, rules.get(), schema.get());
  const Input leads = read_table(arguments.operand(0), arguments.value("--encoding"));
  if (arguments.has("--id")) {
    (void)column_of(leads.table.get(), arguments.value("--id"), leads.source);
  }
  print_unused_columns(leads, schema.get(), arguments.value("--id"));
  const Table list =
      make<Table>(leads.source, galena_table_conform, leads.table.get(), schema.get(), &options);
  const bool fits = report_table_errors(list.get(), leads.source);
  const char* const row_numbers = nullptr;
  const Table decisions = make<Table>(leads.source, galena_router_assign, router.get(), list.get(),
                                      now, row_numbers, std::size_t{0});
  write_decisions(decisions, leads, arguments.value("--id"));
  return leads.complete && fits ? kGood : kIncomplete;
}

}  // namespace

Command route_command() {
  return {
      "route", "decide by rules who gets each record of a list",
      "Usage: galena route LEADS.csv RULES.json --now INSTANT [--id COLUMN] [--schema SCHEMA]\n"
      "                    [--date-order ORDER] [--decimal-mark MARK] [--currency CODE]\n"
      "                    [--utc-offset MINUTES] [--encoding NAME]\n"
      "\n"
      "Writes CSV with the columns id, owner, reason, entry, target_kind and target, a row for\n"
      "every record in the order of the list. Pools start without history.\n"
      "\n"
      "  --now INSTANT          when the decisions are made: 2026-11-22T09:00:00Z\n"
      "  --id COLUMN            names the records; without it they are numbered from 0\n"
      "  --schema SCHEMA        a shipped schema or a file .json; lead without it\n"
      "  --date-order ORDER     day_month_year, month_day_year, year_month_day, excel_serial\n"
      "  --decimal-mark MARK    point or comma\n"
      "  --currency CODE        of amounts that name none: EUR\n"
      "  --utc-offset MINUTES   east of UTC, of times that name no offset: 0\n"
      "  --encoding NAME        utf-8, utf-16le, utf-16be or windows-1252; without it by byte\n"
      "                         order mark, else UTF-8\n",
      &route};
}

}  // namespace galena_command
