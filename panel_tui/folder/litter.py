"""What systems and other programs leave in any folder by themselves: nobody put it there, and nobody misses it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

NAMES = frozenset({"desktop.ini", "thumbs.db", "ehthumbs.db", ".ds_store", ".localized", ".directory"})
PATTERNS = ("~$*", ".~lock.*#", "[Dd]esktop.ini", "[Tt]humbs.db", "ehthumbs.db", ".DS_Store", "._*")
"""The same, and the locks of Excel and LibreOffice, as `shutil.ignore_patterns` wants them."""

_LOCKS = ("~$", ".~lock.", "._")


def is_litter(path: Path) -> bool:
    """Whether a file is one of those."""
    name = path.name.casefold()
    return name in NAMES or name.startswith(_LOCKS)


def things_in(folder: Path) -> Iterator[Path]:
    """Return what somebody put into a folder. Raises OSError."""
    return (one for one in folder.iterdir() if not is_litter(one))
