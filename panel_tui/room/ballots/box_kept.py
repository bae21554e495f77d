"""Put the box on the disk, and let the room hear where that cannot be: the record's next line would meet the same."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from panel_tui.room.ballots.box_file import BoxFile

Met = Callable[[OSError], Awaitable[bool]]
"""Told why something could not be written; says whether it is worth another try, as room was made for it."""


async def giving_up(_problem: OSError) -> bool:
    """Try nothing again."""
    return False


async def keep_box(file: BoxFile, box: bytes, met: Met) -> None:
    """Write the box, and once more where room was made for it. Raises OSError, once the room has heard of it."""
    try:
        await asyncio.to_thread(file.write, box)
    except OSError as problem:
        if not await met(problem):
            raise
    else:
        return
    try:
        await asyncio.to_thread(file.write, box)
    except OSError as problem:
        await met(problem)
        raise
