// Formats: e-mail addresses, phone numbers and web addresses that cannot be right.
//
//   galena::Problems problems = galena::check_formats(galena::row_of(lead), schema);
//
// Beside validate() (record/validate.hpp), which needs no compiled code: an intake keeps what is
// malformed and flags it, a form may refuse it.
#pragma once

#include <string_view>

#include "galena/base/result.hpp"
#include "galena/record/row_view.hpp"
#include "galena/record/schema.hpp"

namespace galena {

/// A phone number as people write it: 3 to 15 digits (E.164) with spaces and + - . / ( ) between
/// them, + only in front, then perhaps an extension ("x12", "ext. 12", "#12"). Error:
/// INVALID_ARGUMENT "bad_phone". O(bytes).
Result<void> check_phone(std::string_view phone);

/// A web address with a host of at least two labels or an IPv4 address; the scheme (http, https)
/// may be missing. Not a full RFC 3986 parser. Error: INVALID_ARGUMENT "bad_url". O(bytes).
Result<void> check_url(std::string_view url);

/// Malformed values of all fields of type email, phone and url, in schema order, subject = field
/// name: "bad_email", "bad_phone", "bad_url". Blank values are fine. O(text), any thread.
Problems check_formats(const RowView& row, const Schema& schema);

}  // namespace galena
