"""What every sheet begins with."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from ..money import money
from ..scoring import round_half_up
from ..state import State
from ..wording import say
from . import posters as p

_NO_FRAME = p.Frame("", "")  # the wall's own bands take its place
NOTHING = "–"


def blank(kind: str, heading: str, *lead: str, foot: str = "dividing.sheet.back") -> p.Sheet:
    """Begin a sheet; `foot` is the key of how it is put away."""
    return p.Sheet(_NO_FRAME, kind, heading, lead, foot=say(foot))


def exact_money(state: State, amount: Fraction) -> str:
    """Say an exact amount, to the penny; in whole units where it is large."""
    return money(Decimal(round_half_up(amount, 0 if amount >= 1000 else 2)), state.model.currency)
