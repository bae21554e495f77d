"""What comes up behind the wall: the phones' server, the desk's listener, and what keeps the laptop awake.

The wall stands first, since people look at it. The port is bound before that, so a phone that comes at once waits in
its queue for the third of a second until it is answered.
"""

from __future__ import annotations

import asyncio
import gc
import socket
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

from panel_tui.ready.checks import Laptop
from panel_tui.ready.power import kept_awake
from panel_tui.room.open_room import follow_clock
from panel_tui.room.room import Room
from panel_tui.running.preload import read_in
from panel_tui.system.network import addresses

if TYPE_CHECKING:
    from panel_tui.web import Certificate

# new objects before a short walk, which the wall waits for: 50,000 took 30 ms; short walks before longer ones
_COLLECT = (10_000, 100, 50)


@asynccontextmanager
async def answering(
    room: Room, laptop: Laptop, sock: socket.socket, certificate: Certificate | None = None
) -> AsyncIterator[bool]:
    """Answer phones and desks for as long as the block lasts; give whether desks can be answered."""
    # the web server is a third of all there is to read in, and the wall's loop must not wait for it
    await asyncio.to_thread(read_in)
    rest_the_collector()
    from panel_tui.desk.listener import desk_if_can
    from panel_tui.web import serve

    host, port = sock.getsockname()[:2]
    async with (
        serve(room, host, port, certificate=certificate, sock=sock) as server,
        kept_awake(awake=laptop.awake),
        desk_if_can(room, laptop.folder, server) as desk,
        _going(follow_clock(room), follow_address(room, port) if laptop.any_address else None),
    ):
        yield desk


@asynccontextmanager
async def _going(*work: Coroutine[None, None, None] | None) -> AsyncIterator[None]:
    """Let these go on for as long as the block lasts."""
    tasks = [asyncio.create_task(one) for one in work if one is not None]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


def rest_the_collector() -> None:
    """Keep Python's collector from walking over what stays all day each time a few hundred answers have come in.

    Its walks took a third of the processor in a rush; nothing of a request waits for them, save a rare knot. What has
    been read in by now is set aside unwalked: a walk held everybody up for 85 ms, just as phones came back, and found
    a few hundred objects to let go of.
    """
    gc.freeze()
    gc.set_threshold(*_COLLECT)
    gc.enable()


async def follow_address(
    room: Room,
    port: int,
    *,
    look: Callable[[], list[str]] = addresses,
    every: float = 5.0,
) -> None:
    """Redraw the square when the laptop has another address: phones look for it there from then on."""
    while True:
        await asyncio.sleep(every)
        try:
            here = look()
        except OSError:
            continue  # too many files open, say: the next look tries again
        if room.address.rpartition(":")[0] not in here:
            room.move_to(f"{here[0]}:{port}")
