"""With three to twelve members, no export and no pair of exports ties a ballot to a member.

The box is real, the day is real, and every export is made whose bytes a reader may hold: for staff, with seats, and
public; after each ballot and at the end. Two things are shown for each panel: whoever swaps two members' ballots
changes no byte; and what may be inferred of one member is no more than what all were told before they voted: the
counts, so that only where everybody chose alike does anybody's choice follow from them.
"""

import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from panel_tui.exports.csv_files import csv_files
from panel_tui.exports.material import Material, drawn_codes, seat_codes
from panel_tui.exports.pabulib import pabulib
from panel_tui.exports.papers import decision_record
from panel_tui.exports.session_json import session_json
from sessions import commands as c
from sessions.model.phases import Phase
from sessions.model.session import Consensus
from sessions.secret.ballot_box import BallotBox
from sessions.views.record import record_view, tellable
from sessions.views.record.letters import letters
from tests.exports.days import Day, panel, table
from tests.exports.made import HEAD

OPTIONS, FEWEST = 5, 5
CHOICES = (0, 1, 2, 3, 4, None)  # an option's place, or "can't say"
PANELS = range(3, 13)
KINDS = ("staff", "seats", "public")
MAKERS = (csv_files, session_json, decision_record, pabulib)


def cast(day, choices, *, reasons=()):
    """Put each seat's ballot into a real box, close it and tell the record; fewer than five hold no ballot at all."""
    if len(choices) < FEWEST:
        return day.until(Phase.OUTCOME, ref="A01")
    box = BallotBox("A01", 1)
    for seat, choice in choices.items():
        box.put(seat, choice)
    for seat, text in enumerate(reasons, start=1):
        box.add_reason(seat, text)
    return day.until(Phase.BALLOT, ref="A01").press(tally=box.tally(OPTIONS, tuple(choices)))


def exports(day) -> dict[str, dict[str, bytes]]:
    """Make every export of this moment: for staff, with seats, and public."""
    made = {}
    for kind in KINDS:
        seats = day.state.seats
        codes = seat_codes(seats) if kind == "seats" else drawn_codes(seats, random.Random(7))
        public = kind == "public"
        material = Material(
            record_view(day.state, codes=codes, public=public), tellable(day.state), HEAD, "p", public
        )
        made[kind] = {one.name: b"".join(one.parts) for make in MAKERS for one in make(material)}
        made[kind]["letters"] = repr(letters(material.state)).encode()
    return made


