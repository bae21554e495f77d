"""Room after room: read, compare with what is there, put in, and say in a line how it went."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from panel_tui.gather.destination import Destination, Version
from panel_tui.gather.rooms import FoundRoom, read_room
from panel_tui.system.errors import Unable
from sessions.views.record.gathered import RECORD
from sessions.wording import say


class GatherOptions(StrEnum):
    """How it went with one room."""

    TAKEN = "taken"
    UNCHANGED = "unchanged"
    OLDER = "older"
    REFUSED = "refused"


class Line(Struct, frozen=True):
    """One room: its place, how it went, and why not where it was refused."""

    room: Path
    how: GatherOptions
    why: str = ""


def judged(room: FoundRoom, there: Version | None) -> tuple[GatherOptions, str]:
    """Say whether a room goes in beside the version of it that is there."""
    facts = room.gives.facts
    if there is None:
        return GatherOptions.TAKEN, ""
    if facts.lines < there.lines:
        return GatherOptions.OLDER, say("gather.older")
    same = facts.head if facts.lines == there.lines else room.head_at(there.lines) if room.head_at else ""
    if same and same != there.head:
        return GatherOptions.REFUSED, say("gather.forked")
    verified = facts.proof == RECORD and there.proof != RECORD
    after, was = facts.after_lines or 0, there.after_lines or 0
    if facts.lines == there.lines and not verified and after == was:
        return GatherOptions.UNCHANGED, ""
    if there.proof == RECORD and facts.proof != RECORD:
        return GatherOptions.REFUSED, say("gather.less-proof")
    if after < was:
        return GatherOptions.OLDER, say("gather.older")
    return GatherOptions.TAKEN, ""


def gather(rooms: Iterable[Path], into: Destination, *, rehearsal: bool, dry: bool) -> Iterator[Line]:
    """Gather rooms, a line each, told once the room is there for good. Raises Refusal where nothing more can go in."""
    untold: list[Line] = []
    batch: list[_Waiting] = []
    for path in rooms:
        waiting = _looked_at(path, rehearsal=rehearsal)
        again = waiting.room and any(one.key == waiting.key for one in batch)
        if again or sum(one.room is not None for one in batch) >= into.at_once:
            untold += _put(batch, into, dry=dry)
        batch.append(waiting)
        if into.at_once == 1:
            untold += _put(batch, into, dry=dry)
        if into.kept_at_once:
            yield from untold
            untold.clear()
    untold += _put(batch, into, dry=dry)
    if not dry:
        into.finish()
    yield from untold


class _Waiting(Struct, frozen=True):
    """A room that was looked at: what it gives, or why it is refused."""

    path: Path
    room: FoundRoom | None = None
    why: str = ""

    @property
    def key(self) -> str:
        return self.room.gives.facts.session_id if self.room else ""


def _looked_at(path: Path, *, rehearsal: bool) -> _Waiting:
    try:
        room = read_room(path)
    except Unable as why:
        return _Waiting(path, why=str(why))
    if room.gives.facts.rehearsal and not rehearsal:
        return _Waiting(path, why=say("gather.rehearsal"))
    return _Waiting(path, room)


def _put(batch: list[_Waiting], into: Destination, *, dry: bool) -> list[Line]:
    """Put a batch in as one transaction, and empty it."""
    lines, going = [], []
    keys = [one.key for one in batch if one.room]
    with into.holding(keys) if keys else nullcontext({}) as there:
        for one in batch:
            how, why = judged(one.room, there.get(one.key)) if one.room else (GatherOptions.REFUSED, one.why)
            lines.append(Line(one.path, how, why))
            if one.room and how is GatherOptions.TAKEN:
                going.append(one.room.gives)
        if not dry:
            into.write(going)
    batch.clear()
    return lines
