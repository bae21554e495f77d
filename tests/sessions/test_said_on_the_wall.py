"""Sentences on the wall that hold only sometimes: where a summary can be read, what is done, what our rule goes by."""

from decimal import Decimal

from msgspec.structs import replace

from sessions import commands as c
from sessions import events as e
from sessions.model.decisions import Verdict
from sessions.model.phases import Phase
from sessions.model.session import StepKind
from sessions.views.phone.current_page import Ask, Mine, page
from sessions.views.phone.money_list import list_page
from sessions.views.wall.current_poster import Outside, poster
from sessions.views.wall.poster_inputs import Laid
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


def test_who_stepped_out_of_the_last_one_is_called_back_to_the_list():
    world = doors_open(session(seats=7, applications=1)).when(c.StepOut(7, "A01"))
    listed = world.press_until(Phase.BUDGET, tally=c.Tally((0, 0, 0, 0, 6), 0))
    sentence = say("steering.come-back-one")
    assert sentence in wall(listed).notes
    assert sentence not in wall(listed.press(sure=True)).notes


def test_a_phone_says_of_the_line_only_what_is_so_of_each_row():
    world = scored(dict.fromkeys(range(1, 7), 5)).press_until(
        Phase.DECISION, tally=c.Tally((6, 0, 0, 0, 0), 0)
    )
    world = world.when(c.RecordDecision("A01", Verdict.NOT_NOW)).press_until(Phase.SCORE)
    for seat in range(1, 7):
        for key in ("c1", "c2"):
            world = world.answer(seat, 3, key, sending=f"{seat}-A02-{key}")
    world = world.press_until(Phase.BUDGET, tally=c.Tally((0, 0, 0, 0, 6), 0))
    world = world.when(c.RecordDecision("A02", Verdict.PART, Decimal(500)))
    shown = list_page(world.state, Laid())
    assert [row.gets for row in shown.rows] == ["we agreed: no", "part: £500 of £2,000"]
    assert (shown.line, shown.line_words) == (2, "The line. Nothing below it gets money from this list.")


def test_one_who_comes_while_the_last_one_is_scored_is_not_promised_a_next_one():
    world = doors_open(session(seats=7, applications=1), taken=6).press_until(Phase.SCORE)
    world = world.when(c.TakeFreeSeat("token7", e.Card(0, "code7", "key7")))
    shown = page(world.state, 7, MORNING, Ask(), Mine())
    assert shown.heading == "You join in after this one"


def test_nothing_is_promised_of_a_list_that_the_agenda_never_comes_to():
    planned = scored(dict.fromkeys(range(1, 7), 4))
    none = session()
    none = replace(none, steps=tuple(step for step in none.steps if step.kind is not StepKind.BUDGET))
    without = scored(dict.fromkeys(range(1, 7), 4), none)
    yes = c.Tally((0, 0, 0, 0, 6), 0)
    later, end = say("views.deciding.later"), say("views.deciding.provisional")
    for world, promised in ((planned, True), (without, False)):
        world = world.press_until(Phase.DECISION, tally=yes)
        assert (later in wall(world).lines) is promised
        decided = wall(world.when(c.RecordDecision("A01", Verdict.FUND)))
        assert (end in decided.lines) is promised


def test_one_who_went_home_and_comes_back_is_not_told_to_have_had_no_seat():
    world = scored(dict.fromkeys(range(1, 8), 4), session(seats=7)).when(c.LeaveEarly(7))
    world = world.press_until(Phase.DECISION, tally=c.Tally((0, 0, 0, 0, 6), 0)).press_until(Phase.SCORE)
    world = world.when(c.TakeSeatByCard("code7", "a new phone"))
    assert world.refused is None
    shown = page(world.state, 7, MORNING, Ask(), Mine())
    assert shown.lines[0] == "This one began while you were not here, so its group is fixed."
