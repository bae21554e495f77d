"""A hall of phones: a session folder with as many seats as are wanted, every one of them taken, without 500 scans.

The phones' cookies are drawn here and only their hashes put into the record, as joining does; a program that opens
the folder afterwards finds a session in which everybody has arrived.
"""

from __future__ import annotations

from pathlib import Path

from panel_tui.room.card_codes import fast_hash
from panel_tui.room.open_room import live_room
from sessions import commands as c
from sessions.events import Card
from sessions.model.phases import Phase

TITLE = "A hall of phones"
CRITERIA = ("reach", "able", "value", "belong")
_SETTINGS = """
title = "{title}"
pot = 1000000
seats = {seats}
quorum = 1
joining = "cards"

{criteria}
[[step]]
kind = "applications"
minutes = 15

[[step]]
kind = "closing"
minutes = 5
"""
_CRITERION = '[[criterion]]\nkey = "{key}"\nquestion = "What do we think of this: {key}?"\n\n'


def write_folder(folder: Path, *, seats: int, applications: int) -> Path:
    """Write the folder of a session."""
    folder.mkdir(parents=True)
    criteria = "".join(_CRITERION.format(key=key) for key in CRITERIA)
    settings = _SETTINGS.format(title=TITLE, seats=seats, criteria=criteria)
    (folder / "session.toml").write_text(settings, encoding="utf-8")
    rows = "".join(f'"Application number {n}",{500 + n}\n' for n in range(1, applications + 1))
    (folder / "applications.csv").write_text(f"title,asked\n{rows}", encoding="utf-8")
    return folder


async def arrived(
    folder: Path, *, seats: int, applications: int = 3, phase: Phase = Phase.SCORE
) -> list[str]:
    """Make the folder and let everybody arrive; give the cookies, and leave the room at this phase."""
    write_folder(folder, seats=seats, applications=applications)
    async with live_room(folder) as room:
        cards = tuple(Card(n, f"code{n}", fast_hash(f"key{n}")) for n in range(1, seats + 1))
        await room.do(c.PrintCards(cards))
        cookies = [room.clock.token() for _ in range(seats)]
        for card, cookie in zip(cards, cookies, strict=True):
            await room.do(c.TakeSeatByCard(card.key, fast_hash(cookie)))
        while room.state.plan.phase is not phase:
            await room.press(position=room.position(), sure=True)
    return cookies
