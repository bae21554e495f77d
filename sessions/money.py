"""Money as people read it: "£148,900", and pence only where there are some."""

from __future__ import annotations

from decimal import Decimal

_SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}


def money(amount: Decimal, currency: str = "GBP") -> str:
    """Say an amount with its currency's sign, or its code where we know no sign."""
    plain = f"{abs(amount):,.0f}" if amount == amount.to_integral_value() else f"{abs(amount):,.2f}"
    sign = _SIGNS.get(currency, f"{currency} ")
    return f"{'−' if amount < 0 else ''}{sign}{plain}"
