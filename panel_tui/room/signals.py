"""What members tell the facilitator with their phones, and reminders to those who have not finished. In memory only."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sessions.decide.rounds import by_slip_alone, voters_of
from sessions.model.phases import Phase
from sessions.model.refusals import No, Refused
from sessions.secret.ballot_box import BallotBox
from sessions.state import State, scores_of
from sessions.views.phone.pages import SIGNALS
from sessions.views.wall.poster_inputs import InBox


class Signals:
    """Signals raised at the present line of the agenda. Nobody but a seat's own phone learns what that seat raised."""

    def __init__(self, state: Callable[[], State], notify: Callable[[int], None]) -> None:
        """Begin with none; `state` gives the room's as it is at each call, `notify` tells who watches a seat."""
        self._state, self._notify = state, notify
        self._place = ""
        self._raised: dict[str, set[int]] = {kind: set() for kind in SIGNALS}

    def follow(self, place: str) -> None:
        """Forget them all where the room has come to another place."""
        if place != self._place:
            self._place = place
            for seats in self._raised.values():
                seats.clear()

    def put_up(self, seat: int, kind: str) -> None:
        """Tell the facilitator something; once is enough, and nothing is kept. Raises Refused once the day is over."""
        if self._state().ended:
            raise Refused(No.ENDED)
        self._raised[kind].add(seat)
        self._notify(seat)

    def take_back(self, seat: int, kind: str) -> None:
        """Take a signal back. Raises KeyError for a signal there is not."""
        self._raised[kind].discard(seat)
        self._notify(seat)

    def forget(self, *gone: int) -> None:
        """Take back all of the seats whose members have gone."""
        for seats in self._raised.values():
            seats.difference_update(gone)

    def of(self, seat: int) -> frozenset[str]:
        """Return what this seat has raised, for its own phone alone."""
        return frozenset(kind for kind, seats in self._raised.items() if seat in seats)

    @property
    def counts(self) -> Mapping[str, int]:
        """Count each kind."""
        return {kind: len(seats) for kind, seats in self._raised.items()}


class Reminders:
    """How often the last ones were reminded at the place where the room stands."""

    def __init__(self) -> None:
        """Begin with nobody reminded."""
        self._position = ""
        self._times = 0

    def follow(self, position: str) -> None:
        """Forget it where the room has moved on."""
        if position != self._position:
            self._position, self._times = position, 0

    def remind(self) -> None:
        """Remind those who have not finished here."""
        self._times += 1

    @property
    def times(self) -> int:
        """Say how often."""
        return self._times


def unfinished(state: State, box: BallotBox | None, seat: int) -> bool:
    """Whether this seat takes part by phone and has not finished what is open; never where nothing is."""
    sitting = state.seats.get(seat)
    if sitting is None or not sitting.here or sitting.paper or sitting.handed_round or state.plan.pause:
        return False
    if state.plan.phase is Phase.PRACTICE:
        return not sitting.practised
    if state.open_tie is not None or state.open_question is not None:
        waiting = seat in voters_of(state)
        return waiting and _may_still_vote(state, box, seat)
    scoring = scores_of(state, state.application)
    if seat not in scoring.electorate or seat in scoring.aside:
        return False
    if state.plan.phase is Phase.SCORE:
        return seat not in scoring.handed_in
    return _may_still_vote(state, box, seat)


def _may_still_vote(state: State, box: BallotBox | None, seat: int) -> bool:
    if box is None or box.shut or seat in box:
        return False
    return not by_slip_alone(state, seat, box.phones)


def not_in(state: State, box: InBox | None) -> int:
    """Count who has yet to answer what is open, ballots or scores; nought where nothing is."""
    if box is not None:
        return len(voters_of(state)) - box.ballots
    if state.plan.phase is not Phase.SCORE:
        return 0
    scoring = scores_of(state, state.application)
    return len(set(scoring.voters) - scoring.handed_in)
