"""Sentences that used to claim more than was so, each on the day that showed it."""

from decimal import Decimal

from msgspec.structs import replace

from sessions import commands as c
from sessions import events as e
from sessions.audit import audit
from sessions.model.answers import Answer, Kind
from sessions.model.decisions import Verdict, Why
from sessions.model.phases import Phase
from sessions.model.session import Scale, Step, StepKind
from sessions.results.division_methods import Way, ways
from sessions.views.record.letters import letters
from sessions.views.wall.current_poster import Outside, poster
from sessions.views.wall.poster_inputs import Laid
from sessions.views.wall.sheet_makers import sheet
from tests.sessions.dividing import a_panel, application, divided
from tests.sessions.worlds import MORNING, doors_open, scored, session


def wall(world):
    return poster(world.state, MORNING, Outside())


def on_a_long_scale(marks):
    scale = Scale(0, 10, words=())
    model = session(applications=1, criteria=1)
    model = replace(model, scale=scale, criteria=tuple(replace(one, scale=scale) for one in model.criteria))
    return wall(scored(dict(enumerate(marks, start=1)), model).press_until(Phase.REVEAL))


def test_six_that_all_gave_five_of_ten_see_it_the_same_way_and_that_is_in_the_middle():
    shown = on_a_long_scale([5] * 6)
    assert shown.summary == "We see this much the same way."
    assert shown.shapes[0].words == "Most of us: in the middle"


def test_three_of_twelve_are_not_most_of_us_though_seven_could_not_say():
    model = session(seats=12, applications=1, criteria=1)
    world = scored({1: 4, 2: 4, 3: 4, 4: 3, 5: 1}, model)
    for seat in range(6, 13):
        cant_say = c.GiveAnswer(seat, "A01", "c1", Answer(Kind.CANT_SAY), f"{seat}", 1)
        world = world.when(cant_say)
    shown = wall(world.press_until(Phase.REVEAL))
    assert shown.shapes[0].words == "Most who scored it: Mostly"
    assert shown.summary == "This is how we scored it. Let us hear why."
    ended = world.press_until(Phase.CLOSING, tally=c.Tally((0, 0, 0, 0, 12), 0)).state
    assert "Most of those who answered said: Mostly." in letters(ended)[0].body
    twelve = scored(dict.fromkeys(range(1, 8), 4), model).press_until(Phase.REVEAL)
    assert wall(twelve).shapes[0].words == "Most of us: Mostly"


def test_where_views_are_spread_out_nobody_says_that_we_see_it_the_same_way():
    shown = on_a_long_scale([0, 1, 5, 5, 5, 9])
    assert shown.shapes[0].words == "Our views are spread out"
    assert shown.summary == "This is how we scored it. Let us hear why."


def test_the_ballot_after_one_set_aside_is_still_the_second():
    world = scored(dict.fromkeys(range(1, 7), 4)).press_until(Phase.BALLOT)
    world = world.press(tally=c.Tally((3, 0, 0, 0, 3), 0)).when(c.VoidRound("we misread it"))
    world = world.press_until(Phase.BALLOT).press(tally=c.Tally((0, 0, 0, 0, 6), 0))
    assert [one.name for one in wall(world).rounds] == ["Second ballot"]


def test_what_a_member_does_is_not_laid_at_the_facilitators_door():
    world = scored(dict.fromkeys(range(1, 7), 4)).when(c.StepOut(3, "A01"))
    assert world.state.interventions[-1].what == "late-conflict"
    closing = wall(world.press_until(Phase.CLOSING, tally=c.Tally((0, 0, 0, 0, 5), 0)))
    assert "Done by hand: 1, by the facilitator: 0. See the last page, and the record." in closing.lines
    assert [act.what for act in closing.acts] == ["A member stepped out after scoring opened"]


def test_what_was_done_by_hand_on_an_earlier_day_is_not_told_as_todays():
    model = session(applications=2)
    at = next(n for n, step in enumerate(model.steps) if step.ref == "A02")
    night = Step("night", StepKind.OVERNIGHT, 0)
    model = replace(model, steps=(*model.steps[:at], night, *model.steps[at:]))
    ballot = c.Tally((0, 0, 0, 0, 6), 0)
    world = scored(dict.fromkeys(range(1, 7), 4), model).press_until(Phase.OUTCOME, tally=ballot)
    world = world.when(c.VoidRound("we misread it")).press_until(Phase.MORNING, tally=ballot)
    world = world.when(c.ComeAgain(1)).press_until(Phase.CLOSING, tally=ballot)
    [done] = [line for line in wall(world).lines if line.startswith("Done by hand")]
    assert done.startswith("Done by hand: 1, ")


