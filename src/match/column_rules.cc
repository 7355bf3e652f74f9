#include "match/column_rules.hpp"

#include <algorithm>
#include <bitset>
#include <chrono>
#include <map>
#include <set>

#include "galena/match/similarity.hpp"
#include "match/characters.hpp"
#include "match/suggest_column.hpp"
#include "match/text.hpp"

namespace galena::match {

namespace {

using Test = ColumnCondition::Test;
using Part = ColumnCondition::Part;

void gather(const ColumnCondition& condition, std::set<std::string>& names) {
  for (const std::string& name : {condition.left, condition.right}) {
    if (!name.empty()) names.insert(name);
  }
  for (const ColumnCondition& part : condition.parts) gather(part, names);
}

/// The bytes of a text as characters of their own, so that distances count bytes.
std::string bytes_as_characters(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      out += c;
    } else {
      out += static_cast<char>(0xC0 | byte >> 6);
      out += static_cast<char>(0x80 | (byte & 0x3F));
    }
  }
  return out;
}

double byte_jaccard(std::string_view a, std::string_view b) {
  std::bitset<256> left;
  std::bitset<256> right;
  for (const char c : a) left.set(static_cast<unsigned char>(c));
  for (const char c : b) right.set(static_cast<unsigned char>(c));
  const std::size_t all = (left | right).count();
  return all == 0 ? 0 : static_cast<double>((left & right).count()) / static_cast<double>(all);
}

bool near_in_text(const ColumnCondition& condition, std::string_view a, std::string_view b) {
  if (condition.test == Test::jaccard) return byte_jaccard(a, b) >= condition.limit;
  std::string left;
  std::string right;
  if (condition.bytes && !(is_plain_ascii(a) && is_plain_ascii(b))) {
    a = left = bytes_as_characters(a);
    b = right = bytes_as_characters(b);
  }
  if (condition.test == Test::levenshtein)
    return static_cast<double>(levenshtein(a, b)) <= condition.limit;
  if (condition.test == Test::damerau_levenshtein)
    return static_cast<double>(damerau_levenshtein(a, b)) <= condition.limit;
  return (condition.test == Test::jaro ? jaro(a, b) : jaro_winkler(a, b)) >= condition.limit;
}

bool near_in_time(std::string_view a, std::string_view b, double limit) {
  const auto left = seconds_of_date(a);
  const auto right = seconds_of_date(b);
  return left && right && static_cast<double>(std::abs(*left - *right)) <= limit;
}

}  // namespace

std::optional<std::int64_t> seconds_of_date(std::string_view text) {
  const auto number = [&](std::size_t least, std::size_t most) -> int {
    std::size_t size = 0;
    int value = 0;
    while (size < most && size < text.size() && is_ascii_digit(text[size]))
      value = value * 10 + (text[size++] - '0');
    text.remove_prefix(size);
    return size < least ? -1 : value;
  };
  const auto sign = [&](char c) {
    const bool there = !text.empty() && text[0] == c;
    if (there) text.remove_prefix(1);
    return there;
  };
  const int year = number(4, 4);
  const int month = sign('-') ? number(1, 2) : -1;
  const int day = sign('-') ? number(1, 2) : -1;
  if (year < 0 || month < 0 || day < 0) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  std::int64_t seconds =
      std::int64_t{std::chrono::sys_days(date).time_since_epoch().count()} * 86400;
  if (text.empty()) return seconds;
  if (!sign('T') && !sign(' ')) return std::nullopt;
  const int hour = number(1, 2);
  const int minute = sign(':') ? number(1, 2) : -1;
  const int second = sign(':') ? number(1, 2) : -1;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
    return std::nullopt;
  sign('Z');
  if (!text.empty()) return std::nullopt;
  return seconds + hour * 3600 + minute * 60 + second;
}

