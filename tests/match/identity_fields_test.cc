// Which fields of a schema say who a record is.
#include <gtest/gtest.h>

#include "galena/match/fields.hpp"

namespace galena::match {
namespace {

TEST(IdentityFields, AreThoseWhoseKindTellsOnceButForAddresses) {
  const auto schema = Schema::make("person", {{.name = "work", .kind = Kind::email},
                                              {.name = "home", .kind = Kind::email},
                                              {.name = "town", .kind = Kind::city},
                                              {.name = "second_town", .kind = Kind::city},
                                              {.name = "made", .kind = Kind::created},
                                              {.name = "notes", .kind = Kind::text},
                                              {.name = "unknown"}});
  ASSERT_TRUE(schema) << schema.problems().to_text();
  EXPECT_EQ(identity_fields(*schema), (Fields{{.column = "work", .kind = Kind::email},
                                              {.column = "home", .kind = Kind::email},
                                              {.column = "town", .kind = Kind::city}}));
}

TEST(IdentityFields, OfASchemaThatTellsNothingAreNone) {
  EXPECT_TRUE(
      identity_fields(*Schema::make("note", {{.name = "text", .kind = Kind::text}})).empty());
}

}  // namespace
}  // namespace galena::match
