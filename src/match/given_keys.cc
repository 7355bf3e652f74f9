#include "match/given_keys.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "match/blank_features.hpp"
#include "match/suggest_column.hpp"

namespace galena::match {

namespace {

/// What may stand behind a column's colon, by what the column is compared as.
class PartNames {
 public:
  explicit PartNames(Comparison comparison, bool short_list)
      : comparison_(comparison), short_list_(short_list) {
    add("value", {AtomKind::value});
    if (comparison == kRawText) return;
    names();
    words();
    contacts();
    days();
  }

  [[nodiscard]] const std::vector<std::string_view>& names_known() const { return names_; }
  [[nodiscard]] const std::vector<AtomKind>* find(std::string_view name) const {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (names_[i] == name) return &kinds_[i];
    }
    return nullptr;
  }

 private:
  void add(std::string_view name, std::vector<AtomKind> kinds) {
    names_.push_back(name);
    kinds_.push_back(std::move(kinds));
  }
  [[nodiscard]] bool is(std::initializer_list<Comparison> any) const {
    return std::find(any.begin(), any.end(), comparison_) != any.end();
  }

  void names() {
    using enum Comparison;
    if (is({first_name, last_name})) add("sound", {AtomKind::sound});
    if (is({full_name})) {
      add("sound", {AtomKind::both_sounds});
      add("last_sound", {AtomKind::last_sound});
    }
    if (is({full_name, first_name})) add("formal", {AtomKind::formal_name});
    if (!is({full_name, first_name, middle_name, last_name, company, city, text})) return;
    add("initial", {AtomKind::initial});
    add("two_letters", {AtomKind::two_letters});
  }
  void words() {
    using enum Comparison;
    if (is({full_name, first_name, last_name, company, email, website, city, postal_code,
            identifier, text}))
      add("beginning", {AtomKind::beginning});
    if (is({full_name, company, street, text})) {
      std::vector<AtomKind> rarest = {AtomKind::rarest_word, AtomKind::second_word};
      if (short_list_) rarest.insert(rarest.end(), {AtomKind::third_word, AtomKind::fourth_word});
      add("words", std::move(rarest));
      add("two_words", {AtomKind::two_words});
    }
    if (is({street})) add("house", {AtomKind::house});
  }
  void contacts() {
    using enum Comparison;
    if (is({phone, identifier})) add("tail", {AtomKind::tail});
    if (is({email})) add("mailbox", {AtomKind::mailbox});
  }
  void days() {
    if (!is({Comparison::birth_date, Comparison::date})) return;
    add("year", {AtomKind::year});
    add("year_month", {AtomKind::year_month});
    add("month_day", {AtomKind::month_day});
  }

  Comparison comparison_;
  bool short_list_;
  std::vector<std::string_view> names_;
  std::vector<std::vector<AtomKind>> kinds_;
};

std::string listed(const std::vector<std::string_view>& names) {
  std::string list;
  for (const std::string_view name : names) list += (list.empty() ? "" : ", ") + std::string(name);
  return list;
}

/// A column as a key names it: that with the whole text for its name, else with what is before the
/// last colon.
struct NamedPart {
  const Side* side = nullptr;  ///< whose column it is; null: nobody's
  std::uint32_t number = kNoColumn;
  std::string column;
  std::string part = "value";
};

class KeyReader {
 public:
  KeyReader(const Side& left, const Side* right)
      : left_(left),
        right_(right),
        short_list_(left.table.rows() + (right != nullptr ? right->table.rows() : 0) <=
                    kShortList) {}

  Result<std::vector<GivenKey>> read(const BlockingKeys& keys) {
    if (keys.size() > kMostBlockingKeys) {
      return Problem{Code::limit_exceeded, "too_many_keys", "/blocking",
                     std::to_string(keys.size()) + " blocking keys are given, at most " +
                         std::to_string(kMostBlockingKeys) + " can be",
                     "give those that bring up most"};
    }
    std::vector<GivenKey> read;
    for (std::size_t k = 0; k < keys.size(); ++k)
      read.push_back(read_key(keys[k], "/blocking/" + std::to_string(k)));
    if (!problems_.empty()) return problems_;
    return read;
  }

