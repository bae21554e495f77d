"""What is on a disk, and what a power cut leaves of it.

Bytes are *seen* (what the running system shows), *pending* (not synced yet) and *safe* (on the platter). A kill keeps
what is seen; a power cut keeps what is safe, and of what is pending whatever part `Loss` says.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum

SECTOR = 64
"""Small, so that even one answer spans several."""


class Loss(Enum):
    """What becomes of bytes that were never synced."""

    NOTHING_KEPT = "nothing kept"
    ALL_KEPT = "all kept"
    TORN = "torn"
    REORDERED = "reordered"
    ZEROED = "zeroed"


Change = tuple[int, bytes | None]  # bytes at an offset, or None: cut there


def apply(data: bytearray, changes: list[Change]) -> bytearray:
    result = bytearray(data)
    for offset, new in changes:
        if new is None:
            del result[offset:]
            result.extend(bytes(offset - len(result)))
        else:
            result.extend(bytes(max(0, offset - len(result))))
            result[offset : offset + len(new)] = new
    return result


@dataclass
class File:
    seen: bytearray = field(default_factory=bytearray)
    safe: bytearray = field(default_factory=bytearray)
    pending: list[Change] = field(default_factory=list)
    changes: int = 0
    """How often anybody has written to it, as its times would tell."""

    def change(self, change: Change) -> None:
        self.changes += 1
        self.pending.append(change)
        self.seen = apply(self.seen, [change])

    def sync(self) -> None:
        self.safe = apply(self.safe, self.pending)
        self.pending = []

    def drop(self, *, hole: bool) -> None:
        """Fail a sync the way Linux does: the written pages are marked clean, and go on being seen."""
        if hole:
            self.safe.extend(bytes(max(0, len(apply(self.safe, self.pending)) - len(self.safe))))
        self.pending = [change for change in self.pending if change[1] is None]

    def settle(self, loss: Loss, chance: random.Random) -> None:
        whole = apply(self.safe, self.pending)
        self.safe = SETTLE[loss](self.safe, whole, self.pending, chance)
        self.seen, self.pending = bytearray(self.safe), []


def _torn(safe: bytearray, whole: bytearray, pending: list[Change], chance: random.Random) -> bytearray:
    reached = chance.randint(0, len(pending))
    kept = pending[:reached]
    if reached < len(pending) and (new := pending[reached][1]) is not None:
        kept = [*kept, (pending[reached][0], new[: chance.randint(0, len(new))])]
    return apply(safe, kept)


def _reordered(safe: bytearray, whole: bytearray, pending: list[Change], chance: random.Random) -> bytearray:
    size = chance.choice([len(safe), len(whole), chance.randint(*sorted((len(safe), len(whole))))])
    result = bytearray(size)
    for start in range(0, size, SECTOR):
        source = chance.choice([safe, whole])[start : min(start + SECTOR, size)]
        result[start : start + len(source)] = source
    return result


def _zeroed(safe: bytearray, whole: bytearray, pending: list[Change], chance: random.Random) -> bytearray:
    return safe[: len(whole)] + bytes(max(0, len(whole) - len(safe)))


SETTLE: dict[Loss, Callable[[bytearray, bytearray, list[Change], random.Random], bytearray]] = {
    Loss.NOTHING_KEPT: lambda safe, _whole, _pending, _chance: bytearray(safe),
    Loss.ALL_KEPT: lambda _safe, whole, _pending, _chance: whole,
    Loss.TORN: _torn,
    Loss.REORDERED: _reordered,
    Loss.ZEROED: _zeroed,
}
