"""The checks in words; their numbers are in the export."""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from ..checks import Checks, OrderEffect, checks
from ..state import State
from ..wording import say, say_many
from . import posters as p
from .sheet_blank import blank

_RELIABLE, _TENTATIVE = Fraction(4, 5), Fraction(2, 3)  # Krippendorff, Content Analysis, 2004, chapter 11
_EVEN = Fraction(1, 5)  # of all pairs: less than this between the two directions is as good as even
_NAMED = 4  # applications named in one sentence


def checks_sheet(state: State) -> p.Sheet:
    """Say what each check found."""
    found = checks(state)
    told = (
        (say("dividing.checks.agreement"), _agreement(found)),
        (say("dividing.checks.marking"), _marking(state, found)),
        (say("dividing.checks.disagreed"), _disagreed(state, found)),
        (say("dividing.checks.order"), _order(found.order)),
    )
    return replace(blank("checks", say("dividing.checks.heading"), say("dividing.checks.lead")), told=told)


def _agreement(found: Checks) -> str:
    alpha = found.alpha_interval
    if alpha is None:
        return say("dividing.checks.too-little")
    how = "high" if alpha >= _RELIABLE else "middle" if alpha >= _TENTATIVE else "low"
    return say(f"dividing.checks.agreement-{how}")


def _marking(state: State, found: Checks) -> str:
    if found.fitted is None:
        return say("dividing.checks.too-little")
    if not found.moved:
        return say("dividing.checks.marking-none")
    named = [
        say("dividing.checks.moved", title=_title(state, one.ref), rank=one.rank, fitted=one.fitted)
        for one in found.moved[:_NAMED]
    ]
    return _with_more("dividing.checks.marking-moved", named, len(found.moved))


def _disagreed(state: State, found: Checks) -> str:
    if not found.applications:
        return say("dividing.checks.too-little")
    if not found.disagreed:
        return say("dividing.checks.disagreed-none")
    named = [_title(state, ref) for ref, _ in found.disagreed[:_NAMED]]
    return _with_more("dividing.checks.disagreed-most", named, len(found.disagreed))


def _with_more(key: str, named: list[str], n: int) -> str:
    """Name some, and count the others."""
    said = say(key, named="; ".join(named))
    return f"{said} {say_many('dividing.checks.more', n - len(named))}" if n > len(named) else said


def _order(effect: OrderEffect | None) -> str:
    if effect is None:
        return say("dividing.checks.too-little")
    leaning = effect.later_higher - effect.later_lower
    how = "even" if abs(leaning) < _EVEN * effect.pairs else "later" if leaning > 0 else "earlier"
    counted = say(
        "dividing.checks.pairs", pairs=effect.pairs, higher=effect.later_higher, lower=effect.later_lower
    )
    return f"{say(f'dividing.checks.order-{how}')} {counted}"


def _title(state: State, ref: str) -> str:
    return state.model.application(ref).title
