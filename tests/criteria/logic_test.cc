// Logic strings against an independent reading: every short sequence of tokens, by truth table.
#include "galena/criteria/logic.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace galena::criteria {
namespace {

using Tokens = std::vector<std::string>;

/// Bit r of a truth table: the truth in row r, in which criterion i is bit i of r.
constexpr std::uint32_t kRows = 8;
constexpr std::uint32_t kAllRows = (1U << kRows) - 1;
constexpr std::uint32_t kTables[] = {0xAA, 0xCC, 0xF0};

std::uint32_t table_of(const Node& node) {
  switch (node.kind) {
    case NodeKind::criterion:
      return kTables[node.criterion];
    case NodeKind::negation:
      return ~table_of(node.children[0]) & kAllRows;
    case NodeKind::all:
    case NodeKind::any: {
      std::uint32_t table = node.kind == NodeKind::all ? kAllRows : 0;
      for (const Node& child : node.children) {
        table = node.kind == NodeKind::all ? table & table_of(child) : table | table_of(child);
      }
      return table;
    }
    default:
      ADD_FAILURE() << "logic makes no such node";
      return 0;
  }
}

/// Position of the last `word` outside parentheses in [begin, end).
std::optional<std::size_t> last_outside(const Tokens& tokens, std::size_t begin, std::size_t end,
                                        const std::string& word) {
  std::optional<std::size_t> last;
  int depth = 0;
  for (std::size_t i = begin; i < end; ++i) {
    depth += tokens[i] == "(" ? 1 : tokens[i] == ")" ? -1 : 0;
    if (depth == 0 && tokens[i] == word) last = i;
  }
  return last;
}

/// The grammar by splitting at the operator that binds least: OR, then AND, then NOT.
std::optional<std::uint32_t> read(const Tokens& tokens, std::size_t begin, std::size_t end) {
  if (begin >= end) return std::nullopt;
  for (const bool conjunction : {false, true}) {
    const auto split = last_outside(tokens, begin, end, conjunction ? "AND" : "OR");
    if (!split) continue;
    const auto left = read(tokens, begin, *split);
    const auto right = read(tokens, *split + 1, end);
    if (!left || !right) return std::nullopt;
    return conjunction ? *left & *right : *left | *right;
  }
  if (tokens[begin] == "NOT") {
    const auto inner = read(tokens, begin + 1, end);
    if (!inner) return std::nullopt;
    return ~*inner & kAllRows;
  }
  if (tokens[begin] == "(" && tokens[end - 1] == ")") return read(tokens, begin + 1, end - 1);
  if (end - begin != 1 || tokens[begin].size() != 1) return std::nullopt;
  const char number = tokens[begin][0];
  if (number < '1' || number > '3') return std::nullopt;
  return kTables[number - '1'];
}

bool is_balanced(const Tokens& tokens) {
  int depth = 0;
  for (const std::string& token : tokens) {
    depth += token == "(" ? 1 : token == ")" ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth == 0;
}

bool uses(const Tokens& tokens, const std::string& number) {
  return std::find(tokens.begin(), tokens.end(), number) != tokens.end();
}

std::string joined(const Tokens& tokens) {
  std::string text;
  for (const std::string& token : tokens) text += token + ' ';
  return text;
}

/// Checks one sequence; returns whether it is logic over 2 criteria.
bool check(const Tokens& tokens) {
  const auto expected = is_balanced(tokens) ? read(tokens, 0, tokens.size()) : std::nullopt;
  const bool good = expected && uses(tokens, "1") && uses(tokens, "2");
  const Result<Node> node = parse_logic(joined(tokens), 2);
  EXPECT_EQ(node.ok(), good) << joined(tokens) << node.problems().to_text();
  if (!good || !node) return good;
  EXPECT_EQ(table_of(*node), *expected) << joined(tokens);
  return true;
}

TEST(Logic, EveryShortSequenceOfTokens) {
  const Tokens words = {"1", "2", "AND", "OR", "NOT", "(", ")"};
  std::size_t good = 0;
  for (std::size_t length = 0; length <= 6; ++length) {
    std::vector<std::size_t> digits(length, 0);
    for (bool more = true; more;) {
      Tokens tokens;
      for (const std::size_t digit : digits) tokens.push_back(words[digit]);
      good += check(tokens) ? 1 : 0;
      std::size_t place = 0;
      while (place < length && ++digits[place] == words.size()) digits[place++] = 0;
      more = place < length;
    }
  }
  EXPECT_GT(good, 100U);
}

std::string random_logic(std::mt19937& random, int depth) {
  const auto pick = depth == 0 ? 0U : static_cast<unsigned>(random() % 4);
  const std::string space = random() % 2 == 0 ? " " : " \t";
  if (pick == 0) return std::to_string(1 + random() % 3);
  if (pick == 1)
    return (random() % 2 == 0 ? "not" : "NOT") + space + "(" + random_logic(random, depth - 1) +
           ")";
  const std::string word =
      pick == 2 ? (random() % 2 == 0 ? "and" : "And") : (random() % 2 == 0 ? "or" : "OR");
  return "(" + random_logic(random, depth - 1) + ")" + space + word + space +
         random_logic(random, depth - 1);
}

TEST(Logic, WhatIsWrittenReadsBackAsTheSameTruthTable) {
  for (std::uint32_t seed = 0; seed < 2000; ++seed) {
    std::mt19937 random(seed);
    const std::string text = random_logic(random, 4) + " and 1 and 2 and 3";
    const Result<Node> node = parse_logic(text, 3);
    ASSERT_TRUE(node) << text << node.problems().to_text();
    std::string written;
    detail::write_logic(written, *node, false);
    const Result<Node> again = parse_logic(written, 3);
    ASSERT_TRUE(again) << written;
    EXPECT_EQ(table_of(*again), table_of(*node)) << text << " / " << written;
  }
}

void expect_problem(std::string_view logic, std::string_view detail, std::string_view subject,
                    std::string_view part) {
  const Result<Node> node = parse_logic(logic, 3);
  ASSERT_FALSE(node) << logic;
  EXPECT_EQ(node.problems().front().detail, detail);
  EXPECT_EQ(node.problems().front().subject, subject);
  EXPECT_NE(node.problems().front().message.find(part), std::string::npos)
      << node.problems().to_text();
}

TEST(Logic, ErrorsNameTheCharacter) {
  expect_problem("1 AND 4", "unknown_criterion", "/logic", "character 7 ('4')");
  expect_problem("1 AND 0", "unknown_criterion", "/logic", "numbered 1 to 3");
  expect_problem("1 AND 99999999999999999999", "unknown_criterion", "/logic", "character 7");
  expect_problem("1 XOR 2", "bad_logic", "/logic", "character 3 ('XOR')");
  expect_problem("(1 AND 2", "bad_logic", "/logic", "character 9 (the end): expected ')'");
  expect_problem("1 AND 2 3", "bad_logic", "/logic", "character 9 ('3'): expected AND, OR");
  expect_problem("", "bad_logic", "/logic", "character 1 (the end)");
  expect_problem("1 AND 3", "unused_criterion", "/criteria/1", "criterion 2");
}

TEST(Logic, EveryUnusedCriterionIsReported) {
  EXPECT_EQ(parse_logic("2", 4).problems().size(), 3U);
}

TEST(Logic, NestingIsLimited) {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '(') + "1" + std::string(depth, ')');
  };
  EXPECT_TRUE(parse_logic(nested(kMaxDepth - 1), 1));
  const auto deep = parse_logic(nested(1000000), 1);
  EXPECT_EQ(deep.code(), Code::limit_exceeded);
  EXPECT_EQ(deep.problems().front().detail, "too_deep");
  std::string nots;
  for (int i = 0; i < 100000; ++i) nots += "NOT ";
  EXPECT_EQ(parse_logic(nots + "1", 1).code(), Code::limit_exceeded);
}

}  // namespace
}  // namespace galena::criteria
