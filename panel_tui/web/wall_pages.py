"""The wall's page for this moment: drawn once for all who see it alike, and again only when something was told."""

from __future__ import annotations

import hashlib
from collections.abc import Hashable

from msgspec import Struct

from panel_tui.room.room import Room
from panel_tui.web.compression import squeezed
from screens.phone.drawing import MARK
from screens.wall_page.drawing import Around, Wish, draw
from screens.wall_page.moment import Moment, moment
from sessions.views.wall.posters import AnyPoster


class DrawnWall(Struct, frozen=True):
    """A page as it is sent: plain, squeezed, and the mark that differs when it does."""

    plain: bytes
    squeezed: bytes
    mark: str


class WallFace(Struct, frozen=True):
    """All that the page hangs on, but for how a screen wishes to see it."""

    poster: AnyPoster
    now: Moment
    trouble: str
    blank: bool


class WallPages:
    """The wall's pages of one room."""

    def __init__(self, room: Room) -> None:
        """Begin with nothing drawn."""
        self._room = room
        self._made: tuple[Hashable, AnyPoster] | None = None
        self._face: WallFace | None = None
        self._drawn: dict[tuple[Wish, bool, bool], DrawnWall] = {}

    def face(self) -> WallFace:
        """Return what the wall shows now, never what the terminal looks back at."""
        now = self._room.clock.now()
        since = (self._room.screens.revision, now.replace(second=0, microsecond=0))
        if self._made is None or self._made[0] != since:
            self._made = since, self._room.poster()
        poster, trouble = self._made[1], self._room.keeping.trouble
        said = trouble.said_on_phones if trouble.name else ""
        return WallFace(poster, moment(poster, now), said, self._room.screens.blank)

    def page(self, wish: Wish, *, at_home: bool, asked: bool = False) -> DrawnWall:
        """Return the page as a screen wishes to see it; `at_home` where it is a phone with a seat.

        `asked` where that phone's own page waits for its member.
        """
        face = self.face()
        if face != self._face:
            self._face, self._drawn = face, {}
        kind = wish, at_home, asked
        if kind not in self._drawn:
            self._drawn[kind] = self._draw(face, wish, at_home=at_home, asked=asked)
        return self._drawn[kind]

    def _draw(self, face: WallFace, wish: Wish, *, at_home: bool, asked: bool) -> DrawnWall:
        language = self._room.state.model.language
        around = Around(language, MARK.path, face.trouble, face.blank, at_home, asked, wish)
        html = draw(face.poster, face.now, around).encode()
        mark = hashlib.sha256(html).hexdigest()[:12]
        return DrawnWall(html, squeezed(html), f'"{mark}"')
