"""The print pack: seat cards with new codes and keys (the old ones end), booklet, slips, and how to join."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from panel_tui import PROGRAM
from panel_tui.folder.languages import learn_language
from panel_tui.folder.plan_differences import first_word
from panel_tui.folder.plan_in_force import (
    PlanInForce,
    adjusted,
    plan_in_force,
    plan_in_force_of,
    read_or_refuse,
    recorded,
)
from panel_tui.offline.sheets import PrintReport, Sheets, moved, ready_to_move
from panel_tui.offline.slips_apart import drawing_apart
from panel_tui.record import Record
from panel_tui.record.history import refuse_sealed
from panel_tui.record.sidecar_files import RECORD
from panel_tui.room.card_codes import NewCard, draw_card, hashed
from panel_tui.room.room import Room
from panel_tui.system.clock import Clock
from panel_tui.system.errors import Unable
from panel_tui.system.hash_pool import in_hash_pool
from panel_tui.system.network import wifi_link
from panel_tui.system.same_folder import lies_in
from screens.paper.adjusted import differs, other_booklets
from screens.paper.pack import USUAL, PrintForm, Whereabouts, pack, some_pack
from screens.paper.press import Printed
from sessions.commands import OpenDoors, PrintCards
from sessions.model.adjustments import SeatAdjustments
from sessions.model.session import Session
from sessions.wording import say, say_many, speaking_of
from sessions.wording.enumerations import seats_said


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


class NoSuchApplication(Unable):
    """Slips were asked for an application there is not."""

    def __init__(self, ref: str, known: Sequence[str]) -> None:
        """Say which."""
        super().__init__(say("paper.no-application", ref=ref, known=", ".join(known)))


async def new_cards(room: Room, seats: list[int], address: str = "") -> list[NewCard]:
    """Draw a card for each seat and end the old ones."""
    cards = drawn_cards(room, seats)
    await end_older(room, cards, address)
    return cards


def drawn_cards(room: Room, seats: list[int]) -> list[NewCard]:
    """Draw a card for each seat; none of them works yet."""
    return [draw_card(room.clock, seat, seats=len(seats)) for seat in seats]


async def end_older(room: Room, cards: list[NewCard], address: str, *, booklet: bool = False) -> None:
    """Let these work, and the older ones no more."""
    salt = room.clock.token()
    stored = await asyncio.gather(*(in_hash_pool(partial(hashed, card, salt)) for card in cards))
    await room.do(PrintCards(tuple(stored), address, booklet))


class Wanted(Struct, frozen=True):
    """What is to be printed: score slips for these seats or for all, new cards or none, and in which form.

    Where no cards were ever printed they are made in any case.
    """

    slips_for: Sequence[int] | None = None
    cards: bool = False
    form: PrintForm = USUAL


ALL = Wanted()


def has_cards(folder: Path) -> bool:
    """Whether cards were printed that a new print could end. Raises the record's own refusals."""
    return any(seat.key for seat in recorded(folder).seats.values())


async def print_pack(folder: Path, to: Path, address: str, wanted: Wanted = ALL) -> PrintReport:
    """Write the pack into `to`, outside the session's folder. Without new cards it works beside a running session.

    Raises InsideTheSession, NoSuchSeat, NotBegun, NotPrinted, and whatever stands in the way of opening the session.
    """
    if lies_in(to, folder):
        raise InsideTheSession
    refuse_sealed(folder / RECORD)
    clock = Clock()
    if not (folder / RECORD).exists():
        read_or_refuse(folder, clock.seed)  # a folder that cannot be read must leave no record behind
    elif has_cards(folder) and not wanted.cards:
        drawn = _Drawn(clock)
        counts = plan_in_force(folder, drawn.seed)
        if not drawn.happened:
            asked = _Asked(
                adjusted(folder, counts), _slips_for(counts.numbers, wanted.slips_for), wanted.form
            )
            done = _written(Sheets(_pack(counts.plan, [], address, asked)), to, counts, asked)
            return replace(done, remarks=(*_without_cards(counts), *done.remarks))
    record = Record.open(folder / RECORD, program=PROGRAM)
    try:
        room = Room(record, clock)
        drawn = _Drawn(clock)
        counts = plan_in_force_of(folder, room.state, drawn.seed)
        session = counts.plan
        seats = counts.numbers
        asked = _Asked(adjusted(folder, counts), _slips_for(seats, wanted.slips_for), wanted.form)
        if drawn.happened:  # the order that is printed has to be the one of the day
            await room.do(OpenDoors(session))
        labels = {member.seat: member.label for member in session.members}
        out = any(seat.key for seat in room.state.seats.values())
        renewed = wanted.cards or not out
        cards = drawn_cards(room, seats) if renewed else []
        on_cards = [(card.seat, labels.get(card.seat, ""), card.code, card.key) for card in cards]
        sheets = Sheets(_pack(session, on_cards, address, asked))
        with ready_to_move(sheets, to) as ready:
            if cards:
                await end_older(room, cards, address, booklet=True)
            moved(ready, to, anew=bool(cards))
    finally:
        await record.close()
    report = _report(sheets, ready.names, session, counts, asked)
    return replace(report, cards=bool(cards), ended=bool(cards) and out)


