"""The print pack: every sheet of it, each as a page, and as a PDF where typst is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from contextlib import suppress

from msgspec import Struct

from sessions.model import Session
from sessions.views.paper import ballot_slip, score_slips

from .ballots import ballots_sheet
from .cards import cards_sheet
from .join import join_sheet
from .press import PressFailed, can_press
from .sheet import Sheet, sheet_as_page, sheet_as_pdf
from .slips import slips_sheet


class Printed(Struct, frozen=True):
    """A file to be, and the pieces of text that could not be drawn in it."""

    name: str
    data: bytes
    replaced: tuple[str, ...] = ()


class Whereabouts(Struct, frozen=True):
    """Where phones will find the laptop: its address, and what the Wi-Fi's square says, or nothing."""

    address: str
    wifi_link: str = ""


def pack(
    session: Session,
    cards: Sequence[tuple[int, str, str, str]],
    where: Whereabouts,
    *,
    slips_for: Sequence[int],
    out: Set[tuple[int, str]],
) -> Iterator[Printed]:
    """Draw the cards, each `(seat, label, code, key)`, the other sheets, and score slips for these seats.

    `out` are the conflicts: a seat gets no slip for what it steps out of.
    """
    yield from _drawn("cards", cards_sheet(session, cards, where.address, where.wifi_link))
    yield from _drawn("how-to-join", join_sheet(session, where.address, where.wifi_link))
    yield from _drawn("ballot-slips", ballots_sheet(session, ballot_slip(session)))
    for seat in slips_for:
        slips = score_slips(session, seat, out)
        if slips:
            yield from _drawn(f"score-slips/seat-{seat:02d}", slips_sheet(session, seat, slips))


def _drawn(name: str, sheet: Sheet) -> Iterator[Printed]:
    yield Printed(f"{name}.html", sheet_as_page(sheet).encode())
    if can_press():
        with suppress(
            PressFailed
        ):  # the page is there all the same, and whoever prints sees that the PDF is not
            pressed = sheet_as_pdf(sheet)
            yield Printed(f"{name}.pdf", pressed.pdf, pressed.replaced)
