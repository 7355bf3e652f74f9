// prefetch: asks for memory that will soon be read.
#pragma once

namespace galena::detail {

inline void prefetch(const void* address) {
  __builtin_prefetch(address);
  // GCC 12 takes functions that do nothing but prefetch for pure, and leaves out their calls.
  __asm__ volatile("");
}

}  // namespace galena::detail
