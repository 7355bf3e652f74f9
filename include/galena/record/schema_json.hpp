// Schemas as JSON: reading them, the standard CRM schemas, and the linter. Compiled code.
//
//   auto mine = galena::parse_schema(R"({"entity":"lead","fields":[{"name":"last_name","type":"text"}]})");
//   const galena::Schema lead = *galena::standard_schema("lead");
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "galena/base/result.hpp"
#include "galena/record/schema.hpp"

namespace galena {

/// Reads {"entity", "fields": [{"name", "type", "kind", "label", "help", "purpose", "required",
/// "max_length", "values", "open_values", "currency", "references"}]}. Texts (label, help, purpose)
/// are a string or an object by language whose "" entry is the schema's own language. Every problem
/// is reported with its JSON pointer: PARSE for text that is no JSON, INVALID_ARGUMENT else.
Result<Schema> parse_schema(std::string_view json);

/// A shipped schema: lead, contact, account, opportunity, campaign, partner, registration.
/// NOT_FOUND for another name. Thread-safe.
Result<Schema> standard_schema(std::string_view entity);

/// The names that standard_schema knows, in alphabetical order.
std::vector<std::string> standard_schema_names();

/// One remark of a linter: the definition works, but a careful author would mend it.
struct Finding {
  std::string code;      ///< closed identifier such as "missing_purpose"
  std::string severity;  ///< "error", "warning" or "info"
  std::string pointer;   ///< JSON pointer into the definition
  std::string message;
  std::string witness;  ///< JSON of a record that shows it; may be empty
  friend bool operator==(const Finding&, const Finding&) = default;
};

/// Fields without label, help or purpose, picklists without values, references without an entity,
/// money without a currency.
std::vector<Finding> lint(const Schema& schema);

}  // namespace galena
