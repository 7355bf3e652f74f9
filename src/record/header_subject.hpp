// What a header is about where it names no kind.
#pragma once

#include <string>
#include <string_view>

namespace galena::detail {

/// About the own staff, permissions, machines or pictures ("Lead Owner", "Email Opt Out"): nothing
/// that tells who the record is.
bool is_about_others(std::string_view header);

/// About people beside the one in question ("Assistant's Phone", "Spouse"): their names tell a
/// little, their telephones may mislead.
bool is_about_relatives(std::string_view header);

/// A page or name in a social network, that is one person's or company's: "LinkedIn URL", "Skype".
bool is_profile(std::string_view header);

/// What was done with the record, whatever it is about: "Last Modified", "Last Activity Date".
bool is_record_keeping(std::string_view header);

/// The number of a row in some system ("Record ID", "account_id"), not one that its holder knows
/// ("Customer No.", "VAT ID").
bool is_key(std::string_view header);

/// The state of an address or of a process.
bool is_state(std::string_view header);

/// Of one of several addresses, which one: "billing" of "Billing City", "1" of "Address 1: City".
std::string address_of(std::string_view header);

}  // namespace galena::detail
