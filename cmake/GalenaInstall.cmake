# Install and export. One export set per component, so that who wants the C library or the headers
# alone needs none of the libraries that galena::galena links.
include(CMakePackageConfigHelpers)
set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/galena")

# galena_install_component(<component> <target>): the library, and the file that describes it.
function(galena_install_component component target)
  install(
    TARGETS ${target}
    EXPORT galena-${component}
    RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}"
    LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}"
    ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}")
  install(
    EXPORT galena-${component}
    NAMESPACE galena::
    DESTINATION "${package_dir}"
    FILE galena-${component}-targets.cmake)
endfunction()

galena_install_component(headers galena_headers)
galena_install_component(galena galena_galena)
install(DIRECTORY include/galena DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}"
        FILES_MATCHING PATTERN "*.hpp")

if(TARGET galena_c)
  galena_install_component(c galena_c)
  install(FILES capi/galena.h DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
endif()
if(TARGET galena_command)
  install(TARGETS galena_command RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
endif()

configure_package_config_file(
  cmake/galena-config.cmake.in "${CMAKE_CURRENT_BINARY_DIR}/galena-config.cmake"
  INSTALL_DESTINATION "${package_dir}")
# Before 1.0 a minor version may change the interface.
write_basic_package_version_file(
  "${CMAKE_CURRENT_BINARY_DIR}/galena-config-version.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/galena-config.cmake"
              "${CMAKE_CURRENT_BINARY_DIR}/galena-config-version.cmake"
              cmake/Findutf8proc.cmake DESTINATION "${package_dir}")
