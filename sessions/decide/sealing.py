"""When a session may be sealed, and that it is so once only."""

from __future__ import annotations

from .. import commands as c
from .. import events as e
from ..refusals import No, Refused
from ..state import State


def seal(state: State, command: c.Seal) -> tuple[e.Event, ...]:
    """Seal a day that has ended, or any that the facilitator says will not go on."""
    if state.sealed:
        return ()
    if not state.ended and not command.unfinished:
        raise Refused(No.NOT_ENDED)
    return (e.Sealed(),)
