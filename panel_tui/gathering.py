"""What members give without their name, in the live room: in memory only until the room moves on, then in the record.

A crash loses it, and the room is told. The rules say who may give what; orders are filled in with totals and texts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from msgspec.structs import replace

from sessions import commands as c
from sessions import events as e
from sessions.decide.position import same_place
from sessions.decide.unsigned import POINTS, askable, asks_confidence, check_confidence, check_differing
from sessions.decide.workshop import LONGEST, asks_suggestions, check_workshop, importance
from sessions.phases import Phase
from sessions.state import State, scores_of
from sessions.text import clean
from sessions.unsigned import UnsignedBox, place_of

from .watch import Watchers

_ASKED = frozenset({Phase.CONFIDENCE, Phase.WORKSHOP_WEIGH})
_OPEN = _ASKED | {Phase.DECISION, Phase.WORKSHOP}


class Gathering:
    """One room's memory of what was given without a name. `state` gives the room's as it is at each call."""

    def __init__(self, state: Callable[[], State], watchers: Watchers) -> None:
        """Begin empty; where something is open already, the laptop has stopped meanwhile."""
        self._state, self._watchers = state, watchers
        self._box = UnsignedBox()
        self._lost = place_of(state()) if state().plan.phase in _OPEN else ""

    @property
    def restarted(self) -> bool:
        """Say whether the laptop stopped while this place of the day was open, and what was given is lost."""
        return bool(self._lost) and self._lost == place_of(self._state())

    def given(self, seat: int) -> bool:
        """Say whether a seat has given something here; never what."""
        return self._box.has(place_of(self._state()), seat)

    @property
    def count(self) -> int:
        """Count who has given something here."""
        state = self._state()
        return self._box.count(place_of(state), _may(state))

    @property
    def waiting(self) -> int:
        """Count who has yet to answer what everybody is asked."""
        state = self._state()
        return len(_may(state)) - self.count if state.plan.phase in _ASKED and _asks(state) else 0

    def filled(self, order: c.Command) -> c.Command:
        """Fill in what was given, where an order leaves this very place. The only totals there are live in it."""
        state = self._state()
        if not isinstance(order, c.Next | c.JumpTo) or order.position != state.plan.position:
            return order
        gathered = self._box.gathered(place_of(state), _may(state), points=POINTS)
        # other views belong to the whole application: undo and a jump must not lose them either
        sure = order.sure or bool(state.application)
        return replace(order, gathered=gathered if sure else c.Gathered(gathered.given))

    def kept(self, events: tuple[e.Event, ...]) -> None:
        """Forget what belongs to another place, once the record has what it keeps."""
        state = self._state()
        for event in events:
            match event:
                case e.ConflictDeclared(seat=seat, application=ref) if ref == state.application:
                    self._box.take_out(place_of(state), seat)
                case _:
                    pass
        self._box.keep_only(place_of(state))

    # what phones give

    def differ(self, seat: int, application: str, text: str) -> None:
        """Keep another view until the room goes on. Raises Refused."""
        check_differing(self._state(), seat, application)
        self._put(seat, clean(text))

    def feel(self, seat: int, position: str, choice: str) -> None:
        """Keep how confident a member feels until the question closes. Raises Refused."""
        same_place(self._state(), position)
        self._put(seat, (check_confidence(self._state(), seat, choice),))
        self._watchers.ring()

    def suggest(self, seat: int, position: str, texts: Iterable[str]) -> None:
        """Keep what a member suggests to judge by, until the list is shown. Raises Refused."""
        same_place(self._state(), position)
        check_workshop(self._state(), seat, Phase.WORKSHOP)
        self._put(seat, tuple(cleaned for text in texts if (cleaned := clean(text, longest=LONGEST))))
        self._watchers.ring()

    def weigh(self, seat: int, position: str, given: Mapping[str, str]) -> None:
        """Keep how much each question matters to a member, until weighing closes. Raises Refused."""
        same_place(self._state(), position)
        check_workshop(self._state(), seat, Phase.WORKSHOP_WEIGH)
        self._put(seat, importance(self._state(), given))
        self._watchers.ring()

    def _put(self, seat: int, given: str | tuple[str, ...] | tuple[int | None, ...]) -> None:
        self._box.put(place_of(self._state()), seat, given)


def _may(state: State) -> tuple[int, ...]:
    """Give who may give something here."""
    return scores_of(state, state.application).voters if state.application else askable(state)


def _asks(state: State) -> bool:
    return asks_confidence(state) if state.plan.phase is Phase.CONFIDENCE else asks_suggestions(state)
