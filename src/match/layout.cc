#include "match/layout.hpp"

#include <algorithm>

#include "match/suggest_column.hpp"

namespace galena::match {

namespace {

constexpr std::size_t kMostSlots = 4;

/// Collects the features of a list of fields.
class LayoutBuilder {
 public:
  LayoutBuilder(const Fields& fields, const std::vector<std::uint32_t>& columns)
      : fields_(fields), columns_(columns) {}

  Layout build() {
    add_person();
    add_single(Kind::company, Comparison::company);
    add_slots(Kind::email, Comparison::email);
    add_slots(Kind::phone, Comparison::phone);
    add_slots(Kind::website, Comparison::website);
    add_street();
    add_each(Kind::unit, Comparison::unit, 0);
    add_single(Kind::city, Comparison::city);
    add_single(Kind::region, Comparison::region);
    add_single(Kind::postal_code, Comparison::postal_code);
    add_single(Kind::country, Comparison::country);
    add_each(Kind::birth_date, Comparison::birth_date, 0);
    add_each(Kind::date, Comparison::date, 0);
    add_each(Kind::identifier, Comparison::identifier, 0);
    add_each(Kind::category, Comparison::category, 0);
    add_each(Kind::number, Comparison::number, 0);
    add_each(Kind::text, Comparison::text, 0);
    for (Feature& feature : layout_.features) {
      feature.first_slot = layout_.slots;
      layout_.slots += static_cast<std::uint32_t>(feature.slots.size());
    }
    return std::move(layout_);
  }

 private:
  [[nodiscard]] std::vector<std::size_t> of_kind(Kind kind) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < fields_.size(); ++i) {
      if (fields_[i].kind == kind) found.push_back(i);
    }
    return found;
  }
  [[nodiscard]] std::uint32_t column_of(Kind kind) const {
    const auto found = of_kind(kind);
    return found.empty() ? kNoColumn : columns_[found.front()];
  }
  void add(Comparison comparison, std::string name, std::vector<std::vector<std::uint32_t>> slots,
           DateOrder order = DateOrder::day_month_year) {
    layout_.features.push_back({comparison, std::move(name), std::move(slots), order, 0});
  }

  void add_person() {
    const std::uint32_t full = column_of(Kind::full_name);
    const std::uint32_t first = column_of(Kind::first_name);
    const std::uint32_t middle = column_of(Kind::middle_name);
    const std::uint32_t last = column_of(Kind::last_name);
    const std::uint32_t suffix = column_of(Kind::name_suffix);
    const bool parts = first != kNoColumn || last != kNoColumn;
    if (full != kNoColumn) add(Comparison::full_name, "full_name", {{full, first, middle, last}});
    if (first != kNoColumn) add(Comparison::first_name, "first_name", {{first}});
    if (middle != kNoColumn) add(Comparison::middle_name, "middle_name", {{middle}});
    if (last != kNoColumn) add(Comparison::last_name, "last_name", {{last}});
    if (parts || full != kNoColumn || suffix != kNoColumn)
      add(Comparison::name_suffix, "name_suffix", {{suffix, last, first, full}});
  }

  /// The first column of the kind; more of them each as a feature of its own.
  void add_single(Kind kind, Comparison comparison) {
    const auto found = of_kind(kind);
    if (found.empty()) return;
    add(comparison, std::string(comparison_name(comparison)), {{columns_[found[0]]}});
    add_each(kind, Comparison::text, 1);
  }

  /// All columns of the kind as values of one feature.
  void add_slots(Kind kind, Comparison comparison) {
    const auto found = of_kind(kind);
    if (found.empty()) return;
    std::vector<std::vector<std::uint32_t>> slots;
    for (const std::size_t i : found) {
      if (slots.size() < kMostSlots) slots.push_back({columns_[i]});
    }
    add(comparison, std::string(comparison_name(comparison)), std::move(slots));
  }

  void add_street() {
    const auto found = of_kind(Kind::street);
    if (found.empty()) return;
    add(Comparison::street, "street", {{columns_[found[0]], column_of(Kind::house_number)}});
    add_each(Kind::street, Comparison::text, 1);
  }

  /// Every column of the kind, from the `from`-th on, as a feature of its own.
  void add_each(Kind kind, Comparison comparison, std::size_t from) {
    const auto found = of_kind(kind);
    for (std::size_t i = from; i < found.size(); ++i) {
      const Field& field = fields_[found[i]];
      add(comparison, field.column, {{columns_[found[i]]}},
          field.date_order.value_or(DateOrder::day_month_year));
    }
  }

