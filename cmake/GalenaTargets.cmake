# What all compiled targets of the project have in common.

# galena_room_sources(<out> <folder> <suffix>): the files of every room <folder>/<room> that end so.
# Found by pattern, so that a new file needs no change here; a room without files is fine.
function(galena_room_sources out folder suffix)
  set(found)
  foreach(room IN LISTS GALENA_ROOMS)
    file(GLOB_RECURSE room_files CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/${folder}/${room}/*${suffix}")
    list(APPEND found ${room_files})
  endforeach()
  set(${out} "${found}" PARENT_SCOPE)
endfunction()

# galena_developer_warnings(<target>): many warnings, as errors, only for those who work on the
# project (the presets switch GALENA_DEVELOPER on). Code outside the library (tests, examples,
# benchmarks) does without the conversion warnings.
function(galena_developer_warnings target)
  if(NOT GALENA_DEVELOPER)
    return()
  endif()
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Werror)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # These guess from the optimiser's view and are wrong about std::string and std::optional in
    # g++ 12, the more so under sanitizers: said, but not fatal.
    target_compile_options(
      ${target}
      PRIVATE -Wno-error=maybe-uninitialized -Wno-error=array-bounds -Wno-error=stringop-overflow
              -Wno-error=stringop-overread -Wno-error=free-nonheap-object
              $<$<COMPILE_LANGUAGE:CXX>:-Wno-restrict>)
  endif()
endfunction()

# galena_compiled_target(<target>): a library of the project. Position independent, symbols hidden,
# and no fused multiply-add, which would make sums differ between machines.
function(galena_compiled_target target)
  set_target_properties(
    ${target}
    PROPERTIES POSITION_INDEPENDENT_CODE ON
               C_VISIBILITY_PRESET hidden
               CXX_VISIBILITY_PRESET hidden
               VISIBILITY_INLINES_HIDDEN ON
               CXX_EXTENSIONS OFF
               C_EXTENSIONS OFF)
  target_compile_options(${target} PRIVATE -ffp-contract=off)
  galena_developer_warnings(${target})
  if(GALENA_DEVELOPER)
    target_compile_options(${target} PRIVATE -Wconversion -Wno-sign-conversion)
  endif()
endfunction()

# galena_program(<target>): a program beside the library: test, example, benchmark.
function(galena_program target)
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF C_EXTENSIONS OFF)
  target_compile_options(${target} PRIVATE -ffp-contract=off)
  galena_developer_warnings(${target})
endfunction()
