"""The words of a poster, gathered from its value; and the words of a page, read back from its HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from msgspec import Struct

from screens.titles import titled
from screens.wall_page.drawing import Around, draw
from screens.wall_page.moment import moment
from sessions.views.wall.list_rows import Row
from sessions.views.wall.posters import AnyPoster, Budget, Frame, Poster
from tests.wall.posters import NOW

# what is no word for people, or is drawn as a shape; how a sheet is put away is the laptop's own business
_NO_WORDS = {"position", "link", "wifi_link", "tone", "kind", "strand", "lists", "ref", "foot"}


def words_of(value: object) -> Iterator[str]:
    """Give every piece of text that a value holds for people."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from words_of(part)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            if name in _NO_WORDS or (name == "frame" and isinstance(value, Poster)):
                continue
            if isinstance(value, Row) and name in ("least", "why") and (name == "least" or value.funded):
                continue  # of one that gets money, why says what it gets; what is least is said under the list
            if isinstance(value, Budget) and name == "pot":
                continue  # it stands in the corner
            yield from words_of(getattr(value, name))


def words_shown(poster: AnyPoster) -> list[str]:
    """Give every piece of text the wall has for a poster, its bands with it."""
    frame: Frame = titled(poster)
    bands = [frame.title, frame.corner, frame.about, frame.now, frame.next, frame.then]
    bands += [] if frame.about else [frame.subtitle]  # it only repeats what is read first
    return [text for text in (*bands, *words_of(poster)) if text.strip()]


class _Reader(HTMLParser):
    """Reads what a page shows in its main part, line by line."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.inside = False
        self.said: list[str] = []
        self.headings: list[tuple[str, str]] = []
        self._heading = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = self.inside or tag == "main"
        if self.inside and re.fullmatch(r"h\d", tag):
            self._heading = tag
            self.headings.append((tag, ""))

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "main"
        self._heading = "" if tag == self._heading else self._heading

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.said.append(data)
            if self._heading:
                self.headings[-1] = (self._heading, self.headings[-1][1] + data)


def plain(text: str) -> str:
    """Take out what is between words: gaps, and in codes the dashes."""
    return re.sub(r"\s+", "", text)


def page_of(poster: AnyPoster, now=NOW) -> str:
    return draw(poster, moment(poster, now), Around())


def shown_in(html: str) -> str:
    """Give all that a page's main part shows, gaps left out."""
    return plain("".join(_Reader(html).said))


def headings_in(html: str) -> list[tuple[str, str]]:
    """Give the headings of a page's main part, each with its rank."""
    return [(rank, " ".join(words.split())) for rank, words in _Reader(html).headings]


def missing(poster: AnyPoster, html: str) -> list[str]:
    """Give what the poster says and the page does not."""
    shown = shown_in(html)
    return [
        text
        for text in words_shown(poster)
        if plain(text) not in shown and plain(text) not in shown.replace("-", "")
    ]


def too_many(poster: AnyPoster, html: str, own: set[str]) -> str:
    """Take all that the poster says, and our `own` words round it, off the page; give what is left."""
    left = "\n".join(part for part in _Reader(html).said if part.strip())
    for text in sorted({*words_shown(poster), *own}, key=len, reverse=True):
        left = re.sub(r"\s*".join(map(re.escape, plain(text))), " ", left) if plain(text) else left
    return " ".join(re.findall(r"\w[\w ,.]*", left))
