// ZeroedArray: a large array of zeros, whose memory comes when it is first touched, by whichever
// thread touches it. It begins with a cache line.
#pragma once

#include <cstddef>
#include <new>
#include <type_traits>
#include <utility>

#include "detail/storage.hpp"

namespace galena::detail {

template <class T>
class ZeroedArray {
  static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

 public:
  ZeroedArray() = default;
  /// Throws std::bad_alloc.
  explicit ZeroedArray(std::size_t size) : size_(size) {
    if (size > ~std::size_t{0} / sizeof(T)) throw std::bad_alloc();
    storage_ = Storage::zeros(size * sizeof(T));
    items_ = static_cast<T*>(storage_.data());
  }
  ZeroedArray(ZeroedArray&& other) noexcept { swap(other); }
  ZeroedArray& operator=(ZeroedArray&& other) noexcept {
    ZeroedArray(std::move(other)).swap(*this);
    return *this;
  }
  /// Asks for the memory of items that this thread is about to fill.
  void make_ready(std::size_t first, std::size_t count) {
    storage_.make_ready(first * sizeof(T), count * sizeof(T));
  }
  [[nodiscard]] std::size_t size() const { return size_; }
  T& operator[](std::size_t i) { return items_[i]; }
  const T& operator[](std::size_t i) const { return items_[i]; }

 private:
  void swap(ZeroedArray& other) noexcept {
    std::swap(storage_, other.storage_);
    std::swap(items_, other.items_);
    std::swap(size_, other.size_);
  }

  Storage storage_;
  T* items_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace galena::detail
