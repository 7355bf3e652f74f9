#pragma once

#include <cctype>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "galena/match/fields.hpp"
#include "galena/record/table.hpp"
#include "generator/leadgen.hpp"
#include "support/generated_leads.hpp"

namespace galena::test {

/// A list whose records all are of one company and one web domain, as an agency's or a large
/// employer's is, or the list that it was made from.
struct BlockList {
  Table table;
  match::Fields fields;
  std::vector<std::string> truth;  ///< the person of each row
};

/// Generated leads, one row in a hundred a duplicate. `one_company`: company and domain are the
/// same for all; mailboxes stay as they are, and where two people have the same, the later ones get
/// numbers, as employers give them.
inline BlockList block_list(std::size_t rows, bool one_company) {
  BlockList list;
  list.fields = lead_fields();
  std::vector<std::string_view> wanted;
  for (const auto& field : list.fields) wanted.push_back(field.column);
  const auto generated =
      examples::make_lead_columns({.rows = rows, .seed = 2, .duplicates = 0.01}, wanted);
  for (const auto id : generated.true_id) list.truth.push_back(std::to_string(id));
  std::map<std::string, std::map<std::string, std::size_t>> people_of;  // by mailbox
  const auto in_one_company = [&](std::string_view column, std::string value, std::size_t row) {
    if (!one_company || value.empty()) return value;
    if (column == "company") return std::string("Acme Formations Ltd");
    const auto at = value.find('@');
    if (column != "email" || at == std::string::npos) return value;
    std::string mailbox = value.substr(0, at);
    mailbox.erase(0, mailbox.find_first_not_of(' '));  // the same mailbox however it is written
    for (char& c : mailbox) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    auto& people = people_of[mailbox];
    const std::size_t number = people.emplace(list.truth[row], people.size()).first->second;
    return mailbox + (number == 0 ? "" : std::to_string(number + 1)) + "@acme-formations.com";
  };
  std::vector<Column> columns;
  for (const auto& source : generated.columns) {
    ColumnBuilder builder(source.name, ColumnType::text);
    for (std::size_t row = 0; row < source.size(); ++row) {
      const std::string value = in_one_company(source.name, std::string(source[row]), row);
      if (value.empty()) {
        builder.append_null();
      } else {
        builder.append_text(value);
      }
    }
    columns.push_back(builder.finish());
  }
  list.table = Table::make(std::move(columns)).value();
  return list;
}

}  // namespace galena::test
