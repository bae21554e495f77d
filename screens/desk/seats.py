"""The seats on the desk, as small cards in the order of their numbers: how each stands, in a mark and a word."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from screens.drawn import drawn_line, fitted, joined, stacked
from screens.wall.widgets.words import Words
from sessions.views.desk import DeskSeat, SeatIs
from sessions.wording import say

MARKS = {
    SeatIs.FREE: ("○", "$empty"),
    SeatIs.HERE: ("●", "$accent"),
    SeatIs.ASLEEP: ("◌", "$warning"),
    SeatIs.DONE: ("✓", "$success"),
    SeatIs.OUT: ("→", "$warning"),
    SeatIs.LATER: ("…", "$quiet"),
    SeatIs.HOME: ("–", "$quiet"),
}
NARROW = 22  # columns of one card
_ROOMY = 36  # from this width on there is room for two cards side by side


class SeatCards(VerticalScroll):
    """All seats; where there is room, with their labels."""

    can_focus = False

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Words(id="cards")

    def show(self, seats: Sequence[DeskSeat]) -> None:
        """Show the seats."""
        width = max(self.size.width - 1, NARROW)
        across = max(width // NARROW, 1) if width >= _ROOMY else 1
        tall = self.size.height >= -(-len(seats) // across) * 2
        cards = [_card(seat, width // across, tall=tall) for seat in seats]
        rows = [cards[at : at + across] for at in range(0, len(cards), across)]
        lines = [joined(*parts) for row in rows for parts in zip(*row, strict=True)]
        self.query_one("#cards", Words).say(stacked(lines))


def _card(seat: DeskSeat, width: int, *, tall: bool) -> list[Content]:
    mark, colour = MARKS[seat.stands]
    number = joined(Content.styled(f"{mark} ", f"{colour} bold"), Content.styled(f"{seat.seat:<3} ", "bold"))
    how = [say(f"desk.seat.{seat.stands}")]
    if seat.paper:
        how.append(say("desk.seat.paper"))
    if seat.handed_round:
        how.append(say("desk.seat.handed-round"))
    words = drawn_line(" · ".join(how), "$quiet" if seat.stands is SeatIs.FREE else colour)
    label = joined(" · ", drawn_line(seat.label, "$quiet")) if seat.label else ""
    card = [fitted(joined(number, words, label), width)]
    return [*card, fitted(Content(""), width)] if tall else card
