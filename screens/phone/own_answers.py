"""Take out of a page what its member gave, and leave marks in its place: the rest is the same for the whole room.

Only where every question has an answer. Which of them were left out shows in more than words, and a drawing kept for
that would tell a neighbour, by how quickly it comes, that somebody else left out the same.
"""

from __future__ import annotations

from typing import TypeGuard

from markupsafe import escape
from msgspec.structs import replace

from screens.safe_text import direction
from sessions.views.phone.pages import AnyPage, CheckPage, Received

_AT, _OTHERS, _RECEIPT = "\x00at\x00", "\x00others\x00", "\x00receipt\x00"


def all_given(page: AnyPage) -> TypeGuard[CheckPage | Received]:
    """Say whether a page lists its member's answers, and each question has one.

    Where words run from right to left, amounts among them are set apart once a page is drawn: there none is taken out.
    """
    if not isinstance(page, CheckPage | Received):
        return False
    return all(one.answered for one in page.answers) and direction(page.language) == "ltr"


def without_own(page: CheckPage | Received) -> tuple[CheckPage | Received, dict[str, str]]:
    """Return the page with marks in it, and what belongs in place of each, as it stands on a page."""
    marks = [f"\x00answer{number}\x00" for number, _ in enumerate(page.answers)]
    own = {mark: str(escape(one.words)) for mark, one in zip(marks, page.answers, strict=True)}
    said = tuple(replace(one, words=mark) for mark, one in zip(marks, page.answers, strict=True))
    if isinstance(page, CheckPage):
        return replace(page, answers=said), own
    at = f"{page.at.hour}:{page.at:%M}" if page.at else ""
    for mark, words in ((_AT, at), (_OTHERS, page.others), (_RECEIPT, page.receipt)):
        if words:
            own[mark] = str(escape(words))
    return replace(
        page,
        answers=said,
        at=_AT if page.at else None,
        others=_OTHERS if page.others else "",
        receipt=_RECEIPT if page.receipt else "",
    ), own
