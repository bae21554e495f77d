"""Beside an outcome stands the rule that gave it: where we agree on a no, in words about a no."""

import pytest

from sessions import commands as c
from sessions.model.phases import Phase
from sessions.model.session import Consensus, Rule
from sessions.views.record.story_application import _outcome_lines
from sessions.views.wall.current_poster import Outside, poster
from tests.sessions.worlds import doors_open, session

YES, NO = c.Tally((0, 0, 0, 0, 6), 0), c.Tally((6, 0, 0, 0, 0), 0)


def lines(tally, rule=Rule.THREE_QUARTERS):
    """Return what stands under an outcome, on the wall and in the decision record."""
    held = session(consensus=Consensus(rule=rule))
    world = doors_open(held).press_until(Phase.OUTCOME, tally=tally)
    return poster(world.state, world.clock, Outside()).lines, _outcome_lines(world.state, "A01")


def test_a_no_is_told_with_the_rule_as_it_reads_for_a_no():
    for told in lines(NO):
        assert "Our rule for a no: 5 of 6 say no, and nobody says yes." in told
        assert not any("say yes, and nobody says no" in line for line in told)


def test_a_yes_keeps_the_rule_as_it_was_agreed():
    for told in lines(YES):
        assert "Our rule: 5 of 6 say yes, and nobody says no." in told


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (Rule.LIVE_WITH_IT, "at least 1 of 6 say no, and nobody says yes."),
        (Rule.NO_OBJECTIONS, "nobody picks the highest answer, and more of us say no than yes."),
    ],
)
def test_every_rule_has_its_words_for_a_no(rule, words):
    for told in lines(NO, rule):
        assert f"Our rule for a no: {words}" in told
