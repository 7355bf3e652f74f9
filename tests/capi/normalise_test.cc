// Normal forms through the C API.
#include <gtest/gtest.h>

#include <string>

#include "capi/handle.hpp"

using namespace galena::test;

namespace {

std::string normal(std::string_view kind, std::string_view value, std::string_view country = {}) {
  galena_buffer* buffer = nullptr;
  Error error;
  EXPECT_EQ(galena_normalise(kind.data(), kind.size(), value.data(), value.size(), country.data(),
                             country.size(), &buffer, error.out()),
            GALENA_OK)
      << error.message();
  return text_of(buffer);
}

TEST(CNormalise, GivesTheFormOfTheKind) {
  EXPECT_EQ(normal("company", "The Müller & Söhne GmbH"), "muller and sohne");
  EXPECT_EQ(normal("phone", "030 1234567", "de"), "+49301234567");
  EXPECT_EQ(normal("phone", "030 1234567", "DE"), "+49301234567");
  EXPECT_EQ(normal("phone", "030 1234567", "Germany"), "+49301234567");
  EXPECT_EQ(normal("phone", "030 1234567"), "301234567");
  EXPECT_EQ(normal("name_suffix", "Jr."), "jr");
  EXPECT_EQ(normal("birth_date", "1978"), "1978");
  EXPECT_EQ(normal("ignore", "anything"), "");
  EXPECT_EQ(normal("email", ""), "");
  EXPECT_EQ(normal("email", "ann@x.org; bob@y.org"), "ann@x.org");
  EXPECT_EQ(normal("phone", "030 1234567; 0171 7654321", "de"), "+49301234567");
}

TEST(CNormalise, SaysWhatIsWrong) {
  galena_buffer* buffer = nullptr;
  Error error;
  EXPECT_EQ(galena_normalise("colour", 6, "red", 3, nullptr, 0, &buffer, error.out()),
            GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(buffer, nullptr);
  EXPECT_EQ(error.detail(), "unknown_kind");
  EXPECT_NE(error.hint().find("full_name, first_name"), std::string::npos) << error.hint();
  EXPECT_EQ(galena_normalise("emial", 5, "a@b.c", 5, nullptr, 0, &buffer, error.out()),
            GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(error.hint(), "did you mean 'email'?");
  EXPECT_EQ(galena_normalise("phone", 5, "030 1", 5, "XX", 2, &buffer, error.out()),
            GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(error.detail(), "unknown_country");
  EXPECT_EQ(galena_normalise("text", 4, "\xFF", 1, nullptr, 0, &buffer, error.out()),
            GALENA_BAD_ENCODING);
  EXPECT_EQ(error.subject(), "value");
  EXPECT_EQ(galena_normalise("text", 4, "red", 3, nullptr, 0, nullptr, error.out()),
            GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(error.detail(), "null_argument");
}

}  // namespace
