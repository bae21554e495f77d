"""A file of paper scores: kept whole or refused whole, by file and line, with what was likely meant."""

from __future__ import annotations

import pytest

from panel_tui.room.score_file import read_pile
from sessions import commands as c
from sessions.model.answers import Answer, Kind, score
from sessions.model.phases import Phase
from sessions.model.refusals import No, Refused
from tests.sessions.worlds import doors_open, session

HEAD = "seat,application,criterion,value\n"


def world(*, paper=(2, 3, 5), conflicts=()):
    """Open scoring of A01 with these seats on paper."""
    made = doors_open(session(seats=6, criteria=2))
    for seat in paper:
        made = made.when(c.TakePaperSeat(seat))
    for seat in conflicts:
        made = made.when(c.StepOut(seat, "A01"))
    return made.press_until(Phase.SCORE)


def written(tmp_path, rows, name="scores.csv"):
    path = tmp_path / name
    path.write_text(HEAD + rows, encoding="utf-8")
    return str(path)


def faults(made, path, second=""):
    return read_pile(made.state, path, second).reading.faults


def test_a_file_is_read_as_slips_of_the_application_in_hand(tmp_path):
    rows = "2,A01,c1,4\n2,A01,c2,cant-say\n3,A01,c1,not-applicable\n3,A01,c2,\n5,A02,c1,1\n"
    pile = read_pile(world().state, written(tmp_path, rows))
    assert pile.reading.faults == ()
    assert pile.slips == (
        c.PileSlip(2, {"c1": score(4), "c2": Answer(Kind.CANT_SAY)}),
        c.PileSlip(3, {"c1": Answer(Kind.NOT_APPLICABLE)}),
    )
    assert (pile.reading.seats, pile.reading.missing, pile.reading.later) == ((2, 3), (5,), 1)


def test_keyed_as_a_pile_it_is_what_slips_keyed_one_by_one_would_be(tmp_path):
    rows = "2,A01,c1,4\n2,A01,c2,5\n3,A01,c1,1\n3,A01,c2,2\n"
    pile = read_pile(world().state, written(tmp_path, rows))
    together = world().when(c.KeyPile("A01", pile.slips, "id"))
    apart = world()
    for slip in pile.slips:
        apart = apart.when(c.KeySlip(slip.seat, "A01", slip.answers, f"id-{slip.seat}"))
    assert together.state.scoring == apart.state.scoring
    assert together.state.scoring["A01"].handed_in >= {2, 3}


def test_the_same_file_again_changes_nothing(tmp_path):
    path = written(tmp_path, "2,A01,c1,4\n2,A01,c2,5\n")
    made = world()
    made = made.when(c.KeyPile("A01", read_pile(made.state, path).slips, "id"))
    again = read_pile(made.state, path)
    assert (again.slips, again.reading.already, again.reading.seats) == ((), (2,), ())


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("9,A01,c1,3", "line 2: “9” is not a seat; seats are 1 to 6."),
        ("2,A1,c1,3", "line 2: “A1” is not the ref of an application of this session. Did you mean A01?"),
        ("2,A01,c11,3", "line 2: “c11” is not one of the criteria. Did you mean c1?"),
        ("2,A01,c1,7", "line 2: the value for seat 2 is no answer. Give a whole number from 1 to 5"),
        ("2,A01,c1,Can't say", "line 2: did you mean cant-say?"),
        ("1,A01,c1,3", "line 2: seat 1 is not on paper."),
        ("2,A01,c1,3\n2,A01,c1,3", "line 3: this was given on a line above already."),
        ("2,A01,c1,stepping-out\n2,A01,c2,3", "line 3: seat 2 steps out on one line and scores on another."),
    ],
)
def test_a_row_that_cannot_be_meant_is_named_by_file_and_line_and_nothing_is_kept(tmp_path, row, said):
    pile = read_pile(world().state, written(tmp_path, f"{row}\n3,A01,c1,3\n"))
    assert pile.slips == ()
    [only] = pile.reading.faults
    assert only.startswith(f"scores.csv, {said}")


def test_all_faults_are_named_at_once_and_no_value_is(tmp_path):
    found = faults(world(), written(tmp_path, "2,A01,c1,77\n9,A01,c1,3\n3,A01,c2,-5\n"))
    assert [one.partition(":")[0] for one in found] == [f"scores.csv, line {n}" for n in (2, 3, 4)]
    assert not any("77" in one or "-5" in one for one in found)


