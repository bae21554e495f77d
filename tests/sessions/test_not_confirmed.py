"""A day that closes with its list not confirmed: nothing is given, and no place is taken, whatever is written down."""

from decimal import Decimal

import pytest

from sessions import commands as c
from sessions.model.decisions import Verdict
from sessions.views.record.read_me import read_me_rows
from sessions.views.record.story import story
from sessions.views.wall.closing import closing
from sessions.views.wall.posters import Frame
from tests.sessions.dividing import a_panel, application, divided
from tests.sessions.test_shortlist import at_the_list

MARKS = {"A": [5] * 6, "B": [4] * 6}
FRAME = Frame("", "")


def at_the_closing(world):
    """Leave the list as it is, and go to the closing."""
    last = world.state.steps[-1].key
    return world.when(c.JumpTo(world.state.plan.position, last, sure=True)).state


def with_money():
    world = divided(a_panel(application("A", 600), application("B", 900), pot=1000), MARKS)
    return world.when(c.RecordDecision("A", Verdict.FUND, Decimal(600)))


def test_money_that_is_only_written_down_is_not_called_given():
    [words] = closing(at_the_closing(with_money()), FRAME).lines[:1]
    assert words == "Written down so far: £600 of £1,000. None of it is given before we confirm it."
    confirmed = with_money().press().state
    assert "£600 of £1,000 given." in closing(confirmed, FRAME).lines


def test_a_place_that_is_only_written_down_is_not_called_taken():
    open_list = at_the_list().when(c.RecordDecision("A", Verdict.CHOSEN, words="see them"))
    told = closing(at_the_closing(open_list), FRAME).lines
    assert "Written down so far: 1 of 2 places. It is not taken before we confirm it." in told
    assert not any("taken." in line for line in told)


@pytest.mark.parametrize("world", [with_money(), at_the_list()], ids=["money", "places"])
def test_the_workbook_calls_nothing_given_or_chosen_before_it_is(world):
    state = at_the_closing(world)
    rows = read_me_rows(state, story(state), head="", program="", public=False, grants="")
    assert not {row.name for row in rows} & {"Given", "Left in the pot", "Chosen"}
    assert any(row.words.startswith("Written down, and not confirmed: ") for row in rows)
