#include <galena.h>

#include <stdio.h>

int main(void) {
  if (galena_abi_version() != GALENA_ABI_VERSION) {
    fprintf(stderr, "library and header differ\n");
    return 1;
  }
  printf("galena %s, ABI %u\n", galena_version_string(), (unsigned)galena_abi_version());
  return 0;
}
