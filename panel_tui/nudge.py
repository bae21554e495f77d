"""Remind the last ones gently, on their own phones and nowhere else. Kept in memory, for the present place only."""

from __future__ import annotations

from sessions.ballots import BallotBox
from sessions.decide.rounds import by_slip_alone, voters_of
from sessions.phases import Phase
from sessions.state import State, scores_of
from sessions.views.box import InBox


class Nudge:
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
    """Say whether this seat takes part by phone and has not finished what is open; never where nothing is."""
    sitting = state.seats.get(seat)
    if sitting is None or not sitting.here or sitting.paper or sitting.handed_round or state.plan.pause:
        return False
    if state.plan.phase is Phase.PRACTICE:
        return not sitting.practised
    if state.open_tie is not None:
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