std::string_view part_of(std::string_view text, Part part) {
  if (part == Part::whole) return text;
  if (part == Part::mailbox) return text.substr(0, std::min(text.find('@'), text.size()));
  const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  std::size_t size = 0;
  while (size < 2 && size < text.size() && is_letter(text[size])) ++size;
  if (part == Part::postcode_area || size == 0) return text.substr(0, size);
  const auto digit_at = [&](std::size_t i) { return i < text.size() && is_ascii_digit(text[i]); };
  if (!digit_at(size)) return {};
  ++size;
  if (digit_at(size) || (size < text.size() && is_letter(text[size]))) ++size;
  if (part == Part::postcode_district) return text.substr(0, size);
  const bool sector = size < text.size() && text[size] == ' ' && digit_at(size + 1);
  return sector ? text.substr(0, size + 2) : std::string_view();
}

std::vector<std::string> columns_read(const ModelData& model) {
  std::set<std::string> names;
  for (const ColumnComparison& comparison : model.columns) {
    for (const ColumnLevel& level : comparison.levels) {
      gather(level.when, names);
      if (level.frequency) names.insert(level.frequency->column);
    }
  }
  return {names.begin(), names.end()};
}

void add_raw_features(const ModelData& model, Layout& layout,
                      const std::function<std::uint32_t(const std::string&)>& column_of) {
  for (const std::string& name : columns_read(model)) {
    layout.features.push_back(
        {kRawText, name, {{column_of(name)}}, DateOrder::day_month_year, layout.slots});
    ++layout.slots;
  }
}

void add_raw_features(const ModelData& model, Layout& layout, const Fields& fields) {
  add_raw_features(model, layout, [&](const std::string& name) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (fields[i].column == name) return static_cast<std::uint32_t>(i);
    }
    return kNoColumn;
  });
}

Result<void> add_raw_features(const ModelData& model, Layout& layout, const Table& table) {
  Problems problems;
  add_raw_features(model, layout, [&](const std::string& name) {
    const auto column = table.find(name);
    if (!column) {
      problems.add(Code::not_found, "unknown_column", name,
                   "the model compares the column '" + name + "', which the table does not have",
                   suggest_column(table, name));
    }
    return column.value_or(kNoColumn);
  });
  if (!problems.empty()) return problems;
  return {};
}

struct ColumnScorer::Compiled {
  /// The place of a column that the records do not have: it is blank.
  static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

  /// A condition with the places of its columns among a record's values and stores.
  struct Condition {
    const ColumnCondition* source;
    std::size_t left;
    std::size_t right;
    std::vector<Condition> parts;
  };
  struct Level {
    Condition when;
    bool no_evidence;
    Weight weight;
    std::size_t frequency_feature;  ///< of `frequency`
    const ColumnFrequency* frequency;
    double log_u;  ///< of the frequency, log2
  };
  /// The two records whose values are compared.
  struct Pair {
    const EncodedRecords& left;
    RecordValues a;
    RecordValues b;
  };

  Compiled(const ModelData& data, const EncodedRecords& all) : model(data), records(all) {
    const auto& features = records.layout().features;
    totals.resize(features.size());
    for (std::size_t f = 0; f < features.size(); ++f) {
      if (features[f].comparison != kRawText) continue;
      feature_of[features[f].name] = f;
      totals[f] = static_cast<double>(records.store(f).occurrences());
    }
    for (const ColumnComparison& comparison : model.columns) {
      std::vector<Level> list;
      for (const ColumnLevel& level : comparison.levels) list.push_back(compile(level));
      comparisons.push_back(std::move(list));
    }
  }

  [[nodiscard]] Condition compile(const ColumnCondition& condition) const {
    Condition out{&condition, place(condition.left), place(condition.right), {}};
    for (const ColumnCondition& part : condition.parts) out.parts.push_back(compile(part));
    return out;
  }
  [[nodiscard]] Level compile(const ColumnLevel& level) const {
    const ColumnFrequency* const frequency = level.frequency ? &*level.frequency : nullptr;
    return {compile(level.when),
            level.no_evidence,
            log2_weight(level.m) - log2_weight(level.u),
            frequency != nullptr ? place(frequency->column) : kNowhere,
            frequency,
            frequency != nullptr ? bits_of(log2_weight(frequency->u)) : 0};
  }
  [[nodiscard]] std::size_t place(const std::string& column) const {
    const auto found = feature_of.find(column);
    return found == feature_of.end() ? kNowhere : found->second;
  }