def print_only(folder: Path, to: Path, refs: Sequence[str], wanted: Wanted = ALL) -> PrintReport:
    """Write the booklet's pages and the slips of these applications alone, beside a running session as well.

    No card ends. Raises InsideTheSession, NoSuchSeat, NoSuchApplication, NotPrinted, and the record's own refusals.
    """
    if to.resolve().is_relative_to(folder.resolve()):
        raise InsideTheSession
    refuse_sealed(folder / RECORD)
    counts = plan_in_force(folder, Clock().seed)
    session = counts.plan
    known = {one.ref.casefold(): one.ref for one in session.applications}
    for ref in refs:
        if ref.casefold() not in known:
            raise NoSuchApplication(ref, tuple(known.values()))
    those = tuple(known[ref.casefold()] for ref in dict.fromkeys(refs))
    asked = _Asked(adjusted(folder, counts), _slips_for(counts.numbers, wanted.slips_for), wanted.form)
    return _written(Sheets(_some(session, asked, those)), to, counts, asked)


def _without_cards(counts: PlanInForce) -> Iterator[str]:
    """Say who could not come in by a card: a seat that joined the plan after cards were printed."""
    known = counts.state.seats
    bare = [n for n in counts.numbers if n not in known or not (known[n].key or known[n].taken)]
    if bare:
        yield say("paper.no-card-yet", seats=seats_said(bare))


class _Asked:
    """Which seats get slips, and what was asked for by seat; what is said of it names nobody."""

    def __init__(self, asked: Sequence[SeatAdjustments], slips_for: list[int], form: PrintForm) -> None:
        self.by_seat = {one.seat: one for one in asked}
        self.slips_for, self.form = slips_for, form

    def said(self, session: Session, names: Sequence[str]) -> list[str]:
        """Say how many slips are otherwise than usual, and which booklets were made beside the usual one."""
        n = sum(differs(session, self.by_seat.get(seat)) for seat in self.slips_for)
        others = [one.ending for one in other_booklets(session, self.by_seat, large=self.form.large)]
        more = [name for name in names if any(name.startswith(f"booklet{ending}") for ending in others)]
        printed = [name for name in more if name.endswith(".pdf")] or more
        if not n:
            return []
        if not printed:
            return [say_many("adjusting.printed-slips", n)]
        return [say_many("adjusting.printed", n, names=", ".join(printed))]


def _written(sheets: Sheets, to: Path, counts: PlanInForce, asked: _Asked) -> PrintReport:
    """Write sheets among which no card is: the record is not touched."""
    with ready_to_move(sheets, to) as ready:
        moved(ready, to)
    return _report(sheets, ready.names, counts.plan, counts, asked)


def _report(
    sheets: Sheets, names: tuple[str, ...], session: Session, counts: PlanInForce, asked: _Asked
) -> PrintReport:
    report = sheets.report(names)
    said = asked.said(session, names)
    return replace(report, remarks=(*said, *report.remarks, *_differing(session, counts)))


def _some(session: Session, asked: _Asked, refs: Sequence[str]) -> Iterator[Printed]:
    """Draw what is printed of a few applications, under names of their own."""
    learn_language(session.language)
    with speaking_of(session):
        yield from some_pack(session, asked.slips_for, refs, asked.form, asked.by_seat)


class _Drawn:
    """A seed that is drawn only where one is wanted, and known to have been."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.happened = False

    def seed(self) -> int:
        """Draw it."""
        self.happened = True
        return self._clock.seed()


def _differing(session: Session, counts: PlanInForce) -> list[str]:
    with speaking_of(session):
        word = first_word(counts)
    return [word] if word else []


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
    asked: _Asked,
) -> Iterator[Printed]:
    """Draw the pack a sheet at a time, so that no more than one is ever held."""
    where = Whereabouts(address, wifi_link(session.wifi) if session.wifi else "")
    learn_language(session.language)
    with speaking_of(session), drawing_apart(session) as draw_slips:
        yield from pack(
            session,
            cards,
            where,
            slips_for=asked.slips_for,
            draw_slips=draw_slips,
            form=asked.form,
            asked=asked.by_seat,
        )
