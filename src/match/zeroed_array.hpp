// ZeroedArray: a large array of zeros, whose memory comes when it is first touched, by whichever
// thread touches it. It begins with a cache line.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

#include "match/large_pages.hpp"

namespace galena::match {

template <class T>
class ZeroedArray {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  ZeroedArray() = default;
  explicit ZeroedArray(std::size_t size)
      : memory_(std::calloc(size + kLine / sizeof(T) + 1, sizeof(T))), size_(size) {
    if (memory_ == nullptr) throw std::bad_alloc();
    prefer_large_pages(memory_.get(), size_ * sizeof(T));
    std::size_t room = size_ * sizeof(T) + kLine;
    void* begin = memory_.get();
    items_ = static_cast<T*>(std::align(kLine, size_ * sizeof(T), begin, room));
  }
  ZeroedArray(ZeroedArray&& other) noexcept
      : memory_(std::move(other.memory_)),
        items_(std::exchange(other.items_, nullptr)),
        size_(std::exchange(other.size_, 0)) {}
  ZeroedArray& operator=(ZeroedArray&& other) noexcept {
    memory_ = std::move(other.memory_);
    items_ = std::exchange(other.items_, nullptr);
    size_ = std::exchange(other.size_, 0);
    return *this;
  }
  [[nodiscard]] std::size_t size() const { return size_; }
  T& operator[](std::size_t i) { return items_[i]; }
  const T& operator[](std::size_t i) const { return items_[i]; }

 private:
  static constexpr std::size_t kLine = 64;
  struct Free {
    void operator()(void* memory) const { std::free(memory); }
  };
  std::unique_ptr<void, Free> memory_;
  T* items_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace galena::match
