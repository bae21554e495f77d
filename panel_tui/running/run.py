"""Run a session: the room, the wall over it, and the web server beside them.

The room outlives the wall: if the wall breaks, phones go on being answered while it is opened again.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from panel_tui.facilitator.wall_app import LEFT, WallApp
from panel_tui.folder.plan_in_force import plan_in_force_of
from panel_tui.ready.checks import Laptop, checks
from panel_tui.ready.power import Awake, kept_awake
from panel_tui.record.history import refuse_odd
from panel_tui.room.open_room import live_room
from panel_tui.room.room import Room
from panel_tui.running.background import answering
from panel_tui.running.leaving import Parting, leave_parting, take_parting
from panel_tui.system.clock import Clock
from panel_tui.system.cloud import synced_by
from panel_tui.system.errors import Unable
from panel_tui.system.network import ANY, bound, reachable
from panel_tui.system.terminal import EndedBy, ended_from_outside
from sessions.views.desk.readiness import Grade
from sessions.views.trouble import Trouble
from sessions.wording import say

if TYPE_CHECKING:
    from panel_tui.running.rehearsal import Rehearsal
    from panel_tui.web import Certificate

_MOST_BREAKS = 5  # a wall that breaks this often, one upon the other, will not mend by opening it again
_STANDS = 60.0  # seconds after which a wall that breaks had opened well
_CARD = 1.0  # seconds: the restart card has to be seen


def at_once() -> None:
    """Begin."""


async def run(
    folder: Path,
    *,
    host: str,
    port: int,
    certificate: Certificate | None = None,
    names: tuple[str, ...] = (),
    begin: Callable[[], None] = at_once,
) -> Trouble:
    """Run a session at the terminal until the facilitator leaves; `names` are the certificate's.

    `begin` is asked once nothing stands in the way of the session itself, and raises where no screen can be opened.

    Gives what was wrong with the record then: all of it is read again, so that what is said last is so.

    Raises OSError where no port can be had, and what a room's folder or record may refuse.
    """
    async with live_room(folder, Clock()) as room:
        begin()
        with bound(host, port) as sock:
            room.address = f"{names[0] if names else reachable(host)}:{sock.getsockname()[1]}"
            room.encrypted = certificate is not None
            laptop = Laptop(
                folder, Awake(), asked=port, any_address=host in ANY and not names, unseen=room.unseen
            )
            wall = Wall(room, laptop)
            over = asyncio.Event()

            async def behind() -> None:
                await wall.drawn.wait()
                if over.is_set():
                    return
                async with answering(room, laptop, sock, certificate) as desk:
                    parted = take_parting(folder)
                    words = await asyncio.to_thread(
                        first_words, room, laptop, desk=desk
                    )  # it tries the folder
                    wall.tell(f"{parted.said} {words}".strip() if parted else words)
                    await over.wait()

            serving = asyncio.create_task(behind())
            serving.add_done_callback(lambda _task: wall.leave())  # without phones there is no day: say why
            try:
                await wall.keep()
            finally:
                over.set()
                wall.drawn.set()
                await serving
                if wall.ended is not None:
                    leave_parting(folder, Parting(wall.ended, room.clock.now()))
        return await room.keeping.look(whole=True)


async def rehearse_on_the_wall(plan: Rehearsal) -> Trouble:
    """Run a rehearsal at the terminal until the facilitator leaves; give what was wrong with its record then."""
    # pretend members bring a web client along: a real day starts without it
    from panel_tui.desk.listener import desk_if_can
    from panel_tui.running.rehearsal import rehearsing

    async with (
        rehearsing(plan, host=plan.host, port=plan.port) as (room, _members),
        kept_awake() as awake,
        desk_if_can(room, plan.folder),
    ):
        port = room.address.rpartition(":")[2]
        room.address = f"{reachable(plan.host)}:{port}"
        laptop = Laptop(plan.folder, awake, asked=plan.port, any_address=plan.host in ANY, unseen=room.unseen)
        await Wall(room, laptop, pretending=True).keep()
        return await room.keeping.look(whole=True)


def first_words(room: Room, laptop: Laptop, *, desk: bool = True) -> str:
    """Say what should be read before anything else; where something wants a look, before the doors, say so."""
    from panel_tui.folder.plan_differences import first_word

    said = [warnings(laptop.folder, room), first_word(plan_in_force_of(laptop.folder, room.state))]
    begun = room.state.plan.step > 0
    if not begun and any(check.grade is Grade.LOOK for check in checks(laptop, room)):
        said.append(say("ready.first"))
    if (printed := room.state.printed_address) and printed != room.address:
        said.append(say("ready.address.not-the-cards", address=room.address, printed=printed))
    if room.adjusted.unread:
        said.append(say("adjusting.run.unread"))
    if not laptop.unseen:
        said.append(say("ready.ballots.swap"))
    if old_console():
        said.append(say("ready.old-console"))
    if not desk:
        said.append(say("desk.unreachable"))
    return " ".join(words for words in said if words)


def old_console(system: str = sys.platform, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether this is Windows' older console, which lacks some of the wall's signs."""
    return system == "win32" and not any(
        name in environment for name in ("WT_SESSION", "TERM_PROGRAM", "ConEmuPID")
    )


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
        self.ended: EndedBy | None = None
        """Who ended it, if not the facilitator."""
        self.drawn = asyncio.Event()

    async def keep(self) -> None:
        """Show it until the facilitator leaves, or it is ended from outside. Raises Unable where it keeps breaking."""
        async with ended_from_outside(self._end):
            await self._keep()

    async def _keep(self) -> None:
        breaks, now = 0, asyncio.get_running_loop().time
        while breaks < _MOST_BREAKS and not self._left:
            began = now()
            self._app = WallApp(self._room, self._laptop, self.drawn)
            self._app.pretending = self._pretending
            if await self._app.run_async() == LEFT:
                return
            self.drawn.set()
            refuse_odd(self._room.record.entries)
            breaks = 1 if now() - began >= _STANDS else breaks + 1
            await asyncio.sleep(_CARD)
        if not self._left:
            raise Unable(say("command.wall-broke"))

    def _end(self, why: EndedBy) -> None:
        self.ended = self.ended or why
        self.leave()

    def tell(self, words: str) -> None:
        """Say something at its foot."""
        if words and self._app is not None:
            self._app.call_later(self._app.tell, words)

    def leave(self) -> None:
        """Close it as the facilitator would; between two walls, open no other."""
        self._left = True
        if self._app is not None:
            self._app.call_later(self._app.exit, LEFT)
