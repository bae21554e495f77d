"""A live session in a process of its own, with a ballot open, to be killed. It does what it is told line by line.

Prints its port when it is ready. `press` closes the ballot, as two presses would; `wall` prints the wall's lines.
"""

import asyncio
import json
import sys
from pathlib import Path

from panel_tui.room.open_room import live_room
from panel_tui.room.room import Room
from panel_tui.system.clock import Clock
from panel_tui.web import serve
from tests.secrecy.table import begin
from tests.sessions.worlds import session

SEATS = 7


async def live(folder: Path) -> None:
    plan = session(seats=SEATS, applications=1, criteria=1)
    async with live_room(folder, Clock(), plan) as room, serve(room, "127.0.0.1", 0) as server:
        if room.state.step is None:
            await begin(room, SEATS)
        print(server.port, flush=True)
        while order := (await asyncio.to_thread(sys.stdin.readline)).strip():
            print(json.dumps(await obey(room, order)), flush=True)


async def obey(room: Room, order: str) -> object:
    if order == "wall":
        return room.poster().lines
    await room.press(position=room.position(), sure=True)
    one = room.state.rounds["A01"][-1]
    return [*(one.counts or ()), one.cant_say]


if __name__ == "__main__":
    asyncio.run(live(Path(sys.argv[1])))
