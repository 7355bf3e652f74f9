// E-mail addresses: is this text one that a mail system accepts?
//
//   galena::check_email("ada@example.org").ok();
//   galena::check_email("ada@@example.org");   // problem: where it breaks and what was expected
//
// Syntax only: whether the mailbox or its domain exists is not asked.
#pragma once

#include <string_view>

#include "galena/base/result.hpp"

namespace galena {

/// Checks an address as SMTP carries it (RFC 5321 `Mailbox`, with UTF-8 by RFC 6531): quoted local
/// parts, `[192.0.2.1]` and `[IPv6:2001:db8::1]` are accepted; comments, folding white space,
/// obsolete forms and white space around are not. At most 254 bytes, 64 before the @, labels of at
/// most 63. Error: INVALID_ARGUMENT "bad_email", subject "character <n>", n from 1. O(bytes), any
/// thread.
Result<void> check_email(std::string_view address);

}  // namespace galena
