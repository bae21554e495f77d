"""Sentences on the wall that hold only sometimes: where a summary can be read, what is done, what our rule goes by."""

from msgspec.structs import replace

from sessions import commands as c
from sessions.model.phases import Phase
from sessions.views.wall.current_poster import Outside, poster
from sessions.wording import say
from tests.sessions.worlds import MORNING, doors_open, scored, session


def wall(world):
    return poster(world.state, MORNING, Outside())


def test_quiet_reading_speaks_of_a_summary_only_where_there_is_one():
    bare = session()
    told = replace(bare, applications=tuple(replace(a, summary="Lunch.") for a in bare.applications))
    where = say("views.reading.where-phone")
    assert where not in wall(doors_open(bare).press_until(Phase.READ)).lines
    assert where in wall(doors_open(told).press_until(Phase.READ)).lines


def test_quiet_reading_speaks_of_paper_only_where_a_booklet_was_printed():
    told = session()
    told = replace(told, applications=tuple(replace(a, summary="Lunch.") for a in told.applications))
    where = say("views.reading.where")
    for booklet in (False, True):
        world = doors_open(told).when(c.PrintCards((), booklet=booklet))
        assert (where in wall(world.press_until(Phase.READ)).lines) is booklet
    again = doors_open(told).when(c.PrintCards((), booklet=True)).when(c.PrintCards(()))
    assert where in wall(again.press_until(Phase.READ)).lines


def test_the_outcome_says_how_many_our_rule_goes_by_where_not_all_picked_an_answer():
    panel = dict.fromkeys(range(1, 7), 4)
    sentence = say("views.outcome.of-those", n=5, of=6)
    five = scored(panel).press_until(Phase.OUTCOME, tally=c.Tally((0, 0, 0, 0, 5), 1))
    six = scored(panel).press_until(Phase.OUTCOME, tally=c.Tally((0, 0, 0, 0, 6), 0))
    assert sentence in wall(five).lines
    assert not any("goes by" in line for line in wall(six).lines)


def test_how_many_must_be_here_is_told_while_fewer_are_and_nobody_scores_yet():
    few, enough = (doors_open(session(quorum=5), taken=n) for n in (4, 5))
    assert (wall(few).needed, wall(enough).needed, wall(doors_open(taken=0)).needed) == (5, 0, 0)
    sentence = say("views.notice.need", here=4, n=5)
    heard = [world.press_until(Phase.NOTE) for world in (few, enough)]
    assert [sentence in wall(world).lines for world in heard] == [True, False]


def test_a_break_counts_what_we_are_done_with_and_not_what_we_are_about_to_vote_on_again():
    split = scored(dict.fromkeys(range(1, 7), 4)).press_until(
        Phase.OUTCOME, tally=c.Tally((3, 0, 0, 0, 3), 0)
    )
    assert not any("done" in line for line in wall(split.when(c.TakeBreak(10))).lines)
    agreed = split.press_until(Phase.DECISION, tally=c.Tally((0, 0, 0, 0, 6), 0))
    sentence = say("views.break.done", done=1, of=2)
    assert sentence in wall(agreed.when(c.TakeBreak(10))).lines
    assert sentence in wall(agreed.press().when(c.TakeBreak(10))).lines
