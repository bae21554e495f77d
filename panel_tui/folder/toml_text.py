"""Read TOML that people wrote, and refuse at once what no person writes: the standard reader takes minutes over it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from typing import Any

DEEPEST = 20  # names with a dot between them; ours need two
_RUN = re.compile(r"[^=\[\]{},#\n]+")
_NAME = re.compile(r"""\s*(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')\s*""")


class TooDeep(RecursionError):  # noqa: N818 - it describes the text
    """More names one within another than the reader can take in a moment."""


def toml(text: str, parse_float: Callable[[str], Any] = float) -> dict[str, Any]:
    """Read a text. Raises ValueError where it is no TOML, RecursionError where it is nested too deep."""
    for run in _RUN.finditer(text):
        if run[0].count(".") > DEEPEST and _longest_name(run[0].split(".")) > DEEPEST:
            raise TooDeep
    return tomllib.loads(text, parse_float=parse_float)


def _longest_name(parts: list[str]) -> int:
    """Count the most parts in a row that can be names. Full stops of a sentence have spaces about them."""
    longest = row = 0
    for part in parts:
        row = row + 1 if _NAME.fullmatch(part) else 0
        longest = max(longest, row)
    return longest
