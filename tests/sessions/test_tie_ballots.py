"""A tie is broken by a secret ballot: each member puts those that are level in order; the lowest sum comes first."""

from itertools import permutations
from math import factorial

import pytest

from sessions import commands as c
from sessions import events as e
from sessions.audit import audit
from sessions.decide.tie_ballots import may_key_places, may_rank, open_ties
from sessions.model.phases import Phase
from sessions.model.refusals import No, Refused
from sessions.results.budget import order_of, ranking
from sessions.results.tie_ballots import order_number, order_of_number
from sessions.secret.ballot_box import BallotBox
from sessions.views.record.scores import tie_ballot_facts
from sessions.views.wall.current_poster import Outside, poster
from sessions.views.wall.poster_inputs import Laid
from tests.sessions.dividing import a_panel, application, divided, strand
from tests.sessions.worlds import MORNING

LEVEL = {"A": [4] * 6, "B": [4] * 6, "C": [5] * 6}
FIRST_B = c.Places(((1, 5), (5, 1)))  # five of six put B first


def level(*, ties=("ballot",), seats=6, marks=None):
    model = a_panel(*(application(ref, 500) for ref in "ABC"), pot=1000, seats=seats, ties=ties)
    return divided(model, marks or LEVEL)


def breaking(world, refs=("A", "B")):
    return world.when(c.BreakTie(world.state.plan.position, refs))


def close(world, places, *, sure=True):
    return world.when(c.Next(world.state.plan.position, sure, cast=places.cast, places=places))


def test_a_tie_is_told_of_on_the_list_it_is_on():
    apps = (
        application("A", 500, strand="s"),
        application("B", 500, strand="s"),
        application("C", 500, strand="t"),
    )
    model = a_panel(*apps, pot=1000, ties=("ballot",), strands=(strand("s", 500), strand("t", 500)))
    state = divided(model, LEVEL).state
    told = [" ".join(poster(state, MORNING, Outside(laid=Laid(n))).ties) for n in range(2)]
    assert "level" in told[0]
    assert "level" not in told[1]


def test_a_tie_waits_for_its_ballot_and_the_ballot_breaks_it():
    world = level()
    assert open_ties(world.state) == (("A", "B"),)
    assert [place.rank for place in ranking(world.state)] == [1, 2, 2]
    world = breaking(world)
    world.then(e.TieOpened(1, ("A", "B"), (1, 2, 3, 4, 5, 6)))
    assert world.state.plan.phase is Phase.TIE
    world = close(world, FIRST_B)
    world.then(e.RankingClosed(1, ((1, 5), (5, 1)), 0, 6))
    assert world.state.plan.phase is Phase.BUDGET
    assert order_of(world.state) == ("C", "B", "A")
    assert [(place.rank, place.tie_break) for place in ranking(world.state)] == [
        (1, ""),
        (2, "ballot"),
        (3, "ballot"),
    ]
    assert open_ties(world.state) == ()
    assert audit(world.history) is None


def test_still_level_after_the_ballot_they_share_their_rank():
    world = close(breaking(level()), c.Places(((3, 3), (3, 3))))
    assert [place.rank for place in ranking(world.state)] == [1, 2, 2]
    breaking(world).then_refused(No.NO_TIE)


def test_breakers_before_the_ballot_come_first_and_those_after_it_last():
    marks = {"A": [4] * 6, "B": [2, 2, 5, 5, 5, 5], "C": [4] * 6}
    assert open_ties(level(ties=("fewer-low-scores", "ballot"), marks=marks).state) == (("A", "C"),)
    world = level(ties=("ballot", "smaller-ask"))
    assert open_ties(world.state) == (("A", "B"),)


def test_without_the_word_ballot_in_the_rule_no_ballot_can_be_held():
    breaking(level(ties=("smaller-ask",))).then_refused(No.NO_TIE)


def test_with_fewer_than_five_ballots_nothing_is_kept_but_that():
    world = close(breaking(level()), c.Places(((1, 3), (3, 1)), cant_say=2))
    world.then(e.RankingClosed(1))
    assert open_ties(world.state) == (("A", "B"),)  # another may be held
    assert world.state.tie_ballots[0].places is None


def test_fewer_than_five_who_may_vote_are_told_that_they_share_their_place():
    world = level()
    for seat in (5, 6):
        world = world.when(c.LeaveEarly(seat))
    breaking(world).then_refused(No.TIE_TOO_FEW)


def test_what_fewer_than_five_scored_is_not_ranked_and_so_has_no_tie_to_break():
    assert open_ties(level(seats=4).state) == ()


def test_who_stepped_out_of_one_of_them_does_not_vote():
    model = a_panel(*(application(ref, 500) for ref in "ABC"), pot=1000, ties=("ballot",))
    from msgspec.structs import replace

    one, *others = model.members
    world = divided(replace(model, members=(replace(one, conflicts=("A",)), *others)), LEVEL)
    breaking(world).then(e.TieOpened(1, ("A", "B"), (2, 3, 4, 5, 6)))


def test_more_than_eight_are_not_put_in_order():
    refs = [chr(65 + n) for n in range(9)]
    model = a_panel(*(application(ref, 500) for ref in refs), pot=1000, ties=("ballot",))
    world = divided(model, {ref: [4] * 6 for ref in refs})
    breaking(world, tuple(refs)).then_refused(No.TIE_TOO_MANY)


def test_closing_asks_once_more_and_says_how_many_are_missing():
    world = breaking(level())
    close(world, c.Places(((1, 2), (2, 1))), sure=False).then_refused(No.ASK_AGAIN_BALLOT)


