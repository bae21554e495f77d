"""Open a session's folder as a live room, and close it again."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from sessions.commands import OpenDoors
from sessions.model import Session
from sessions.wording import speaking

from . import __version__
from .clock import Clock
from .folder import Fault, listing, read_session
from .record import Record
from .room import Room
from .sealed import refuse_sealed
from .timekeeping import resume_clock
from .unable import Unable
from .wording import learn_language

RECORD = "record.jsonl"
PROGRAM = f"panel-tui {__version__}"


class FolderRefused(Unable):
    """The folder cannot be used as it is: every fault, one a line."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        """Say them all."""
        super().__init__(listing(faults))


def read_or_refuse(folder: Path, draw: Callable[[], int]) -> Session:
    """Read a folder's session; `draw` gives the seed of a shuffled order that names none. Raises FolderRefused."""
    reading = read_session(folder, draw=draw)
    if reading.session is None:
        raise FolderRefused(reading.faults)
    return reading.session


@asynccontextmanager
async def live_room(
    folder: Path, clock: Clock | None = None, session: Session | None = None
) -> AsyncIterator[Room]:
    """Give the room of a folder; a session that has begun goes on from its record, whatever the folder says now.

    Raises FolderRefused, SealedAlready and the record's own refusals.
    """
    clock = clock or Clock()
    begun = (folder / RECORD).exists()
    refuse_sealed(folder / RECORD)
    fresh = None if begun else session or read_or_refuse(folder, clock.seed)
    record = Record.open(folder / RECORD, program=PROGRAM)
    try:
        room = Room(record, clock)
        if room.state.session is None:
            await room.do(OpenDoors(fresh or session or read_or_refuse(folder, clock.seed)))
        await resume_clock(room)
        learn_language(room.state.model.language)
        with speaking(room.state.model.language, dict(room.state.model.wording)):
            yield room
    finally:
        await record.close()
