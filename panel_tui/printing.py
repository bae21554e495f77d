"""Seat cards to print: new codes and keys for every seat; the old ones end."""

from __future__ import annotations

import asyncio
from pathlib import Path

from sessions.commands import PrintCards
from sessions.model import Session
from sessions.wording import say, speaking

from .clock import Clock
from .codes import NewCard, draw_card, hashed
from .live import PROGRAM, RECORD, read_or_refuse
from .record import Record
from .room import Room
from .unable import Unable
from .wording import learn_language


class InsideTheSession(Unable):
    """Cards were to be written into the session's own folder, which must never hold a live code."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(say("command.print-inside"))


async def new_cards(room: Room, seats: list[int]) -> list[NewCard]:
    """Draw a card for each seat and end the old ones."""
    cards = [draw_card(room.clock, seat, seats=len(seats)) for seat in seats]
    salt = room.clock.token()
    stored = await asyncio.to_thread(lambda: tuple(hashed(card, salt) for card in cards))
    await room.do(PrintCards(stored))
    return cards


async def print_cards(folder: Path, to: Path, address: str) -> Path:
    """Write a sheet of cards into `to`, outside the session's folder; give the file's path."""
    from screens.paper.cards import sheet

    if to.resolve().is_relative_to(folder.resolve()):
        raise InsideTheSession
    clock = Clock()
    begun = (folder / RECORD).exists()
    session: Session | None = None if begun else read_or_refuse(folder, clock.seed)
    record = Record.open(folder / RECORD, program=PROGRAM)
    try:
        room = Room(record, clock)
        session = room.state.session or session or read_or_refuse(folder, clock.seed)
        cards = await new_cards(room, [member.seat for member in session.members])
    finally:
        await record.close()
    to.mkdir(parents=True, exist_ok=True)
    written = to / "cards.html"
    labels = {member.seat: member.label for member in session.members}
    learn_language(session.language)
    with speaking(session.language, dict(session.wording)):
        drawn = [(card.seat, labels[card.seat], card.code, card.key) for card in cards]
        text = sheet(session, drawn, address)
    written.unlink(missing_ok=True)
    with written.open("x", encoding="utf-8") as file:
        written.chmod(0o600)
        file.write(text)
    return written