def a_day(*ballots, scores=None):
    """Hold these ballots one after another, each seat's scores its own; give the exports after each, and after all."""
    n = len(ballots[0])
    day = Day(panel(seats=n, applications=1, consensus=Consensus(rounds=2)))
    day.score("A01", scores or {seat: {"c1": 1 + seat % 5, "c2": 1 + seat // 5} for seat in range(1, n + 1)})
    day.reveal("A01")
    held = []
    for choices in ballots:
        if day.state.confirmed or day.state.plan.phase not in (Phase.REVEAL, Phase.TALK, Phase.OUTCOME):
            break
        held.append(exports(cast(day, choices)))
        if day.state.rounds["A01"][-1].outcome in ("We agree: yes", "We agree: no"):
            break
    return [*held, exports(day.end())]


def swapped(choices, one, other):
    return choices | {one: choices[other], other: choices[one]}


def shown(made):
    """Give what a reader of all these exports knows: round → its labels with their counts, and how many cast."""
    known = {}
    for moment in made:
        for files in moment.values():
            for row in table(files["rounds.csv"]):
                known.setdefault(int(row["round"]), set()).add((row["option"], row["count"], row["cast"]))
    return known


def possible(rows):
    """Give what one member may have chosen, as far as the counts tell: any label with a ballot, or "can't say"."""
    counted = [(label, int(count)) for label, count, _ in rows if count != ""]
    cast_ = {int(cast) for _, _, cast in rows if cast != ""}
    unsaid = {"can't say"} if cast_ and max(cast_) > sum(n for _, n in counted) else set()
    return {label for label, n in counted if n} | unsaid


PATTERNS = {
    "all alike": lambda n: [4] * n,
    "one against": lambda n: [0] + [4] * (n - 1),
    "one says nothing": lambda n: [None] + [4] * (n - 1),
    "half and half": lambda n: [0, 4] * (n // 2) + [4] * (n % 2),
    "all over": lambda n: [CHOICES[seat % 5] for seat in range(n)],
    "one in the middle": lambda n: [2] + [3] * (n // 2) + [4] * (n - 1 - n // 2),
}


def ballots_of(values):
    return dict(enumerate(values, start=1))


@pytest.mark.parametrize("n", PANELS)
@pytest.mark.parametrize("pattern", PATTERNS)
def test_swapping_any_two_members_ballots_changes_no_byte_of_any_export(n, pattern):
    choices = ballots_of(PATTERNS[pattern](n))
    as_cast = a_day(choices, choices)

    different = [pair for pair in combinations(choices, 2) if choices[pair[0]] != choices[pair[1]]]
    for pair in different[:3] + different[-3:]:
        assert a_day(swapped(choices, *pair), choices) == as_cast


@pytest.mark.parametrize("n", PANELS)
@pytest.mark.parametrize("pattern", PATTERNS)
def test_from_all_exports_together_nobodys_ballot_follows_unless_all_are_alike(n, pattern):
    values = PATTERNS[pattern](n)
    named = [value for value in values if value is not None]

    for rows in shown(a_day(ballots_of(values), ballots_of(values))).values():
        if len(named) < FEWEST:
            assert {(label, count) for label, count, _ in rows} == {("", "")}
        elif len(set(values)) > 1:
            alike = len({_band(value) for value in named}) == 1 and len(named) == n
            assert len(possible(rows)) > 1 or alike
        else:
            assert len(possible(rows)) == 1


def _band(value):
    return 0 if value < 2 else 1 if value == 2 else 2


def rounds_of(least):
    """Draw two rounds of one panel's ballots."""
    sizes = st.integers(least, 12)
    return sizes.flatmap(
        lambda n: st.tuples(*[st.lists(st.sampled_from(CHOICES), min_size=n, max_size=n)] * 2)
    )


@settings(max_examples=12, deadline=None)
@given(rounds_of(3), st.randoms())
def test_whoever_cast_what_the_exports_of_two_rounds_are_the_same(rounds, chance):
    as_cast = a_day(*map(ballots_of, rounds))
    dealt = [chance.sample(values, len(values)) for values in rounds]

    assert a_day(*map(ballots_of, dealt)) == as_cast


@settings(max_examples=10, deadline=None)
@given(rounds_of(5))
def test_a_ballot_is_told_one_way_in_every_export_so_that_no_pair_says_more_than_one(rounds):
    """Were it told by options once and by bands once, or counted anew later, one could be taken from the other."""
    made = a_day(*map(ballots_of, rounds))

    told: dict[int, set] = {}
    for moment in made:
        for files in moment.values():
            found: dict[int, list] = {}
            for row in table(files["rounds.csv"]):
                found.setdefault(int(row["round"]), []).append(tuple(row.values()))
            for number, rows in found.items():
                told.setdefault(number, set()).add(tuple(rows))
    assert all(len(ways) == 1 for ways in told.values())


@pytest.mark.parametrize("n", range(6, 13))
def test_one_who_steps_out_between_two_exports_cannot_be_found_by_their_difference(n):
    """The member's own ballot was in the first count, which stays as it was."""
    choices = ballots_of(PATTERNS["half and half"](n))
    pairs = []
    for leaver in (1, 2):
        day = cast(Day(panel(seats=n, applications=1)).score("A01", {}).reveal("A01"), choices)
        first = exports(day)
        day.do(c.StepOut(leaver, "A01"))
        pairs.append((first, exports(day)))

    (one, one_after), (other, other_after) = pairs
    assert one == other
    for kind in KINDS:
        assert one_after[kind]["rounds.csv"] == one[kind]["rounds.csv"] == other_after[kind]["rounds.csv"]


@pytest.mark.parametrize("n", PANELS)
def test_reasons_are_told_the_same_whoever_wrote_them(n):
    values = PATTERNS["half and half"](n)
    texts = [f"Reason {chr(97 + k)}" for k in range(n)]

    def made(order):
        day = Day(panel(seats=n, applications=1)).score("A01", {}).reveal("A01")
        return exports(cast(day, ballots_of(values), reasons=order))

    assert made(texts) == made(texts[::-1])


def test_a_leak_would_be_found():
    """Were ballots told by seat, the swap would show it: the test has teeth."""
    choices = ballots_of(PATTERNS["half and half"](6))

    def leaky(ballots):
        return [{"ballots.csv": repr(sorted(ballots.items())).encode()}, *a_day(ballots)]

    assert leaky(choices) != leaky(swapped(choices, 1, 2))
