"""Awards in the order of the list, what too few scored, and what is not decided on any more, all on one day."""

from decimal import Decimal

from msgspec.structs import replace

from sessions import commands as c
from sessions import events as e
from sessions.audit import audit
from sessions.model.decisions import Decision, Verdict
from sessions.model.refusals import No
from sessions.model.session import Standing
from sessions.results.awards_first import full_list_before
from sessions.results.budget import full_list, order_of, pots
from sessions.results.confirming import confirmed_now
from sessions.views.wall.current_poster import Outside, poster
from tests.sessions.dividing import a_panel, application, divided

REFS = "ABCD"
FEW = c.Tally((1, 0, 0, 0, 2), 0)


def dividing(*, pot: int = 2000, few: int = 1, marks=None):
    """Four applications of £500 each. A was scored by `few` of six; the others rank C, B, D."""
    model = a_panel(*(application(ref, 500) for ref in REFS), pot=pot)
    own = {"A": [5] * few + [None] * (6 - few), "B": [3] * 6, "C": [4] * 6, "D": [2] * 6}
    return divided(model, own | (marks or {}), tally=FEW)


def given(world) -> dict[str, int]:
    return {ref: int(one.amount) for ref, one in full_list(world.state).items() if one.funded}


def rows(world):
    return {one.ref: one for one in poster(world.state, world.clock, Outside()).rows}


def award(world, ref: str, amount: int):
    return world.when(c.RecordDecision(ref, Verdict.PART, Decimal(amount)))


def test_an_award_to_what_too_few_scored_is_paid_in_its_turn_and_moves_no_line():
    world = dividing()
    assert given(world) == {"C": 500, "B": 500, "D": 500}
    world = award(world, "A", 300)
    assert given(world) == {"C": 500, "B": 500, "D": 500, "A": 300}
    assert pots(world.state)[-1].line == 3
    assert audit(world.history) is None
    award(dividing(pot=1500), "A", 300).then_refused(No.TOO_MUCH_MONEY)


def test_placed_above_others_its_award_is_paid_before_theirs():
    world = award(dividing(pot=1500).when(c.Place("A", "B")), "A", 400)
    assert order_of(world.state) == ("C", "A", "B", "D")
    assert given(world) == {"C": 500, "A": 400, "B": 500}
    assert audit(world.press().press(sure=True).history) is None


def test_its_row_says_why_it_goes_without_and_that_too_few_scored_it():
    row = rows(dividing())["A"]
    assert (row.rank, row.score, row.why) == ("–", "–", "below the line")
    assert "too few scored it" in row.mark


def test_the_line_may_be_put_below_it_and_the_record_stands():
    world = dividing().when(c.MoveLine(4))
    assert given(world)["A"] == 500
    assert audit(world.press().press(sure=True).history) is None


def test_nothing_is_said_of_the_same_score_as_one_that_too_few_gave():
    tied = dividing(marks={"A": [3] + [None] * 5, "B": [3] * 6})
    assert "Same score" not in "".join(poster(tied.state, tied.clock, Outside()).ties)


# records of earlier versions


def confirmed_as(world, decisions):
    """Confirm a list the way earlier versions wrote it down: not in order, and without why."""
    return world.after(e.ListConfirmed(decisions))


def test_a_list_confirmed_by_awards_first_is_sound_and_one_that_gives_more_is_not():
    early = dividing(pot=1200, few=6).after(
        e.DecisionRecorded("D", Decision(Verdict.PART, Decimal(400))),
    )
    before = full_list_before(early.state)
    assert audit(confirmed_as(early, before).history) is None
    more = {**before, "C": Decision(Verdict.FUND, Decimal(500)), "A": Decision(Verdict.FUND, Decimal(500))}
    assert audit(confirmed_as(early, more).history) is not None


def test_a_list_that_ranked_what_a_few_scored_is_sound_only_where_a_few_scored_something():
    ranked_first = {
        ref: Decision(Verdict.FUND, Decimal(500)) if ref in "AC" else Decision(Verdict.NOT_NOW)
        for ref in REFS
    }
    assert audit(confirmed_as(dividing(pot=1000), ranked_first).history) is None
    plain = dividing(pot=1000, marks={"A": [1] * 6})
    assert audit(confirmed_as(plain, ranked_first).history) is not None


def test_a_list_of_now_has_to_be_the_one_that_was_up():
    world = dividing(pot=1000)
    now = confirmed_now(world.state)
    assert audit(world.after(now).history) is None
    moved = replace(now, decisions={**now.decisions, "A": Decision(Verdict.FUND, Decimal(500))})
    assert audit(world.after(moved).history) is not None


# what is not decided on any more


def gone(world, ref: str):
    return world.when(c.SetApplicationAside(ref, Standing.WITHDRAWN, "they asked us to"))


def test_what_was_put_above_one_that_is_withdrawn_keeps_its_place():
    world = gone(dividing().when(c.Place("A", "B")), "B")
    assert order_of(world.state) == ("C", "A", "D")
    assert audit(world.history) is None
    back = world.when(c.BringBack("B", "a slip"))
    assert order_of(back.state) == ("C", "B", "A", "D")
    assert audit(back.history) is None


def test_several_that_were_put_there_keep_their_order():
    few = {"B": [1] * 2 + [None] * 4}
    world = dividing(marks=few).when(c.Place("A", "D")).when(c.Place("B", "A"))
    assert order_of(world.state) == ("C", "B", "A", "D")
    assert order_of(gone(world, "D").state) == ("C", "B", "A")
    assert order_of(gone(world, "A").state) == ("C", "B", "D")


def test_one_that_waits_for_the_panel_waits_again_once_it_is_brought_back():
    world = gone(dividing().when(c.Place("A", "C")), "A").when(c.BringBack("A", "a slip"))
    assert order_of(world.state) == ("C", "B", "D", "A")
    assert "A" not in given(world)


def test_an_award_to_one_that_is_withdrawn_goes_with_it():
    world = gone(award(dividing(pot=1500).when(c.Place("A", "C")), "A", 500), "A")
    assert given(world) == {"C": 500, "B": 500}
    assert pots(world.state)[-1].line == 2
    assert audit(world.press().press(sure=True).history) is None
