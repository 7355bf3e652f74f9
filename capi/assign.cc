// Rule sets and routers of the C API.
#include "findings.hpp"
#include "galena/assign/batch.hpp"
#include "galena/assign/explanation.hpp"
#include "galena/assign/json.hpp"
#include "galena/assign/lint.hpp"
#include "galena/assign/router.hpp"
#include "guard.hpp"
#include "handles.hpp"

using namespace galena::capi;
namespace assign = galena::assign;

struct galena_rule_set {
  assign::RuleSet rules;
};

struct galena_router {
  assign::Router router;
};

extern "C" {

galena_status galena_rule_set_parse(const char* json, size_t json_size, const galena_schema* schema,
                                    galena_rule_set** rules, galena_error** error) noexcept {
  clear(rules);
  return guarded(error, [&] {
    const std::string_view definition = text(json, json_size, "json");
    need(rules, "rules");
    *rules = new galena_rule_set{
        take(schema == nullptr ? assign::parse_rule_set(definition)
                               : assign::parse_rule_set(definition, schema->schema))};
  });
}

const char* galena_rule_set_json(const galena_rule_set* rules) noexcept {
  return rules == nullptr ? "" : rules->rules.to_json().c_str();
}

const char* galena_rule_set_hash(const galena_rule_set* rules) noexcept {
  return rules == nullptr ? "" : rules->rules.hash().c_str();
}

galena_status galena_rule_set_lint(const galena_rule_set* rules, galena_buffer** findings,
                                   galena_error** error) noexcept {
  clear(findings);
  return guarded(error, [&] {
    give_text(findings, "findings", findings_json(assign::lint(need(rules, "rules").rules)));
  });
}

void galena_rule_set_free(galena_rule_set* rules) noexcept { delete rules; }

galena_status galena_router_create(const galena_rule_set* rules, const galena_schema* schema,
                                   galena_router** router, galena_error** error) noexcept {
  clear(router);
  return guarded(error, [&] {
    need(router, "router");
    *router = new galena_router{take(
        assign::Router::make(need(rules, "rules").rules, need(schema, "schema").schema))};
  });
}

galena_status galena_router_state(const galena_router* router, galena_buffer** state,
                                  galena_error** error) noexcept {
  clear(state);
  return guarded(error, [&] {
    give_text(state, "state", need(router, "router").router.state().to_json());
  });
}

galena_status galena_router_set_state(galena_router* router, const char* state, size_t state_size,
                                      galena_error** error) noexcept {
  return guarded(error, [&] {
    need(router, "router")
        .router.set_state(take(assign::parse_router_state(text(state, state_size, "state"))));
  });
}

galena_status galena_router_decide(galena_router* router, const galena_record* record, int64_t now,
                                   galena_decision** decision, galena_error** error) noexcept {
  clear(decision);
  return guarded(error, [&] {
    assign::Router& routes = need(router, "router").router;
    const galena::Record& source = need(record, "record").record;
    need_schema(source.schema(), routes.rules().schema(), "record");
    need(decision, "decision");
    const galena::Instant at = galena::instant_from_micros(now);
    *decision = make_decision(routes.decide(source, at));
  });
}

galena_status galena_router_assign(galena_router* router, const galena_table* table, int64_t now,
                                   const char* id, size_t id_size, galena_table** decisions,
                                   galena_error** error) noexcept {
  clear(decisions);
  return guarded(error, [&] {
    assign::Router& routes = need(router, "router").router;
    const galena::Table& source = need(table, "table").table;
    need_columns(source, routes.rules().schema());
    need(decisions, "decisions");
    const std::string id_column(text(id, id_size, "id"));
    const auto column = id_column.empty() ? std::nullopt : source.find(id_column);
    if (!id_column.empty() && !column) {
      throw Refused{galena::Problem{galena::Code::not_found, "unknown_column", id_column,
                                    "the table has no column '" + id_column + "'", ""}};
    }
    *decisions = new galena_table{
        take(assign::assign(routes, source, galena::instant_from_micros(now), column)), {}};
  });
}

galena_status galena_router_explain(const galena_router* router, const galena_decision* decision,
                                    galena_buffer** explanation, galena_error** error) noexcept {
  clear(explanation);
  return guarded(error, [&] {
    const auto why = take(assign::explain(need(router, "router").router.rules(),
                                          need(decision, "decision").decision));
    give_text(explanation, "explanation", why.to_json());
  });
}

galena_status galena_router_why_not(const galena_router* router, const galena_record* record,
                                    int64_t now, const char* entry, size_t entry_size,
                                    galena_buffer** lines, galena_error** error) noexcept {
  clear(lines);
  return guarded(error, [&] {
    const assign::BoundRules& rules = need(router, "router").router.rules();
    const galena::Record& source = need(record, "record").record;
    need_schema(source.schema(), rules.schema(), "record");
    const auto reading =
        take(assign::why_not(rules, galena::row_of(source), galena::instant_from_micros(now),
                             text(entry, entry_size, "entry")));
    galena::JsonWriter json;
    json.begin_array();
    for (const std::string& line : reading.lines) json.value(line);
    json.end_array();
    give_text(lines, "lines", std::move(json).text());
  });
}

void galena_router_free(galena_router* router) noexcept { delete router; }

}  // extern "C"
