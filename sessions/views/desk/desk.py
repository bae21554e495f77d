"""What the facilitator alone sees. Never a value a member gave, never an order in which they came."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from sessions.model.adjustments import SeatAdjustments
from sessions.model.phases import Phase
from sessions.model.text import in_groups
from sessions.schedule.forecast import step_ends
from sessions.state import Intervention, Seat, State, scores_of
from sessions.state.days import ahead, lines_set_aside
from sessions.views.desk.agenda_times import planned_times, times
from sessions.views.desk.choices import Choices
from sessions.views.frame import clock, countdown, frame, has_time
from sessions.views.place_names import step_name
from sessions.views.wall.poster_inputs import InBox, did
from sessions.views.wall.posters import Countdown
from sessions.wording import say, say_many


class NoteLine(Struct, frozen=True):
    """A note: when, about what, and its words."""

    at: str
    about: str
    text: str


class ActLine(Struct, frozen=True):
    """Something done by hand: when, what, about which application, and why."""

    at: str
    what: str
    about: str
    why: str


def _about(state: State, ref: str) -> str:
    return state.model.called(ref) if ref else ""


def notes(state: State) -> tuple[NoteLine, ...]:
    """List the notes."""
    return tuple(
        NoteLine(clock(one.at), _about(state, one.application), one.text) for one in reversed(state.notes)
    )


def acts(state: State) -> tuple[ActLine, ...]:
    """List what was done by hand."""
    return tuple(
        ActLine(
            clock(one.at),
            _taken_back(state, one) or did(state, one),
            _about(state, one.application),
            "" if one.what == "undone" else one.why,  # there it names a step, in the program's own words
        )
        for one in reversed(state.interventions)
    )


def _taken_back(state: State, act: Intervention) -> str:
    """Say of a conflict that was taken back whose it was and what it was: the desk alone is told."""
    for one in state.taken_back:
        if act.what == "conflict-taken-back" and (one.at, one.application) == (act.at, act.application):
            words = say(f"changes.desk.taken-back.{one.declared.replace(' ', '-')}", at=clock(one.at))
            title = state.model.called(one.application)
            return say("changes.desk.taken-back", seat=one.seat, title=title, words=words)
    return ""


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
    AWAY = "away"  # after a night, not back yet


class DeskSeat(Struct, frozen=True):
    """One seat: how it stands, and whether it takes part on paper or by the device that goes round.

    `asks` are marks of what its member asked for beforehand.
    """

    seat: int
    label: str
    stands: SeatIs
    paper: bool = False
    handed_round: bool = False
    asks: tuple[str, ...] = ()


class DeskLine(Struct, frozen=True):
    """A line of the agenda: planned and expected times as people say them, and where it stands."""

    words: str
    planned: str
    expected: str
    here: bool
    past: bool
    left_out: bool


class DeskBeside(Struct, frozen=True):
    """What the desk may know that is not in the history. `voted` names seats whose ballot is in, never a ballot.

    `labels` are what the folder calls the seats.
    """

    awake: frozenset[int] = NOBODY
    voted: frozenset[int] = NOBODY
    box: InBox = InBox()
    signals: Mapping[str, int] = {}
    address: str = ""
    code: str = ""
    wrong_codes: int = 0
    trouble: str = ""
    labels: Mapping[int, str] = {}
    asked: Mapping[int, SeatAdjustments] = {}


class DeskView(Struct, frozen=True):
    """The desk at one moment. `language`, `wording` and `shortlist` are how its own words are to be said."""

    position: str
    language: str
    wording: tuple[tuple[str, str], ...]
    title: str
    heading: str
    corner: str
    now: str
    next: str
    time: Countdown | None
    open: str
    pace: tuple[str, ...]
    agenda: tuple[DeskLine, ...]
    seats: tuple[DeskSeat, ...]
    signals: Mapping[str, int]
    doors: str
    notes: tuple[NoteLine, ...]
    acts: tuple[ActLine, ...]
    choices: Choices
    trouble: str = ""
    shortlist: bool = False


def desk(state: State, now: dt.datetime, beside: DeskBeside, choices: Choices) -> DeskView:
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
        time=countdown(state, now) if has_time(state) else None,
        open=count_in(state, beside),
        pace=choices.pacing.lines,
        agenda=lines(state, now),
        seats=tuple(_seat(state, seat, beside) for seat in state.seats.values()),
        signals=beside.signals,
        doors=_doors(state, beside),
        notes=notes(state),
        acts=acts(state),
        choices=choices,
        trouble=beside.trouble,
        shortlist=state.model.places is not None,
    )


def count_in(state: State, beside: DeskBeside) -> str:
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


def _seat(state: State, seat: Seat, beside: DeskBeside) -> DeskSeat:
    label, stands = beside.labels.get(seat.number, ""), _stands(state, seat, beside)
    asks = marks(beside.asked.get(seat.number))
    return DeskSeat(seat.number, label, stands, seat.paper, seat.handed_round, asks)


def _stands(state: State, seat: Seat, beside: DeskBeside) -> SeatIs:
    if not seat.taken:
        return SeatIs.FREE
    if seat.left:
        return SeatIs.HOME
    if seat.away:
        return SeatIs.AWAY
    if (seat.number, state.application) in state.conflicts:
        return SeatIs.OUT
    asked, finished = _asked(state, beside)
    if seat.number in finished:
        return SeatIs.DONE
    if asked is not None and seat.number not in asked:
        return SeatIs.LATER
    by_phone = not seat.paper and not seat.handed_round
    return SeatIs.ASLEEP if by_phone and seat.number not in beside.awake else SeatIs.HERE


def _asked(state: State, beside: DeskBeside) -> tuple[frozenset[int] | None, frozenset[int]]:
    """Return who takes part in what is open, and who of them has finished; nobody in particular where nothing is."""
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
    planned = planned_times(state, now)
    coming, gone = ahead(state), lines_set_aside(state)
    came = {timing.step: clock(timing.started.astimezone(now.tzinfo)) for timing in reversed(state.timings)}
    expected = {**came, **times(state, step_ends(state, now), coming)}
    return tuple(
        DeskLine(
            state.model.called(step.ref) if step.ref else step_name(state, index),
            planned.get(step.key, ""),
            expected.get(step.key, ""),
            here=index == state.plan.step,
            past=index != state.plan.step and step not in coming,
            left_out=step.key in state.plan.skipped,
        )
        for index, step in enumerate(state.steps)
        if index == state.plan.step or step.key not in gone
    )


def _doors(state: State, beside: DeskBeside) -> str:
    """Say how people come in, and whether somebody has been trying codes."""
    doors = (
        say("desk.doors.open", code=in_groups(beside.code))
        if state.doors and beside.code
        else say("desk.doors.cards")
    )
    wrong = say_many("desk.wrong-codes", beside.wrong_codes) if beside.wrong_codes else ""
    return "\n".join(part for part in (beside.address, doors, wrong) if part)


def marks(asked: SeatAdjustments | None) -> tuple[str, ...]:
    """Return a word for each thing that was asked for; a language by its sign."""
    if asked is None:
        return ()
    return tuple(
        asked.language if kind == "language" else say(f"adjusting.mark.{kind}") for kind in asked.kinds
    )
