// Schemas of the C API.
#include "findings.hpp"
#include "galena/record/schema_json.hpp"
#include "guard.hpp"
#include "handles.hpp"

using namespace galena::capi;

extern "C" {

galena_status galena_schema_parse(const char* json, size_t json_size, galena_schema** schema,
                                  galena_error** error) noexcept {
  clear(schema);
  return guarded(error, [&] {
    need(schema, "schema");
    *schema =
        new galena_schema{take(galena::parse_schema(text(json, json_size, "json")))};
  });
}

galena_status galena_schema_standard(const char* entity, size_t entity_size,
                                     galena_schema** schema, galena_error** error) noexcept {
  clear(schema);
  return guarded(error, [&] {
    need(schema, "schema");
    *schema =
        new galena_schema{take(galena::standard_schema(text(entity, entity_size, "entity")))};
  });
}

galena_status galena_schema_of_table(const galena_table* table, galena_schema** schema,
                                     galena_error** error) noexcept {
  clear(schema);
  return guarded(error, [&] {
    need(schema, "schema");
    *schema = new galena_schema{galena::schema_of(need(table, "table").table)};
  });
}

const char* galena_schema_json(const galena_schema* schema) noexcept {
  return schema == nullptr ? "" : schema->schema.to_json().c_str();
}

const char* galena_schema_hash(const galena_schema* schema) noexcept {
  return schema == nullptr ? "" : schema->schema.hash().c_str();
}

uint32_t galena_schema_field_count(const galena_schema* schema) noexcept {
  return schema == nullptr ? 0 : static_cast<uint32_t>(schema->schema.size());
}

const char* galena_schema_field_name(const galena_schema* schema, uint32_t field) noexcept {
  if (field >= galena_schema_field_count(schema)) return "";
  return schema->schema[field].name.c_str();
}

galena_status galena_schema_find(const galena_schema* schema, const char* name, size_t name_size,
                                 uint32_t* field, galena_error** error) noexcept {
  if (field != nullptr) *field = 0;
  return guarded(error, [&] {
    const galena::Schema& known = need(schema, "schema").schema;
    const std::string wanted(text(name, name_size, "name"));
    const auto found = known.find(wanted);
    if (!found) {
      throw Refused{galena::Problem{
          galena::Code::not_found, "unknown_field", wanted,
          "the schema '" + known.name() + "' has no field '" + wanted + "'", ""}};
    }
    need(field, "field") = *found;
  });
}

galena_status galena_schema_lint(const galena_schema* schema, galena_buffer** findings,
                                 galena_error** error) noexcept {
  clear(findings);
  return guarded(error, [&] {
    give_text(findings, "findings", findings_json(galena::lint(need(schema, "schema").schema)));
  });
}

void galena_schema_free(galena_schema* schema) noexcept { delete schema; }

}  // extern "C"
