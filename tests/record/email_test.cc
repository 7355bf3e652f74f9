#include "galena/record/email.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "galena/base/utf8.hpp"
#include "galena/record/formats.hpp"
#include "support/shared_data.hpp"

namespace galena {
namespace {

TEST(CheckEmail, AcceptsWhatMailSystemsAccept) {
  for (const char* address :
       {"ada@example.org", "first.last+tag@sub.example.co.uk", "o'neil@example.ie", "a@b",
        "!#$%&'*+-/=?^_`{|}~@example.org", "\"john doe\"@example.org", "\"a@b\"@example.org",
        "\"\\\"\"@example.org", "x@[192.0.2.1]", "x@[IPv6:2001:db8::1]", "x@[ipv6:::]",
        "jörg@müller.example", "用户@例子.公司", "x@123.456.example", "x@xn--bcher-kva.example"}) {
    EXPECT_TRUE(check_email(address))
        << address << ": " << check_email(address).problems().to_text();
  }
}

TEST(CheckEmail, SaysWhereAnAddressBreaks) {
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"", "character 1"},
      {"ada", "character 4"},
      {"ada@", "character 5"},
      {"@example.org", "character 1"},
      {"ada@@example.org", "character 5"},
      {"ada lovelace@example.org", "character 4"},
      {".ada@example.org", "character 1"},
      {"ada.@example.org", "character 5"},
      {"a..b@example.org", "character 3"},
      {"\"ada@example.org", "character 17"},
      {"ada@example..org", "character 13"},
      {"ada@example.org.", "character 17"},
      {"ada@-example.org", "character 5"},
      {"ada@example-.org", "character 12"},
      {"ada@exa_mple.org", "character 8"},
      {"jörg@exam ple.org", "character 10"},
      {" ada@example.org", "character 1"},
      {"ada@example.org ", "character 16"},
      {"ada@example.org\n", "character 16"},
      {"ada@[192.0.2.256]", "character 6"},
      {"ada@[IPv6:1::2::3]", "character 6"},
      {"ada@[192.0.2.1", "character 15"},
      {"Ada <ada@example.org>", "character 4"},
      {"a@b.org; c@d.org", "character 8"},
      {"ada@example.org\xFF", "character 16"},
      {"a\xC2\xAD"
       "b@example.org",
       "character 2"},
  };
  for (const auto& [address, place] : cases) {
    const auto checked = check_email(address);
    ASSERT_FALSE(checked) << address;
    EXPECT_EQ(checked.problems().front().detail, "bad_email");
    EXPECT_EQ(checked.problems().front().subject, place) << address;
  }
}

TEST(CheckEmail, KeepsTheLimitsOfRfc5321) {
  const auto of = [](char c, std::size_t n) { return std::string(n, c); };
  EXPECT_TRUE(check_email(of('a', 64) + "@example.org"));
  EXPECT_FALSE(check_email(of('a', 65) + "@example.org"));
  EXPECT_TRUE(check_email("a@" + of('b', 63) + ".org"));
  EXPECT_FALSE(check_email("a@" + of('b', 64) + ".org"));
  const std::string domain = of('b', 63) + '.' + of('c', 63) + '.' + of('d', 58);
  EXPECT_TRUE(check_email(of('a', 64) + "@" + domain + ".ef"));  // 254
  EXPECT_FALSE(check_email(of('a', 64) + "@" + domain + ".efg"));
}

/// One test of the isemail suite.
struct Sample {
  std::string id;
  std::string address;
  std::string category;
};

std::string between(std::string_view text, std::string_view before, std::string_view after) {
  const auto start = text.find(before);
  if (start == std::string_view::npos) return {};
  const auto from = start + before.size();
  return std::string(text.substr(from, text.find(after, from) - from));
}

