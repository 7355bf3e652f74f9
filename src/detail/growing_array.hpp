// GrowingArray: an array that begins with a cache line and grows without touching more memory than
// its items fill (see Storage).
#pragma once

#include <algorithm>
#include <cstddef>
#include <new>
#include <type_traits>
#include <utility>

#include "detail/storage.hpp"

namespace galena::detail {

template <class T>
class GrowingArray {
  static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

 public:
  GrowingArray() = default;
  GrowingArray(GrowingArray&& other) noexcept { swap(other); }
  GrowingArray& operator=(GrowingArray&& other) noexcept {
    swap(other);
    return *this;
  }

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::size_t capacity() const { return capacity_; }
  [[nodiscard]] T* data() { return items_; }
  [[nodiscard]] const T* data() const { return items_; }
  [[nodiscard]] T* begin() { return items_; }
  [[nodiscard]] T* end() { return items_ + size_; }
  [[nodiscard]] const T* begin() const { return items_; }
  [[nodiscard]] const T* end() const { return items_ + size_; }
  T& operator[](std::size_t i) { return items_[i]; }
  const T& operator[](std::size_t i) const { return items_[i]; }

  /// Appends `count` items for the caller to set, and returns the first. Throws std::bad_alloc, and
  /// then nothing has changed. `count` items at a time, amortised O(count).
  T* extend(std::size_t count) {
    make_room(count);
    if (size_ + count > ready_) get_ready(size_ + count);
    return items_ + std::exchange(size_, size_ + count);
  }
  /// Room for `count` more items: appending them throws nothing and moves nothing.
  void make_room(std::size_t count) {
    if (count > capacity_ - size_) grow(size_ + count);
  }
  /// Asks for the memory of items that this thread is about to fill.
  void make_ready(std::size_t first, std::size_t count) {
    storage_.make_ready(first * sizeof(T), count * sizeof(T));
  }
  void push_back(const T& item) {
    const T copy = item;  // it may be one of ours
    ::new (extend(1)) T(copy);
  }
  /// Keeps the first `size` items and the memory.
  void truncate(std::size_t size) { size_ = std::min(size, size_); }

 private:
  /// Asks for the pages of what is filled next, some at a time. A large part that is wanted at once
  /// is left to those who fill it, which may be several threads.
  void get_ready(std::size_t end) {
    constexpr std::size_t kAtOnce = (std::size_t{1} << 20) / sizeof(T);
    const std::size_t first = ready_;
    ready_ = storage_.is_lazy() ? std::min(capacity_, std::max(end, first + kAtOnce)) : capacity_;
    if (end - size_ <= kAtOnce) make_ready(first, ready_ - first);
  }
  void grow(std::size_t least) {
    constexpr std::size_t kMost = ~std::size_t{0} / sizeof(T) / 2;
    if (least > kMost) throw std::bad_alloc();
    const std::size_t wanted = std::max({least, capacity_ * 2, Storage::kLine / sizeof(T) + 1});
    storage_.grow(wanted * sizeof(T), size_ * sizeof(T));
    items_ = static_cast<T*>(storage_.data());
    capacity_ = storage_.size() / sizeof(T);
  }
  void swap(GrowingArray& other) noexcept {
    std::swap(storage_, other.storage_);
    std::swap(items_, other.items_);
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
    std::swap(ready_, other.ready_);
  }

  Storage storage_;
  T* items_ = nullptr;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
  std::size_t ready_ = 0;  ///< items whose memory was asked for
};

}  // namespace galena::detail
