# Run as a script: cmake -DPROGRAM=<program> -DEXPECTED=<file> -P check_output.cmake
# Fails unless the program ends well and prints exactly the text of the file.
execute_process(COMMAND "${PROGRAM}" OUTPUT_VARIABLE printed RESULT_VARIABLE status)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "${PROGRAM} ended with ${status}; it printed:\n${printed}")
endif()
file(READ "${EXPECTED}" expected)
if(NOT printed STREQUAL expected)
  message(FATAL_ERROR "Output differs from ${EXPECTED}.\nExpected:\n${expected}\nPrinted:\n${printed}")
endif()
