"""Draw a phone's view as a page. Outside text is escaped by the one environment here; nothing is drawn unescaped."""

from __future__ import annotations

import datetime as dt

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from screens.direction import direction
from sessions.views.pages import NAMES, AnyPage, Score, SteppingOut, Wait
from sessions.wording import is_draft, say, speaking

from .assets import MARK, SCRIPT, STYLE
from .easy import eased_answers, eased_page
from .look import COLOURS, EASIES, TEXTS, Look

_PLAIN = Look()


def _clock(at: dt.datetime) -> str:
    return f"{at:%H:%M}"


def _environment() -> Environment:
    environment = Environment(
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
    )
    return environment


_PAGES = _environment()


def draw(page: AnyPage, *, sending: str = "", own_code: str = "", look: Look = _PLAIN) -> str:
    """Draw a page.

    `sending` names the next answer sent from it (fresh for every drawing, so that a repeat is known as one);
    `own_code` is a card code to show above any page; `look` is how this phone wishes to see it.
    """
    with speaking(page.language):
        return _drawn(page, sending, own_code, look)


def _drawn(page: AnyPage, sending: str, own_code: str, look: Look) -> str:
    name = NAMES[type(page)]
    easy = look.easy == "read"
    return _PAGES.get_template(f"{name}.html").render(
        page=page,
        name=name,
        direction=direction(page.language),
        draft=is_draft(),
        about=getattr(page, "about", None),
        sending=sending,
        own_code=own_code or (page.own_code if isinstance(page, Wait) else ""),
        look=look,
        easy=eased_page(page) if easy else None,
        eased_answers=eased_answers(page) if easy else {},
        places=_places(page),
        numbers=isinstance(page, Score) and all(choice.words == choice.value for choice in page.choices),
    )


def _places(page: AnyPage) -> dict[str, str]:
    """Give what the page belongs to, as the `data-…` of its `main`."""
    about = getattr(page, "about", None)
    places = {
        "position": page.position,
        "application": about.ref if about else "",
        "criterion": getattr(page, "criterion", ""),
        "round": str(getattr(page, "round", "")),
    }
    if isinstance(page, SteppingOut):
        places["out"] = "yes" if page.out else "no"
    return {key: value for key, value in places.items() if value or key == "position"}
