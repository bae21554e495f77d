"""Order is by exact score; a tie is broken by the rule agreed in the morning, which is named."""

import csv
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sessions.methods.ranking_and_ties import Ranked, RankPlace, in_tie_order, rank, rank_sums, ranked
from sessions.methods.scoring import median, member_scores
from sessions.model.answers import Answer, Kind, score
from sessions.model.session import Application, Criterion, Scale

DEFAULT = ("fewer-low-scores", "smaller-ask")
HALF = Fraction(1, 2)


def entry(
    ref: str, u: Fraction | None = HALF, *, reach: str = "1/2", low: int = 0, asked: int = 100
) -> Ranked:
    return Ranked(ref, u, {"reach": Fraction(reach), "unseen": None}, low, Decimal(asked))


def order(*places: tuple[str, int, str]) -> tuple[RankPlace, ...]:
    return tuple(RankPlace(*place) for place in places)


def test_the_better_score_comes_first_and_needs_no_tie_break() -> None:
    there = rank([entry("A", Fraction(1, 3)), entry("B", Fraction(1, 2))], DEFAULT)
    assert there == order(("B", 1, ""), ("A", 2, ""))


def test_order_is_by_exact_scores_however_close() -> None:
    near = Fraction(1, 2) - Fraction(1, 10**30)
    assert rank([entry("A", near), entry("B")], DEFAULT) == order(("B", 1, ""), ("A", 2, ""))


@pytest.mark.parametrize(
    ("breaker", "first", "second"),
    [
        ("criterion:reach", {"reach": "3/4"}, {"reach": "1/2"}),
        ("fewer-low-scores", {"low": 1}, {"low": 3}),
        ("smaller-ask", {"asked": 50}, {"asked": 60}),
    ],
)
def test_each_breaker_parts_a_tie_and_is_named(breaker: str, first: dict, second: dict) -> None:
    there = rank([entry("worse", **second), entry("better", **first)], [breaker])
    assert there == order(("better", 1, breaker), ("worse", 2, breaker))


def test_a_ballot_parts_a_tie_by_the_lowest_sum_of_ranks() -> None:
    sums = rank_sums({"A": (1, 2, 2), "B": (4, 1, 0), "C": (0, 2, 3)})
    assert sums == {"A": 11, "B": 6, "C": 13}
    there = rank([entry("A"), entry("B"), entry("C")], ["smaller-ask", "ballot"], sums)
    assert there == order(("B", 1, "ballot"), ("A", 2, "ballot"), ("C", 3, "ballot"))


def test_a_ballot_that_did_not_rank_all_the_tied_is_passed_over() -> None:
    there = rank([entry("A"), entry("B"), entry("C", asked=5)], ["ballot", "smaller-ask"], {"A": 9, "B": 5})
    assert there == order(("C", 1, "smaller-ask"), ("A", 2, "smaller-ask"), ("B", 2, "smaller-ask"))


def test_a_ballot_among_those_an_earlier_breaker_left_tied_is_used() -> None:
    there = rank([entry("A"), entry("B"), entry("C", asked=5)], ["smaller-ask", "ballot"], {"A": 9, "B": 5})
    assert there == order(("C", 1, "smaller-ask"), ("B", 2, "ballot"), ("A", 3, "ballot"))


def test_the_last_breaker_that_parted_it_is_the_one_named() -> None:
    tied = [entry("A", low=1, asked=9), entry("B", low=1, asked=5), entry("C", low=0, asked=7)]
    there = rank(tied, DEFAULT)
    assert there == order(("C", 1, "fewer-low-scores"), ("B", 2, "smaller-ask"), ("A", 3, "smaller-ask"))


def test_a_later_breaker_only_looks_within_those_still_tied() -> None:
    there = rank([entry("A", low=0, asked=9), entry("B", low=1, asked=1)], DEFAULT)
    assert [place.ref for place in there] == ["A", "B"]


def test_those_still_tied_share_a_rank_and_the_next_rank_is_skipped() -> None:
    tied = [entry("B"), entry("A"), entry("best", Fraction(1)), entry("worst", Fraction(0))]
    assert rank(tied, DEFAULT) == order(("best", 1, ""), ("B", 2, ""), ("A", 2, ""), ("worst", 4, ""))


