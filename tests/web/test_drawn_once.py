"""A page is drawn once for all who see the same, and nothing that one member gave is kept for it."""

from __future__ import annotations

from jinja2 import Environment
from jinja2.runtime import Context
from msgspec.structs import replace

from screens.phone import drawing
from screens.phone.preferences import Look
from sessions.views.phone import pages as p
from tests.web.gallery import PAGES

SCORE = PAGES["score"]
assert isinstance(SCORE, p.Score)


def drawings_made(page: p.AnyPage) -> int:
    before = drawing._drawn.cache_info().misses
    kept = drawing._drawn.cache_info().currsize
    drawing.draw(page, sending="x")
    return max(drawing._drawn.cache_info().misses - before, drawing._drawn.cache_info().currsize - kept)


def test_a_question_is_drawn_once_for_every_seat_and_revision():
    asked = replace(SCORE, question="Is this drawn once?", said="", seat=1)
    assert drawings_made(asked) == 1
    assert drawings_made(replace(asked, seat=2, revision=9)) == 0


def test_each_seat_is_given_its_own_number_revision_and_sending():
    drawn = drawing.draw(replace(SCORE, said="", seat=7, revision=9), sending="sent-7")
    for own in ("Seat 7", 'value="9"', 'value="sent-7"'):
        assert own in drawn
    assert "\x00" not in drawn


def test_what_a_member_gave_is_never_kept():
    for name, page in PAGES.items():
        if isinstance(page, p.CheckPage | p.Received | p.MyDay) or getattr(page, "said", ""):
            assert drawings_made(replace(page, seat=3)) == 0, name


def test_a_vote_again_is_never_kept():
    ballot = next(page for page in PAGES.values() if isinstance(page, p.BallotPage))
    assert drawings_made(replace(ballot, again=True, seat=3)) == 0


def test_once_the_templates_are_read_in_no_page_has_one_compiled(monkeypatch):
    monkeypatch.setattr(drawing, "_PAGES", drawing._environment())
    drawing._drawn.cache_clear()
    drawing.read_templates()
    monkeypatch.setattr(Environment, "compile", None)
    for page in PAGES.values():
        drawing.draw(page, look=Look(easy="read"))


def test_every_page_is_drawn_as_jinja_itself_would_draw_it(monkeypatch):
    def drawn():
        drawing._drawn.cache_clear()
        looks = Look(), Look(easy="read")
        return [drawing.draw(page, look=look, own_code="<K>") for page in PAGES.values() for look in looks]

    ours = drawn()
    monkeypatch.setattr(drawing._Templates, "context_class", Context)
    monkeypatch.setattr(drawing._Templates, "make_globals", Environment.make_globals)
    monkeypatch.setattr(drawing, "_PAGES", drawing._environment())
    assert drawn() == ours
