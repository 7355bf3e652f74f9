// PairBatch: candidates that are compared together, feature by feature, so that the memory that a
// feature needs is asked for before it is read. What comes out is what comparing one by one yields.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "match/lanes.hpp"

namespace galena::match {

/// How one feature of a pair turned out.
struct Outcome {
  std::uint8_t level;  // without initial values: a pair has many, most of them never read
  std::uint8_t slot_a;
  std::uint8_t slot_b;
  Weight rarity;
};

class PairBatch {
 public:
  static constexpr std::size_t kMost = 128;

  struct Candidate {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    PairCaps caps;
    WeightSum evidence = 0;
    WeightSum apart = 0;  ///< log2 of the chance of what was seen between two entities
  };

  explicit PairBatch(std::size_t features)
      : features_(features),
        candidates_(kMost),
        most_(kMost * features),
        raised_(kMost * features),
        outcomes_(kMost * features) {
    for (std::size_t i = 0; i < kMost; ++i) {
      candidates_[i].caps.most = most_.data() + i * features;
      candidates_[i].caps.raised = raised_.data() + i * features;
    }
  }
  PairBatch(const PairBatch&) = delete;  // the candidates point into most_
  PairBatch& operator=(const PairBatch&) = delete;

  [[nodiscard]] bool full() const { return size_ == kMost; }
  [[nodiscard]] std::size_t size() const { return size_; }
  /// The bounds of the next candidate, to be set before push().
  [[nodiscard]] PairCaps& next_caps() { return candidates_[size_].caps; }
  void push(std::uint32_t a, std::uint32_t b) {
    candidates_[size_].a = a;
    candidates_[size_].b = b;
    ++size_;
  }
  /// A candidate of which nothing is known.
  void push_open(std::uint32_t a, std::uint32_t b) {
    PairCaps& caps = next_caps();
    caps.different = caps.equal = 0;
    caps.open = ~std::uint64_t{0};
    push(a, b);
  }
  void clear() { size_ = 0; }

  Candidate& operator[](std::size_t i) { return candidates_[i]; }
  const Candidate& operator[](std::size_t i) const { return candidates_[i]; }
  /// By feature.
  std::span<Outcome> outcomes(std::size_t i) {
    return std::span<Outcome>(outcomes_).subspan(i * features_, features_);
  }

 private:
  std::size_t features_;
  std::size_t size_ = 0;
  std::vector<Candidate> candidates_;
  std::vector<const Lanes*> most_;  ///< of the bounds of candidates_
  std::vector<Lanes> raised_;
  std::vector<Outcome> outcomes_;
};

}  // namespace galena::match
