// Logic: the text that says how numbered criteria go together: "1 AND (2 OR NOT 3)".
//
//   parse_logic("1 and (2 or 3)", 3)      // a Node over criteria 0, 1, 2
//
// NOT binds closest, then AND, then OR; the words are read in any case. Every criterion must be
// used, as CRMs ask: a criterion that decides nothing is a mistake of its author.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "galena/base/result.hpp"
#include "galena/criteria/expression.hpp"

namespace galena::criteria {

namespace detail {

class LogicParser {
 public:
  LogicParser(std::string_view text, std::size_t count) : text_(text), used_(count, false) {}

  Result<Node> parse() {
    Node root = parse_any();
    if (problems_.empty() && next() != Token::end) complain("expected AND, OR or the end");
    for (std::size_t i = 0; problems_.empty() && i < used_.size(); ++i) {
      if (!used_[i]) unused_.push_back(i);
    }
    for (const std::size_t i : unused_) {
      problems_.add(Code::invalid_argument, "unused_criterion", "/criteria/" + std::to_string(i),
                    "the logic does not use criterion " + std::to_string(i + 1),
                    "use it in \"logic\" or remove it");
    }
    if (!problems_.empty()) return problems_;
    return root;
  }

 private:
  enum class Token : std::uint8_t {
    end,
    number,
    word_and,
    word_or,
    word_not,
    open,
    close,
    unknown
  };

  /// The token at the current position, which is not moved; number_ and length_ describe it.
  Token next() {
    while (at_ < text_.size() &&
           (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n' || text_[at_] == '\r')) {
      ++at_;
    }
    length_ = 1;
    if (at_ == text_.size()) return Token::end;
    if (text_[at_] == '(') return Token::open;
    if (text_[at_] == ')') return Token::close;
    if (text_[at_] >= '0' && text_[at_] <= '9') return read_number();
    return read_word();
  }

  Token read_number() {
    number_ = 0;
    std::size_t end = at_;
    for (; end < text_.size() && text_[end] >= '0' && text_[end] <= '9'; ++end) {
      if (number_ < 1000000000)
        number_ = number_ * 10 + static_cast<std::uint64_t>(text_[end] - '0');
    }
    length_ = end - at_;
    return Token::number;
  }

  Token read_word() {
    std::string word;
    for (std::size_t end = at_; end < text_.size(); ++end) {
      const char upper =
          text_[end] >= 'a' && text_[end] <= 'z' ? static_cast<char>(text_[end] - 32) : text_[end];
      if (upper < 'A' || upper > 'Z') break;
      word += upper;
    }
    if (!word.empty()) length_ = word.size();
    if (word == "AND") return Token::word_and;
    if (word == "OR") return Token::word_or;
    if (word == "NOT") return Token::word_not;
    return Token::unknown;
  }

  bool take(Token wanted) {
    if (!problems_.empty() || next() != wanted) return false;
    at_ += length_;
    return true;
  }

  Node parse_any() {
    Node node{NodeKind::any, 0, {parse_all()}};
    while (take(Token::word_or)) node.children.push_back(parse_all());
    return node.children.size() == 1 ? Node(std::move(node.children.front())) : node;
  }

  Node parse_all() {
    Node node{NodeKind::all, 0, {parse_not()}};
    while (take(Token::word_and)) node.children.push_back(parse_not());
    return node.children.size() == 1 ? Node(std::move(node.children.front())) : node;
  }

  Node parse_not() {
    if (!problems_.empty()) return {};
    if (depth_ >= kMaxDepth) {
      complain("nested deeper than " + std::to_string(kMaxDepth), Code::limit_exceeded, "too_deep");
      return {};
    }
    ++depth_;
    Node node;
    if (take(Token::word_not)) {
      node = Node{NodeKind::negation, 0, {parse_not()}};
    } else if (take(Token::open)) {
      node = parse_any();
      if (problems_.empty() && !take(Token::close)) complain("expected ')'");
    } else {
      node = parse_number();
    }
    --depth_;
    return node;
  }

  Node parse_number() {
    if (next() != Token::number) {
      complain("expected the number of a criterion, NOT or '('");
      return {};
    }
    if (number_ == 0 || number_ > used_.size()) {
      complain("there is no criterion " + std::string(text_.substr(at_, length_)) +
                   "; they are numbered 1 to " + std::to_string(used_.size()),
               Code::invalid_argument, "unknown_criterion");
      return {};
    }
    const auto index = static_cast<std::uint32_t>(number_ - 1);
    used_[index] = true;
    at_ += length_;
    return {NodeKind::criterion, index};
  }

  void complain(std::string what, Code code = Code::parse, std::string detail = "bad_logic") {
    const std::string found =
        at_ >= text_.size() ? "the end" : "'" + std::string(text_.substr(at_, length_)) + "'";
    problems_.add(
        code, std::move(detail), "/logic",
        "at character " + std::to_string(at_ + 1) + " (" + found + "): " + std::move(what),
        "write for example \"1 AND (2 OR NOT 3)\"");
  }

  std::string_view text_;
  std::vector<bool> used_;
  std::vector<std::size_t> unused_;
  Problems problems_;
  std::size_t at_ = 0;
  std::size_t length_ = 0;
  std::uint64_t number_ = 0;
  std::size_t depth_ = 0;
};

}  // namespace detail

/// Reads logic over criteria 1 to `count`. Errors, subject "/logic" (or "/criteria/<n>" for an
/// unused one), message with the character: PARSE "bad_logic", INVALID_ARGUMENT "unknown_criterion"
/// and "unused_criterion", LIMIT_EXCEEDED "too_deep". O(length).
inline Result<Node> parse_logic(std::string_view text, std::size_t count) {
  return detail::LogicParser(text, count).parse();
}

}  // namespace galena::criteria
