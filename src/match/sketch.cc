#include "match/sketch.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>

#include "match/hash.hpp"
#include "match/text.hpp"

namespace galena::match {

namespace {

std::uint64_t name_sketch(std::string_view name, std::uint64_t sound, std::uint64_t formal) {
  std::uint64_t sketch = 0;
  bool special = name.size() > 31;
  for (const char c : name) {
    if (c >= 'a' && c <= 'z') {
      sketch |= std::uint64_t{1} << (c - 'a');
    } else if (c == ' ') {
      sketch |= NameSketch::kWords;
    } else {
      special = true;
    }
  }
  if (special) return NameSketch::kSpecial | sketch;
  if (name.size() == 1) sketch |= NameSketch::kLetter;
  if (name.find(' ') == 1) sketch |= NameSketch::kInitial;
  formal |= formal >> 32;
  return sketch | std::uint64_t{name.size()} << NameSketch::kLength |
         static_cast<std::uint64_t>(name[0] - 'a') << NameSketch::kFirst |
         (sound & 255) << NameSketch::kSound |
         ((formal | formal >> 16) & 0xFFFF) << NameSketch::kFormal;
}

/// The class of each character, of so many, as a bit.
template <unsigned kClasses>
inline constexpr auto kClassOf = [] {
  std::array<std::uint64_t, 256> classes{};
  for (unsigned c = 0; c < classes.size(); ++c)
    classes[c] = std::uint64_t{1} << (c & 63U) % kClasses;
  return classes;
}();

/// Which classes the characters of a text are of.
template <unsigned kClasses>
std::uint64_t classes_of(std::string_view text) {
  std::uint64_t found = 0;
  for (const char c : text) found |= kClassOf<kClasses>[static_cast<unsigned char>(c)];
  return found;
}

/// Which of them it has an odd number of.
template <unsigned kClasses>
std::uint64_t odd_classes_of(std::string_view text) {
  std::uint64_t odd = 0;
  for (const char c : text) odd ^= kClassOf<kClasses>[static_cast<unsigned char>(c)];
  return odd;
}

std::uint64_t place_sketch(const StoredValue& value, std::string_view text) {
  if ((value.flags & kAscii) == 0 || text.size() > 63) return PlaceSketch::kSpecial;
  return classes_of<32>(text) | std::uint64_t{text.size()} << PlaceSketch::kLength |
         std::uint64_t{static_cast<unsigned char>(text[0])} << PlaceSketch::kFirst;
}

std::uint64_t email_sketch(const StoredValue& value, std::string_view text) {
  if ((value.flags & kAscii) == 0) return MailboxSketch::kSpecial;
  const std::string_view mailbox = text.substr(0, text.find('@'));
  const std::size_t kept = std::min(kMailboxEnds, mailbox.size());
  const bool shares_domain = value.second != 0 && (value.flags & kFreeMail) == 0;
  const auto bits = [](std::uint64_t hash, std::uint64_t mask, int at) {
    return (hash & mask) << at;
  };
  // What no other address shares: a hash of the whole.
  const std::uint64_t own = value.hash;
  using Sketch = MailboxSketch;
  return bits(value.first != 0 ? value.first : hash_pair(own, 2), Sketch::kHash, 0) |
         bits(shares_domain ? value.second : hash_pair(own, 3), Sketch::kHash, Sketch::kDomain) |
         bits(hash_text(mailbox.substr(0, kept), 1), Sketch::kEndHash, Sketch::kBegin) |
         bits(hash_text(mailbox.substr(mailbox.size() - kept), 2), Sketch::kEndHash, Sketch::kEnd) |
         bits(text.size(), 15, Sketch::kLength) |
         odd_classes_of<Sketch::kClasses>(text) << Sketch::kCharacters;
}

std::uint64_t postcode_sketch(const StoredValue& value, std::string_view text) {
  const bool special = (value.flags & kAscii) == 0 || text.size() >= PostcodeSketch::kSpecial;
  const std::uint64_t length = special ? PostcodeSketch::kSpecial : text.size();
  std::uint64_t sketch = length << 8 * PostcodeSketch::kCharacters;
  for (std::size_t i = 0; i < std::min<std::size_t>(text.size(), PostcodeSketch::kCharacters); ++i)
    sketch |= std::uint64_t{static_cast<unsigned char>(text[i])} << (8 * i);
  return sketch;
}

/// Where one character is wrong, missing, added or swapped with its neighbour, the first `size` or
/// the last `size` characters are as they were, when there is one more between them.
std::uint64_t number_sketch(std::string_view text, std::size_t size) {
  const std::size_t kept = std::min(size, text.size());
  using Sketch = NumberSketch;
  return (hash_text(text.substr(0, kept), 1) & Sketch::kHash) |
         (hash_text(text.substr(text.size() - kept), 2) & Sketch::kHash) << Sketch::kEnd |
         (std::uint64_t{text.size()} & 15) << Sketch::kLength |
         odd_classes_of<Sketch::kClasses>(text) << Sketch::kCharacters;
}

std::uint64_t day_sketch(const StoredValue& value) {
  const std::uint64_t year = value.first / 10000;
  const std::uint64_t month = value.first / 100 % 100;
  const std::uint64_t day = value.first % 100;
  return year << 32 | month << 8 | day | ((value.flags & kShortYear) != 0 ? 0x8000U : 0U);
}

}  // namespace

std::uint64_t company_sketch(const std::vector<std::string_view>& words,
                             const std::vector<double>& frequencies) {
  constexpr int kEnd = 2;  // letters
  if (words.empty()) return CompanySketch::kSpecial;
  const auto byte_of = [](std::string_view text, std::uint64_t seed) {
    return hash_text(text, seed) % 255 + 1;
  };
  const auto common = [&](std::size_t i) { return i < frequencies.size() && frequencies[i] > 0; };
  bool all_common = true;
  std::string initials;
  for (std::size_t i = 0; i < words.size(); ++i) {
    all_common = all_common && common(i);
    initials += first_letters(words[i], 1);
  }
  std::uint64_t sketch = 0;
  std::uint64_t ends = 0;
  std::size_t places = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (common(i) && !all_common) continue;
    if (places == CompanySketch::kWords) return CompanySketch::kSpecial;
    const std::string_view word = words[i];
    ends = byte_of(first_letters(word, kEnd), 1) | byte_of(last_letters(word, kEnd), 2) << 8;
    sketch |= ends << 16 * places++;
  }
  while (places < CompanySketch::kWords) sketch |= ends << 16 * places++;
  if (words.size() == 1) sketch |= byte_of(words[0], 3) << CompanySketch::kAcronym;
  if (words.size() > 2) sketch |= byte_of(initials, 3) << CompanySketch::kAcronym;
  return sketch;
}

