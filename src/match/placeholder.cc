#include "match/placeholder.hpp"

#include <algorithm>
#include <bitset>
#include <boost/unordered/unordered_flat_map.hpp>
#include <string>

#include "galena/match/normalise.hpp"
#include "match/hash.hpp"
#include "match/table_reading.hpp"
#include "match/tables.hpp"
#include "match/text.hpp"

namespace galena::match {

namespace {

struct Meaning {
  bool any = false;         ///< nothing, in every field
  bool rest = false;        ///< nothing, where it is no name
  bool mailbox = false;     ///< nothing, when the site has the same name
  bool no_mailbox = false;  ///< nothing, at any site
};

/// The texts by their folded forms. Most others are told by their ends and size.
class Placeholders {
 public:
  Placeholders() {
    tables::for_each_entry(tables::kPlaceholders, [&](std::string_view entry) {
      const auto [text, kind] = tables::split_first(entry, '\t');
      const std::string folded = fold(text);
      Meaning& meaning = texts_[folded];
      meaning.any = meaning.any || kind == "any";
      meaning.rest = meaning.rest || kind == "rest";
      meaning.mailbox = meaning.mailbox || kind == "mailbox";
      meaning.no_mailbox = meaning.no_mailbox || kind == "no mailbox";
      // Letters that are no ASCII may take more bytes than their folded forms.
      for (std::size_t more = 0; more <= kMoreBytes; ++more)
        ends_.set(place_of(folded, folded.size() + more));
    });
  }

  [[nodiscard]] Meaning of(std::string_view text) const {
    if (text.empty() || text.size() > kLongest) return {};
    const bool ascii_ends =
        is_ascii(text.front()) && is_ascii(text[second(text)]) && is_ascii(text.back());
    if (ascii_ends && !ends_[place_of(text, text.size())]) return {};
    const auto found = texts_.find(fold(text));
    return found == texts_.end() ? Meaning() : found->second;
  }

 private:
  static constexpr std::size_t kPlaces = 1U << 16;
  static constexpr std::size_t kMoreBytes = 4;
  static constexpr std::size_t kLongest = 48;
  static bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
  static std::size_t second(std::string_view text) { return text.size() > 1 ? 1 : 0; }
  static std::size_t place_of(std::string_view text, std::size_t size) {
    const auto at = [&](std::size_t i) { return static_cast<std::size_t>(ascii_lower(text[i])); };
    return (at(0) * 12289 + at(second(text)) * 1667 + at(text.size() - 1) * 89 + size * 7) %
           kPlaces;
  }

  boost::unordered_flat_map<std::string, Meaning, TextHash, TextEqual> texts_;
  std::bitset<kPlaces> ends_;
};

const Placeholders& placeholders() {
  static const Placeholders kPlaceholders;
  return kPlaceholders;
}

/// Whether a field of the kind holds no names, so that "na" or "none" is nothing there.
bool holds_no_names(Kind kind) {
  return kind == Kind::text || kind == Kind::street || kind == Kind::identifier;
}

}  // namespace

bool is_placeholder(Kind kind, std::string_view text) {
  const Meaning meaning = placeholders().of(trim(text));
  return meaning.any || (meaning.rest && holds_no_names(kind));
}

bool is_placeholder_address(std::string_view mailbox, std::string_view registrable) {
  const Meaning meaning = placeholders().of(mailbox);
  return meaning.no_mailbox ||
         (meaning.mailbox && registrable.substr(0, registrable.find('.')) == mailbox);
}

bool is_placeholder_number(std::string_view digits) {
  constexpr std::string_view kRow = "012345678901234567890";
  constexpr std::size_t kFewestAlike = 7;
  constexpr std::size_t kFewestInRow = 9;  // fewer may be what somebody's number ends in
  if (digits.size() < kFewestAlike || !is_ascii_digit(digits[0])) return false;
  if (digits.find_first_not_of(digits[0]) == std::string_view::npos) return true;
  return digits[1] == digits[0] + 1 && digits.size() >= kFewestInRow &&
         (kRow.starts_with(digits) || kRow.substr(1).starts_with(digits));
}

bool is_placeholder_day(int year, int month, int day) {
  const int packed = year * 10000 + month * 100 + day;
  return packed == 10101 || packed == 18991230 || packed == 18991231 || packed == 19000101 ||
         packed == 99991231;
}

}  // namespace galena::match
