"""The Pabulib file holds the pot, the asks and members' own scores, for staff; never a ballot."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from panel_tui.exports import ExportRefused
from sessions.model.phases import Phase
from sessions.model.session import Application, Criterion, Scale
from tests.exports.days import SPLIT, YES, Day, everyone, panel, read_table, whole_day
from tests.exports.made import exported, made_of, material, session, tables
from tests.exports.pabulib_reader import read_election
from tests.exports.recompute import Panel, half_up
from tests.exports.test_recomputable import a_day


def election(day, **how):
    return read_election(made_of("pabulib", day, **how)["budget.pb"].decode())


def test_it_says_the_pot_the_asks_and_what_was_chosen():
    found = election(whole_day())

    assert (found.meta["budget"], found.meta["vote_type"]) == ("1500", "scoring")
    assert [(ref, row["cost"], row["selected"]) for ref, row in found.projects.items()] == [
        ("A01", "1000", "1"),
        ("A02", "2000", "0"),
    ]


def test_a_scale_where_one_is_best_gives_more_points_to_the_better():
    scale = Scale(1, 9, best="low", words=())
    day = Day(panel(criteria=(Criterion("c1", "Good?", scale),), scale=scale))
    day.score("A01", {1: {"c1": 1}, 2: {"c1": 9}, 3: {"c1": 5}}).reveal("A01")

    points = sorted(row["A01"] for row in election(day).votes.values())

    assert points == [0, Fraction(1, 2), 1]


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 2**32).map(a_day))
def test_every_point_is_the_members_own_score_worked_out_again_from_session_json(day):
    if not material(day).account.own_scores:
        return
    told = session(day)
    panel_of = Panel(tables(day)["scores.csv"], told)

    found = election(day)

    expected = {
        (member, ref): Fraction(half_up(u))
        for ref in panel_of.given
        for member, u in panel_of.own(ref).items()
    }
    assert {
        (member, ref): points for member, row in found.votes.items() for ref, points in row.items()
    } == expected
    assert set(found.projects) == {one["ref"] for one in told["applications"] if one["revealed"]}


def test_ballots_change_nothing_in_it():
    def file(tally):
        day = Day(panel()).score("A01", everyone(6, c1=4)).reveal("A01").ballot("A01", tally)
        return made_of("pabulib", day)["budget.pb"]

    assert file(YES) == file(SPLIT)


def test_members_are_coded_afresh_and_stand_in_the_order_of_their_codes(tmp_path):
    folder = whole_day().keep(tmp_path / "s")
    voters = []
    for seed in (1, 2):
        report = exported(folder, tmp_path / str(seed), ["pabulib", "csv"], seed=seed)
        found = read_election((report.folder / "budget.pb").read_text(encoding="utf-8"))
        voters.append(list(found.votes))
        assert set(found.votes) <= {row["member"] for row in read_table(report.folder / "scores.csv")}

    assert not set(voters[0]) & set(voters[1])
    assert [sorted(names) for names in voters] == voters


def test_it_is_never_public(tmp_path):
    folder = whole_day().keep(tmp_path / "s")
    exported(folder, tmp_path / "out")
    assert (tmp_path / "out" / "budget.pb").exists()

    report = exported(folder, tmp_path / "out", public=True)
    with pytest.raises(ExportRefused, match="for staff"):
        exported(folder, public=True, formats=["pabulib"])

    assert not [name for name in report.files if name.endswith(".pb")]
    assert not (tmp_path / "out" / "budget.pb").exists()


def test_what_is_not_revealed_is_not_in_it():
    day = Day(panel()).score("A01", everyone(6, c1=4)).reveal("A01").score("A02", everyone(6, c1=5))

    assert set(election(day).projects) == {"A01"}
    assert day.state.plan.phase is Phase.SCORE


def test_a_title_with_the_files_own_marks_in_it_breaks_nothing():
    odd = Application("A01", 'VOTES;"a";\tb', Decimal(5))
    day = Day(panel(applications=(odd,), title="META;x")).score("A01", everyone(6, c1=4)).reveal("A01")

    found = election(day)

    assert (found.meta["description"], found.projects["A01"]["name"]) == ("META;x", 'VOTES;"a"; b')
