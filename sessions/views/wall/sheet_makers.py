"""What may be laid over the list for the room to look at together: one maker a sheet, the frame put on later."""

from __future__ import annotations

from collections.abc import Callable

from sessions.state import State
from sessions.views.wall import posters as p
from sessions.views.wall.division_methods import shares_sheet, ways_sheet, why_sheet
from sessions.views.wall.poster_inputs import Laid
from sessions.views.wall.sheets import checks_sheet, portfolio_sheet, what_if_sheet

_MAKERS: dict[str, Callable[[State, Laid], p.Sheet]] = {
    "ways": lambda state, _laid: ways_sheet(state),
    "why": lambda state, _laid: why_sheet(state),
    "shares": lambda state, _laid: shares_sheet(state),
    "portfolio": lambda state, _laid: portfolio_sheet(state),
    "checks": lambda state, _laid: checks_sheet(state),
    "what-if": what_if_sheet,
}
AFTER = {"": "ways", "ways": "why", "why": "shares", "shares": ""}  # what the same key lays next


def sheet(state: State, laid: Laid) -> p.Sheet:
    """Make the sheet that is asked for. Raises KeyError where there is none of that name."""
    return _MAKERS[laid.sheet](state, laid)
