"""What the pages share for one room: the room itself, and what is remembered of phones in memory only."""

from __future__ import annotations

from typing import cast

from starlette.requests import Request

from ..room import Room
from .lines import Lines
from .own_codes import OwnCodes
from .takes import Takes
from .wrong_codes import WrongCodes


class Reception:
    """One room's front desk."""

    def __init__(self, room: Room) -> None:
        """Open for this room."""
        self.room = room
        self.codes = WrongCodes()
        self.own_codes = OwnCodes()
        self.takes = Takes(room)
        self.lines = Lines()

    def visited(self, request: Request) -> None:
        """Note that a page was opened, and from where."""
        self.room.visits.came(request.client.host if request.client else "")

    @property
    def language(self) -> str:
        """Give the language of pages that belong to no seat."""
        session = self.room.state.session
        return session.language if session else "en"

    @property
    def title(self) -> str:
        """Give the session's title; nothing before the doors have opened."""
        session = self.room.state.session
        return session.title if session else ""


def reception(request: Request) -> Reception:
    """Find the front desk a request came to."""
    return cast(Reception, request.app.state.reception)