SketchTest sketch_test(Comparison comparison) {
  switch (comparison) {
    case Comparison::first_name:
      return SketchTest::given_name;
    case Comparison::last_name:
      return SketchTest::last_name;
    case Comparison::city:
      return SketchTest::place;
    case Comparison::email:
      return SketchTest::mailbox;
    case Comparison::postal_code:
      return SketchTest::postcode;
    case Comparison::phone:
    case Comparison::identifier:
      return SketchTest::number;
    case Comparison::company:
      return SketchTest::words;
    case Comparison::birth_date:
      return SketchTest::day;
    case Comparison::website:
    case Comparison::region:
    case Comparison::country:
    case Comparison::category:
    case Comparison::name_suffix:
      return SketchTest::equal_only;
    default:
      return SketchTest::none;
  }
}

std::uint8_t possible_levels(Comparison comparison, Likeness likeness) {
  // Numbers of levels as in level_names(), where 1 is "exact".
  const auto bits = [](std::initializer_list<unsigned> levels) {
    unsigned set = 0;
    for (const unsigned level : levels) set |= 1U << level;
    return static_cast<std::uint8_t>(set);
  };
  const bool weak = likeness == Likeness::weak;
  const bool slip = likeness == Likeness::slip;
  if (likeness == Likeness::different) return 0;
  switch (comparison) {
    case Comparison::first_name:  // variant, initial, close, similar
      return weak ? bits({5}) : slip ? bits({4, 5}) : bits({2, 3, 4, 5});
    case Comparison::last_name:  // close, part, similar
      return weak ? bits({4}) : slip ? bits({2, 4}) : bits({2, 3, 4});
    case Comparison::email:  // mailbox, close, name_mailbox, domain
      return weak ? bits({5}) : slip ? bits({3, 5}) : bits({2, 3, 4, 5});
    case Comparison::postal_code:  // close, area
      return weak ? bits({3}) : bits({2, 3});
    case Comparison::phone:  // tail, close
      return weak ? bits({3}) : bits({2, 3});
    case Comparison::birth_date:  // two writings of one day may be one
      return bits({1, 2, 3, 4, 5});
    default: {
      const unsigned below_last = (1U << level_names(comparison).size()) - 1;
      return static_cast<std::uint8_t>(below_last & ~3U);
    }
  }
}

std::uint64_t sketch_of(Comparison comparison, const ValueStore& store, ValueId id) {
  const StoredValue& value = store[id];
  switch (comparison) {
    case Comparison::first_name:
      return name_sketch(store.text(value), value.second, value.first);
    case Comparison::last_name:
      return name_sketch(store.text(value), value.second, 0);
    case Comparison::city:
      return place_sketch(value, store.text(value));
    case Comparison::company:
      return value.mask;
    case Comparison::email:
      return email_sketch(value, store.text(value));
    case Comparison::postal_code:
      return postcode_sketch(value, store.text(value));
    case Comparison::phone:
      return number_sketch(store.text(value), 3);
    case Comparison::identifier:
      return number_sketch(store.text(value), 2);
    case Comparison::birth_date:
      return day_sketch(value);
    default:
      return 0;
  }
}

}  // namespace galena::match
