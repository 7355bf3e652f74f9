"""The schemas that come with galena.

>>> galena.schemas.lead().entity
'lead'
"""

from __future__ import annotations

from galena import _galena
from galena._schema import Schema

__all__ = [
    "account",
    "campaign",
    "contact",
    "lead",
    "names",
    "opportunity",
    "partner",
    "registration",
    "standard",
]


def standard(entity: str) -> Schema:
    """The shipped schema of an entity; NotFound for another name."""
    return Schema(_galena.Schema.standard(entity))


def names() -> list[str]:
    """The entities that have a shipped schema."""
    return _galena.Schema.standard_names()


def lead() -> Schema:
    """Unqualified prospects."""
    return standard("lead")


def contact() -> Schema:
    """Persons."""
    return standard("contact")


def account() -> Schema:
    """Companies."""
    return standard("account")


def opportunity() -> Schema:
    """Potential sales."""
    return standard("opportunity")


def campaign() -> Schema:
    """Campaigns."""
    return standard("campaign")


def partner() -> Schema:
    """Indirect sellers."""
    return standard("partner")


def registration() -> Schema:
    """Partners' claims on deals."""
    return standard("registration")
