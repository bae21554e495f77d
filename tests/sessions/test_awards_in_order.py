"""Awards are paid in the order of the list: an award changes its own row, and nothing that stands above it."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sessions import commands as c
from sessions import events as e
from sessions.audit import audit
from sessions.model.decisions import Decision, Verdict, Why
from sessions.model.phases import Phase
from sessions.model.refusals import No
from sessions.results.awards_first import full_list_before
from sessions.results.budget import full_list, order_of, pots
from sessions.views.wall.current_poster import Outside, poster
from sessions.views.wall.poster_inputs import Laid
from tests.sessions.dividing import a_panel, application, divided, strand
from tests.sessions.worlds import MORNING

MARKS = {"A": [5] * 6, "B": [4] * 6, "C": [3] * 6, "D": [2] * 6}


def the_list(*moves, pot=1500, **more):
    model = a_panel(
        application("A", 600), application("B", 500), application("C", 800), application("D", 300), pot=pot
    )
    world = divided(model, MARKS, **more)
    for move in moves:
        world = world.when(move)
        assert world.refused is None, world.refused
    return world


def wall(world, laid=0):
    return poster(world.state, MORNING, Outside(laid=Laid(laid)))


def early(world, ref, amount):
    """Record an award as if it had been recorded in the morning, before the list was up."""
    decision = Decision(Verdict.PART, Decimal(amount))
    return world.after(e.DecisionRecorded(ref, decision))


def given_to(state):
    return {ref: int(one.amount) for ref, one in full_list(state).items() if one.funded}


def test_a_part_award_recorded_early_takes_nothing_from_those_ranked_above_it():
    world = early(the_list(), "D", 300)
    assert given_to(world.state) == {"A": 600, "B": 500, "D": 300}
    assert given_to(early(the_list(pot=1100), "D", 300).state) == {"A": 600, "B": 500}


def test_an_award_the_money_does_not_reach_says_so_and_has_to_be_settled_before_the_list_is_confirmed():
    world = early(the_list(pot=1100), "D", 300)
    assert wall(world).rows[3].why == "we said £300: too little left"
    refused = world.press().then_refused(No.AWARD_UNREACHED)
    assert "Title D" in refused.refused.sentence
    settled = world.when(c.MoveLine(1)).press()
    assert settled.refused is None
    assert settled.state.plan.decisions["D"].amount == 300


def test_an_award_changes_its_own_row_and_the_running_sums_and_no_other_row():
    before = wall(the_list())
    after = wall(the_list(c.RecordDecision("A", Verdict.PART, Decimal(100))))
    gets = [[(row.ref, row.funded) for row in shown.rows] for shown in (before, after)]
    assert [now for was, now in zip(*gets, strict=True) if was != now] == [("A", "part: £100 of £600")]
    assert [row.why for row in after.rows[2:]] == [
        "below the line",
        "below the line",
    ]  # £900 would pay for either
    assert [row.ref for row in after.rows] == [row.ref for row in before.rows]
    assert [row.running for row in after.rows] == ["£100", "£600", "", ""]
    assert after.left == "£900 left"


def test_the_line_is_drawn_below_the_last_row_that_gets_money_also_once_confirmed():
    world = the_list(c.RecordDecision("D", Verdict.PART, Decimal(200)))
    for one in (world, world.press()):
        shown = wall(one)
        assert shown.line == 4
        assert [bool(row.running) for row in shown.rows] == [True, True, False, True]
    plain = the_list().press()
    assert wall(plain).line == 2
    assert [row.why for row in wall(plain).rows] == [
        "full",
        "full",
        "the money ran out here",
        "below the line",
    ]


def test_every_row_says_why_before_and_after_it_is_confirmed():
    moves = (
        c.RecordDecision("A", Verdict.RESERVE),
        c.RecordDecision("B", Verdict.NOT_NOW),
        c.RecordDecision("C", Verdict.RESERVE),
        c.RecordDecision("D", Verdict.PART, Decimal(200)),
    )
    world = the_list(*moves)
    said = ["first reserve", "we said: not this time", "second reserve", "part: £200 of £300"]
    assert [row.why for row in wall(world).rows] == said
    assert [row.why for row in wall(world.press()).rows] == said
    no = the_list(tally=c.Tally((6, 0, 0, 0, 0), 0)).press()
    assert {row.why for row in wall(no).rows} == {"we agreed: no"}
    assert set(no.state.plan.why.values()) == {Why.AGREED_NO}


def test_a_press_moves_the_line_by_one_row_that_the_line_pays_for():
    world = the_list(c.RecordDecision("B", Verdict.NOT_NOW))
    shown = wall(world)
    assert (shown.current, shown.up, shown.down) == (2, 0, 3)
    assert given_to(world.when(c.MoveLine(shown.up)).state) == {}
    assert given_to(world.when(c.MoveLine(shown.down)).state) == {"A": 600, "C": 800}
    assert wall(world.press()).current is None


def test_what_is_missing_is_said_before_the_list_is_confirmed():
    asked = the_list().press(sure=False).then_refused(No.ASK_AGAIN_CONFIRM).refused.sentence
    *lines, last = asked.split("\n")
    assert lines == [
        "No reasons are written down for 4: Title A, Title B, Title C and Title D.",
        "We agreed yes and they get nothing, though £400 is left: Title C and Title D.",
    ]
    assert last.startswith("Press again")
    told = [c.RecordDecision(ref, Verdict.FUND, reasons="It helps.") for ref in "AB"]
    rest = [c.RecordDecision(ref, Verdict.NOT_NOW, reasons="Not yet.") for ref in "CD"]
    all_told = the_list(*told, *rest).press(sure=False).then_refused(No.ASK_AGAIN_CONFIRM).refused.sentence
    assert "No reasons" not in all_told


def test_where_the_line_stands_between_two_that_are_level_it_is_said_before_the_list_is_confirmed():
    model = a_panel(application("A", 600), application("B", 500), application("C", 500), pot=1100)
    marks = {**MARKS, "C": MARKS["B"]}
    torn = "Title B and Title C have the same score, and the line stands between them."
    asked = divided(model, marks).press(sure=False).refused.sentence
    assert torn in asked
    settled = divided(model, marks).when(c.RecordDecision("C", Verdict.NOT_NOW, reasons="Another year."))
    assert torn not in settled.press(sure=False).refused.sentence, "we said it, and the line did not"
    assert torn not in divided(replace(model, pot=Decimal(1600)), marks).press(sure=False).refused.sentence


def test_money_moved_over_from_a_strand_is_an_act_of_its_own_and_the_sums_add_up():
    model = a_panel(
        application("A", 600, strand="small"),
        application("B", 2300),
        pot=3000,
        strands=(strand("small", 1000),),
    )
    world = divided(model, MARKS)
    small, whole = wall(world), wall(world, 1)
    assert (small.pot, small.left) == ("£1,000", "£100 left")
    assert small.notes == ("£300 is moved over to the rest.",)
    assert (whole.pot, whole.left) == ("£2,000", "£0 left")
    assert whole.notes == (
        "£300 is moved over from “Strand small”.",
        "All together: £2,900 of £3,000 given, £100 left.",
    )
    assert "£300 is moved over" in world.press(sure=False).refused.sentence
    confirmed = world.press()
    (act,) = confirmed.state.interventions
    assert (act.what, act.strand, act.amount) == ("money-moved", "small", 300)
    assert confirmed.state.plan.paid_from == {"A": "small", "B": ""}
    assert pots(confirmed.state)[0].moved == -300
    assert audit(confirmed.history) is None


def test_applications_of_the_same_title_are_told_apart():
    same = [replace(application(ref, 100), title="Lunch Club") for ref in "AB"]
    world = divided(a_panel(*same, application("C", 100), pot=250), MARKS)
    assert [row.title for row in wall(world).rows] == ["Lunch Club · A", "Lunch Club · B", "Title C"]
    closing = wall(world.press_until(Phase.CLOSING))
    assert [title for title, _ in closing.rows] == ["Lunch Club · A", "Lunch Club · B", "Title C"]
    assert closing.rows[2][1] == "Not this time: the money ran out here"


def test_the_row_in_hand_says_how_its_tie_was_broken():
    model = a_panel(application("A", 600), application("B", 500), application("C", 700), pot=1000)
    world = divided(model, dict.fromkeys("ABC", [4] * 6))
    shown = wall(world)
    assert [row.ref for row in shown.rows] == ["B", "A", "C"]
    assert shown.current == 1
    assert shown.ties == (
        "asks £600",
        "Same score as Title B. Our rule for ties puts that one first: by how little it asks for.",
    )


amounts = st.integers(0, 40)


@settings(max_examples=120, deadline=None)
@given(
    asked=st.lists(st.tuples(amounts, st.sampled_from(["", "s", "t"])), min_size=1, max_size=6),
    pot=st.tuples(amounts, amounts, amounts),
    orders=st.lists(
        st.tuples(
            st.integers(0, 5),
            amounts,
            st.sampled_from([*Verdict, "line", "early"]),
            st.sampled_from(["", "s", "t"]),
        ),
        max_size=6,
    ),
)
def test_sums_add_up_and_no_award_changes_the_order_or_what_stands_above_it(asked, pot, orders):
    refs = [chr(65 + n) for n in range(len(asked))]
    rest, s, t = pot
    model = a_panel(
        *(application(ref, ask, strand=key) for ref, (ask, key) in zip(refs, asked, strict=True)),
        pot=rest + s + t,
        strands=(strand("s", s), strand("t", t)),
    )
    world = divided(model, {ref: [5 - n % 5] * 6 for n, ref in enumerate(refs)})
    for at, amount, what, key in orders:
        before, world = world, _order(world, refs, at, amount, what, key)
        _adds_up(world.state)
        if what != "line" and at < len(refs) and world.refused is None:
            _nothing_above_changed(before.state, world.state, refs[at])
    confirmed = world.press()
    if confirmed.refused is None:
        _adds_up(confirmed.state)
        assert given_to(confirmed.state) == given_to(world.state)
        assert [(p.spent, p.left, p.moved) for p in pots(confirmed.state)] == [
            (p.spent, p.left, p.moved) for p in pots(world.state)
        ]
        assert audit(confirmed.history) is None


def _order(world, refs, at, amount, what, key):
    if what == "line":
        return world.when(c.MoveLine(at, key))
    if at >= len(refs):
        return world
    ref = refs[at]
    if what == "early":
        asked = world.state.model.application(ref).asked
        others = sum(one.amount for r, one in world.state.plan.decisions.items() if r != ref)
        fits = 0 < amount <= asked and others + amount <= world.state.model.pot
        return early(world, ref, amount) if fits else world
    return world.when(c.RecordDecision(ref, what, Decimal(amount)))


def _adds_up(state):
    laid, given = pots(state), sum(one.amount for one in full_list(state).values())
    assert sum(one.own for one in laid) == state.model.pot
    assert sum(one.spent for one in laid) == given
    assert sum(one.left for one in laid) == state.model.pot - given
    assert sum(one.moved for one in laid) == 0
    for one in laid:
        assert one.own + one.moved == one.spent + one.left
        assert one.left >= 0
        assert one.drawn == 0 or one.listed[one.order[one.drawn - 1]].funded
        assert not any(one.listed[ref].funded for ref in one.order[one.drawn :])


def _nothing_above_changed(before, after, ref):
    assert order_of(before) == order_of(after)
    for one, other in zip(pots(before), pots(after), strict=True):
        if ref not in one.order or ref not in other.order:
            continue
        above = one.order[: one.order.index(ref)]
        if other.order[: len(above)] == above and one.room == other.room:
            assert [one.listed[each] for each in above] == [other.listed[each] for each in above]


def test_a_list_that_an_earlier_version_confirmed_is_still_found_sound():
    world = early(the_list(pot=1100), "D", 300)
    then = full_list_before(world.state)
    assert {ref for ref, one in then.items() if one.funded} == {"A", "D"}  # as it was: D took its money first
    old = world.after(e.ListConfirmed(then))
    assert audit(old.history) is None
    assert wall(old).line == 4
    made_up = world.after(e.ListConfirmed({**then, "B": Decision(Verdict.FUND, Decimal(500))}))
    assert audit(made_up.history) == len(made_up.history) - 1
