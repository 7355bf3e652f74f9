// The kernels of lanes.hpp in Highway's vectors. Included once for each target by lanes.cc, hence
// the guard that is switched and not set.
#if defined(GALENA_MATCH_KERNELS_LANES_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef GALENA_MATCH_KERNELS_LANES_INL
#undef GALENA_MATCH_KERNELS_LANES_INL
#else
#define GALENA_MATCH_KERNELS_LANES_INL
#endif

#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "match/kernels/lanes.hpp"

// Targets without vectors have the plain kernels.
#if HWY_TARGET != HWY_SCALAR && HWY_TARGET != HWY_EMU128

HWY_BEFORE_NAMESPACE();
namespace galena::match::kernels::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

using Bytes = hn::ScalableTag<std::uint8_t>;
using ByteVector = hn::Vec<Bytes>;
template <class T>
using Tag = hn::ScalableTag<T>;
template <class T>
using Vector = hn::Vec<Tag<T>>;

/// Byte b of the lanes of a vector of bytes, spread over kBanks vectors of wider lanes: in bank k,
/// the lanes of each 16 bytes are the bytes 16 / kBanks * k onwards.
template <class T>
struct Banks {
  static constexpr std::size_t kBanks = sizeof(T);
  Vector<T> bank[kBanks];
};

template <class Narrow, class T>
HWY_INLINE void join_step(const Vector<Narrow>* low, const Vector<Narrow>* high, std::size_t banks,
                          Vector<T>* out) {
  const Tag<T> wide;
  const Tag<Narrow> narrow;
  for (std::size_t i = 0; i < banks; ++i) {
    out[2 * i] = hn::BitCast(wide, hn::InterleaveLower(narrow, low[i], high[i]));
    out[2 * i + 1] = hn::BitCast(wide, hn::InterleaveUpper(narrow, low[i], high[i]));
  }
}

/// Joins byte 0, 1, ... of the masks (vectors of bytes, a lane a text) to masks of type T.
template <class T>
HWY_INLINE Banks<T> join(const ByteVector* bytes) {
  Banks<T> out;
  if constexpr (sizeof(T) == 1) {
    out.bank[0] = bytes[0];
  } else {
    using Half =
        std::conditional_t<sizeof(T) == 2, std::uint8_t,
                           std::conditional_t<sizeof(T) == 4, std::uint16_t, std::uint32_t>>;
    const Banks<Half> low = join<Half>(bytes);
    const Banks<Half> high = join<Half>(bytes + sizeof(Half));
    join_step<Half, T>(low.bank, high.bank, sizeof(Half), out.bank);
  }
  return out;
}

/// The masks of a vector of codes; pads have none.
template <class T, bool kFewCodes>
HWY_INLINE Banks<T> masks_of(const LaneQuery& query, ByteVector codes) {
  const Bytes d;
  const ByteVector index = hn::And(codes, hn::Set(d, 0x8F));
  const auto odd = hn::TestBit(codes, hn::Set(d, 0x10));
  const auto upper = hn::TestBit(codes, hn::Set(d, 0x20));
  ByteVector bytes[sizeof(T)];
  for (std::size_t byte = 0; byte < sizeof(T); ++byte) {
    const std::uint8_t* const table = query.masks[byte];
    const auto look = [&](std::size_t part) HWY_ATTR {
      return hn::TableLookupBytesOr0(hn::LoadDup128(d, table + 16 * part), index);
    };
    bytes[byte] = hn::IfThenElse(odd, look(1), look(0));
    if constexpr (!kFewCodes) {
      bytes[byte] = hn::IfThenElse(upper, hn::IfThenElse(odd, look(3), look(2)), bytes[byte]);
    }
  }
  return join<T>(bytes);
}

/// All ones in the lanes that have a character here.
template <class T>
HWY_INLINE Banks<T> present(ByteVector codes) {
  const Bytes d;
  const ByteVector here = hn::VecFromMask(d, hn::Eq(hn::And(codes, hn::Set(d, kPad)), hn::Zero(d)));
  ByteVector bytes[sizeof(T)];
  for (std::size_t byte = 0; byte < sizeof(T); ++byte) bytes[byte] = here;
  return join<T>(bytes);
}

