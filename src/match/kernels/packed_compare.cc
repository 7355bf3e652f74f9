// One query against blocks of lanes.
#include <algorithm>
#include <array>

#include "match/kernels/edit_pair.hpp"
#include "match/kernels/jaro_words.hpp"
#include "match/kernels/packed.hpp"

namespace galena::match::kernels {

namespace {

std::uint32_t narrow(std::size_t distance) {
  return static_cast<std::uint32_t>(std::min<std::size_t>(distance, ~std::uint32_t{0}));
}
template <class Result>
Result narrow_to(std::size_t distance) {
  return narrow(distance);
}
template <class Result>
Result narrow_to(double similarity) {
  return similarity;
}

LaneQuery lane_query(const QueryState& query, const Alphabet& alphabet) {
  LaneQuery lanes;
  lanes.size = query.characters.size();
  lanes.few_codes = alphabet.size() < 32;
  lanes.prefix.fill(kNoCode);
  for (std::size_t i = 0; i < lanes.size; ++i) {
    const std::uint8_t code = alphabet.code(query.characters[i]);
    if (code == kNoCode) continue;
    lanes.put(code, i);
    if (i < lanes.prefix.size()) lanes.prefix[i] = code;
  }
  return lanes;
}

/// The characters of one lane, for queries that have no lane kernel.
class LaneCharacters {
 public:
  LaneCharacters(const LaneBlock& block, std::size_t lane, const Alphabet& alphabet)
      : size_(block.sizes[lane]) {
    for (std::size_t i = 0; i < size_; ++i) {
      characters_[i] = alphabet.character(block.codes[i * kLanes + lane]);
    }
  }
  [[nodiscard]] Wide view() const { return {characters_, size_}; }

 private:
  std::size_t size_;
  char32_t characters_[kLongestLane];
};

/// Distances of one query to block after block.
class EditBatch {
 public:
  EditBatch(const QueryState& query, EditKind kind, std::size_t limit, const LaneKernels& kernels)
      : query_(query), kind_(kind), limit_(limit), kernels_(kernels) {}

  void use(const Alphabet& alphabet) {
    alphabet_ = &alphabet;
    if (fits_lanes()) lanes_ = lane_query(query_, alphabet);
  }

  void run(const LaneBlock& block, const std::uint32_t* places, std::span<std::uint32_t> out) {
    if (block.shortest > size() ? block.shortest - size() > limit_
                                : size() > block.longest && size() - block.longest > limit_) {
      for (std::size_t lane = 0; lane < block.used; ++lane) out[places[lane]] = narrow(limit_ + 1);
    } else if (!fits_lanes()) {
      for (std::size_t lane = 0; lane < block.used; ++lane) {
        const LaneCharacters text(block, lane, *alphabet_);
        out[places[lane]] = narrow(one(text.view()));
      }
    } else {
      run_lanes(block, places, out);
    }
  }

  /// True, with the result, when the size of a text says it all.
  [[nodiscard]] bool settles(std::size_t text_size, std::uint32_t& result) const {
    const std::size_t apart = text_size > size() ? text_size - size() : size() - text_size;
    if (apart <= limit_) return false;
    result = narrow(limit_ + 1);
    return true;
  }
  [[nodiscard]] bool fits_lanes() const { return size() <= kLongestLane; }

  template <class Text>
  [[nodiscard]] std::size_t one(const Text& text) const {
    return kind_ == EditKind::indel ? indel_distance(query_, text, limit_)
                                    : edit_distance(query_, kind_ == EditKind::osa, text, limit_);
  }

 private:
  [[nodiscard]] std::size_t size() const { return query_.characters.size(); }

  void run_lanes(const LaneBlock& block, const std::uint32_t* places,
                 std::span<std::uint32_t> out) {
    LaneBytes found;
    switch (kind_) {
      case EditKind::levenshtein:
        kernels_.levenshtein(lanes_, block, found);
        break;
      case EditKind::osa:
        kernels_.osa(lanes_, block, found);
        break;
      case EditKind::indel:
        kernels_.indel(lanes_, block, found);
        break;
    }
    if (limit_ < 255) {
      const auto most = static_cast<std::uint8_t>(limit_ + 1);
      for (std::uint8_t& distance : found) distance = std::min(distance, most);
    }
    std::uint32_t* const to = out.data();
    for (std::size_t lane = 0; lane < block.used; ++lane) to[places[lane]] = found[lane];
  }

