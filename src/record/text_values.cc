#include "record/text_values.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace galena::detail {

std::int32_t TextValues::add_distinct(std::string_view text) {
  const auto code = static_cast<std::int32_t>(offsets_.size() - 1);
  bytes_.append(text);
  offsets_.push_back(static_cast<std::int64_t>(bytes_.size()));
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
  if (!plain_) return;
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
  const auto slot =
      distinct_.lazy_emplace(text, [&](const auto& construct) { construct(add_distinct(text)); });
  codes_.push_back(*slot);
  ++values_;
  const std::size_t distinct = distinct_.size();
  const bool too_many = distinct == std::numeric_limits<std::int32_t>::max();
  if (too_many || (distinct > kAlwaysDictionary && distinct > values_ - values_ / 4)) unroll();
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
  std::size_t begin = 0;
  for (std::size_t row = 0; row < ends.size(); ++row) {
    const auto end = static_cast<std::size_t>(ends[row]);
    if ((nulls >> row & 1) != 0) {
      append_null();
    } else {
      append(bytes.substr(begin, end - begin));
    }
    begin = end;
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
  distinct_.clear();
  bytes_ = std::move(bytes);
  offsets_ = std::move(offsets);
  codes_ = {};
  plain_ = true;
}

void TextValues::finish(ColumnData& data) {
  if (!plain_ && distinct_.size() > values_ / 2) unroll();
  // A column of nulls alone has no value that a code could name.
  if (!plain_ && distinct_.empty()) unroll();
  for (std::int32_t& code : codes_) {
    if (code == kNullCode) code = 0;
  }
  if (bytes_.capacity() - bytes_.size() > bytes_.size() / 8) bytes_.shrink_to_fit();
  data.bytes = std::move(bytes_);
  data.offsets = std::move(offsets_);
  data.codes = std::move(codes_);
}

}  // namespace galena::detail
