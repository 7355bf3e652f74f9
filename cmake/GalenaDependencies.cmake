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
