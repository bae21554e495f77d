"""Run a session: the room, the web server beside it, and the wall over both.

The room outlives the wall: if the wall breaks, phones go on being answered while it is opened again.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

from .clock import Clock
from .live import live_room
from .network import addresses
from .rehearsal import Rehearsal, rehearsing
from .room import Room
from .web import Certificate, serve

_MOST_BREAKS = 5  # a wall that breaks this often will not mend by opening it again


async def run(folder: Path, *, host: str, port: int, certificate: Certificate | None = None) -> None:
    """Run a session at the terminal until the facilitator leaves."""
    async with (
        live_room(folder, Clock()) as room,
        serve(room, host, port, certificate=certificate) as server,
    ):
        name = server.names[0] if server.names else reachable(host)
        room.address = f"{name}:{server.port}"
        room.encrypted = certificate is not None
        await keep_wall(room)


async def rehearse_on_the_wall(plan: Rehearsal) -> None:
    """Run a rehearsal at the terminal until the facilitator leaves."""
    async with rehearsing(plan, host=plan.host, port=plan.port) as (room, _members):
        port = room.address.rpartition(":")[2]
        room.address = f"{reachable(plan.host)}:{port}"
        await keep_wall(room)


def reachable(host: str) -> str:
    """Give the address phones should use: the one asked for, or the likeliest of the laptop's own."""
    return addresses()[0] if host in ("0.0.0.0", "", "::") else host  # noqa: S104 - compared, not bound


async def keep_wall(room: Room) -> None:
    """Show the wall, and open it again if it breaks."""
    from .app import LEFT, WallApp

    for _ in range(_MOST_BREAKS):
        if await WallApp(room).run_async() == LEFT:
            return
        await asyncio.sleep(1)  # the restart card has to be seen
