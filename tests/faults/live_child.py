"""A live session in a process of its own, with its scoring open, to be killed. Prints its port when it is ready."""

import asyncio
import sys
from pathlib import Path

from panel_tui.room.open_room import live_room
from panel_tui.system.clock import Clock
from panel_tui.web import serve
from sessions.model.phases import Phase


async def live(folder: Path) -> None:
    async with live_room(folder, Clock()) as room, serve(room, "127.0.0.1", 0) as server:
        while room.state.taken and room.state.plan.phase is not Phase.SCORE:
            await room.press(position=room.position(), sure=True)
        print(server.port, flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(live(Path(sys.argv[1])))
