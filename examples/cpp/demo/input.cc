#include "input.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "galena/record/schema_json.hpp"
#include "generator/leadgen.hpp"

namespace demo {

using galena::Kind;
using galena::Result;

namespace {

/// Row numbers are ids when the list has no ids of its own, or blank or repeated ones.
std::string usable_ids(const galena::Table& table) {
  const auto column = table.find("id");
  if (!column) return {};
  std::vector<std::string_view> ids;
  for (std::size_t row = 0; row < table.rows(); ++row) ids.push_back(table[*column].text(row));
  std::sort(ids.begin(), ids.end());
  const bool blank = !ids.empty() && ids.front().empty();
  const bool repeated = std::adjacent_find(ids.begin(), ids.end()) != ids.end();
  return blank || repeated ? std::string() : "id";
}

/// Brings the list into its schema's shape. Columns whose dates or numbers can be read in two ways are
/// left out and said so: a list is worked without them rather than with guesses.
Result<void> conform(List& list) {
  const galena::ImportFormats formats{.utc_offset = std::chrono::minutes(0)};
  auto& columns = list.mapping.columns;
  auto canonical = galena::normalise_formats(list.csv.table, list.schema, columns, formats);
  if (!canonical) {
    for (const galena::Problem& problem : canonical.problems()) {
      list.left_out.push_back(problem.message);
      std::erase_if(columns, [&](const auto& pair) { return pair.first == problem.subject; });
    }
    canonical = galena::normalise_formats(list.csv.table, list.schema, columns, formats);
  }
  if (!canonical) return canonical.problems();
  auto conformed = galena::conform(canonical->table, list.schema, columns);
  if (!conformed) return conformed.problems();
  list.conformed = *std::move(conformed);
  return {};
}

Result<List> shape(std::string source, std::string_view entity, Result<galena::CsvTable> csv) {
  if (!csv) return csv.problems();
  auto schema = galena::standard_schema(entity);
  if (!schema) return schema.problems();
  List list{.source = std::move(source), .schema = *schema, .csv = *std::move(csv)};
  list.mapping = galena::suggest_mapping(list.csv.table, list.schema);
  if (const auto conformed = conform(list); !conformed) return conformed.problems();
  list.id_column = usable_ids(list.conformed.table);
  if (const auto truth = list.csv.table.find("true_id")) {
    for (std::size_t row = 0; row < list.csv.table.rows(); ++row) {
      list.truth.emplace_back(list.csv.table[*truth].text(row));
    }
  }
  return list;
}

galena::examples::LeadgenOptions generator_options(const Options& options) {
  galena::examples::LeadgenOptions generated;
  generated.rows = options.rows;
  generated.seed = options.seed;
  return generated;
}

std::string generated_name(const Options& options, const char* what) {
  return std::string(what) + " generated from seed " + std::to_string(options.seed);
}

template <class Generator, class Row>
std::string generate(const Options& options, void (*header)(std::string&),
                     void (*append)(std::string&, const Row&)) {
  std::string bytes;
  header(bytes);
  Generator generator(generator_options(options));
  for (Row row; generator.next(row);) append(bytes, row);
  return bytes;
}

}  // namespace

Result<List> read_leads(const Options& options) {
  if (!options.leads.empty()) {
    return shape(options.leads, "lead", galena::read_csv_file(options.leads));
  }
  const std::string bytes = generate<galena::examples::LeadGenerator>(
      options, galena::examples::append_lead_header, galena::examples::append_lead_row);
  return shape(generated_name(options, "leads"), "lead", galena::read_csv(bytes));
}

Result<List> read_contacts(const Options& options) {
  if (!options.contacts.empty()) {
    return shape(options.contacts, "contact", galena::read_csv_file(options.contacts));
  }
  if (!options.leads.empty()) return shape("", "contact", galena::read_csv("id\n"));
  const std::string bytes = generate<galena::examples::ContactGenerator>(
      options, galena::examples::append_contact_header, galena::examples::append_contact_row);
  return shape(generated_name(options, "contacts"), "contact", galena::read_csv(bytes));
}

galena::match::Fields identity_fields(const List& list) {
  static const galena::match::Fields kKnown = {
      {"first_name", Kind::first_name}, {"last_name", Kind::last_name},
      {"company", Kind::company},       {"email", Kind::email},
      {"phone", Kind::phone},           {"mobile", Kind::phone},
      {"website", Kind::website},       {"street", Kind::street},
      {"city", Kind::city},             {"region", Kind::region},
      {"postal_code", Kind::postal_code}, {"country", Kind::country},
      {"created_at", Kind::created}};
  galena::match::Fields fields;
  for (const galena::match::Field& known : kKnown) {
    if (list.schema.find(known.column)) fields.push_back(known);
  }
  // A contact's account is its company; a lead's account is another record.
  if (list.schema.name() == "contact") fields.push_back({"account", Kind::company});
  return fields;
}

}  // namespace demo
