// What most values are is read by shorter ways, and as the general readers read it.
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "galena/match/normalise.hpp"
#include "match/mojibake.hpp"
#include "match/tables.hpp"
#include "match/text.hpp"
#include "match/word_list.hpp"

namespace galena::match {
namespace {

/// Texts put together of pieces, any number of them up to `most`.
class Pieces {
 public:
  Pieces(std::vector<std::string> pieces, std::size_t most)
      : pieces_(std::move(pieces)), most_(most) {}
  std::string next() {
    std::string text;
    for (std::size_t left = engine_() % (most_ + 1); left > 0; --left)
      text += pieces_[engine_() % pieces_.size()];
    return text;
  }

 private:
  std::vector<std::string> pieces_;
  std::size_t most_;
  std::mt19937 engine_{7};
};

constexpr int kTexts = 60000;

void expect_same_address(std::string_view text) {
  const EmailAddress read = normalise_email(text);
  // An address in brackets is none that is read at one go.
  const EmailAddress general = normalise_email("<" + std::string(text) + ">");
  EXPECT_EQ(read.address, general.address) << text;
  EXPECT_EQ(read.mailbox, general.mailbox) << text;
  EXPECT_EQ(read.domain, general.domain) << text;
  EXPECT_EQ(read.registrable, general.registrable) << text;
  EXPECT_EQ(read.role, general.role) << text;
  EXPECT_EQ(read.free_mail, general.free_mail) << text;
}

TEST(PlainReading, AddressesAreWhatTheyAreInBrackets) {
  Pieces pieces({"a",           "Z",         "info",
                 "test",        "jane",      ".",
                 ".",           "-",         "_",
                 "@",           "@",         "@",
                 "gmail",       "co",        ".com",
                 ".co.uk",      "gmail.com", "proton.me",
                 "me.com",      "web.de",    "7",
                 "@.",          "mailto:",   "+",
                 "{",           "`",         "/",
                 "é",           " ",         "\t",
                 "\"",          "'",         "longlonglonglonglonglong",
                 "example.com", "k\u212A",   "[",
                 "\x7F",        ":"},
                8);
  for (int i = 0; i < kTexts; ++i) expect_same_address(pieces.next());
}

TEST(PlainReading, AddressesOfAnyLengthAreReadAlike) {
  for (std::size_t mailbox = 0; mailbox < 70; ++mailbox) {
    for (std::size_t label = 0; label < 70; ++label)
      expect_same_address(std::string(mailbox, 'M') + "@" + std::string(label, 'd') + ".De");
  }
}

TEST(PlainReading, EveryByteIsReadAlikeInAnAddress) {
  for (int byte = 0; byte < 256; ++byte) {
    const char c = static_cast<char>(static_cast<unsigned char>(byte));
    if (c == '<' || c == '>') continue;
    expect_same_address(std::string("ja") + c + "ne@acme.com");
    expect_same_address(std::string("jane@ac") + c + "me.com");
    expect_same_address(std::string("jane@acme.com") + c);
  }
}

void expect_same_number(std::string_view text, std::string_view country) {
  const PhoneNumber read = normalise_phone(text, country);
  // A number with a letter is none that is read at one go.
  const PhoneNumber general = normalise_phone("t" + std::string(text), country);
  EXPECT_EQ(read.national, general.national) << text << " in " << country;
  EXPECT_EQ(read.country, general.country) << text << " in " << country;
  EXPECT_EQ(read.extension, general.extension) << text << " in " << country;
}

TEST(PlainReading, NumbersAreWhatTheyAreBehindALetter) {
  Pieces pieces({"0",
                 "00",
                 "1",
                 "12",
                 "345",
                 "49",
                 "44",
                 "7",
                 "39",
                 "011",
                 "6789",
                 "8",
                 "+",
                 "(0)",
                 "(",
                 ")",
                 "[0]",
                 "[",
                 "]",
                 " ",
                 "-",
                 ".",
                 "/",
                 "#",
                 "x",
                 "ext",
                 "\u0663",
                 "234567",
                 "99999999999999999999999999999999"},
                7);
  for (int i = 0; i < kTexts; ++i) {
    const std::string text = pieces.next();
    for (const char* const country : {"", "us", "de", "ru", "it"})
      expect_same_number(text, country);
  }
}

TEST(PlainReading, CallingCodesAreTheLongestThatExist) {
  EXPECT_EQ(tables::calling_code_of("4930123456"), "49");
  EXPECT_EQ(tables::calling_code_of("35312345678"), "353");
  EXPECT_EQ(tables::calling_code_of("2125550100"), "212");
  EXPECT_EQ(tables::calling_code_of("12125550100"), "1");
  EXPECT_EQ(tables::calling_code_of("049"), "");
  EXPECT_EQ(tables::calling_code_of("7"), "7");
  EXPECT_EQ(tables::calling_code_of(""), "");
  EXPECT_EQ(tables::calling_code("va"), "3906");
  EXPECT_EQ(tables::phone_plan("049"), nullptr);
  EXPECT_EQ(tables::phone_plan("0"), nullptr);
  EXPECT_EQ(tables::phone_plan(""), nullptr);
  EXPECT_EQ(tables::phone_plan("3906"), nullptr);
  ASSERT_NE(tables::phone_plan("39"), nullptr);
  EXPECT_TRUE(tables::phone_plan("39")->keeps_zero);
}

void expect_same_words(const std::string& text) {
  for (const WordReading reading :
       {WordReading::words, WordReading::names, WordReading::company, WordReading::street}) {
    WordList read;
    read.read(text, reading);
    // A text with a letter beyond ASCII is none that is read at one go; a space of any width ends a
    // word.
    WordList general;
    general.read(text + "\u3000", reading);
    EXPECT_EQ(read.text(), general.text()) << text;
    ASSERT_EQ(read.size(), general.size()) << text;
    for (std::size_t i = 0; i < read.size(); ++i) EXPECT_EQ(read[i], general[i]) << text;
  }
}

TEST(PlainReading, WordsAreWhatTheyAreBeforeAWideSpace) {
  Pieces pieces({"a",
                 "S.",
                 "A.",
                 "B",
                 "7",
                 "Acme",
                 "GmbH",
                 " ",
                 " ",
                 "  ",
                 "&",
                 "+",
                 "#",
                 "-",
                 "/",
                 "'",
                 "`",
                 "LL-",
                 "700X",
                 "(",
                 "\x7F",
                 "\t",
                 "@",
                 "[",
                 "{",
                 "é",
                 "12345678901234567",
                 "sixteenletters_x"},
                9);
  for (int i = 0; i < kTexts; ++i) expect_same_words(pieces.next());
  for (int byte = 0; byte < 0x80; ++byte) {
    const char c = static_cast<char>(byte);
    expect_same_words(std::string("ab") + c + "cd " + c + c + "1");
  }
  for (std::size_t size = 0; size < 70; ++size) {
    expect_same_words(std::string(size, 'K'));
    expect_same_words(std::string(size, '&'));
    expect_same_words(std::string(size, ' ') + "x");
  }
}

TEST(PlainReading, WhatIsNoMojibakeNeedsNoRepair) {
  std::vector<std::string> letters = {"a", " ", "\xC3", "\x83", "\xE2", "\xFF"};
  for (char32_t letter = 0x80; letter < 0x100; ++letter)
    append_utf8(letters.emplace_back(), letter);
  for (const char* const letter : {"€", "‚", "ƒ", "Š", "Œ", "Ž", "’", "“", "–", "™", "ž", "Ÿ", "я"})
    letters.emplace_back(letter);
  for (const std::size_t most : {2U, 5U, 9U}) {
    Pieces pieces(letters, most);
    for (int i = 0; i < kTexts; ++i) {
      const std::string text = pieces.next();
      if (!may_be_mojibake(text)) {
        EXPECT_EQ(repair_mojibake(text), text);
      }
    }
  }
  EXPECT_FALSE(may_be_mojibake("Peña Moreno, Société Générale"));
  EXPECT_TRUE(may_be_mojibake("FranÃ§ois"));
}

}  // namespace
}  // namespace galena::match
