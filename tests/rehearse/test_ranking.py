"""Pretend members break a tie over the real pages: each puts those that are level in an order of its own."""

from __future__ import annotations

from panel_tui.rehearse.book import AnswerBook
from panel_tui.rehearse.deciding import Mind, next_act
from panel_tui.rehearse.from_files import FromFiles
from panel_tui.rehearse.leaning import Leaning
from panel_tui.rehearse.reading import read_page
from screens.phone.pages import draw
from tests.sessions.worlds import session
from tests.web.gallery import PAGES


def act_of(seat: int, book: AnswerBook):
    page = read_page(draw(PAGES["rank"]), address="/")
    return next_act(page, Mind(seat, book, ("c1",)))


def test_an_order_gives_each_its_own_place_and_not_everyone_gives_the_same():
    book = Leaning(session(seats=12), seed=7)
    orders = [tuple(act_of(seat, book).entries.values()) for seat in range(1, 13)]
    assert all(sorted(order) == ["1", "2", "3"] for order in orders)
    assert len(set(orders)) > 1
    assert act_of(1, book).entries == act_of(1, Leaning(session(seats=12), seed=7)).entries


def test_members_from_files_put_nothing_in_order():
    assert act_of(1, FromFiles(answers={})) is None
