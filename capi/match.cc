// Models, duplicates, links and explanations of the C API.
#include <algorithm>
#include <limits>

#include "detail/json_reader.hpp"
#include "galena/match/deduplicate.hpp"
#include "galena/match/train.hpp"
#include "guard.hpp"
#include "handles.hpp"
#include "host_normaliser.hpp"
#include "match_handles.hpp"

using namespace galena::capi;
namespace match = galena::match;

struct galena_duplicates {
  match::Deduplication found;
  std::string fields;
  std::string report;
};

struct galena_links {
  match::Linkage found;
  std::string report;
};

struct galena_cluster_explanation {
  std::string text;
  std::string json;
};

namespace galena::capi {

galena_model* model_of(match::Model model) {
  std::string json = model.to_json();
  return new galena_model{std::move(model), std::move(json)};
}

galena_explanation* explanation_of(match::Explanation explanation) {
  std::string words = explanation.to_text();
  std::string json = explanation.to_json();
  return new galena_explanation{std::move(explanation), std::move(words), std::move(json)};
}

match::Fields read_fields(const char* data, std::size_t size, const char* name) {
  const std::string_view json = text(data, size, name);
  if (json.empty()) return {};
  return take(galena::detail::read_json(json, [](const galena::detail::JsonNode& root) {
    match::Fields fields;
    for (const auto& [column, node] : root.members()) {
      fields.push_back(
          {.column = std::string(column), .kind = node.choice<galena::Kind>(galena::kKindNames)});
    }
    return fields;
  }));
}

std::string fields_json(const match::Fields& fields) {
  galena::JsonWriter json;
  json.begin_object();
  for (const match::Field& field : fields) {
    json.key(field.column).value(galena::kind_name(field.kind));
  }
  json.end_object();
  return std::move(json).text();
}

}  // namespace galena::capi

namespace {

/// The pairs of a table with columns left and right.
std::vector<std::pair<galena::Value, galena::Value>> id_pairs(const galena::Table& table) {
  galena::Problems problems;
  for (const char* const name : {"left", "right"}) {
    if (!table.find(name)) {
      problems.add(galena::Code::not_found, "unknown_column", name,
                   std::string("not_duplicates has no column '") + name + "'", "name it so");
    }
  }
  if (!problems.empty()) throw Refused{problems};
  const galena::Column& left = table[*table.find("left")];
  const galena::Column& right = table[*table.find("right")];
  std::vector<std::pair<galena::Value, galena::Value>> pairs;
  for (std::size_t row = 0; row < table.rows(); ++row) pairs.emplace_back(left[row], right[row]);
  return pairs;
}

/// [["column", ...], ...]; nothing for empty text. Refused for what is no such list.
match::BlockingKeys blocking_keys(const galena_match_options& options) {
  const std::string_view json = text(options.blocking, options.blocking_size, "blocking");
  if (json.empty()) return {};
  return take(galena::detail::read_json(json, [](const galena::detail::JsonNode& root) {
    match::BlockingKeys keys;
    for (const auto& key : root.items()) keys.push_back(key.texts());
    return keys;
  }));
}

/// Of galena_duplicates and of galena_links.
template <class Found>
galena_status tell_completeness(const Found* found, const galena_table* matches,
                                galena_buffer** completeness, galena_error** error) noexcept {
  clear(completeness);
  return guarded(error, [&] {
    const galena::Table& known = need(matches, "matches").table;
    give_text(completeness, "completeness",
              take(need(found, "found").found.completeness(known)).to_json());
  });
}

/// `host` is what the options refer to: it is to last as long as they are used.
match::LinkOptions match_options(const galena_match_options* given, HostCallback& host) {
  const galena_match_options options = options_of(given);
  if (options.reserved != 0) refuse_argument("reserved", "options", "options.reserved must be 0");
  match::LinkOptions parsed;
  parsed.fields = read_fields(options.fields, options.fields_size, "fields");
  parsed.id_column = std::string(text(options.id, options.id_size, "id"));
  parsed.right_fields =
      read_fields(options.right_fields, options.right_fields_size, "right_fields");
  parsed.right_id_column = std::string(text(options.right_id, options.right_id_size, "right_id"));
  if (options.model != nullptr) parsed.model = options.model->model;
  if (options.threshold != 0) parsed.threshold = options.threshold;
  parsed.threads = options.threads;
  parsed.one_to_one = options.one_to_one != 0;
  parsed.source_column = std::string(text(options.source, options.source_size, "source"));
  parsed.most_members = options.most_members;
  parsed.memory_limit = static_cast<std::size_t>(
      std::min<std::uint64_t>(options.memory_limit, std::numeric_limits<std::size_t>::max()));
  if (options.not_duplicates != nullptr)
    parsed.not_duplicates = id_pairs(options.not_duplicates->table);
  if (options.progress != nullptr) {
    parsed.progress = [call = options.progress, data = options.user_data](double fraction,
                                                                          std::string_view phase) {
      return call(data, fraction, std::string(phase).c_str()) == 0;
    };
  }
  host = {options.normaliser, options.normaliser_data};
  parsed.normaliser = host.asks();
  parsed.blocking = blocking_keys(options);
  return parsed;
}

}  // namespace

