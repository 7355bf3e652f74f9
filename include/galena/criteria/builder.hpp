// Builders: criteria written in C++, checked by the compiler where the record type is known.
//
//   using galena::field;
//   auto when = field<&Lead::country>().in({"DE", "FR"}) && field<&Lead::employees>() >= 500;
//   auto same = criteria::field("country").in({"DE", "FR"}) && criteria::field("employees") >= 500;
//
// A field by member pointer takes only operands of its own type: field<&Lead::employees>() ==
// "many" does not compile. It needs the member in RecordTraits<Lead>::fields; fields that are read
// through functions are named as text.
#pragma once

#include <concepts>
#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "galena/criteria/expression.hpp"
#include "galena/record/traits.hpp"

namespace galena::criteria {

namespace detail {

template <class T>
concept Whole = std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char>;

template <class T>
concept Numeric = Whole<T> || std::floating_point<T>;

/// The type of a member's values; void when only the schema will tell.
template <class Member>
struct MemberType {
  static constexpr FieldType type = galena::detail::field_type_of<Member>();
  static constexpr bool known = true;
};
template <>
struct MemberType<void> {
  static constexpr FieldType type = FieldType::text;
  static constexpr bool known = false;
};

template <class Member>
concept TextField = MemberType<Member>::type == FieldType::text;
template <class Member>
concept DayField = !MemberType<Member>::known || MemberType<Member>::type == FieldType::date ||
                   MemberType<Member>::type == FieldType::instant;
template <class Member>
concept OrderedField = MemberType<Member>::type != FieldType::boolean;

template <class Member, class Operand>
constexpr bool comparable() {
  if constexpr (!MemberType<Member>::known) {
    return std::convertible_to<const Operand&, ValueView> && !std::same_as<Operand, char>;
  } else {
    constexpr FieldType type = MemberType<Member>::type;
    if constexpr (type == FieldType::text)
      return std::convertible_to<const Operand&, std::string_view>;
    if constexpr (type == FieldType::boolean) return std::same_as<Operand, bool>;
    if constexpr (type == FieldType::money) return std::same_as<Operand, Money>;
    if constexpr (type == FieldType::date) return std::same_as<Operand, Date>;
    if constexpr (type == FieldType::instant) {
      return std::same_as<Operand, Instant> || std::same_as<Operand, Date>;
    }
    if constexpr (type == FieldType::decimal && std::same_as<Operand, Decimal>) return true;
    return Numeric<Operand>;
  }
}

/// Operand may be compared with a field of type Member (decayed: literals are const char*).
template <class Operand, class Member>
concept OperandOf = comparable<Member, std::decay_t<Operand>>();

/// A range of such operands. Not std::ranges: its header costs more than all of this one.
template <class Operands, class Member>
concept OperandsOf = requires(const Operands& operands) {
  std::end(operands);
  requires OperandOf<std::remove_cvref_t<decltype(*std::begin(operands))>, Member>;
};

}  // namespace detail

/// A field of which criteria are made. Member is the type of the record's member, void when
/// unknown.
template <class Member>
class FieldRef {
 public:
  explicit FieldRef(std::string_view name) : name_(name) {}

  [[nodiscard]] const std::string& name() const { return name_; }

  template <detail::OperandOf<Member> Operand>
  friend Expression operator==(const FieldRef& field, const Operand& operand) {
    return field.one(Operator::equals, operand);
  }
  template <detail::OperandOf<Member> Operand>
  friend Expression operator!=(const FieldRef& field, const Operand& operand) {
    return field.one(Operator::not_equals, operand);
  }
  template <detail::OperandOf<Member> Operand>
  requires detail::OrderedField<Member>
  friend Expression operator<(const FieldRef& field, const Operand& operand) {
    return field.one(Operator::less, operand);
  }
  template <detail::OperandOf<Member> Operand>
  requires detail::OrderedField<Member>
  friend Expression operator<=(const FieldRef& field, const Operand& operand) {
    return field.one(Operator::less_or_equal, operand);
  }
  template <detail::OperandOf<Member> Operand>
  requires detail::OrderedField<Member>
  friend Expression operator>(const FieldRef& field, const Operand& operand) {
    return field.one(Operator::greater, operand);
  }
  template <detail::OperandOf<Member> Operand>
  requires detail::OrderedField<Member>
  friend Expression operator>=(const FieldRef& field, const Operand& operand) {
    return field.one(Operator::greater_or_equal, operand);
  }

  /// not_equals with its blank policy: != never matches a blank, not_equals(x, Blank::match) does.
  template <detail::OperandOf<Member> Operand>
  [[nodiscard]] Expression not_equals(const Operand& operand, Blank blank = Blank::no_match) const {
    return one(Operator::not_equals, operand, blank);
  }

