// Pairs of ids in a table, with or without what somebody says of them.
#include "match/judged_pairs.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace galena::match {

namespace {

/// Whether a cell says true; nothing when it says neither.
std::optional<bool> truth_of(const ValueView& value) {
  const std::string text = to_text(value);
  if (text == "true" || text == "1") return true;
  if (text == "false" || text == "0") return false;
  return std::nullopt;
}

Problem wrong_truth(std::size_t row, const ValueView& value) {
  return {Code::invalid_argument, "wrong_type", "is_match",
          "row " + std::to_string(row) + " of the pairs has '" + to_text(value) +
              "' in is_match, which is neither true nor false",
          "use true and false"};
}

}  // namespace

Result<std::vector<JudgedPair>> read_judged_pairs(const detail::MatchState& state,
                                                  const Table& table, bool judged) {
  Problems problems;
  for (const char* const name : {"left", "right"}) {
    if (!table.find(name))
      problems.add(Code::not_found, "unknown_column", name,
                   std::string("the pairs have no column '") + name + "'", "name it so");
  }
  if (!problems.empty()) return problems;
  const Column& left = table[*table.find("left")];
  const Column& right = table[*table.find("right")];
  const Column* const truth = judged ? &table[*table.find("is_match")] : nullptr;
  const Side& right_side = state.linking ? state.right : state.left;
  const RowsById left_rows(state.left);
  const RowsById right_rows(right_side);
  std::vector<JudgedPair> pairs;
  for (std::size_t row = 0; row < table.rows() && problems.size() < 10; ++row) {
    const Result<std::size_t> a = left_rows.find(left[row]);
    const Result<std::size_t> b = right_rows.find(right[row]);
    const std::optional<bool> match = truth ? truth_of((*truth)[row]) : std::optional(false);
    problems.add_all(a.problems());
    problems.add_all(b.problems());
    if (!match) problems.add(wrong_truth(row, (*truth)[row]));
    if (!a || !b || !match) continue;
    const std::uint32_t x = state.left.record_of[*a];
    const std::uint32_t y = right_side.record_of[*b];
    if (x == y) continue;
    pairs.push_back({std::min(x, y), std::max(x, y), *match});
  }
  if (!problems.empty()) return problems;
  std::sort(pairs.begin(), pairs.end(), [](const JudgedPair& x, const JudgedPair& y) {
    return x.a != y.a ? x.a < y.a : x.b < y.b;
  });
  return pairs;
}

}  // namespace galena::match
