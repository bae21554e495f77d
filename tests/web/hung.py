"""The gallery's pages as a phone is given them: with a seat where people have one, in the look that was chosen."""

from __future__ import annotations

from msgspec.structs import replace

from screens.phone.drawing import Passed, draw
from screens.phone.preferences import Look
from tests.web.gallery import PAGES

_SEATLESS = ("join", "seat", "wall", "refused", "hand-round")


def hung(name: str, *, language: str = "en", look: Look | None = None) -> str:
    """Draw a page of the gallery."""
    seat = None if name.startswith(_SEATLESS) else 4
    turn = Passed("turn" if name.startswith("passed") else "")
    goes_round = name.startswith(("passed", "hand-round"))
    page = replace(PAGES[name], language=language, seat=seat)
    return draw(page, look=look or Look(), passed=turn if goes_round else None)
