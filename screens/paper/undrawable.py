"""Text that no font can draw: how the press names it, and what stands in its place."""

from __future__ import annotations

import re
import unicodedata

_NAMED = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPED = re.compile(r"\\(?:u\{([0-9a-fA-F]+)\}|(.))")
_PLAIN = {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}
BOX = "□"


def missing_in(diagnostic: str) -> set[str]:
    """Give every piece of text the press says it cannot draw."""
    return {_ESCAPED.sub(_unescaped, piece) for piece in _NAMED.findall(diagnostic)}


def _unescaped(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16)) if escape[1] else _PLAIN.get(escape[2], escape[2])


def instead(piece: str) -> str:
    """Give what stands in for a piece: a symbol's own name in brackets, a box for a letter."""
    names = [unicodedata.name(sign, "").lower() for sign in piece if unicodedata.category(sign) == "So"]
    if names and all(names):
        return f"[{', '.join(names)}]"
    drawn = any(unicodedata.category(sign)[0] in "LNPS" and sign not in _MODIFIERS for sign in piece)
    return BOX if drawn else ""


_MODIFIERS = frozenset(map(chr, range(0x1F3FB, 0x1F400)))  # skin tones: nothing by themselves
