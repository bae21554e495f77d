"""Pretend members break a tie over the real pages: each puts those that are level in an order of its own."""

from __future__ import annotations

from panel_tui.rehearse.answer_book import AnswerBook
from panel_tui.rehearse.from_files import FromFiles
from panel_tui.rehearse.html_page import read_page
from panel_tui.rehearse.page_answers import Mind, next_act
from panel_tui.rehearse.seeded_members import Leaning
from screens.phone.drawing import draw
from tests.sessions.worlds import session
from tests.web.gallery import PAGES


def act_of(seat: int, book: AnswerBook, name: str = "rank"):
    page = read_page(draw(PAGES[name]), address="/")
    return next_act(page, Mind(seat, book, ("c1",)))


def test_an_order_gives_each_its_own_place_and_not_everyone_gives_the_same():
    book = Leaning(session(seats=12), seed=7)
    orders = [tuple(act_of(seat, book).entries.values()) for seat in range(1, 13)]
    assert all(sorted(order) == ["1", "2", "3"] for order in orders)
    assert len(set(orders)) > 1
    assert act_of(1, book).entries == act_of(1, Leaning(session(seats=12), seed=7)).entries


def test_members_from_files_put_nothing_in_order():
    assert act_of(1, FromFiles(answers={})) is None


def test_of_two_each_presses_the_one_it_puts_first():
    book = Leaning(session(seats=12), seed=7)
    ways = [act_of(seat, book, "rank-two").way for seat in range(1, 13)]
    assert all(len(way.buttons) == 1 for way in ways), "and no other is pressed with it"
    pressed = [way.filled({}) for way in ways]
    assert {name for sent in pressed for name in sent if name.startswith("place")} == {"place1", "place2"}
    assert all(("place1" in sent) != ("place2" in sent) for sent in pressed)
