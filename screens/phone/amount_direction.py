"""Keep an amount of money in one piece where the words beside it run from right to left."""

from __future__ import annotations

import re

# letters of the words around it would else draw the sign to the wrong end, and the figures apart
_AMOUNT = re.compile(r"−?(?:[£€$]|\b[A-Z]{3} )\d[\d,]*(?:\.\d\d)?")
_WORDS = re.compile(r"<textarea.*?</textarea>|<[^>]*>|[^<]+", re.DOTALL)
_BEGIN, _END = (
    "\u2066",
    "\u2069",
)  # an isolate from left to right; also where no element may stand, as in a title


def isolated(drawn: str) -> str:
    """Isolate every amount a page says; what is typed, and what stands inside a tag, is left as it is."""

    def put(piece: re.Match[str]) -> str:
        if piece[0].startswith("<"):
            return piece[0]
        return _AMOUNT.sub(lambda amount: f"{_BEGIN}{amount[0]}{_END}", piece[0])

    return _WORDS.sub(put, drawn)
