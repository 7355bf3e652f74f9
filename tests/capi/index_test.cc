// The live index through the C API.
#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "capi/handle.hpp"

using namespace galena::test;

namespace {

constexpr std::string_view kFields =
    R"({"first_name":"first_name","last_name":"last_name","company":"company","email":"email"})";
constexpr std::string_view kRobert =
    R"({"first_name":"Robert","last_name":"Scholz","company":"Acme GmbH","email":"r.scholz@acme.example"})";
constexpr std::string_view kBob =
    R"({"first_name":"Bob","last_name":"Scholz","company":"ACME","email":"r.scholz@acme.example"})";
constexpr std::string_view kMaria =
    R"({"first_name":"Maria","last_name":"Garcia","company":"Solar SA","email":"m@solar.example"})";

class CIndex : public testing::Test {
 protected:
  void SetUp() override { index_ = create(kFields); }

  Handle<galena_index> create(std::string_view fields) {
    galena_index* index = nullptr;
    EXPECT_EQ(galena_index_create(schema_.get(), nullptr, fields.data(), fields.size(), &index,
                                  error_.out()),
              GALENA_OK)
        << error_.message();
    return Handle<galena_index>(index);
  }
  galena_status add(std::string_view id, std::string_view record) {
    return galena_index_add(index_.get(), id.data(), id.size(),
                            make_record(schema_.get(), record).get(), error_.out());
  }
  galena_status remove(std::string_view id) {
    return galena_index_remove(index_.get(), id.data(), id.size(), error_.out());
  }
  bool contains(std::string_view id) {
    int32_t found = -1;
    EXPECT_EQ(galena_index_contains(index_.get(), id.data(), id.size(), &found, nullptr),
              GALENA_OK);
    return found == 1;
  }
  Handle<galena_matches> find(const galena_index* index, std::string_view record,
                              std::size_t limit = 10) {
    galena_matches* matches = nullptr;
    EXPECT_EQ(galena_index_find(index, make_record(schema_.get(), record).get(), limit, 0.5,
                                &matches, error_.out()),
              GALENA_OK)
        << error_.message();
    return Handle<galena_matches>(matches);
  }
  std::vector<std::string> ids(const galena_matches* matches) {
    std::vector<std::string> found;
    for (std::size_t i = 0; i < galena_matches_count(matches); ++i) {
      found.emplace_back(galena_matches_id(matches, i));
    }
    return found;
  }
  std::string saved(const galena_index* index) {
    galena_buffer* bytes = nullptr;
    EXPECT_EQ(galena_index_save(index, &bytes, error_.out()), GALENA_OK);
    return text_of(bytes);
  }
  galena_status open(std::string_view bytes, galena_index** index) {
    return galena_index_open(schema_.get(), bytes.data(), bytes.size(), index, error_.out());
  }

