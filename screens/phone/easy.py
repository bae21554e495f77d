"""Easy Read: which short sentence and which symbol go with a page, and with each answer on it.

The symbols are drawings of our own in `symbols/`, put into the page itself, so that they take the page's colours.
They only repeat the words beside them.
"""

from __future__ import annotations

from msgspec import Struct

from sessions.views import pages as p
from sessions.views.page_names import NAMES
from sessions.wording import say

_APART = {"cant-say": "question", "not-applicable": "does-not-fit"}
_SYMBOLS = {
    "reason": "ballot-in",
    "minority": "question",
    "confidence": "steps",
    "workshop": "question",
    "practice-done": "received",
    "score": "steps",
    "score-number": "steps",
    "received-shut": "received",
    "stepping-out-ask": "stepping-out",
    "mine": "received",
    "hand-round": "seat",
    "hand-round-make": "seat",
    "hand-round-code": "join",
    "rank": "steps",
}


class Eased(Struct, frozen=True):
    """A short sentence and the name of its symbol; `level` of `of` are the steps of a scale's symbol."""

    words: str
    symbol: str
    level: int = 0
    of: int = 0


def eased_page(page: p.AnyPage) -> Eased:
    """Say what a page is for."""
    kind = _kind(page)
    return Eased(say(f"easy.{kind}"), _SYMBOLS.get(kind, kind), level=3, of=5)


def eased_answers(page: p.AnyPage) -> dict[str, Eased]:
    """Say what each answer of a page means, by its value; nothing on a page that asks nothing."""
    if isinstance(page, p.Score):
        points = page.choices if page.best == "high" else page.choices[::-1]
        return _apart(page.others) | _steps(points)
    if isinstance(page, p.Practice):
        return _apart(page.choices) | _steps(tuple(one for one in page.choices if one.value not in _APART))
    if isinstance(page, p.Ballot):
        return _apart(page.choices) | _sides(tuple(one for one in page.choices if one.value not in _APART))
    return {}


def _kind(page: p.AnyPage) -> str:
    match page:
        case p.MakeHandRound():
            return "hand-round-make"
        case p.HandRoundCode():
            return "hand-round-code"
        case p.Wait(may_vote_again=True):
            return "ballot-in"
        case p.Wait(about=about) if about:
            return "read"
        case p.Practice(done=True):
            return "practice-done"
        case p.Score(choices=()):
            return "score-number"
        case p.Received(open=False):
            return "received-shut"
        case p.SteppingOut():
            return "stepping-out" if page.out else "stepping-out-ask"
    return NAMES[type(page)]


def _apart(choices: tuple[p.Choice, ...]) -> dict[str, Eased]:
    apart = [one.value for one in choices if one.value in _APART]
    return {value: Eased(say(f"easy.{value}"), _APART[value]) for value in apart}


def _steps(points: tuple[p.Choice, ...]) -> dict[str, Eased]:
    of = len(points)
    return {
        one.value: Eased(say("easy.level", level=level, of=of), "steps", level, of)
        for level, one in enumerate(points, start=1)
    }


def _sides(options: tuple[p.Choice, ...]) -> dict[str, Eased]:
    last = max(len(options) - 1, 1)

    def side(place: int) -> str:
        if place in (0, last):
            return "yes" if place else "no"
        return "lean-no" if 3 * place < last else "lean-yes" if 3 * place > 2 * last else "middle"

    sides = [side(place) for place in range(len(options))]
    return {
        one.value: Eased(say(f"easy.side-{where}"), where) for one, where in zip(options, sides, strict=True)
    }