/// The suite writes control character n as U+2400 + n, and the rest as XML does.
std::string decode(std::string_view xml) {
  std::string text;
  for (std::size_t i = 0; i < xml.size();) {
    char32_t code = 0;
    if (xml[i] == '&') {
      const std::string name = between(xml.substr(i), "&", ";");
      i += name.size() + 2;
      if (name.starts_with("#x")) {
        code = static_cast<char32_t>(std::stoul(name.substr(2), nullptr, 16));
      } else {
        code = name == "amp" ? '&' : name == "lt" ? '<' : name == "gt" ? '>' : '"';
      }
    } else {
      code = detail::next_character(xml, i);
    }
    if (code >= 0x2400 && code < 0x2420) code -= 0x2400;
    detail::append_character(text, code);
  }
  return text;
}

std::vector<Sample> read_suite() {
  std::ifstream in(test::shared_data("conformance/isemail/test/tests.xml"), std::ios::binary);
  const std::string file{std::istreambuf_iterator<char>(in), {}};
  std::vector<Sample> samples;
  for (auto at = file.find("<test id="); at != std::string::npos;
       at = file.find("<test id=", at + 1)) {
    const std::string_view one = std::string_view(file).substr(at, file.find("</test>", at) - at);
    samples.push_back({between(one, "<test id=\"", "\""),
                       decode(between(one, "<address>", "</address>")),
                       between(one, "<category>", "</category>")});
  }
  return samples;
}

/// Valid for a mail system: the address stands in SMTP as it is. The other categories are comments
/// and folding white space (part of a message's header, not of an address), obsolete forms that
/// must not be generated, addresses that RFC 5322 can write but no mail system takes, and errors.
bool goes_through_smtp(const std::string& category) {
  return category == "ISEMAIL_VALID_CATEGORY" || category == "ISEMAIL_DNSWARN" ||
         category == "ISEMAIL_RFC5321";
}

TEST(CheckEmail, AgreesWithTheIsemailSuite) {
  GALENA_REQUIRE_SHARED_DATA("conformance/isemail/test/tests.xml");
  const auto samples = read_suite();
  ASSERT_EQ(samples.size(), 164U);
  int accepted = 0;
  for (const Sample& sample : samples) {
    const auto checked = check_email(sample.address);
    EXPECT_EQ(checked.ok(), goes_through_smtp(sample.category))
        << sample.id << ' ' << sample.category << ' ' << sample.address << ' '
        << checked.problems().to_text();
    accepted += checked.ok() ? 1 : 0;
  }
  EXPECT_GT(accepted, 30);
}

TEST(CheckPhone, TakesNumbersAsPeopleWriteThem) {
  for (const char* phone : {"+49 30 901820", "(805) 247-8982", "212/505-0005", "660.485.0224",
                            "110", "+1 (212) 555-0100 x12", "212-555-0100 ext. 4711", "030 90182-0",
                            "212 555 0100 #12", "+442079460123"}) {
    EXPECT_TRUE(check_phone(phone)) << phone;
  }
  for (const char* phone :
       {"", "n/a", "12", "+", "1234567890123456", "030+901820", "++49 30 901820", "call 030 901820",
        "030 901820 x", "030 901820 x12a", "030;901820"}) {
    EXPECT_FALSE(check_phone(phone)) << phone;
  }
}

TEST(CheckUrl, TakesWebAddressesWithOrWithoutScheme) {
  for (const char* url :
       {"https://www.example.org/a?b=c#d", "example.org", "HTTP://example.org:8080",
        "www.müller.example", "192.0.2.1/x", "example.org."}) {
    EXPECT_TRUE(check_url(url)) << url;
  }
  for (const char* url :
       {"", "none", "n/a", "http://", "https://localhost", "ftp://example.org", "www.example org",
        "example..org", "example.org:port", "1.5", "ada@example.org", "http://exa_mple.org"}) {
    EXPECT_FALSE(check_url(url)) << url;
  }
}

}  // namespace
}  // namespace galena
