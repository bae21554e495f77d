"""How one phone wishes to see the pages: size, colours, and Easy Read with its sentences and symbols.

The symbols are drawings of our own in `symbols/`, put into the page itself, so that they take the page's colours.
They only repeat the words beside them.
"""

from __future__ import annotations

from msgspec import Struct

from sessions.model.answers import CONFIDENT
from sessions.views.phone import pages as p
from sessions.views.phone.pages import NAMES
from sessions.wording import say

TEXTS = ("plain", "large", "largest")
COLOURS = ("plain", "light", "dark", "strong")
EASIES = ("plain", "read")
TAPS = ("plain", "one")


class Look(Struct, frozen=True):
    """A choice of text size, colours, Easy Read and how an answer is saved, each by its name."""

    text: str = "plain"
    colours: str = "plain"
    easy: str = "plain"
    taps: str = "plain"

    @property
    def classes(self) -> str:
        """Name the style classes of the page; none where nothing was chosen."""
        chosen = (f"text-{self.text}", f"colours-{self.colours}", f"easy-{self.easy}", f"taps-{self.taps}")
        return " ".join(name for name in chosen if not name.endswith("-plain"))

    @property
    def kept(self) -> str:
        """Write the choice as it is kept on the phone."""
        return f"{self.text}.{self.colours}.{self.easy}.{self.taps}"

    def with_choice(self, *, text: str = "", colours: str = "", easy: str = "", taps: str = "") -> Look:
        """Choose another look; a name that is not offered changes nothing."""
        return Look(
            text if text in TEXTS else self.text,
            colours if colours in COLOURS else self.colours,
            easy if easy in EASIES else self.easy,
            taps if taps in TAPS else self.taps,
        )


def read_look(kept: str) -> Look:
    """Read a kept choice back; anything else is the plain look."""
    text, colours, easy, taps = (*kept.split(".", 3), "", "", "")[:4]
    return Look().with_choice(text=text, colours=colours, easy=easy, taps=taps)


_APART = {"cant-say": "question", "not-applicable": "does-not-fit"}
_SYMBOLS = {
    "reason": "ballot-in",
    "minority": "question",
    "my-questions": "question",
    "confidence": "steps",
    "ask-the-room": "question",
    "felt": "steps",
    "workshop": "question",
    "workshop-own": "question",
    "workshop-weigh": "steps",
    "practice-check": "check",
    "practice-received": "received",
    "practice-ballot": "ballot",
    "practice-done": "received",
    "score": "steps",
    "score-number": "steps",
    "received-shut": "received",
    "stepping-out-ask": "stepping-out",
    "late-application": "stepping-out",
    "stepping-out-sure": "question",
    "mine": "received",
    "applications": "read",
    "hand-round": "seat",
    "hand-round-make": "seat",
    "hand-round-code": "join",
    "hand-round-last": "join",
    "rank": "steps",
    "rank-two": "steps",
    "open-scores": "result",
    "open-scores-ask": "question",
    "open-scores-change": "steps",
    "list": "result",
    "overnight": "break",
    "learn": "read",
    "interview": "question",
    "interview-mine": "question",
    "screened": "stepping-out",
    "wall": "join",
    "wall-ask": "question",
    "wall-over": "ended",
    "overnight-back": "seat",
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
    if isinstance(page, p.BallotPage) or (isinstance(page, p.PracticePage) and page.part == "ballot"):
        return _apart(page.choices) | _sides(tuple(one for one in page.choices if one.value not in _APART))
    if isinstance(page, p.PracticePage):
        return _apart(page.choices) | _steps(tuple(one for one in page.choices if one.value not in _APART))
    return {}


def _kind(page: p.AnyPage) -> str:
    match page:
        case p.ScreenPage(over=over) if over:
            return "wall-over"
        case p.ScreenPage(code=code) if code:
            return "wall-ask"
        case p.MakeSharedDevicePage():
            return "hand-round-make"
        case p.SharedDeviceCodePage(short=short):
            return "hand-round-last" if short else "hand-round-code"
        case p.Wait(may_vote_again=True):
            return "ballot-in"
        case p.Wait(about=about, heading=heading) if about and heading == about.title:
            return "read"
        case p.PracticePage(done=True):
            return "practice-done"
        case p.PracticePage(part=part) if part != "question":
            return f"practice-{part}"
        case p.Rank(tied=(_, _)):
            return "rank-two"
        case p.Score(choices=()):
            return "score-number"
        case p.Received(open=False):
            return "received-shut"
        case p.SteppingOut(late=True):
            return "late-application"
        case p.SteppingOut(sure=asked) if asked:
            return "stepping-out-sure"
        case p.Wait(shows_others=way) if way:
            return "screened"
        case p.Workshop(boxes=()):
            return "workshop-weigh"
        case p.Workshop(own=True):
            return "workshop-own"
        case p.InterviewPage(my_turn=True):
            return "interview-mine"
        case p.ConfidencePage(kind=kind) if kind != CONFIDENT:
            return "felt"
        case p.Overnight(may_return=True):
            return "overnight-back"
        case p.OpenScores(change=asked) if asked:
            return "open-scores-change"
        case p.OpenScores(choices=choices) if choices:
            return "open-scores-ask"
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
