#include "match/id_order.hpp"

namespace galena::match {

bool stands_before(const ValueView& a, const ValueView& b) {
  if (a.is_blank() || b.is_blank()) return !a.is_blank() && b.is_blank();
  if (a.kind() != b.kind()) return a.kind() < b.kind();
  switch (a.kind()) {
    case ValueKind::text:
      return a.text() < b.text();
    case ValueKind::number:
      return a.number() < b.number();
    case ValueKind::decimal:
    case ValueKind::money:
      return a.decimal() < b.decimal();
    default:
      return a.integer() < b.integer();
  }
}

}  // namespace galena::match
