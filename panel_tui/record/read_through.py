"""A record read through once, line by line, straight into its events: for whoever looks nothing up in it.

Nothing but one line is held at a time. Whatever is out of the ordinary is left to `RecordView.read`, which can say
what it is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from panel_tui.record import chain
from panel_tui.record.receipts import EVENTS
from panel_tui.record.words import KIND, HeadWords, head_words
from panel_tui.system.plain_files import opened
from sessions.events import Stamped

_HASH = 64  # characters, then a space
_events = msgspec.json.Decoder(dict[str, dict[str, Stamped | None]]).decode


class Unusual(Exception):  # noqa: N818 - it says that the long way has to be gone, not that something is wrong
    """This is no plain, whole record of ours, or not only one."""


class ReadThrough:
    """Gives a record's events in order; its `id`, its `lines` and its head are known once the last was given."""

    def __init__(self, path: Path) -> None:
        """Stand ready to read it."""
        self.id = ""
        self.lines = 0
        self._path = path
        self._head = chain.BEGINNING
        self._words = KIND

    @property
    def head_words(self) -> HeadWords:
        """Return the head as words to read aloud."""
        return head_words(self._head, self._words)

    def __iter__(self) -> Iterator[Stamped]:
        """Read it. Raises Unusual, or OSError; ValueError where a line holds something else than events."""
        with opened(self._path) as file:
            for line in file:
                if not line.endswith(b"\n") and self.lines:
                    return  # on its way still, or left by a crash: it is not there yet
                content = self._linked(line)
                if self.lines == 1:
                    self._begin(content)
                else:
                    yield from self._in(content)
        if not self.lines:
            raise Unusual

    def _linked(self, line: bytes) -> memoryview:
        """Check that a line follows the one before, and give what it holds."""
        content = memoryview(line)[_HASH + 1 : -1]
        found = hashlib.sha256(self._head.encode("ascii"))
        found.update(content)
        if line[: _HASH + 1] != found.hexdigest().encode("ascii") + b" ":
            raise Unusual
        self._head = found.hexdigest()
        self.lines += 1
        if self.lines <= 2:
            self.id = self._head
        return content

    def _begin(self, content: memoryview) -> None:
        first = chain.decode(bytes(content))
        if not isinstance(first, dict) or first.get("format") != chain.FORMAT:
            raise Unusual
        if first.get("version") != chain.VERSION:
            raise Unusual
        self._words = chain.words_of(chain.ChainLine(number=1, hash=self._head, content=first, end=0))

    @staticmethod
    def _in(content: memoryview) -> Iterator[Stamped]:
        tables = _events(content)
        if tables.keys() != {EVENTS}:
            raise Unusual
        yield from filter(None, tables[EVENTS].values())
