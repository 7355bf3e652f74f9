// The live index when memory runs out: every allocation of a change is made to fail in turn, by
// replacing the global allocation functions of this test program; a change that fails has changed
// nothing.
#include <gtest/gtest.h>

#include <cstdlib>
#include <new>
#include <optional>
#include <string>
#include <vector>

#include "galena/match/index.hpp"
#include "support/tables.hpp"

namespace {
bool armed = false;
bool failed = false;
std::size_t left = 0;  ///< allocations that still succeed

/// Not inlined: the compiler would take malloc and free for a mismatch with new and delete.
[[gnu::noinline]] void* allocate(std::size_t size, std::size_t alignment) {
  if (armed && left-- == 0) {
    armed = false;
    failed = true;
    throw std::bad_alloc();
  }
  void* memory = nullptr;
  if (posix_memalign(&memory, alignment, size == 0 ? 1 : size) != 0) throw std::bad_alloc();
  return memory;
}
[[gnu::noinline]] void release(void* memory) noexcept { std::free(memory); }
}  // namespace

void* operator new(std::size_t size) { return allocate(size, alignof(std::max_align_t)); }
void* operator new(std::size_t size, std::align_val_t alignment) {
  return allocate(size, static_cast<std::size_t>(alignment));
}
/// std::stable_sort asks so. By itself the standard library's goes through the one above, a
/// sanitizer's does not, and would find its memory freed by another.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  try {
    return allocate(size, alignof(std::max_align_t));
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}
void operator delete(void* memory) noexcept { release(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { release(memory); }
void operator delete(void* memory, std::size_t) noexcept { release(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { release(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { release(memory); }

namespace galena::match {
namespace {

const Fields kFields = {{"first", Kind::first_name, {}}, {"last", Kind::last_name, {}},
                        {"mail", Kind::email, {}},       {"phone", Kind::phone, {}},
                        {"company", Kind::company, {}},  {"city", Kind::city, {}}};
const std::vector<std::string> kNames = {"first", "last", "mail", "phone", "company", "city"};

/// Half of the people are of one city and name, so that their block is long.
std::vector<std::string> person(unsigned number) {
  static const char* const kFirst[] = {"Anna", "Peter", "Maria", "John", "Eva"};
  static const char* const kParts[] = {"ber", "man", "stein", "low", "ski", "feld", "ham"};
  const std::string last = number % 2 == 0 ? "Steinfeld"
                                           : std::string(kParts[number % 7]) +
                                                 kParts[number / 7 % 7] + kParts[number / 49 % 7];
  const std::string company = std::string(kParts[number % 5]) + kParts[number / 5 % 7] + " works";
  return {kFirst[number % 5],
          last,
          last + std::to_string(number) + "@" + kParts[number % 7] + ".example",
          "+49 30 " + std::to_string(1000000 + number * 7919),
          company,
          number % 2 == 0 ? "Berlin" : "Bonn"};
}

Table people(unsigned begin, unsigned end) {
  std::vector<std::vector<std::string>> rows;
  for (unsigned i = begin; i < end; ++i) rows.push_back(person(i));
  return test::text_table(kNames, rows);
}

/// All that the index says of the rows and of its records.
std::string account(const Index& index, const Table& rows) {
  std::string text = std::to_string(index.size()) + "\n";
  for (std::size_t row = 0; row < rows.rows(); ++row) {
    const auto found = index.find(rows.row(row), 50, 0);
    for (const Match& match : *found) {
      text += to_text(match.id.view()) + " " + std::to_string(match.weight) + " ";
    }
    const ValueView id(static_cast<std::int64_t>(row));
    text += index.contains(id) ? "known\n" : "unknown\n";
    if (const auto why = index.explain(rows.row((row * 7 + 1) % rows.rows()), id)) {
      text += why->to_text();
    }
  }
  return text;
}

/// Lets the allocations of `change` fail one after another, until it needs no more of them; each
/// time it fails nothing has changed, each time it does not `undo` takes it back.
template <class Change, class Undo>
void expect_all_or_nothing(Index& index, const Table& rows, Change change, Undo undo) {
  std::size_t failures = 0;
  std::string before = account(index, rows);
  for (std::size_t n = 0;; ++n) {
    left = n;
    failed = false;
    armed = true;
    bool thrown = false;
    try {
      const Result<void> done = change();
      armed = false;
      EXPECT_TRUE(done) << "allocation " << n;
    } catch (const std::bad_alloc&) {
      thrown = true;
    }
    armed = false;
    if (thrown) {
      ++failures;
      ASSERT_EQ(account(index, rows), before) << "allocation " << n;
      continue;
    }
    if (!failed) break;
    undo();
    before = account(index, rows);
  }
  EXPECT_GT(failures, 5U);
}

class IndexMemory : public ::testing::Test {
 protected:
  static constexpr unsigned kSize = 60;
  static constexpr unsigned kMore = 16;
  Table rows = people(0, kSize + kMore);
  Index index{Model::preset(Preset::lead), kFields};

  void SetUp() override { ASSERT_TRUE(index.add_all(people(0, kSize))); }
};

TEST_F(IndexMemory, AddIsAllOrNothing) {
  for (std::int64_t id = kSize; id < kSize + kMore; ++id) {
    const auto row = static_cast<std::size_t>(id);
    expect_all_or_nothing(
        index, rows, [&] { return index.add(ValueView(id), rows.row(row)); },
        [&] { ASSERT_TRUE(index.remove(ValueView(id))); });
    ASSERT_EQ(index.size(), row + 1);
    ASSERT_EQ(index.find(rows.row(row), 1)->front().id, Value(id));
  }
}

TEST_F(IndexMemory, UpdateKeepsTheOldRecordOrHasTheNewOne) {
  for (std::int64_t id = 0; id < kMore; ++id) {
    const auto row = static_cast<std::size_t>(id);
    expect_all_or_nothing(
        index, rows, [&] { return index.update(ValueView(id), rows.row(kSize + row)); },
        [&] { ASSERT_TRUE(index.update(ValueView(id), rows.row(row))); });
    ASSERT_EQ(index.size(), kSize);
    ASSERT_EQ(index.find(rows.row(kSize + row), 1)->front().id, Value(id));
  }
}

TEST_F(IndexMemory, RemoveIsAllOrNothing) {
  for (std::int64_t id = 0; id < kMore; ++id) {
    const auto row = static_cast<std::size_t>(id);
    expect_all_or_nothing(
        index, rows, [&] { return index.remove(ValueView(id)); },
        [&] { ASSERT_TRUE(index.add(ValueView(id), rows.row(row))); });
    ASSERT_FALSE(index.contains(ValueView(id)));
  }
}

}  // namespace
}  // namespace galena::match
