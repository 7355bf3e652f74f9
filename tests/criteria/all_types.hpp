// A schema with a field of every type, and values and operands to try on each: the small world of
// the exhaustive and random tests.
#pragma once

#include <string>
#include <vector>

#include "galena/base/value.hpp"
#include "galena/criteria/expression.hpp"
#include "galena/criteria/zone.hpp"
#include "galena/record/record.hpp"
#include "galena/record/schema.hpp"

namespace galena::criteria::test {

inline const Instant kNow = *parse_instant("2024-02-29T22:30:00Z");

/// One hour east of UTC: local time is 23:30.
inline Zone plus_one() {
  return *Zone::make("Test/Plus_One", {{instant_from_micros(0), std::chrono::hours(1)}});
}

inline Currency currency(const char* code) { return *Currency::parse(code); }
inline Decimal decimal(const char* text) { return *Decimal::parse(text); }
inline Money money(const char* amount, const char* code) {
  return {decimal(amount), currency(code)};
}

inline Schema all_types() {
  return Schema::make("thing",
                      {{.name = "text"},
                       {.name = "pick",
                        .type = FieldType::picklist,
                        .values = {{.value = "Hot"}, {.value = "Warm"}, {.value = "Cold"}}},
                       {.name = "multi",
                        .type = FieldType::multi_picklist,
                        .values = {{.value = "a"}, {.value = "b"}, {.value = "c"}}},
                       {.name = "whole", .type = FieldType::integer},
                       {.name = "ratio", .type = FieldType::number},
                       {.name = "exact", .type = FieldType::decimal},
                       {.name = "amount", .type = FieldType::money, .currency = currency("EUR")},
                       {.name = "any_amount", .type = FieldType::money},
                       {.name = "flag", .type = FieldType::boolean},
                       {.name = "day", .type = FieldType::date},
                       {.name = "moment", .type = FieldType::instant},
                       {.name = "mail", .type = FieldType::email},
                       {.name = "latitude", .type = FieldType::number},
                       {.name = "longitude", .type = FieldType::number}})
      .value();
}

/// Values a field of this type may hold; the first is blank.
inline std::vector<Value> values_for(FieldType type) {
  switch (type) {
    case FieldType::text:
      return {Value(),
              "",
              "Hot",
              "STRASSE",
              "stra\xC3\x9F"
              "e",
              "500",
              " 12.5 ",
              "1e3",
              "true",
              "no",
              "2024-02-29",
              "2024-02-29T23:59:00Z",
              "a;b",
              "B ; A",
              "ho"};
    case FieldType::picklist:
    case FieldType::email:
      return {Value(), "hot", "Warm", "x@y.example"};
    case FieldType::multi_picklist:
      return {Value(), "a", "a;b", "B;a", "c", ";", "a;b;c"};
    case FieldType::integer:
      return {Value(), -3, 0, 12, 500, INT64_MAX};
    case FieldType::number:
      return {Value(), std::nan(""), -3.0, 12.5, 0.1, 0.1 + 0.2, 500.0, 1e300};
    case FieldType::decimal:
      return {Value(), decimal("12.5"), decimal("12.50"), decimal("500"), decimal("-0.001")};
    case FieldType::money:
      return {Value(), money("12.50", "EUR"), money("500", "EUR"), money("12.50", "USD"),
              Money{decimal("12.5"), {}}};
    case FieldType::boolean:
      return {Value(), true, false};
    case FieldType::date:
      return {Value(),
              *parse_date("2024-02-29"),
              *parse_date("2024-03-01"),
              *parse_date("2024-02-26"),
              *parse_date("2023-12-31"),
              *parse_date("2024-04-01")};
    case FieldType::instant:
      return {Value(), *parse_instant("2024-02-29T22:30:00Z"),
              *parse_instant("2024-02-29T23:00:00Z"), *parse_instant("2024-02-28T22:59:59.999999Z"),
              *parse_instant("2025-01-01T00:00:00Z")};
    default:
      return {Value(), "hot"};
  }
}

/// Operands of every kind, fitting or not.
inline std::vector<Value> all_operands() {
  return {"Hot",
          "hot",
          "strasse",
          "a",
          "b;a",
          "500",
          "12.5",
          "12.50 EUR",
          "12.50 USD",
          "2024-02-29",
          "2024-02-29T22:30:00Z",
          "true",
          "o",
          "",
          12,
          500,
          0,
          12.5,
          0.1,
          true,
          false,
          Value()};
}

}  // namespace galena::criteria::test