def test_who_has_a_conflict_has_no_score_and_may_declare_it_on_the_slip(tmp_path):
    [only] = faults(world(conflicts=[2]), written(tmp_path, "2,A01,c1,3\n"))
    assert "seat 2 steps out of A01, so it has no score there" in only
    path = written(tmp_path, "2,A01,c1,stepping-out\n2,A01,c2,stepping-out\n3,A01,c1,3\n")
    made = world()
    pile = read_pile(made.state, path)
    assert (pile.reading.out, pile.reading.seats) == ((2,), (3,))
    kept = made.when(c.KeyPile("A01", pile.slips, "id")).state
    assert (2, "A01") in kept.conflicts
    assert 2 not in kept.scoring["A01"].voters
    assert read_pile(world(conflicts=[2]).state, path).reading.out == ()


def test_another_answer_than_was_keyed_before_is_a_fault_and_not_an_overwriting(tmp_path):
    made = world().when(c.KeySlip(2, "A01", {"c1": score(4), "c2": score(1)}, "by hand"))
    [only] = faults(made, written(tmp_path, "2,A01,c1,3\n2,A01,c2,1\n"))
    assert "line 2: seat 2 has another answer to this already" in only


def test_a_second_file_has_to_agree_and_where_it_does_not_only_the_place_is_said(tmp_path):
    first = written(tmp_path, "2,A01,c1,4\n2,A01,c2,5\n3,A01,c1,2\n")
    same = written(tmp_path, "3,A01,c1,2.0\n2,A01,c2,5\n2,A01,c1,4\n", "second.csv")
    assert faults(world(), first, same) == ()
    other = written(tmp_path, "2,A01,c1,3\n2,A01,c2,5\n", "other.csv")
    assert faults(world(), first, other) == (
        "other.csv, line 2: the two files differ for seat 2, c1. Look at the slip.",
        "other.csv: seat 3, c1 is in the first file and not in this one.",
    )


@pytest.mark.parametrize(
    "data",
    [
        b"seat;application;criterion;value\r\n2;A01;c1;4\r\n",
        "\ufeffseat,application,criterion,value\n2,A01,c1,4\n".encode(),
        b"seat\tapplication\tcriterion\tvalue\n2\tA01\tc1\t4\n",
    ],
)
def test_files_are_read_as_spreadsheets_save_them(tmp_path, data):
    path = tmp_path / "scores.csv"
    path.write_bytes(data)
    assert read_pile(world().state, str(path)).slips == (c.PileSlip(2, {"c1": score(4)}),)


@pytest.mark.parametrize(
    "data", [b"", b"a,b\n1,2\n", b'seat,application,criterion,value\n"2', b"\x00\xff" * 50]
)
def test_what_is_no_such_file_is_refused_in_words(tmp_path, data):
    path = tmp_path / "scores.csv"
    path.write_bytes(data)
    pile = read_pile(world().state, str(path))
    assert pile.slips == ()
    assert pile.reading.faults or not pile.reading.seats


def test_a_file_that_is_not_there_is_said(tmp_path):
    [only] = faults(world(), str(tmp_path / "nothing.csv"))
    assert only.startswith("nothing.csv: there is no such file here.")


def test_nothing_is_read_while_scoring_is_not_open(tmp_path):
    made = doors_open(session()).press_until(Phase.READ)
    with pytest.raises(Refused) as refused:
        read_pile(made.state, written(tmp_path, "2,A01,c1,4\n"))
    assert refused.value.code is No.NOT_NOW


def test_a_pile_with_one_bad_slip_keeps_none():
    made = world()
    slips = (c.PileSlip(2, {"c1": score(4)}), c.PileSlip(1, {"c1": score(4)}))
    made.when(c.KeyPile("A01", slips, "id")).then_refused(No.THEIR_OWN)
    assert not made.state.scoring["A01"].cells
    twice = (c.PileSlip(2, {"c1": score(4)}), c.PileSlip(2, {"c1": score(5)}))
    made.when(c.KeyPile("A01", twice, "id")).then_refused(No.PILE_CHANGED)
