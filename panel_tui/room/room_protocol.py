"""What joining, the shared device and the budget table need of the live room, and no more."""

from __future__ import annotations

from typing import Protocol

from panel_tui.system.clock import Clock
from sessions import commands as c
from sessions import events as e
from sessions.state import State


class LiveRoom(Protocol):
    """A room that carries out commands; `address` is the laptop's own, `door_code` is empty while doors are shut."""

    state: State
    clock: Clock
    address: str
    door_code: str

    async def do(self, command: c.Command) -> tuple[e.Event, ...]:
        """Carry out a command: durable on return. Raises Refused, and then nothing has changed."""


def nothing_more(_position: str) -> bool:
    """Say that nothing is left to be seen here: no wall is up."""
    return False
