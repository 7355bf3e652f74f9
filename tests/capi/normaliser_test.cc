// A normaliser of the host through the C API.
#include <gtest/gtest.h>

#include <atomic>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include "capi/handle.hpp"

using namespace galena::test;

namespace {

/// Leaves out "(old)" behind a company; "Closed" is a value it fails at, with a reason.
int32_t without_old(void* asked, const char* kind, const char* value, size_t size,
                    galena_buffer* form) {
  ++*static_cast<std::atomic<int>*>(asked);
  const std::string_view text(value, size);
  if (std::string_view(kind) != "company") return GALENA_FORM_UNCHANGED;
  if (text == "Closed") {
    EXPECT_EQ(galena_buffer_append(form, "no entry", 8), GALENA_OK);
    return 7;
  }
  if (text == "-") return GALENA_FORM_FINAL;
  const std::size_t kept = text.find(" (old)");
  if (kept == std::string_view::npos) return GALENA_FORM_UNCHANGED;
  EXPECT_EQ(galena_buffer_append(form, text.data(), kept / 2), GALENA_OK);
  EXPECT_EQ(galena_buffer_append(form, text.data() + kept / 2, kept - kept / 2), GALENA_OK);
  return GALENA_FORM_REWRITTEN;
}

TEST(CNormaliser, IsAskedByDedupeLinkAndTrain) {
  std::atomic<int> asked = 0;
  galena_match_options options = with_id();
  options.normaliser = without_old;
  options.normaliser_data = &asked;
  const auto leads = parse_csv(
      "id,company,city\n1,Forge Hammer Works (old),Bonn\n2,Forge Hammer Works,Bonn\n3,-,Ulm\n");
  const std::string fields = R"({"company":"company","city":"city"})";
  options.fields = fields.data();
  options.fields_size = fields.size();
  Error error;
  galena_duplicates* raw = nullptr;
  ASSERT_EQ(galena_dedupe(leads.get(), &options, &raw, error.out()), GALENA_OK) << error.message();
  const Handle<galena_duplicates> found(raw);
  EXPECT_EQ(asked, 3 + 2);
  galena_explanation* why = nullptr;
  ASSERT_EQ(galena_duplicates_explain(raw, 0, 1, &why, nullptr), GALENA_OK);
  EXPECT_NE(std::string(galena_explanation_text(why)).find("exact"), std::string::npos);
  EXPECT_NE(std::string(galena_explanation_json(why)).find("(old)"), std::string::npos);
  galena_explanation_free(why);

  options.right_fields = options.fields;
  options.right_fields_size = options.fields_size;
  galena_links* linked = nullptr;
  ASSERT_EQ(galena_link(leads.get(), leads.get(), &options, &linked, error.out()), GALENA_OK);
  galena_links_free(linked);
  EXPECT_EQ(asked, 5 + 10);
  galena_model* model = nullptr;
  ASSERT_EQ(galena_model_train(leads.get(), &options, nullptr, &model, error.out()), GALENA_OK);
  galena_model_free(model);
  EXPECT_EQ(asked, 15 + 5);
}

TEST(CNormaliser, FailsWithItsReason) {
  std::atomic<int> asked = 0;
  galena_match_options options = with_id();
  options.normaliser = without_old;
  options.normaliser_data = &asked;
  const auto leads = parse_csv("id,company\n1,Forge Works\n2,Closed\n");
  Error error;
  galena_duplicates* found = nullptr;
  EXPECT_EQ(galena_dedupe(leads.get(), &options, &found, error.out()), GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(found, nullptr);
  EXPECT_EQ(error.detail(), "normaliser_failed");
  EXPECT_EQ(error.subject(), "company");
  EXPECT_NE(error.message().find("no entry"), std::string::npos) << error.message();
}

TEST(CNormaliser, TheBufferOfACallbackRefusesNothings) {
  EXPECT_EQ(galena_buffer_append(nullptr, "x", 1), GALENA_INVALID_ARGUMENT);
}

/// Companies by their initials alone; a name that begins with "!" is refused.
int32_t initials(void* asked, const char* kind, const char* value, size_t size,
                 galena_buffer* form) {
  ++*static_cast<int*>(asked);
  if (std::string_view(kind) != "company") return GALENA_FORM_UNCHANGED;
  if (size != 0 && value[0] == '!') return -1;
  return galena_buffer_append(form, value, 1) == GALENA_OK ? GALENA_FORM_FINAL : -1;
}

TEST(CNormaliser, IsAskedByAnIndex) {
  Error error;
  const Handle<galena_schema> schema = standard_schema("lead");
  const std::string fields = R"({"first_name":"first_name","company":"company"})";
  const auto add = [&](galena_index* index, std::string_view id, std::string_view record) {
    return galena_index_add(index, id.data(), id.size(), make_record(schema.get(), record).get(),
                            error.out());
  };
  int asked = 0;
  galena_index* raw = nullptr;
  ASSERT_EQ(galena_index_create_normalised(schema.get(), nullptr, fields.data(), fields.size(),
                                           initials, &asked, &raw, error.out()),
            GALENA_OK)
      << error.message();
  const Handle<galena_index> index(raw);
  ASSERT_EQ(add(raw, "1", R"({"first_name":"Robert","company":"Acme GmbH"})"), GALENA_OK)
      << error.message();
  EXPECT_EQ(asked, 2);
  EXPECT_EQ(add(raw, "2", R"({"first_name":"Eve","company":"!bad"})"), GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(error.detail(), "normaliser_failed");
  EXPECT_EQ(galena_index_size(raw), 1U);

  galena_buffer* bytes = nullptr;
  ASSERT_EQ(galena_index_save(raw, &bytes, error.out()), GALENA_OK);
  const Handle<galena_buffer> kept(bytes);
  galena_index* opened = nullptr;
  EXPECT_EQ(galena_index_open(schema.get(), galena_buffer_data(bytes), galena_buffer_size(bytes),
                              &opened, error.out()),
            GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(error.detail(), "wrong_normaliser");
  EXPECT_EQ(opened, nullptr);
  const int before = asked;
  ASSERT_EQ(galena_index_open_normalised(schema.get(), galena_buffer_data(bytes),
                                         galena_buffer_size(bytes), initials, &asked, &opened,
                                         error.out()),
            GALENA_OK)
      << error.message();
  const Handle<galena_index> again(opened);
  EXPECT_EQ(asked, before);
  const auto bob = make_record(schema.get(), R"({"first_name":"Bob","company":"Asea"})");
  galena_matches* matches = nullptr;
  ASSERT_EQ(galena_index_find(opened, bob.get(), 10, 0, &matches, error.out()), GALENA_OK);
  EXPECT_EQ(galena_matches_count(matches), 1U);  // by the one initial of both
  galena_matches_free(matches);
  EXPECT_EQ(asked, before + 2);
}

}  // namespace