 private:
  GivenKey read_key(const std::vector<std::string>& columns, const std::string& pointer) {
    GivenKey key;
    if (columns.empty()) {
      problems_.add(Code::invalid_argument, "empty_key", pointer,
                    "a blocking key names no column: all records would have it",
                    "name a column or more, or leave the key out");
    }
    std::size_t alternatives = 1;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      key.name += (i == 0 ? "" : " + ") + columns[i];
      const std::string at = pointer + "/" + std::to_string(i);
      const NamedPart named = find_column(columns[i]);
      if (named.side == nullptr) {
        unknown_column(columns[i], at);
        continue;
      }
      const Feature* const feature = feature_of(named);
      if (feature == nullptr && is_blank(named)) {
        key.parts.push_back({named.column, Comparison::text, {}, {}});
      } else if (feature == nullptr) {
        not_compared(named, at);
      } else if (const auto kinds = kinds_of(*feature, named, at)) {
        key.parts.push_back({named.column, feature->comparison, feature->name, *kinds});
        alternatives *= kinds->size() * feature->slots.size();
      }
    }
    if (alternatives > kMostAlternativesOfAKey) {
      problems_.add(Code::limit_exceeded, "too_many_alternatives", pointer,
                    "the blocking key '" + key.name + "' would give a record " +
                        std::to_string(alternatives) + " keys, more than " +
                        std::to_string(kMostAlternativesOfAKey),
                    "take fewer columns by their words, or fewer lists of values, into one key");
    }
    return key;
  }

  [[nodiscard]] NamedPart find_column(const std::string& text) const {
    NamedPart named = find_whole(text);
    const std::size_t colon = text.rfind(':');
    if (named.side != nullptr || colon == std::string::npos) return named;
    named = find_whole(text.substr(0, colon));
    named.part = text.substr(colon + 1);
    return named;
  }
  [[nodiscard]] NamedPart find_whole(const std::string& column) const {
    for (const Side* const side : {&left_, right_}) {
      const auto number = side != nullptr ? side->table.find(column) : std::nullopt;
      if (number) return {side, static_cast<std::uint32_t>(*number), column};
    }
    return {};
  }

  /// The feature that the column gives values of by itself. That both tables have columns for it is
  /// required.
  [[nodiscard]] const Feature* feature_of(const NamedPart& named) const {
    for (std::size_t f = 0; f < left_.layout.features.size(); ++f) {
      for (const auto& slot : named.side->layout.features[f].slots) {
        if (slot[0] != named.number || !has_columns(left_, f)) continue;
        if (right_ == nullptr || has_columns(*right_, f)) return &left_.layout.features[f];
      }
    }
    return nullptr;
  }
  static bool has_columns(const Side& side, std::size_t feature) {
    const auto& slots = side.layout.features[feature].slots;
    return std::any_of(slots.begin(), slots.end(), [](const std::vector<std::uint32_t>& slot) {
      return std::any_of(slot.begin(), slot.end(), [](std::uint32_t c) { return c != kNoColumn; });
    });
  }
  /// Whether it is to be compared, and is not as all of it is blank, or all of the other table's
  /// column of its kind.
  [[nodiscard]] bool is_blank(const NamedPart& named) const {
    const Fields& fields = named.side->fields;
    const auto field = std::find_if(fields.begin(), fields.end(), [&](const Field& each) {
      return each.column == named.column && each.kind != Kind::ignore;
    });
    if (field == fields.end()) return false;
    if (!has_values(named.side->table[named.number])) return true;
    const Side* const other = named.side == &left_ ? right_ : &left_;
    return other != nullptr &&
           std::any_of(other->fields.begin(), other->fields.end(), [&](const Field& each) {
             const auto column = other->table.find(each.column);
             return each.kind == field->kind && column && !has_values(other->table[*column]);
           });
  }

  std::optional<std::vector<AtomKind>> kinds_of(const Feature& feature, const NamedPart& named,
                                                const std::string& pointer) {
    const PartNames names(feature.comparison, short_list_);
    if (const std::vector<AtomKind>* const kinds = names.find(named.part)) return *kinds;
    const std::string near = galena::detail::suggest_name(named.part, names.names_known());
    problems_.add(Code::invalid_argument, "unknown_part", pointer,
                  "the column '" + named.column + "' has no '" + named.part + "' to block by",
                  (near.empty() ? "" : near + " ") + "it has " + listed(names.names_known()));
    return std::nullopt;
  }

