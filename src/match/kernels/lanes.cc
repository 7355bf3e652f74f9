// The vector kernels, once for each instruction set (Highway), and the choice between them.
//
// Highway's own dispatch lives in a shared library that times the processor when it is loaded; the
// few lines at the end do without it, so that Highway is needed to build and not to run.
#undef HWY_DISABLED_TARGETS
// Vectors of a size unknown at compile time cannot be kept in arrays; SSSE3 alone is rarer than
// what it would save.
#define HWY_DISABLED_TARGETS (HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128 | HWY_RVV | HWY_SSSE3)
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "match/kernels/lanes.cc"
#include <hwy/foreach_target.h>
//
#include <hwy/highway.h>

#include "match/kernels/lanes-inl.hpp"
#include "match/kernels/lanes_jaro-inl.hpp"

#if HWY_ONCE

#include "match/kernels/lanes_plain.hpp"

#if HWY_ARCH_X86
#include <cpuid.h>
#endif

namespace galena::match::kernels {

namespace {

#if HWY_ARCH_X86
// Every feature that the compiler was allowed to use for a target is asked for, not the best known
// one alone: a virtual machine may hide any of them.
bool has_sse4() {
  __builtin_cpu_init();  // for callers that run before main()
  return __builtin_cpu_supports("ssse3") && __builtin_cpu_supports("sse4.1") &&
         __builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("pclmul") &&
         __builtin_cpu_supports("aes");
}
bool has_f16c() {
  unsigned a = 0;
  unsigned b = 0;
  unsigned c = 0;
  unsigned d = 0;
  return __get_cpuid(1, &a, &b, &c, &d) != 0 && (c & bit_F16C) != 0;
}
bool has_avx2() {
  return has_sse4() && __builtin_cpu_supports("avx") && __builtin_cpu_supports("avx2") &&
         __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2") &&
         __builtin_cpu_supports("fma") && has_f16c();
}
bool has_avx3() {
  return has_avx2() && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
         __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw");
}
#endif

bool always() { return true; }

#define GALENA_LANE_KERNELS(space, name, supported) \
  { name, supported, &space::levenshtein, &space::osa, &space::indel, &space::jaro }

constexpr LaneKernels kKernels[] = {
#if HWY_TARGETS & HWY_AVX3
    GALENA_LANE_KERNELS(N_AVX3, "avx3", has_avx3),
#endif
#if HWY_TARGETS & HWY_AVX2
    GALENA_LANE_KERNELS(N_AVX2, "avx2", has_avx2),
#endif
#if HWY_TARGETS & HWY_SSE4
    GALENA_LANE_KERNELS(N_SSE4, "sse4", has_sse4),
#endif
#if HWY_STATIC_TARGET == HWY_NEON
    GALENA_LANE_KERNELS(N_NEON, "neon", always),
#endif
    {"plain", always, &plain::edit<false>, &plain::edit<true>, &plain::indel, &plain::jaro},
};

const LaneKernels& pick() {
  for (const LaneKernels& kernels : kKernels) {
    if (kernels.supported()) return kernels;
  }
  return kKernels[std::size(kKernels) - 1];
}

}  // namespace

std::span<const LaneKernels> all_lane_kernels() { return kKernels; }

const LaneKernels& lane_kernels() {
  static const LaneKernels& kBest = pick();
  return kBest;
}

}  // namespace galena::match::kernels

#endif  // HWY_ONCE