  [[nodiscard]] std::string_view left_text(const Pair& pair, std::size_t feature) const {
    if (feature == kNowhere) return {};
    const ValueId id = pair.a[records.layout().features[feature].first_slot];
    return id == kBlank ? std::string_view() : pair.left.store(feature).text(id);
  }
  [[nodiscard]] std::string_view right_text(const Pair& pair, std::size_t feature) const {
    if (feature == kNowhere) return {};
    const ValueId id = pair.b[records.layout().features[feature].first_slot];
    return id == kBlank ? std::string_view() : records.store(feature).text(id);
  }

  [[nodiscard]] bool holds(const Condition& condition, const Pair& pair) const {
    const ColumnCondition& source = *condition.source;
    const auto part_holds = [&](const Condition& part) { return holds(part, pair); };
    switch (source.test) {
      case Test::always:
        return true;
      case Test::all:
        return std::all_of(condition.parts.begin(), condition.parts.end(), part_holds);
      case Test::any:
        return std::any_of(condition.parts.begin(), condition.parts.end(), part_holds);
      default:
        break;
    }
    const std::string_view a = part_of(left_text(pair, condition.left), source.part);
    const std::string_view b = part_of(right_text(pair, condition.right), source.part);
    if (source.test == Test::blank) return a.empty() || b.empty();
    if (source.test == Test::no_date) return !seconds_of_date(a) || !seconds_of_date(b);
    if (a.empty() || b.empty()) return false;
    if (source.test == Test::equal) return a == b;
    if (source.test == Test::seconds) return near_in_time(a, b, source.limit);
    return near_in_text(source, a, b);
  }

  /// The share of the column's values, or 0 for a text that nobody has.
  [[nodiscard]] double share_of(std::size_t feature, std::string_view text) const {
    if (text.empty() || totals[feature] == 0) return 0;
    Encoded encoded;
    encoded.text = text;
    const ValueStore& store = records.store(feature);
    const ValueId known = store.find(encoded);
    return known == kBlank ? 0 : store[known].count / totals[feature];
  }

  [[nodiscard]] Weight frequency_weight(const Level& level, const Pair& pair) const {
    if (level.frequency == nullptr) return 0;
    const std::size_t feature = level.frequency_feature;
    const double left = share_of(feature, left_text(pair, feature));
    const std::string_view other = right_text(pair, feature);
    const double right = other == left_text(pair, feature) ? left : share_of(feature, other);
    const double share = std::max(left, right);
    if (share == 0) return 0;  // no table to count in
    const double log = bits_of(log2_weight(std::max(share, level.frequency->least)));
    return weight_of_bits(level.frequency->weight * (level.log_u - log));
  }

  const ModelData& model;
  const EncodedRecords& records;
  std::map<std::string, std::size_t> feature_of;
  std::vector<double> totals;  ///< by feature: values that are not blank
  std::vector<std::vector<Level>> comparisons;
};

ColumnScorer::ColumnScorer(const ModelData& model, const EncodedRecords& records)
    : compiled_(std::make_unique<const Compiled>(model, records)) {}
ColumnScorer::~ColumnScorer() = default;

WeightSum ColumnScorer::evidence(const EncodedRecords& left, RecordValues a, RecordValues b,
                                 std::vector<ColumnOutcome>* detail) const {
  const Compiled::Pair pair{left, a, b};
  WeightSum sum = 0;
  for (const std::vector<Compiled::Level>& levels : compiled_->comparisons) {
    ColumnOutcome outcome{levels.size(), 0, 0};
    for (std::size_t i = 0; i < levels.size(); ++i) {
      if (!compiled_->holds(levels[i].when, pair)) continue;
      outcome.level = i;
      if (!levels[i].no_evidence) {
        outcome.base = levels[i].weight;
        outcome.frequency = compiled_->frequency_weight(levels[i], pair);
      }
      break;
    }
    sum += WeightSum{outcome.base} + outcome.frequency;
    if (detail != nullptr) detail->push_back(outcome);
  }
  return sum;
}

}  // namespace galena::match