  void unknown_column(const std::string& text, const std::string& pointer) {
    const std::string column = text.substr(0, text.rfind(':'));
    problems_.add(Code::not_found, "unknown_column", pointer,
                  std::string(right_ == nullptr ? "the table has" : "the tables have") +
                      " no column '" + column + "' to block by",
                  suggest_column(left_.table, column));
  }
  void not_compared(const NamedPart& named, const std::string& pointer) {
    problems_.add(Code::invalid_argument, "not_compared", pointer,
                  "the column '" + named.column + "' is not compared by itself" +
                      (right_ == nullptr ? "" : " with one of the other table") +
                      ", so that nothing can be blocked by it",
                  "name a column that is, or give this one a kind in fields");
  }

  const Side& left_;
  const Side* right_;
  bool short_list_;
  Problems problems_;
};

}  // namespace

Result<std::vector<GivenKey>> read_given_keys(const BlockingKeys& keys, const Side& left,
                                              const Side* right) {
  return KeyReader(left, right).read(keys);
}

namespace {

using Entries = std::vector<std::vector<Atom>>;

/// Each entry with each of the alternatives.
Entries with_alternatives(const Entries& entries, const std::vector<Atom>& alternatives) {
  Entries all;
  for (const std::vector<Atom>& entry : entries) {
    for (const Atom& atom : alternatives) {
      all.push_back(entry);
      all.back().push_back(atom);
    }
  }
  return all;
}

class RecipeMaker {
 public:
  RecipeMaker(const Layout& layout, const std::vector<CommonFeature>& common,
              std::vector<std::string>& warnings)
      : layout_(layout), common_(common), warnings_(warnings) {}

  std::optional<Recipe> make(const GivenKey& key) {
    Entries entries = {{}};
    for (const KeyPart& part : key.parts) {
      const std::vector<Atom> atoms = atoms_of(part);
      if (!atoms.empty()) {
        entries = with_alternatives(entries, atoms);
      } else if (is_common(part)) {
        warnings_.push_back("the blocking key '" + key.name + "' goes without the column '" +
                            part.column + "', in which all have the same value");
      } else {
        warnings_.push_back("the blocking key '" + key.name +
                            "' brings up nothing: nobody has a value in the column '" +
                            part.column + "'");
        return std::nullopt;
      }
    }
    if (entries.front().empty()) return std::nullopt;
    return Recipe{.name = key.name, .entries = std::move(entries)};
  }

 private:
  [[nodiscard]] std::vector<Atom> atoms_of(const KeyPart& part) const {
    std::vector<Atom> atoms;
    for (std::size_t f = 0; f < layout_.features.size() && !part.feature.empty(); ++f) {
      const Feature& feature = layout_.features[f];
      if (feature.comparison != part.comparison || feature.name != part.feature) continue;
      for (const AtomKind kind : part.kinds) {
        for (std::size_t slot = 0; slot < feature.slots.size(); ++slot)
          atoms.push_back({static_cast<std::uint16_t>(f), kind, static_cast<std::uint8_t>(slot)});
      }
      return atoms;
    }
    return atoms;
  }
  [[nodiscard]] bool is_common(const KeyPart& part) const {
    return std::any_of(common_.begin(), common_.end(), [&](const CommonFeature& each) {
      return each.comparison == part.comparison && each.name == part.feature;
    });
  }

  const Layout& layout_;
  const std::vector<CommonFeature>& common_;
  std::vector<std::string>& warnings_;
};

}  // namespace

std::vector<Recipe> given_recipes(const std::vector<GivenKey>& keys, const Layout& layout,
                                  const std::vector<CommonFeature>& common,
                                  std::vector<std::string>& warnings) {
  RecipeMaker maker(layout, common, warnings);
  std::vector<Recipe> recipes;
  for (const GivenKey& key : keys) {
    if (std::optional<Recipe> recipe = maker.make(key)) recipes.push_back(std::move(*recipe));
  }
  return recipes;
}

}  // namespace galena::match
