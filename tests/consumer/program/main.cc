// Uses something that is compiled into the library, so that linking it is tried too.
#include <galena/galena.hpp>

int main() { return 0; }
