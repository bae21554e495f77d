"""The print pack: seat cards with new codes and keys (the old ones end), slips, and how to join."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence, Set
from pathlib import Path

from msgspec import Struct

from screens.paper.pack import Printed, Whereabouts, pack
from screens.paper.press import can_press
from sessions.commands import PrintCards
from sessions.model import Session
from sessions.wording import say, speaking

from .clock import Clock
from .codes import NewCard, draw_card, hashed
from .exports import ExportRefused
from .exports.material import File
from .exports.placing import place
from .live import PROGRAM, RECORD, read_or_refuse
from .network import wifi_link
from .record import Record
from .room import Room
from .sealed import refuse_sealed
from .unable import Unable
from .wording import learn_language


class InsideTheSession(Unable):
    """Cards were to be written into the session's own folder, which must never hold a live code."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(say("command.print-inside"))


class NoSuchSeat(Unable):
    """Slips were asked for a seat there is not."""

    def __init__(self, seat: int, last: int) -> None:
        """Say which."""
        super().__init__(say("paper.no-seat", seat=seat, last=last))


class NotPrinted(Unable):
    """The sheets could not be written, though the older cards have ended."""

    def __init__(self, place: Path) -> None:
        """Say where."""
        super().__init__(say("paper.not-printed", place=place))


class PrintReport(Struct, frozen=True):
    """What was written, and what could not be made or not as it was written."""

    files: tuple[str, ...]
    remarks: tuple[str, ...]


async def new_cards(room: Room, seats: list[int]) -> list[NewCard]:
    """Draw a card for each seat and end the old ones."""
    cards = [draw_card(room.clock, seat, seats=len(seats)) for seat in seats]
    salt = room.clock.token()
    stored = await asyncio.to_thread(lambda: tuple(hashed(card, salt) for card in cards))
    await room.do(PrintCards(stored))
    return cards


async def print_pack(
    folder: Path, to: Path, address: str, *, slips_for: Sequence[int] | None = None
) -> PrintReport:
    """Write the pack into `to`, outside the session's folder; score slips for these seats, or for all.

    Raises InsideTheSession, NoSuchSeat, NotPrinted, and whatever stands in the way of opening the session.
    """
    if to.resolve().is_relative_to(folder.resolve()):
        raise InsideTheSession
    refuse_sealed(folder / RECORD)
    clock = Clock()
    begun = (folder / RECORD).exists()
    session: Session | None = None if begun else read_or_refuse(folder, clock.seed)
    record = Record.open(folder / RECORD, program=PROGRAM)
    try:
        room = Room(record, clock)
        session = room.state.session or session or read_or_refuse(folder, clock.seed)
        seats = sorted({member.seat for member in session.members} | set(room.state.seats))
        wanted = _slips_for(seats, slips_for)
        labels = {member.seat: member.label for member in session.members}
        out = frozenset(room.state.conflicts)
        cards = await new_cards(room, seats)
    finally:
        await record.close()
    drawn = [(card.seat, labels.get(card.seat, ""), card.code, card.key) for card in cards]
    return _written(to, _pack(session, drawn, address, wanted, out))


def _slips_for(seats: list[int], wanted: Sequence[int] | None) -> list[int]:
    if wanted is None:
        return seats
    for seat in wanted:
        if seat not in seats and seat != 0:
            raise NoSuchSeat(seat, seats[-1])
    return [seat for seat in seats if seat in wanted]


def _pack(
    session: Session,
    cards: list[tuple[int, str, str, str]],
    address: str,
    slips_for: list[int],
    out: Set[tuple[int, str]],
) -> list[Printed]:
    where = Whereabouts(address, wifi_link(session.wifi) if session.wifi else "")
    learn_language(session.language)
    with speaking(session.language, dict(session.wording)):
        return list(pack(session, cards, where, slips_for=slips_for, out=out))


def _written(to: Path, printed: list[Printed]) -> PrintReport:
    """Put every sheet in its place, whole and for its owner only; older score slips go. Raises NotPrinted."""
    try:
        place((File(one.name, [one.data]) for one in printed), to)
    except ExportRefused as problem:
        raise NotPrinted(to) from problem
    missing = [] if can_press() else [say("paper.pdf.missing")]
    signs = sorted({sign for one in printed for sign in one.replaced})
    replaced = [say("paper.replaced", text=" ".join(signs))] if signs else []
    return PrintReport(tuple(one.name for one in printed), (*missing, *replaced, *_page_only(printed)))


def _page_only(printed: list[Printed]) -> list[str]:
    """Say which sheets are there as a page alone, though PDFs could be made."""
    names = {one.name for one in printed}
    pages = [name for name in sorted(names) if name.endswith(".html")]
    alone = [name for name in pages if name.removesuffix(".html") + ".pdf" not in names]
    return [say("paper.page-only", names=", ".join(alone))] if alone and can_press() else []
