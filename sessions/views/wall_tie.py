"""A tie-break ballot on the wall: what it is about, and how many ballots are in; never an order."""

from __future__ import annotations

from ..state import State
from ..tie_ballots import voters_on
from ..wording import say
from . import posters as p
from .box import InBox
from .wall_application import about_the_box


def tie_ballot(state: State, bands: p.Frame, box: InBox) -> p.Ballot:
    """Count the ballots in the box, with the titles and who may vote."""
    opened = state.open_tie
    refs, voters = (opened.refs, voters_on(state, opened)) if opened else ((), ())
    named = tuple(say("dividing.tie.title", title=state.model.application(ref).title) for ref in refs)
    who = say("views.ballot.who", n=len(voters), seats=", ".join(str(seat) for seat in voters))
    return p.Ballot(
        bands,
        say("dividing.tie.heading"),
        say("dividing.tie.question"),
        box.ballots,
        len(voters),
        "\n".join(named),
        (*about_the_box(box), who, say("views.ballot.secret")),
    )
