#include <absl/container/flat_hash_set.h>

#include <string>
#include <string_view>

#include "galena/base/utf8.hpp"
#include "galena/record/validate.hpp"
#include "record/conform_column.hpp"

namespace galena::detail {

namespace {

/// The first `characters` characters of `text`.
std::string_view cut_after(std::string_view text, std::size_t characters) {
  std::size_t position = 0;
  while (characters-- > 0 && position < text.size()) next_character(text, position);
  return text.substr(0, position);
}

/// The limits of a field, ready to be asked often.
class TextLimits {
 public:
  explicit TextLimits(const Field& field) : field_(field) {
    const bool picklist =
        field.type == FieldType::picklist || field.type == FieldType::multi_picklist;
    closed_ = picklist && !field.open_values && !field.values.empty();
    if (!closed_) return;
    for (const PicklistValue& known : field.values) values_.insert(known.value);
  }

  [[nodiscard]] bool any() const { return closed_ || field_.max_length > 0; }

  [[nodiscard]] bool too_long(std::string_view text) const {
    return field_.max_length > 0 && text.size() > field_.max_length &&
           count_characters(text) > field_.max_length;
  }
  [[nodiscard]] bool unknown(std::string_view text) const {
    if (!closed_ || text.empty()) return false;
    if (field_.type == FieldType::picklist) return !values_.contains(text);
    bool unknown = false;
    for_each_item(text,
                  [&](std::string_view item) { unknown = unknown || !values_.contains(item); });
    return unknown;
  }

  [[nodiscard]] std::string_view cut(std::string_view text) const {
    return cut_after(text, field_.max_length);
  }
  [[nodiscard]] std::string too_long_message(std::string_view text) const {
    return std::to_string(count_characters(text)) + " characters, '" + field_.name +
           "' takes " + std::to_string(field_.max_length) + ": cut there";
  }
  [[nodiscard]] std::string unknown_message(std::string_view text) const {
    std::string message;
    const auto add = [&](std::string_view item) {
      if (values_.contains(item)) return;
      message += message.empty() ? "'" : ", '";
      message.append(cut_after(item, 80)).append("'");
    };
    if (field_.type == FieldType::picklist) {
      add(text);
    } else {
      for_each_item(text, add);
    }
    return message + " is not in the picklist of '" + field_.name + "': kept";
  }

 private:
  const Field& field_;
  bool closed_ = false;
  absl::flat_hash_set<std::string_view> values_;
};

enum class Fit : std::uint8_t { good, cut, unknown, cut_and_unknown };

Fit fit_of(const TextLimits& limits, std::string_view text) {
  const bool cut = limits.too_long(text);
  const bool unknown = limits.unknown(cut ? limits.cut(text) : text);
  return static_cast<Fit>((cut ? 1 : 0) + (unknown ? 2 : 0));
}

bool is_cut(Fit fit) { return fit == Fit::cut || fit == Fit::cut_and_unknown; }
bool is_unknown(Fit fit) { return fit == Fit::unknown || fit == Fit::cut_and_unknown; }

/// The column with every text that is too long cut.
Column cut_column(const Column& text, const Field& field, const TextLimits& limits) {
  ColumnBuilder builder(field.name, ColumnType::text);
  builder.reserve(text.size());
  for (std::size_t row = 0; row < text.size(); ++row) {
    if (text.is_null(row)) {
      builder.append_null();
    } else {
      const std::string_view value = text.text(row);
      builder.append_text(limits.too_long(value) ? limits.cut(value) : value);
    }
  }
  return builder.finish();
}

}  // namespace

Column conform_text(const Column& text, const Field& field, const std::string& source_name,
                    std::vector<CellProblem>& problems) {
  const TextLimits limits(field);
  if (!limits.any()) return text.renamed(field.name);

  const bool dictionary = text.is_dictionary();
  std::vector<Fit> fits;  // of the distinct values
  bool all_good = dictionary;
  for (std::size_t i = 0; dictionary && i < text.distinct_size(); ++i) {
    fits.push_back(fit_of(limits, text.distinct(i)));
    all_good = all_good && fits.back() == Fit::good;
  }
  if (all_good) return text.renamed(field.name);

  bool cut = false;
  for (std::size_t row = 0; row < text.size(); ++row) {
    if (text.is_null(row)) continue;
    const Fit fit = dictionary ? fits[static_cast<std::size_t>(text.codes()[row])]
                               : fit_of(limits, text.text(row));
    if (fit == Fit::good) continue;
    const std::string_view value = text.text(row);
    if (is_cut(fit)) {
      cut = true;
      problems.push_back({row, source_name, "too_long", limits.too_long_message(value)});
    }
    if (is_unknown(fit)) {
      const std::string_view kept = is_cut(fit) ? limits.cut(value) : value;
      problems.push_back({row, source_name, "unknown_value", limits.unknown_message(kept)});
    }
  }
  return cut ? cut_column(text, field, limits) : text.renamed(field.name);
}

}  // namespace galena::detail
