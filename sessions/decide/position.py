"""Guard against a key pressed twice, or a page from before.

Whoever gives a command may name the place it was meant for. Where the room stands elsewhere by now, the
command is refused, so that a second press never takes a second step.
"""

from __future__ import annotations

from sessions.model.refusals import No, Refused
from sessions.state import State


def same_place(state: State, position: str) -> None:
    """Refuse a command that was meant for another place of the room. Raises Refused."""
    if position != state.plan.position:
        raise Refused(No.MOVED_ON)


def same_place_if_named(state: State, position: str) -> None:
    """Refuse a command that names another place of the room than where it stands. Raises Refused."""
    if position:
        same_place(state, position)
