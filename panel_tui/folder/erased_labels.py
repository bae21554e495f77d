"""Take out of a folder what its seats are called: members.toml goes, and session.toml loses its labels and no more.

Each file is changed whole or not at all, so a laptop that stops leaves every one as it was or as it is to be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from msgspec import Struct

from panel_tui.folder.fault import Refusal
from panel_tui.folder.likely_copies import likely_copies, said_in
from panel_tui.folder.members_file import FILE as MEMBERS
from panel_tui.folder.members_file import member_labels
from panel_tui.folder.safe_open import put_whole, read_ours
from panel_tui.folder.settings import FILE as SETTINGS
from panel_tui.folder.settings import MOST_BYTES
from panel_tui.folder.split import KEPT
from panel_tui.folder.toml_lines import STRING, value_starts
from panel_tui.folder.toml_text import toml
from panel_tui.record.disk import RealDisk
from panel_tui.system.held_files import patiently

_BOM = "\ufeff"
_KEY = re.compile(r"""([A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')[ \t]*=[ \t]*""")
_REST = re.compile(r"[ \t]*(#[^\n]*)?")


class ErasedLabels(Struct, frozen=True):
    """What was taken out: `removed` files, those whose labels are `cleared`, those `left` as they could not be changed.

    `mentions` are places, such as `session.toml, line 12`, where something that was a label still stands in a note, and
    `copies` are files that others left, which may hold one.
    """

    removed: tuple[str, ...] = ()
    cleared: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    mentions: tuple[tuple[str, int], ...] = ()
    copies: tuple[str, ...] = ()


class CannotErase(Exception):  # noqa: N818 - a person must take the labels out by hand then
    """What is written there cannot be made out well enough to be changed."""


def erase_labels(folder: Path) -> ErasedLabels:
    """Take all labels out of a folder; doing it again finds nothing more to do."""
    removed, cleared, left = [], [], []
    known: set[str] = set()
    for name in (SETTINGS, KEPT):  # what `check --split` kept is a copy of it
        try:
            labels = _clear(folder / name)
        except (CannotErase, OSError):
            left.append(name)
        else:
            known |= labels
            cleared += [name] if labels else []
    path = folder / MEMBERS
    if path.exists() or path.is_symlink():
        known |= _called_in(path)
        try:
            patiently(path.unlink)
        except OSError:
            left.append(MEMBERS)
        else:
            removed.append(MEMBERS)
    if removed or cleared:
        RealDisk().sync_folder(folder)
    return ErasedLabels(
        tuple(removed),
        tuple(cleared),
        tuple(left),
        tuple(_mentions(folder, known)),
        likely_copies(folder, known),
    )


def without_labels(text: str) -> tuple[str, frozenset[str]]:
    """Return the text of a session.toml without its labels, and what they were. Raises CannotErase.

    A line that holds a label and nothing else goes; a note behind one stays, and so does all else.
    """
    before = _values(text)
    labels = frozenset(_labels(before))
    if not labels:
        return text, labels
    try:
        starts = value_starts(text)
        spans = sorted(
            chain.from_iterable(_spans(text, path, *at) for path, at in starts.items()), reverse=True
        )
    except (IndexError, ValueError) as problem:
        raise CannotErase from problem
    after = text
    for start, end, put in spans:
        after = after[:start] + put + after[end:]
    if _bare(_values(after)) != _bare(before) or any(_labels(_values(after))):
        raise CannotErase
    return after, labels


def _clear(path: Path) -> set[str]:
    """Clear one file of its labels and give them; nothing where there is no such file. Raises CannotErase, OSError."""
    try:
        text = read_ours(path, most=MOST_BYTES).decode("utf-8")
    except Refusal as refusal:
        if refusal.kind == "missing-file":
            return set()
        raise CannotErase from refusal
    except UnicodeDecodeError as problem:
        raise CannotErase from problem
    mark = _BOM if text.startswith(_BOM) else ""
    after, labels = without_labels(text.removeprefix(_BOM))
    if labels:
        put_whole(path, (mark + after).encode())
    return set(labels)


def _spans(text: str, path: tuple[str | int, ...], start: int, value: int) -> Iterator[tuple[int, int, str]]:
    """Return what is to be put in place of what, for one setting."""
    if path == ("member",):
        yield from _inside(text, value)
    elif len(path) == 3 and (path[0], path[2]) == ("member", "label"):
        found = STRING.match(text, _blank(text, value))
        if found is None:
            raise CannotErase
        rest = _REST.match(text, found.end())
        if rest is not None and rest[1]:
            yield start, _blank(text, found.end()), ""  # a note behind it
        else:
            end = text.find("\n", found.end())
            yield text.rfind("\n", 0, start) + 1, len(text) if end < 0 else end + 1, ""


def _inside(text: str, at: int) -> Iterator[tuple[int, int, str]]:
    """Find labels within `member = [{…}, {…}]`, which stand among other things: each becomes an empty one."""
    depth = 0
    while at < len(text):
        mark = text[at]
        if mark == "\n" and depth == 0:
            return
        if mark == "#":
            at = max(text.find("\n", at), at + 1)
            continue
        key = _KEY.match(text, at)
        if key is not None:
            at = key.end()
            found = STRING.match(text, at)
            if key[1].strip("\"'") == "label" and found is not None:
                yield at, found.end(), '""'
                at = found.end()
            continue
        depth += (mark in "[{") - (mark in "]}")
        skipped = STRING.match(text, at)
        at = skipped.end() if skipped else at + 1


def _blank(text: str, at: int) -> int:
    while text[at : at + 1] in (" ", "\t"):
        at += 1
    return at


def _values(text: str) -> dict[str, Any]:
    try:
        return toml(text)
    except (ValueError, RecursionError) as problem:
        raise CannotErase from problem


def _tables(values: dict[str, Any]) -> list[dict[str, Any]]:
    members = values.get("member", [])
    if not isinstance(members, list) or not all(isinstance(one, dict) for one in members):
        raise CannotErase
    return members


def _labels(values: dict[str, Any]) -> Iterator[str]:
    return (str(one["label"]) for one in _tables(values) if one.get("label", "") != "")


def _bare(values: dict[str, Any]) -> dict[str, Any]:
    members = [{key: held for key, held in one.items() if key != "label"} for one in _tables(values)]
    return {**values, "member": members}


def _called_in(path: Path) -> set[str]:
    try:
        return {label for label in member_labels(read_ours(path, most=MOST_BYTES))[0].values() if label}
    except Refusal:
        return set()


def _mentions(folder: Path, labels: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Look where a label still stands in what stays: in a note somebody wrote."""
    looked_for = said_in(labels)
    if looked_for is None:
        return
    for name in (SETTINGS, KEPT):
        try:
            text = read_ours(folder / name, most=MOST_BYTES).decode("utf-8-sig", errors="replace")
        except Refusal:
            continue
        yield from ((name, n) for n, line in enumerate(text.split("\n"), 1) if looked_for.search(line))
