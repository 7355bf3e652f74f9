// Every pair of column and field gets a rank (how it fits) and a score (how well); the best pairs
// are taken first, each column and each field once.
#include "galena/intake/mapping.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "galena/record/kind.hpp"
#include "intake/mapping_values.hpp"
#include "intake/mapping_words.hpp"
#include "record/telling_kind.hpp"

namespace galena {
namespace {

using detail::WordSet;

struct Candidate {
  MappingReason reason;
  int score = 0;  ///< within the reason; more is better
  std::size_t column = 0;
  std::uint32_t field = 0;
  std::string text;
};

/// A column, read once.
struct Source {
  const Column* column;
  WordSet words;
  WordSet full;  ///< with the entity's name, where the header has it
  std::optional<Kind> kind;
};

/// A field, read once.
struct Target {
  const Field* field;
  WordSet name;
  WordSet full;  ///< the name with the entity's, where it has it
  std::vector<std::pair<std::string, WordSet>> labels;
  WordSet all;
  bool plain_of_kind = false;  ///< the first choice among the fields of its kind
};

class Suggester {
 public:
  Suggester(const Table& table, const Schema& schema) : table_(table), schema_(schema) {
    for (const Column& column : table.columns()) {
      sources_.push_back({.column = &column,
                          .words = detail::plain_words(column.name(), schema.name()),
                          .full = detail::plain_words(column.name(), {}),
                          .kind = guess_kind(column.name())});
    }
    for (const Field& field : schema.fields()) targets_.push_back(read_target(field));
    mark_plain_fields();
  }

  Mapping suggest(const ColumnMapping& given) {
    for (const auto& [column, field] : given) take_given(column, field);
    take_best(first_choices());
    take_best(second_choices());
    return finish();
  }

 private:
  Target read_target(const Field& field) const {
    Target target{.field = &field,
                  .name = detail::plain_words(field.name, schema_.name()),
                  .full = detail::plain_words(field.name, {}),
                  .labels = {},
                  .all = detail::field_words(field, schema_.name())};
    const auto add_label = [&](const std::string& label) {
      if (!label.empty())
        target.labels.emplace_back(label, detail::plain_words(label, schema_.name()));
    };
    add_label(field.label.text);
    for (const auto& [language, label] : field.label.translations) add_label(label);
    return target;
  }

  /// Of the fields of one kind the one whose name has the fewest words beside the kind's own.
  void mark_plain_fields() {
    std::map<Kind, std::pair<std::size_t, Target*>> plain;
    for (Target& target : targets_) {
      if (!target.field->kind || !detail::is_telling(*target.field->kind)) continue;
      const WordSet kind = detail::plain_words(kind_name(*target.field->kind), {});
      const auto beside = static_cast<std::size_t>(
          std::count_if(target.name.begin(), target.name.end(),
                        [&](const std::string& word) { return !kind.contains(word); }));
      const auto [found, added] = plain.try_emplace(*target.field->kind, beside, &target);
      if (!added && beside < found->second.first) found->second = {beside, &target};
    }
    for (auto& [kind, best] : plain) best.second->plain_of_kind = true;
  }

  void take_given(const std::string& column, const std::string& field) {
    given_.push_back(
        {column, field, MappingReason::given, "'" + column + "' is " + field + ": as given"});
    if (const auto index = table_.find(column)) taken_columns_.insert(*index);
    if (const auto index = schema_.find(field)) taken_fields_.insert(*index);
  }

  [[nodiscard]] std::vector<Candidate> first_choices() const {
    std::vector<Candidate> candidates;
    for (std::size_t c = 0; c < sources_.size(); ++c) {
      for (std::uint32_t f = 0; f < targets_.size(); ++f) {
        if (auto candidate = compare(sources_[c], targets_[f])) {
          candidate->column = c;
          candidate->field = f;
          candidates.push_back(*std::move(candidate));
        }
      }
    }
    return candidates;
  }

  [[nodiscard]] std::optional<Candidate> compare(const Source& source, const Target& target) const {
    const auto candidate = [](MappingReason reason, int score, std::string text) {
      return Candidate{.reason = reason, .score = score, .text = std::move(text)};
    };
    if (source.words.empty()) return std::nullopt;
    if (source.words == target.name) {
      // Of "source" and "lead_source" the one that names the field in full goes first.
      return candidate(MappingReason::name, source.full == target.full ? 2 : 1, "the field's name");
    }
    for (const auto& [label, words] : target.labels) {
      if (source.words == words) return candidate(MappingReason::label, 1, "label '" + label + "'");
    }
    if (target.field->type == FieldType::reference && is_name_and_id(source, target)) {
      return candidate(MappingReason::label, 0, "the id of the record it points to");
    }
    if (auto by_kind = compare_kinds(source, target)) return by_kind;
    const bool has_words =
        detail::contains_all(source.words, target.name) ||
        std::any_of(target.labels.begin(), target.labels.end(), [&](const auto& label) {
          return detail::contains_all(source.words, label.second);
        });
    if (has_words &&
        detail::only_harmless_words_beside(source.column->name(), target.all, schema_.name())) {
      return candidate(MappingReason::words, static_cast<int>(target.name.size()),
                       "the field's words among others");
    }
    return std::nullopt;
  }

