// Double Metaphone (Lawrence Philips, "The Double Metaphone Search Algorithm", C/C++ Users Journal,
// June 2000): a word's pronunciation in consonants, with an alternate where origins differ.
#include <algorithm>
#include <initializer_list>

#include "galena/match/similarity.hpp"
#include "match/characters.hpp"

namespace galena::match {

namespace {

class Encoder {
 public:
  Encoder(std::string_view word, std::size_t max_size) : max_size_(max_size) {
    for (std::size_t position = 0; position < word.size();) {
      append(galena::detail::next_character(word, position));
    }
    size_ = static_cast<int>(text_.size());
    for (int i = 0; i < size_; ++i) {  // what has "WITZ" has a W
      const char c = letter(i);
      slavo_germanic_ =
          slavo_germanic_ || c == 'W' || c == 'K' || (c == 'C' && letter(i + 1) == 'Z');
    }
  }

  MetaphoneCodes run() {
    if (any(0, {"GN", "KN", "PN", "WR", "PS"})) at_ = 1;
    if (letter(0) == 'X') {  // Xavier sounds like an S
      add("S");
      at_ = 1;
    }
    while (at_ < size_ && (primary_.size() < max_size_ || alternate_.size() < max_size_)) step();
    primary_.resize(std::min(primary_.size(), max_size_));
    alternate_.resize(std::min(alternate_.size(), max_size_));
    return {primary_, alternate_};
  }

 private:
  void append(char32_t character) {
    if (character >= 'a' && character <= 'z') character -= 32;
    if (character >= 'A' && character <= 'Z') text_ += static_cast<char>(character);
    if (character == 0xC7 || character == 0xE7) text_ += '\x01';  // C with cedilla
    if (character == 0xD1 || character == 0xF1) text_ += '\x02';  // N with tilde
    if (character == ' ' || character == '-') text_ += ' ';
  }

  [[nodiscard]] char letter(int index) const {
    return index >= 0 && index < size_ ? text_[static_cast<std::size_t>(index)] : '\0';
  }
  [[nodiscard]] bool is_vowel(int index) const {
    const char c = letter(index);
    return c == 'A' || c == 'E' || c == 'I' || c == 'O' || c == 'U' || c == 'Y';
  }
  /// One of the strings stands at `start`.
  [[nodiscard]] bool any(int start, std::initializer_list<std::string_view> options) const {
    if (start < 0 || start > size_) return false;
    const std::string_view rest = std::string_view(text_).substr(static_cast<std::size_t>(start));
    if (rest.empty()) return false;
    return std::any_of(options.begin(), options.end(), [&](std::string_view option) {
      return option[0] == rest[0] && rest.starts_with(option);
    });
  }
  [[nodiscard]] bool is_last(int index) const { return index == size_ - 1; }

  void add(std::string_view code) { add(code, code); }
  void add(std::string_view code, std::string_view alternate) {
    primary_ += code;
    alternate_ += alternate;
  }
  /// Moves on by one, by two when the letter is doubled.
  void skip_double(char second) { at_ += letter(at_ + 1) == second ? 2 : 1; }

  void step() {
    switch (const char c = letter(at_); c) {
      case 'A':
      case 'E':
      case 'I':
      case 'O':
      case 'U':
      case 'Y':
        if (at_ == 0) add("A");
        ++at_;
        break;
      case 'B':
        add("P");
        skip_double('B');
        break;
      case '\x01':
        add("S");
        ++at_;
        break;
      case 'C':
        letter_c();
        break;
      case 'D':
        letter_d();
        break;
      case 'F':
        add("F");
        skip_double('F');
        break;
      case 'G':
        letter_g();
        break;
      case 'H':
        letter_h();
        break;
      case 'J':
        letter_j();
        break;
      case 'K':
        add("K");
        skip_double('K');
        break;
      case 'L':
        letter_l();
        break;
      case 'M':
        letter_m();
        break;
      case 'N':
        add("N");
        skip_double('N');
        break;
      case '\x02':
        add("N");
        ++at_;
        break;
      case 'P':
        letter_p();
        break;
      case 'Q':
        add("K");
        skip_double('Q');
        break;
      case 'R':
        letter_r();
        break;
      case 'S':
        letter_s();
        break;
      case 'T':
        letter_t();
        break;
      case 'V':
        add("F");
        skip_double('V');
        break;
      case 'W':
        letter_w();
        break;
      case 'X':
        letter_x();
        break;
      case 'Z':
        letter_z();
        break;
      default:
        ++at_;
        break;
    }
  }