  const QueryState& query_;
  EditKind kind_;
  std::size_t limit_;
  const LaneKernels& kernels_;
  const Alphabet* alphabet_ = nullptr;
  LaneQuery lanes_;
};

constexpr std::size_t kLongestJaroQuery = 32;

/// a / b for a, b <= 64, as the division gives it: four divisions a pair cost more than the lanes.
class Quotients {
 public:
  static const Quotients& get() {
    static const Quotients kQuotients;
    return kQuotients;
  }
  [[nodiscard]] double of(std::size_t a, std::size_t b) const { return table_[b * kSide + a]; }

 private:
  static constexpr std::size_t kSide = kLongestLane + 1;
  Quotients() : table_(kSide * kSide) {
    for (std::size_t b = 1; b < kSide; ++b) {
      for (std::size_t a = 0; a < kSide; ++a) {
        table_[b * kSide + a] = static_cast<double>(a) / static_cast<double>(b);
      }
    }
  }
  std::vector<double> table_;
};

/// Similarities of one query to block after block.
class JaroBatch {
 public:
  JaroBatch(const QueryState& query, double prefix_weight, double minimum,
            const LaneKernels& kernels)
      : query_(query), prefix_weight_(prefix_weight), minimum_(minimum), kernels_(kernels) {
    least_by_size_.fill(0);
    if (minimum_ <= 0 || size() == 0) return;
    for (std::size_t m = 1; m <= kLongestLane; ++m) {
      const std::size_t least = least_agreement(size(), m, prefix_weight_, minimum_);
      least_by_size_[m] = static_cast<std::uint8_t>(std::min<std::size_t>(least, 255));
    }
  }

  void use(const Alphabet& alphabet) {
    alphabet_ = &alphabet;
    if (fits_lanes()) lanes_ = lane_query(query_, alphabet);
  }

  void run(const LaneBlock& block, const std::uint32_t* places, std::span<double> out) {
    if (none_can_reach(block)) {
      for (std::size_t lane = 0; lane < block.used; ++lane) out[places[lane]] = 0;
    } else if (!fits_lanes()) {
      for (std::size_t lane = 0; lane < block.used; ++lane) {
        const LaneCharacters text(block, lane, *alphabet_);
        out[places[lane]] = one(text.view());
      }
    } else {
      run_lanes(block, places, out);
    }
  }

  [[nodiscard]] bool settles(std::size_t text_size, double& result) const {
    if (text_size > kLongestLane || least_by_size_[text_size] <= std::min(text_size, size())) {
      return false;
    }
    result = 0;
    return true;
  }
  [[nodiscard]] bool fits_lanes() const { return size() != 0 && size() <= kLongestJaroQuery; }

  template <class Text>
  [[nodiscard]] double one(const Text& text) const {
    return jaro_similarity(query_, text, prefix_weight_, minimum_);
  }

 private:
  [[nodiscard]] std::size_t size() const { return query_.characters.size(); }

  [[nodiscard]] bool none_can_reach(const LaneBlock& block) const {
    if (block.shortest == 0) return false;
    for (std::size_t m = block.shortest; m <= block.longest; ++m) {
      if (least_by_size_[m] <= std::min(m, size())) return false;
    }
    return true;
  }

  void run_lanes(const LaneBlock& block, const std::uint32_t* places, std::span<double> out) {
    LaneBytes least;
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      least[lane] = least_by_size_[block.sizes[lane]];
    }
    LaneAgreement found;
    kernels_.jaro(lanes_, block, least, found);
    const Quotients& quotients = Quotients::get();
    for (std::size_t lane = 0; lane < block.used; ++lane) {
      const std::size_t common = found.common[lane];
      double similarity = 0;
      if (common != 0 && common >= least[lane]) {
        similarity = (quotients.of(common, size()) + quotients.of(common, block.sizes[lane]) +
                      quotients.of(common - found.transposed[lane] / 2U, common)) /
                     3.0;
        similarity = with_prefix(similarity, found.prefix[lane], prefix_weight_);
      }
      out[places[lane]] = similarity >= minimum_ ? similarity : 0;
    }
  }

