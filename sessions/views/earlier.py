"""What the wall showed before, made again from what happened: to look back after the laptop was started anew."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from msgspec.structs import replace

from sessions import events as e
from sessions.evolve import evolve
from sessions.model.phases import Phase
from sessions.state import State
from sessions.views.wall.current_poster import Outside, poster
from sessions.views.wall.poster_inputs import InBox
from sessions.views.wall.posters import AnyPoster

MOST = 200  # places; a day of nineteen applications has about as many
# How many had given something here was never written down, so these cannot be shown again as they were.
_NOT_KEPT = frozenset({Phase.CONFIDENCE, Phase.WORKSHOP, Phase.WORKSHOP_WEIGH})


def earlier(history: Iterable[e.Stamped], outside: Outside) -> tuple[AnyPoster, ...]:
    """Make the last poster of each place the room has left, oldest first; `outside` is as it is now."""
    state, left = State(), deque[AnyPoster](maxlen=MOST)
    for stamped in history:
        after = evolve(state, stamped)
        if state.session is not None and after.plan.position != state.plan.position:
            left.extend(_as_left(state, stamped, outside))
        state = after
    return tuple(left)


def _as_left(state: State, stamped: e.Stamped, outside: Outside) -> tuple[AnyPoster, ...]:
    """Make the poster of a place as it was left by an event; none where it cannot be known what stood there."""
    phase = state.plan.phase
    if state.plan.pause is None and phase in _NOT_KEPT:
        return ()
    if state.plan.pause is None and phase in (Phase.BALLOT, Phase.TIE, Phase.ASK_ROOM):
        match stamped.event:
            case e.RoundClosed(cast=cast) | e.RankingClosed(cast=cast) | e.RoomAnswered(cast=cast) if cast:
                outside = replace(outside, box=InBox(ballots=cast))
            case _:
                return ()  # of a ballot that was not counted, nobody knows how many were in
    return (poster(state, stamped.at, outside),)