  void letter_c() {
    if (germanic_ach()) {
      add("K");
      at_ += 2;
    } else if (at_ == 0 && any(at_, {"CAESAR"})) {
      add("S");
      at_ += 2;
    } else if (any(at_, {"CHIA"})) {
      add("K");
      at_ += 2;
    } else if (any(at_, {"CH"})) {
      letters_ch();
    } else if (any(at_, {"CZ"}) && !any(at_ - 2, {"WICZ"})) {
      add("S", "X");
      at_ += 2;
    } else if (any(at_ + 1, {"CIA"})) {
      add("X");
      at_ += 3;
    } else if (any(at_, {"CC"}) && !(at_ == 1 && letter(0) == 'M')) {
      letters_cc();
    } else if (any(at_, {"CK", "CG", "CQ"})) {
      add("K");
      at_ += 2;
    } else if (any(at_, {"CI", "CE", "CY"})) {
      if (any(at_, {"CIO", "CIE", "CIA"})) {
        add("S", "X");
      } else {
        add("S");
      }
      at_ += 2;
    } else {
      add("K");
      if (any(at_ + 1, {" C", " Q", " G"})) {
        at_ += 3;
      } else if (any(at_ + 1, {"C", "K", "Q"}) && !any(at_ + 1, {"CE", "CI"})) {
        at_ += 2;
      } else {
        ++at_;
      }
    }
  }
  [[nodiscard]] bool germanic_ach() const {
    return at_ > 1 && !is_vowel(at_ - 2) && any(at_ - 1, {"ACH"}) && letter(at_ + 2) != 'I' &&
           (letter(at_ + 2) != 'E' || any(at_ - 2, {"BACHER", "MACHER"}));
  }
  void letters_ch() {
    const bool greek_start = at_ == 0 &&
                             (any(1, {"HARAC", "HARIS"}) || any(1, {"HOR", "HYM", "HIA", "HEM"})) &&
                             !any(0, {"CHORE"});
    const bool hard =
        any(0, {"VAN ", "VON ", "SCH"}) || any(at_ - 2, {"ORCHES", "ARCHIT", "ORCHID"}) ||
        any(at_ + 2, {"T", "S"}) ||
        ((at_ == 0 || any(at_ - 1, {"A", "O", "U", "E"})) &&
         (is_last(at_ + 1) || any(at_ + 2, {"L", "R", "N", "M", "B", "H", "F", "V", "W", " "})));
    if (at_ > 0 && any(at_, {"CHAE"})) {
      add("K", "X");  // Michael
    } else if (greek_start || hard) {
      add("K");
    } else if (at_ > 0) {
      if (any(0, {"MC"})) {
        add("K");
      } else {
        add("X", "K");
      }
    } else {
      add("X");
    }
    at_ += 2;
  }
  void letters_cc() {
    if (any(at_ + 2, {"I", "E", "H"}) && !any(at_ + 2, {"HU"})) {
      if ((at_ == 1 && letter(at_ - 1) == 'A') || any(at_ - 1, {"UCCEE", "UCCES"})) {
        add("KS");  // accident, success
      } else {
        add("X");  // bacci
      }
      at_ += 3;
    } else {
      add("K");
      at_ += 2;
    }
  }

  void letter_d() {
    if (any(at_, {"DG"})) {
      if (any(at_ + 2, {"I", "E", "Y"})) {
        add("J");
        at_ += 3;
      } else {
        add("TK");
        at_ += 2;
      }
    } else {
      add("T");
      at_ += any(at_, {"DT", "DD"}) ? 2 : 1;
    }
  }

