"""Run a session: the room, the wall over it, and the web server beside them.

The room outlives the wall: if the wall breaks, phones go on being answered while it is opened again.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from sessions.views.readiness import Grade
from sessions.wording import say

from .app import LEFT, WallApp
from .behind import answering
from .clock import Clock
from .live import live_room
from .network import ANY, bound, reachable
from .ready.awake import Awake, kept_awake
from .ready.checks import Laptop, checks
from .record import synced_by
from .room import Room
from .unable import Unable

if TYPE_CHECKING:
    from .rehearsal import Rehearsal
    from .web import Certificate

_MOST_BREAKS = 5  # a wall that breaks this often, one upon the other, will not mend by opening it again
_STANDS = 60.0  # seconds after which a wall that breaks had opened well
_CARD = 1.0  # seconds: the restart card has to be seen


async def run(
    folder: Path,
    *,
    host: str,
    port: int,
    certificate: Certificate | None = None,
    names: tuple[str, ...] = (),
) -> None:
    """Run a session at the terminal until the facilitator leaves; `names` are the certificate's.

    Raises OSError where no port can be had, and what a room's folder or record may refuse.
    """
    async with live_room(folder, Clock()) as room:
        with bound(host, port) as sock:
            room.address = f"{names[0] if names else reachable(host)}:{sock.getsockname()[1]}"
            room.encrypted = certificate is not None
            laptop = Laptop(folder, Awake(), asked=port, any_address=host in ANY and not names)
            wall = Wall(room, laptop)
            over = asyncio.Event()

            async def behind() -> None:
                await wall.drawn.wait()
                if over.is_set():
                    return
                async with answering(room, laptop, sock, certificate) as desk:
                    wall.tell(first_words(room, laptop, desk=desk))
                    await over.wait()

            serving = asyncio.create_task(behind())
            serving.add_done_callback(lambda _task: wall.leave())  # without phones there is no day: say why
            try:
                await wall.keep()
            finally:
                over.set()
                wall.drawn.set()
                await serving


async def rehearse_on_the_wall(plan: Rehearsal) -> None:
    """Run a rehearsal at the terminal until the facilitator leaves."""
    # pretend members bring a web client along: a real day starts without it
    from .desk.listener import desk_if_can
    from .rehearsal import rehearsing

    async with (
        rehearsing(plan, host=plan.host, port=plan.port) as (room, _members),
        kept_awake() as awake,
        desk_if_can(room, plan.folder),
    ):
        port = room.address.rpartition(":")[2]
        room.address = f"{reachable(plan.host)}:{port}"
        laptop = Laptop(plan.folder, awake, asked=plan.port, any_address=plan.host in ANY)
        await Wall(room, laptop, pretending=True).keep()


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


class Wall:
    """The wall over a room, opened again if it breaks."""

    def __init__(self, room: Room, laptop: Laptop, *, pretending: bool = False) -> None:
        """Begin with none; `drawn` is set once the first one stands, or has broken: phones do not wait for another."""
        self._room, self._laptop, self._pretending = room, laptop, pretending
        self._app: WallApp | None = None
        self._left = False
        self.drawn = asyncio.Event()

    async def keep(self) -> None:
        """Show it until the facilitator leaves. Raises Unable where it breaks again and again."""
        breaks, now = 0, asyncio.get_running_loop().time
        while breaks < _MOST_BREAKS and not self._left:
            began = now()
            self._app = WallApp(self._room, self._laptop, self.drawn)
            self._app.pretending = self._pretending
            if await self._app.run_async() == LEFT:
                return
            self.drawn.set()
            breaks = 1 if now() - began >= _STANDS else breaks + 1
            await asyncio.sleep(_CARD)
        if not self._left:
            raise Unable(say("command.wall-broke"))

    def tell(self, words: str) -> None:
        """Say something at its foot."""
        if words and self._app is not None:
            self._app.call_later(self._app.tell, words)

    def leave(self) -> None:
        """Close it as the facilitator would; between two walls, open no other."""
        self._left = True
        if self._app is not None:
            self._app.call_later(self._app.exit, LEFT)
