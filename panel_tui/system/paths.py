"""Where things are kept on a laptop; the one module that knows."""

from __future__ import annotations

import hashlib
import os
import warnings
from pathlib import Path

from platformdirs import user_data_path, user_runtime_path


def desk_notes() -> Path:
    """Name the folder where running sessions leave their desks' ports and keys: the user's runtime folder."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # where the system names none, platformdirs says so and takes /tmp's
        return user_runtime_path("panel-tui") / "desk"


def note_name(folder: Path) -> str:
    """Name the file that belongs to a session's folder, whatever bytes the folder's own name has."""
    return hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:24] + ".json"


def written(folder: Path) -> str:
    """Write where a folder is in letters that every file and page can hold; a byte that is no letter as a mark."""
    return str(folder).encode("utf-8", "replace").decode()


def known_days() -> Path:
    """Return the file that lists the folders opened on this laptop."""
    return user_data_path("panel-tui") / "days.json"


def columns_named() -> Path:
    """Return the file that keeps which columns were named for spreadsheets that could not be used yet."""
    return user_data_path("panel-tui") / "columns.json"


def traces() -> Path:
    """Return the file that keeps a line about each fault, for whoever has to mend it."""
    return user_data_path("panel-tui") / "faults.txt"
