// RecordTraits: use your own struct as a record, reading and writing, one line a field.
//
//   struct Lead { std::string country; std::optional<int> employees; std::string owner; };
//   template <> struct galena::RecordTraits<Lead> {
//     static constexpr auto fields = galena::fields(galena::field("country", &Lead::country),
//                                                   galena::field("employees", &Lead::employees),
//                                                   galena::field("owner", &Lead::owner));
//   };
//   galena::row_of(lead)[0].text();   galena::schema_of<Lead>();   galena::apply(decision, lead);
//
// Member types: std::string, bool, integers, floating point, Decimal, Money, Date, Instant, and
// std::optional of these (blank = no value). A field may be a getter and a setter instead of a member:
// field("name", [](const Lead& l) -> const std::string& {...}, [](Lead& l, std::string v) {...}); a getter
// of text returns a reference or a view, never a temporary string.
// Records without static fields (a map of names) give their traits three functions instead:
//   static galena::Schema schema();
//   static galena::ValueView read(const T&, std::uint32_t field);
//   static galena::Result<void> write(T&, std::uint32_t field, const galena::ValueView&);
#pragma once

#include <array>
#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include "galena/base/decision.hpp"
#include "galena/base/result.hpp"
#include "galena/record/convert.hpp"
#include "galena/record/row_view.hpp"
#include "galena/record/schema.hpp"

namespace galena {

/// Specialise for your record type; see the top of this header.
template <class T>
struct RecordTraits;

/// A field that is a data member.
template <class Record, class Member>
struct MemberField {
  using value_type = Member;
  std::string_view name;
  Member Record::*member;

  constexpr const Member& get(const Record& record) const { return record.*member; }
  void set(Record& record, Member value) const { record.*member = std::move(value); }
};

/// A field that is read and written through functions.
template <class Getter, class Setter>
struct AccessorField {
  std::string_view name;
  Getter getter;
  Setter setter;

  template <class Record>
  constexpr decltype(auto) get(const Record& record) const {
    return getter(record);
  }
  template <class Record, class Member>
  void set(Record& record, Member value) const {
    setter(record, std::move(value));
  }
};

template <class Record, class Member>
constexpr MemberField<Record, Member> field(std::string_view name, Member Record::*member) {
  return {name, member};
}

template <class Getter, class Setter>
constexpr AccessorField<Getter, Setter> field(std::string_view name, Getter getter,
                                              Setter setter) {
  return {name, getter, setter};
}

template <class... Fields>
constexpr std::tuple<Fields...> fields(Fields... all) {
  return {all...};
}

namespace detail {

template <class T>
struct OptionalOf {
  using type = T;
  static constexpr bool value = false;
};
template <class T>
struct OptionalOf<std::optional<T>> {
  using type = T;
  static constexpr bool value = true;
};

template <class T>
constexpr FieldType field_type_of() {
  using Plain = typename OptionalOf<std::remove_cvref_t<T>>::type;
  if constexpr (std::same_as<Plain, bool>) {
    return FieldType::boolean;
  } else if constexpr (std::integral<Plain>) {
    return FieldType::integer;
  } else if constexpr (std::floating_point<Plain>) {
    return FieldType::number;
  } else if constexpr (std::same_as<Plain, Decimal>) {
    return FieldType::decimal;
  } else if constexpr (std::same_as<Plain, Money>) {
    return FieldType::money;
  } else if constexpr (std::same_as<Plain, Date>) {
    return FieldType::date;
  } else if constexpr (std::same_as<Plain, Instant>) {
    return FieldType::instant;
  } else {
    static_assert(std::convertible_to<const Plain&, std::string_view>,
                  "a field is text, bool, a number, Decimal, Money, Date, Instant or optional of one");
    return FieldType::text;
  }
}

template <class T>
constexpr ValueView view_of(const T& value) {
  if constexpr (OptionalOf<T>::value) {
    return value ? view_of(*value) : ValueView();
  } else if constexpr (field_type_of<T>() == FieldType::text) {
    return ValueView(std::string_view(value));
  } else {
    return ValueView(value);
  }
}

/// Turns a value of the right kind into T; false when it does not fit.
template <class T>
bool assign_value(T& target, const ValueView& value) {
  if constexpr (field_type_of<T>() == FieldType::boolean) {
    target = value.boolean();
  } else if constexpr (field_type_of<T>() == FieldType::integer) {
    if (!std::in_range<T>(value.integer())) return false;
    target = static_cast<T>(value.integer());
  } else if constexpr (field_type_of<T>() == FieldType::number) {
    target = static_cast<T>(value.number());
  } else if constexpr (field_type_of<T>() == FieldType::decimal) {
    target = value.decimal();
  } else if constexpr (field_type_of<T>() == FieldType::money) {
    target = value.money();
  } else if constexpr (field_type_of<T>() == FieldType::date) {
    target = value.date();
  } else if constexpr (field_type_of<T>() == FieldType::instant) {
    target = value.instant();
  } else {
    target = T(value.text());
  }
  return true;
}

template <class Record, class AnyField>
using FieldValue = std::remove_cvref_t<decltype(std::declval<const AnyField&>().get(
    std::declval<const Record&>()))>;

template <class Record, class AnyField>
ValueView read_field(const Record& record, const AnyField& described) {
  using Got = decltype(described.get(record));
  static_assert(std::is_reference_v<Got> || !std::same_as<std::remove_cvref_t<Got>, std::string>,
                "a getter of text returns a reference or a std::string_view, not a temporary");
  return view_of<FieldValue<Record, AnyField>>(described.get(record));
}

template <class Record, class AnyField>
Result<void> write_field(Record& record, const AnyField& described, const ValueView& given) {
  using Member = FieldValue<Record, AnyField>;
  using Plain = typename OptionalOf<Member>::type;
  // A view cannot own what is written: setters of such fields take the text.
  using Owned = std::conditional_t<std::same_as<Plain, std::string_view>, std::string, Plain>;
  const std::string name(described.name);
  Result<Value> converted = convert_value(field_type_of<Member>(), given, name);
  if (!converted) return converted.problems();
  Owned plain{};
  if (!converted->is_blank() && !assign_value(plain, converted->view())) {
    return Problem{Code::limit_exceeded, "out_of_range", name,
                   to_text(given) + " does not fit the member '" + name + "'",
                   "use a wider member type"};
  }
  if constexpr (OptionalOf<Member>::value) {
    described.set(record, converted->is_blank() ? Member() : Member(std::move(plain)));
  } else {
    described.set(record, std::move(plain));
  }
  return {};
}

template <class T>
concept HasStaticFields = requires { RecordTraits<T>::fields; };

template <class T>
inline constexpr std::size_t kFieldCount =
    std::tuple_size_v<std::remove_cvref_t<decltype(RecordTraits<T>::fields)>>;

/// The static access table of T: field number -> typed read and write.
template <class T>
struct AccessTable {
  using ReadOne = ValueView (*)(const T&);
  using WriteOne = Result<void> (*)(T&, const ValueView&);

