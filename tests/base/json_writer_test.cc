#include "galena/base/json_writer.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>

namespace galena {
namespace {

TEST(JsonWriter, WritesCanonicalText) {
  JsonWriter json;
  json.begin_object().key("id").value("u1").key("weight").value(2).key("list").begin_array();
  json.value(true).null().value(0.5).begin_object().end_object().begin_array().end_array();
  json.end_array().key("raw").raw("[1]").end_object();
  EXPECT_EQ(json.text(), R"({"id":"u1","weight":2,"list":[true,null,0.5,{},[]],"raw":[1]})");
}

TEST(JsonWriter, EscapesOnlyWhatMustBe) {
  std::string text;
  append_json_string(text, std::string_view("a\"b\\c/\n\r\t\b\x01\x1f\0é€😀", 22));
  EXPECT_EQ(text, "\"a\\\"b\\\\c/\\n\\r\\t\\u0008\\u0001\\u001f\\u0000é€😀\"");
}

TEST(JsonWriter, WritesTheBordersOfNumbers) {
  JsonWriter json;
  json.begin_array().value(std::numeric_limits<std::int64_t>::min());
  json.value(std::numeric_limits<std::uint64_t>::max()).value(std::int8_t{-5}).value(1e300);
  json.value(100000.0).value(0.1).value(-0.0).end_array();
  EXPECT_EQ(json.text(), "[-9223372036854775808,18446744073709551615,-5,1e+300,100000,0.1,0]");
}

TEST(JsonWriter, WritesFieldValues) {
  JsonWriter json;
  json.begin_array();
  for (const Value& value :
       {Value(), Value(""), Value("x"), Value(true), Value(3), Value(0.5), Value(std::nan("")),
        Value(std::numeric_limits<double>::infinity()), Value(Decimal(1250, 2)),
        Value(Money{Decimal(1250, 2), *Currency::parse("EUR")}), Value(*parse_date("2026-11-22")),
        Value(*parse_instant("2026-11-22T03:01:55Z"))}) {
    json.value(value);
  }
  json.end_array();
  EXPECT_EQ(json.text(), R"([null,"","x",true,3,0.5,null,null,"12.50","12.50 EUR","2026-11-22",)"
                         R"("2026-11-22T03:01:55Z"])");
}

}  // namespace
}  // namespace galena
