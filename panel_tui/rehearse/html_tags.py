"""The tags of a page that somebody filling it in could act on, and the words between them.

A pretend day reads thousands of pages, of which Python's own parser, written in Python, walks every tag of every
picture. The pages are our own: each value in them is escaped, so a tag ends where it seems to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

Attributes = dict[str, str]

_WANTED = "body|main|h1|a|label|form|button|input|textarea|select|option"
_REST = r"""[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>"""  # of a tag; a value in quotes may hold anything
_PASSED = rf"<!--.*?-->|<(?P<raw>script|style)\b{_REST}.*?</(?P=raw)\s*>"
_MET = re.compile(
    rf"{_PASSED}|<(?P<end>/?)(?P<tag>{_WANTED})(?=[\s/>])(?P<rest>{_REST})", re.DOTALL | re.IGNORECASE
)
_OTHER = re.compile(rf"{_PASSED}|<[!/]?[a-z]{_REST}", re.DOTALL | re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")


class Tag:
    """One tag as met: its name in small letters, whether it ends something, its attributes as they stand."""

    __slots__ = ("_rest", "ends", "name")

    def __init__(self, name: str, rest: str, *, ends: bool) -> None:
        """Keep what stands in it, unread."""
        self.name, self._rest, self.ends = name, rest, ends

    def attributes(self) -> Attributes:
        """Read its attributes; one without a value has an empty one."""
        return {
            found[1].lower(): unescape(found[2] or found[3] or found[4] or "")
            for found in _ATTRIBUTE.finditer(self._rest)
        }


def walk(html: str) -> Iterator[tuple[str, Tag]]:
    """Yield each tag that matters, with what stands between it and the last one; `words_of` reads that."""
    done = 0
    for met in _MET.finditer(html):
        name = met["tag"]
        if name:
            yield html[done : met.start()], Tag(name.lower(), met["rest"][:-1], ends=bool(met["end"]))
            done = met.end()


def words_of(between: str) -> str:
    """Return the words a person sees there."""
    return unescape(_OTHER.sub("", between) if "<" in between else between)
