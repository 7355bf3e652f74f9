// parallel_for: the numbers 0 to n - 1 over some threads. What runs for one number must not depend
// on which thread runs it or when; then results do not depend on the number of threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace galena::detail {

/// Calls work(i, own) for i = 0 .. count - 1 on up to `threads` threads, the caller's among them;
/// `own` is what make() gives each of them to work with. The first exception is thrown again when
/// all threads are done.
template <class Make, class Work>
void parallel_for_with(std::size_t count, unsigned threads, Make make, Work work) {
  const std::size_t used = std::min<std::size_t>(std::max(1U, threads), count);
  if (used <= 1) {
    auto own = make();
    for (std::size_t i = 0; i < count; ++i) work(i, own);
    return;
  }
  std::atomic<std::size_t> next{0};
  std::exception_ptr failure;
  std::mutex failure_lock;
  const auto run = [&] {
    try {
      auto own = make();
      for (std::size_t i = next++; i < count; i = next++) work(i, own);
    } catch (...) {
      const std::lock_guard lock(failure_lock);
      if (!failure) failure = std::current_exception();
      next = count;
    }
  };
  std::vector<std::thread> others;
  others.reserve(used - 1);
  try {
    for (std::size_t t = 1; t < used; ++t) others.emplace_back(run);
  } catch (...) {
    // No more threads to be had: those there are do the work.
  }
  run();
  for (std::thread& other : others) other.join();
  if (failure) std::rethrow_exception(failure);
}

/// The same without anything of their own.
template <class Work>
void parallel_for(std::size_t count, unsigned threads, Work work) {
  struct Nothing {};
  parallel_for_with(
      count, threads, [] { return Nothing{}; }, [&](std::size_t i, Nothing&) { work(i); });
}

/// Sorts by an order in which no two items are equal; the outcome is the same for any number of
/// threads. O(n log n).
template <class Item, class Less>
void parallel_sort(std::vector<Item>& items, unsigned threads, Less less) {
  constexpr std::size_t kWorthIt = 50000;
  const auto at = [&](std::size_t i) { return items.begin() + static_cast<std::ptrdiff_t>(i); };
  std::size_t parts = 1;
  while (parts < threads && items.size() / (parts * 2) >= kWorthIt) parts *= 2;
  const auto bound = [&](std::size_t part) { return items.size() * part / parts; };
  parallel_for(parts, threads,
               [&](std::size_t i) { std::sort(at(bound(i)), at(bound(i + 1)), less); });
  for (std::size_t width = 1; width < parts; width *= 2) {
    parallel_for(parts / (2 * width), threads, [&](std::size_t i) {
      const std::size_t first = 2 * width * i;
      std::inplace_merge(at(bound(first)), at(bound(first + width)), at(bound(first + 2 * width)),
                         less);
    });
  }
}

}  // namespace galena::detail
