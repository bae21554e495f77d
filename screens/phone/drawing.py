"""Draw a phone's view as a page; its style and script are named by their content."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Hashable, Mapping, MutableMapping
from functools import lru_cache

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from jinja2.runtime import Context
from msgspec import Struct
from msgspec.structs import replace

from screens.assets import asset
from screens.phone.amount_direction import isolated
from screens.phone.own_answers import all_given, without_own
from screens.phone.page_facts import asks, longest_bar, numbers, places
from screens.phone.preferences import COLOURS, EASIES, TAPS, TEXTS, Look, eased_answers, eased_page
from screens.safe_text import direction
from sessions.views.phone.pages import (
    MOST_WORDS,
    NAMES,
    AnyPage,
    BallotPage,
    JoinPage,
    LearnPage,
    MoneyList,
    OnBreak,
    Result,
    Score,
    Wait,
)
from sessions.wording import is_draft, say, speaking, words_spoken

STYLE = asset(__package__, "phone.css", "text/css; charset=utf-8")
SCRIPT = asset(__package__, "phone.js", "text/javascript; charset=utf-8")
MARK = asset(__package__, "phone.svg", "image/svg+xml")
ASSETS = (STYLE, SCRIPT, MARK)

_PLAIN = Look()
_GAP = re.compile(r">\n+<")
_LONG = re.compile(
    r'<p (?:id="[\w-]+" )?data-long[^>]*>.*?</p>|<p class="hint"(?! id="(?:best|limits)")[^>]*>.*?</p>',
    re.DOTALL,
)
_FORM = re.compile(r'<form method="post"([^>]*)>')


class Passed(Struct, frozen=True):
    """A page of the device that goes round. `visit` names the member's turn; nothing while it is locked."""

    visit: str = ""


def _clock(at: dt.datetime | str) -> str:
    return at if isinstance(at, str) else f"{at.hour}:{at:%M}"  # a hole is filled in later


def _typed(typed: tuple[tuple[str, str], ...], field: str) -> str:
    """Return what was filled in for a field that is to be put right."""
    return dict(typed).get(field, "")


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
        loader=ChoiceLoader(
            [
                PackageLoader("screens.phone"),
                PackageLoader("screens.phone", "symbols"),
                PackageLoader("screens"),
            ]
        ),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["clock"] = _clock
    environment.filters["typed"] = _typed
    environment.globals.update(
        say=say,
        style=STYLE.path,
        script=SCRIPT.path,
        mark=MARK.path,
        texts=TEXTS,
        colours=COLOURS,
        easies=EASIES,
        taps=TAPS,
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
    frame: str = ""
    helper: bool = False


def draw(
    page: AnyPage,
    *,
    sending: str | Callable[[], str] = "",
    own_code: str = "",
    look: Look = _PLAIN,
    whole: bool = True,
    frame: str = "",
    helper: bool = False,
    kept: Kept = _NOTHING,
    passed: Passed | None = None,
) -> str:
    """Draw a page, or only the part of it that changes from page to page, with its title before it.

    `sending` names the next answer sent from it (fresh for every drawing, so that a repeat is known as one), or draws
    a name where the page has one to send;
    `own_code` is a card code to show above any page; `look` is how this phone wishes to see it;
    `passed` makes it a page of the device that goes round; `frame` names what its frame hangs on, beside its seat;
    with a `helper` the box that says so is not folded away.
    """
    with speaking(page.language):
        holes = {_SEAT: str(page.seat or "")}
        shared: AnyPage = page
        if all_given(page):
            shared, own = without_own(page)
            holes |= own
        elif isinstance(page, Score):
            holes[_REVISION] = str(page.revision)
            shared = replace(page, revision=_REVISION)
        if page.seat:
            shared = replace(shared, seat=_SEAT)
        if passed and passed.visit:
            holes[_VISIT] = passed.visit
            passed = Passed(_VISIT)
        drawing = _drawn if _anybodys(page) and not own_code else _drawn.__wrapped__
        drawn = drawing(shared, Asked(own_code, look, whole, kept, words_spoken(), passed, frame, helper))
    if _SENDING in drawn:
        holes[_SENDING] = sending if isinstance(sending, str) else sending()
    return _filled(drawn, holes)


def _filled(drawn: str, holes: Mapping[str, str]) -> str:
    """Fill the holes of a drawing, in one pass however many there are."""
    pieces = drawn.split(_EDGE)
    pieces[1::2] = [holes[f"{_EDGE}{name}{_EDGE}"] for name in pieces[1::2]]
    return "".join(pieces)


def _anybodys(page: AnyPage) -> bool:
    """Whether a page holds nothing that its member gave or did, once what is their own is taken out.

    Only such a drawing is kept: from how quickly another is drawn, a neighbour could tell that somebody gave the same.
    """
    if page.typed:
        return False
    if all_given(page):
        return not any(one.up for one in page.signals)
    match page:
        case Score(said="", before=""):
            return True
        case BallotPage(again=False):
            return True
        case Wait(own_code="", asked=False):
            return True
        case _:
            return isinstance(page, JoinPage | LearnPage | MoneyList | OnBreak | Result)


# A hall of phones asks for the same question at the same moment: it is drawn once, with holes for what is one's own.
# What comes in from outside never holds the marks of a hole: control characters are taken out at the door.
_EDGE = "\x00"
_SENDING, _SEAT, _REVISION = "\x00sending\x00", "\x00seat\x00", "\x00revision\x00"
_VISIT = "\x00visit\x00"
# Enough for what one moment asks for, in every look; what the day has left behind is let go of, or it would be
# held until the evening.
_KEPT = 200  # drawings, of some 3 kB each


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
            frame=asked.frame,
            helper=asked.helper,
            easy=eased_page(page) if easy else None,
            eased_answers=eased_answers(page) if easy else {},
            places=places(page),
            told=any(one.up for one in page.signals),
            asks=asks(page),
            most=longest_bar(page),
            numbers=numbers(page),
        )
        .strip()
    )
    drawn = _GAP.sub("><", _eased(drawn) if easy else drawn.replace(" data-long", ""))
    if direction(page.language) == "rtl":
        drawn = isolated(drawn)
    return drawn if asked.passed is None else _marked(drawn, asked.passed)


def _eased(drawn: str) -> str:
    """Take out what Easy Read says in fewer words: hints, and what is marked as long."""
    gone = [
        match[1] or match[2]
        for match in re.finditer(r'<p (?:id="([\w-]+)" data-long|class="hint" id="([\w-]+)")>', drawn)
    ]
    drawn = _LONG.sub("", drawn)
    names = [name for name in gone if name and f'id="{name}"' not in drawn]
    for name in names:
        drawn = drawn.replace(f' aria-describedby="{name}"', "").replace(f'fault {name}"', 'fault"')
    return drawn


def _marked(drawn: str, passed: Passed) -> str:
    """Let every form say whose turn it was drawn in, and no browser fill it in again with what was picked before.

    Done here, once, so that no page's form can forget it.
    """
    field = f'<input type="hidden" name="visit" value="{passed.visit}">' if passed.visit else ""
    return _FORM.sub(lambda form: f'<form method="post" autocomplete="off"{form[1]}>{field}', drawn)
