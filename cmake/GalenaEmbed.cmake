# galena_embed(<out> <folder> <pattern>): a source file, written during the build, that holds every
# file of <folder> matching <pattern> as bytes. src/detail/embedded.hpp is the way to read them.
function(galena_embed out folder pattern)
  set(source "${CMAKE_CURRENT_BINARY_DIR}/generated/embedded.cc")
  file(GLOB_RECURSE files RELATIVE "${folder}" CONFIGURE_DEPENDS "${folder}/${pattern}")
  list(SORT files)
  set(depends ${files})
  list(TRANSFORM depends PREPEND "${folder}/")
  # The list goes through a file that changes only with the set of names, so that removing a file
  # also writes the source anew.
  set(list_file "${CMAKE_CURRENT_BINARY_DIR}/generated/embedded.txt")
  list(JOIN files "\n" text)
  file(CONFIGURE OUTPUT "${list_file}" CONTENT "${text}\n" @ONLY)
  set(script "${PROJECT_SOURCE_DIR}/cmake/embed.cmake")
  add_custom_command(
    OUTPUT "${source}"
    COMMAND ${CMAKE_COMMAND} "-DFOLDER=${folder}" "-DLIST=${list_file}" "-DOUTPUT=${source}" -P
            "${script}"
    DEPENDS ${depends} "${list_file}" "${script}"
    COMMENT "Embedding the shipped definitions"
    VERBATIM)
  set(${out} "${source}" PARENT_SCOPE)
endfunction()