  Error error_;
  Handle<galena_schema> schema_ = standard_schema("lead");
  Handle<galena_index> index_;
};

TEST_F(CIndex, FindsTheSamePersonBestFirst) {
  ASSERT_EQ(add("l3", kRobert), GALENA_OK);
  ASSERT_EQ(add("l2", kMaria), GALENA_OK);
  ASSERT_EQ(add("l1", kBob), GALENA_OK);
  EXPECT_EQ(galena_index_size(index_.get()), 3U);
  const auto matches = find(index_.get(), kBob);
  ASSERT_EQ(galena_matches_count(matches.get()), 2U);
  EXPECT_EQ(ids(matches.get())[0], "l1");  // the very values
  EXPECT_GT(galena_matches_probability(matches.get(), 0), 0.9);
  EXPECT_GE(galena_matches_weight(matches.get(), 0), galena_matches_weight(matches.get(), 1));
  EXPECT_EQ(ids(find(index_.get(), kBob, 1).get()), std::vector<std::string>{"l1"});
  EXPECT_EQ(galena_matches_count(find(index_.get(), kBob, 0).get()), 0U);
  EXPECT_STREQ(galena_matches_id(matches.get(), 2), "");
  EXPECT_EQ(galena_matches_probability(matches.get(), 2), 0);
}

TEST_F(CIndex, UpdateAndRemoveForgetTheOldValues) {
  ASSERT_EQ(add("l1", kRobert), GALENA_OK);
  EXPECT_EQ(galena_index_update(index_.get(), "l1", 2, make_record(schema_.get(), kMaria).get(),
                                error_.out()),
            GALENA_OK);
  EXPECT_EQ(galena_matches_count(find(index_.get(), kBob).get()), 0U);
  EXPECT_EQ(ids(find(index_.get(), kMaria).get()), std::vector<std::string>{"l1"});
  EXPECT_EQ(remove("l1"), GALENA_OK);
  EXPECT_FALSE(contains("l1"));
  EXPECT_EQ(galena_index_size(index_.get()), 0U);
  EXPECT_EQ(galena_matches_count(find(index_.get(), kMaria).get()), 0U);
}

TEST_F(CIndex, IdsThatAreThereOrNotAreNamed) {
  ASSERT_EQ(add("l1", kRobert), GALENA_OK);
  EXPECT_EQ(add("l1", kMaria), GALENA_ALREADY_EXISTS);
  EXPECT_EQ(error_.detail(), "repeated_id");
  EXPECT_EQ(add("", kMaria), GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(error_.detail(), "blank_id");
  EXPECT_EQ(add("\xff", kMaria), GALENA_BAD_ENCODING);
  EXPECT_EQ(remove("l9"), GALENA_NOT_FOUND);
  EXPECT_EQ(error_.subject(), "l9");
  EXPECT_EQ(galena_index_size(index_.get()), 1U);
}

TEST_F(CIndex, AClusterIsNamedByItsLeastId) {
  ASSERT_EQ(add("b", kRobert), GALENA_OK);
  ASSERT_EQ(add("a", kBob), GALENA_OK);
  ASSERT_EQ(add("c", kMaria), GALENA_OK);
  galena_table* raw = nullptr;
  ASSERT_EQ(galena_index_cluster(index_.get(), "b", 1, &raw, error_.out()), GALENA_OK);
  const Handle<galena_table> members(raw);
  ASSERT_EQ(galena_table_row_count(raw), 2U);
  EXPECT_EQ(cell(raw, 0, "id"), "a");
  EXPECT_EQ(cell(raw, 1, "id"), "b");
}

TEST_F(CIndex, AMatchIsExplainedEvenWhenTheIndexHandleIsGone) {
  ASSERT_EQ(add("l1", kRobert), GALENA_OK);
  const auto matches = find(index_.get(), kBob);
  index_.reset();
  schema_.reset();
  galena_explanation* raw = nullptr;
  ASSERT_EQ(galena_matches_explain(matches.get(), 0, &raw, error_.out()), GALENA_OK);
  const Handle<galena_explanation> why(raw);
  EXPECT_EQ(galena_explanation_weight(raw), galena_matches_weight(matches.get(), 0));
  EXPECT_NE(std::string(galena_explanation_json(raw)).find("\"fields\":["), std::string::npos);
  EXPECT_EQ(galena_matches_explain(matches.get(), 1, &raw, error_.out()), GALENA_NOT_FOUND);
  EXPECT_EQ(error_.detail(), "unknown_match");
  EXPECT_EQ(raw, nullptr);
}

TEST_F(CIndex, AMatchThatWasRemovedIsNotExplained) {
  ASSERT_EQ(add("l1", kRobert), GALENA_OK);
  const auto matches = find(index_.get(), kBob);
  ASSERT_EQ(remove("l1"), GALENA_OK);
  galena_explanation* raw = nullptr;
  EXPECT_EQ(galena_matches_explain(matches.get(), 0, &raw, error_.out()), GALENA_NOT_FOUND);
  EXPECT_EQ(error_.detail(), "unknown_id");
}

TEST_F(CIndex, TwoOfItsRecordsAreExplained) {
  ASSERT_EQ(add("l1", kRobert), GALENA_OK);
  ASSERT_EQ(add("l2", kMaria), GALENA_OK);
  galena_explanation* raw = nullptr;
  ASSERT_EQ(galena_index_explain(index_.get(), "l1", 2, "l2", 2, &raw, error_.out()), GALENA_OK);
  const Handle<galena_explanation> why(raw);
  EXPECT_LT(galena_explanation_probability(raw), 0.01);
  const std::string json = galena_explanation_json(raw);
  EXPECT_NE(json.find(R"("keys":[{"key":)"), std::string::npos) << json;
  EXPECT_NE(json.find(R"("outcome":null)"), std::string::npos) << json;
  EXPECT_EQ(galena_index_explain(index_.get(), "x", 1, "y", 1, &raw, error_.out()),
            GALENA_NOT_FOUND);
  EXPECT_EQ(error_.count(), 2U);
}

TEST_F(CIndex, ItsBytesMakeItAgain) {
  ASSERT_EQ(add("l1", kRobert), GALENA_OK);
  ASSERT_EQ(add("l2", kMaria), GALENA_OK);
  const std::string bytes = saved(index_.get());
  galena_index* raw = nullptr;
  ASSERT_EQ(open(bytes, &raw), GALENA_OK) << error_.message();
  const Handle<galena_index> again(raw);
  EXPECT_EQ(galena_index_size(raw), 2U);
  EXPECT_STREQ(galena_index_fields(raw), galena_index_fields(index_.get()));
  EXPECT_EQ(saved(raw), bytes);
  const auto one = find(index_.get(), kBob);
  const auto other = find(raw, kBob);
  EXPECT_EQ(ids(one.get()), ids(other.get()));
  EXPECT_EQ(galena_matches_weight(one.get(), 0), galena_matches_weight(other.get(), 0));
}

TEST_F(CIndex, BytesThatAreCutShortOrChangedAreCorrupt) {
  ASSERT_EQ(add("l1", kRobert), GALENA_OK);
  const std::string bytes = saved(index_.get());
  galena_index* raw = nullptr;
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    ASSERT_EQ(open(bytes.substr(0, size), &raw), GALENA_CORRUPT) << size;
    ASSERT_EQ(raw, nullptr);
  }
  std::string changed = bytes;
  changed[changed.size() - 20] ^= 1;
  EXPECT_EQ(open(changed, &raw), GALENA_CORRUPT);
  EXPECT_EQ(error_.detail(), "bad_index");
  changed = bytes;
  changed[8] = 3;  // the format version
  EXPECT_EQ(open(changed, &raw), GALENA_UNSUPPORTED);
  EXPECT_EQ(error_.detail(), "unsupported_version");
  changed[8] = 2;  // of an index with forms of its host, which it has not
  EXPECT_EQ(open(changed, &raw), GALENA_CORRUPT);
}

TEST_F(CIndex, ASchemaWithoutAFieldOfTheIndexIsRefused) {
  const std::string bytes = saved(index_.get());
  const auto small =
      parse_schema(R"({"entity":"lead","fields":[{"name":"email","type":"email"}]})");
  galena_index* raw = nullptr;
  EXPECT_EQ(galena_index_open(small.get(), bytes.data(), bytes.size(), &raw, error_.out()),
            GALENA_NOT_FOUND);
  EXPECT_EQ(error_.count(), 3U);
  EXPECT_EQ(error_.subject(0), "first_name");
}

TEST_F(CIndex, TablesAreAddedAsAWholeOrNotAtAll) {
  const auto table = parse_csv(
      "key,first_name,last_name,company,email\n"
      "x,Robert,Scholz,Acme GmbH,r.scholz@acme.example\ny,Maria,Garcia,Solar SA,m@solar.example\n");
  ASSERT_EQ(add("y", kMaria), GALENA_OK);
  EXPECT_EQ(galena_index_add_table(index_.get(), table.get(), "key", 3, error_.out()),
            GALENA_ALREADY_EXISTS);
  EXPECT_EQ(galena_index_size(index_.get()), 1U);
  ASSERT_EQ(remove("y"), GALENA_OK);
  EXPECT_EQ(galena_index_add_table(index_.get(), table.get(), "key", 3, error_.out()), GALENA_OK);
  EXPECT_EQ(ids(find(index_.get(), kBob).get()), std::vector<std::string>{"x"});
  EXPECT_EQ(galena_index_add_table(index_.get(), table.get(), "no", 2, error_.out()),
            GALENA_NOT_FOUND);
}

TEST_F(CIndex, DigitsNameTheRowNumbersOfATable) {
  const auto table = parse_csv(
      "first_name,last_name,company,email\nRobert,Scholz,Acme GmbH,r.scholz@acme.example\n");
  ASSERT_EQ(galena_index_add_table(index_.get(), table.get(), "", 0, error_.out()), GALENA_OK);
  EXPECT_EQ(ids(find(index_.get(), kBob).get()), std::vector<std::string>{"0"});
  EXPECT_TRUE(contains("0"));
  EXPECT_FALSE(contains("00"));
  EXPECT_EQ(add("0", kMaria), GALENA_ALREADY_EXISTS);
  EXPECT_EQ(remove("0"), GALENA_OK);
}

TEST_F(CIndex, WithoutFieldsItComparesByWhoAndWhereARecordIs) {
  const auto index = create("");
  const std::string fields = galena_index_fields(index.get());
  for (const char* known : {R"("last_name":"last_name")", R"("phone":"phone","mobile":"phone")"}) {
    EXPECT_NE(fields.find(known), std::string::npos) << fields;
  }
  for (const char* other : {"industry", "lead_source", "created", "identifier"}) {
    EXPECT_EQ(fields.find(other), std::string::npos) << fields;
  }
}

TEST_F(CIndex, MistakesOfTheFieldsAreNamed) {
  const auto refused = [&](std::string_view fields) {
    galena_index* index = nullptr;
    const galena_status status = galena_index_create(schema_.get(), nullptr, fields.data(),
                                                     fields.size(), &index, error_.out());
    EXPECT_EQ(index, nullptr);
    return status;
  };
  EXPECT_EQ(refused(R"({"nobody":"email","nothing":"phone"})"), GALENA_NOT_FOUND);
  EXPECT_EQ(error_.count(), 2U);
  EXPECT_EQ(refused(R"({"email":"letter"})"), GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(error_.subject(), "/email");
  EXPECT_EQ(refused("[["), GALENA_PARSE);
  schema_ = parse_schema(R"({"entity":"x","fields":[{"name":"n","type":"integer"}]})");
  EXPECT_EQ(refused(""), GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(error_.detail(), "no_fields");
}

TEST_F(CIndex, RecordsOfAnotherSchemaAreRefused) {
  const auto contact = standard_schema("contact");
  const auto record = make_record(contact.get(), R"({"last_name":"Scholz"})");
  galena_matches* matches = nullptr;
  EXPECT_EQ(galena_index_add(index_.get(), "l1", 2, record.get(), error_.out()),
            GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(galena_index_find(index_.get(), record.get(), 1, 0.5, &matches, error_.out()),
            GALENA_INVALID_ARGUMENT);
  const auto lead = make_record(schema_.get(), kBob);
  EXPECT_EQ(galena_index_find(index_.get(), lead.get(), 1, 1.5, &matches, error_.out()),
            GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(error_.detail(), "probability_range");
}

TEST_F(CIndex, ItKeepsTheModelItWasGiven) {
  galena_model* raw = nullptr;
  ASSERT_EQ(galena_model_preset("crm_standard_rules", 18, &raw, nullptr), GALENA_OK);
  const std::string hash = galena_model_hash(raw);
  galena_index* index = nullptr;
  ASSERT_EQ(
      galena_index_create(schema_.get(), raw, kFields.data(), kFields.size(), &index, nullptr),
      GALENA_OK);
  galena_model_free(raw);
  const Handle<galena_index> owned(index);
  ASSERT_EQ(galena_index_model(index, &raw, nullptr), GALENA_OK);
  EXPECT_EQ(galena_model_hash(raw), hash);
  galena_model_free(raw);
}

TEST_F(CIndex, NullIsRefusedNeverACrash) {
  galena_index* index = nullptr;
  galena_matches* matches = nullptr;
  galena_buffer* bytes = nullptr;
  galena_table* table = nullptr;
  EXPECT_EQ(galena_index_create(nullptr, nullptr, nullptr, 0, &index, nullptr),
            GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(galena_index_create(schema_.get(), nullptr, nullptr, 0, nullptr, nullptr),
            GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(galena_index_open(schema_.get(), nullptr, 0, &index, nullptr), GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(galena_index_add(index_.get(), "a", 1, nullptr, nullptr), GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(galena_index_add_table(nullptr, nullptr, nullptr, 0, nullptr), GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(galena_index_save(nullptr, &bytes, nullptr), GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(galena_index_find(index_.get(), nullptr, 1, 0.5, &matches, nullptr),
            GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(galena_index_cluster(nullptr, "a", 1, &table, nullptr), GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(galena_index_contains(index_.get(), "a", 1, nullptr, nullptr), GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(galena_matches_explain(nullptr, 0, nullptr, nullptr), GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(galena_index_size(nullptr), 0U);
  EXPECT_EQ(galena_matches_count(nullptr), 0U);
  EXPECT_STREQ(galena_index_fields(nullptr), "");
  galena_index_free(nullptr);
  galena_matches_free(nullptr);
}

TEST_F(CIndex, ManyThreadsReadWhileOneWrites) {
  std::atomic<bool> done = false;
  std::atomic<int> finds = 0;
  const auto read = [&] {
    const auto record = make_record(schema_.get(), kBob);
    while (!done || finds == 0) {
      galena_matches* matches = nullptr;
      ASSERT_EQ(galena_index_find(index_.get(), record.get(), 5, 0.5, &matches, nullptr),
                GALENA_OK);
      ASSERT_LE(galena_matches_count(matches), 5U);
      galena_matches_free(matches);
      ++finds;
    }
  };
  std::thread one(read);
  std::thread other(read);
  for (int i = 0; i < 300; ++i) {
    const std::string id = "l" + std::to_string(i);
    EXPECT_EQ(add(id, i % 2 == 0 ? kRobert : kMaria), GALENA_OK);
    if (i % 3 == 0) {
      EXPECT_EQ(remove(id), GALENA_OK);
    }
  }
  done = true;
  one.join();
  other.join();
  EXPECT_EQ(galena_index_size(index_.get()), 200U);
}

}  // namespace
