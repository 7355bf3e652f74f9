# Use ccache when the machine has it and nobody chose a launcher.
find_program(GALENA_CCACHE ccache)
mark_as_advanced(GALENA_CCACHE)
foreach(language IN ITEMS C CXX)
  if(GALENA_CCACHE AND NOT DEFINED CMAKE_${language}_COMPILER_LAUNCHER)
    # No hash of the working folder: the builds of the presets, of pip and of the consumer tests
    # compile the same sources and may answer for each other.
    set(CMAKE_${language}_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_NOHASHDIR=1
                                            ${GALENA_CCACHE})
  endif()
endforeach()
