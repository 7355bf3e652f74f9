// Jaro's kernel of lanes.hpp in Highway's vectors; guarded as lanes-inl.hpp is.
#if defined(GALENA_MATCH_KERNELS_LANES_JARO_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef GALENA_MATCH_KERNELS_LANES_JARO_INL
#undef GALENA_MATCH_KERNELS_LANES_JARO_INL
#else
#define GALENA_MATCH_KERNELS_LANES_JARO_INL
#endif

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "match/kernels/lanes-inl.hpp"
#include "match/kernels/lanes.hpp"

#if HWY_TARGET != HWY_SCALAR && HWY_TARGET != HWY_EMU128

HWY_BEFORE_NAMESPACE();
namespace galena::match::kernels::HWY_NAMESPACE {

/// jaro_words.hpp, agree_in_words(), for one bank of lanes.
template <class T>
struct JaroLanes {
  Vector<T> window;
  Vector<T> reach;
  Vector<T> free_rows;

  HWY_INLINE void start(Vector<T> window_sizes, Vector<T> first_reach, Vector<T> rows) {
    window = window_sizes;
    reach = first_reach;
    free_rows = rows;
  }
  /// The row that the character takes, as a bit, or none.
  HWY_INLINE Vector<T> take(Vector<T> match) {
    const Vector<T> open = hn::And(hn::And(match, reach), free_rows);
    const Vector<T> lowest = hn::And(open, hn::Sub(hn::Zero(Tag<T>()), open));
    free_rows = hn::Xor(free_rows, lowest);
    return lowest;
  }
  HWY_INLINE void widen(Vector<T> at) {
    const Tag<T> d;
    const hn::RebindToSigned<Tag<T>> s;
    const auto growing = hn::Gt(hn::BitCast(s, window), hn::BitCast(s, at));
    reach = hn::Sub(twice<T>(reach), hn::BitCast(d, hn::VecFromMask(s, growing)));
  }
};

/// By lane: the reach for the first character and the window, for texts of all the block's sizes.
template <class T>
HWY_INLINE void start_jaro(const LaneQuery& query, const std::uint8_t* sizes, JaroLanes<T>* lanes) {
  const Tag<T> d;
  const Bytes bytes;
  const Vector<T> rows = hn::Set(d, rows_mask<T>(query.size));
  const ByteVector longer =
      hn::Max(hn::LoadU(bytes, sizes), hn::Set(bytes, static_cast<std::uint8_t>(query.size)));
  HWY_ALIGN std::uint8_t windows[HWY_MAX_BYTES];
  HWY_ALIGN std::uint8_t reach[sizeof(T)][HWY_MAX_BYTES];
  hn::Store(longer, bytes, windows);
  for (std::size_t i = 0; i < hn::Lanes(bytes); ++i) {
    const std::size_t window = windows[i] >= 2 ? windows[i] / 2U - 1 : 0;
    windows[i] = static_cast<std::uint8_t>(window);
    const std::uint64_t first = (std::uint64_t{2} << window) - 1;
    for (std::size_t byte = 0; byte < sizeof(T); ++byte) {
      reach[byte][i] = static_cast<std::uint8_t>(first >> (8 * byte));
    }
  }
  ByteVector parts[sizeof(T)];
  for (std::size_t byte = 0; byte < sizeof(T); ++byte) parts[byte] = hn::Load(bytes, reach[byte]);
  const Banks<T> first_reach = join<T>(parts);
  const Banks<T> window_sizes = load_lanes<T>(windows);
  for (std::size_t i = 0; i < sizeof(T); ++i) {
    lanes[i].start(window_sizes.bank[i], first_reach.bank[i], rows);
  }
}

/// Up to four first codes in common, a lane a text.
HWY_INLINE ByteVector prefix_of(const LaneQuery& query, const LaneBlock& block, std::size_t first) {
  const Bytes d;
  ByteVector same = hn::Not(hn::Zero(d));
  ByteVector prefix = hn::Zero(d);
  const std::size_t end = std::min({query.size, block.longest, query.prefix.size()});
  for (std::size_t i = 0; i < end; ++i) {
    const ByteVector codes = hn::LoadU(d, block.codes + i * kLanes + first);
    same = hn::And(same, hn::VecFromMask(d, hn::Eq(codes, hn::Set(d, query.prefix[i]))));
    prefix = hn::Sub(prefix, same);
  }
  return prefix;
}

/// True when some lane reaches its least number of common characters.
HWY_INLINE bool any_agrees(const std::uint8_t* common, const std::uint8_t* least) {
  const Bytes d;
  const ByteVector found = hn::LoadU(d, common);
  return !hn::AllFalse(d, hn::Eq(hn::Max(found, hn::LoadU(d, least)), found));
}

template <class T, bool kFewCodes>
HWY_NOINLINE void jaro_typed(const LaneQuery& query, const LaneBlock& block, const LaneBytes& least,
                             LaneAgreement& out) {
  const Tag<T> d;
  const Bytes bytes;
  const Vector<T> zero = hn::Zero(d);
  const Vector<T> rows = hn::Set(d, rows_mask<T>(query.size));
  Banks<T> matches[kLongestLane];
  Banks<T> taken[kLongestLane];
  for (std::size_t first = 0; first < kLanes; first += hn::Lanes(bytes)) {
    JaroLanes<T> lanes[sizeof(T)];
    start_jaro<T>(query, block.sizes + first, lanes);
    for (std::size_t at = 0; at < block.longest; ++at) {
      const ByteVector codes = hn::LoadU(bytes, block.codes + at * kLanes + first);
      matches[at] = masks_of<T, kFewCodes>(query, codes);
      const Vector<T> place = hn::Set(d, static_cast<T>(at));
      for (std::size_t i = 0; i < sizeof(T); ++i) {
        taken[at].bank[i] = lanes[i].take(matches[at].bank[i]);
        lanes[i].widen(place);
      }
    }
    Banks<T> common;
    Banks<T> left;  // rows taken, the next in order is the lowest
    Banks<T> transposed;
    for (std::size_t i = 0; i < sizeof(T); ++i) {
      left.bank[i] = hn::AndNot(lanes[i].free_rows, rows);
      common.bank[i] = hn::PopulationCount(left.bank[i]);
      transposed.bank[i] = zero;
    }
    store_lanes<T>(common, out.common.data() + first);
    hn::StoreU(prefix_of(query, block, first), bytes, out.prefix.data() + first);
    if (!any_agrees(out.common.data() + first, least.data() + first)) {
      store_lanes<T>(transposed, out.transposed.data() + first);
      continue;
    }
    for (std::size_t at = 0; at < block.longest; ++at) {
      for (std::size_t i = 0; i < sizeof(T); ++i) {
        const auto agreed = hn::Ne(taken[at].bank[i], zero);
        const Vector<T> lowest = hn::And(left.bank[i], hn::Sub(zero, left.bank[i]));
        const Vector<T> next = hn::IfThenElseZero(agreed, lowest);
        left.bank[i] = hn::Xor(left.bank[i], next);
        // Agreed, and the row in order holds another character: minus one is added as all ones.
        const auto other = hn::Eq(hn::And(next, matches[at].bank[i]), zero);
        transposed.bank[i] =
            hn::Sub(transposed.bank[i], hn::VecFromMask(d, hn::And(agreed, other)));
      }
    }
    store_lanes<T>(transposed, out.transposed.data() + first);
  }
}

template <class T>
HWY_INLINE void jaro_width(const LaneQuery& query, const LaneBlock& block, const LaneBytes& least,
                           LaneAgreement& out) {
  return query.few_codes ? jaro_typed<T, true>(query, block, least, out)
                         : jaro_typed<T, false>(query, block, least, out);
}

inline void jaro(const LaneQuery& query, const LaneBlock& block, const LaneBytes& least,
                 LaneAgreement& out) {
  switch (query.width()) {
    case 1:
      return jaro_width<std::uint8_t>(query, block, least, out);
    case 2:
      return jaro_width<std::uint16_t>(query, block, least, out);
    default:
      return jaro_width<std::uint32_t>(query, block, least, out);
  }
}

}  // namespace galena::match::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif  // a target with vectors
#endif  // guard
