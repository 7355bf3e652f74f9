#include "match/explain.hpp"

#include <cstdio>
#include <set>

#include "galena/base/json_writer.hpp"

namespace galena::match {

namespace {

std::string raw_value(const RawRecord& raw, std::size_t feature, std::size_t slot) {
  RawReader reader;
  std::string text;
  const Feature& source = raw.layout->features[feature];
  std::vector<std::uint32_t> columns = source.slots[slot];
  // A full name stands alone where its own column has it; a street is its number and line.
  if (source.comparison == Comparison::full_name && columns[0] != kNoColumn &&
      !raw.row[columns[0]].is_blank()) {
    columns.resize(1);
  }
  if (source.comparison == Comparison::street && columns.size() > 1)
    std::swap(columns[0], columns[1]);
  for (const std::string_view part : reader.read(raw.row, columns)) {
    if (part.empty()) continue;
    if (!text.empty()) text += ' ';
    text += part;
  }
  return text;
}

/// The first slot with a value: what a field that was not compared shows.
std::size_t shown_slot(const RawRecord& raw, std::size_t feature) {
  const std::size_t count = raw.layout->features[feature].slots.size();
  for (std::size_t slot = 0; slot < count; ++slot) {
    if (!raw_value(raw, feature, slot).empty()) return slot;
  }
  return 0;
}

/// Suffixes are looked for in names: of a name that has none there is nothing to show.
bool states_suffix(const Feature& feature, const RawRecord& raw) {
  RawReader reader;
  Encoded encoded;
  encode_text(feature.comparison, reader.read(raw.row, feature.slots[0]), feature.date_order,
              encoded);
  return !encoded.text.empty();
}

FieldEvidence field_evidence(const Feature& feature, std::size_t number,
                             const FeatureOutcome& outcome, const RawRecord& a,
                             const RawRecord& b) {
  FieldEvidence field;
  field.field = feature.name;
  if (outcome.level == 0) {
    field.level = "blank";
    if (feature.comparison == Comparison::name_suffix && !states_suffix(feature, a) &&
        !states_suffix(feature, b)) {
      return field;
    }
    field.left = raw_value(a, number, shown_slot(a, number));
    field.right = raw_value(b, number, shown_slot(b, number));
    if (!field.left.empty() && !field.right.empty()) field.level = "not compared";
    return field;
  }
  field.level = level_names(feature.comparison)[outcome.level - 1U];
  field.left = raw_value(a, number, outcome.slot_a);
  field.right = raw_value(b, number, outcome.slot_b);
  field.base = bits_of(outcome.base);
  field.frequency = bits_of(outcome.frequency);
  field.weight = bits_of(WeightSum{outcome.base} + outcome.frequency);
  return field;
}

/// The raw values of columns, joined by a space.
std::string raw_columns(const std::set<std::string>& names, const RawRecord& raw) {
  std::string text;
  for (std::size_t f = 0; f < raw.layout->features.size(); ++f) {
    const Feature& feature = raw.layout->features[f];
    if (feature.comparison != kRawText || !names.contains(feature.name)) continue;
    const std::string value = raw_value(raw, f, 0);
    if (!value.empty()) text += (text.empty() ? "" : " ") + value;
  }
  return text;
}

/// The comparisons by conditions of a model that has them.
void add_columns(const ModelData& model, const PairDetail& detail, const RawRecord& a,
                 const RawRecord& b, Explanation& explanation) {
  for (std::size_t i = 0; i < model.columns.size(); ++i) {
    const ColumnComparison& comparison = model.columns[i];
    const ColumnOutcome& outcome = detail.columns[i];
    ModelData alone;
    alone.columns = {comparison};
    const std::vector<std::string> read = columns_read(alone);
    const std::set<std::string> names(read.begin(), read.end());
    FieldEvidence field;
    field.field = comparison.name;
    field.left = raw_columns(names, a);
    field.right = raw_columns(names, b);
    field.level = outcome.level < comparison.levels.size() ? comparison.levels[outcome.level].label
                                                           : "no level";
    field.base = bits_of(outcome.base);
    field.frequency = bits_of(outcome.frequency);
    field.weight = bits_of(WeightSum{outcome.base} + outcome.frequency);
    explanation.fields.push_back(std::move(field));
  }
}

std::string rule_text(const RuleOutcome& rule) {
  if (!rule.held.empty()) return rule.held;
  return "none; nearest is \"" + rule.nearest + "\", which wants " + rule.failed;
}

/// "    family name and city: "SM0|berlin" and "SMT|berlin"", with what became of a shared key.
std::string key_text(const KeyEvidence& key) {
  std::string text = "    " + key.key + ": ";
  if (key.shared) {
    text += "\"" + key.left + "\"";
    if (key.right != key.left) text += " and \"" + key.right + "\"";
    return text + (key.note.empty() ? "" : ": " + key.note) + "\n";
  }
  if (key.left.empty()) return text + "only the right one has it: \"" + key.right + "\"\n";
  if (key.right.empty()) return text + "only the left one has it: \"" + key.left + "\"\n";
  return text + "\"" + key.left + "\" and \"" + key.right + "\"\n";
}

std::string keys_text(const Explanation& explanation) {
  if (explanation.keys.empty())
    return explanation.candidate ? "" : "          (no blocking key brought this pair up)\n";
  std::string shared;
  std::string names;
  std::string last;
  std::string others;
  for (const KeyEvidence& key : explanation.keys) {
    (key.shared ? shared : others) += key_text(key);
    if (key.shared && last != key.key) names += (names.empty() ? "" : ", ") + key.key;
    if (key.shared) last = key.key;
  }
  if (explanation.candidate) return "compared, as both have the same " + names + "\n";
  std::string text = "never compared: no blocking key brings the two together\n";
  if (!shared.empty()) text += "  keys that both have\n" + shared;
  if (!others.empty()) text += "  keys in which they differ\n" + others;
  return text;
}

std::string bits_text(double bits) {
  char text[32];
  std::snprintf(text, sizeof text, "%+8.2f", bits);
  return text;
}

void write_keys(const std::vector<KeyEvidence>& keys, JsonWriter& out) {
  out.key("keys").begin_array();
  for (const KeyEvidence& key : keys) {
    out.begin_object().key("key").value(key.key).key("left").value(key.left);
    out.key("right").value(key.right).key("shared").value(key.shared);
    out.key("records").value(key.records).key("refined").begin_array();
    for (const std::string& name : key.refined) out.value(name);
    out.end_array().key("compared").value(key.compared).key("note").value(key.note).end_object();
  }
  out.end_array();
}

void write_outcome(const std::optional<PairOutcome>& outcome, JsonWriter& out) {
  out.key("outcome");
  if (!outcome) {
    out.null();
    return;
  }
  out.begin_object().key("together").value(outcome->together);
  out.key("would_join").value(outcome->would_join).key("obstacle").value(outcome->obstacle);
  out.key("words").value(outcome->words).end_object();
}

}  // namespace

Explanation explain_pair(const Model& model, const Scorer& scorer, const EncodedRecords& left,
                         RecordValues a, RecordValues b, const RawRecord& raw_a,
                         const RawRecord& raw_b, WeightSum prior) {
  PairDetail detail;
  scorer.explain(left, a, b, detail);
  Explanation explanation;
  const auto& features = scorer.records().layout().features;
  if (!model.data().columns.empty()) {
    add_columns(model.data(), detail, raw_a, raw_b, explanation);
  }
  for (std::size_t f = 0; f < detail.features.size(); ++f) {
    explanation.fields.push_back(field_evidence(features[f], f, detail.features[f], raw_a, raw_b));
  }
  const ModelData& data = model.data();
  if (detail.relation >= 0)
    explanation.relation = data.relations[static_cast<std::size_t>(detail.relation)].name;
  if (detail.change >= 0)
    explanation.change = data.changes[static_cast<std::size_t>(detail.change)].name;
  explanation.related = bits_of(detail.related);
  explanation.changed = bits_of(detail.changed);
  if (!data.rules.empty()) {
    explanation.rule = rule_text(detail.rule);
    explanation.ruled = bits_of(detail.rule.change);
  }
  explanation.prior = bits_of(prior);
  explanation.weight = bits_of(detail.evidence + prior);
  explanation.probability = probability_of(detail.evidence + prior);
  return explanation;
}

std::string Explanation::to_text() const {
  char line[96];
  std::snprintf(line, sizeof line, "%s: probability %.4f, weight %+.2f bits\n",
                probability >= 0.5 ? "probably one" : "probably not one", probability, weight);
  std::string text = line;
  text += bits_text(prior) + "  before any evidence\n";
  for (const FieldEvidence& field : fields) {
    if (field.left.empty() && field.right.empty()) continue;
    text += bits_text(field.weight) + "  " + field.field + ": " + field.level + ": ";
    text += field.left.empty() ? "(blank)" : "\"" + field.left + "\"";
    text += field.right.empty() ? " / (blank)" : " / \"" + field.right + "\"";
    if (field.frequency > 0.5) text += ", rare";
    if (field.frequency < -0.5) text += ", common";
    text += '\n';
  }
  if (changed > 0.005 || changed < -0.005) {
    text += bits_text(changed) +
            (change.empty() ? "  nothing need have changed"
                            : "  what differs may come from a change: " + change) +
            "\n";
  }
  if (related < -0.005) {
    text += bits_text(related) + "  what agrees may be shared" +
            (relation.empty() ? "" : " in one " + relation) + "\n";
  }
  if (!rule.empty()) text += bits_text(ruled) + "  rule: " + rule + "\n";
  if (partners != 0) {
    text += bits_text(partners) + "  one partner is usual here: " +
            (rival.empty() ? "no other fits" : rival + " are a pair") + "\n";
  }
  text += keys_text(*this);
  if (outcome) text += outcome->words + "\n";
  return text;
}

std::string Explanation::to_json() const {
  JsonWriter out;
  out.begin_object().key("probability").value(probability).key("weight").value(weight);
  out.key("prior").value(prior).key("relation").value(relation).key("related").value(related);
  out.key("change").value(change).key("changed").value(changed);
  out.key("rule").value(rule).key("ruled").value(ruled);
  out.key("partners").value(partners).key("rival").value(rival);
  out.key("candidate").value(candidate).key("fields").begin_array();
  for (const FieldEvidence& field : fields) {
    out.begin_object().key("field").value(field.field).key("left").value(field.left);
    out.key("right")
        .value(field.right)
        .key("level")
        .value(field.level)
        .key("base")
        .value(field.base);
    out.key("frequency").value(field.frequency);
    out.key("weight").value(field.weight).end_object();
  }
  out.end_array();
  write_keys(keys, out);
  write_outcome(outcome, out);
  out.end_object();
  return std::move(out).text();
}

Table Explanation::to_table() const {
  std::vector<ColumnBuilder> builders;
  for (const char* const name : {"field", "left", "right", "level"}) {
    builders.emplace_back(name, ColumnType::text);
  }
  for (const char* const name : {"base", "frequency", "weight"}) {
    builders.emplace_back(name, ColumnType::number);
  }
  const auto add = [&](const FieldEvidence& row) {
    builders[0].append_text(row.field);
    builders[1].append_text(row.left);
    builders[2].append_text(row.right);
    builders[3].append_text(row.level);
    builders[4].append_number(row.base);
    builders[5].append_number(row.frequency);
    builders[6].append_number(row.weight);
  };
  add({.field = "prior", .level = "prior", .base = prior, .weight = prior});
  for (const FieldEvidence& field : fields) add(field);
  if (changed != 0) add({.field = "change", .level = change, .base = changed, .weight = changed});
  if (related != 0)
    add({.field = "relation", .level = relation, .base = related, .weight = related});
  if (!rule.empty()) add({.field = "rule", .level = rule, .base = ruled, .weight = ruled});
  if (partners != 0)
    add({.field = "partners", .level = rival, .base = partners, .weight = partners});
  std::vector<Column> columns;
  for (ColumnBuilder& builder : builders) columns.push_back(builder.finish());
  return Table::make(std::move(columns)).value();
}

}  // namespace galena::match
