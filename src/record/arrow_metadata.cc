#include "record/arrow_metadata.hpp"

#include <cstdint>
#include <cstring>
#include <string_view>

namespace galena::detail {

namespace {

constexpr std::string_view kKey = "galena.currency";

void append_text(std::string& out, std::string_view text) {
  const auto size = static_cast<std::int32_t>(text.size());
  out.append(reinterpret_cast<const char*>(&size), sizeof size).append(text);
}

std::int32_t read_number(const char*& at) {
  std::int32_t number = 0;
  std::memcpy(&number, at, sizeof number);
  at += sizeof number;
  return number;
}

std::string_view read_text(const char*& at) {
  const std::int32_t size = read_number(at);
  const std::string_view text(at, size < 0 ? 0 : static_cast<std::size_t>(size));
  at += text.size();
  return text;
}

}  // namespace

std::string arrow_currency_metadata(Currency currency) {
  const std::int32_t entries = 1;
  std::string metadata(reinterpret_cast<const char*>(&entries), sizeof entries);
  append_text(metadata, kKey);
  append_text(metadata, currency.code());
  return metadata;
}

Currency arrow_currency(const char* metadata) {
  if (metadata == nullptr) return {};
  for (std::int32_t entries = read_number(metadata); entries > 0; --entries) {
    const std::string_view key = read_text(metadata);
    const std::string_view value = read_text(metadata);
    if (key == kKey) return Currency::parse(value).value_or(Currency());
  }
  return {};
}

}  // namespace galena::detail
