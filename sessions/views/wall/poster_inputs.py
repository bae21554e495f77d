"""What posters need beside the state: the box, what lies over the list, who may come back, acts by hand."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from sessions.model.answers import PaperWay
from sessions.model.phases import Phase
from sessions.model.session import StepKind
from sessions.model.text import money
from sessions.results.what_if import Supposed
from sessions.state import Intervention, State
from sessions.views.changes import changed_words, is_change
from sessions.views.frame import clock
from sessions.views.wall.list_rows import Act
from sessions.wording import say, say_many
from sessions.wording.exports import EXPORTS


class Laid(Struct, frozen=True):
    """Kept in memory only. `sheet` names what lies over the list; `supposed` is what it supposes, if anything."""

    pot: int = 0
    sheet: str = ""
    supposed: Supposed | None = None


class InBox(Struct, frozen=True):
    """Counts, and the seats whose ballots are waited for; never a choice.

    `found` counts what was in the box when the laptop came back, `on_paper` the seats that vote by slip.
    """

    ballots: int = 0
    found: int = 0
    awaited: tuple[int, ...] = ()
    on_paper: int = 0
    shut: bool = False
    way: PaperWay | None = None  # where fewer than five were on paper: how this ballot is held


def back_in(state: State) -> tuple[int, ...]:
    """Return the seats that were out until the present line began, or the break before it, and are not out of it too.

    While there is a break there is nothing to come back to.
    """
    began = _since(state)
    if began is None or state.plan.phase is Phase.BREAK:
        return ()
    back = (
        one.seat for one in state.conflicts.values() if one.came_back is not None and one.came_back >= began
    )
    out = {seat for seat, ref in state.conflicts if ref == state.application}
    return tuple(seat for seat in back if seat not in out and state.seats[seat].here)


def _since(state: State) -> dt.datetime | None:
    """Say when the present line began; where breaks of the agenda came right before it, when the first did."""
    began = state.plan.began
    here = state.step.key if state.step else ""
    for timing in reversed(state.timings):
        if timing.step == here:
            continue
        if timing.step not in _breaks(state):
            break
        began = timing.started
    return began


def _breaks(state: State) -> frozenset[str]:
    return frozenset(step.key for step in state.steps if step.kind is StepKind.BREAK)


def may_come_back(state: State) -> str:
    """Say how many may come back, never who; nothing where nobody was out."""
    n = len(back_in(state))
    return say_many("steering.come-back", n) if n else ""


def did(state: State, one: Intervention) -> str:
    """Say what was done."""
    if is_change(one.what):
        return changed_words(state.model.currency, one)
    key = f"exports.story.did.{one.what}"
    return say(key) if key in EXPORTS else one.what.replace("-", " ")


# What members did themselves, what the panel moved, agreed or confirmed, and what a laptop that stopped left behind.
_NOT_THE_FACILITATORS = frozenset(
    {
        *("late-conflict", "conflict-taken-back", "member-left"),
        *("placed", "paper-hand-round", "paper-everyone", "paper-two-see", "by-talking", "money-moved"),
        *("ballots-unread", "against-rule"),
    }
)


def stepped_in(state: State) -> int:
    """Count what the facilitator did of their own."""
    return sum(map(of_the_facilitator, state.interventions))


def of_the_facilitator(one: Intervention) -> bool:
    """Whether the facilitator did it, of their own."""
    return one.what not in _NOT_THE_FACILITATORS


def acts(state: State) -> tuple[Act, ...]:
    """List every act, in the order it was done."""
    return tuple(_act(state, one) for one in state.interventions)


def _act(state: State, one: Intervention) -> Act:
    about = state.model.called(one.application) if one.application else ""
    return Act(clock(one.at), did(state, one), about, why_said(state, one))


def why_said(state: State, one: Intervention) -> str:
    """Say why it was done, in the words that were given; of money moved over, how much and from where."""
    if one.amount is not None:
        strands = {strand.key: strand.title for strand in state.model.strands}
        amount = money(one.amount, state.model.currency)
        return say("exports.moved", amount=amount, strand=strands.get(one.strand, one.strand))
    return "" if one.what == "undone" else one.why  # there it names a step, in the program's own words