  template <detail::OperandOf<Member> Operand>
  [[nodiscard]] Expression in(std::initializer_list<Operand> operands) const {
    return list(Operator::in, operands);
  }
  template <detail::OperandsOf<Member> Operands>
  [[nodiscard]] Expression in(const Operands& operands) const {
    return list(Operator::in, operands);
  }
  template <detail::OperandOf<Member> Operand>
  [[nodiscard]] Expression not_in(std::initializer_list<Operand> operands,
                                  Blank blank = Blank::no_match) const {
    return list(Operator::not_in, operands, blank);
  }
  template <detail::OperandsOf<Member> Operands>
  [[nodiscard]] Expression not_in(const Operands& operands, Blank blank = Blank::no_match) const {
    return list(Operator::not_in, operands, blank);
  }

  [[nodiscard]] Expression contains(
      std::string_view part) const requires detail::TextField<Member> {
    return one(Operator::contains, part);
  }
  [[nodiscard]] Expression not_contains(std::string_view part, Blank blank = Blank::no_match)
      const requires detail::TextField<Member> {
    return one(Operator::not_contains, part, blank);
  }
  [[nodiscard]] Expression starts_with(
      std::string_view part) const requires detail::TextField<Member> {
    return one(Operator::starts_with, part);
  }
  [[nodiscard]] Expression ends_with(
      std::string_view part) const requires detail::TextField<Member> {
    return one(Operator::ends_with, part);
  }

  /// Items of a multi-picklist (text separated by ';').
  [[nodiscard]] Expression includes_any(
      const std::vector<std::string>& items) const requires detail::TextField<Member> {
    return list(Operator::includes_any, items);
  }
  [[nodiscard]] Expression includes_all(
      const std::vector<std::string>& items) const requires detail::TextField<Member> {
    return list(Operator::includes_all, items);
  }
  [[nodiscard]] Expression excludes(
      const std::vector<std::string>& items,
      Blank blank = Blank::no_match) const requires detail::TextField<Member> {
    return list(Operator::excludes, items, blank);
  }

  [[nodiscard]] Expression is_blank() const { return none(Operator::is_blank); }
  [[nodiscard]] Expression is_not_blank() const { return none(Operator::is_not_blank); }

  /// On this local day.
  [[nodiscard]] Expression on(Date day) const requires detail::DayField<Member> {
    return one(Operator::on, day);
  }
  /// A period by its operator: during(Operator::this_week).
  [[nodiscard]] Expression during(Operator period) const requires detail::DayField<Member> {
    return none(period);
  }
  [[nodiscard]] Expression today() const requires detail::DayField<Member> {
    return none(Operator::today);
  }
  [[nodiscard]] Expression last_n_days(int days) const requires detail::DayField<Member> {
    return one(Operator::last_n_days, days);
  }
  [[nodiscard]] Expression next_n_days(int days) const requires detail::DayField<Member> {
    return one(Operator::next_n_days, days);
  }

 private:
  [[nodiscard]] Expression none(Operator op) const { return Criterion{.field = name_, .op = op}; }
  [[nodiscard]] Expression one(Operator op, const ValueView& operand,
                               Blank blank = Blank::no_match) const {
    return Criterion{.field = name_, .op = op, .operands = {storable(operand)}, .blank = blank};
  }
  template <class Operands>
  [[nodiscard]] Expression list(Operator op, const Operands& operands,
                                Blank blank = Blank::no_match) const {
    Criterion criterion{.field = name_, .op = op, .blank = blank};
    for (const auto& operand : operands) criterion.operands.push_back(storable(ValueView(operand)));
    return criterion;
  }

  std::string name_;
};

/// A field by name; operands are checked when the expression is bound to a schema.
inline FieldRef<void> field(std::string_view name) { return FieldRef<void>(name); }

/// Within `km` kilometres of a point in degrees, great-circle distance. Both fields are numbers.
template <class Latitude, class Longitude>
Expression within_km(const FieldRef<Latitude>& latitude_field,
                     const FieldRef<Longitude>& longitude_field, double latitude, double longitude,
                     double km) {
  return Criterion{.field = latitude_field.name(),
                   .op = Operator::within_km,
                   .operands = {storable(latitude), storable(longitude), storable(km)},
                   .second_field = longitude_field.name()};
}

namespace detail {

template <class Record, class Member>
constexpr std::string_view member_name(Member Record::*wanted) {
  std::string_view name;
  const auto look = [&](const auto& described) {
    if constexpr (std::same_as<std::remove_cvref_t<decltype(described)>,
                               MemberField<Record, Member>>) {
      if (described.member == wanted) name = described.name;
    }
  };
  std::apply([&](const auto&... described) { (look(described), ...); },
             RecordTraits<Record>::fields);
  return name;
}

template <class Record, class Member>
Member member_type(Member Record::*);

}  // namespace detail

}  // namespace galena::criteria

namespace galena {

/// The field of a member, by the name that RecordTraits give it: field<&Lead::country>() == "DE".
template <auto Member>
requires std::is_member_object_pointer_v<decltype(Member)>
auto field() {
  constexpr std::string_view kName = criteria::detail::member_name(Member);
  static_assert(!kName.empty(), "this member is not in the fields of its RecordTraits");
  return criteria::FieldRef<decltype(criteria::detail::member_type(Member))>(kName);
}

}  // namespace galena
