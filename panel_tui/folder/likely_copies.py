"""Files that others left in a folder, and that look like copies of what its seats are called or of what members asked.

Editors, file managers and services that keep folders in step leave them: `members.toml~`, `members (1).toml`. Nobody
but whoever runs the day can say what they are, so they are named and never touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from panel_tui.folder.adjustments import FILE as ADJUSTMENTS
from panel_tui.folder.fault import Refusal
from panel_tui.folder.members_file import FILE as MEMBERS
from panel_tui.folder.own_words import FILE as WORDING
from panel_tui.folder.safe_open import names, read_ours
from panel_tui.folder.settings import FILE as SETTINGS
from panel_tui.folder.settings import MOST_BYTES
from panel_tui.folder.split import KEPT

_OURS = frozenset({SETTINGS, KEPT, MEMBERS, ADJUSTMENTS, WORDING})
_NOT_LOOKED_INTO = ("record.", "applications.", "after.")
_NAMED_LIKE = (Path(MEMBERS).stem, Path(ADJUSTMENTS).stem)
_SHORTEST = 3  # letters; a shorter label is found in any text


def said_in(labels: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds any of these labels as words of a text; nothing where none is long enough to be told."""
    long = sorted(re.escape(one) for one in labels if len(one) >= _SHORTEST)
    return re.compile(rf"(?<!\w)(?:{'|'.join(long)})(?!\w)", re.IGNORECASE) if long else None


def likely_copies(folder: Path, labels: Iterable[str]) -> tuple[str, ...]:
    """Name them: by their own names, or by a label that stands in them."""
    return tuple(_copies(folder, said_in(labels)))


def _copies(folder: Path, label: re.Pattern[str] | None) -> Iterator[str]:
    for name in names(folder):
        path, plain = folder / name, name.casefold()
        if name in _OURS or plain.startswith(_NOT_LOOKED_INTO) or (path.is_dir() and not path.is_symlink()):
            continue
        if any(one in plain for one in _NAMED_LIKE) or (label is not None and _holds(path, label)):
            yield name


def _holds(path: Path, label: re.Pattern[str]) -> bool:
    try:
        text = read_ours(path, most=MOST_BYTES).decode("utf-8-sig", errors="replace")
    except Refusal:
        return False
    return label.search(text) is not None
