"""A running day when not one more file can be opened: `python -m tests.faults.full_descriptors FOLDER [--lazy]`.

Every key is pressed, the wall breaks and is opened again, and the room goes on. Prints what went wrong.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import resource
import sys
from collections.abc import Iterator
from pathlib import Path

from panel_tui.facilitator.wall_app import WallApp
from panel_tui.ready.checks import Laptop
from panel_tui.ready.power import Awake
from panel_tui.room.open_room import live_room
from panel_tui.room.room import Room
from panel_tui.running import background
from panel_tui.system.clock import Clock
from panel_tui.system.network import bound
from screens.wall.keys import KEYS
from sessions.model.phases import Phase
from tests.idle import look_often

LEAVING = ("q", "ctrl+p")


@contextlib.contextmanager
def no_more_files() -> Iterator[None]:
    """Let nothing be opened for as long as the block lasts."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = max(int(each.name) for each in Path("/dev/fd").iterdir()) + 1
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
    taken = []
    with contextlib.suppress(OSError):
        while True:
            taken.append(os.dup(0))
    try:
        with contextlib.suppress(OSError):
            os.close(os.open("/dev/null", os.O_RDONLY))
            raise SystemExit("a file could still be opened: this shows nothing")
        yield
    finally:
        for handle in taken:
            os.close(handle)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


async def through_the_day(room: Room, laptop: Laptop) -> None:
    """Press every key at every place of the day, and come to its end; each wall lives for a few places."""
    while room.state.plan.phase is not Phase.THANKS:
        async with WallApp(room, laptop).run_test(size=(80, 24)) as pilot:
            for _ in range(5):
                for key in KEYS:
                    if key.keys[0] not in LEAVING:
                        await pilot.press(key.keys[0], "escape")
                await pilot.app.action_ask("save")
                await pilot.press("escape", "ctrl+p", "s", "escape", "escape")
                if room.state.plan.phase is not Phase.THANKS:
                    await room.press(position=room.position(), sure=True)
            await pilot.pause()


async def main(folder: Path) -> None:
    sock = bound("127.0.0.1", 0)
    async with live_room(folder, Clock()) as room:
        laptop = Laptop(folder, Awake(), any_address=False)
        async with (
            WallApp(room, laptop).run_test(size=(80, 24)) as pilot,
            background.answering(room, laptop, sock),
        ):
            await pilot.pause()
            with no_more_files():
                await pilot.press("question_mark")
                await pilot.press("escape")
                await through_the_day(room, laptop)
    print("the day came to its end")


if __name__ == "__main__":
    look_often()
    if "--lazy" in sys.argv:
        background.read_in = lambda: __import__("panel_tui.desk.listener")
    asyncio.run(main(Path(sys.argv[1])))
