// FirstMatch: an ordered list of predicates evaluated as one: which is the first that matches?
//
//   criteria::FirstMatch rules(predicates);
//   rules.find(reader, context).index      // 0 .. size - 1, or size() when none matches
//
// The same answers as evaluating one predicate after the other, from one array of tests.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "galena/criteria/predicate.hpp"

namespace galena::criteria {

/// Immutable after construction; share it between threads.
class FirstMatch {
 public:
  /// Which predicate ended the search: by a match or by an evaluation error.
  struct Found {
    std::uint32_t index = 0;  ///< size() when none matched
    Outcome outcome;          ///< its outcome; no_match when none matched
  };

  /// Predicates bound to one schema; fewer than 2^31 tests in all.
  explicit FirstMatch(const std::vector<Predicate>& predicates) : size_(predicates.size()) {
    std::size_t tests = 0;
    for (const Predicate& predicate : predicates) tests += predicate.data_->tests.size();
    tests_.reserve(tests);
    start_ = kEnd;
    std::vector<std::uint32_t> entry(predicates.size() + 1,
                                     kEnd);  // where evaluation of each begins
    for (std::size_t i = predicates.size(); i-- > 0;) {
      tests -= predicates[i].data_->tests.size();
      const auto first = static_cast<std::uint32_t>(tests);
      entry[i] = target(predicates[i].data_->start, first, i, entry[i + 1]);
    }
    for (std::size_t i = 0; i < predicates.size(); ++i) {
      const auto first = static_cast<std::uint32_t>(tests_.size());
      for (detail::Test test : predicates[i].data_->tests) {
        test.on_true = target(test.on_true, first, i, entry[i + 1]);
        test.on_false = target(test.on_false, first, i, entry[i + 1]);
        glances_.push_back(glance_of(test));
        tests_.push_back(std::move(test));
        predicate_of_test_.push_back(static_cast<std::uint32_t>(i));
      }
    }
    start_ = entry.front();
  }

  [[nodiscard]] std::size_t size() const { return size_; }

  /// The first predicate that matches the reader's current record, in order; a criterion that
  /// cannot be evaluated ends the search at its predicate. O(tests up to there).
  [[nodiscard]] Found find(RowReader& reader, const Context& context) const {
    std::uint32_t at = start_;
    while (at < kMatches) {
      const Glance& glance = glances_[at];
      if (glance.bits != 0 && (glance.bits & reader.folded_bit(glance.field)) == 0) {
        at = glance.on_false;
        continue;
      }
      const detail::Test& test = tests_[at];
      const Answer answer = detail::run(test, reader, context);
      if (answer.error != EvaluationError::none) {
        return {predicate_of_test_[at], {Outcome::evaluation_error, answer.error, test.criterion}};
      }
      at = answer.held ? test.on_true : test.on_false;
    }
    if (at == kEnd) return {static_cast<std::uint32_t>(size_), {}};
    return {at - kMatches, {Outcome::match}};
  }

 private:
  static constexpr std::uint32_t kMatches = 0x80000000;  ///< kMatches + i: predicate i matches
  static constexpr std::uint32_t kEnd = 0xFFFFFFFF;

  /// What most tests need to fail: a text that must be one of some, by the bits of those texts.
  /// Small, so that thousands of tests are passed over without being read.
  struct Glance {
    std::uint64_t bits = 0;  ///< 0: tells nothing
    std::uint32_t field = 0;
    std::uint32_t on_false = 0;
  };

  static Glance glance_of(const detail::Test& test) {
    const bool telling =
        test.check == detail::Check::one_of && !test.negated && test.domain == detail::Domain::text;
    return {telling ? test.bits : 0, test.field, test.on_false};
  }

  static std::uint32_t target(std::uint32_t own, std::uint32_t first, std::size_t index,
                              std::uint32_t next) {
    if (own == Predicate::kMatch) return kMatches + static_cast<std::uint32_t>(index);
    return own == Predicate::kNoMatch ? next : first + own;
  }

  std::size_t size_;
  std::uint32_t start_;
  std::vector<detail::Test> tests_;
  std::vector<Glance> glances_;  ///< of each test
  std::vector<std::uint32_t> predicate_of_test_;
};

}  // namespace galena::criteria
