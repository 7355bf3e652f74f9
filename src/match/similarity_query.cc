// The public face of kernels/query.hpp and kernels/packed.hpp.
#include "galena/match/similarity_query.hpp"

#include <stdexcept>

#include "match/kernels/packed.hpp"
#include "match/kernels/query.hpp"

namespace galena::match {

namespace {

using kernels::EditKind;
using kernels::Wide;

void require_room(std::size_t places, std::size_t texts) {
  if (places < texts) throw std::length_error("galena: fewer places for results than texts");
}

/// Calls `compare` with the characters of a text that is not ASCII. Apart from the common case,
/// which is then a jump to the kernel.
template <class Compare>
[[gnu::noinline]] auto with_characters(std::string_view text, const Compare& compare) {
  const Characters characters(text);
  return compare(characters.view());
}

}  // namespace

PackedTexts::PackedTexts(std::span<const std::string_view> texts)
    : state_(std::make_unique<const kernels::PackedState>(texts)) {}
PackedTexts::~PackedTexts() = default;
PackedTexts::PackedTexts(PackedTexts&&) noexcept = default;
PackedTexts& PackedTexts::operator=(PackedTexts&&) noexcept = default;

std::size_t PackedTexts::size() const { return state_->size; }
std::size_t PackedTexts::unpacked() const { return state_->loose.size(); }

SimilarityQuery::SimilarityQuery(std::string_view text)
    : state_(std::make_unique<const kernels::QueryState>(text)) {}
SimilarityQuery::~SimilarityQuery() = default;
SimilarityQuery::SimilarityQuery(SimilarityQuery&&) noexcept = default;
SimilarityQuery& SimilarityQuery::operator=(SimilarityQuery&&) noexcept = default;

std::size_t SimilarityQuery::levenshtein(std::string_view text, std::size_t limit) const {
  if (is_plain_ascii(text)) return kernels::edit_distance(*state_, false, text, limit);
  return with_characters(
      text, [=, this](Wide other) { return kernels::edit_distance(*state_, false, other, limit); });
}
std::size_t SimilarityQuery::osa(std::string_view text, std::size_t limit) const {
  if (is_plain_ascii(text)) return kernels::edit_distance(*state_, true, text, limit);
  return with_characters(
      text, [=, this](Wide other) { return kernels::edit_distance(*state_, true, other, limit); });
}
std::size_t SimilarityQuery::indel(std::string_view text, std::size_t limit) const {
  if (is_plain_ascii(text)) return kernels::indel_distance(*state_, text, limit);
  return with_characters(
      text, [=, this](Wide other) { return kernels::indel_distance(*state_, other, limit); });
}
double SimilarityQuery::jaro(std::string_view text, double minimum) const {
  return jaro_winkler(text, 0, minimum);
}
double SimilarityQuery::jaro_winkler(std::string_view text, double prefix_weight,
                                     double minimum) const {
  if (is_plain_ascii(text)) {
    return kernels::jaro_similarity(*state_, text, prefix_weight, minimum);
  }
  return with_characters(text, [=, this](Wide other) {
    return kernels::jaro_similarity(*state_, other, prefix_weight, minimum);
  });
}

void SimilarityQuery::levenshtein(Texts texts, Distances out, std::size_t limit) const {
  require_room(out.size(), texts.size());
  kernels::distances(*state_, texts, EditKind::levenshtein, limit, out);
}
void SimilarityQuery::osa(Texts texts, Distances out, std::size_t limit) const {
  require_room(out.size(), texts.size());
  kernels::distances(*state_, texts, EditKind::osa, limit, out);
}
void SimilarityQuery::indel(Texts texts, Distances out, std::size_t limit) const {
  require_room(out.size(), texts.size());
  kernels::distances(*state_, texts, EditKind::indel, limit, out);
}
void SimilarityQuery::jaro(Texts texts, Similarities out, double minimum) const {
  jaro_winkler(texts, out, 0, minimum);
}
void SimilarityQuery::jaro_winkler(Texts texts, Similarities out, double prefix_weight,
                                   double minimum) const {
  require_room(out.size(), texts.size());
  kernels::similarities(*state_, texts, prefix_weight, minimum, out);
}

void SimilarityQuery::levenshtein(const PackedTexts& texts, Distances out,
                                  std::size_t limit) const {
  require_room(out.size(), texts.size());
  kernels::distances(*state_, *texts.state_, EditKind::levenshtein, limit, out);
}
void SimilarityQuery::osa(const PackedTexts& texts, Distances out, std::size_t limit) const {
  require_room(out.size(), texts.size());
  kernels::distances(*state_, *texts.state_, EditKind::osa, limit, out);
}
void SimilarityQuery::indel(const PackedTexts& texts, Distances out, std::size_t limit) const {
  require_room(out.size(), texts.size());
  kernels::distances(*state_, *texts.state_, EditKind::indel, limit, out);
}
void SimilarityQuery::jaro(const PackedTexts& texts, Similarities out, double minimum) const {
  jaro_winkler(texts, out, 0, minimum);
}
void SimilarityQuery::jaro_winkler(const PackedTexts& texts, Similarities out, double prefix_weight,
                                   double minimum) const {
  require_room(out.size(), texts.size());
  kernels::similarities(*state_, *texts.state_, prefix_weight, minimum, out);
}

}  // namespace galena::match
