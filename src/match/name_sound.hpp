// A name's word as it sounds, whoever wrote it down: one form for the ways in which the same name
// of another script or spelling tradition is written in Latin letters.
#pragma once

#include <array>
#include <string_view>

namespace galena::match {

/// The sound of one folded word, in memory of its own; at most its first 48 letters.
///
///   NameSound("yakovlev").text() == NameSound("jakowlew").text()
///
/// Rules, not a table of names: kh is h and ph is f, sch, sh and sz are one, w is v, ck, q and c
/// are k, i, y, j and e are one, o, ou and u are one, doubled letters are single, h is mute behind
/// a vowel; the feminine ending of a Slavic family name is its masculine one. Words of other
/// letters than a to z are left as they are.
class NameSound {
 public:
  explicit NameSound(std::string_view word);
  [[nodiscard]] std::string_view text() const { return {letters_.data(), size_}; }

 private:
  void put(char letter);
  std::size_t read_letter(std::string_view word, std::size_t at);
  void drop_feminine_ending();

  std::array<char, 48> letters_{};
  std::size_t size_ = 0;
};

}  // namespace galena::match
