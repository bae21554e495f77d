"""Draw a poster as a page; one template a kind, and one frame round all of them."""

from __future__ import annotations

from urllib.parse import urlencode

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from msgspec import Struct
from msgspec.structs import replace

from screens.assets import asset
from screens.safe_text import direction
from screens.square_data import password
from screens.titles import titled
from screens.wall_page import shapes
from screens.wall_page.moment import Moment
from sessions.model.text import in_groups
from sessions.views.wall import posters
from sessions.views.wall.posters import AnyPoster, Frame
from sessions.wording import is_draft, say, say_many, speaking

STYLE = asset(__package__, "wall.css", "text/css; charset=utf-8")
SCRIPT = asset(__package__, "wall.js", "text/javascript; charset=utf-8")
ASSETS = (STYLE, SCRIPT)

NAMES: dict[type[posters.Poster], str] = {
    posters.Lobby: "lobby",
    posters.Notice: "notice",
    posters.Learning: "learning",
    posters.Practice: "practice",
    posters.Introduce: "introduce",
    posters.Reading: "reading",
    posters.Asking: "asking",
    posters.Scoring: "scoring",
    posters.Reveal: "reveal",
    posters.Talk: "talk",
    posters.Ballot: "ballot",
    posters.BallotOutcome: "outcome",
    posters.ThenAndNow: "then-and-now",
    posters.Deciding: "deciding",
    posters.Pause: "pause",
    posters.Budget: "budget",
    posters.Confirmed: "confirmed",
    posters.Sheet: "sheet",
    posters.Listing: "listing",
    posters.Closing: "closing",
    posters.Thanks: "thanks",
}
TEXTS = ("plain", "large", "largest")
COLOURS = ("plain", "light", "dark", "strong")


class Wish(Struct, frozen=True):
    """How a screen wishes to see the wall, all of it in its address: text, colours, a clear band for captions."""

    text: str = "plain"
    colours: str = "plain"
    captions: bool = False

    @property
    def classes(self) -> str:
        """Name the style classes of the page; none where nothing was chosen."""
        chosen = [f"text-{self.text}", f"colours-{self.colours}", "captions-on" if self.captions else ""]
        return " ".join(name for name in chosen if name and not name.endswith("-plain"))

    @property
    def asked(self) -> dict[str, str]:
        """Write it as an address does: only what was chosen."""
        chosen = {
            "text": self.text,
            "colours": self.colours,
            "captions": "yes" if self.captions else "plain",
        }
        return {name: value for name, value in chosen.items() if value != "plain"}


class Around(Struct, frozen=True):
    """What stands round a poster. `trouble` is what is wrong with the record, `at_home` whether this phone has a seat.

    `asked` says that the phone's own page waits for its member. `blank` is how the wall is while the facilitator has
    blanked it.
    """

    language: str = "en"
    icon: str = ""
    trouble: str = ""
    blank: bool = False
    at_home: bool = False
    asked: bool = False
    wish: Wish = Wish()


def draw(poster: AnyPoster, now: Moment, around: Around) -> str:
    """Draw the whole page."""
    frame = titled(poster)
    with speaking(around.language):
        return _POSTERS.get_template("blank.html" if around.blank else f"{NAMES[type(poster)]}.html").render(
            poster=poster,
            name="blank" if around.blank else NAMES[type(poster)],
            frame=_stood_back(frame) if not isinstance(poster, posters.Lobby) else frame,
            now=now,
            around=around,
            wish=around.wish,
            direction=direction(around.language),
            draft=is_draft(),
        )


def _stood_back(frame: Frame) -> Frame:
    """Let the subtitle, which repeats what is read first, stand back, as on the wall."""
    return replace(frame, subtitle="") if frame.about else frame


def read_templates() -> None:
    """Read all the templates in: else the first screen to need one holds everybody up while it is compiled."""
    for name in _POSTERS.list_templates():
        _POSTERS.get_template(name)


def _address(wish: Wish, **other: str) -> str:
    """Write where the same wall is seen in another way."""
    asked = {name: value for name, value in {**wish.asked, **other}.items() if value != "plain"}
    return "/wall" + (f"?{urlencode(asked)}" if asked else "")


def _environment() -> Environment:
    environment = Environment(
        loader=ChoiceLoader([PackageLoader("screens.wall_page"), PackageLoader("screens")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.update(
        say=say,
        say_many=say_many,
        style=STYLE.path,
        script=SCRIPT.path,
        texts=TEXTS,
        colours=COLOURS,
        address=_address,
        qr=shapes.square,
        dots=shapes.dots,
        most=shapes.most,
        heads=shapes.heads,
        parts=shapes.parts,
        in_groups=in_groups,
        password=password,
    )
    return environment


_POSTERS = _environment()
