#include "record/arrow_format.hpp"

#include <algorithm>
#include <charconv>

#include "galena/base/decimal.hpp"

namespace galena::detail {

namespace {

constexpr struct {
  std::string_view format;
  ArrowKind kind;
} kSimple[] = {{"n", ArrowKind::null},        {"b", ArrowKind::boolean},
               {"c", ArrowKind::int8},        {"C", ArrowKind::uint8},
               {"s", ArrowKind::int16},       {"S", ArrowKind::uint16},
               {"i", ArrowKind::int32},       {"I", ArrowKind::uint32},
               {"l", ArrowKind::int64},       {"L", ArrowKind::uint64},
               {"e", ArrowKind::float16},     {"f", ArrowKind::float32},
               {"g", ArrowKind::float64},     {"tdD", ArrowKind::date32},
               {"tdm", ArrowKind::date64},    {"u", ArrowKind::utf8},
               {"U", ArrowKind::large_utf8},  {"vu", ArrowKind::utf8_view}};

constexpr struct {
  std::string_view start;
  std::string_view name;
} kOthers[] = {{"+l", "a list"},          {"+L", "a list"},        {"+vl", "a list"},
               {"+vL", "a list"},         {"+w", "a list"},        {"+s", "a struct"},
               {"+m", "a map"},           {"+u", "a union"},       {"+r", "run-end encoded"},
               {"z", "binary"},           {"Z", "binary"},         {"vz", "binary"},
               {"w", "binary"},           {"tt", "a time of day"}, {"tD", "a duration"},
               {"ti", "an interval"},     {"d:", "a decimal"}};

/// "12,2" or "12,2,128".
std::optional<ArrowType> parse_decimal(std::string_view parameters) {
  int numbers[3] = {0, 0, 128};
  int count = 0;
  for (;;) {
    if (count == 3) return std::nullopt;
    const char* const end = parameters.data() + parameters.size();
    const auto [next, error] = std::from_chars(parameters.data(), end, numbers[count]);
    if (error != std::errc()) return std::nullopt;
    ++count;
    if (next == end) break;
    if (*next != ',') return std::nullopt;
    parameters.remove_prefix(static_cast<std::size_t>(next - parameters.data()) + 1);
  }
  const int bits = numbers[2];
  const bool known = bits == 32 || bits == 64 || bits == 128 || bits == 256;
  // Beyond 76 digits no decimal of 256 bits reaches; the bound also keeps loops over digits short.
  if (count < 2 || !known || numbers[1] < -76 || numbers[1] > 76) return std::nullopt;
  return ArrowType{.kind = ArrowKind::decimal, .width = bits / 8, .scale = numbers[1]};
}

}  // namespace

std::optional<ArrowType> parse_arrow_format(std::string_view format) {
  for (const auto& simple : kSimple) {
    if (simple.format == format) return ArrowType{.kind = simple.kind};
  }
  if (format.starts_with("d:")) return parse_decimal(format.substr(2));
  const bool timestamp = format.size() >= 4 && format.starts_with("ts") && format[3] == ':' &&
                         std::string_view("smun").find(format[2]) != std::string_view::npos;
  if (timestamp) return ArrowType{.kind = ArrowKind::timestamp, .unit = format[2]};
  return std::nullopt;
}

std::string describe_arrow_format(std::string_view format) {
  std::string_view name = "an unknown type";
  for (const auto& other : kOthers) {
    if (format.starts_with(other.start)) {
      name = other.name;
      break;
    }
  }
  return std::string(name) + " (Arrow format '" + std::string(format) + "')";
}

ColumnType column_type_of(const ArrowType& type) {
  if (type.is_integer()) return ColumnType::integer;
  switch (type.kind) {
    case ArrowKind::boolean: return ColumnType::boolean;
    case ArrowKind::float16:
    case ArrowKind::float32:
    case ArrowKind::float64: return ColumnType::number;
    case ArrowKind::decimal: return ColumnType::decimal;
    case ArrowKind::date32:
    case ArrowKind::date64: return ColumnType::date;
    case ArrowKind::timestamp: return ColumnType::instant;
    default: return ColumnType::text;
  }
}

int column_scale_of(const ArrowType& type) {
  return type.kind == ArrowKind::decimal ? std::clamp(type.scale, 0, Decimal::kMaxScale) : 0;
}

std::int64_t arrow_buffer_count(const ArrowType& type) {
  switch (type.kind) {
    case ArrowKind::null: return 0;
    case ArrowKind::utf8:
    case ArrowKind::large_utf8:
    case ArrowKind::utf8_view: return 3;
    default: return 2;
  }
}

}  // namespace galena::detail
