// Storage: memory that begins with a cache line, for arrays that may become very large.
//
// From two megabytes on it comes from the system: growing moves pages and copies nothing, and only
// what is used is ever touched. Large pages are not asked for: where the host of a virtual machine
// gives memory late they cost a fresh process several times what small ones do
// (docs/benchmarks.md), and elsewhere they spare few per cent.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>
#include <utility>

#ifdef __linux__
#include <sys/mman.h>
#include <unistd.h>
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
    if (mapped_ && remap(size)) return;
    Storage larger;
    larger.take(size);
    if (used != 0) std::memcpy(larger.memory_, memory_, used);
    swap(larger);
  }
  /// Asks for the pages of some bytes together, for a thread that is about to fill them: a third
  /// cheaper than each at its first touch (docs/benchmarks.md). Several threads may, at a time.
  void make_ready(std::size_t from, std::size_t size) {
    if (mapped_ && size != 0) populate(static_cast<char*>(memory_) + from, size);
  }
  /// Whether pages come at first touch.
  [[nodiscard]] bool is_lazy() const { return mapped_; }
  /// Zeros. Throws std::bad_alloc.
  static Storage zeros(std::size_t size) {
    Storage storage;
    storage.take(size);
    if (!storage.mapped_ && size != 0) std::memset(storage.memory_, 0, size);
    return storage;
  }

 private:
  static constexpr std::size_t kLarge = std::size_t{1} << 21;  ///< whole pages, whatever their size

  void swap(Storage& other) noexcept {
    std::swap(memory_, other.memory_);
    std::swap(size_, other.size_);
    std::swap(mapped_, other.mapped_);
  }
  void take(std::size_t size) {
    if (size >= kLarge && map(size)) return;
    memory_ = ::operator new(size, std::align_val_t(kLine));
    size_ = size;
  }

  /// Whole pages for so many bytes; 0: there are none.
  static std::size_t whole(std::size_t size) {
    return size > ~std::size_t{0} - kLarge ? 0 : (size + kLarge - 1) / kLarge * kLarge;
  }

#ifdef __linux__
  /// False where the system has no such memory.
  bool map(std::size_t size) {
    const std::size_t wanted = whole(size);
    if (wanted == 0) return false;
    void* const found =
        mmap(nullptr, wanted, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (found == MAP_FAILED) return false;
    memory_ = found;
    size_ = wanted;
    mapped_ = true;
    return true;
  }
  /// Makes mapped memory larger, wherever it comes to lie. Not for the thread sanitizer, which does
  /// not see that what lay there before has gone and takes the next owner for a second one.
  bool remap(std::size_t size) {
#ifdef __SANITIZE_THREAD__
    return static_cast<void>(size), false;
#else
    const std::size_t wanted = whole(size);
    if (wanted == 0) return false;
    void* const found = mremap(memory_, size_, wanted, MREMAP_MAYMOVE);
    if (found == MAP_FAILED) return false;
    memory_ = found;
    size_ = wanted;
    return true;
#endif
  }
  static void unmap(void* memory, std::size_t size) { munmap(memory, size); }
  /// Where the system does not know this, pages come as they are touched.
  static void populate(char* memory, std::size_t size) {
#ifdef MADV_POPULATE_WRITE
    static const auto kPage = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
    const std::uintptr_t into = reinterpret_cast<std::uintptr_t>(memory) % kPage;
    madvise(memory - into, size + into, MADV_POPULATE_WRITE);
#else
    static_cast<void>(memory), static_cast<void>(size);
#endif
  }
#else
  static bool map(std::size_t) { return false; }
  static bool remap(std::size_t) { return false; }
  static void unmap(void*, std::size_t) {}
  static void populate(char*, std::size_t) {}
#endif

  void* memory_ = nullptr;
  std::size_t size_ = 0;
  bool mapped_ = false;
};

}  // namespace galena::detail
