// Adding the rows of a table to a live index.
#include <boost/unordered/unordered_flat_set.hpp>

#include "match/index_state.hpp"
#include "match/match_state.hpp"
#include "match/suggest_column.hpp"

namespace galena::match {

namespace {

/// The columns of a table that an index reads, and the ids of its rows.
struct TableSource {
  const Table& table;
  std::vector<std::uint32_t> columns{};
  std::optional<std::size_t> ids{};

  [[nodiscard]] ValueView id(std::size_t row) const {
    return ids ? table[*ids][row] : ValueView(static_cast<std::int64_t>(row));
  }
  [[nodiscard]] RowView row(std::size_t number) const {
    return RowView(this, number, [](const void* from, std::size_t at, std::uint32_t field) {
      const auto* const source = static_cast<const TableSource*>(from);
      return source->table[source->columns[field]][at];
    });
  }
};

Result<TableSource> source_of(const Table& table, const Fields& fields,
                              std::string_view id_column) {
  Problems problems;
  TableSource source{.table = table};
  for (const Field& field : fields) {
    const auto column = table.find(field.column);
    if (!column) {
      problems.add(Code::not_found, "unknown_column", field.column,
                   "the table has no column '" + field.column + "'", "");
    }
    source.columns.push_back(static_cast<std::uint32_t>(column.value_or(0)));
  }
  if (!id_column.empty()) source.ids = table.find(id_column);
  if (!id_column.empty() && !source.ids) {
    problems.add(Code::not_found, "unknown_column", std::string(id_column),
                 "the table has no column '" + std::string(id_column) + "' to take ids from",
                 suggest_column(table, id_column));
  }
  if (!problems.empty()) return problems;
  return source;
}

/// Ids of the table that cannot be added; `known` tells those that are there. At most ten are told.
template <class Known>
Problems unusable_ids(const TableSource& source, Known known) {
  Problems problems;
  boost::unordered_flat_set<std::string> seen;
  for (std::size_t row = 0; row < source.table.rows() && problems.size() < 10; ++row) {
    const ValueView id = source.id(row);
    if (!usable_id(id)) {
      problems.add(blank_id());
    } else if (known(id) || !seen.insert(id_key(id)).second) {
      problems.add(
          Code::already_exists, "repeated_id", to_text(id),
          "the id '" + to_text(id) + "' of row " + std::to_string(row) + " is there already", "");
    }
  }
  return problems;
}

/// The rows as they are kept where the host has to be asked about them, which it is before the
/// first is added and without the lock; else none.
template <class Impl>
Result<std::vector<std::string>> asked_rows(const Impl& index, const TableSource& source) {
  std::vector<std::string> rows;
  if (!index.asks_host()) return rows;
  for (std::size_t row = 0; row < source.table.rows(); ++row) {
    Result<std::string> packed = index.pack(source.row(row));
    if (!packed) return packed.problems();
    rows.push_back(std::move(*packed));
  }
  return rows;
}

}  // namespace

Result<void> Index::add_all(const Table& table, std::string_view id_column,
                            const Progress& progress) {
  constexpr std::size_t kBatch = 4096;
  const Result<TableSource> source = source_of(table, impl_->fields, id_column);
  if (!source) return source.problems();
  Result<std::vector<std::string>> asked = asked_rows(*impl_, *source);
  if (!asked) return asked.problems();
  std::unique_lock guard(impl_->lock);
  const Problems problems =
      unusable_ids(*source, [&](const ValueView& id) { return impl_->find_record(id) != nullptr; });
  if (!problems.empty()) return problems;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    std::string packed = asked->empty() ? PackedRow::pack(source->row(row), impl_->fields.size())
                                        : std::move((*asked)[row]);
    Result<void> added = impl_->add_packed(source->id(row), std::move(packed));
    if (!added) return added;
    if (!progress || row % kBatch != 0) continue;
    // The caller's function may use the index, so it is called without the lock.
    guard.unlock();
    if (!progress(static_cast<double>(row) / static_cast<double>(table.rows()), "add"))
      return cancelled();
    guard.lock();
  }
  return {};
}

}  // namespace galena::match
