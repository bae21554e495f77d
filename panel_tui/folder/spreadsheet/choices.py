"""What was chosen, by an option or in the conversation; each answer makes new choices, so any can be taken back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from panel_tui.folder.spreadsheet.grid import GridRow
from sessions.model.session import Value

NONE = "none"
_RANGE = re.compile(r"(?:(?P<sheet>.+)!)?(?P<first>\d{1,6})(?:\s*[-–]\s*(?P<last>\d{1,6}))?")


class SheetChoices(Value, frozen=True):
    """Everything that may be chosen. `mapping` is by title, as options say it; `named` by column, as answers do."""

    sheets: tuple[str, ...] = ()
    row: int | None = None
    mapping: Mapping[str, str] = MappingProxyType({})
    named: Mapping[str, int] = MappingProxyType({})
    currency: str = ""
    leave_out: tuple[str, ...] = ()
    take_in: tuple[str, ...] = ()
    remembered: Mapping[str, str] | None = None  # columns named last time; nothing where not asked yet
    rest_asked: bool = False
    pending: str = ""  # what is being changed
    agreed: bool = False


def rows_named(words: str) -> tuple[str, ...]:
    """Split `3, 5-7, hidden` into its parts."""
    return tuple(part for part in (part.strip() for part in re.split(r"[,;]", words)) if part)


def understood(part: str, kinds: tuple[str, ...]) -> bool:
    """Whether a part of `--leave-out` or `--take-in` says something."""
    return part.casefold() in (*kinds, NONE) or _RANGE.fullmatch(part) is not None


def names(row: GridRow, kind: str, parts: tuple[str, ...]) -> bool:
    """Whether a row is among those named: by its number, in a range, or by what kind of row it is."""
    return any(part.casefold() == kind or _in_range(row, part) for part in parts)


def _in_range(row: GridRow, part: str) -> bool:
    found = _RANGE.fullmatch(part)
    if found is None or (found["sheet"] and found["sheet"].strip("'") != row.sheet):
        return False
    first = int(found["first"])
    return first <= row.line <= int(found["last"] or first)
