"""Draw a phone's view as a page. Outside text is escaped by the one environment here; nothing is drawn unescaped."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Hashable, MutableMapping
from functools import lru_cache

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from jinja2.runtime import Context
from msgspec import Struct
from msgspec.structs import replace

from screens.direction import direction
from sessions.views.page_names import NAMES
from sessions.views.pages import MOST_WORDS, AnyPage, Ballot, Join, OnBreak, Result, Score, SteppingOut, Wait
from sessions.wording import is_draft, say, speaking, words_spoken

from .assets import MARK, SCRIPT, STYLE
from .easy import eased_answers, eased_page
from .look import COLOURS, EASIES, TEXTS, Look

_PLAIN = Look()
_FORM = re.compile(r'<form method="post"([^>]*)>')


class Passed(Struct, frozen=True):
    """A page of the device that goes round. `visit` names the member's turn; nothing while it is locked."""

    visit: str = ""


def _clock(at: dt.datetime) -> str:
    return f"{at:%H:%M}"


class _Context(Context):
    """What a template draws from. None of ours calls anything that asks which context, so none is looked for."""

    def call(self, called: Callable[..., object], /, *args: object, **named: object) -> object:
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        return called(*args, **named)


class _Templates(Environment):
    """Jinja's environment for many small drawings: a third of each went into finding what to call, and with what."""

    context_class = _Context

    def make_globals(self, d: MutableMapping[str, object] | None) -> MutableMapping[str, object]:
        return {**self.globals, **(d or {})}


def _environment() -> Environment:
    environment = _Templates(
        loader=ChoiceLoader([PackageLoader("screens.phone"), PackageLoader("screens.phone", "symbols")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["clock"] = _clock
    environment.globals.update(
        say=say,
        style=STYLE.path,
        script=SCRIPT.path,
        mark=MARK.path,
        texts=TEXTS,
        colours=COLOURS,
        easies=EASIES,
        most_words=MOST_WORDS,
    )
    return environment


_PAGES = _environment()


def read_templates() -> None:
    """Read all the templates in: else the first phone to need one holds everybody up while it is compiled."""
    for name in _PAGES.list_templates():
        _PAGES.get_template(name)


class Kept(Struct, frozen=True):
    """What a script has already and keeps: the summary of this application, and the signals where none is up."""

    summary: str = ""
    signals: bool = False


_NOTHING = Kept()


class Asked(Struct, frozen=True):
    """What a drawing hangs on besides its page: all of it, so that the same is never drawn twice."""

    own_code: str
    look: Look
    whole: bool
    kept: Kept
    words: Hashable
    passed: Passed | None


def draw(
    page: AnyPage,
    *,
    sending: str = "",
    own_code: str = "",
    look: Look = _PLAIN,
    whole: bool = True,
    kept: Kept = _NOTHING,
    passed: Passed | None = None,
) -> str:
    """Draw a page, or only the part of it that changes from page to page, with its title before it.

    `sending` names the next answer sent from it (fresh for every drawing, so that a repeat is known as one);
    `own_code` is a card code to show above any page; `look` is how this phone wishes to see it;
    `passed` makes it a page of the device that goes round.
    """
    with speaking(page.language):
        holes = {_SENDING: sending, _SEAT: str(page.seat or "")}
        shared = replace(page, seat=_SEAT) if page.seat else page
        if isinstance(page, Score):
            holes[_REVISION] = str(page.revision)
            shared = replace(shared, revision=_REVISION)
        if passed and passed.visit:
            holes[_VISIT] = passed.visit
            passed = Passed(_VISIT)
        drawing = _drawn if _anybodys(page) and not own_code else _drawn.__wrapped__
        drawn = drawing(shared, Asked(own_code, look, whole, kept, words_spoken(), passed))
    for hole, filling in holes.items():
        drawn = drawn.replace(hole, filling)
    return drawn


def _anybodys(page: AnyPage) -> bool:
    """Say whether a page holds nothing that its member gave or did.

    Only such a drawing is kept: from how quickly another is drawn, a neighbour could tell that somebody gave the same.
    """
    match page:
        case Score(said=""):
            return True
        case Ballot(again=False):
            return True
        case Wait(own_code=""):
            return True
        case _:
            return isinstance(page, Join | OnBreak | Result)


# A hall of phones asks for the same question at the same moment: it is drawn once, with holes for what is one's own.
# What comes in from outside never holds the marks of a hole: control characters are taken out at the door.
_SENDING, _SEAT, _REVISION = "\x00sending\x00", "\x00seat\x00", "\x00revision\x00"
_VISIT = "\x00visit\x00"
_KEPT = 1_000  # drawings, of some 3 kB each


@lru_cache(maxsize=_KEPT)
def _drawn(page: AnyPage, asked: Asked) -> str:
    name = NAMES[type(page)]
    easy = asked.look.easy == "read"
    drawn = (
        _PAGES.get_template(f"{name}.html")
        .render(
            page=page,
            name=name,
            whole=asked.whole,
            kept=asked.kept,
            direction=direction(page.language),
            draft=is_draft(),
            about=getattr(page, "about", None),
            sending=_SENDING,
            own_code=asked.own_code or (page.own_code if isinstance(page, Wait) else ""),
            look=asked.look,
            passed=asked.passed,
            easy=eased_page(page) if easy else None,
            eased_answers=eased_answers(page) if easy else {},
            places=_places(page),
            told=any(one.up for one in page.signals),
            numbers=isinstance(page, Score) and all(choice.words == choice.value for choice in page.choices),
        )
        .strip()
    )
    return drawn if asked.passed is None else _marked(drawn, asked.passed)


def _marked(drawn: str, passed: Passed) -> str:
    """Let every form say whose turn it was drawn in, and no browser fill it in again with what was picked before.

    Done here, once, so that no page's form can forget it.
    """
    field = f'<input type="hidden" name="visit" value="{passed.visit}">' if passed.visit else ""
    return _FORM.sub(lambda form: f'<form method="post" autocomplete="off"{form[1]}>{field}', drawn)


def _places(page: AnyPage) -> dict[str, str]:
    """Give what the page belongs to, as the `data-…` of its `main`."""
    about = getattr(page, "about", None)
    places = {
        "position": page.position,
        "application": about.ref if about else getattr(page, "application", ""),
        "criterion": getattr(page, "criterion", ""),
        "round": str(getattr(page, "round", "")),
    }
    if isinstance(page, SteppingOut):
        places["out"] = "yes" if page.out else "no"
    return {key: value for key, value in places.items() if value or key == "position"}
