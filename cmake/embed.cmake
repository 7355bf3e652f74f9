# Run as a script: cmake -DFOLDER=<dir> -DLIST=<file of names> -DOUTPUT=<source> -P embed.cmake
# Writes byte arrays, not string literals: those have a length limit and a need for escapes.
file(STRINGS "${LIST}" names)

set(arrays "")
set(entries "")
set(count 0)
foreach(name IN LISTS names)
  file(READ "${FOLDER}/${name}" bytes HEX)
  string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${bytes}")
  string(REGEX REPLACE "(('[^']*',)('[^']*',)('[^']*',)('[^']*',)('[^']*',)('[^']*',)('[^']*',)('[^']*',))" "\\1\n" bytes "${bytes}")
  string(APPEND arrays "// ${name}\nconstexpr char kFile${count}[] = {\n${bytes}'\\0'};\n")
  string(APPEND entries
         "    EmbeddedFile{\"${name}\", {kFile${count}, sizeof(kFile${count}) - 1}},\n")
  math(EXPR count "${count} + 1")
endforeach()

file(WRITE "${OUTPUT}" "\
// Written by cmake/embed.cmake from the files of data/; sorted by path.
#include \"detail/embedded.hpp\"

#include <array>

namespace galena::detail {
namespace {

${arrays}
constexpr std::array<EmbeddedFile, ${count}> kFiles{
${entries}};

}  // namespace

std::span<const EmbeddedFile> embedded_files() { return kFiles; }

}  // namespace galena::detail
")