def test_applications_nobody_scored_share_the_last_rank() -> None:
    there = rank([entry("A", None, asked=5), entry("B", None, asked=9), entry("C", Fraction(0))], DEFAULT)
    assert there == order(("C", 1, ""), ("A", 2, ""), ("B", 2, ""))


def test_a_criterion_nobody_scored_parts_nobody() -> None:
    assert [place.rank for place in rank([entry("A"), entry("B")], ["criterion:unseen"])] == [1, 1]


def test_a_breaker_that_is_not_ours_is_never_taken_for_one() -> None:
    with pytest.raises(ValueError, match="alphabet"):
        rank([entry("A"), entry("B")], ["alphabet"])


def test_tie_order_alone_ends_with_the_ref_and_leaves_no_tie() -> None:
    assert in_tie_order([entry("B"), entry("A"), entry("C", asked=5)], DEFAULT) == ("C", "A", "B")


# from answers

FIVE = Scale()
REACH = Criterion("reach", "Will it reach people?", FIVE)
NAME = Criterion("name", "Do we like the name?", FIVE, counted=False)


def test_low_scores_are_members_own_scores_in_the_low_band() -> None:
    sheets = {seat: {"reach": score(value)} for seat, value in enumerate([1, 2, 2, 3, 5], start=1)}
    found = ranked(Application("A01", "Lunches", Decimal(700)), sheets, [REACH, NAME])
    assert found == Ranked("A01", Fraction(2, 5), {"reach": Fraction(2, 5), "name": None}, 3, Decimal(700))


def test_a_criterion_that_is_not_counted_may_break_a_tie() -> None:
    liked, not_liked = ({1: {"reach": score(3), "name": score(value)}} for value in (5, 1))
    a, b = (Application(ref, ref, Decimal(1)) for ref in ("A", "B"))
    there = rank([ranked(a, not_liked, [REACH, NAME]), ranked(b, liked, [REACH, NAME])], ["criterion:name"])
    assert there == order(("B", 1, "criterion:name"), ("A", 2, "criterion:name"))


def test_trap_the_median_tying_thirty_applications_ties_none_here() -> None:
    """All thirty have a median of 4; each has one point fewer in all than the one before."""
    panels = [
        {seat: {"reach": score(3 if seat <= lower else 4)} for seat in range(1, 62)} for lower in range(30)
    ]
    assert {median(list(member_scores(sheets, [REACH]).values())) for sheets in panels} == {Fraction(3, 4)}
    entries = [
        ranked(Application(f"A{lower:02}", "-", Decimal(1)), sheets, [REACH])
        for lower, sheets in enumerate(panels)
    ]
    assert rank(entries, ()) == order(*((f"A{k:02}", k + 1, "") for k in range(30)))


def test_a_real_panels_four_pairs_of_equal_means_are_parted_and_named(shared_data: Path) -> None:
    """12 judges, 28 proposals, 0 to 40 with nought best; the asks are ours, dearer first in each pair."""
    merit = Criterion("merit", "How good?", Scale(0, 40, "low", ()))
    with (shared_data / "panel-12x28" / "ratings.csv").open() as file:
        head, *rows = csv.reader(file)
    entries = []
    for column, ref in enumerate(head[1:], start=1):
        sheets = {s: {"merit": score(int(float(row[column])))} for s, row in enumerate(rows) if row[column]}
        entries.append(ranked(Application(ref, ref, Decimal(9_000 - column)), sheets, [merit]))

    there = rank(entries, DEFAULT)

    assert [place.rank for place in there] == list(range(1, 29))
    assert [place.ref for place in there if place.tie_break == "smaller-ask"] == [
        *("P25", "P19"),  # both 5
        *("P22", "P20"),  # both 7.8
        *("P16", "P3"),  # both 9
        *("P28", "P27"),  # both 20
    ]
    assert {place.tie_break for place in there} == {"", "smaller-ask"}
    without = rank(entries, ())
    assert sorted(p.ref for p in without if sum(q.rank == p.rank for q in without) == 2) == sorted(
        ["P25", "P19", "P22", "P20", "P16", "P3", "P28", "P27"]
    )


