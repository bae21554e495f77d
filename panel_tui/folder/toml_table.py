"""Read one table of session.toml key by key, noting every wrong type and unknown key with its line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from panel_tui.folder.amounts import MOST, amount
from panel_tui.folder.fault import Notes, Refusal, shown
from panel_tui.folder.tidy import described, settled
from panel_tui.folder.toml_lines import Path
from sessions.wording import say

Moment = TypeVar("Moment", dt.date, dt.time)
_FINEST = Decimal("0.000001")  # of a number above nought; a finer one would be counted with for ever


class TomlTable:
    """A table being read. Each method gives the value, or the default where it is missing or wrong."""

    def __init__(self, values: Mapping[str, object], notes: Notes, path: Path = ()) -> None:
        self.values, self.notes, self.path = values, notes, path
        self.known: list[str] = []

    def has(self, key: str) -> bool:
        """Whether the key was given."""
        return key in self.values

    def fault(self, key: str, kind: str, *, found: str = "", meant: str = "") -> None:
        """Note a fault at one of this table's keys."""
        self.notes.fault((*self.path, key), kind, about=key, found=found, meant=meant)

    def warn(self, key: str, kind: str, *, found: str = "", meant: str = "") -> None:
        """Note something odd at one of this table's keys."""
        self.notes.warn((*self.path, key), kind, about=key, found=found, meant=meant)

    def text(self, key: str, default: str = "", *, longest: int = 200, needed: bool = False) -> str:
        """Read text on one line, cleaned; `needed` text may be neither missing nor empty."""
        value = self._take(key)
        if value is None:
            if needed:
                self.fault(key, "missing-key")
            return default
        if not isinstance(value, str):
            self._wrong(key, value, "need-text")
            return default
        return self._tidy(key, value, longest=longest, needed=needed)

    def _tidy(self, key: str, value: str, *, longest: int, needed: bool) -> str:
        whole = settled(value)
        if needed and not whole:
            self.fault(key, "empty-key")
        if len(whole) > longest:
            self.warn(key, "cut-short", found=shown(whole), meant=str(longest))
        return settled(value, longest=longest)

    def texts(self, key: str, default: tuple[str, ...], *, longest: int = 60) -> tuple[str, ...]:
        """Read a list of texts, each cleaned and none empty."""
        value = self._take(key)
        if value is None:
            return default
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self._wrong(key, value, "need-texts")
            return default
        return tuple(self._tidy(key, item, longest=longest, needed=True) for item in value)

    def lines(self, key: str, *, longest: int = 120) -> tuple[str, ...]:
        """Read a few lines, as one text with line ends in it or as a list of texts; empty ones are left out."""
        value = self._take(key)
        if value is None:
            return ()
        given = value.split("\n") if isinstance(value, str) else value
        if not isinstance(given, list) or not all(isinstance(item, str) for item in given):
            self._wrong(key, value, "need-text")
            return ()
        tidy = (self._tidy(key, item, longest=longest, needed=False) for item in given)
        return tuple(line for line in tidy if line)

    def whole(self, key: str, default: int, *, low: int, high: int) -> int:
        """Read a whole number from `low` to `high`."""
        value = self._take(key)
        if value is None:
            return default
        if not isinstance(value, int) or isinstance(value, bool):
            self._wrong(key, value, "need-whole")
            return default
        if not low <= value <= high:
            self.fault(
                key, "out-of-range", found=described(value), meant=say("folder.from-to", low=low, high=high)
            )
            return default
        return value

    def number(self, key: str, default: Decimal) -> Decimal:
        """Read any number above nought and at most a thousand."""
        value = self._take(key)
        if value is None:
            return default
        if not isinstance(value, int | Decimal) or isinstance(value, bool):
            self._wrong(key, value, "need-number")
            return default
        exact = Decimal(value) if isinstance(value, Decimal) or abs(value) <= MOST else MOST
        if not exact.is_finite() or not 0 < exact <= 1000 or exact != exact.quantize(_FINEST):
            self.fault(key, "out-of-range", found=described(value), meant=say("folder.above-nought"))
            return default
        return exact

    def money(self, key: str) -> Decimal | None:
        """Read an amount of money above nought."""
        value = self._take(key)
        if value is None:
            return None
        if not isinstance(value, int | Decimal) or isinstance(value, bool):
            self._wrong(key, value, "need-money")
            return None
        try:
            given = amount(Decimal(value) if isinstance(value, Decimal) or abs(value) <= MOST else MOST + 1)
        except Refusal as refusal:
            self.fault(key, f"key-{refusal.kind}", found=described(value))
            return None
        if given == 0:
            self.fault(key, "key-amount-nought", found=described(value))
            return None
        return given

    def flag(self, key: str, *, default: bool) -> bool:
        """Read true or false."""
        value = self._take(key)
        if value is None:
            return default
        if not isinstance(value, bool):
            self._wrong(key, value, "need-flag")
            return default
        return value

    def choice(self, key: str, options: Sequence[str], default: str) -> str:
        """Read one of a few words."""
        value = self._take(key)
        if value is None:
            return default
        if not isinstance(value, str):
            self._wrong(key, value, "need-text")
            return default
        if value not in options:
            self.unknown(key, value, options)
            return default
        return value

    def moment(self, key: str, kind: type[Moment], default: Moment | None) -> Moment | None:
        """Read a date or a time of day, whichever `kind` is."""
        value = self._take(key)
        if value is None:
            return default
        if type(value) is not kind:
            self._wrong(key, value, "need-date" if kind is dt.date else "need-time")
            return default
        return value

    def child(self, key: str) -> TomlTable | None:
        """Open the table of this name, where there is one."""
        value = self._take(key)
        if value is None:
            return None
        if not isinstance(value, dict):
            self._wrong(key, value, "need-table")
            return None
        return TomlTable(value, self.notes, (*self.path, key))

    def children(self, key: str) -> list[TomlTable]:
        """Open every table of this name, `[[…]]`, in order."""
        value = self._take(key)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self._wrong(key, value, "need-tables")
            return []
        return [TomlTable(item, self.notes, (*self.path, key, at)) for at, item in enumerate(value)]

    def unknown(self, key: str, value: str, options: Sequence[str]) -> None:
        """Note a word that is none of the few it may be, with the one that was likely meant."""
        likely = self.notes.likely(value, options)
        kind = "unknown-word" if likely else "unknown-word-bare"
        self.fault(key, kind, found=shown(value), meant=likely or ", ".join(options))

    def close(self) -> None:
        """Note every key nobody asked for."""
        for key in self.values:
            if key not in self.known:
                likely = self.notes.likely(key, self.known)
                kind = "unknown-key" if likely else "unknown-key-bare"
                meant = likely or ", ".join(dict.fromkeys(self.known))
                self.notes.fault((*self.path, key), kind, found=shown(key), meant=meant)

    def _take(self, key: str) -> object | None:
        if key not in self.known:
            self.known.append(key)
        return self.values.get(key)

    def _wrong(self, key: str, value: object, needed: str) -> None:
        meant = say(f"folder.{needed}", key=key)
        self.fault(key, "wrong-type", found=described(value), meant=meant)
