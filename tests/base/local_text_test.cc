#include "galena/base/local_text.hpp"

#include <gtest/gtest.h>

namespace galena {
namespace {

TEST(LocalText, FallsBackToThePrimaryLanguageThenToItsOwn) {
  const LocalText label("Last name",
                        {{"de", "Nachname"}, {"pt-BR", "Sobrenome"}, {"zh-Hant", "姓"}});
  EXPECT_EQ(label.in("de"), "Nachname");
  EXPECT_EQ(label.in("de-AT"), "Nachname");
  EXPECT_EQ(label.in("pt-BR"), "Sobrenome");
  EXPECT_EQ(label.in("pt"), "Last name");
  EXPECT_EQ(label.in("fr"), "Last name");
  EXPECT_EQ(label.in(""), "Last name");
  EXPECT_EQ(label.in("-"), "Last name");
}

TEST(LocalText, IsEmptyWithoutATextOfItsOwn) {
  EXPECT_TRUE(LocalText().empty());
  EXPECT_FALSE(LocalText("x").empty());
  EXPECT_EQ(LocalText("x"), LocalText("x"));
}

}  // namespace
}  // namespace galena
