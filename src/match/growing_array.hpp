// GrowingArray: an array at a cache line's boundary that grows by realloc().
//
// Where the C library moves large blocks by moving their pages, as glibc does, growing copies
// nothing and touches no more memory than the items fill; a vector touches it twice.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <type_traits>
#include <utility>

namespace galena::match {

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
    if (count > capacity_ - size_) grow(size_ + count);
    return items_ + std::exchange(size_, size_ + count);
  }
  void push_back(const T& item) {
    const T copy = item;  // it may be one of ours
    ::new (extend(1)) T(copy);
  }
  /// Keeps the first `size` items and the memory.
  void truncate(std::size_t size) { size_ = std::min(size, size_); }

 private:
  static constexpr std::size_t kLine = 64;

  void grow(std::size_t least) {
    constexpr std::size_t kMost = (~std::size_t{0} - kLine) / sizeof(T) / 2;
    if (least > kMost) throw std::bad_alloc();
    const std::size_t wanted = std::max({least, capacity_ * 2, kLine / sizeof(T) + 1});
    const std::size_t before = offset();
    void* const moved = std::realloc(memory_.get(), wanted * sizeof(T) + kLine);
    if (moved == nullptr) throw std::bad_alloc();
    static_cast<void>(memory_.release());
    memory_.reset(moved);
    const auto at = reinterpret_cast<std::uintptr_t>(moved);
    const std::size_t now = (at + kLine - 1) / kLine * kLine - at;
    auto* const bytes = static_cast<char*>(moved);
    if (now != before && size_ != 0) std::memmove(bytes + now, bytes + before, size_ * sizeof(T));
    items_ = reinterpret_cast<T*>(bytes + now);
    capacity_ = wanted;
  }
  /// Bytes before the first item.
  [[nodiscard]] std::size_t offset() const {
    return items_ == nullptr ? 0
                             : static_cast<std::size_t>(reinterpret_cast<const char*>(items_) -
                                                        static_cast<const char*>(memory_.get()));
  }
  void swap(GrowingArray& other) noexcept {
    std::swap(memory_, other.memory_);
    std::swap(items_, other.items_);
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
  }

  struct Free {
    void operator()(void* memory) const { std::free(memory); }
  };
  std::unique_ptr<void, Free> memory_;
  T* items_ = nullptr;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace galena::match
