// Comparisons of raw columns by conditions (ColumnComparison): which columns they read, and the
// evidence of a pair by them.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "galena/match/fields.hpp"
#include "match/records.hpp"

namespace galena::match {

/// The columns that the comparisons of a model read, each once, in the order of their names.
std::vector<std::string> columns_read(const ModelData& model);

/// Appends a feature of raw texts for each of columns_read(), fed by the column of that number;
/// kNoColumn leaves it blank.
void add_raw_features(const ModelData& model, Layout& layout,
                      const std::function<std::uint32_t(const std::string&)>& column_of);

/// The same where column i of a record is fields[i], whatever its kind.
void add_raw_features(const ModelData& model, Layout& layout, const Fields& fields);

/// The same for a table; NOT_FOUND "unknown_column" for each column that it does not have.
Result<void> add_raw_features(const ModelData& model, Layout& layout, const Table& table);

/// How one comparison of a pair turned out.
struct ColumnOutcome {
  std::size_t level = 0;  ///< place among the levels; their number: none holds
  Weight base = 0;        ///< log2(m / u)
  Weight frequency = 0;   ///< what term frequency adds to it
};

class ColumnScorer {
 public:
  /// `records` must have raw features (add_raw_features) and all its values; shares of values are
  /// read from it when pairs are compared.
  ColumnScorer(const ModelData& model, const EncodedRecords& records);
  ~ColumnScorer();

  /// The weight of all comparisons of a record `a` of `left` and a record `b` of the records.
  /// `detail`, when given, gets an outcome a comparison.
  WeightSum evidence(const EncodedRecords& left, RecordValues a, RecordValues b,
                     std::vector<ColumnOutcome>* detail) const;

 private:
  struct Compiled;
  std::unique_ptr<const Compiled> compiled_;
};

/// Seconds since 1970-01-01 of "2001-02-03", "2001-02-03 04:05:06" and "2001-02-03T04:05:06Z".
std::optional<std::int64_t> seconds_of_date(std::string_view text);

/// The part of a text; empty when it has none.
std::string_view part_of(std::string_view text, ColumnCondition::Part part);

}  // namespace galena::match
