"""The same seed gives the same answers, in whatever order they are asked for; another seed gives others."""

import pytest
from msgspec.structs import replace

from panel_tui.rehearse import Leaning
from panel_tui.rehearse.answer_book import chance
from sessions.model.session import Member, Scale


def everything(book, session, *, backwards=False):
    places = [(m.seat, a.ref) for m in session.members for a in session.applications]
    said = {}
    for seat, ref in reversed(places) if backwards else places:
        for number in range(3, 0, -1) if backwards else range(1, 4):
            said[seat, ref, number] = (book.ballot(seat, ref, number), book.reason(seat, ref, number))
        for criterion in reversed(session.criteria) if backwards else session.criteria:
            said[seat, ref, criterion.key] = book.answer(seat, ref, criterion.key)
    return said


def test_the_same_seed_says_the_same_whoever_asks_first(demo, leanings):
    forwards = everything(Leaning(demo, 41, leanings), demo)
    assert forwards == everything(Leaning(demo, 41, leanings), demo, backwards=True)


def test_another_seed_says_something_else(demo, leanings):
    one, other = (everything(Leaning(demo, seed, leanings), demo) for seed in (41, 42))
    differing = sum(one[place] != other[place] for place in one)
    assert differing > len(one) / 4


def test_a_session_without_leanings_gets_them_from_the_seed(demo):
    one, again, other = (everything(Leaning(demo, seed), demo) for seed in (1, 1, 2))
    assert one == again != other


def test_chance_is_the_same_on_every_laptop():
    assert round(chance(1, "keen", "A01", 4), 6) == 0.544986


def test_made_up_answers_are_on_the_scale_and_use_it(demo):
    for scale in (Scale(low=0, high=40, words=()), Scale(low=0, high=40, best="low", words=())):
        criteria = tuple(replace(criterion, scale=scale) for criterion in demo.criteria)
        session = replace(demo, scale=scale, criteria=criteria)
        book = Leaning(session, 3)
        said = [value for value in everything(book, session).values() if isinstance(value, int)]
        assert all(0 <= value <= 40 for value in said)
        assert len(set(said)) > 30


def test_where_low_is_best_the_keenest_give_the_lowest(demo):
    scale = Scale(low=0, high=40, best="low", words=())
    criteria = tuple(replace(criterion, scale=scale) for criterion in demo.criteria)
    high = Leaning(
        replace(demo, criteria=tuple(replace(c, scale=replace(scale, best="high")) for c in criteria)), 3
    )
    low = Leaning(replace(demo, criteria=criteria), 3)
    sums = {seat: [sum_of(book, demo, seat) for book in (high, low)] for seat in range(1, 13)}
    keenest = max(sums, key=lambda seat: sums[seat][0])
    coldest = min(sums, key=lambda seat: sums[seat][0])
    assert sums[keenest][1] < sums[coldest][1]


def test_those_who_mark_low_do_so_all_day(demo, leanings):
    book = Leaning(demo, 5, leanings)
    means = {seat: mean_of(book, demo, seat) for seat in range(1, 13)}
    harsh = [means[seat] for seat in means if book.persona(seat) == "harsh"]
    generous = [means[seat] for seat in means if book.persona(seat) == "generous"]
    assert len(harsh) == len(generous) == 2
    assert max(harsh) < min(generous)


def test_the_unsure_say_so_most_often(demo, leanings):
    book = Leaning(demo, 5, leanings)
    unsure = {
        member.seat
        for member in demo.members
        for a in demo.applications
        for c in demo.criteria
        if book.answer(member.seat, a.ref, c.key) == "cant-say"
    }
    assert {seat for seat in range(1, 13) if book.persona(seat) == "unsure"} <= unsure


@pytest.mark.parametrize("many", [5, 40])
def test_a_room_of_another_size_leans_the_same_way(demo, leanings, many):
    session = replace(demo, members=tuple(Member(seat=seat) for seat in range(1, many + 1)))
    book = Leaning(session, 5, leanings)
    means = {a.ref: mean_about(book, session, a.ref) for a in session.applications}
    assert max(means, key=means.get) == "A05"
    assert min(means, key=means.get) == "A10"


def test_a_reason_comes_from_one_who_voted_and_each_is_written_once(demo, leanings):
    book = Leaning(demo, 5, leanings)
    written = [book.reason(member.seat, "A03", 1) for member in demo.members]
    assert sorted(filter(None, written)) == sorted(leanings.applications["A03"].reasons[0])
    assert book.reason(4, "A03", 1) == ""  # seat 4 has stepped out


def scored(book, session, seat):
    said = (book.answer(seat, a.ref, c.key) for a in session.applications for c in session.criteria)
    return [value for value in said if isinstance(value, int)]


def sum_of(book, session, seat):
    return sum(scored(book, session, seat))


def mean_of(book, session, seat):
    values = scored(book, session, seat)
    return sum(values) / len(values)


def mean_about(book, session, ref):
    said = (book.answer(m.seat, ref, c.key) for m in session.members for c in session.criteria)
    values = [value for value in said if isinstance(value, int)]
    return sum(values) / len(values)
