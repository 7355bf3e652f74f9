#include "match/word_list.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <string>

#include "galena/base/utf8.hpp"
#include "match/byte_vector.hpp"
#include "match/folded_letter.hpp"
#include "match/kernels/bits.hpp"
#include "match/text.hpp"

namespace galena::match {

namespace {

using ByteClasses = std::array<unsigned char, 256>;

constexpr ByteClasses make_classes(std::string_view signs) {
  ByteClasses classes{};
  for (std::size_t i = 0; i < classes.size(); ++i) {
    const char c = static_cast<char>(static_cast<unsigned char>(i));
    if (i >= 0x80) {
      classes[i] = kNotAscii;
    } else if (is_ascii_alnum(c)) {
      classes[i] = static_cast<unsigned char>(ascii_lower(c));
    } else if (c == '\'' || c == '`') {
      classes[i] = kDropped;
    } else {
      classes[i] = signs.find(c) == std::string_view::npos ? kSeparator : kSign;
    }
  }
  return classes;
}

constexpr ByteClasses kPlainClasses = make_classes("");
constexpr ByteClasses kCompanyClasses = make_classes("&+");
constexpr ByteClasses kStreetClasses = make_classes("#");

constexpr bool is_word_byte(unsigned char byte_class) {
  return byte_class > kSign && byte_class < kNotAscii;
}

/// The word that a sign stands for.
constexpr std::string_view sign_word(WordReading reading) {
  return reading == WordReading::company ? "and" : "unit";
}

}  // namespace

/// Reads one text into a list.
class WordList::Reader {
 public:
  Reader(WordList& list, WordReading reading)
      : list_(list),
        classes_(reading == WordReading::company  ? kCompanyClasses
                 : reading == WordReading::street ? kStreetClasses
                                                  : kPlainClasses),
        sign_(sign_word(reading)),
        joins_letters_(reading == WordReading::words || reading == WordReading::company),
        joins_codes_(reading == WordReading::words),
        parts_numbers_(reading == WordReading::street) {}

  void read(std::string_view text) {
    // A byte makes at most six: a space, a sign's word of four letters, a space.
    list_.reserve(6 * text.size() + 2);
    for (std::size_t at = 0; at < text.size();) {
      const unsigned char c = classes_[static_cast<unsigned char>(text[at])];
      if (is_word_byte(c)) {
        if (parts_numbers_ && is_ascii_digit(text[at]) && ends_with_ideograph()) end_word();
        put(static_cast<char>(c));
        ++at;
      } else if (c != kNotAscii) {
        if (!joins_codes_ || text[at] != '-' || !is_inside_code(text, at)) take_sign(c);
        ++at;
      } else {
        take_letter(text, at);
      }
    }
    end_word();
  }

 private:
  void put(char c) { list_.bytes_[list_.size_++] = c; }

  void put(std::string_view bytes, std::size_t left) {
    if (parts_numbers_ && !bytes.empty() && letters_said(bytes[0]) == 2 && ends_with_digit())
      end_word();
    list_.reserve(bytes.size() + 6 * left + 2);
    std::memcpy(list_.bytes_.get() + list_.size_, bytes.data(), bytes.size());
    list_.size_ += bytes.size();
  }

  /// The word that is read ends with a digit, with an ideograph: numbers of houses, floors and
  /// rooms stand between them without a space (中山路22號3樓).
  [[nodiscard]] bool ends_with_digit() const {
    return list_.size_ > begin_ && is_ascii_digit(list_.bytes_[list_.size_ - 1]);
  }
  [[nodiscard]] bool ends_with_ideograph() const {
    return list_.size_ >= begin_ + 3 && letters_said(list_.bytes_[list_.size_ - 3]) == 2;
  }

