"""A member may see all that is held about them: their own rows, and nobody else's."""

import subprocess

import pytest

from panel_tui.exports import ExportRefused
from panel_tui.exports.one_member import export_member
from panel_tui.folder.members_file import members_text
from sessions import commands as c
from sessions.model.answers import score
from sessions.model.phases import Phase
from tests.exports.days import CANT_SAY, YES, Day, everyone, panel, read_table, whole_day
from tests.journeys.terminal import panel_tui


@pytest.fixture
def folder(tmp_path):
    return whole_day().keep(tmp_path / "s")


def test_everything_in_it_is_about_that_seat_alone(folder):
    report = export_member(folder, None, 4)

    assert report.folder == folder / "exports" / "member-04"
    scores, conflicts = read_table(report.folder / "scores.csv"), read_table(report.folder / "conflicts.csv")
    assert {row["member"] for row in (*scores, *conflicts)} == {"4"}
    assert [(row["criterion"], row["value"]) for row in scores if row["application"] == "A01"] == [
        ("c1", "4"),
        ("c2", "5"),
    ]
    assert [row["application"] for row in conflicts] == ["A02"]


def test_it_says_for_whom_it_is_and_that_no_ballot_can_be_told(folder):
    report = export_member(folder, None, 2)
    told = (report.folder / "about-seat-02.txt").read_text(encoding="utf-8-sig")

    assert "for nobody else" in told
    assert "nobody can tell whose they are" in told
    assert report.head in told
    assert "Too far away" not in told


def test_a_seat_there_is_not_is_refused(folder):
    with pytest.raises(ExportRefused, match="1 to 6"):
        export_member(folder, None, 9)


def test_the_command_gives_one_member_or_a_set_never_both(folder):
    done, both = (
        subprocess.run(
            panel_tui("export", str(folder), "--member", "3", *more),
            capture_output=True,
            text=True,
            check=False,
        )
        for more in ((), ("--public",))
    )

    assert done.returncode == 0
    assert (folder / "exports" / "member-03" / "scores.csv").is_file()
    assert both.returncode == 1
    assert "that member alone" in both.stderr


def told_of(folder, seat):
    report = export_member(folder, None, seat)
    files = {path.stem: read_table(path) for path in report.folder.glob("*.csv")}
    about = (report.folder / f"about-seat-{seat:02d}.txt").read_text(encoding="utf-8-sig")
    return files, about


@pytest.fixture
def corrected(tmp_path):
    day = whole_day_until_correction()
    return day.keep(tmp_path / "s")


def whole_day_until_correction():
    day = Day(panel())
    day.score("A01", {**everyone(6, c1=4, c2=5), 2: {"c1": CANT_SAY, "c2": 3}}).reveal("A01")
    day.do(c.Correct(2, "A01", "c1", score(3), "misread the slip"))
    day.ballot("A01", YES).until(Phase.DECISION, ref="A01").do(c.StepOut(2, "A02"))
    return day.score("A02", {n: {"c1": 2, "c2": 2} for n in (1, 3, 4, 5, 6)}).reveal("A02").end()


def test_it_has_each_answer_and_change_with_its_time_and_what_a_score_was(corrected):
    files, about = told_of(corrected, 2)
    (was,) = files["corrections"]
    assert (was["old_answer"], was["answer"], was["value"], was["why"]) == (
        "cant-say", "score", "3", "misread the slip",
    )  # fmt: skip
    history = [(row["what"], row["application"], row["criterion"], row["value"]) for row in files["history"]]
    assert history == [
        ("on paper", "", "", ""),
        ("could score", "A01", "", ""),
        ("answered", "A01", "c1", ""),
        ("answered", "A01", "c2", "3"),
        ("handed in", "A01", "", ""),
        ("corrected", "A01", "c1", "3"),
        ("conflict declared: on the day", "A02", "", ""),
    ]
    assert all(row["when"].startswith("2026-12-03T") for row in files["history"])
    assert {row["source"] for row in files["history"] if row["what"] == "answered"} == {"paper"}
    assert "No name is kept for this seat." in about
    assert told_of(corrected, 3)[0]["corrections"] == []


def test_of_ballots_it_has_which_the_seat_could_cast_and_never_what_was_in_one(folder):
    files, _about = told_of(folder, 4)
    rounds = [(row["about"], row["application"], row["round"]) for row in files["ballots"]]
    assert rounds == [("application", "A01", "1"), ("application", "A01", "2")]  # it stepped out of A02
    assert set(files["ballots"][0]) == {"about", "application", "round", "ballot"}
    assert {row["ballot"] for row in files["ballots"]} <= {"cast", "none came in", "not known"}


def test_answers_that_the_room_has_not_looked_at_together_wait(tmp_path):
    scoring = Day(panel()).score("A01", everyone(6, c1=4, c2=5)).keep(tmp_path / "s")
    files, _about = told_of(scoring, 1)
    assert "could score" in {row["what"] for row in files["history"]}
    assert "answered" not in {row["what"] for row in files["history"]}


def test_what_the_seat_is_called_is_told_to_its_member_alone(folder):
    (folder / "members.toml").write_bytes(members_text({2: "Mary", 3: "Anne"}))
    _files, about = told_of(folder, 2)
    assert "The seat was called: Mary" in about
    assert "Anne" not in about
