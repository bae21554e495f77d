"""What a phone says before anything else: a reminder, that we score again, that one may come back, what was changed."""

from __future__ import annotations

from sessions.model.phases import Phase
from sessions.state import State, scores_of
from sessions.views.changes import news
from sessions.views.wall.poster_inputs import back_in
from sessions.wording import say


def told_first(state: State, seat: int, *, reminded: bool) -> str:
    """Say what a member should know before anything else on the page; nothing where there is nothing."""
    if reminded:
        return say("views.phone.reminded")
    scoring = scores_of(state, state.application)
    if (
        state.plan.phase is Phase.SCORE
        and scoring.voided
        and seat in scoring.cells.keys() - scoring.handed_in
    ):
        return say("views.phone.scored-again")
    return " ".join(filter(None, (_come_back(state, seat), news(state))))


def _come_back(state: State, seat: int) -> str:
    """Tell a member who was out, privately, that the next thing is for them again."""
    told_in = (Phase.INTRODUCE, Phase.READ, Phase.NOTE, Phase.BUDGET, Phase.CLOSING)
    return say("steering.phone.come-back") if state.plan.phase in told_in and seat in back_in(state) else ""