def test_nobody_is_called_back_into_a_break_but_into_what_comes_after_it():
    model = session(applications=6)
    world = doors_open(model)
    last = next(
        step.ref
        for step, after in zip(model.steps, model.steps[1:], strict=False)
        if step.ref and after.kind == "break"
    )
    world = world.when(c.StepOut(6, last))
    while world.state.plan.phase is not Phase.BREAK:
        world = world.press(tally=c.Tally((0, 0, 0, 0, 5), 0))
    assert "may come back" not in str(wall(world))
    world = world.press()
    assert world.state.plan.phase is Phase.INTRODUCE
    assert "One of us who stepped out may come back." in wall(world).stepping_out


def declined(tally):
    world = divided(a_panel(application("A", 600), application("B", 900), pot=1000), MARKS, tally=tally)
    return {one.application: one.body for one in letters(world.press().state)}


MARKS = {"A": [5] * 6, "B": [4] * 6}


def test_a_letter_says_that_money_was_short_only_where_it_was():
    short = "There was not enough money left for it."
    agreed, refused = declined(c.Tally((0, 0, 0, 0, 6), 0)), declined(c.Tally((6, 0, 0, 0, 0), 0))
    assert short in agreed["B"]
    assert short not in refused["A"] + refused["B"]


def test_a_list_set_aside_and_confirmed_again_still_says_that_the_money_ran_out():
    world = divided(a_panel(application("A", 600), application("B", 900), pot=1000), MARKS).press()
    world = world.when(c.ReopenList("a slip of the pen"))
    assert {row.ref: row.why for row in wall(world).rows} == {"A": "full", "B": "the money ran out here"}
    world = world.press()
    assert audit(world.history) is None
    told = {one.application: one.body for one in letters(world.state)}
    assert "There was not enough money left for it." in told["B"]
    said = world.when(c.ReopenList("we do not want it")).when(c.RecordDecision("B", Verdict.NOT_NOW)).press()
    assert "not enough money" not in {one.application: one.body for one in letters(said.state)}["B"]


def test_a_list_that_an_earlier_version_set_aside_is_read_as_it_was():
    world = divided(a_panel(application("A", 600), application("B", 900), pot=1000), MARKS).press()
    older = world.after(e.ListReopened("a slip of the pen"), e.StepStarted(world.state.step.key)).press()
    assert older.state.plan.why["B"] is Why.DECIDED
    assert audit(older.history) is None


def test_a_letter_counts_those_who_scored_this_one():
    marks = {"A": [5] * 5 + [None], "B": [4] * 6}
    world = divided(a_panel(application("A", 600), application("B", 900), pot=1000), marks)
    said = {one.application: one.body for one in letters(world.press().state)}
    assert "5 of us scored it, we talked about it" in said["A"]
    assert "6 of us scored it, we talked about it" in said["B"]


def test_other_ways_to_divide_keep_what_we_have_written_down():
    model = a_panel(application("A", 600), application("B", 500), application("C", 400), pot=1000)
    world = divided(model, {"A": [5] * 6, "B": [4] * 6, "C": [3] * 6})
    world = world.when(c.RecordDecision("A", Verdict.PART, Decimal(100))).when(
        c.RecordDecision("C", Verdict.NOT_NOW)
    )
    for way, division in ways(world.state).items():
        given = {award.ref: award.amount for award in division.awards}
        assert given["A"] == 100, way
        assert "C" not in given
        assert division.left == 1000 - sum(given.values())
    assert Way.STOP in ways(world.state)
    assert "1 award we have written down stands in every way." in sheet(world.state, Laid(sheet="ways")).lead


def test_a_morning_after_which_only_what_was_left_out_remains_does_not_say_that_we_saw_them_all():
    model = session(applications=2)
    at = next(n for n, step in enumerate(model.steps) if step.ref == "A02")
    night = Step("night", StepKind.OVERNIGHT, 0)
    model = replace(model, steps=(*model.steps[: at + 1], night, *model.steps[at + 1 :]))
    ballot = c.Tally((0, 0, 0, 0, 6), 0)
    world = scored(dict.fromkeys(range(1, 7), 4), model)
    left_out = world.when(c.SkipStep(world.state.plan.position, model.steps[at].key, sure=True))
    told = [wall(one.press_until(Phase.MORNING, tally=ballot)).lines for one in (world, left_out)]
    assert [lines[0] for lines in told] == ["2 of 2 done.", "1 of 2 done."]
    assert told[0][1] == "We have looked at them all. Now we divide the pot."
    assert told[1][1] == "We have looked at all that are planned. Now we divide the pot."


def test_three_of_seven_are_not_told_as_what_most_chose():
    world = doors_open(session(seats=7)).press_until(Phase.NOTE)
    answers = ("Go on", "A break", "Stop for today")
    world = world.when(c.AskRoom(world.state.plan.position, "What now?", answers))
    world = world.press(tally=c.Tally((3, 2, 2), 0))
    assert wall(world).words == "Chosen most often: Go on"
