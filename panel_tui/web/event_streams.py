"""The open event streams, and what a phone's page depends on: while that is the same, nothing is sent."""

from __future__ import annotations

import asyncio
from collections.abc import Hashable
from typing import TYPE_CHECKING

from panel_tui.room.notifier import Watch
from sessions.decide.anonymous import (
    askable,
    asks_confidence,
    may_differ,
    may_write_question,
    phones_askable,
)
from sessions.decide.cards_up import asks_cards_up
from sessions.decide.rounds import voters_of
from sessions.decide.workshop import asks_suggestions
from sessions.model.phases import Phase
from sessions.state import State, scores_of
from sessions.views.late_question import late_question

if TYPE_CHECKING:
    from panel_tui.room.room import Room

LOOK_AGAIN = b"data: look again\n\n"
HEARTBEAT = b": still here\n\n"
BEAT = 15.0  # seconds; phones and access points forget a line that is quiet for longer


def fingerprint_in(room: Room, seat: int) -> Hashable:
    """Return the glimpse of a room as it is now, with what only the live room knows."""
    trouble = room.keeping.trouble.name
    return fingerprint(
        room.state, seat, reminded=room.reminded(seat), shut=room.ballot_closed_on_phones(), trouble=trouble
    )


def fingerprint(
    state: State, seat: int, *, reminded: int = 0, shut: bool = False, trouble: str = ""
) -> Hashable:
    """Return something that differs when this seat's page may have changed. It never leaves the laptop."""
    ref = state.application
    scoring = scores_of(state, ref)
    plan = state.plan
    return (
        plan.position,
        plan.since,
        plan.added,
        plan.pause,
        state.doors,
        state.confirmed,
        state.ended,
        state.seats.get(seat),
        (seat, ref) in state.conflicts,
        seat in voters_of(state),
        scoring.revealed,
        seat in scoring.handed_in,
        # two phones may hold one seat for a moment; the same answers are the same object
        id(scoring.cells.get(seat)),
        len(scoring.corrections),  # where cards are up, all see what one of us changed
        tuple((one.number, one.void, one.hidden) for one in state.rounds.get(ref, ())),
        plan.decisions.get(ref),
        state.interview,
        state.by_talking.get(ref),
        tuple(state.minority_hidden.items()),
        _asked(state, seat),
        state.changes,
        late_question(state, seat),
        reminded,
        shut,
        trouble,
    )


def _asked(state: State, seat: int) -> bool:
    """Whether enough of us are there to ask without a name: one who comes or goes can change it for all."""
    match state.plan.phase:
        case Phase.CARDS_UP:
            return asks_cards_up(state) and seat in askable(state)
        case Phase.CONFIDENCE:
            return asks_confidence(state) and seat in phones_askable(state)
        case Phase.WORKSHOP | Phase.WORKSHOP_WEIGH:
            return asks_suggestions(state)
        case Phase.READ:
            return may_write_question(state, seat)
        case Phase.DECISION:
            return may_differ(state, seat)
        case _:
            return False


MOST_STREAMS_A_SEAT = 4  # streams; a fifth ends the oldest
MOST_STREAMS = 1_200
_MANY = 50  # seats with a stream: fewer ask for their pages in one instant, and nobody notices
# seconds a stream: what drawing its phone's page takes. All told at once, 500 phones held the wall up by 188 ms
_APART = 0.0004
_AT_ONCE = 0.004


class EventStream:
    """One open stream: whether it is over, the bell it waits for, and a glimpse of what its phone shows."""

    def __init__(self, seen: Hashable, bell: Watch) -> None:
        """Begin with what its phone is about to be shown."""
        self.over = False
        self.seen = seen
        self._changed = bell

    def end(self) -> None:
        """Wake it up to end."""
        self.over = True
        self._changed.notify()


class EventStreams:
    """The open event streams of every seat, and of every screen that shows the wall."""

    def __init__(self) -> None:
        """Hold no stream yet."""
        self._open: dict[Hashable, list[EventStream]] = {}
        self._free = 0.0  # by the loop's clock: when the next that wakes up may be told
        self.closed = False

    def __len__(self) -> int:
        """Count the open streams."""
        return sum(len(lines) for lines in self._open.values())

    def open(self, whose: Hashable, seen: Hashable, bell: Watch) -> EventStream:
        """Count a stream in; it waits for this bell alone, for news and for its end."""
        lines = self._open.setdefault(whose, [])
        if len(lines) >= MOST_STREAMS_A_SEAT:
            lines.pop(0).end()
        line = EventStream(seen, bell)
        lines.append(line)
        if self.closed:
            line.end()
        return line

    async def turn(self) -> None:
        """Wait, in a large room, until those that woke up before have been told; a few may be told at once."""
        if len(self._open) < _MANY:
            return
        now = asyncio.get_running_loop().time()
        at = max(self._free, now)
        self._free = at + _APART
        if at - now > _AT_ONCE:
            await asyncio.sleep(at - now)

    def told(self, seat: int, seen: Hashable) -> None:
        """Note what the phone of a seat is being given to see, so that it need not look for it."""
        for line in self._open.get(seat, ()):
            line.seen = seen

    def leave(self, whose: Hashable, line: EventStream) -> None:
        """Count a stream out."""
        lines = self._open.get(whose, [])
        if line in lines:
            lines.remove(line)
        if not lines:
            self._open.pop(whose, None)

    def close(self) -> None:
        """End every stream, and every new one at once."""
        self.closed = True
        for lines in self._open.values():
            for line in lines:
                line.end()