  const QueryState& query_;
  double prefix_weight_;
  double minimum_;
  const LaneKernels& kernels_;
  const Alphabet* alphabet_ = nullptr;
  LaneQuery lanes_;
  std::array<std::uint8_t, kLongestLane + 1> least_by_size_;
};

/// All packed texts, then those that are compared one by one.
template <class Batch, class Result>
void run_packed(Batch&& batch, const PackedState& texts, std::span<Result> out) {
  batch.use(texts.alphabet);
  for (std::size_t i = 0; i < texts.blocks.size(); ++i) {
    batch.run(texts.block(i), texts.places.data() + i * kLanes, out);
  }
  for (std::size_t i = 0; i < texts.loose.size(); ++i) {
    const std::string_view text = texts.loose[i];
    const auto result = is_plain_ascii(text) ? batch.one(text) : batch.one(Characters(text).view());
    out[texts.loose_places[i]] = narrow_to<Result>(result);
  }
}

/// Texts as they come, laid out in one block that is used again and again. Characters that the
/// query does not have need no code of their own.
template <class Batch, class Result>
class Stream {
 public:
  Stream(const QueryState& query, Batch& batch, std::span<Result> out) : batch_(batch), out_(out) {
    // A lane's query has at most 64 characters; the alphabet holds 63.
    for (const char32_t c : query.characters) {
      if (alphabet_.code(c) == kNoCode) in_lanes_ = alphabet_.add(c) && in_lanes_;
    }
    in_lanes_ = in_lanes_ && batch.fits_lanes();
    if (in_lanes_) batch.use(alphabet_);
    clear();
  }

  void take(std::uint32_t place, std::string_view text) {
    if (!is_plain_ascii(text)) {
      const Characters characters(text);
      take_characters(place, characters.view());
    } else {
      take_characters(place, text);
    }
  }

  void flush() {
    if (lane_ == 0) return;
    for (std::size_t lane = lane_; lane < kLanes; ++lane) {
      sizes_[lane] = 0;
      shortest_ = 0;
    }
    batch_.run({codes_.data(), sizes_.data(), lane_, shortest_, longest_}, places_.data(), out_);
    clear();
  }

 private:
  template <class Text>
  void take_characters(std::uint32_t place, const Text& text) {
    if (batch_.settles(text.size(), out_[place])) return;
    if (!in_lanes_ || text.size() > kLongestLane) {
      out_[place] = narrow_to<Result>(batch_.one(text));
      return;
    }
    std::uint8_t* to = codes_.data() + lane_;
    for (const auto c : text) {
      *to = alphabet_.code(c);
      to += kLanes;
    }
    sizes_[lane_] = static_cast<std::uint8_t>(text.size());
    places_[lane_] = place;
    shortest_ = std::min(shortest_, text.size());
    longest_ = std::max(longest_, text.size());
    if (++lane_ == kLanes) flush();
  }
  void clear() {
    codes_.fill(kPad);
    lane_ = 0;
    shortest_ = kLongestLane;
    longest_ = 0;
  }

  Batch& batch_;
  std::span<Result> out_;
  Alphabet alphabet_;
  bool in_lanes_ = true;
  std::array<std::uint8_t, kLanes * kLongestLane> codes_;
  std::array<std::uint8_t, kLanes> sizes_;
  std::array<std::uint32_t, kLanes> places_;
  std::size_t lane_ = 0;
  std::size_t shortest_ = 0;
  std::size_t longest_ = 0;
};

template <class Batch, class Result>
void run_stream(const QueryState& query, Batch&& batch, std::span<const std::string_view> texts,
                std::span<Result> out) {
  Stream<Batch, Result> stream(query, batch, out);
  for (std::uint32_t i = 0; i < texts.size(); ++i) stream.take(i, texts[i]);
  stream.flush();
}

}  // namespace

void distances(const QueryState& query, const PackedState& texts, EditKind kind, std::size_t limit,
               std::span<std::uint32_t> out, const LaneKernels& kernels) {
  run_packed(EditBatch(query, kind, limit, kernels), texts, out);
}

void distances(const QueryState& query, std::span<const std::string_view> texts, EditKind kind,
               std::size_t limit, std::span<std::uint32_t> out, const LaneKernels& kernels) {
  run_stream(query, EditBatch(query, kind, limit, kernels), texts, out);
}

void similarities(const QueryState& query, const PackedState& texts, double prefix_weight,
                  double minimum, std::span<double> out, const LaneKernels& kernels) {
  run_packed(JaroBatch(query, prefix_weight, minimum, kernels), texts, out);
}

void similarities(const QueryState& query, std::span<const std::string_view> texts,
                  double prefix_weight, double minimum, std::span<double> out,
                  const LaneKernels& kernels) {
  run_stream(query, JaroBatch(query, prefix_weight, minimum, kernels), texts, out);
}

}  // namespace galena::match::kernels
