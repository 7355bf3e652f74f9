// error: no match for 'operator==' | invalid operands to binary expression
#include "galena/base/id.hpp"

int main() {
  const galena::UserId owner("u1");
#ifdef GALENA_BROKEN
  const galena::QueueId other("u1");
#else
  const galena::UserId other("u1");
#endif
  return owner == other ? 0 : 1;
}
