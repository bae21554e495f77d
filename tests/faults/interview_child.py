"""An interview in a process of its own, to be killed in one of its phases. Prints what it was told is kept."""

from __future__ import annotations

import asyncio
import itertools
import sys
from pathlib import Path

from panel_tui.record import Record
from panel_tui.room.room import Room
from sessions import commands as c
from sessions import events as e
from sessions.model.answers import score
from sessions.model.phases import Phase
from tests.sessions.meeting import stage


async def meet(path: Path, target: Phase) -> None:
    room = Room(Record.open(path, program="tests"))
    if not room.state.seats:
        await room.do(c.OpenDoors(stage(seats=5, applications=1)))
        for n in range(1, 6):
            await room.do(c.TakeFreeSeat(f"token{n}", e.Card(0, f"code{n}", f"key{n}")))
    while room.state.plan.phase is not target:
        await room.press(position=room.position(), sure=True)
        print("place", room.position(), flush=True)
    for n in itertools.count():
        await room.do(c.AddNote(f"note {n}"))
        print("note", n, flush=True)
        if target in (Phase.INTERVIEW_ASK, Phase.INTERVIEW_THEIRS):
            await room.do(c.AskFollowUp(room.position()))
            print("further", n + 1, flush=True)
        if target is Phase.SCORE:
            value, seat = n // 5 % 5 + 1, n % 5 + 1
            await room.do(c.GiveAnswer(seat, "A01", "c1", score(value), f"sending {n}", n))
            print("answer", seat, n, flush=True)


if __name__ == "__main__":
    asyncio.run(meet(Path(sys.argv[1]), Phase(sys.argv[2])))