/// Takes the low bytes of the lanes of all banks to the order of the texts.
template <class T>
HWY_INLINE ByteVector low_bytes(const Banks<T>& from) {
  const Bytes d;
  constexpr std::size_t kInBlock = 16 / sizeof(T);
  ByteVector out = hn::Zero(d);
  for (std::size_t bank = 0; bank < sizeof(T); ++bank) {
    HWY_ALIGN std::uint8_t source[16];
    for (std::size_t i = 0; i < 16; ++i) {
      const bool here = i / kInBlock == bank;
      source[i] = static_cast<std::uint8_t>(here ? i % kInBlock * sizeof(T) : 0x80);
    }
    const ByteVector bytes = hn::BitCast(d, from.bank[bank]);
    out = hn::Or(out, hn::TableLookupBytesOr0(bytes, hn::LoadDup128(d, source)));
  }
  return out;
}
template <class T>
HWY_INLINE void store_lanes(const Banks<T>& from, std::uint8_t* to) {
  hn::StoreU(low_bytes<T>(from), Bytes(), to);
}

/// The reverse: bytes of the texts to the lanes of all banks.
template <class T>
HWY_INLINE Banks<T> load_lanes(const std::uint8_t* from) {
  const Bytes d;
  ByteVector bytes[sizeof(T)];
  for (std::size_t byte = 0; byte < sizeof(T); ++byte) {
    bytes[byte] = byte == 0 ? hn::LoadU(d, from) : hn::Zero(d);
  }
  return join<T>(bytes);
}

/// The lanes of type T in which a query of `size` characters has its rows.
template <class T>
HWY_INLINE T rows_mask(std::size_t size) {
  if (size == 0) return 0;
  return static_cast<T>(~std::uint64_t{0} >> (64 - size));
}

template <class T>
HWY_INLINE Vector<T> twice(Vector<T> v) {
  return hn::Add(v, v);
}

/// edit_words.hpp, edit_word(): the same recurrence, the distance taken from the last column.
template <class T, bool kSwaps>
struct EditLanes {
  Vector<T> positive;
  Vector<T> negative;
  Vector<T> not_diagonal;
  Vector<T> previous;

  HWY_INLINE void start() {
    const Tag<T> d;
    positive = hn::Not(hn::Zero(d));
    negative = hn::Zero(d);
    not_diagonal = positive;
    previous = negative;
  }
  HWY_INLINE void step(Vector<T> match) {
    Vector<T> equal = match;
    if constexpr (kSwaps) {
      equal = hn::Or(equal, hn::And(twice<T>(hn::And(not_diagonal, match)), previous));
      previous = match;
    }
    const Vector<T> sum = hn::Add(hn::And(match, positive), positive);
    const Vector<T> diagonal = hn::Or(hn::Xor(sum, positive), hn::Or(equal, negative));
    const Vector<T> not_up = hn::AndNot(negative, hn::Or(sum, hn::Or(positive, equal)));
    const Vector<T> not_up_below = twice<T>(not_up);
    const Vector<T> down = hn::And(diagonal, positive);
    if constexpr (kSwaps) not_diagonal = hn::Not(diagonal);
    positive = hn::Or(twice<T>(down), hn::AndNot(diagonal, not_up_below));
    negative = hn::AndNot(not_up_below, diagonal);
  }
  /// A step of the lanes whose text goes on.
  HWY_INLINE void step_where(Vector<T> match, Vector<T> present_lanes) {
    const Vector<T> old_positive = positive;
    const Vector<T> old_negative = negative;
    step(match);
    positive = hn::Or(hn::And(present_lanes, positive), hn::AndNot(present_lanes, old_positive));
    negative = hn::Or(hn::And(present_lanes, negative), hn::AndNot(present_lanes, old_negative));
  }
  HWY_INLINE Vector<T> result(Vector<T> rows, Vector<T> text_size) const {
    const Vector<T> above = hn::PopulationCount(hn::And(positive, rows));
    const Vector<T> below = hn::PopulationCount(hn::And(negative, rows));
    return hn::Sub(hn::Add(text_size, above), below);
  }
};

