"""Where things are kept on a laptop; the one module that knows."""

from __future__ import annotations

import asyncio
import hashlib
import shutil
import warnings
from pathlib import Path

from platformdirs import user_data_path, user_runtime_path

from .live import PROGRAM, RECORD
from .record import Record, RecordError, RecordLocked

_MANY = 100


def desk_notes() -> Path:
    """Name the folder where running sessions leave their desks' ports and keys: the user's runtime folder."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # where the system names none, platformdirs says so and takes /tmp's
        return user_runtime_path("panel-tui") / "desk"


def note_name(folder: Path) -> str:
    """Name the file that belongs to a session's folder."""
    return hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:24] + ".json"


def known_days() -> Path:
    """Give the file that lists the folders opened on this laptop."""
    return user_data_path("panel-tui") / "days.json"


def columns_named() -> Path:
    """Give the file that keeps which columns were named for spreadsheets that could not be used yet."""
    return user_data_path("panel-tui") / "columns.json"


def fresh_demo_folder() -> Path:
    """Give an empty folder for the demo. The last demo is cleared away, unless it still runs."""
    home = user_data_path("panel-tui")
    for number in range(1, _MANY):
        folder = home / ("demo" if number == 1 else f"demo-{number}")
        if not asyncio.run(_in_use(folder / RECORD)):
            if folder.exists():
                shutil.rmtree(folder)
            folder.mkdir(parents=True)
            return folder
    raise FileExistsError(home)


async def _in_use(kept: Path) -> bool:
    if not kept.exists():
        return False
    try:
        await Record.open(kept, program=PROGRAM).close()
    except RecordLocked:
        return True
    except RecordError:
        return False
    return False
