// Storage: memory that begins with a cache line, for arrays that may become very large.
//
// From one large page on it comes from the system, in large pages where there are any: what is read
// here and there is found sooner in pages of two megabytes, each page costs one fault instead of
// 512, growing moves pages and copies nothing, and only what is used is ever touched.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>
#include <utility>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace galena::detail {

class Storage {
 public:
  static constexpr std::size_t kLine = 64;

  Storage() = default;
  Storage(Storage&& other) noexcept { swap(other); }
  Storage& operator=(Storage&& other) noexcept {
    Storage(std::move(other)).swap(*this);
    return *this;
  }
  ~Storage() {
    if (mapped_) {
      unmap(memory_, size_);
    } else {
      ::operator delete(memory_, std::align_val_t(kLine));
    }
  }

  [[nodiscard]] void* data() const { return memory_; }
  /// Bytes, at least those that were asked for.
  [[nodiscard]] std::size_t size() const { return size_; }

  /// Grows to at least `size` bytes, of which the first `used` are kept. Throws std::bad_alloc, and
  /// then nothing has changed.
  void grow(std::size_t size, std::size_t used) {
    Storage larger;
    larger.take(size);
    if (mapped_ && larger.mapped_) {
      move_pages(larger);
    } else if (used != 0) {
      std::memcpy(larger.memory_, memory_, used);
    }
    swap(larger);
  }
  /// Zeros. Throws std::bad_alloc.
  static Storage zeros(std::size_t size) {
    Storage storage;
    storage.take(size);
    if (!storage.mapped_ && size != 0) std::memset(storage.memory_, 0, size);
    return storage;
  }

 private:
  static constexpr std::size_t kPage = std::size_t{1} << 21;

  void swap(Storage& other) noexcept {
    std::swap(memory_, other.memory_);
    std::swap(size_, other.size_);
    std::swap(mapped_, other.mapped_);
  }
  void take(std::size_t size) {
    if (size >= kPage && map(size)) return;
    memory_ = ::operator new(size, std::align_val_t(kLine));
    size_ = size;
  }

#ifdef __linux__
  /// False where the system has no such memory.
  bool map(std::size_t size) {
    if (size > ~std::size_t{0} - 2 * kPage) return false;
    const std::size_t wanted = (size + kPage - 1) / kPage * kPage;
    void* const found =
        mmap(nullptr, wanted + kPage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (found == MAP_FAILED) return false;
    char* const begin = static_cast<char*>(found);
    const std::size_t before = kPage - reinterpret_cast<std::uintptr_t>(begin) % kPage;
    unmap(begin, before);
    unmap(begin + before + wanted, kPage - before);
    memory_ = begin + before;
    size_ = wanted;
    mapped_ = true;
    madvise(memory_, size_, MADV_HUGEPAGE);  // a hint
    return true;
  }
  static void unmap(void* memory, std::size_t size) {
    if (size != 0) munmap(memory, size);
  }
  /// Puts its pages in the place of the first of another's.
  void move_pages(Storage& larger) {
    void* const moved =
        mremap(memory_, size_, size_, MREMAP_MAYMOVE | MREMAP_FIXED, larger.memory_);
    if (moved == MAP_FAILED) {
      std::memcpy(larger.memory_, memory_, size_);
    } else {
      memory_ = nullptr;
      size_ = 0;
    }
  }
#else
  static bool map(std::size_t) { return false; }
  static void unmap(void*, std::size_t) {}
  void move_pages(Storage&) {}
#endif

  void* memory_ = nullptr;
  std::size_t size_ = 0;
  bool mapped_ = false;
};

}  // namespace galena::detail
