"""Run a session: the room, the web server beside it, and the wall over both.

The room outlives the wall: if the wall breaks, phones go on being answered while it is opened again.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sessions.views.readiness import Grade
from sessions.wording import say

from .clock import Clock
from .desk.listener import desk_if_can
from .live import live_room
from .network import addresses
from .ready.awake import kept_awake
from .ready.checks import Laptop, checks
from .record import synced_by
from .room import Room
from .timekeeping import follow_clock
from .web import Certificate, serve

if TYPE_CHECKING:
    from .rehearsal import Rehearsal

ANY = ("0.0.0.0", "", "::")  # noqa: S104 - compared, not bound
_COLLECT = (50_000, 20, 50)  # new objects before a short walk; short walks before longer ones
_MOST_BREAKS = 5  # a wall that breaks this often will not mend by opening it again


async def run(folder: Path, *, host: str, port: int, certificate: Certificate | None = None) -> None:
    """Run a session at the terminal until the facilitator leaves."""
    async with (
        live_room(folder, Clock()) as room,
        serve(room, host, port, certificate=certificate) as server,
        kept_awake() as awake,
    ):
        rest_the_collector()
        name = server.names[0] if server.names else reachable(host)
        room.address = f"{name}:{server.port}"
        room.encrypted = certificate is not None
        following = [
            asyncio.create_task(follow_address(room, name if server.names else host, server.port)),
            asyncio.create_task(follow_clock(room)),
        ]
        try:
            laptop = Laptop(folder, awake, asked=port, any_address=host in ANY and not server.names)
            async with desk_if_can(room, folder, server) as desk:
                await keep_wall(room, first_words(room, laptop, desk=desk), laptop)
        finally:
            for task in following:
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task


async def rehearse_on_the_wall(plan: Rehearsal) -> None:
    """Run a rehearsal at the terminal until the facilitator leaves."""
    # pretend members bring a web client along: a real day starts without it
    from .rehearsal import rehearsing

    async with (
        rehearsing(plan, host=plan.host, port=plan.port) as (room, _members),
        kept_awake() as awake,
    ):
        port = room.address.rpartition(":")[2]
        room.address = f"{reachable(plan.host)}:{port}"
        laptop = Laptop(plan.folder, awake, asked=plan.port, any_address=plan.host in ANY)
        async with desk_if_can(room, plan.folder):
            await keep_wall(room, laptop=laptop)


def rest_the_collector() -> None:
    """Keep Python's collector from walking over what stays all day each time a few hundred answers have come in.

    Its walks took a third of the processor in a rush; nothing of a request waits for them, save a rare knot.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_COLLECT)


def reachable(host: str) -> str:
    """Give the address phones should use: the one asked for, or the likeliest of the laptop's own."""
    return addresses()[0] if host in ANY else host


def first_words(room: Room, laptop: Laptop, *, desk: bool = True) -> str:
    """Say what should be read before anything else; where something wants a look, before the doors, say so."""
    said = [warnings(laptop.folder, room)]
    begun = room.state.plan.step > 0
    if not begun and any(check.grade is Grade.LOOK for check in checks(laptop, room)):
        said.append(say("ready.first"))
    if not desk:
        said.append(say("desk.unreachable"))
    return " ".join(words for words in said if words)


def warnings(folder: Path, room: Room) -> str:
    """Say what a facilitator should know before the day begins: what a crash left, where the folder is copied to."""
    said = []
    if room.record.cut is not None:
        said.append(say(room.record.cut.code, kept=room.record.cut.kept))
    service = synced_by(folder)
    if service is not None:
        said.append(say("record.synced", service=service))
    if not room.record.reserve:
        said.append(say("record.no-reserve"))
    return " ".join(said)


async def follow_address(
    room: Room,
    host: str,
    port: int,
    *,
    look: Callable[[], list[str]] = addresses,
    every: float = 5.0,
) -> None:
    """Redraw the square when the laptop has another address: phones look for it there from then on."""
    while host in ANY:
        await asyncio.sleep(every)
        here = look()
        if room.address.rpartition(":")[0] not in here:
            room.move_to(f"{here[0]}:{port}")


async def keep_wall(room: Room, first_words: str = "", laptop: Laptop | None = None) -> None:
    """Show the wall, and open it again if it breaks."""
    from .app import LEFT, WallApp

    for _ in range(_MOST_BREAKS):
        if await WallApp(room, first_words, laptop).run_async() == LEFT:
            return
        first_words = ""
        await asyncio.sleep(1)  # the restart card has to be seen