def test_an_open_ballot_taken_back_is_void_and_a_closed_one_is_not_taken_back():
    world = breaking(level())
    back = world.when(c.Undo(world.state.plan.position))
    assert back.state.plan.phase is Phase.BUDGET
    assert back.state.tie_ballots[0].void
    assert back.state.interventions[-1].what == "tie-voided"
    closed = close(world, FIRST_B)
    closed.when(c.Undo(closed.state.plan.position)).then_refused(No.NOTHING_TO_UNDO)


def seven_level():
    return level(seats=7, marks={ref: [*marks, 4] for ref, marks in LEVEL.items()})


def test_a_ballot_set_aside_breaks_no_tie():
    world = close(breaking(seven_level()), c.Places(((2, 5), (5, 2))))
    world = world.when(c.VoidRound("We misread the titles"))
    assert world.state.tie_ballots[0].void
    assert open_ties(world.state)
    assert breaking(world).refused is None


def test_its_like_by_nearly_the_same_people_puts_them_in_order_and_keeps_no_count():
    world = close(breaking(seven_level()), c.Places(((2, 5), (5, 2))))
    gone = breaking(world.when(c.VoidRound("We misread the titles")).when(c.LeaveEarly(7)))
    asked = close(gone, FIRST_B, sure=False)
    assert asked.refused.code is No.ASK_AGAIN_ALIKE
    world = close(gone, FIRST_B)
    ballot = world.state.tie_ballots[-1]
    assert (ballot.places, ballot.cant_say, ballot.cast, ballot.order) == (None, None, None, (2, 1))
    assert order_of(world.state) == ("C", "B", "A")
    assert [place.tie_break for place in ranking(world.state)] == ["", "ballot", "ballot"]
    assert tie_ballot_facts(world.state)[-1].sums == {}


def test_whose_tie_break_ballots_were_in_is_known_to_the_record():
    world = breaking(seven_level())
    six = (1, 2, 3, 4, 5, 6)
    closed = world.when(c.Next(world.state.plan.position, True, cast=6, places=FIRST_B, voted=six))
    closed.then(e.RankingClosed(1, ((1, 5), (5, 1)), 0, 6, absent=(7,)))
    again = breaking(closed.when(c.VoidRound("once more")))
    last = again.when(
        c.Next(again.state.plan.position, True, cast=7, places=c.Places(((2, 5), (5, 2))), voted=(*six, 7))
    )
    last.then(e.RankingClosed(2, absent=(), order=(2, 1)))
    assert audit(last.history) is None


def test_every_order_of_up_to_eight_has_a_number_that_fits_two_bytes():
    for n in range(1, 7):
        numbers = [order_number(order) for order in permutations(range(n))]
        assert sorted(numbers) == list(range(factorial(n)))
        assert [order_of_number(number, n) for number in numbers] == list(permutations(range(n)))
    assert order_number(range(7, -1, -1)) + 1 < 2**16
    with pytest.raises(ValueError, match="1"):
        order_of_number(24, 4)[0]


@pytest.mark.parametrize(
    "given",
    [
        {"A": 1},
        {"A": 1, "B": 1},
        {"A": 0, "B": 1},
        {"A": 1, "B": 3},
        {"A": 1, "B": 2, "C": 3},
        {"A": 2, "C": 1},
    ],
)
def test_an_order_gives_each_its_own_place(given):
    world = breaking(level())
    with pytest.raises(Refused) as refused:
        may_rank(world.state, 1, 1, given)
    assert refused.value.code == No.EACH_ITS_PLACE


def test_the_box_counts_how_often_each_was_put_in_each_place():
    world = breaking(level(seats=7, marks={ref: [*marks, 4] for ref, marks in LEVEL.items()}))
    box = BallotBox("", 1)
    for seat in range(1, 6):
        box.put(seat, may_rank(world.state, seat, 1, {"A": 2, "B": 1}))
    box.put(6, may_rank(world.state, 6, 1, {"A": 1, "B": 2}))
    box.put(7, may_rank(world.state, 7, 1, None))
    assert box.places(2, range(1, 8)) == c.Places(((1, 5), (5, 1)), cant_say=1)


def test_slips_are_counted_twice_and_must_add_up():
    tie = breaking(level()).state.open_tie
    good = c.Places(((1, 1), (1, 1)))
    assert may_key_places(tie, good, good, seats=2) == good
    for first, second, seats, code in (
        (good, c.Places(((2, 0), (0, 2))), 2, No.PAPER_DIFFERS),
        (c.Places(((1, 1), (2, 0))), None, 2, No.PLACES_DO_NOT_ADD_UP),
        (c.Places(((1, 1, 0), (1, 1, 0))), None, 2, No.PLACES_DO_NOT_ADD_UP),
        (good, good, 1, No.PAPER_TOO_MANY),
    ):
        with pytest.raises(Refused) as refused:
            may_key_places(tie, first, second or first, seats=seats)
        assert refused.value.code == code


def test_a_count_that_cannot_be_true_is_found_by_whoever_checks_the_record():
    world = breaking(level())
    for wrong in (
        e.RankingClosed(1, ((6, 0), (6, 0)), 0, 6),
        e.RankingClosed(1, ((1, 2), (2, 1)), 0, 3),
        e.RankingClosed(1, ((5, 2), (2, 5)), 0, 7),
        e.RankingClosed(2, ((1, 5), (5, 1)), 0, 6),
    ):
        assert (
            audit(
                world.after(wrong).history
                if wrong.number == 1
                else (*world.history, e.Stamped(world.clock, wrong))
            )
            is not None
        )
