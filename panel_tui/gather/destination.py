"""Where rooms are put: what every destination can do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from msgspec import Struct

from panel_tui.gather.tables import ABOUT, TABLES, VERSION, ColumnKind, columns_at
from panel_tui.system.errors import ExportRefused
from sessions.views.record import Gathered


class GatherRefusal(ExportRefused):
    """Something of a room or a destination does not fit: a wording key, and what its sentence needs."""


class Version(Struct, frozen=True):
    """Which version of a room a destination holds."""

    lines: int
    head: str
    proof: str
    after_lines: int | None = None


class Destination(Protocol):
    """A database or a folder that rooms are gathered into."""

    at_once: int
    """How many rooms go in as one transaction."""
    kept_at_once: bool
    """Whether a room is there for good once `holding` is left, or only after `finish`."""

    def holding(self, ids: Sequence[str]) -> AbstractContextManager[dict[str, Version]]:
        """Hold these rooms against others who gather, tell which are there, and keep at the end what was written."""

    def write(self, rooms: Sequence[Gathered]) -> None:
        """Put rooms in place of what is held of them."""

    def remove(self, session_id: str) -> bool:
        """Take a room out; tell whether it was there."""

    def rows(self, view: str) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
        """Return a view's columns and its rows."""

    def finish(self) -> None:
        """Put everything in its place."""

    def close(self) -> None:
        """Let go of it, leaving out what was not finished."""


def check_tables(
    found: Mapping[str, list[tuple[str, str]]],
    schema: str,
    *,
    called: Callable[[ColumnKind], str],
    version: Callable[[], int | None],
) -> int:
    """Return the version these tables were made by. Raises Refusal unless they are ours, as we made them.

    `found` has each table's columns and what the engine calls their kinds; `called` says what it calls ours.
    """
    if ABOUT.name not in found:
        raise GatherRefusal("gather.not-ours", schema=schema)
    if set(ABOUT.names) != {name for name, _kind in found[ABOUT.name]}:
        raise GatherRefusal("gather.changed", table=ABOUT.name)
    made = version()
    if made is None or made > VERSION:
        raise GatherRefusal("gather.newer", schema=schema)
    for table in (ABOUT, *TABLES):
        if found.get(table.name) != [
            (column.name, called(column.kind)) for column in columns_at(table, made)
        ]:
            raise GatherRefusal("gather.changed", table=table.name)
    return made