/// edit_words.hpp, subsequence_word(), and the distance from it. Pads match nothing and change
/// nothing.
template <class T>
struct IndelLanes {
  Vector<T> unused;

  HWY_INLINE void start() { unused = hn::Not(hn::Zero(Tag<T>())); }
  HWY_INLINE void step(Vector<T> match) {
    const Vector<T> hit = hn::And(unused, match);
    unused = hn::Or(hn::Add(unused, hit), hn::Sub(unused, hit));
  }
  HWY_INLINE void step_where(Vector<T> match, Vector<T>) { step(match); }
  HWY_INLINE Vector<T> result(Vector<T> rows, Vector<T> text_size) const {
    const Vector<T> both = hn::Add(hn::PopulationCount(rows), text_size);
    return hn::Sub(both, twice<T>(hn::PopulationCount(hn::AndNot(unused, rows))));
  }
};

template <class T, bool kFewCodes, template <class> class Lanes>
HWY_NOINLINE void run_typed(const LaneQuery& query, const LaneBlock& block, LaneBytes& out) {
  const Bytes d;
  const Vector<T> rows = hn::Set(Tag<T>(), rows_mask<T>(query.size));
  for (std::size_t first = 0; first < kLanes; first += hn::Lanes(d)) {
    Lanes<T> lanes[sizeof(T)];
    for (Lanes<T>& bank : lanes) bank.start();
    const std::uint8_t* codes = block.codes + first;
    std::size_t at = 0;
    for (; at < block.shortest; ++at, codes += kLanes) {
      const Banks<T> match = masks_of<T, kFewCodes>(query, hn::LoadU(d, codes));
      for (std::size_t i = 0; i < sizeof(T); ++i) lanes[i].step(match.bank[i]);
    }
    for (; at < block.longest; ++at, codes += kLanes) {
      const ByteVector here = hn::LoadU(d, codes);
      const Banks<T> match = masks_of<T, kFewCodes>(query, here);
      const Banks<T> goes_on = present<T>(here);
      for (std::size_t i = 0; i < sizeof(T); ++i) {
        lanes[i].step_where(match.bank[i], goes_on.bank[i]);
      }
    }
    const Banks<T> sizes = load_lanes<T>(block.sizes + first);
    Banks<T> results;
    for (std::size_t i = 0; i < sizeof(T); ++i) {
      results.bank[i] = lanes[i].result(rows, sizes.bank[i]);
    }
    store_lanes<T>(results, out.data() + first);
  }
}

template <template <class> class Lanes, class T>
HWY_INLINE void run_width(const LaneQuery& query, const LaneBlock& block, LaneBytes& out) {
  return query.few_codes ? run_typed<T, true, Lanes>(query, block, out)
                         : run_typed<T, false, Lanes>(query, block, out);
}

template <template <class> class Lanes>
HWY_INLINE void run(const LaneQuery& query, const LaneBlock& block, LaneBytes& out) {
  switch (query.width()) {
    case 1:
      return run_width<Lanes, std::uint8_t>(query, block, out);
    case 2:
      return run_width<Lanes, std::uint16_t>(query, block, out);
    case 4:
      return run_width<Lanes, std::uint32_t>(query, block, out);
    default:
      return run_width<Lanes, std::uint64_t>(query, block, out);
  }
}

template <class T>
using LevenshteinLanes = EditLanes<T, false>;
template <class T>
using OsaLanes = EditLanes<T, true>;

inline void levenshtein(const LaneQuery& query, const LaneBlock& block, LaneBytes& out) {
  run<LevenshteinLanes>(query, block, out);
}
inline void osa(const LaneQuery& query, const LaneBlock& block, LaneBytes& out) {
  run<OsaLanes>(query, block, out);
}
inline void indel(const LaneQuery& query, const LaneBlock& block, LaneBytes& out) {
  run<IndelLanes>(query, block, out);
}

}  // namespace galena::match::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif  // a target with vectors
#endif  // guard
