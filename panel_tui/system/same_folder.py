"""Whether two paths lead to one folder: on a Mac and on Windows they may, though their letters differ."""

from __future__ import annotations

from pathlib import Path


def same(one: Path, other: Path) -> bool:
    """Whether both are the same folder, by what the disk says where both are there."""
    if one == other:
        return True
    try:
        return one.samefile(other)
    except OSError:
        return False


def lies_in(path: Path, folder: Path) -> bool:
    """Whether a path, there already or not, is the folder or leads into it."""
    whole, around = path.resolve(), folder.resolve()
    return any(same(one, around) for one in (whole, *whole.parents))