# what holds for any list

entries_of = st.lists(
    st.tuples(
        st.one_of(st.none(), st.sampled_from([Fraction(k, 4) for k in range(5)])),
        st.sampled_from([None, Fraction(0), Fraction(1)]),
        st.integers(0, 2),
        st.sampled_from([Decimal(5), Decimal(6)]),
    ),
    max_size=10,
).map(
    lambda rows: [
        Ranked(f"A{k}", score if means is not None else None, {"reach": means}, low, asked)
        for k, (score, means, low, asked) in enumerate(rows)
    ]
)
LONG = ("criterion:reach", "fewer-low-scores", "smaller-ask", "ballot")


@given(entries_of, st.randoms(use_true_random=False))
def test_the_order_applications_are_given_in_changes_no_rank(entries: list[Ranked], random) -> None:
    mixed = random.sample(entries, len(entries))
    assert sorted(rank(mixed, LONG), key=lambda p: p.ref) == sorted(rank(entries, LONG), key=lambda p: p.ref)


@given(entries_of)
def test_a_rank_is_one_more_than_those_ahead(entries: list[Ranked]) -> None:
    ranks = [place.rank for place in rank(entries, LONG)]
    assert ranks == [1 + sum(other < mine for other in ranks) for mine in ranks]


@given(entries_of)
def test_a_tie_break_never_overrules_a_score(entries: list[Ranked]) -> None:
    scores = {one.ref: one.score for one in entries}
    shown = [scores[place.ref] for place in rank(entries, LONG)]
    assert shown == sorted(shown, key=lambda u: (u is None, -(u or 0)))


@given(entries_of)
def test_a_breaker_is_named_only_where_another_has_the_same_score(entries: list[Ranked]) -> None:
    scores = {one.ref: one.score for one in entries}
    for place in rank(entries, LONG):
        if place.tie_break:
            assert list(scores.values()).count(scores[place.ref]) > 1
            assert scores[place.ref] is not None


CRITERIA = (REACH, Criterion("value", "Is it worth it?", FIVE, Decimal(3)))
cells = st.one_of(st.just(Answer(Kind.CANT_SAY)), st.integers(1, 5).map(score))
panels = st.lists(
    st.dictionaries(st.integers(1, 6), st.fixed_dictionaries({"reach": cells, "value": cells}), min_size=1),
    min_size=2,
    max_size=5,
)


@given(panels, st.data())
def test_raising_one_score_never_lowers_its_application(panel: list[dict], data: st.DataObject) -> None:
    applications = [Application(f"A{k}", "-", Decimal(k // 2)) for k in range(len(panel))]
    scored = [
        (k, seat, key)
        for k, sheets in enumerate(panel)
        for seat, sheet in sheets.items()
        for key, answer in sheet.items()
        if answer.kind is Kind.SCORE and answer.value < 5
    ]
    assume(scored)
    k, seat, key = data.draw(st.sampled_from(scored))
    raised = [{s: dict(sheet) for s, sheet in sheets.items()} for sheets in panel]
    raised[k][seat][key] = score(data.draw(st.integers(panel[k][seat][key].value + 1, 5)))

    def place(of: list[dict]) -> int:
        made = [ranked(one, sheets, CRITERIA) for one, sheets in zip(applications, of, strict=True)]
        return {p.ref: p.rank for p in rank(made, LONG)}[f"A{k}"]

    assert place(raised) <= place(panel)


@given(panels, st.integers(1, 50))
def test_scaling_all_weights_changes_no_place(panel: list[dict], times: int) -> None:
    applications = [Application(f"A{k}", "-", Decimal(k // 2)) for k in range(len(panel))]
    heavier = [msgspec.structs.replace(c, weight=c.weight * times) for c in CRITERIA]

    def places(criteria) -> tuple[RankPlace, ...]:
        made = [ranked(one, sheets, criteria) for one, sheets in zip(applications, panel, strict=True)]
        return rank(made, LONG)

    assert places(heavier) == places(CRITERIA)