  /// "Account Id" for the reference "account".
  static bool is_name_and_id(const Source& source, const Target& target) {
    WordSet with_id = target.name;
    with_id.insert("id");
    return source.words == with_id;
  }

  static std::optional<Candidate> compare_kinds(const Source& source, const Target& target) {
    if (!source.kind || source.kind != target.field->kind || !detail::is_telling(*source.kind)) {
      return std::nullopt;
    }
    // "Shipping City" is no choice for a header that does not say "shipping".
    const bool all_words = detail::contains_all(source.words, target.name);
    if (!target.plain_of_kind && !all_words) return std::nullopt;
    const WordSet kind_words = detail::plain_words(kind_name(*source.kind), {});
    int score = target.plain_of_kind ? 1 : 0;
    for (const std::string& word : source.words) {
      if (target.all.contains(word)) score += kind_words.contains(word) ? 1 : 3;
    }
    return Candidate{.reason = MappingReason::kind,
                     .score = score,
                     .text = "the header means " + std::string(kind_name(*source.kind))};
  }

  /// For columns that found no field: by their values, a second phone as mobile, a full name as
  /// last.
  [[nodiscard]] std::vector<Candidate> second_choices() const {
    std::vector<Candidate> candidates;
    for (std::size_t c = 0; c < sources_.size(); ++c) {
      if (taken_columns_.contains(c)) continue;
      const Source& source = sources_[c];
      if (!source.kind && !owned_by_somebody(source)) {
        add_by_values(c, candidates);
      } else if (source.kind == Kind::phone) {
        add_next_best(c, "mobile", "a second phone", candidates);
      } else if (source.kind == Kind::full_name && !has_kind(Kind::first_name)) {
        add_next_best(c, "last_name", "a full name, and no column for the last name", candidates);
      }
    }
    return candidates;
  }

  /// A header with words that are known but make no kind ("Owner Email") is about something else.
  [[nodiscard]] bool owned_by_somebody(const Source& source) const {
    return std::any_of(source.words.begin(), source.words.end(),
                       [](const std::string& word) { return detail::is_known_word(word); });
  }

  [[nodiscard]] bool has_kind(Kind kind) const {
    return std::any_of(sources_.begin(), sources_.end(),
                       [&](const Source& source) { return source.kind == kind; });
  }

  void add_by_values(std::size_t column, std::vector<Candidate>& candidates) const {
    const auto kind = detail::kind_of_values(*sources_[column].column);
    if (!kind) return;
    for (std::uint32_t f = 0; f < targets_.size(); ++f) {
      if (targets_[f].plain_of_kind && targets_[f].field->kind == kind) {
        candidates.push_back(
            {.reason = MappingReason::values,
             .column = column,
             .field = f,
             .text = "nearly all values are of the kind " + std::string(kind_name(*kind))});
      }
    }
  }

  void add_next_best(std::size_t column, std::string_view field, std::string text,
                     std::vector<Candidate>& candidates) const {
    if (const auto index = schema_.find(field)) {
      candidates.push_back({.reason = MappingReason::next_best,
                            .column = column,
                            .field = *index,
                            .text = std::move(text)});
    }
  }

  void take_best(std::vector<Candidate> candidates) {
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
      return std::tuple(a.reason, -a.score, a.column, a.field) <
             std::tuple(b.reason, -b.score, b.column, b.field);
    });
    for (Candidate& candidate : candidates) {
      if (taken_columns_.contains(candidate.column) || taken_fields_.contains(candidate.field))
        continue;
      const Field& field = *targets_[candidate.field].field;
      const Column& column = *sources_[candidate.column].column;
      if (!detail::values_fit(column, field)) continue;
      taken_columns_.insert(candidate.column);
      taken_fields_.insert(candidate.field);
      chosen_.emplace(candidate.column, MappedColumn{column.name(), field.name, candidate.reason,
                                                     "'" + column.name() + "' is " + field.name +
                                                         ": " + candidate.text});
    }
  }

  [[nodiscard]] Mapping finish() const {
    Mapping mapping;
    for (const MappedColumn& mapped : given_) add(mapping, mapped);
    for (std::size_t c = 0; c < sources_.size(); ++c) {
      if (const auto found = chosen_.find(c); found != chosen_.end()) {
        add(mapping, found->second);
      } else if (!taken_columns_.contains(c)) {
        mapping.unmapped.push_back(sources_[c].column->name());
      }
    }
    return mapping;
  }

  static void add(Mapping& mapping, const MappedColumn& mapped) {
    mapping.columns.emplace_back(mapped.column, mapped.field);
    mapping.reasons.push_back(mapped);
  }

  const Table& table_;
  const Schema& schema_;
  std::vector<Source> sources_;
  std::vector<Target> targets_;
  std::vector<MappedColumn> given_;
  std::map<std::size_t, MappedColumn> chosen_;
  std::set<std::size_t> taken_columns_;
  std::set<std::uint32_t> taken_fields_;
};

}  // namespace

Mapping suggest_mapping(const Table& table, const Schema& schema, const ColumnMapping& given) {
  return Suggester(table, schema).suggest(given);
}

}  // namespace galena