  /// Letters are no ASCII, but their folded forms may be anything.
  void take_letter(std::string_view text, std::size_t& at) {
    const char32_t letter = galena::detail::next_character(text, at);
    const std::size_t left = text.size() - at;
    if (letter == galena::detail::kNoCharacter) return end_word();
    if (letter == 0x2018 || letter == 0x2019) return;  // typographic apostrophes
    if (const std::string_view pair = greek_.next(letter); !pair.empty()) return put(pair, left);
    if (letter < kLookedUpLetters) {
      const FoldedLetter& folded = looked_up_letter(letter);
      if (folded.word) return put({folded.bytes, folded.size}, left);
    }
    folded_.clear();
    append_folded(folded_, letter);
    for (std::size_t i = 0; i < folded_.size();) {
      const std::size_t begin = i;
      const char32_t part = galena::detail::next_character(folded_, i);
      if (part < 0x80) {
        const unsigned char c = classes_[static_cast<unsigned char>(part)];
        list_.reserve(6 * (left + 1) + 2);
        is_word_byte(c) ? put(static_cast<char>(c)) : take_sign(c);
      } else if (is_word_letter(part)) {
        put(std::string_view(folded_).substr(begin, i - begin), left);
      } else if (part != 0x2018 && part != 0x2019) {
        end_word();
      }
    }
  }

  /// Whether a hyphen is one of an article's code, "LL-700X" or "ll700x" by whoever writes it:
  /// after up to three letters that no other hyphen precedes, before letters and digits.
  [[nodiscard]] bool is_inside_code(std::string_view text, std::size_t at) const {
    constexpr std::size_t kMostLetters = 3;
    std::size_t begin = at;
    while (begin > 0 && is_ascii_letter(text[begin - 1])) --begin;
    if (begin == at || at - begin > kMostLetters) return false;
    if (begin > 0 && (text[begin - 1] == '-' || is_word_byte(classes_[byte_of(text[begin - 1])]) ||
                      byte_of(text[begin - 1]) >= 0x80))
      return false;
    std::size_t end = at + 1;
    bool digit = false;
    for (; end < text.size() && is_ascii_alnum(text[end]); ++end)
      digit = digit || is_ascii_digit(text[end]);
    return digit;
  }
  static unsigned char byte_of(char c) { return static_cast<unsigned char>(c); }

  void take_sign(unsigned char byte_class) {
    if (byte_class == kDropped) return;
    end_word();
    if (byte_class != kSign) return;
    for (const char c : sign_) put(c);
    end_word();
  }

  /// One letter of an alphabet; letters of three bytes are syllables or ideographs.
  static bool is_letter(std::string_view word) {
    return word.size() == 1 ? is_ascii_letter(word[0])
                            : word.size() == 2 && byte_of(word[0]) >= 0x80;
  }

  void end_word() {
    const std::size_t size = list_.size_ - begin_;
    if (size == 0) return;
    const bool single = joins_letters_ && is_letter({&list_.bytes_[begin_], size});
    if (single && in_run_) {  // the letter takes the place of the space before it
      std::memmove(&list_.bytes_[begin_ - 1], &list_.bytes_[begin_], size);
      --list_.size_;
      list_.words_.back().size += static_cast<std::uint32_t>(size);
    } else {
      list_.words_.push_back(
          {static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(size)});
    }
    in_run_ = single;
    put(' ');
    begin_ = list_.size_;
  }

