"""Who asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable


@dataclass(frozen=True)
class Actor:
    """A user, the roles that the host has authenticated, and the partner the user works for.

    >>> galena.Actor("u1", roles=["rep"])
    Actor(user='u1', roles=('rep',), partner=None)
    """

    user: str
    roles: tuple[str, ...] = ()
    partner: str | None = None

    def __init__(
        self, user: str, roles: Iterable[str] = (), partner: str | None = None
    ) -> None:
        if not isinstance(user, str):
            raise TypeError(f"user must be str, not {type(user).__name__}")
        if isinstance(roles, str):
            raise TypeError("roles must be a list of str, not one str")
        object.__setattr__(self, "user", user)
        object.__setattr__(self, "roles", tuple(roles))
        object.__setattr__(self, "partner", partner)
