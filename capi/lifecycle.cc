// Processes, instances and steps of the C API.
#include "findings.hpp"
#include "galena/lifecycle/bound_process.hpp"
#include "galena/lifecycle/diagram.hpp"
#include "galena/lifecycle/events_between.hpp"
#include "galena/lifecycle/process_json.hpp"
#include "galena/lifecycle/step.hpp"
#include "galena/lifecycle/verify.hpp"
#include "guard.hpp"
#include "handles.hpp"

using namespace galena::capi;
namespace lifecycle = galena::lifecycle;

struct galena_process {
  lifecycle::BoundProcess bound;
  [[nodiscard]] const lifecycle::Process& process() const { return bound.process(); }
};

struct galena_instance {
  lifecycle::Instance instance;
  std::string json;
};

struct galena_step {
  lifecycle::StepResult result;
  std::string audit;
  std::string rejection;
};

namespace {

galena_instance* instance_of(lifecycle::Instance instance) {
  std::string json = to_json(instance);
  return new galena_instance{std::move(instance), std::move(json)};
}

galena_process* bound_process(const lifecycle::Process& process, const galena::Schema& schema) {
  return new galena_process{take(lifecycle::bind(process, schema))};
}

}  // namespace

extern "C" {

galena_status galena_process_parse(const char* json, size_t json_size, const galena_schema* schema,
                                   galena_process** process, galena_error** error) noexcept {
  clear(process);
  return guarded(error, [&] {
    const galena::Schema& known = need(schema, "schema").schema;
    const auto parsed = take(lifecycle::parse_process(text(json, json_size, "json"), known));
    need(process, "process");
    *process = bound_process(parsed, known);
  });
}

galena_status galena_process_standard(const char* name, size_t name_size,
                                      const galena_schema* schema, galena_process** process,
                                      galena_error** error) noexcept {
  clear(process);
  return guarded(error, [&] {
    const std::string_view wanted = text(name, name_size, "name");
    const auto shipped = take(lifecycle::standard_process(wanted));
    need(process, "process");
    *process = bound_process(
        shipped, schema != nullptr ? schema->schema : take(galena::standard_schema(wanted)));
  });
}

const char* galena_process_json(const galena_process* process) noexcept {
  return process == nullptr ? "" : process->process().to_json().c_str();
}

const char* galena_process_hash(const galena_process* process) noexcept {
  return process == nullptr ? "" : process->process().hash().c_str();
}

galena_status galena_process_verify(const galena_process* process, galena_buffer** findings,
                                    galena_error** error) noexcept {
  clear(findings);
  return guarded(error, [&] {
    give_text(findings, "findings",
              findings_json(lifecycle::verify(need(process, "process").process())));
  });
}

galena_status galena_process_mermaid(const galena_process* process, galena_buffer** diagram,
                                     galena_error** error) noexcept {
  clear(diagram);
  return guarded(error, [&] {
    give_text(diagram, "diagram", lifecycle::to_mermaid(need(process, "process").process()));
  });
}

galena_status galena_process_dot(const galena_process* process, galena_buffer** diagram,
                                 galena_error** error) noexcept {
  clear(diagram);
  return guarded(error, [&] {
    give_text(diagram, "diagram", lifecycle::to_dot(need(process, "process").process()));
  });
}

galena_status galena_process_events_between(const galena_process* process, const char* from,
                                            size_t from_size, const char* to, size_t to_size,
                                            galena_buffer** events, galena_error** error) noexcept {
  clear(events);
  return guarded(error, [&] {
    const auto way = take(lifecycle::events_between(need(process, "process").process(),
                                                    text(from, from_size, "from"),
                                                    text(to, to_size, "to")));
    galena::JsonWriter json;
    json.begin_array();
    for (const std::string& event : way) json.value(event);
    json.end_array();
    give_text(events, "events", std::move(json).text());
  });
}

void galena_process_free(galena_process* process) noexcept { delete process; }

galena_status galena_process_start(const galena_process* process, const char* record_id,
                                   size_t record_id_size, int64_t now, galena_instance** instance,
                                   galena_error** error) noexcept {
  clear(instance);
  return guarded(error, [&] {
    galena::RecordId id(std::string(text(record_id, record_id_size, "record_id")));
    need(instance, "instance");
    *instance = instance_of(need(process, "process").process().start(
        std::move(id), galena::instant_from_micros(now)));
  });
}

galena_status galena_process_step(const galena_process* process, const galena_instance* instance,
                                  const char* event, size_t event_size,
                                  const galena_record* record, const galena_actor* actor,
                                  int64_t now, const char* reason, size_t reason_size,
                                  galena_step** step, galena_error** error) noexcept {
  clear(step);
  return guarded(error, [&] {
    const lifecycle::BoundProcess& bound = need(process, "process").bound;
    const galena::Record& source = need(record, "record").record;
    need_schema(source.schema(), bound.schema(), "record");
    const lifecycle::StepRequest request{.event = text(event, event_size, "event"),
                                         .actor = need(actor, "actor").actor,
                                         .now = galena::instant_from_micros(now),
                                         .reason = text(reason, reason_size, "reason")};
    auto result = lifecycle::step(bound, need(instance, "instance").instance,
                                  galena::row_of(source), request);
    std::string audit = result.accepted ? to_json(result.audit) : std::string();
    std::string rejection = result.accepted ? std::string() : to_json(result.rejection);
    need(step, "step");
    *step =
        new galena_step{std::move(result), std::move(audit), std::move(rejection)};
  });
}

galena_status galena_process_available(const galena_process* process,
                                       const galena_instance* instance,
                                       const galena_record* record, const galena_actor* actor,
                                       int64_t now, galena_buffer** events,
                                       galena_error** error) noexcept {
  clear(events);
  return guarded(error, [&] {
    const lifecycle::BoundProcess& bound = need(process, "process").bound;
    const galena::Record& source = need(record, "record").record;
    need_schema(source.schema(), bound.schema(), "record");
    const auto available =
        take(lifecycle::available(bound, need(instance, "instance").instance, galena::row_of(source),
                                  need(actor, "actor").actor, galena::instant_from_micros(now)));
    galena::JsonWriter json;
    json.begin_array();
    for (const auto& each : available) json.raw(to_json(each));
    json.end_array();
    give_text(events, "events", std::move(json).text());
  });
}

galena_status galena_instance_parse(const char* json, size_t json_size, galena_instance** instance,
                                    galena_error** error) noexcept {
  clear(instance);
  return guarded(error, [&] {
    need(instance, "instance");
    *instance =
        instance_of(take(lifecycle::parse_instance(text(json, json_size, "json"))));
  });
}

const char* galena_instance_json(const galena_instance* instance) noexcept {
  return instance == nullptr ? "" : instance->json.c_str();
}

const char* galena_instance_status(const galena_instance* instance) noexcept {
  return instance == nullptr ? "" : instance->instance.status.c_str();
}

int64_t galena_instance_version(const galena_instance* instance) noexcept {
  return instance == nullptr ? 0 : instance->instance.version;
}

void galena_instance_free(galena_instance* instance) noexcept { delete instance; }

int32_t galena_step_accepted(const galena_step* step) noexcept {
  return step != nullptr && step->result.accepted ? 1 : 0;
}

galena_status galena_step_instance(const galena_step* step, galena_instance** instance,
                                   galena_error** error) noexcept {
  clear(instance);
  return guarded(error, [&] {
    need(instance, "instance");
    *instance = instance_of(need(step, "step").result.instance);
  });
}

galena_status galena_step_decision(const galena_step* step, galena_decision** decision,
                                   galena_error** error) noexcept {
  clear(decision);
  return guarded(error, [&] {
    need(decision, "decision");
    *decision = make_decision(need(step, "step").result.decision);
  });
}

const char* galena_step_audit(const galena_step* step) noexcept {
  return step == nullptr ? "" : step->audit.c_str();
}

const char* galena_step_rejection(const galena_step* step) noexcept {
  return step == nullptr ? "" : step->rejection.c_str();
}

void galena_step_free(galena_step* step) noexcept { delete step; }

}  // extern "C"
