"""Open a session's folder as a live room, close it again, and follow the laptop's clock where somebody moves it.

A sleep is not a move: the time passed, and the day is late by it.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from panel_tui import PROGRAM
from panel_tui.folder.languages import learn_language
from panel_tui.folder.plan_in_force import read_or_refuse
from panel_tui.folder.seat_labels import SeatLabels
from panel_tui.record import Record
from panel_tui.record.history import refuse_odd, refuse_sealed, stamped
from panel_tui.record.sidecar_files import RECORD
from panel_tui.room.adjusted import LiveAdjustments
from panel_tui.room.record_watch import looked_after
from panel_tui.room.room import Room
from panel_tui.system.clock import A_MOVE, Clock
from panel_tui.system.no_dump import no_dump
from sessions import commands as c
from sessions.commands import OpenDoors
from sessions.model.phases import Phase
from sessions.model.refusals import Refused
from sessions.model.session import Session
from sessions.wording import speaking_of


async def follow_clock(room: Room, *, every: float = 5.0) -> None:
    """Look at the laptop's clock every few seconds, for as long as the session runs."""
    while True:
        await asyncio.sleep(every)
        await keep_up(room)


async def keep_up(room: Room) -> None:
    """Follow the laptop's clock if it was moved, and its time zone; the record says by how much the clock was."""
    room.clock.look_at_zone()
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


async def resume_day(room: Room) -> None:
    """Begin the next day where a day has ended, and the program is opened again on a later date."""
    since, now = room.state.plan.since, room.clock.now()
    if room.state.plan.phase is not Phase.OVERNIGHT or since is None:
        return
    if now.date() > since.astimezone(now.tzinfo).date():
        await room.do(c.BeginDay())


def drawn(room: Room) -> None:
    """Draw once what wall and phones will ask for, so that an odd entry is named here and not before a room.

    Where no entry is at fault the room opens all the same: a page that fails leaves a trace, and is no reason to
    keep everybody out. Raises RecordDamaged.
    """
    try:
        room.poster()
        for seat in room.state.seats:
            room.page(seat)
    except Exception as problem:
        from panel_tui.system.fault_trace import leave_trace  # it reads a whole library in

        refuse_odd(room.record.entries, problem)
        leave_trace("room", problem)


@asynccontextmanager
async def live_room(
    folder: Path, clock: Clock | None = None, session: Session | None = None, *, rehearsal: bool = False
) -> AsyncIterator[Room]:
    """Return the room of a folder: by the folder as it stands until somebody has had a seat, then by its record.

    `session` takes the folder's place; one that begins as a `rehearsal` stays one in its record. Raises FolderRefused,
    SealedAlready and the record's own refusals.
    """
    clock, undumped = clock or Clock(), no_dump()
    refuse_sealed(folder / RECORD)
    # a folder that cannot be read must leave no record behind
    fresh = None if (folder / RECORD).exists() else session or read_or_refuse(folder, clock.seed)
    record = Record.open(folder / RECORD, program=PROGRAM)
    try:
        room = Room(record, clock)
        room.undumped = undumped
        room.labels = SeatLabels(folder)
        room.adjusted = LiveAdjustments(folder, lambda: max(room.state.seats, default=0))
        if not room.state.begun:
            agreed = fresh or session or read_or_refuse(folder, clock.seed, room.state)
            await room.do(OpenDoors(agreed, rehearsal or room.state.rehearsal))
        await resume_clock(room)
        await resume_day(room)
        learn_language(room.state.model.language)
        with speaking_of(room.state.model):
            drawn(room)
            async with looked_after(room.keeping):
                yield room
    finally:
        await record.close()
