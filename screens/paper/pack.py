"""The print pack: every sheet of it, each as a page, and as a PDF where typst is there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set

from msgspec import Struct
from msgspec.structs import replace

from screens.paper.adjusted import Asked, in_language, other_booklets
from screens.paper.booklet import booklet_sheet
from screens.paper.cards import cards_sheet, join_sheet
from screens.paper.half_page_slips import ties_sheet, views_sheet
from screens.paper.interviews import interview_sheet
from screens.paper.learning import learn_sheets
from screens.paper.press import Printed, printed
from screens.paper.slips import asking_sheet, ballots_sheet, cards_up_sheet, closing_sheets, slips_sheet
from sessions.model.session import Session
from sessions.views.paper.booklet import booklet
from sessions.views.paper.slips import (
    ballot_slips,
    cards_up_slips,
    closing_slips,
    score_slips,
    tie_slip,
    view_slip,
)
from sessions.wording import speaking_of


class PrintForm(Struct, frozen=True):
    """How it is printed: the booklet in larger letters; several slips on a sheet; slips in larger letters."""

    large: bool = False
    compact: bool = False
    large_slips: bool = False


USUAL = PrintForm()
NOTHING: Asked = {}
SlipsOf = Callable[[Session, int, Set[tuple[int, str]], PrintForm], Iterable[Printed]]


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
    out: Set[tuple[int, str]] = frozenset(),
    draw_slips: SlipsOf | None = None,
    form: PrintForm = USUAL,
    asked: Asked = NOTHING,
) -> Iterator[Printed]:
    """Draw the cards, each `(seat, label, code, key)`, the other sheets, and score slips for these seats.

    Where no cards are given, there is no sheet of them.

    `out` are conflicts beside those in the session: a seat gets no slip for what it steps out of. One sheet is drawn
    at a time, as it is asked for; `draw_slips` may draw a seat's elsewhere. `asked` is what members asked for.
    """
    if cards:
        yield from printed("cards", cards_sheet(session, cards, where.address, where.wifi_link))
    yield from printed("how-to-join", join_sheet(session, where.address, where.wifi_link))
    yield from _booklets(session, "", None, form, asked)
    yield from printed("ballot-slips", ballots_sheet(session, ballot_slips(session), compact=form.compact))
    tie = tie_slip(session)
    if tie is not None:
        yield from printed("tie-slips", ties_sheet(session, tie))
    other = view_slip(session)
    if other is not None:
        yield from printed("other-view-slips", views_sheet(session, other))
    if few := cards_up_slips(session):
        yield from printed("cards-up-slips", cards_up_sheet(session, few, compact=form.compact))
    met = interview_sheet(session)
    if met is not None:
        yield from printed("interview-notes", met)
    for name, to_read in learn_sheets(session, large=form.large):
        yield from printed(name, to_read)
    yield from printed("room-slips", asking_sheet(session, compact=form.compact))
    closing = closing_sheets(session, closing_slips(session), compact=form.compact)
    for number, sheet in enumerate(closing, start=1):
        yield from printed(f"closing-slips/question-{number}", sheet)
    draw = draw_slips or _drawn_here()
    for seat in slips_for:
        yield from _seat_slips(session, seat, out, draw, form, asked)


def some_pack(
    session: Session,
    slips_for: Sequence[int],
    refs: Sequence[str],
    form: PrintForm = USUAL,
    asked: Asked = NOTHING,
) -> Iterator[Printed]:
    """Draw the booklet's pages, the ballot slips and the score slips of a few applications, named for them."""
    named = "-".join(refs)
    yield from _booklets(session, f"-{named}", refs, form, asked)
    ballots = ballot_slips(session, refs)
    yield from printed(f"ballot-slips-{named}", ballots_sheet(session, ballots, compact=form.compact))
    alone = replace(session, applications=tuple(one for one in session.applications if one.ref in refs))
    draw = _drawn_here(f"score-slips-{named}")
    for seat in slips_for:
        yield from _seat_slips(alone, seat, frozenset(), draw, form, asked)


def _booklets(
    session: Session, named: str, refs: Sequence[str] | None, form: PrintForm, asked: Asked
) -> Iterator[Printed]:
    """Draw the booklet, and then those in larger letters or another language that seats asked for."""
    usual = booklet_sheet(session, booklet(session, refs), large=form.large)
    yield from printed(f"booklet{named}", usual)
    for other in other_booklets(session, asked, large=form.large):
        own = in_language(session, other.language)
        with speaking_of(own):
            sheet = booklet_sheet(own, booklet(own, refs), large=other.large)
            drawn = list(printed(f"booklet{other.ending}{named}", sheet))
        yield from drawn


def _drawn_here(under: str = "score-slips") -> SlipsOf:
    return lambda session, seat, out, form: slips_of(session, seat, out, under=under, form=form)


def _seat_slips(
    session: Session,
    seat: int,
    out: Set[tuple[int, str]],
    draw: SlipsOf,
    form: PrintForm,
    asked: Asked,
) -> Iterable[Printed]:
    """Draw one seat's slips as its member asked for them."""
    one = asked.get(seat)
    if one is None:
        return draw(session, seat, out, form)
    own = in_language(session, one.language)
    with speaking_of(own):
        return list(draw(own, seat, out, replace(form, large_slips=one.large_text)))


def slips_of(
    session: Session,
    seat: int,
    out: Set[tuple[int, str]],
    *,
    under: str = "score-slips",
    form: PrintForm = USUAL,
    pdf: bool = True,
) -> Iterator[Printed]:
    """Draw one seat's slips; nothing where it has none."""
    slips = score_slips(session, seat, out)
    if slips:
        compact = form.compact and not form.large_slips
        sheet = slips_sheet(session, seat, slips, compact=compact, large=form.large_slips)
        yield from printed(f"{under}/seat-{seat:02d}", sheet, pdf=pdf)
