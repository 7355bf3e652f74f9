#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "galena/record/table.hpp"

namespace galena::test {

/// A table of text columns; empty cells are null.
inline Table text_table(const std::vector<std::string>& names,
                        const std::vector<std::vector<std::string>>& rows) {
  std::vector<Column> columns;
  for (std::size_t column = 0; column < names.size(); ++column) {
    ColumnBuilder builder(names[column], ColumnType::text);
    for (const std::vector<std::string>& row : rows) {
      if (row[column].empty()) {
        builder.append_null();
      } else {
        builder.append_text(row[column]);
      }
    }
    columns.push_back(builder.finish());
  }
  return Table::make(std::move(columns)).value();
}

}  // namespace galena::test