  WordList& list_;
  const ByteClasses& classes_;
  std::string_view sign_;
  bool joins_letters_;
  bool joins_codes_;
  bool parts_numbers_;
  bool in_run_ = false;  // the last word is a run of single letters
  std::size_t begin_ = 0;
  GreekPairs greek_;
  std::string folded_;
};

WordList& thread_words() {
  thread_local WordList list;
  return list;
}

void WordList::reserve(std::size_t more) {
  if (size_ + more <= capacity_) return;
  const std::size_t capacity = 2 * (size_ + more) + 64;
  auto bytes = std::make_unique<char[]>(capacity);
  if (size_ != 0) std::memcpy(bytes.get(), bytes_.get(), size_);
  bytes_ = std::move(bytes);
  capacity_ = capacity;
}

void WordList::read(std::string_view text, WordReading reading) {
  if (reading != WordReading::words) text = excerpt(text, kLongestValue);
  if (read_plain(text, reading)) return;
  clear();
  Reader(*this, reading).read(text);
}

namespace {

/// Bytes that stand for a word.
ByteVector signs_among(ByteVector bytes, WordReading reading) {
  switch (reading) {
    case WordReading::company:
      return bytes_equal(bytes, '&') | bytes_equal(bytes, '+');
    case WordReading::street:
      return bytes_equal(bytes, '#');
    default:
      return ByteVector{};
  }
}

/// Bytes that take a look at what is around them: apostrophes, hyphens of codes, what is no ASCII.
ByteVector special_among(ByteVector bytes, WordReading reading) {
  const ByteVector any =
      (bytes < ByteVector{}) | bytes_equal(bytes, '\'') | bytes_equal(bytes, '`');
  return reading == WordReading::words ? any | bytes_equal(bytes, '-') : any;
}

}  // namespace

bool WordList::read_plain(std::string_view text, WordReading reading) {
  clear();
  std::array<char, 64 + kVectorBytes> bytes;  // words are copied by vectors
  if (text.size() > bytes.size() - kVectorBytes) return false;
  bytes.fill(' ');
  std::copy(text.begin(), text.end(), bytes.begin());
  std::uint64_t in_words = 0;
  std::uint64_t signs = 0;
  bool special = false;
  for (std::size_t at = 0; at < text.size(); at += kVectorBytes) {
    const ByteVector lower = lower_bytes(load_bytes(&bytes[at]));
    store_bytes(lower, &bytes[at]);
    const ByteVector word = bytes_between(lower, 'a', 'z') | bytes_between(lower, '0', '9');
    in_words |= bits_of(word) << at;
    signs |= bits_of(signs_among(lower, reading)) << at;
    special = special || is_any(special_among(lower, reading));
  }
  return !special && take_plain(bytes.data(), in_words, signs, reading);
}

bool WordList::take_plain(const char* bytes, std::uint64_t in_words, std::uint64_t signs,
                          WordReading reading) {
  const bool joins = reading == WordReading::words || reading == WordReading::company;
  // A sign makes a word of four letters at most.
  reserve(6 * 64 + kVectorBytes);
  bool after_single = false;
  for (std::uint64_t left = in_words | signs; left != 0;) {
    const auto begin = static_cast<unsigned>(std::countr_zero(left));
    const bool is_sign = (signs >> begin & 1) != 0;
    const auto size = is_sign ? 1U : static_cast<unsigned>(std::countr_one(in_words >> begin));
    left &= ~kernels::low_bits(begin + size);
    const bool single = size == 1 && !is_sign;
    if (joins && single && after_single) return false;
    after_single = single;
    if (is_sign) {
      push(sign_word(reading));
    } else {
      push_plain(bytes + begin, size);
    }
  }
  return true;
}

void WordList::push_plain(const char* word, std::size_t size) {
  words_.push_back({static_cast<std::uint32_t>(size_), static_cast<std::uint32_t>(size)});
  for (std::size_t at = 0; at < size; at += kVectorBytes)
    store_bytes(load_bytes(word + at), bytes_.get() + size_ + at);
  size_ += size;
  bytes_[size_++] = ' ';
}

void WordList::push(std::string_view word) {
  reserve(word.size() + 1);
  words_.push_back({static_cast<std::uint32_t>(size_), static_cast<std::uint32_t>(word.size())});
  std::memcpy(bytes_.get() + size_, word.data(), word.size());
  size_ += word.size();
  bytes_[size_++] = ' ';
}

void WordList::pop_back(std::size_t count) {
  words_.resize(words_.size() - count);
  size_ = words_.empty() ? 0 : words_.back().begin + words_.back().size + 1;
}

void WordList::erase(std::size_t begin, std::size_t count) {
  if (begin + count >= words_.size()) return pop_back(words_.size() - begin);
  const std::uint32_t to = words_[begin].begin;
  const std::uint32_t from = words_[begin + count].begin;
  std::memmove(bytes_.get() + to, bytes_.get() + from, size_ - from);
  size_ -= from - to;
  words_.erase(words_.begin() + static_cast<std::ptrdiff_t>(begin),
               words_.begin() + static_cast<std::ptrdiff_t>(begin + count));
  for (std::size_t i = begin; i < words_.size(); ++i) words_[i].begin -= from - to;
}

void WordList::replace(std::size_t i, std::string_view word) {
  reserve(word.size());
  const Word old = words_[i];
  char* const at = bytes_.get() + old.begin;
  std::memmove(at + word.size(), at + old.size, size_ - old.begin - old.size);
  std::memcpy(at, word.data(), word.size());
  size_ += word.size() - old.size;
  words_[i].size = static_cast<std::uint32_t>(word.size());
  for (std::size_t j = i + 1; j < words_.size(); ++j) {
    words_[j].begin += static_cast<std::uint32_t>(word.size()) - old.size;
  }
}

}  // namespace galena::match
