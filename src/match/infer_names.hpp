// Columns on their way to a kind, and what the names among them are: of persons or companies, whole
// or in parts.
#pragma once

#include <string>
#include <vector>

#include "galena/record/kind.hpp"

namespace galena::match {

struct InferredColumn {
  std::string name;
  std::vector<std::string> values;  ///< a sample, without blanks
  Kind kind = Kind::ignore;
  bool by_header = false;    ///< the header named a kind
  bool refuted = false;      ///< it did, but the values are something else
  bool may_be_key = false;   ///< nothing is told, but its values look like numbers of records
  std::string why_left_out;  ///< for people to read; empty: it is not, or need not be told

  void leave_out(std::string why) {
    kind = Kind::ignore;
    why_left_out = std::move(why);
  }
  /// How much it tells beside another column of its kind: its values, what the header named twice.
  [[nodiscard]] std::size_t weight() const { return values.size() * (by_header ? 2 : 1); }
};
using InferredColumns = std::vector<InferredColumn>;

[[nodiscard]] bool has_kind(const InferredColumns& columns, Kind kind);

/// Whether names are of persons or of companies, by their values and the other columns; names that
/// no header named are left to those that one did.
void settle_names(InferredColumns& columns);

/// Of a name given both whole and in parts, one is compared.
void settle_whole_names(InferredColumns& columns);

}  // namespace galena::match
