#include "record/text_values.hpp"

#include <absl/hash/hash.h>
#include <absl/strings/string_view.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <utility>

namespace galena::detail {

std::uint64_t TextValues::hash_of(std::string_view text) {
  // As Abseil's own view: the standard one is hashed by the slower std::hash.
  return absl::HashOf(absl::string_view(text.data(), text.size()));
}

std::int32_t TextValues::add_distinct(std::string_view text, std::uint64_t hash) {
  const auto code = static_cast<std::int32_t>(distinct());
  bytes_.append(text);
  offsets_.push_back(static_cast<std::int64_t>(bytes_.size()));
  by_text_.insert(hash, static_cast<std::uint32_t>(code) + 1);
  return code;
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
  append_hashed(text, hash_of(text));
}

namespace {

/// Of short texts without a call.
bool equal_texts(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  const auto same = [&]<class Word>(std::size_t at, Word) {
    Word x;
    Word y;
    std::memcpy(&x, a.data() + at, sizeof x);
    std::memcpy(&y, b.data() + at, sizeof y);
    return x == y;
  };
  const std::size_t size = a.size();
  if (size > 16) return a == b;
  if (size >= 8) return same(0, std::uint64_t{}) && same(size - 8, std::uint64_t{});
  if (size >= 4) return same(0, std::uint32_t{}) && same(size - 4, std::uint32_t{});
  return std::equal(a.begin(), a.end(), b.begin());
}

}  // namespace

void TextValues::append_hashed(std::string_view text, std::uint64_t hash) {
  const std::uint32_t found = by_text_.find(hash, [&](std::uint32_t number) {
    return equal_texts(text_of(static_cast<std::int32_t>(number - 1)), text);
  });
  codes_.push_back(found != 0 ? static_cast<std::int32_t>(found - 1) : add_distinct(text, hash));
  ++values_;
  const bool too_many = distinct() == std::numeric_limits<std::int32_t>::max();
  if (too_many || (distinct() > kAlwaysDictionary && distinct() > values_ - values_ / 4)) unroll();
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
  std::array<std::uint64_t, kMostRows> hashes;
  std::array<std::int32_t, kMostRows> likely;
  std::size_t begin = 0;
  for (std::size_t row = 0; row < ends.size(); ++row) {
    const auto end = static_cast<std::size_t>(ends[row]);
    texts[row] = bytes.substr(begin, end - begin);
    hashes[row] = hash_of(texts[row]);
    by_text_.prefetch(hashes[row]);
    begin = end;
  }
  for (std::size_t row = 0; row < ends.size(); ++row) {
    likely[row] = static_cast<std::int32_t>(by_text_.candidate(hashes[row])) - 1;
    if (likely[row] >= 0) prefetch(&offsets_[static_cast<std::size_t>(likely[row])]);
  }
  for (std::size_t row = 0; row < ends.size(); ++row) {
    if (likely[row] >= 0) prefetch(text_of(likely[row]).data());
  }
  for (std::size_t row = 0; row < ends.size(); ++row) {
    if ((nulls >> row & 1) != 0) {
      append_null();
    } else if (plain_) {
      append_plain(texts[row]);
    } else {
      append_hashed(texts[row], hashes[row]);
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
  by_text_ = {};
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
