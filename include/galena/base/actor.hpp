// Actor: who asks. The host authenticates; every changing call takes one.
//
//   galena::Actor actor{.user = galena::UserId("u1"), .roles = {"rep"}};
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "galena/base/id.hpp"

namespace galena {

struct Actor {
  UserId user = {};
  std::vector<std::string> roles = {};
  PartnerId partner = {};  ///< empty: a user of the vendor itself

  [[nodiscard]] bool has_role(std::string_view role) const {
    return std::find(roles.begin(), roles.end(), role) != roles.end();
  }
  friend bool operator==(const Actor&, const Actor&) = default;
};

}  // namespace galena
