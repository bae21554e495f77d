"""Change one thing in the text of session.toml and leave the rest as staff wrote it, their notes too.

Every change is held against the standard reader: exactly what was meant is different, or nothing is changed.
"""

from __future__ import annotations

import copy
import re
import tomllib
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path as FilePath
from typing import Any

from panel_tui.folder.fault import Fault, Refusal
from panel_tui.folder.safe_open import put_whole, read_ours
from panel_tui.folder.settings import FILE, MOST_BYTES, read_settings
from panel_tui.folder.tidy import quoted
from panel_tui.folder.toml_lines import Path, locate

Value = str | int | Decimal | bool
Change = Callable[[str], str]

_LINE = re.compile(
    r"""^(?P<key>[^=]+=\s*)(?P<value>"(?:[^"\\]|\\.)*"|'[^']*'|[^#"'\[{]*?)(?P<note>\s*(?:#.*)?)$"""
)
ASKING = "# CHANGE THIS"  # how a note begins that `new` writes above what the spreadsheet does not say
_HEADER = re.compile(r"\s*\[")


class CannotAmend(Exception):  # noqa: N818 - what it says is for whoever edits by hand then
    """What is written there is not one line of one value; a person must change it by hand."""


def with_value(text: str, path: Path, value: Value) -> str:
    """Set one value, in its place, or where there is none at its table's start. Raises CannotAmend."""
    lines, places = text.split("\n"), locate(text)
    if path in places:
        found = _LINE.match(lines[places[path] - 1])
        if found is None:
            raise CannotAmend
        lines[places[path] - 1] = f"{found['key']}{_written(value)}{found['note']}"
        _without_our_asking(lines, places[path] - 1)
    else:
        lines.insert(_start(lines, places, path[:-1]), f"{path[-1]} = {_written(value)}")
    return _checked(text, "\n".join(lines), lambda values: _set(values, path, value))


def _without_our_asking(lines: list[str], at: int) -> None:
    """Take away the note of a new folder that asks for this line to be changed: it has been."""
    first = at
    while first and lines[first - 1].startswith("#"):
        first -= 1
    if first < at and lines[first].startswith(ASKING):
        del lines[first:at]


def without_block(text: str, name: str, at: int) -> str:
    """Take out one `[[name]]` with its values. Raises CannotAmend."""
    lines, places = text.split("\n"), locate(text)
    first, last = _extent(places, name, at)
    after = [*lines[: first - 1], *lines[last:]]
    return _checked(text, "\n".join(after), lambda values: _without(values, name, at))


def with_block(text: str, name: str, values: Mapping[str, Value], *, before: int | None = None) -> str:
    """Add one `[[name]]` before another, after the last one, or at the end. Raises CannotAmend."""
    lines, places = text.rstrip("\n").split("\n"), locate(text)
    count = sum(1 for path in places if len(path) == 2 and path[0] == name)
    block = [f"[[{name}]]", *(f"{key} = {_written(value)}" for key, value in values.items())]
    if before is None:
        at, block = (_extent(places, name, count - 1)[1] if count else len(lines)), ["", *block]
    else:
        at, block = _extent(places, name, before)[0] - 1, [*block, ""]
    after = "\n".join([*lines[:at], *block, *lines[at:]]) + "\n"
    place = count if before is None else before
    return _checked(text, after, lambda held: held.setdefault(name, []).insert(place, dict(values)))


def amend(folder: FilePath, change: Change) -> tuple[Fault, ...]:
    """Change session.toml whole or not at all; gives what keeps it from being so. Raises CannotAmend, OSError."""
    path = folder / FILE
    try:
        text = read_ours(path, most=MOST_BYTES).decode("utf-8-sig")
    except (Refusal, UnicodeDecodeError) as problem:
        raise CannotAmend from problem
    after = change(text)
    before, now = (read_settings(one.encode())[1].faults for one in (text, after))
    if fresh := [fault for fault in now if fault.kind not in {old.kind for old in before}]:
        return tuple(fresh)
    put_whole(path, after.encode())
    return ()


def _written(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return quoted(value)
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _start(lines: list[str], places: Mapping[Path, int], table: Path) -> int:
    if table:
        return places[table]
    headers = [at for at, line in enumerate(lines) if _HEADER.match(line)]
    before = headers[0] if headers else len(lines)
    tops = [line for path, line in places.items() if len(path) == 1 and line <= before]
    return max(tops, default=0)


def _extent(places: Mapping[Path, int], name: str, at: int) -> tuple[int, int]:
    inside = [line for path, line in places.items() if path[:2] == (name, at)]
    if not inside:
        raise CannotAmend
    return min(inside), max(inside)


def _set(values: dict[str, Any], path: Path, value: Value) -> None:
    held: Any = values
    for key in path[:-1]:
        held = held[key]
    held[path[-1]] = value


def _without(values: dict[str, Any], name: str, at: int) -> None:
    del values[name][at]
    if not values[name]:
        del values[name]


def _checked(before: str, after: str, meant: Callable[[dict[str, Any]], object]) -> str:
    """Return the text where exactly what was meant is different. Raises CannotAmend."""
    try:
        expected = copy.deepcopy(tomllib.loads(before, parse_float=Decimal))
        meant(expected)
        same = tomllib.loads(after, parse_float=Decimal) == expected
    except (ValueError, KeyError, IndexError, TypeError) as problem:
        raise CannotAmend from problem
    if not same:
        raise CannotAmend
    return after