  void letter_g() {
    if (letter(at_ + 1) == 'H') {
      letters_gh();
    } else if (letter(at_ + 1) == 'N') {
      if (at_ == 1 && is_vowel(0) && !slavo_germanic_) {
        add("KN", "N");
      } else if (!any(at_ + 2, {"EY"}) && letter(at_ + 1) != 'Y' && !slavo_germanic_) {
        add("N", "KN");
      } else {
        add("KN");
      }
      at_ += 2;
    } else if (any(at_ + 1, {"LI"}) && !slavo_germanic_) {
      add("KL", "L");
      at_ += 2;
    } else if (at_ == 0 && (letter(1) == 'Y' || any(1, {"ES", "EP", "EB", "EL", "EY", "IB", "IL",
                                                        "IN", "IE", "EI", "ER"}))) {
      add("K", "J");
      at_ += 2;
    } else if (soft_ger()) {
      add("K", "J");
      at_ += 2;
    } else if (any(at_ + 1, {"E", "I", "Y"}) || any(at_ - 1, {"AGGI", "OGGI"})) {
      letters_ge();
      at_ += 2;
    } else {
      add("K");
      skip_double('G');
    }
  }
  [[nodiscard]] bool soft_ger() const {
    return (any(at_ + 1, {"ER"}) || letter(at_ + 1) == 'Y') &&
           !any(0, {"DANGER", "RANGER", "MANGER"}) && !any(at_ - 1, {"E", "I"}) &&
           !any(at_ - 1, {"RGY", "OGY"});
  }
  void letters_ge() {
    if (any(0, {"VAN ", "VON ", "SCH"}) || any(at_ + 1, {"ET"})) {
      add("K");
    } else if (any(at_ + 1, {"IER"}) && (is_last(at_ + 3) || letter(at_ + 4) == ' ')) {
      add("J");
    } else {
      add("J", "K");
    }
  }
  void letters_gh() {
    if (at_ > 0 && !is_vowel(at_ - 1)) {
      add("K");
    } else if (at_ == 0) {
      add(letter(at_ + 2) == 'I' ? "J" : "K");
    } else if ((at_ > 1 && any(at_ - 2, {"B", "H", "D"})) ||
               (at_ > 2 && any(at_ - 3, {"B", "H", "D"})) ||
               (at_ > 3 && any(at_ - 4, {"B", "H"}))) {
      // silent: Hugh, bough, broughton
    } else if (at_ > 2 && letter(at_ - 1) == 'U' && any(at_ - 3, {"C", "G", "L", "R", "T"})) {
      add("F");  // laugh, McLaughlin, cough, tough
    } else if (letter(at_ - 1) != 'I') {
      add("K");
    }
    at_ += 2;
  }

  void letter_h() {
    if ((at_ == 0 || is_vowel(at_ - 1)) && is_vowel(at_ + 1)) {
      add("H");
      at_ += 2;
    } else {
      ++at_;
    }
  }

  void letter_j() {
    if (any(at_, {"JOSE"}) || any(0, {"SAN "})) {
      if ((at_ == 0 && (letter(at_ + 4) == ' ' || size_ == 4)) || any(0, {"SAN "})) {
        add("H");
      } else {
        add("J", "H");
      }
      ++at_;
      return;
    }
    if (at_ == 0) {
      add("J", "A");
    } else if (is_vowel(at_ - 1) && !slavo_germanic_ &&
               (letter(at_ + 1) == 'A' || letter(at_ + 1) == 'O')) {
      add("J", "H");
    } else if (is_last(at_)) {
      add("J", "");
    } else if (!any(at_ + 1, {"L", "T", "K", "S", "N", "M", "B", "Z"}) &&
               !any(at_ - 1, {"S", "K", "L"})) {
      add("J");
    }
    skip_double('J');
  }

  void letter_l() {
    if (letter(at_ + 1) != 'L') {
      add("L");
      ++at_;
      return;
    }
    const bool spanish =
        (at_ == size_ - 3 && any(at_ - 1, {"ILLO", "ILLA", "ALLE"})) ||
        ((any(size_ - 2, {"AS", "OS"}) || any(size_ - 1, {"A", "O"})) && any(at_ - 1, {"ALLE"}));
    add("L", spanish ? "" : "L");
    at_ += 2;
  }

  void letter_m() {
    const bool dumb = any(at_ - 1, {"UMB"}) && (is_last(at_ + 1) || any(at_ + 2, {"ER"}));
    add("M");
    at_ += dumb || letter(at_ + 1) == 'M' ? 2 : 1;
  }

  void letter_p() {
    if (letter(at_ + 1) == 'H') {
      add("F");
      at_ += 2;
      return;
    }
    add("P");
    at_ += any(at_ + 1, {"P", "B"}) ? 2 : 1;
  }

