# What a project may expect of a part of it: that it changes nothing outside itself.
set(settings
    CMAKE_CXX_FLAGS CMAKE_C_FLAGS CMAKE_CXX_STANDARD CMAKE_CXX_EXTENSIONS CMAKE_MODULE_PATH
    CMAKE_POSITION_INDEPENDENT_CODE CMAKE_CXX_VISIBILITY_PRESET CMAKE_EXE_LINKER_FLAGS
    CMAKE_INTERPROCEDURAL_OPTIMIZATION CMAKE_BUILD_TYPE CMAKE_RUNTIME_OUTPUT_DIRECTORY
    CMAKE_LIBRARY_OUTPUT_DIRECTORY CMAKE_ARCHIVE_OUTPUT_DIRECTORY CMAKE_CXX_COMPILER_LAUNCHER
    BUILD_SHARED_LIBS BUILD_TESTING)
set(directory_settings COMPILE_OPTIONS COMPILE_DEFINITIONS INCLUDE_DIRECTORIES LINK_OPTIONS
                       LINK_LIBRARIES TESTS)

function(read_settings out)
  set(all)
  foreach(name IN LISTS settings)
    string(APPEND all "${name}=${${name}}\n")
  endforeach()
  foreach(name IN LISTS directory_settings)
    get_directory_property(value DIRECTORY "${CMAKE_SOURCE_DIR}" ${name})
    string(APPEND all "${name}=${value}\n")
  endforeach()
  set(${out} "${all}" PARENT_SCOPE)
endfunction()

macro(remember_settings)
  read_settings(settings_before)
endmacro()

function(expect_same_settings)
  read_settings(settings_after)
  if(NOT settings_after STREQUAL settings_before)
    message(FATAL_ERROR "settings of this project were\n${settings_before}\nand are\n"
                        "${settings_after}")
  endif()
endfunction()

# targets_below(<out> <folder>): the targets of that folder of the source tree and those in it.
function(targets_below out folder)
  get_property(found DIRECTORY "${folder}" PROPERTY BUILDSYSTEM_TARGETS)
  get_property(inner DIRECTORY "${folder}" PROPERTY SUBDIRECTORIES)
  foreach(each IN LISTS inner)
    targets_below(more "${each}")
    list(APPEND found ${more})
  endforeach()
  set(${out} "${found}" PARENT_SCOPE)
endfunction()

# expect_targets(<folder> <target>...): these and no other: no tests, examples or benchmarks.
function(expect_targets folder)
  targets_below(found "${folder}")
  set(wanted ${ARGN})
  list(SORT found)
  list(SORT wanted)
  if(NOT found STREQUAL wanted)
    message(FATAL_ERROR "expected the targets ${wanted}, found ${found}")
  endif()
endfunction()

# expect_not_built_unasked(<target>...): they are built when something links them, or by name.
function(expect_not_built_unasked)
  foreach(target IN LISTS ARGN)
    get_target_property(excluded ${target} EXCLUDE_FROM_ALL)
    if(NOT excluded)
      message(FATAL_ERROR "${target} is built though nobody asked for it")
    endif()
  endforeach()
endfunction()

# expect_no_options(<target>...): whoever links them compiles and links with the options that they
# chose.
function(expect_no_options)
  foreach(target IN LISTS ARGN)
    foreach(property IN ITEMS INTERFACE_COMPILE_OPTIONS INTERFACE_COMPILE_DEFINITIONS
                              INTERFACE_LINK_OPTIONS)
      get_target_property(value ${target} ${property})
      if(value)
        message(FATAL_ERROR "${target} has ${property}: ${value}")
      endif()
    endforeach()
  endforeach()
endfunction()
