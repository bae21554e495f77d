"""Slips of a great many applications are drawn in a process of their own, and come out the same."""

from panel_tui.offline.slips_apart import MANY, drawing_apart
from screens.paper.pack import slips_of
from tests.sessions.worlds import session


def test_drawn_apart_they_are_the_same_to_the_letter():
    model = session(applications=MANY)
    with drawing_apart(model) as draw:
        apart = list(draw(model, 1, frozenset({(1, "A02")})))
    here = list(slips_of(model, 1, frozenset({(1, "A02")})))
    assert draw is not slips_of
    assert [one.name for one in apart] == [one.name for one in here]
    assert apart[0].data == here[0].data


def test_a_few_are_drawn_right_here():
    with drawing_apart(session()) as draw:
        here = list(draw(session(), 1, frozenset()))
    assert here == list(slips_of(session(), 1, frozenset()))
