// One text against many: the kernels of similarity.hpp with the query prepared once, and against
// prepared texts 64 at a time.
//
//   const galena::match::PackedTexts names(column);        // once
//   const galena::match::SimilarityQuery query("jon smith");
//   std::vector<double> found(names.size());
//   query.jaro_winkler(names, found);                      // found[i] is that of column[i]
//
// Results are those of similarity.hpp, to the last bit, on every machine; the vector instructions
// that the processor has (SSE4, AVX2, AVX-512, NEON) only change the time. Nothing is folded.
// Thread rule: const members may run at the same time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "galena/match/similarity.hpp"

namespace galena::match {

namespace kernels {
struct QueryState;
struct PackedState;
}  // namespace kernels

/// Texts laid out for comparison, 64 side by side, short ones together. Keeps no reference to them;
/// about their characters plus 8 bytes a text. Texts of up to 64 characters of the 63 commonest
/// kinds are packed, others kept as they are and compared one by one. O(all characters).
class PackedTexts {
 public:
  explicit PackedTexts(std::span<const std::string_view> texts);
  ~PackedTexts();
  PackedTexts(PackedTexts&&) noexcept;
  PackedTexts& operator=(PackedTexts&&) noexcept;

  [[nodiscard]] std::size_t size() const;
  /// How many texts are compared one by one.
  [[nodiscard]] std::size_t unpacked() const;

 private:
  friend class SimilarityQuery;
  std::unique_ptr<const kernels::PackedState> state_;
};

/// A text to compare with many. Each kernel comes in three forms: with one text; with a list of
/// texts, which are packed on the way; with packed texts. The last two write the result of text i
/// to place i; they throw std::length_error when there are fewer places than texts, and write
/// distances above `limit` as `limit` + 1 (at most 2^32 - 1). Cut-offs as in similarity.hpp: with
/// packed texts the lengths of 64 at a time are tried first. Making one is O(characters).
class SimilarityQuery {
 public:
  explicit SimilarityQuery(std::string_view text);
  ~SimilarityQuery();
  SimilarityQuery(SimilarityQuery&&) noexcept;
  SimilarityQuery& operator=(SimilarityQuery&&) noexcept;

  [[nodiscard]] std::size_t levenshtein(std::string_view text, std::size_t limit = kNoLimit) const;
  [[nodiscard]] std::size_t osa(std::string_view text, std::size_t limit = kNoLimit) const;
  [[nodiscard]] std::size_t indel(std::string_view text, std::size_t limit = kNoLimit) const;
  [[nodiscard]] double jaro(std::string_view text, double minimum = 0) const;
  [[nodiscard]] double jaro_winkler(std::string_view text, double prefix_weight = 0.1,
                                    double minimum = 0) const;

  using Texts = std::span<const std::string_view>;
  using Distances = std::span<std::uint32_t>;
  using Similarities = std::span<double>;

  void levenshtein(Texts texts, Distances out, std::size_t limit = kNoLimit) const;
  void osa(Texts texts, Distances out, std::size_t limit = kNoLimit) const;
  void indel(Texts texts, Distances out, std::size_t limit = kNoLimit) const;
  void jaro(Texts texts, Similarities out, double minimum = 0) const;
  void jaro_winkler(Texts texts, Similarities out, double prefix_weight = 0.1,
                    double minimum = 0) const;

  void levenshtein(const PackedTexts& texts, Distances out, std::size_t limit = kNoLimit) const;
  void osa(const PackedTexts& texts, Distances out, std::size_t limit = kNoLimit) const;
  void indel(const PackedTexts& texts, Distances out, std::size_t limit = kNoLimit) const;
  void jaro(const PackedTexts& texts, Similarities out, double minimum = 0) const;
  void jaro_winkler(const PackedTexts& texts, Similarities out, double prefix_weight = 0.1,
                    double minimum = 0) const;

 private:
  std::unique_ptr<const kernels::QueryState> state_;
};

}  // namespace galena::match
