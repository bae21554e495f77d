"""A page is drawn once for all who see the same, and nothing that one member gave is kept for it."""

from __future__ import annotations

from jinja2 import Environment
from jinja2.runtime import Context
from msgspec.structs import replace

from screens.phone import drawing
from screens.phone.preferences import Look
from sessions.views.phone import pages as p
from sessions.wording import speaking, words_spoken
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


def every_answer_given(page: p.CheckPage | p.Received, words: str = "Mostly") -> p.CheckPage | p.Received:
    given = [replace(one, words=f"{words}{n}", answered=True) for n, one in enumerate(page.answers)]
    return replace(page, answers=tuple(given))


LISTS = {name: page for name, page in PAGES.items() if isinstance(page, p.CheckPage | p.Received)}


def test_what_a_member_gave_is_never_kept():
    for name, page in PAGES.items():
        listed = isinstance(page, p.CheckPage | p.Received) and not all(one.answered for one in page.answers)
        if listed or isinstance(page, p.MyDay) or getattr(page, "said", ""):
            assert drawings_made(replace(page, seat=3)) == 0, name


def test_the_list_of_all_ones_answers_is_drawn_once_for_the_room_whatever_they_are():
    assert {"check", "received"} <= LISTS.keys()
    for page in LISTS.values():
        new = every_answer_given(replace(page, position=f"drawn-once-{id(page)}", seat=1))
        assert drawings_made(new) == 1
        assert drawings_made(every_answer_given(replace(new, seat=9), "Can't say")) == 0


def test_of_the_list_of_ones_answers_nothing_of_them_is_kept(monkeypatch):
    kept = []
    drawn = drawing._drawn
    monkeypatch.setattr(
        drawing, "_drawn", lambda page, asked: kept.append((page, drawn(page, asked))) or kept[-1][1]
    )
    for name, page in LISTS.items():
        own = every_answer_given(page, "I give this a secret")
        if isinstance(own, p.Received):
            own = replace(own, receipt="SECRET-WORDS-123")
        assert "secret" in drawing.draw(own, sending="x"), name
    for page, words in kept:
        assert "secret" not in (repr(page) + words).lower()


def test_which_question_was_left_out_and_what_was_signalled_is_never_kept():
    for page in LISTS.values():
        all_given = every_answer_given(replace(page, position="left-out"))
        one_left = replace(
            all_given, answers=(replace(all_given.answers[0], answered=False), *all_given.answers[1:])
        )
        assert drawings_made(one_left) == 0
        told = replace(all_given, signals=(p.Signal("break", up=True),))
        assert drawings_made(told) == 0


def test_a_page_with_its_own_filled_in_is_the_page_drawn_in_full_to_the_byte():
    everything = [*PAGES.values()]
    for page in LISTS.values():
        for words in ("Mostly", '<b>"5" & 6</b>', "more than £5,000", "\u202eturned", "100%, {n} {{ n }}"):
            own = every_answer_given(page, words)
            everything += [
                own,
                replace(own, language="cy"),
                replace(own, language="ar"),
                replace(own, seat=None),
            ]
            if isinstance(own, p.Received):
                everything.append(replace(own, at=None, receipt=""))
                everything.append(replace(own, open=False, others="We & 3 <others>", receipt="<A>&B"))
    looks = (Look(), Look(easy="read", taps="one"))
    passes = (None, drawing.Passed("turn-1"))
    ways = ((True, drawing.Kept()), (False, drawing.Kept("A04", signals=True)))
    for page in everything:
        for look in looks:
            for passed in passes:
                for whole, kept in ways:
                    drawing._drawn.cache_clear()
                    how = {"look": look, "passed": passed, "whole": whole, "kept": kept}
                    for _once_more in range(2):
                        assert drawing.draw(page, sending="s<1", **how) == in_full(page, "s<1", **how)


def in_full(page: p.AnyPage, sending: str, *, look, passed, whole, kept) -> str:
    """Draw it as it would be if nobody else saw the same."""
    with speaking(page.language):
        asked = drawing.Asked("", look, whole, kept, words_spoken(), passed)
        return drawing._drawn.__wrapped__(page, asked).replace(drawing._SENDING, sending)


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
