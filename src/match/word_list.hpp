// WordList: the folded words of a text, one behind the other with a space between, in memory that
// is used again for the next text. What every normaliser starts from.
//
//   WordList list;
//   list.read("The Müller & Söhne GmbH", WordReading::company);
//   list.text() == "the muller and sohne gmbh"
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace galena::match {

/// Bytes of a name, an address, a telephone number that are read; readers of their words look back
/// and forth. Free texts have no such bound.
inline constexpr std::size_t kLongestValue = 4096;

/// What a reader makes of signs and of single letters.
enum class WordReading : std::uint8_t {
  words,    ///< runs of single letters are one word (S. A. is sa), and codes are (LL-700X)
  names,    ///< single letters stay apart (J. R. is two initials)
  company,  ///< as words; "&" and "+" are the word "and"
  street,   ///< as names; "#" is the word "unit"; a number beside an ideograph is a word
};

/// Words are views into the list; they end with the next change of it.
class WordList {
 public:
  /// Takes the words of `text` in place of those there are: of all of it as WordReading::words, of
  /// its first kLongestValue bytes else. O(text).
  void read(std::string_view text, WordReading reading);
  void clear() { size_ = 0, words_.clear(); }
  /// Adds one word as it is. Not of this list's own memory.
  void push(std::string_view word);

  [[nodiscard]] std::size_t size() const { return words_.size(); }
  [[nodiscard]] bool empty() const { return words_.empty(); }
  [[nodiscard]] std::string_view operator[](std::size_t i) const {
    return {bytes_.get() + words_[i].begin, words_[i].size};
  }
  [[nodiscard]] std::string_view front() const { return (*this)[0]; }
  [[nodiscard]] std::string_view back() const { return (*this)[size() - 1]; }
  /// All words, or those of [begin, end), with one space between.
  [[nodiscard]] std::string_view text() const { return text(0, size()); }
  [[nodiscard]] std::string_view text(std::size_t begin, std::size_t end) const {
    if (begin >= end) return {};
    const Word& last = words_[end - 1];
    return {bytes_.get() + words_[begin].begin, last.begin + last.size - words_[begin].begin};
  }

  void pop_back(std::size_t count = 1);
  /// Takes out `count` words from `begin` on. O(text).
  void erase(std::size_t begin, std::size_t count = 1);
  /// Writes `word` (not of this list's memory) in place of word i. O(text).
  void replace(std::size_t i, std::string_view word);

 private:
  struct Word {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
  };
  class Reader;
  /// Reads a text as most are: up to 64 bytes of ASCII, without apostrophes, without single letters
  /// that are one word. False when it is none; the list may then hold anything.
  bool read_plain(std::string_view text, WordReading reading);
  /// Takes the words of such a text by the bits of its bytes.
  bool take_plain(const char* bytes, std::uint64_t in_words, std::uint64_t signs,
                  WordReading reading);
  /// As push(), where there is room; up to a vector is read and written behind the word.
  void push_plain(const char* word, std::size_t size);
  /// Makes room for `more` bytes.
  void reserve(std::size_t more);

  std::unique_ptr<char[]> bytes_;
  std::size_t capacity_ = 0;
  std::size_t size_ = 0;  // of the bytes, a space behind every word
  std::vector<Word> words_;
};

/// A list of the thread's own, for the time of one call.
WordList& thread_words();

}  // namespace galena::match
