#pragma once

#include <string>
#include <utility>
#include <vector>

#include "galena/match/fields.hpp"
#include "galena/record/table.hpp"
#include "generator/leadgen.hpp"

namespace galena::test {

/// The seven fields that measurements compare leads by.
inline match::Fields lead_fields() {
  return {{"first_name", Kind::first_name, {}},
          {"last_name", Kind::last_name, {}},
          {"company", Kind::company, {}},
          {"email", Kind::email, {}},
          {"phone", Kind::phone, {}},
          {"city", Kind::city, {}},
          {"postal_code", Kind::postal_code, {}}};
}

/// A list of the project's generator, and which person each row is.
struct GeneratedLeads {
  Table table;
  std::vector<std::string> truth;
};

/// Text columns as kLeadColumns names them; empty cells are null. The truth is no column.
inline GeneratedLeads generated_leads(const examples::LeadgenOptions& options) {
  GeneratedLeads leads;
  std::vector<ColumnBuilder> builders;
  for (const auto& column : examples::kLeadColumns) {
    builders.emplace_back(std::string(column.name), ColumnType::text);
  }
  examples::LeadGenerator generator(options);
  for (examples::Lead lead; generator.next(lead);) {
    for (std::size_t i = 0; i < builders.size(); ++i) {
      const std::string& value = lead.*examples::kLeadColumns[i].value;
      if (value.empty()) {
        builders[i].append_null();
      } else {
        builders[i].append_text(value);
      }
    }
    leads.truth.push_back(std::to_string(lead.true_id));
  }
  std::vector<Column> columns;
  for (ColumnBuilder& builder : builders) columns.push_back(builder.finish());
  leads.table = Table::make(std::move(columns)).value();
  return leads;
}

}  // namespace galena::test