  template <std::size_t... I>
  static constexpr std::array<ReadOne, sizeof...(I)> reads(std::index_sequence<I...>) {
    return {[](const T& record) { return read_field(record, std::get<I>(RecordTraits<T>::fields)); }...};
  }
  template <std::size_t... I>
  static constexpr std::array<WriteOne, sizeof...(I)> writes(std::index_sequence<I...>) {
    return {[](T& record, const ValueView& value) {
      return write_field(record, std::get<I>(RecordTraits<T>::fields), value);
    }...};
  }
  static constexpr auto kReads = reads(std::make_index_sequence<kFieldCount<T>>());
  static constexpr auto kWrites = writes(std::make_index_sequence<kFieldCount<T>>());
};

template <class T>
ValueView read_record(const void* source, std::size_t /*row*/, std::uint32_t field) {
  const T& record = *static_cast<const T*>(source);
  if constexpr (HasStaticFields<T>) {
    return field < kFieldCount<T> ? AccessTable<T>::kReads[field](record) : ValueView();
  } else {
    return RecordTraits<T>::read(record, field);
  }
}

template <class T>
Schema make_schema() {
  std::vector<Field> described;
  std::apply(
      [&](const auto&... each) {
        (described.push_back({.name = std::string(each.name),
                              .type = field_type_of<FieldValue<T, std::remove_cvref_t<decltype(each)>>>()}),
         ...);
      },
      RecordTraits<T>::fields);
  std::string entity = "record";
  if constexpr (requires { RecordTraits<T>::entity; }) entity = RecordTraits<T>::entity;
  return Schema::make(std::move(entity), std::move(described)).value();
}

}  // namespace detail

/// T has RecordTraits, in either form.
template <class T>
concept DescribedRecord =
    detail::HasStaticFields<T> || requires(const T& record, T& target, const ValueView& value) {
      { RecordTraits<T>::schema() } -> std::convertible_to<Schema>;
      { RecordTraits<T>::read(record, 0U) } -> std::convertible_to<ValueView>;
      { RecordTraits<T>::write(target, 0U, value) } -> std::same_as<Result<void>>;
    };

/// The schema of T as its traits describe it; entity = RecordTraits<T>::entity, else "record". Built
/// once. A field named twice in the traits throws std::logic_error. Thread-safe.
template <DescribedRecord T>
const Schema& schema_of() {
  if constexpr (detail::HasStaticFields<T>) {
    static const Schema kSchema = detail::make_schema<T>();
    return kSchema;
  } else {
    static const Schema kSchema = RecordTraits<T>::schema();
    return kSchema;
  }
}

/// The record as a row; lives as long as the record and is not to be used while it is written.
template <DescribedRecord T>
RowView row_of(const T& record) {
  return RowView(&record, 0, &detail::read_record<T>);
}

/// Writes one field. Blank gives T{} or no value. Errors: NOT_FOUND "unknown_field",
/// INVALID_ARGUMENT "bad_value", LIMIT_EXCEEDED "out_of_range".
template <DescribedRecord T>
Result<void> set_field(T& record, std::string_view name, const ValueView& value) {
  const auto index = schema_of<T>().find(name);
  if (!index) {
    return Problem{Code::not_found, "unknown_field", std::string(name),
                   "the record has no field '" + std::string(name) + "'",
                   "name it in the RecordTraits of the type"};
  }
  if constexpr (detail::HasStaticFields<T>) {
    return detail::AccessTable<T>::kWrites[*index](record, value);
  } else {
    return RecordTraits<T>::write(record, *index, value);
  }
}

/// Writes the changes of a decision into a record: all of them, or none and every problem.
template <class T>
  requires requires(T& record, const Value& value) { set_field(record, std::string_view(), value); }
Result<void> apply(const Decision& decision, T& record) {
  T changed = record;
  Problems problems;
  for (const Change& change : decision.changes) {
    if (auto written = set_field(changed, change.field, change.after); !written) {
      problems.add_all(written.problems());
    }
  }
  if (!problems.empty()) return problems;
  record = std::move(changed);
  return {};
}

}  // namespace galena
