# Third-party libraries of galena::galena; none of them shows in a public header.
#
# GALENA_PRIVATE_LIBRARIES     linked; whoever links galena::galena needs them (galena-config.cmake)
# GALENA_BUILD_ONLY_LIBRARIES  headers only; needed to build galena, not to use it
find_package(Threads REQUIRED)
find_package(absl REQUIRED)
find_package(utf8proc REQUIRED)
find_package(Boost 1.75 REQUIRED)

set(GALENA_PRIVATE_LIBRARIES
    absl::btree
    absl::flat_hash_map
    absl::flat_hash_set
    absl::hash
    absl::inlined_vector
    absl::int128
    absl::span
    absl::str_format
    absl::strings
    absl::time
    utf8proc::utf8proc
    Threads::Threads)
set(GALENA_BUILD_ONLY_LIBRARIES Boost::headers)

# Highway: its headers alone, for the vector kernels of src/match/kernels. The library beside them is
# neither linked nor needed at run time (lanes.cc says why), and so its CMake package is not used.
find_path(GALENA_HIGHWAY_INCLUDE_DIR hwy/highway.h REQUIRED)
mark_as_advanced(GALENA_HIGHWAY_INCLUDE_DIR)
add_library(galena_highway_headers INTERFACE)
target_include_directories(galena_highway_headers SYSTEM
                           INTERFACE "${GALENA_HIGHWAY_INCLUDE_DIR}")
list(APPEND GALENA_BUILD_ONLY_LIBRARIES galena_highway_headers)
