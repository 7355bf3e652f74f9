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

namespace galena::match {

/// Calls work(i) for i = 0 .. count - 1 on up to `threads` threads, the caller's among them. The
/// first exception is thrown again when all threads are done.
template <class Work>
void parallel_for(std::size_t count, unsigned threads, Work work) {
  const std::size_t used = std::min<std::size_t>(std::max(1U, threads), count);
  if (used <= 1) {
    for (std::size_t i = 0; i < count; ++i) work(i);
    return;
  }
  std::atomic<std::size_t> next{0};
  std::exception_ptr failure;
  std::mutex failure_lock;
  const auto run = [&] {
    try {
      for (std::size_t i = next++; i < count; i = next++) work(i);
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

}  // namespace galena::match
