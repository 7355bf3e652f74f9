// Decisions of the C API.
#include "galena/record/traits.hpp"
#include "guard.hpp"
#include "handles.hpp"

using namespace galena::capi;

namespace galena::capi {

galena_decision* make_decision(Decision decision) {
  std::string json = to_json(decision);
  std::string digest = sha256_hex(json);
  std::vector<std::pair<std::string, std::string>> changes;
  for (const Change& change : decision.changes) {
    changes.emplace_back(change.field, to_text(change.after));
  }
  return new galena_decision{std::move(decision), std::move(json), std::move(digest),
                             std::move(changes)};
}

void need_schema(const Schema& given, const Schema& wanted, const char* name) {
  if (given == wanted) return;
  refuse_argument("other_schema", name,
                  std::string(name) + " has the schema '" + given.name() +
                      "', which is not the one the definition is bound to");
}

void need_columns(const Table& table, const Schema& schema) {
  for (std::uint32_t field = 0; field < schema.size(); ++field) {
    if (field < table.columns().size() && table[field].name() == schema[field].name &&
        table[field].type() == column_type_of(schema[field].type)) {
      continue;
    }
    refuse_argument("other_columns", schema[field].name,
                    "column " + std::to_string(field) + " of the table is not '" +
                        schema[field].name + "' of type " +
                        std::string(field_type_name(schema[field].type)) +
                        ": conform the table to the schema");
  }
}

}  // namespace galena::capi

extern "C" {

galena_status galena_record_apply(galena_record* record, const galena_decision* decision,
                                  galena_error** error) noexcept {
  return guarded(error, [&] {
    take(galena::apply(need(decision, "decision").decision, need(record, "record").record));
  });
}

const char* galena_decision_json(const galena_decision* decision) noexcept {
  return decision == nullptr ? "" : decision->json.c_str();
}

const char* galena_decision_digest(const galena_decision* decision) noexcept {
  return decision == nullptr ? "" : decision->digest.c_str();
}

const char* galena_decision_rule(const galena_decision* decision) noexcept {
  return decision == nullptr ? "" : decision->decision.rule.c_str();
}

const char* galena_decision_reason(const galena_decision* decision) noexcept {
  return decision == nullptr ? "" : decision->decision.reason.c_str();
}

const char* galena_decision_change(const galena_decision* decision, const char* field,
                                   size_t field_size) noexcept {
  if (decision == nullptr || field == nullptr) return nullptr;
  const std::string_view wanted(field, field_size);
  for (const auto& [name, after] : decision->changes) {
    if (name == wanted) return after.c_str();
  }
  return nullptr;
}

void galena_decision_free(galena_decision* decision) noexcept { delete decision; }

}  // extern "C"
