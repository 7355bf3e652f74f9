#include "intake/column_text.hpp"

#include <vector>

#include "galena/record/table.hpp"

namespace galena::detail {

void for_each_text(const Column& column, const std::function<void(std::string_view)>& visit) {
  const std::size_t count = column.is_dictionary() ? column.distinct_size() : column.size();
  for (std::size_t i = 0; i < count; ++i) {
    const std::string_view text = column.is_dictionary() ? column.distinct(i) : column.text(i);
    if (!text.empty()) visit(text);
  }
}

Column rewrite_text(const Column& column,
                    const std::function<std::optional<std::string>(std::string_view)>& rewrite,
                    std::size_t& kept) {
  std::vector<std::optional<std::string>> known;
  if (column.is_dictionary()) {
    known.reserve(column.distinct_size());
    for (std::size_t i = 0; i < column.distinct_size(); ++i)
      known.push_back(rewrite(column.distinct(i)));
  }
  ColumnBuilder builder(column.name(), ColumnType::text);
  builder.reserve(column.size());
  for (std::size_t row = 0; row < column.size(); ++row) {
    if (column.is_null(row)) {
      builder.append_null();
      continue;
    }
    const std::string_view text = column.text(row);
    const auto answer =
        known.empty() ? rewrite(text) : known[static_cast<std::size_t>(column.codes()[row])];
    if (!answer && !text.empty()) ++kept;
    builder.append_text(answer ? std::string_view(*answer) : text);
  }
  return builder.finish();
}

}  // namespace galena::detail
