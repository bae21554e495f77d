"""The closed list of ways in which the record says no.

Each carries a code and facts; the sentence for people is `RECORD[code].format(**facts)` in `sessions.wording.refusals`.
"""

from typing import Any, Self

# ruff: noqa: N818 (they are named for what happened, as the spec names them)


class RecordError(Exception):
    """Say no with a code and the facts its sentence needs."""

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value}" for name, value in self.facts.items())
        return f"{self.code} ({facts})" if facts else self.code

    @property
    def line(self) -> int | None:
        """Return the line it is about, where there is one."""
        return self.facts.get("line")

    def again(self) -> Self:
        """Make a fresh copy, so that each caller who waits raises one of its own."""
        return type(self)(self.code, **self.facts)


class RecordMissing(RecordError):
    """There is no record at that place."""


class RecordDamaged(RecordError):
    """The chain does not fit; `line` is the first that does not, the good part can be copied."""


class RecordLocked(RecordError):
    """Another copy of the program has this session open."""


class RecordFull(RecordError):
    """The disk had no room; nothing of the batch was kept, and the next try may work."""


class RecordFailed(RecordError):
    """The disk did not do as asked; the record is stopped until it is opened again."""


class RecordLost(RecordFailed):
    """The file of that name is not the one we left: it was moved, replaced, removed, cut or written to by others."""


class RecordRefused(RecordError):
    """This document cannot be stored and read back as it was given."""
