// Hosts with a normaliser of their own, for tests.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "galena/match/explanation.hpp"
#include "galena/match/fields.hpp"
#include "galena/match/normalise.hpp"

namespace galena::match {

/// A host that remembers what it was asked.
struct Host {
  std::map<std::pair<Kind, std::string>, int> asked{};
  std::set<std::thread::id> threads{};
  std::mutex lock{};

  static HostForm read(void* host, Kind kind, std::string_view text, std::string& out) {
    auto& self = *static_cast<Host*>(host);
    EXPECT_TRUE(out.empty());
    const std::lock_guard guard(self.lock);
    ++self.asked[{kind, std::string(text)}];
    self.threads.insert(std::this_thread::get_id());
    return self.answer(kind, text, out);
  }
  virtual HostForm answer(Kind, std::string_view, std::string&) { return HostForm::unchanged; }
  virtual ~Host() = default;
  HostNormaliser normaliser() { return {read, this}; }
};

/// A customer's article numbers, of which the last four digits count; companies under two names;
/// and values that mean nothing.
struct OwnRules : Host {
  HostForm answer(Kind kind, std::string_view text, std::string& out) override {
    if (text == "n/a") return HostForm::final;
    if (kind == Kind::identifier) {
      out = text.substr(text.size() - std::min<std::size_t>(4, text.size()));
      return HostForm::final;
    }
    if (kind == Kind::company && text == "Old Forge Works") {
      out = "Vulcan Steel Ltd";
      return HostForm::rewritten;
    }
    return HostForm::unchanged;
  }
};

struct Failing : Host {
  HostForm answer(Kind kind, std::string_view text, std::string& out) override {
    if (kind != Kind::company || text.find("bad") == std::string_view::npos)
      return HostForm::unchanged;
    if (text == "bad bytes") {
      out = "\xFF";
      return HostForm::rewritten;
    }
    out = "the list is closed";
    return HostForm::failed;
  }
};

inline const Fields kFields = {{"first", Kind::first_name},
                               {"last", Kind::last_name},
                               {"firm", Kind::company},
                               {"number", Kind::identifier},
                               {"mail", Kind::email}};
inline const std::vector<std::string> kNames = {"first", "last", "firm", "number", "mail"};
inline const std::vector<std::vector<std::string>> kRows = {
    {"Ann", "Smith", "Old Forge Works", "AB-77-1234", "ann@vulcan.example"},
    {"Ann", "Smith", "Vulcan Steel", "X/1234", "asmith@vulcan.example"},
    {"Bob", "Jones", "n/a", "n/a", "bob@other.example"},
    {"Eve", "Moore", "n/a", "n/a", "eve@third.example"}};

/// The level that a field of an explanation got.
inline std::string level_of(const Explanation& explanation, std::string_view field) {
  const Table table = explanation.to_table();
  for (std::size_t row = 0; row < table.rows(); ++row) {
    if (table[*table.find("field")].text(row) == field)
      return std::string(table[*table.find("level")].text(row));
  }
  return "-";
}

}  // namespace galena::match
