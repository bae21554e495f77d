"""The outcome of a round follows the rule the panel agreed, and says nothing the counts do not."""

from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.methods.consensus import (
    Advice,
    Bars,
    Heads,
    advice_after_rounds,
    bars,
    heads,
    in_bands,
    moved_at_least,
    option_bands,
    outcome,
)
from sessions.methods.scoring import Band
from sessions.model.decisions import Outcome
from sessions.model.session import Rule

L, M, H = Band.LOW, Band.MIDDLE, Band.HIGH
QUARTERS, LIVE, OBJECT = Rule.THREE_QUARTERS, Rule.LIVE_WITH_IT, Rule.NO_OBJECTIONS


def distributions(ballots: int, options: int) -> Iterator[tuple[int, ...]]:
    """Every way of putting ballots on options: where the bars stand between the stars."""
    for fences in combinations(range(ballots + options - 1), options - 1):
        ends = (-1, *fences, ballots + options - 1)
        yield tuple(b - a - 1 for a, b in pairwise(ends))


def by_hand(rule: str, counts: tuple[int, ...]) -> str:
    """Settle five options a second way: one ballot at a time, shares as whole per cents of a hundred n."""
    names = ["lowest", "low", "middle", "high", "highest"]
    ballots = [name for name, count in zip(names, counts, strict=True) for _ in range(count)]
    n = len(ballots)
    yes = len([b for b in ballots if b in ("high", "highest")])
    no = len([b for b in ballots if b in ("lowest", "low")])
    if rule == "three-quarters":
        agree = yes * 100 >= 75 * n and no * 100 < 15 * n
        refuse = no * 100 >= 75 * n and yes * 100 < 15 * n
    elif rule == "everyone-can-live-with-it":
        agree, refuse = not no and bool(yes), not yes and bool(no)
    else:
        agree = "lowest" not in ballots and yes > no
        refuse = "highest" not in ballots and no > yes
    if agree:
        return "We agree: yes"
    if refuse:
        return "We agree: no"
    return "We are split" if min(yes, no) * 3 >= n else "Not settled yet"


@pytest.mark.parametrize("rule", list(Rule))
@pytest.mark.parametrize("n", range(5, 13))
def test_every_round_of_five_to_twelve_ballots_comes_out_as_worked_by_hand(rule: Rule, n: int) -> None:
    seen = {counts: outcome(rule, counts) for counts in distributions(n, 5)}
    assert seen == {counts: by_hand(rule.value, counts) for counts in seen}
    assert len(seen) == {5: 126, 6: 210, 7: 330, 8: 495, 9: 715, 10: 1001, 11: 1365, 12: 1820}[n]


@pytest.mark.parametrize("rule", list(Rule))
def test_fewer_than_five_ballots_settle_nothing(rule: Rule) -> None:
    for n in range(5):
        assert {outcome(rule, counts) for counts in distributions(n, 5)} == {Outcome.TOO_FEW}
    assert outcome(rule, ()) is Outcome.TOO_FEW


@pytest.mark.parametrize(
    ("n", "bands"),
    [(2, (L, H)), (3, (L, M, H)), (4, (L, M, M, H)), (5, (L, L, M, H, H)), (7, (L, L, M, M, M, H, H))],
)
def test_options_have_bands_by_position(n: int, bands: tuple[Band, ...]) -> None:
    assert option_bands(n) == bands


@pytest.mark.parametrize(
    ("rule", "counts", "words"),
    [
        (QUARTERS, (0, 0, 1, 2, 2), "We agree: yes"),
        (QUARTERS, (1, 0, 0, 2, 2), "Not settled yet"),  # 4 of 5, but one of five is over 15%
        (QUARTERS, (1, 0, 0, 3, 3), "We agree: yes"),
        (QUARTERS, (3, 3, 0, 0, 1), "We agree: no"),
        (QUARTERS, (2, 0, 2, 0, 2), "We are split"),
        (QUARTERS, (0, 3, 17, 0, 0), "Not settled yet"),
        (QUARTERS, (3, 0, 0, 0, 17), "Not settled yet"),  # exactly 15% is not under it
        (LIVE, (0, 0, 6, 1, 0), "We agree: yes"),
        (LIVE, (0, 0, 7, 0, 0), "Not settled yet"),
        (LIVE, (0, 1, 0, 6, 0), "Not settled yet"),
        (OBJECT, (0, 3, 0, 4, 0), "We agree: yes"),
        (OBJECT, (1, 0, 0, 0, 6), "Not settled yet"),
        (OBJECT, (0, 3, 1, 3, 0), "We are split"),
        (OBJECT, (1, 3, 0, 3, 0), "We agree: no"),
    ],
)
def test_the_first_line_that_holds_is_the_outcome(rule: Rule, counts: tuple[int, ...], words: str) -> None:
    assert outcome(rule, counts) == words


