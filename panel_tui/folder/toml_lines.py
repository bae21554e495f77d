"""Find the line each setting of a TOML text stands on; the standard reader does not say.

Only for text the standard reader has accepted: this walks its shape and checks nothing.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right

Path = tuple[str | int, ...]

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY = re.compile(r"""[ \t]*([A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')[ \t]*""")
STRING = re.compile(
    r'"""(?:[^"\\]|\\.|"{1,2}(?!"))*"{3,5}'
    + r"|'''(?:[^']|'{1,2}(?!'))*'{3,5}"
    + r'|"(?:[^"\\\n]|\\.)*"'
    + r"|'[^'\n]*'",
    re.DOTALL,
)
_PLAIN = re.compile(r"[^\"'#\[\]{}\n]+")


def locate(text: str) -> dict[Path, int]:
    """Map each table and key to its line, counted from 1; elements of `[[x]]` are numbered from 0."""
    return _Walk(text).lines


def value_starts(text: str) -> dict[Path, tuple[int, int]]:
    """Map each key that is given a value to where its name begins in the text, and where its value may."""
    return _Walk(text).starts


def line_of(lines: dict[Path, int], path: Path) -> int | None:
    """Return the line of `path`, or of the nearest thing around it that has one."""
    if path not in lines and (*path, 0) in lines:  # several headings of one name: the first
        return lines[*path, 0]
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path)


class _Walk:
    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self.ends = [found.start() for found in re.finditer("\n", text)]
        self.lines: dict[Path, int] = {}
        self.starts: dict[Path, tuple[int, int]] = {}
        self.counts: dict[Path, int] = {}
        self._statements()

    def _statements(self) -> None:
        table: Path = ()
        self._blank()
        while self.at < len(self.text):
            line = bisect_right(self.ends, self.at - 1) + 1 if self.at else 1
            if self.text.startswith("[[", self.at):
                table = self._header(2)
            elif self.text[self.at] == "[":
                table = self._header(1)
            else:
                begin, path = self.at, table + self._keys()
                self.lines.setdefault(path, line)
                self.at += 1  # the equals sign
                self.starts.setdefault(path, (begin, self.at))
                self._value()
                self._blank()
                continue
            self.lines.setdefault(table, line)
            self._blank()

    def _header(self, brackets: int) -> Path:
        self.at += brackets
        keys = self._keys()
        self.at += brackets
        path = self._within(keys[:-1]) + keys[-1:]
        if brackets == 1:
            return self._within(keys)
        self.counts[path] = self.counts.get(path, 0) + 1
        return (*path, self.counts[path] - 1)

    def _within(self, keys: Path) -> Path:
        path: Path = ()
        for key in keys:
            path = (*path, key)
            if path in self.counts:
                path = (*path, self.counts[path] - 1)
        return path

    def _keys(self) -> Path:
        keys: list[str] = []
        while found := _KEY.match(self.text, self.at):
            keys.append(_plain_key(found[1]))
            self.at = found.end()
            if not self.text.startswith(".", self.at):
                break
            self.at += 1
        return tuple(keys)

    def _value(self) -> None:
        depth = 0
        while self.at < len(self.text):
            mark = self.text[self.at]
            if mark == "\n" and depth == 0:
                return
            if mark == "#":
                end = self.text.find("\n", self.at)
                self.at = end if end >= 0 else len(self.text)
                continue
            depth += (mark in "[{") - (mark in "]}")
            skipped = STRING.match(self.text, self.at) or _PLAIN.match(self.text, self.at)
            self.at = skipped.end() if skipped else self.at + 1

    def _blank(self) -> None:
        found = _BLANK.match(self.text, self.at)
        self.at = found.end() if found else self.at


def _plain_key(key: str) -> str:
    return str(tomllib.loads(f"k = {key}")["k"]) if key[0] in "\"'" else key
