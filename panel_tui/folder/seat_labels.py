"""What the folder calls the seats, now: for the desk, for cards, and for a member who asks. Never for the record.

Whatever else is wrong in the folder, labels that can be made out are given: once a day has begun its record rules,
and a slip in session.toml must not leave the desk without names.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from panel_tui.folder.fault import Refusal
from panel_tui.folder.members_file import FILE as MEMBERS
from panel_tui.folder.members_file import member_labels, members_text
from panel_tui.folder.safe_open import read_ours
from panel_tui.folder.settings import FILE as SETTINGS
from panel_tui.folder.settings import LONGEST_LABEL, MOST_BYTES
from panel_tui.folder.toml_file import toml_file

Labels = Mapping[int, str]
_Mark = tuple[int, int, int] | None


def labels_in(folder: Path) -> dict[int, str]:
    """Return by seat what the folder calls it; where its two files disagree, members.toml counts."""
    return {**(_in_settings(folder) or {}), **(_in_members(folder) or {})}


def members_carried(folder: Path, seats: Collection[int]) -> bytes | None:
    """Return the members.toml of a folder that is made from this one, for these seats; None where none has a label.

    It is the file as it stands where that says it all; else one that is written anew.
    """
    labels = {seat: label for seat, label in labels_in(folder).items() if seat in seats}
    data = _bytes(folder / MEMBERS)
    if data is not None:
        told, notes = member_labels(data)
        if told == labels and not notes.faults:
            return data
    return members_text(labels) if labels else None


class SeatLabels:
    """The labels of a folder that may be edited while its session runs; read anew only where a file has changed."""

    def __init__(self, folder: Path) -> None:
        """Look at a folder; nothing is read before the first question."""
        self._parts = [_Part(folder, SETTINGS, _in_settings), _Part(folder, MEMBERS, _in_members)]

    def __call__(self) -> Labels:
        """Return them as they stand. What cannot be made out just now stays as it was."""
        settings, members = (part.now() for part in self._parts)
        return {**settings, **members}


class _Part:
    """One of the two files, and what it said when it could last be read."""

    def __init__(self, folder: Path, name: str, read: Callable[[Path], Labels | None]) -> None:
        self._folder, self._path, self._read = folder, folder / name, read
        self._mark: _Mark = None
        self._labels: Labels = {}

    def now(self) -> Labels:
        mark = _mark(self._path)
        if mark is None:
            self._labels = {}
        elif mark != self._mark:
            found = self._read(self._folder)
            self._labels = self._labels if found is None else found
        self._mark = mark
        return self._labels


def _mark(path: Path) -> _Mark:
    try:
        there = path.stat()
    except OSError:
        return None
    return there.st_mtime_ns, there.st_size, there.st_ino


def _in_settings(folder: Path) -> dict[int, str] | None:
    """Read the labels of session.toml, whose `[[member]]` tables take the seats in order; None where it is broken."""
    data = _bytes(folder / SETTINGS)
    top = toml_file(SETTINGS, data)[0] if data else None
    if top is None:
        return None
    told = {
        n: table.text("label", longest=LONGEST_LABEL)
        for n, table in enumerate(top.children("member"), start=1)
    }
    return {seat: label for seat, label in told.items() if label}


def _in_members(folder: Path) -> dict[int, str] | None:
    data = _bytes(folder / MEMBERS)
    if data is None:
        return None
    labels, notes = member_labels(data)
    return None if notes.faults and not labels else {seat: label for seat, label in labels.items() if label}


def _bytes(path: Path) -> bytes | None:
    try:
        return read_ours(path, most=MOST_BYTES)
    except Refusal:
        return None