@given(st.lists(st.integers(0, 9), min_size=2, max_size=7), st.sampled_from(Rule))
def test_turning_the_options_round_turns_the_outcome_round(counts: list[int], rule: Rule) -> None:
    turned = {Outcome.YES: Outcome.NO, Outcome.NO: Outcome.YES}
    there = outcome(rule, counts)
    assert outcome(rule, counts[::-1]) is turned.get(there, there)


@pytest.mark.parametrize(
    ("n", "needed", "against"),
    [(5, 4, 0), (6, 5, 0), (7, 6, 1), (8, 6, 1), (9, 7, 1), (10, 8, 1), (11, 9, 1), (12, 9, 1), (20, 15, 2)],
)
def test_three_quarters_is_said_in_heads(n: int, needed: int, against: int) -> None:
    assert heads(QUARTERS, n) == Heads(needed, against)


@pytest.mark.parametrize("rule", [QUARTERS, LIVE])
@pytest.mark.parametrize("n", range(5, 13))
def test_heads_say_exactly_what_the_rule_asks(rule: Rule, n: int) -> None:
    said = heads(rule, n)
    for counts in distributions(n, 5):
        low, _, high = in_bands(counts)
        assert (outcome(rule, counts) is Outcome.YES) is (high >= said.needed and low <= said.most_against)


@pytest.mark.parametrize("n", range(5, 13))
def test_no_objections_is_nobody_on_the_lowest_option_and_more_yes_than_no(n: int) -> None:
    said = heads(OBJECT, n)
    for counts in distributions(n, 5):
        low, _, high = in_bands(counts)
        held = high >= said.needed and counts[0] <= said.most_against and high > low
        assert (outcome(OBJECT, counts) is Outcome.YES) is held


def test_options_are_shown_where_none_has_exactly_one_ballot() -> None:
    assert bars((3, 0, 2, 0, 4)) == Bars((3, 0, 2, 0, 4), banded=False)


def test_a_bar_of_one_is_shown_in_bands() -> None:
    assert bars((2, 1, 0, 2, 3)) == Bars((3, 0, 5), banded=True)


def test_a_band_of_one_may_remain() -> None:
    assert bars((1, 0, 0, 6, 0)) == Bars((1, 0, 6), banded=True)


def test_moved_counts_the_fewest_who_can_have_moved() -> None:
    assert moved_at_least((3, 0, 2, 0, 4), (0, 0, 2, 2, 5)) == 3


def test_moved_is_worked_out_on_what_is_shown() -> None:
    """Two changed options inside a band; shown in bands, nobody can tell, so nobody is told."""
    assert moved_at_least((2, 2, 0, 0, 5), (3, 1, 0, 0, 5)) == 0
    assert moved_at_least((3, 1, 0, 0, 5), (2, 2, 0, 0, 5)) == 0
    assert moved_at_least((2, 3, 0, 0, 4), (3, 2, 0, 0, 4)) == 1


def test_moved_is_not_said_between_rounds_of_unequal_size() -> None:
    assert moved_at_least((2, 2, 0, 0, 5), (2, 2, 0, 0, 4)) is None


def test_moved_is_not_said_of_rounds_too_small_to_be_kept() -> None:
    assert moved_at_least((), ()) is None
    assert moved_at_least((2, 0, 0, 0, 2), (2, 0, 0, 0, 2)) is None


same_size = st.integers(5, 14).flatmap(
    lambda n: st.lists(st.sampled_from(list(distributions(n, 3))), min_size=2)
)


@given(same_size)
def test_moved_is_the_same_both_ways_and_never_more_than_everyone(rounds: list[tuple[int, ...]]) -> None:
    before, after, *_ = rounds
    moved = moved_at_least(before, after)
    assert moved == moved_at_least(after, before)
    assert moved is not None
    assert 0 <= moved <= sum(before)
    assert moved_at_least(before, before) == 0


UNSETTLED, HARDLY_MOVED, MOVED, AGREED = (3, 0, 3, 0, 3), (3, 0, 2, 0, 4), (0, 2, 5, 0, 2), (0, 0, 0, 0, 9)


@pytest.mark.parametrize(
    ("rounds", "advice"),
    [
        ([UNSETTLED], Advice.GO_ON),
        ([AGREED], Advice.AGREED),
        ([UNSETTLED, MOVED], Advice.GO_ON),
        ([UNSETTLED, HARDLY_MOVED], Advice.AT_MOST_ONE_MOVED),
        ([UNSETTLED, AGREED], Advice.AGREED),
        ([UNSETTLED, MOVED, UNSETTLED], Advice.LAST_ROUND),
        ([UNSETTLED, MOVED, AGREED], Advice.AGREED),
        ([()], Advice.TOO_FEW),
        ([UNSETTLED, ()], Advice.TOO_FEW),
        ([(), UNSETTLED], Advice.GO_ON),
    ],
)
def test_stop_when_agreed_when_at_most_one_moved_or_after_the_last_round(
    rounds: list[tuple[int, ...]], advice: Advice
) -> None:
    assert advice_after_rounds(QUARTERS, rounds, most=3) is advice