  const Fields& fields_;
  const std::vector<std::uint32_t>& columns_;
  Layout layout_;
};

}  // namespace

int Layout::find(Comparison comparison) const {
  for (std::size_t i = 0; i < features.size(); ++i) {
    if (features[i].comparison == comparison) return static_cast<int>(i);
  }
  return -1;
}

Problems check_fields(const Fields& fields) {
  const auto compared = std::count_if(
      fields.begin(), fields.end(), [](const Field& field) { return field.kind != Kind::ignore; });
  if (compared <= static_cast<std::ptrdiff_t>(kMostFields)) return {};
  return Problem{Code::limit_exceeded, "too_many_fields", "fields",
                 std::to_string(compared) + " fields are to be compared, at most " +
                     std::to_string(kMostFields) + " can be",
                 "give the kind ignore to those that say least"};
}

Problems check_fields(const Fields& fields, const Table& table) {
  Problems problems = check_fields(fields);
  for (const Field& field : fields) {
    if (table.find(field.column)) continue;
    problems.add(Code::not_found, "unknown_column", field.column,
                 "the table has no column '" + field.column + "'",
                 suggest_column(table, field.column));
  }
  return problems;
}

Layout make_layout(const Fields& fields, const std::vector<std::uint32_t>& columns) {
  if (check_fields(fields).empty()) return LayoutBuilder(fields, columns).build();
  Fields first = fields;
  std::size_t compared = 0;
  for (Field& field : first) {
    if (field.kind != Kind::ignore && ++compared > kMostFields) field.kind = Kind::ignore;
  }
  return LayoutBuilder(first, columns).build();
}

Result<Layout> layout_of(const Table& table, const Fields& fields) {
  Problems problems = check_fields(fields, table);
  if (!problems.empty()) return problems;
  std::vector<std::uint32_t> columns;
  for (const Field& field : fields)
    columns.push_back(static_cast<std::uint32_t>(*table.find(field.column)));
  return make_layout(fields, columns);
}

Result<Layout> union_layout(const Fields& left, const Fields& right) {
  Fields all = left;
  for (const Field& field : right) {
    const auto same_kind = [&](const Field& other) { return other.kind == field.kind; };
    const auto same_column = [&](const Field& other) {
      return other.kind == field.kind && other.column == field.column;
    };
    // Kinds of many meanings are told apart by their columns' names.
    const bool several = field.kind >= Kind::birth_date && field.kind != Kind::created;
    const auto known = several ? std::count_if(left.begin(), left.end(), same_column)
                               : std::count_if(left.begin(), left.end(), same_kind);
    const auto so_far = std::count_if(all.begin(), all.end(), same_kind);
    const auto wanted = std::count_if(right.begin(), right.end(), same_kind);
    if (known == 0 || (!several && so_far < wanted)) all.push_back(field);
  }
  Problems problems = check_fields(all);
  if (!problems.empty()) return problems;
  return make_layout(all, std::vector<std::uint32_t>(all.size(), 0));
}

namespace {

std::uint32_t column_in(const Layout& layout, Comparison comparison) {
  const int feature = layout.find(comparison);
  return feature < 0 ? kNoColumn : layout.features[static_cast<std::size_t>(feature)].slots[0][0];
}

}  // namespace

Layout align_layout(const Layout& shape, const Layout& other) {
  Layout aligned = shape;
  for (Feature& feature : aligned.features) {
    for (auto& slot : feature.slots) std::fill(slot.begin(), slot.end(), kNoColumn);
    for (const Feature& source : other.features) {
      const bool several = source.comparison >= Comparison::birth_date;
      if (source.comparison != feature.comparison || (several && source.name != feature.name))
        continue;
      for (std::size_t i = 0; i < feature.slots.size() && i < source.slots.size(); ++i) {
        for (std::size_t k = 0; k < feature.slots[i].size() && k < source.slots[i].size(); ++k) {
          feature.slots[i][k] = source.slots[i][k];
        }
      }
      feature.date_order = source.date_order;
    }
  }
  // A table that holds names in parts still has full names, put together.
  const int full = aligned.find(Comparison::full_name);
  if (full >= 0 && other.find(Comparison::full_name) < 0) {
    aligned.features[static_cast<std::size_t>(full)].slots[0] = {
        kNoColumn, column_in(other, Comparison::first_name),
        column_in(other, Comparison::middle_name), column_in(other, Comparison::last_name)};
  }
  return aligned;
}

}  // namespace galena::match
