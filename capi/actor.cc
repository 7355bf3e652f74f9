// Actors of the C API.
#include "guard.hpp"
#include "handles.hpp"

using namespace galena::capi;

extern "C" {

galena_status galena_actor_create(const char* user, size_t user_size, const char* partner,
                                  size_t partner_size, galena_actor** actor,
                                  galena_error** error) noexcept {
  clear(actor);
  return guarded(error, [&] {
    galena::Actor made;
    made.user = galena::UserId(std::string(text(user, user_size, "user")));
    made.partner = galena::PartnerId(std::string(text(partner, partner_size, "partner")));
    if (made.user.empty()) refuse_argument("missing_user", "user", "an actor needs a user");
    need(actor, "actor");
    *actor = new galena_actor{std::move(made)};
  });
}

galena_status galena_actor_add_role(galena_actor* actor, const char* role, size_t role_size,
                                    galena_error** error) noexcept {
  return guarded(error, [&] {
    need(actor, "actor").actor.roles.emplace_back(text(role, role_size, "role"));
  });
}

void galena_actor_free(galena_actor* actor) noexcept { delete actor; }

}  // extern "C"
