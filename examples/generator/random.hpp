#pragma once

// Random numbers that are the same on every machine and can be drawn again at any time: a stream
// is named by (seed, purpose, number), so any record can be made anew without its predecessors.
// SplitMix64: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
// The distributions of <random> are left to the implementation, so none of them is used.

#include <cstdint>

namespace galena::examples::generator {

inline std::uint64_t mix_bits(std::uint64_t value) {
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9u;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EBu;
  return value ^ (value >> 31);
}

/// What a stream is drawn for. Streams of different purposes are independent.
enum class Purpose : std::uint64_t {
  kRowOrder,
  kIdentity,
  kHousehold,
  kPair,
  kPerson,
  kEmployer,
  kContactChannels,
  kCompany,
  kBranch,
  kTown,
  kHome,
  kLaterLife,
  kPlan,
  kLead,
  kContact,
  kContactOrder,
};

class Stream {
 public:
  Stream(std::uint64_t seed, Purpose purpose, std::uint64_t number)
      : state_(mix_bits(mix_bits(seed + static_cast<std::uint64_t>(purpose) * 0x9E3779B97F4A7C15u) ^
                        (number * 0xD1B54A32D192ED03u + 0x2545F4914F6CDD1Du))) {}

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15u;
    return mix_bits(state_);
  }

  /// A number from 0 to limit - 1; 0 when limit is 0.
  std::uint32_t below(std::uint32_t limit) {
    return static_cast<std::uint32_t>(((next() >> 32) * limit) >> 32);
  }

  /// A number from low to high, both included. Requires low <= high.
  std::uint32_t between(std::uint32_t low, std::uint32_t high) {
    return low + below(high - low + 1);
  }

  bool chance(std::uint32_t per_mille) { return below(1000) < per_mille; }

  char digit() { return static_cast<char>('0' + below(10)); }
  char letter() { return static_cast<char>('A' + below(26)); }

 private:
  std::uint64_t state_;
};

/// A bijection of 0 .. size-1 in constant memory: a Feistel network over the next even power of
/// two, walked until the value falls inside. Black, Rogaway, "Ciphers with arbitrary finite
/// domains", CT-RSA 2002.
class Permutation {
 public:
  Permutation(std::uint64_t seed, Purpose purpose, std::uint64_t size) : size_(size) {
    while (half_bits_ < 31 && (std::uint64_t{1} << (2 * half_bits_)) < size) ++half_bits_;
    Stream keys(seed, purpose, size);
    for (auto& key : keys_) key = keys.next();
  }

  /// Requires value < size.
  std::uint64_t operator()(std::uint64_t value) const {
    do {
      value = once(value);
    } while (value >= size_);
    return value;
  }

 private:
  std::uint64_t once(std::uint64_t value) const {
    const std::uint64_t mask = (std::uint64_t{1} << half_bits_) - 1;
    std::uint64_t left = value >> half_bits_;
    std::uint64_t right = value & mask;
    for (const auto key : keys_) {
      const std::uint64_t turned = left ^ (mix_bits(right ^ key) & mask);
      left = right;
      right = turned;
    }
    return (left << half_bits_) | right;
  }

  std::uint64_t size_;
  unsigned half_bits_ = 1;
  std::uint64_t keys_[4];
};

}  // namespace galena::examples::generator
