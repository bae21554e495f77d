"""Follow the laptop's clock where somebody moves it: the wall tells the right time, and nothing seems to have lasted.

A sleep is not a move: the time passed, and the day is late by it.
"""

from __future__ import annotations

import asyncio
import datetime as dt

from sessions import commands as c
from sessions.refusals import Refused

from .history import stamped
from .room import Room

# Less than this is the drift of two clocks, and not worth a line in the record.
A_MOVE = dt.timedelta(minutes=1)


async def follow_clock(room: Room, *, every: float = 5.0) -> None:
    """Look at the laptop's clock every few seconds, for as long as the session runs."""
    while True:
        await asyncio.sleep(every)
        await keep_up(room)


async def keep_up(room: Room) -> None:
    """Follow the laptop's clock if it was moved; the record says by how much."""
    by = dt.timedelta(seconds=round(room.clock.strayed().total_seconds()))
    if abs(by) < A_MOVE:
        return
    room.clock.follow(by)
    try:
        await room.do(c.FollowClock(int(by.total_seconds())))
    except Refused:
        room.clock.follow(-by)  # not on the disk, so it has not happened; the next look tries again


async def resume_clock(room: Room) -> None:
    """Notice, when a session goes on, that the clock was put back while the program was not running."""
    if not room.record.entries:
        return
    by = room.clock.now() - stamped(room.record.entries[-1].doc).at
    if by <= -A_MOVE:
        await room.do(c.FollowClock(int(by.total_seconds())))
