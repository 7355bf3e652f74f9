// Laying texts out in lanes.
#include "match/kernels/packed.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace galena::match::kernels {

namespace {

constexpr std::size_t kFewCodes = 31;  // and 31 itself stays free, so that all codes are below 32

using Counts = std::vector<std::pair<char32_t, std::size_t>>;

/// The characters of the texts, the commonest first, ties by character.
Counts count_all(std::span<const std::string_view> texts) {
  std::array<std::size_t, 128> ascii{};
  std::map<char32_t, std::size_t> wide;
  for (const std::string_view text : texts) {
    for_each_character(text, [&](char32_t c) { ++(c < 128 ? ascii[c] : wide[c]); });
  }
  Counts counts(wide.begin(), wide.end());
  for (char32_t c = 0; c < 128; ++c) {
    if (ascii[c] != 0) counts.emplace_back(c, ascii[c]);
  }
  std::sort(counts.begin(), counts.end(), [](const auto& x, const auto& y) {
    return x.second != y.second ? x.second > y.second : x.first < y.first;
  });
  return counts;
}

Alphabet commonest(const Counts& counts, std::size_t most) {
  Alphabet alphabet;
  for (std::size_t i = 0; i < std::min(most, counts.size()); ++i) alphabet.add(counts[i].first);
  return alphabet;
}

constexpr std::size_t kUnfit = kLongestLane + 1;

/// The characters of a text, or kUnfit when a lane cannot hold it.
std::size_t lane_size(std::string_view text, const Alphabet& alphabet) {
  if (text.size() > 4 * kLongestLane) return kUnfit;
  std::size_t size = 0;
  bool fits = true;
  for_each_character(text, [&](char32_t c) {
    ++size;
    fits = fits && alphabet.code(c) != kNoCode;
  });
  return fits && size <= kLongestLane ? size : kUnfit;
}

std::vector<std::uint8_t> lane_sizes(std::span<const std::string_view> texts,
                                     const Alphabet& alphabet) {
  std::vector<std::uint8_t> sizes;
  sizes.reserve(texts.size());
  for (const std::string_view text : texts) {
    sizes.push_back(static_cast<std::uint8_t>(lane_size(text, alphabet)));
  }
  return sizes;
}

/// The numbers of the texts that fit a lane, by size, then by number.
std::vector<std::uint32_t> by_size(const std::vector<std::uint8_t>& sizes) {
  std::array<std::size_t, kUnfit + 2> starts{};
  for (const std::uint8_t size : sizes) ++starts[size + 1U];
  for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
  std::vector<std::uint32_t> numbers(starts[kUnfit]);
  for (std::uint32_t i = 0; i < sizes.size(); ++i) {
    if (sizes[i] != kUnfit) numbers[starts[sizes[i]]++] = i;
  }
  return numbers;
}

}  // namespace

bool Alphabet::add(char32_t c) {
  if (size_ == kNoCode) return false;
  const auto code = static_cast<std::uint8_t>(size_++);
  characters_[code] = c;
  if (c < 128) {
    ascii_[c] = code;
  } else {
    const std::pair<char32_t, std::uint8_t> entry(c, code);
    others_.insert(std::upper_bound(others_.begin(), others_.end(), entry), entry);
  }
  return true;
}

std::uint8_t Alphabet::wide_code(char32_t c) const {
  const auto at = std::lower_bound(others_.begin(), others_.end(), std::pair(c, std::uint8_t{0}));
  return at != others_.end() && at->first == c ? at->second : kNoCode;
}

PackedState::PackedState(std::span<const std::string_view> texts) : size(texts.size()) {
  const Counts counts = count_all(texts);
  alphabet = commonest(counts, kFewCodes);
  std::vector<std::uint8_t> text_sizes = lane_sizes(texts, alphabet);
  const auto unfit = std::count(text_sizes.begin(), text_sizes.end(), kUnfit);
  // Lanes over few codes are faster; not when more than one text in fifty would stay outside.
  if (counts.size() > kFewCodes && static_cast<std::size_t>(unfit) > texts.size() / 50) {
    alphabet = commonest(counts, kNoCode);
    text_sizes = lane_sizes(texts, alphabet);
  }
  for (std::uint32_t i = 0; i < texts.size(); ++i) {
    if (text_sizes[i] != kUnfit) continue;
    loose.emplace_back(texts[i]);
    loose_places.push_back(i);
  }
  places = by_size(text_sizes);
  const std::size_t count = (places.size() + kLanes - 1) / kLanes;
  sizes.assign(count * kLanes, 0);
  for (std::size_t first = 0; first < places.size(); first += kLanes) {
    const std::size_t end = std::min(places.size(), first + kLanes);
    PackedBlock block = {codes.size(), text_sizes[places[first]], text_sizes[places[end - 1]]};
    codes.resize(codes.size() + block.longest * kLanes, kPad);
    for (std::size_t i = first; i < end; ++i) {
      sizes[i] = text_sizes[places[i]];
      std::uint8_t* to = codes.data() + block.first_code + (i - first);
      for_each_character(texts[places[i]], [&](char32_t c) {
        *to = alphabet.code(c);
        to += kLanes;
      });
    }
    if (end < first + kLanes) block.shortest = 0;
    blocks.push_back(block);
  }
}

}  // namespace galena::match::kernels