extern "C" {

galena_status galena_model_preset(const char* preset, size_t preset_size, galena_model** model,
                                  galena_error** error) noexcept {
  clear(model);
  return guarded(error, [&] {
    const std::string name(text(preset, preset_size, "preset"));
    const auto known = match::preset_from(name);
    if (!known) {
      throw Refused{galena::Problem{galena::Code::not_found, "unknown_preset", name,
                                    "there is no preset '" + name + "'",
                                    "use person, lead, contact, account or crm_standard_rules"}};
    }
    need(model, "model");
    *model = model_of(match::Model::preset(*known));
  });
}

galena_status galena_model_parse(const char* json, size_t json_size, galena_model** model,
                                 galena_error** error) noexcept {
  clear(model);
  return guarded(error, [&] {
    need(model, "model");
    *model = model_of(take(match::Model::from_json(text(json, json_size, "json"))));
  });
}

galena_status galena_model_from_splink(const char* json, size_t json_size, galena_model** model,
                                       galena_error** error) noexcept {
  clear(model);
  return guarded(error, [&] {
    need(model, "model");
    *model = model_of(take(match::Model::from_splink(text(json, json_size, "json"))));
  });
}

const char* galena_model_json(const galena_model* model) noexcept {
  return model == nullptr ? "" : model->json.c_str();
}

const char* galena_model_hash(const galena_model* model) noexcept {
  return model == nullptr ? "" : model->model.hash().c_str();
}

void galena_model_free(galena_model* model) noexcept { delete model; }

galena_status galena_model_train(const galena_table* table, const galena_match_options* options,
                                 const galena_table* pairs, galena_model** trained,
                                 galena_error** error) noexcept {
  clear(trained);
  return guarded(error, [&] {
    const galena::Table& source = need(table, "table").table;
    need(trained, "trained");
    HostCallback host;
    match::LinkOptions given = match_options(options, host);
    match::TrainOptions training{.fields = std::move(given.fields),
                                 .id_column = std::move(given.id_column),
                                 .start = std::move(given.model),
                                 .threads = given.threads,
                                 .progress = std::move(given.progress),
                                 .normaliser = given.normaliser,
                                 .blocking = std::move(given.blocking)};
    if (pairs != nullptr) training.pairs = pairs->table;
    *trained = model_of(take(match::train(source, training)).model);
  });
}

galena_status galena_dedupe(const galena_table* table, const galena_match_options* options,
                            galena_duplicates** found, galena_error** error) noexcept {
  clear(found);
  return guarded(error, [&] {
    const galena::Table& source = need(table, "table").table;
    need(found, "found");
    HostCallback host;
    auto result = take(match::deduplicate(source, match_options(options, host)));
    std::string fields = fields_json(result.fields());
    std::string report = result.report().to_json();
    *found = new galena_duplicates{std::move(result), std::move(fields), std::move(report)};
  });
}

galena_status galena_duplicates_clusters(const galena_duplicates* found, galena_table** clusters,
                                         galena_error** error) noexcept {
  clear(clusters);
  return guarded(error, [&] {
    need(clusters, "clusters");
    *clusters = new galena_table{need(found, "found").found.clusters(), {}};
  });
}

galena_status galena_duplicates_pairs(const galena_duplicates* found, galena_table** pairs,
                                      galena_error** error) noexcept {
  clear(pairs);
  return guarded(error, [&] {
    need(pairs, "pairs");
    *pairs = new galena_table{need(found, "found").found.pairs(), {}};
  });
}

galena_status galena_duplicates_model(const galena_duplicates* found, galena_model** model,
                                      galena_error** error) noexcept {
  clear(model);
  return guarded(error, [&] {
    need(model, "model");
    *model = model_of(need(found, "found").found.model());
  });
}

const char* galena_duplicates_fields(const galena_duplicates* found) noexcept {
  return found == nullptr ? "" : found->fields.c_str();
}

const char* galena_duplicates_report(const galena_duplicates* found) noexcept {
  return found == nullptr ? "" : found->report.c_str();
}

galena_status galena_duplicates_explain(const galena_duplicates* found, size_t row_a, size_t row_b,
                                        galena_explanation** explanation,
                                        galena_error** error) noexcept {
  clear(explanation);
  return guarded(error, [&] {
    need(explanation, "explanation");
    *explanation = explanation_of(take(need(found, "found").found.explain_rows(row_a, row_b)));
  });
}

galena_status galena_duplicates_completeness(const galena_duplicates* found,
                                             const galena_table* matches,
                                             galena_buffer** completeness,
                                             galena_error** error) noexcept {
  return tell_completeness(found, matches, completeness, error);
}

galena_status galena_duplicates_explain_cluster(const galena_duplicates* found, size_t row,
                                                galena_cluster_explanation** explanation,
                                                galena_error** error) noexcept {
  clear(explanation);
  return guarded(error, [&] {
    need(explanation, "explanation");
    const match::Deduplication& duplicates = need(found, "found").found;
    const galena::Table& clusters = duplicates.clusters();
    if (row >= clusters.rows()) {
      throw Refused{galena::Problem{galena::Code::not_found, "unknown_row", std::to_string(row),
                                    "there is no row " + std::to_string(row) + " in a table of " +
                                        std::to_string(clusters.rows()),
                                    ""}};
    }
    const match::ClusterExplanation cluster = take(duplicates.explain_cluster(clusters[0][row]));
    *explanation = new galena_cluster_explanation{cluster.to_text(), cluster.to_json()};
  });
}

const char* galena_cluster_explanation_text(
    const galena_cluster_explanation* explanation) noexcept {
  return explanation == nullptr ? "" : explanation->text.c_str();
}

const char* galena_cluster_explanation_json(
    const galena_cluster_explanation* explanation) noexcept {
  return explanation == nullptr ? "" : explanation->json.c_str();
}

void galena_cluster_explanation_free(galena_cluster_explanation* explanation) noexcept {
  delete explanation;
}

void galena_duplicates_free(galena_duplicates* found) noexcept { delete found; }

galena_status galena_link(const galena_table* left, const galena_table* right,
                          const galena_match_options* options, galena_links** found,
                          galena_error** error) noexcept {
  clear(found);
  return guarded(error, [&] {
    const galena::Table& one = need(left, "left").table;
    const galena::Table& other = need(right, "right").table;
    need(found, "found");
    HostCallback host;
    auto result = take(match::link(one, other, match_options(options, host)));
    std::string report = result.report().to_json();
    *found = new galena_links{std::move(result), std::move(report)};
  });
}

galena_status galena_links_pairs(const galena_links* found, galena_table** pairs,
                                 galena_error** error) noexcept {
  clear(pairs);
  return guarded(error, [&] {
    need(pairs, "pairs");
    *pairs = new galena_table{need(found, "found").found.pairs(), {}};
  });
}

const char* galena_links_report(const galena_links* found) noexcept {
  return found == nullptr ? "" : found->report.c_str();
}

galena_status galena_links_explain(const galena_links* found, size_t left_row, size_t right_row,
                                   galena_explanation** explanation,
                                   galena_error** error) noexcept {
  clear(explanation);
  return guarded(error, [&] {
    need(explanation, "explanation");
    *explanation =
        explanation_of(take(need(found, "found").found.explain_rows(left_row, right_row)));
  });
}

galena_status galena_links_completeness(const galena_links* found, const galena_table* matches,
                                        galena_buffer** completeness,
                                        galena_error** error) noexcept {
  return tell_completeness(found, matches, completeness, error);
}

void galena_links_free(galena_links* found) noexcept { delete found; }

galena_status galena_model_compare(const galena_model* model, const char* fields,
                                   size_t fields_size, const galena_record* a,
                                   const galena_record* b, galena_explanation** explanation,
                                   galena_error** error) noexcept {
  clear(explanation);
  return guarded(error, [&] {
    const galena::Record& one = need(a, "a").record;
    const galena::Record& other = need(b, "b").record;
    need_schema(other.schema(), one.schema(), "b");
    // The library reads field i of the list as field i of the rows.
    match::Fields by_number(one.schema().size());
    for (match::Field& named : read_fields(fields, fields_size, "fields")) {
      const auto number = one.schema().find(named.column);
      if (!number) {
        refuse_argument(
            "unknown_field", named.column,
            "the schema '" + one.schema().name() + "' has no field '" + named.column + "'");
      }
      by_number[*number] = std::move(named);
    }
    need(explanation, "explanation");
    *explanation = explanation_of(match::compare(need(model, "model").model, by_number,
                                                 galena::row_of(one), galena::row_of(other)));
  });
}

double galena_explanation_probability(const galena_explanation* explanation) noexcept {
  return explanation == nullptr ? 0 : explanation->explanation.probability;
}

double galena_explanation_weight(const galena_explanation* explanation) noexcept {
  return explanation == nullptr ? 0 : explanation->explanation.weight;
}

const char* galena_explanation_text(const galena_explanation* explanation) noexcept {
  return explanation == nullptr ? "" : explanation->text.c_str();
}

const char* galena_explanation_json(const galena_explanation* explanation) noexcept {
  return explanation == nullptr ? "" : explanation->json.c_str();
}

void galena_explanation_free(galena_explanation* explanation) noexcept { delete explanation; }

}  // extern "C"