  void letter_r() {
    // French: rogier
    if (is_last(at_) && !slavo_germanic_ && any(at_ - 2, {"IE"}) && !any(at_ - 4, {"ME", "MA"})) {
      add("", "R");
    } else {
      add("R");
    }
    skip_double('R');
  }

  void letter_s() {
    if (any(at_ - 1, {"ISL", "YSL"})) {
      ++at_;  // island
    } else if (at_ == 0 && any(at_, {"SUGAR"})) {
      add("X", "S");
      ++at_;
    } else if (any(at_, {"SH"})) {
      add(any(at_ + 1, {"HEIM", "HOEK", "HOLM", "HOLZ"}) ? "S" : "X");
      at_ += 2;
    } else if (any(at_, {"SIO", "SIA"})) {
      add("S", slavo_germanic_ ? "S" : "X");
      at_ += 3;
    } else if ((at_ == 0 && any(1, {"M", "N", "L", "W"})) || letter(at_ + 1) == 'Z') {
      add("S", "X");  // smith, schmidt; snider, schneider
      at_ += letter(at_ + 1) == 'Z' ? 2 : 1;
    } else if (any(at_, {"SC"})) {
      letters_sc();
      at_ += 3;
    } else {
      const bool french = is_last(at_) && any(at_ - 2, {"AI", "OI"});
      add(french ? "" : "S", "S");
      at_ += any(at_ + 1, {"S", "Z"}) ? 2 : 1;
    }
  }
  void letters_sc() {
    if (letter(at_ + 2) == 'H') {
      if (any(at_ + 3, {"ER", "EN"})) {
        add("X", "SK");
      } else if (any(at_ + 3, {"OO", "UY", "ED", "EM"})) {
        add("SK");
      } else {
        const bool german = at_ == 0 && !is_vowel(3) && letter(3) != 'W';
        add("X", german ? "S" : "X");
      }
    } else {
      add(any(at_ + 2, {"I", "E", "Y"}) ? "S" : "SK");
    }
  }

  void letter_t() {
    if (any(at_, {"TION", "TIA", "TCH"})) {
      add("X");
      at_ += 3;
    } else if (any(at_, {"TH", "TTH"})) {
      if (any(at_ + 2, {"OM", "AM"}) || any(0, {"VAN ", "VON ", "SCH"})) {
        add("T");  // thomas, thames
      } else {
        add("0", "T");
      }
      at_ += 2;
    } else {
      add("T");
      at_ += any(at_ + 1, {"T", "D"}) ? 2 : 1;
    }
  }

  void letter_w() {
    if (any(at_, {"WR"})) {
      add("R");
      at_ += 2;
      return;
    }
    if (at_ == 0 && (is_vowel(1) || any(0, {"WH"}))) add("A", is_vowel(1) ? "F" : "A");
    if ((is_last(at_) && is_vowel(at_ - 1)) || any(at_ - 1, {"EWSKI", "EWSKY", "OWSKI", "OWSKY"}) ||
        any(0, {"SCH"})) {
      add("", "F");
      ++at_;
    } else if (any(at_, {"WICZ", "WITZ"})) {
      add("TS", "FX");
      at_ += 4;
    } else {
      ++at_;
    }
  }

  void letter_x() {
    const bool silent =
        is_last(at_) && (any(at_ - 3, {"IAU", "EAU"}) || any(at_ - 2, {"AU", "OU"}));
    if (!silent) add("KS");
    at_ += any(at_ + 1, {"C", "X"}) ? 2 : 1;
  }

  void letter_z() {
    if (letter(at_ + 1) == 'H') {
      add("J");
      at_ += 2;
      return;
    }
    if (any(at_ + 1, {"ZO", "ZI", "ZA"}) ||
        (slavo_germanic_ && at_ > 0 && letter(at_ - 1) != 'T')) {
      add("S", "TS");
    } else {
      add("S");
    }
    skip_double('Z');
  }

  std::string text_;
  std::string primary_;
  std::string alternate_;
  std::size_t max_size_;
  int size_ = 0;
  int at_ = 0;
  bool slavo_germanic_ = false;
};

}  // namespace

MetaphoneCodes double_metaphone(std::string_view word, std::size_t max_size) {
  return Encoder(word, max_size).run();
}

}  // namespace galena::match
