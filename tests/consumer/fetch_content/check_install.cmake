# Run as a script: cmake -DBUILD=<build folder> -P check_install.cmake
# Installs the project and fails unless its own program is all there is.
file(REMOVE_RECURSE "${BUILD}/prefix")
execute_process(COMMAND "${CMAKE_COMMAND}" -E env --unset=DESTDIR "${CMAKE_COMMAND}" --install
                        "${BUILD}" --prefix "${BUILD}/prefix" OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
file(GLOB_RECURSE installed RELATIVE "${BUILD}/prefix" "${BUILD}/prefix/*")
if(NOT installed STREQUAL "bin/main")
  message(FATAL_ERROR "expected bin/main alone to be installed, found ${installed}")
endif()
