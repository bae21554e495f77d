"""The guard against a key pressed twice, or a page from before."""

from __future__ import annotations

from ..refusals import No, Refused
from ..state import State


def same_place(state: State, position: str) -> None:
    """Refuse an order that was meant for another place of the room."""
    if position != state.plan.position:
        raise Refused(No.MOVED_ON)


def same_place_if_named(state: State, position: str) -> None:
    """Refuse an order that names another place of the room than where it stands."""
    if position:
        same_place(state, position)
