"""A member's own day, for that member alone: what I gave, my receipts, my pattern. Nothing of ballots, ever."""

from __future__ import annotations

from collections.abc import Mapping

from sessions.methods.scoring import heads_in_bands, unit
from sessions.model.answers import Kind
from sessions.model.phases import Phase
from sessions.model.session import Application
from sessions.state import State, scores_of
from sessions.views.influence import how_it_was_shaped
from sessions.views.phone import pages as p
from sessions.views.phone.scoring import said
from sessions.views.wall.application import decision_words
from sessions.wording import say

FEWEST_FOR_A_PATTERN = 6  # scores; of fewer, any pattern is chance
_STILL_OPEN = frozenset({Phase.INTRODUCE, Phase.READ, Phase.SCORE})
_AT_THE_END = frozenset({Phase.CLOSING, Phase.THANKS})


def my_day(state: State, seat: int, receipts: Mapping[str, str]) -> p.MyDay:
    """Show what this seat gave, of applications whose scoring has closed or where it has handed in."""
    given = [one for one in state.model.every_application if _shown(state, seat, one.ref)]
    over = state.ended or state.plan.phase in _AT_THE_END
    return p.MyDay(
        language=state.model.language,
        seat=seat,
        position=state.plan.position,
        pattern=_pattern(state, seat, given),
        given=tuple(
            p.Given(
                title=state.model.called(one.ref),
                answers=said(state, seat, one.ref),
                receipt=receipts.get(one.ref, ""),
                aside=_aside(state, seat, one.ref),
                decided=_decided(state, one.ref) if over else "",
            )
            for one in given
        ),
        shaped=how_it_was_shaped(state) if over else None,
        confirmed=state.confirmed,
    )


def _shown(state: State, seat: int, ref: str) -> bool:
    scoring = scores_of(state, ref)
    if not scoring.cells.get(seat):
        return False
    still_open = state.application == ref and state.plan.phase in _STILL_OPEN
    return seat in scoring.handed_in or not still_open


def _aside(state: State, seat: int, ref: str) -> str:
    """Say why what this seat gave does not count; nothing where it does."""
    if state.model.set_aside(ref) is not None:
        return say("phone.mine-gone")
    return say("phone.mine-aside") if seat in scores_of(state, ref).aside else ""


def _decided(state: State, ref: str) -> str:
    """Say what we decided, or wrote down; nothing of one that was taken out, on which we decided nothing."""
    return decision_words(state, ref) if ref in state.plan.decisions else ""


def _pattern(state: State, seat: int, given: list[Application]) -> str:
    """Say in one sentence which part of the scale more than half of the scores fall in. Others are not looked at."""
    criteria = {criterion.key: criterion for criterion in state.model.criteria}
    us = [
        unit(cell.answer.value, criteria[key].scale)
        for one in given
        for key, cell in scores_of(state, one.ref).cells[seat].items()
        if cell.answer.kind is Kind.SCORE and cell.answer.value is not None
    ]
    if len(us) < FEWEST_FOR_A_PATTERN:
        return ""
    bands = heads_in_bands(us)
    for name, heads in zip(("low", "middle", "high"), bands, strict=True):
        if 2 * heads > len(us):
            return say(f"views.mine.pattern-{name}")
    return say(f"views.mine.pattern-{'spread' if all(bands) else 'two'}")
