// A host that builds its definitions in C++ needs the headers and no library.
#include <galena/galena.hpp>

int main() { return 0; }
