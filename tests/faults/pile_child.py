"""A session that keys a pile of thirty slips for each application, and says so; to be killed at any instant.

Run as `python -m tests.faults.pile_child FOLDER`.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from panel_tui.facilitator.facilitator_api import RoomApi
from panel_tui.room.open_room import live_room
from sessions.model.phases import Phase


async def keying(folder: Path) -> None:
    """Key piles until there are no applications left."""
    async with live_room(folder) as room:
        api = RoomApi(room)
        while room.state.plan.phase is not Phase.BUDGET:
            if room.state.plan.phase is Phase.SCORE:
                ref, path = room.state.application, str(folder.parent / "scores.csv")
                found = await api.read_pile(path)
                if found.seats:
                    await api.key_pile(path, "", found.seen)
                print(ref, flush=True)
            await room.press(position=room.position(), sure=True)


if __name__ == "__main__":
    asyncio.run(keying(Path(sys.argv[1])))
