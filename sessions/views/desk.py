"""What the facilitator alone sees. Never a value a member gave, never an order in which people did something."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from enum import StrEnum

from msgspec import Struct

from ..ahead import ahead
from ..model import Step
from ..pace import MINUTE, planned_start, step_ends
from ..phases import Phase
from ..state import Seat, State, scores_of
from ..wording import say, say_many
from .box import InBox
from .choices import Choices
from .desk_logs import ActLine, NoteLine, acts, notes
from .frame import clock, countdown, frame
from .naming import step_name
from .posters import Countdown

NOBODY: frozenset[int] = frozenset()


class SeatIs(StrEnum):
    """How a seat stands just now."""

    FREE = "free"
    HERE = "here"
    ASLEEP = "asleep"  # its phone has gone quiet; the next touch wakes it
    DONE = "done"
    OUT = "out"
    LATER = "later"  # here, but what is open was frozen without it
    HOME = "home"


class DeskSeat(Struct, frozen=True):
    """One seat: how it stands, and whether it takes part on paper or by the device that goes round."""

    seat: int
    label: str
    stands: SeatIs
    paper: bool = False
    handed_round: bool = False


class DeskLine(Struct, frozen=True):
    """A line of the agenda: planned and expected times as people say them, and where it stands."""

    words: str
    planned: str
    expected: str
    here: bool
    past: bool
    left_out: bool


class Beside(Struct, frozen=True):
    """What the desk may know that is not in the history. `voted` names seats whose ballot is in, never a ballot."""

    awake: frozenset[int] = NOBODY
    voted: frozenset[int] = NOBODY
    box: InBox = InBox()
    signals: Mapping[str, int] = {}
    address: str = ""
    code: str = ""
    wrong_codes: int = 0


class DeskView(Struct, frozen=True):
    """The desk at one moment. `language` and `wording` are what its own words are to be said in."""

    position: str
    language: str
    wording: tuple[tuple[str, str], ...]
    title: str
    heading: str
    corner: str
    now: str
    next: str
    time: Countdown
    open: str
    pace: tuple[str, ...]
    agenda: tuple[DeskLine, ...]
    seats: tuple[DeskSeat, ...]
    signals: Mapping[str, int]
    doors: str
    notes: tuple[NoteLine, ...]
    acts: tuple[ActLine, ...]
    choices: Choices


def desk(state: State, now: dt.datetime, beside: Beside, choices: Choices) -> DeskView:
    """Make the desk's view. `now` is aware; `beside` and what can be chosen come from the room."""
    bands = frame(state, now)
    return DeskView(
        position=state.plan.position,
        language=state.model.language,
        wording=state.model.wording,
        title=bands.title,
        heading=bands.subtitle,
        corner=bands.corner,
        now=bands.now,
        next=bands.next,
        time=countdown(state, now),
        open=count_in(state, beside),
        pace=choices.pacing.lines,
        agenda=lines(state, now),
        seats=tuple(_seat(state, seat, beside) for seat in state.seats.values()),
        signals=beside.signals,
        doors=_doors(state, beside),
        notes=notes(state),
        acts=acts(state),
        choices=choices,
    )


def count_in(state: State, beside: Beside) -> str:
    """Say how many are in of what is open; nothing where nothing is."""
    voters = scores_of(state, state.application).voters
    if state.open_round is not None:
        return say("desk.in.ballots", n=beside.box.ballots, of=len(voters))
    if state.plan.phase is Phase.SCORE:
        return say(
            "desk.in.scores",
            n=len(set(voters) & scores_of(state, state.application).handed_in),
            of=len(voters),
        )
    if state.plan.phase is Phase.PRACTICE:
        tried = sum(seat.practised or seat.paper for seat in state.seats.values() if seat.here)
        return say("desk.in.practice", n=tried, of=len(state.here))
    return say("desk.in.here", n=len(state.here), of=len(state.seats))


def _seat(state: State, seat: Seat, beside: Beside) -> DeskSeat:
    return DeskSeat(seat.number, seat.label, _stands(state, seat, beside), seat.paper, seat.handed_round)


def _stands(state: State, seat: Seat, beside: Beside) -> SeatIs:
    if not seat.taken:
        return SeatIs.FREE
    if seat.left:
        return SeatIs.HOME
    if (seat.number, state.application) in state.conflicts:
        return SeatIs.OUT
    asked, finished = _asked(state, beside)
    if seat.number in finished:
        return SeatIs.DONE
    if asked is not None and seat.number not in asked:
        return SeatIs.LATER
    by_phone = not seat.paper and not seat.handed_round
    return SeatIs.ASLEEP if by_phone and seat.number not in beside.awake else SeatIs.HERE


def _asked(state: State, beside: Beside) -> tuple[frozenset[int] | None, frozenset[int]]:
    """Give who takes part in what is open, and who of them has finished; nobody in particular where nothing is."""
    scoring = scores_of(state, state.application)
    if state.open_round is not None:
        return frozenset(state.open_round.electorate), beside.voted
    if state.plan.phase is Phase.SCORE:
        return frozenset(scoring.electorate), scoring.handed_in
    if state.plan.phase is Phase.PRACTICE:
        return None, frozenset(seat.number for seat in state.seats.values() if seat.practised)
    return None, NOBODY


def lines(state: State, now: dt.datetime) -> tuple[DeskLine, ...]:
    """List the agenda: each line's time as agreed in the morning, and as it was or is expected to be."""
    planned = _from(planned_start(state, now), state.model.steps)
    coming = ahead(state)
    came = {timing.step: clock(timing.started) for timing in reversed(state.timings)}
    expected = {**came, **_from(step_ends(state, now), coming)}
    return tuple(
        DeskLine(
            state.model.application(step.ref).title if step.ref else step_name(state, index),
            planned.get(step.key, ""),
            expected.get(step.key, ""),
            here=index == state.plan.step,
            past=index != state.plan.step and step not in coming,
            left_out=step.key in state.plan.skipped,
        )
        for index, step in enumerate(state.steps)
    )


def _from(at: dt.datetime, steps: Iterable[Step]) -> dict[str, str]:
    """Give each line's time where the first of them begins then."""
    times = {}
    for step in steps:
        times[step.key] = clock(at)
        at += step.minutes * MINUTE
    return times


def _doors(state: State, beside: Beside) -> str:
    """Say how people come in, and whether somebody has been trying codes."""
    doors = (
        say("desk.doors.open", code=beside.code) if state.doors and beside.code else say("desk.doors.cards")
    )
    wrong = say_many("desk.wrong-codes", beside.wrong_codes) if beside.wrong_codes else ""
    return "\n".join(part for part in (beside.address, doors, wrong) if part)
