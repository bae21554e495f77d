"""Ask a person which column holds what: what is needed, and then, once, whether the rest is of use."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from sessions.model import Value
from sessions.wording import say

from .fault import Fault, shown
from .sheet import Sheet

_AWARDED = ("amountawarded", "awarded", "award")
_MOST = 20  # questions about what is not needed; more columns than we have words for


class Question(Value, frozen=True):
    """What is asked: whole, in words; the columns to choose from; and what one of them may hold.

    Where it is `needed`, the answer is a column. Else it is `place=Ward`, or nothing to go on.
    """

    words: str
    titles: tuple[str, ...]
    fields: tuple[str, ...]
    needed: bool


Ask = Callable[[Question], str]


def squeezed(title: str) -> str:
    """Give a title's letters alone, for comparing."""
    return re.sub(r"[\W_]+", "", re.sub(r":\d+:", ":", title.casefold()))


def column_called(sheet: Sheet, wanted: str) -> int | None:
    """Find a column by its title, counted from 0."""
    if wanted in sheet.titles:
        return sheet.titles.index(wanted)
    titles = [squeezed(title) for title in sheet.titles]
    sought = squeezed(wanted)
    return titles.index(sought) if sought and sought in titles else None


def asked_for(sheet: Sheet, field: str, ask: Ask | None, found: dict[str, int], *, kind: str) -> list[Fault]:
    """Ask which column holds `field`, where there is someone to ask; else name the option that says it."""
    words = say("folder.ask-column", what=say(f"folder.what-{field}"), titles=listed(sheet.titles))
    question = Question(words, tuple(title for title in sheet.titles if title), (field,), needed=True)
    for _ in range(3 if ask else 0):
        assert ask is not None
        answer = ask(question).strip()
        if not answer:
            break
        at = _column_meant(sheet, answer)
        if at is not None:
            found[field] = at
            return []
    title = sheet.titles[found[field]] if field in found else ""
    meant = say("folder.map-option", field=field, column=_likely(sheet, field))
    return [
        Fault(
            sheet.file,
            sheet.line,
            f"{kind}-{field}",
            found=shown(title),
            meant=meant,
            about=listed(sheet.titles),
        )
    ]


def offer_the_rest(sheet: Sheet, fields: Sequence[str], ask: Ask, found: dict[str, int]) -> None:
    """Ask whether columns nobody recognised hold what is still without one. An empty answer goes on without."""
    for _ in range(_MOST):
        spare = tuple(t for at, t in enumerate(sheet.titles) if t and at not in found.values())
        missing = tuple(field for field in fields if field not in found)
        if not spare or not missing:
            return
        example = f"{missing[0]}={spare[0]}"
        words = say(
            "folder.ask-rest", titles=listed(spare), fields=", ".join(missing), example=shown(example)
        )
        answer = ask(Question(words, spare, missing, needed=False)).strip()
        if not answer:
            return
        field, _, title = (part.strip() for part in answer.partition("="))
        at = _column_meant(sheet, title)
        if field.casefold() in missing and at is not None and at not in found.values():
            found[field.casefold()] = at


def _column_meant(sheet: Sheet, answer: str) -> int | None:
    """Find a column by its title, or by its number from the left."""
    at = column_called(sheet, answer)
    if at is None and answer.isdecimal() and 0 < int(answer[:4]) <= len(sheet.titles):
        at = int(answer[:4]) - 1
    return at


def _likely(sheet: Sheet, field: str) -> str:
    """Give a title that may hold money, as an example of what to write; people must choose it themselves."""
    money = [title for title in sheet.titles if squeezed(title) in _AWARDED]
    return money[0] if field == "asked" and money else say("folder.title-of-column")


def listed(titles: Sequence[str]) -> str:
    """List titles, as many as can be read."""
    named = [shown(title) for title in titles if title]
    return ", ".join(named[:12]) + (", …" if len(named) > 12 else "")
