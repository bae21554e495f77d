"""What else the record tells: each part of the pot, how confident we felt, and the checks on our scores."""

from __future__ import annotations

from msgspec import Struct

from ...budget import WHOLE, Pot, pots
from ...money import money
from ...state import State
from ...wording import say
from ..confidence import confidence_bars, then_and_now
from ..shapes import RoundBars
from ..sheet_checks import checks_sheet


class StrandRow(Struct, frozen=True):
    """One part of the pot: its money, what was given from it and what is left, and how many awards that is."""

    title: str
    money: str
    given: str
    left: str
    awards: str


class Besides(Struct, frozen=True):
    """The rest of the story; each of these is empty where there is nothing to tell."""

    strands: tuple[StrandRow, ...]
    confidence: tuple[RoundBars, ...]
    then_and_now: str
    checks: tuple[tuple[str, str], ...]


def besides(state: State) -> Besides:
    """Tell it. Parts of the pot only once the list is confirmed, checks once the day is done with."""
    divided = state.confirmed and bool(state.model.strands)
    done = state.confirmed or state.ended
    return Besides(
        strands=tuple(_strand(state, pot) for pot in pots(state)) if divided else (),
        confidence=confidence_bars(state),
        then_and_now=then_and_now(state),
        checks=tuple(checks_sheet(state).told) if done else (),
    )


def _strand(state: State, pot: Pot) -> StrandRow:
    currency, n = state.model.currency, len(pot.funded)
    expected = pot.expected
    return StrandRow(
        title=say("exports.story.strands.whole") if pot.key == WHOLE else pot.title,
        money=money(pot.money, currency),
        given=money(pot.spent, currency),
        left=money(pot.money - pot.spent, currency),
        awards=str(n) if expected is None else say("exports.story.strands.expected", n=n, expected=expected),
    )
