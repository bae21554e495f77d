"""Two languages made from the English by rule, for tests alone: nothing in them can be taken for English.

`x-loud` has an accent on every letter and is a third longer; `ar` is written in Arabic letters, right to left.
What is filled in is left alone. What a page or poster brings of its own becomes `DATA`.
"""

from __future__ import annotations

import re
from string import Formatter
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from sessions.wording import Language, english, learn

LOUD, RIGHT_TO_LEFT = "x-loud", "ar"
DATA = "◆◆ ◆◆◆"
LATIN = re.compile(r"[A-Za-z]{2,}")

_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ACCENTED = "áƀćđéƒğĥíĵķĺɱñóƥɋŕśťúṽŵẋýžÁƁĆĐÉƑĞĤÍĴĶĹṀÑÓƤɊŔŚŤÚṼŴẊÝŽ"
_ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنه" * 2
_LETTERS = {
    LOUD: str.maketrans(_PLAIN, _ACCENTED),
    RIGHT_TO_LEFT: str.maketrans(_PLAIN, _ARABIC),
}
_DATA_STAYS = frozenset(
    {
        "position",
        "tone",
        "link",
        "wifi_link",
        "language",
        "value",
        "best",
        "criterion",
        "code",
        "ref",
        "kind",
        "part",
    }
)


def make_up() -> None:
    """Learn both."""
    for language in _LETTERS:
        learn(language, Language({key: put(words, language) for key, words in english().items()}))


def put(words: str, language: str) -> str:
    """Put a sentence into a made-up language, leaving what is filled in alone."""
    letters, made = _LETTERS[language], ""
    for text, gap, *_ in Formatter().parse(words):
        made += text.translate(letters).replace("{", "{{").replace("}", "}}")
        made += "" if gap is None else "{" + gap + "}"
    longer = "ō" * (len(words) // 3) if language == LOUD and len(words) > 3 else ""
    return f"{made} {longer}" if longer else made


def emptied(value: Any, *, keep: frozenset[str] = _DATA_STAYS) -> Any:
    """Put `DATA` wherever a page or poster brings words of its own."""
    if isinstance(value, str):
        return DATA if value else ""
    if isinstance(value, tuple):
        return tuple(emptied(part, keep=keep) for part in value)
    if isinstance(value, Struct):
        names = [name for name in value.__struct_fields__ if name not in keep]
        return replace(value, **{name: emptied(getattr(value, name), keep=keep) for name in names})
    return value


def words_in(value: Any) -> list[str]:
    """List every word a view brings for people to read."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [word for part in value for word in words_in(part)]
    if isinstance(value, Struct):
        shown = [name for name in value.__struct_fields__ if name not in _DATA_STAYS]
        return [word for name in shown for word in words_in(getattr(value, name))]
    return []
