"""Find a column by what a person calls it, and call it by what tells it from the others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from panel_tui.folder.fault import shown
from panel_tui.folder.spreadsheet.title_trust import squeezed
from sessions.wording import say

_BY_PLACE = re.compile(r"(?:.*\()?(?:column|col|#)?\s*(?P<place>\d{1,4}|[A-Za-z]{1,2})\)?", re.I)


def columns_called(titles: Sequence[str], wanted: str) -> list[int]:
    """List the columns a person may mean: by title, then by `column D`, then by number from the left."""
    wanted = wanted.strip()
    exact = [at for at, title in enumerate(titles) if title and title == wanted]
    if exact:
        return exact
    named = [at for at in range(len(titles)) if title_of(titles, at).casefold() == wanted.casefold()]
    if named:
        return named
    sought = squeezed(wanted)
    alike = [at for at, title in enumerate(titles) if sought and squeezed(title) == sought]
    return alike or _by_place(titles, wanted)


def _by_place(titles: Sequence[str], wanted: str) -> list[int]:
    found = _BY_PLACE.fullmatch(wanted)
    if found is None or (found["place"].isalpha() and "col" not in wanted.casefold()):
        return []
    place = found["place"]
    at = int(place) - 1 if place.isdigit() else _number(place) - 1
    return [at] if 0 <= at < len(titles) else []


def title_of(titles: Sequence[str], at: int) -> str:
    """Call a column by its title, with its letter where another is called the same or it has none."""
    title = titles[at]
    if title and list(titles).count(title) == 1:
        return title
    letter = say("folder.column-letter", letter=letter_of(at))
    return f"{title} ({letter})" if title else letter


def letter_of(at: int) -> str:
    """Return the letter a spreadsheet shows over a column."""
    letters, number = "", at + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def listed(titles: Sequence[str]) -> str:
    """List titles, as many as can be read."""
    named = [shown(title) for title in titles if title]
    return ", ".join(named[:12]) + (", …" if len(named) > 12 else "")
