#include "galena/assign/batch.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace galena::assign {

Matches match(const BoundRules& rules, const Table& table, Instant now) {
  Matches result;
  result.entries.resize(table.rows(), Matches::kNone);
  const criteria::Context context(now, rules.rules().zone());
  criteria::RowReader reader(rules.schema().size());
  for (std::size_t row = 0; row < table.rows(); ++row) {
    reader.reset(table.row(row));
    const auto [index, outcome] = rules.first_match(reader, context);
    if (outcome.state == criteria::Outcome::match) {
      result.entries[row] = static_cast<std::int32_t>(index);
    } else if (outcome.state == criteria::Outcome::evaluation_error) {
      result.entries[row] = Matches::kError;
      result.errors.push_back({row, index, outcome.criterion, outcome.error});
    }
  }
  return result;
}

namespace {

/// The five columns that follow the id.
class AssignmentColumns {
 public:
  AssignmentColumns(const RuleSet& rules, std::size_t rows) : rules_(rules) {
    for (ColumnBuilder* column : {&entry_, &target_kind_, &target_, &owner_, &reason_}) {
      column->reserve(rows);
    }
  }

  void append(const std::optional<std::uint32_t>& entry, const Target& target,
              std::string_view owner, Reason reason) {
    entry ? entry_.append_text(rules_.entries()[*entry].id) : entry_.append_null();
    target_kind_.append_text(target_kind_name(target.kind));
    append_id(target_, target.id);
    append_id(owner_, owner);
    reason_.append_text(reason_name(reason));
  }

  std::vector<Column> finish() {
    return {entry_.finish(), target_kind_.finish(), target_.finish(), owner_.finish(),
            reason_.finish()};
  }

 private:
  static void append_id(ColumnBuilder& column, std::string_view id) {
    id.empty() ? column.append_null() : column.append_text(id);
  }

  const RuleSet& rules_;
  ColumnBuilder entry_{"entry", ColumnType::text};
  ColumnBuilder target_kind_{"target_kind", ColumnType::text};
  ColumnBuilder target_{"target", ColumnType::text};
  ColumnBuilder owner_{"owner", ColumnType::text};
  ColumnBuilder reason_{"reason", ColumnType::text};
};

Column row_numbers(std::size_t rows) {
  ColumnBuilder numbers("id", ColumnType::integer);
  numbers.reserve(rows);
  for (std::size_t row = 0; row < rows; ++row) {
    numbers.append_integer(static_cast<std::int64_t>(row));
  }
  return numbers.finish();
}

}  // namespace

std::vector<Assignment> assign_rows(Router& router, const Table& table, Instant now,
                                    std::size_t first, std::size_t count) {
  const criteria::Context context(now, router.rules().rules().zone());
  std::vector<Assignment> assignments;
  assignments.reserve(count);
  for (std::size_t row = first; row < first + count; ++row) {
    assignments.push_back(router.assign(table.row(row), context));
  }
  return assignments;
}

std::vector<Column> columns_of(const RuleSet& rules, const std::vector<Assignment>& assignments) {
  AssignmentColumns columns(rules, assignments.size());
  for (const Assignment& each : assignments) {
    columns.append(each.entry, each.target, each.owner, each.reason);
  }
  return columns.finish();
}

Result<Table> assign(Router& router, const Table& table, Instant now,
                     std::optional<std::uint32_t> id_column) {
  if (id_column && *id_column >= table.columns().size()) {
    return Problem{Code::invalid_argument, "unknown_column", std::to_string(*id_column),
                   "the table has no column number " + std::to_string(*id_column),
                   "its columns are numbered from 0 to " + std::to_string(table.columns().size())};
  }
  const RuleSet& rules = router.rules().rules();
  const criteria::Context context(now, rules.zone());
  AssignmentColumns columns(rules, table.rows());
  for (std::size_t row = 0; row < table.rows(); ++row) {
    router.assign(table.row(row), context, [&](const detail::Pick& pick) {
      columns.append(pick.entry, *pick.target, pick.owner, pick.reason);
    });
  }
  std::vector<Column> all = columns.finish();
  all.insert(all.begin(), id_column ? table[*id_column].renamed("id") : row_numbers(table.rows()));
  return Table::make(std::move(all));
}

}  // namespace galena::assign
