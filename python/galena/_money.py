"""Amounts of money: an exact decimal and a currency."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class Money(NamedTuple):
    """An amount in a currency (ISO 4217).

    >>> galena.Money(Decimal("12.50"), "EUR")
    Money(amount=Decimal('12.50'), currency='EUR')
    """

    amount: Decimal
    currency: str

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"
