# Use ccache when the machine has it and nobody chose a launcher. The builds of the presets, of pip
# and of the consumer tests compile the same sources and are to answer for each other, so what
# depends on the build folder alone, or on the locale (ctest changes it), stays out of the key.
# Sources with a precompiled header are cached only if ccache may leave out the header's macros and
# the time (ccache's manual, "Precompiled headers"); clang must write no time into it.
find_program(GALENA_CCACHE ccache)
mark_as_advanced(GALENA_CCACHE)
foreach(language IN ITEMS C CXX)
  if(GALENA_CCACHE AND NOT DEFINED CMAKE_${language}_COMPILER_LAUNCHER)
    set(CMAKE_${language}_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_NOHASHDIR=1
                                            CCACHE_SLOPPINESS=locale,pch_defines,time_macros
                                            ${GALENA_CCACHE})
    if(CMAKE_${language}_COMPILER_ID MATCHES "GNU|Clang")
      # CMake also gives -MT with the object's path, which is part of ccache's key; the compiler
      # writes the same path without being told.
      set(CMAKE_DEPFILE_FLAGS_${language} "-MD -MF <DEP_FILE>")
    endif()
    if(CMAKE_${language}_COMPILER_ID STREQUAL "Clang")
      string(APPEND CMAKE_${language}_FLAGS " -Xclang -fno-pch-timestamp")
    endif()
  endif()
endforeach()
