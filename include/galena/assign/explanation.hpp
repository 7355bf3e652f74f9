// Explanation: why a record went where it went, and what would have sent it elsewhere.
//
//   Explanation why = explain(rules, row, now);
//   why.to_text();                              // the entry that won, with the values it read
//   why_not(rules, row, now, "dach");           // the criteria that failed, with their values
//   explain(rules, decision);                   // from a stored decision alone
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "galena/assign/bound_rules.hpp"
#include "galena/base/decision.hpp"
#include "galena/base/json_writer.hpp"
#include "galena/base/result.hpp"
#include "galena/criteria/describe.hpp"

namespace galena::assign {

/// What the condition of one entry says of a record.
struct EntryReading {
  std::uint32_t entry = 0;  ///< position
  std::string id = {};
  criteria::Outcome outcome = {};
  /// Of a match or an error: what was read on the way. Of no match: the fewest criteria that would
  /// have to say otherwise.
  std::vector<criteria::Reading> readings = {};
  std::vector<std::string> lines = {};  ///< one sentence a reading

  friend bool operator==(const EntryReading&, const EntryReading&) = default;
};

struct Explanation {
  /// The entry that decided, by a match or an evaluation error; none: no entry matched.
  std::optional<EntryReading> decided = {};
  /// The entries of several criteria that one single criterion kept from matching, in order.
  std::vector<EntryReading> near_misses = {};

  /// A few lines for people.
  [[nodiscard]] std::string to_text() const;
  /// {"entry","id","outcome","lines","near_misses":[{"entry","id","outcome","lines"}]}
  [[nodiscard]] std::string to_json() const;

  friend bool operator==(const Explanation&, const Explanation&) = default;
};

namespace detail {

inline EntryReading read_entry(const BoundRules& rules, std::uint32_t entry,
                               criteria::RowReader& reader, const criteria::Context& context) {
  const criteria::Predicate& predicate = rules.predicate(entry);
  EntryReading read{entry, rules.rules().entries()[entry].id, predicate.evaluate(reader, context)};
  read.readings = read.outcome.state == criteria::Outcome::no_match
                      ? predicate.missing(reader, context)
                      : predicate.trace(reader, context);
  for (const criteria::Reading& reading : read.readings) {
    read.lines.push_back(criteria::describe(reading, predicate.expression()));
  }
  if (read.readings.empty()) {
    read.lines.emplace_back(read.outcome.state == criteria::Outcome::match ? "matches every record"
                                                                           : "matches no record");
  }
  return read;
}

inline Explanation explain(const BoundRules& rules, const RowView& row, Instant now, bool near) {
  Explanation explanation;
  const criteria::Context context(now, rules.rules().zone());
  criteria::RowReader reader(rules.schema().size());
  reader.reset(row);
  const std::uint32_t decided = rules.first_match(reader, context).index;
  const auto count = static_cast<std::uint32_t>(rules.rules().entries().size());
  if (decided < count) explanation.decided = read_entry(rules, decided, reader, context);
  for (std::uint32_t entry = 0; near && entry < count; ++entry) {
    if (entry == decided) continue;
    EntryReading read = read_entry(rules, entry, reader, context);
    const bool missed = read.outcome.state == criteria::Outcome::no_match;
    const bool others_held = rules.predicate(entry).expression().criteria().size() > 1;
    if (missed && others_held && read.readings.size() == 1)
      explanation.near_misses.push_back(std::move(read));
  }
  return explanation;
}

constexpr std::string_view outcome_name(criteria::Outcome::State state) {
  return state == criteria::Outcome::match      ? "match"
         : state == criteria::Outcome::no_match ? "no_match"
                                                : "evaluation_error";
}

inline void write_json(JsonWriter& json, const EntryReading& read) {
  json.key("entry").value(read.entry).key("id").value(read.id);
  json.key("outcome").value(outcome_name(read.outcome.state));
  json.key("lines").begin_array();
  for (const std::string& line : read.lines) json.value(line);
  json.end_array();
}

}  // namespace detail

/// Which entry decides a record, with the values it read, and the near misses. O(all tests).
inline Explanation explain(const BoundRules& rules, const RowView& row, Instant now) {
  return detail::explain(rules, row, now, true);
}

/// The same from the readings of a stored decision, without the record; near misses are not known
/// from them. Errors: INVALID_ARGUMENT "other_definition" when another version of the rules
/// decided, "no_instant" for a decision without one.
inline Result<Explanation> explain(const BoundRules& rules, const Decision& decision) {
  if (decision.definition_hash != rules.rules().hash()) {
    return Problem{Code::invalid_argument, "other_definition", rules.rules().name(),
                   "the decision was made by another version of these rules",
                   "explain it with the version of hash " + decision.definition_hash};
  }
  if (!decision.at) {
    return Problem{Code::invalid_argument, "no_instant", rules.rules().name(),
                   "the decision does not say when it was made", ""};
  }
  std::vector<Value> values(rules.schema().size());
  for (const NamedValue& reading : decision.readings) {
    if (const auto field = rules.schema().find(reading.name)) values[*field] = reading.value;
  }
  const RowView row(&values, 0, [](const void* source, std::size_t, std::uint32_t field) {
    return (*static_cast<const std::vector<Value>*>(source))[field].view();
  });
  return detail::explain(rules, row, *decision.at, false);
}

/// What one entry's condition says of a record. NOT_FOUND "unknown_entry".
inline Result<EntryReading> why_not(const BoundRules& rules, const RowView& row, Instant now,
                                    std::string_view entry_id) {
  const auto entry = rules.rules().find_entry(entry_id);
  if (!entry) {
    return Problem{Code::not_found, "unknown_entry", std::string(entry_id),
                   "'" + rules.rules().name() + "' has no entry '" + std::string(entry_id) + "'",
                   ""};
  }
  const criteria::Context context(now, rules.rules().zone());
  criteria::RowReader reader(rules.schema().size());
  reader.reset(row);
  return detail::read_entry(rules, *entry, reader, context);
}

inline std::string Explanation::to_text() const {
  std::string text;
  const auto add = [&](const EntryReading& read) {
    for (const std::string& line : read.lines) text.append("  ").append(line).append("\n");
  };
  if (decided) {
    const bool match = decided->outcome.state == criteria::Outcome::match;
    text.append(match ? "matched: " : "could not be evaluated: ").append(decided->id).append("\n");
    add(*decided);
  } else {
    text += "no entry matched\n";
  }
  for (const EntryReading& miss : near_misses) {
    text.append("near miss: ").append(miss.id).append("\n");
    add(miss);
  }
  return text;
}

inline std::string Explanation::to_json() const {
  JsonWriter json;
  json.begin_object();
  if (decided) {
    detail::write_json(json, *decided);
  } else {
    json.key("entry").null().key("id").null().key("outcome").value("no_match");
    json.key("lines").begin_array().end_array();
  }
  json.key("near_misses").begin_array();
  for (const EntryReading& miss : near_misses) {
    json.begin_object();
    detail::write_json(json, miss);
    json.end_object();
  }
  json.end_array().end_object();
  return std::move(json).text();
}

}  // namespace galena::assign
