#include "record/text_values.hpp"

#include <absl/hash/hash.h>
#include <absl/strings/string_view.h>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "detail/prefetch.hpp"

namespace galena::detail {

std::uint64_t TextValues::hash_of(std::string_view text) {
  // As Abseil's own view: the standard one is hashed by the slower std::hash.
  return absl::HashOf(absl::string_view(text.data(), text.size()));
}

namespace {

/// Room for `size` items in all; a container that grows in many steps still doubles.
template <class Container>
void make_room(std::size_t size, Container& container) {
  if (size <= container.capacity()) return;
  container.reserve(container.empty() ? size : std::max(size, 2 * container.capacity()));
}

}  // namespace

void TextValues::expect(std::size_t rows, std::size_t bytes) {
  expected_rows_ = (plain_ ? offsets_.size() - 1 : codes_.size()) + rows;
  expected_bytes_ = bytes;
  if (!plain_) return make_room(expected_rows_, codes_);
  make_room(expected_rows_ + 1, offsets_);
  make_room(bytes_.size() + bytes, bytes_);
}

void TextValues::append_plain(std::string_view text) {
  bytes_.append(text);
  offsets_.push_back(static_cast<std::int64_t>(bytes_.size()));
}

void TextValues::append(std::string_view text) {
  if (plain_) return append_plain(text);
  // Runs of equal values are common in sorted lists and cost no look-up.
  if (!codes_.empty() && codes_.back() != kNullCode && text_of(codes_.back()) == text) {
    codes_.push_back(codes_.back());
    ++values_;
    return;
  }
  if (text.size() <= ShortText::kMost) {
    append_short(text, ShortTextIndex::query(ShortText(text)));
  } else {
    append_long(text, hash_of(text));
  }
}

void TextValues::append_short(std::string_view text, const ShortTextIndex::Query& query) {
  const std::uint32_t number = append_known(text, short_texts_.find(query));
  if (number != 0) short_texts_.insert(query, number);
}

void TextValues::append_long(std::string_view text, std::uint64_t hash) {
  const std::uint32_t known = long_texts_.find(hash, [&](std::uint32_t number) {
    return text_of(static_cast<std::int32_t>(number - 1)) == text;
  });
  const std::uint32_t number = append_known(text, known);
  if (number != 0) long_texts_.insert(hash, number);
}

std::uint32_t TextValues::append_known(std::string_view text, std::uint32_t number) {
  ++values_;
  if (number != 0) {
    codes_.push_back(static_cast<std::int32_t>(number - 1));
    return 0;
  }
  const auto code = static_cast<std::int32_t>(distinct());
  bytes_.append(text);
  offsets_.push_back(static_cast<std::int64_t>(bytes_.size()));
  codes_.push_back(code);
  const bool too_many = distinct() == std::numeric_limits<std::int32_t>::max();
  if (too_many || (distinct() > kAlwaysDictionary && distinct() > values_ - values_ / 4)) unroll();
  return plain_ ? 0 : static_cast<std::uint32_t>(code) + 1;
}

void TextValues::append_null() {
  if (plain_) return append_plain({});
  codes_.push_back(kNullCode);
}

void TextValues::append_rows(std::string_view bytes, std::span<const std::int64_t> ends,
                             std::uint64_t nulls) {
  if (plain_) {
    const auto before = static_cast<std::int64_t>(bytes_.size());
    bytes_.append(bytes);
    for (const std::int64_t end : ends) offsets_.push_back(before + end);
    return;
  }
  // What each row needs is on its way from memory while the others are looked at.
  std::array<std::string_view, kMostRows> texts;
  std::array<ShortTextIndex::Query, kMostRows> queries;  // of a long text its hash only
  const auto is_short = [&](std::size_t row) { return texts[row].size() <= ShortText::kMost; };
  bool any_long = false;
  std::size_t begin = 0;
  for (std::size_t row = 0; row < ends.size(); ++row) {
    const auto end = static_cast<std::size_t>(ends[row]);
    const std::string_view text = texts[row] = bytes.substr(begin, end - begin);
    if (is_short(row)) {
      const bool within = begin + ShortText::kMost < bytes.size();
      queries[row] = ShortTextIndex::query(
          within ? ShortText::within_larger(text.data(), text.size()) : ShortText(text));
      short_texts_.prefetch(queries[row]);
    } else {
      queries[row].hash = hash_of(text);
      long_texts_.prefetch(queries[row].hash);
      any_long = true;
    }
    begin = end;
  }
  if (any_long) {
    for (const bool offsets_are_near : {false, true}) {
      for (std::size_t row = 0; row < ends.size(); ++row) {
        const std::uint32_t likely = is_short(row) ? 0 : long_texts_.candidate(queries[row].hash);
        if (likely == 0) continue;
        offsets_are_near ? prefetch(text_of(static_cast<std::int32_t>(likely - 1)).data())
                         : prefetch(&offsets_[likely - 1]);
      }
    }
  }
  for (std::size_t row = 0; row < ends.size(); ++row) {
    if ((nulls >> row & 1) != 0) {
      append_null();
    } else if (plain_) {
      append_plain(texts[row]);
    } else if (is_short(row)) {
      append_short(texts[row], queries[row]);
    } else {
      append_long(texts[row], queries[row].hash);
    }
  }
}

void TextValues::unroll() {
  std::size_t total = 0;
  for (const std::int32_t code : codes_) total += code == kNullCode ? 0 : text_of(code).size();
  std::string bytes;
  bytes.reserve(total + expected_bytes_);
  std::vector<std::int64_t> offsets;
  offsets.reserve(std::max(codes_.size(), expected_rows_) + 1);
  offsets.push_back(0);
  for (const std::int32_t code : codes_) {
    if (code != kNullCode) bytes.append(text_of(code));
    offsets.push_back(static_cast<std::int64_t>(bytes.size()));
  }
  short_texts_ = {};
  long_texts_ = {};
  bytes_ = std::move(bytes);
  offsets_ = std::move(offsets);
  codes_ = {};
  plain_ = true;
}

void TextValues::finish(ColumnData& data) {
  if (!plain_ && distinct() > values_ / 2) unroll();
  // A column of nulls alone has no value that a code could name.
  if (!plain_ && distinct() == 0) unroll();
  for (std::int32_t& code : codes_) {
    if (code == kNullCode) code = 0;
  }
  if (bytes_.capacity() - bytes_.size() > bytes_.size() / 8) bytes_.shrink_to_fit();
  data.bytes = std::move(bytes_);
  data.offsets = std::move(offsets_);
  data.codes = std::move(codes_);
}

}  // namespace galena::detail
