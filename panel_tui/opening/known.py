"""Which folders were opened on this laptop: a list for its owner alone, in the user's own data folder."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from pathlib import Path

from ..paths import known_days

_MOST = 100


def known() -> list[Path]:
    """Give the folders, the last opened first. A list that cannot be read is an empty one."""
    try:
        kept = json.loads(known_days().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return [Path(one) for one in kept if isinstance(one, str)] if isinstance(kept, list) else []


def remember(folder: Path) -> None:
    """Put a folder first on the list. A laptop that will not keep the list runs the day all the same."""
    whole = folder.resolve()
    _keep([whole, *(one for one in known() if one != whole)])


def forget(folder: Path) -> None:
    """Take a folder off the list; the folder itself stays as it is."""
    whole = folder.resolve()
    _keep([one for one in known() if one != whole])


def _keep(folders: list[Path]) -> None:
    write_for_owner(known_days(), json.dumps([str(one) for one in folders[:_MOST]], indent=0))


def write_for_owner(file: Path, text: str) -> None:
    """Write a small file for the laptop's owner alone, whole or not at all; what cannot be kept is let go."""
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        # made beside and moved into place: whoever reads it meanwhile finds the old list whole, and mkstemp
        # gives it to its owner alone
        handle, beside = tempfile.mkstemp(dir=file.parent, prefix=".days-")
        with os.fdopen(handle, "w", encoding="utf-8") as new:
            new.write(text)
        Path(beside).replace(file)
