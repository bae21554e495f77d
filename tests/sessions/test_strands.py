"""Strands are divided first, each with its own money; what is left over joins the whole. No line spends too much."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from sessions import commands as c
from sessions.model.decisions import Verdict
from sessions.model.refusals import No
from sessions.results.budget import full_list, pots, total
from tests.sessions.dividing import a_panel, application, divided, strand

MARKS = {"A": [5] * 6, "B": [4] * 6, "C": [3] * 6, "D": [2] * 6}


def two_strands(**more):
    """£1,000 for small groups, out of £3,000; A and D are small, B and C are not."""
    model = a_panel(
        application("A", 600, strand="small"),
        application("B", 1500),
        application("C", 1400),
        application("D", 500, strand="small"),
        pot=3000,
        strands=(strand("small", 1000, awards=2),),
    )
    return divided(model, MARKS, **more)


def test_each_strand_has_its_own_list_and_the_rest_joins_the_whole():
    small, whole = pots(two_strands().state)
    assert small.order == ("A", "D")
    assert small.funded == ("A",)
    assert small.expected == 2
    assert whole.order == ("B", "C", "D")
    assert (whole.own, whole.room) == (2000, 2400)
    assert whole.funded == ("B",)  # £900 left: C does not fit, and the line stops there


def test_what_a_strand_leaves_over_goes_to_the_whole():
    model = a_panel(
        application("A", 100, strand="s"), application("B", 2900), pot=3000, strands=(strand("s", 1000),)
    )
    world = divided(model, MARKS)
    assert {ref for ref, one in full_list(world.state).items() if one.funded} == {"A", "B"}


def test_a_strands_line_moves_without_the_wholes():
    world = two_strands().when(c.MoveLine(0, "small"))
    assert world.refused is None
    small, whole = pots(world.state)
    assert small.line == 0
    assert "A" in whole.funded  # it joins the whole, and comes first there


def test_a_strands_line_never_spends_more_than_the_strand():
    two_strands().when(c.MoveLine(2, "small")).then_refused(No.TOO_MUCH_MONEY)


def test_there_is_no_line_for_a_strand_that_is_not_there():
    two_strands().when(c.MoveLine(1, "large")).then_refused(No.NOT_NOW)


def test_an_award_its_strand_cannot_pay_is_paid_from_the_whole():
    model = a_panel(
        application("A", 1500, strand="s"), application("B", 900), pot=3000, strands=(strand("s", 1000),)
    )
    world = divided(model, MARKS).when(c.RecordDecision("A", Verdict.FUND))
    s, whole = pots(world.state)
    assert (s.spent, whole.spent) == (0, 2400)
    assert full_list(world.state)["A"].amount == 1500


def test_an_award_recorded_elsewhere_takes_nothing_from_a_strands_list():
    model = a_panel(
        application("A", 600, strand="s"), application("B", 2900), pot=3000, strands=(strand("s", 1000),)
    )
    world = divided(model, MARKS).when(c.RecordDecision("B", Verdict.FUND)).then_refused(No.TOO_MUCH_MONEY)
    assert "£500" in world.refused.sentence
    assert full_list(world.state)["A"].amount == 600


def test_a_line_moved_in_a_strand_is_taken_back_like_any_step():
    world = two_strands()
    moved = world.when(c.MoveLine(0, "small"))
    back = moved.when(c.Undo(moved.state.plan.position))
    assert pots(back.state) == pots(world.state)


asks = st.integers(0, 40)


@settings(max_examples=150)
@given(
    money=st.tuples(st.integers(1, 60), st.integers(0, 60), st.integers(0, 60)),
    asked=st.lists(st.tuples(asks, st.sampled_from(["", "s", "t"])), min_size=1, max_size=7),
    moves=st.lists(st.tuples(st.integers(0, 7), st.sampled_from(["", "s", "t"])), max_size=6),
    awards=st.lists(
        st.tuples(st.integers(0, 6), st.integers(0, 40), st.sampled_from(list(Verdict))), max_size=5
    ),
)
def test_whatever_is_moved_and_recorded_no_line_spends_more_than_there_is(money, asked, moves, awards):
    rest, s, t = money
    refs = [chr(65 + n) for n in range(len(asked))]
    model = a_panel(
        *(application(ref, ask, strand=key) for ref, (ask, key) in zip(refs, asked, strict=True)),
        pot=rest + s + t,
        strands=(strand("s", s), strand("t", t)),
    )
    world = _at_the_list(model)
    for funded, key in moves:
        world = world.when(c.MoveLine(funded, key))
        _within(world)
    for place, amount, verdict in awards:
        if place < len(refs):
            world = world.when(c.RecordDecision(refs[place], verdict, Decimal(amount)))
            _within(world)


def _at_the_list(model):
    """Come to the list without a score: the money is what matters here."""
    from sessions import events as e
    from sessions.model.phases import Phase
    from tests.sessions.worlds import doors_open

    budget = next(step.key for step in model.steps if step.kind == "budget")
    world = doors_open(model).after(e.StepStarted(budget))
    assert world.state.plan.phase is Phase.BUDGET
    return world


def _within(world):
    laid = pots(world.state)
    assert total(full_list(world.state)) <= world.state.model.pot
    for pot in laid[:-1]:
        assert pot.spent <= pot.own
    assert sum(pot.spent for pot in laid) == total(full_list(world.state))
    assert set(full_list(world.state)) == {a.ref for a in world.state.model.applications}
