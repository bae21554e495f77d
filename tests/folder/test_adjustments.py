"""`adjustments.toml`: refused whole by line, counted without saying who, and no part of the record's plan."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from panel_tui.cli import panel_tui
from panel_tui.folder.adjustments import read_adjustments
from panel_tui.folder.plan_differences import checked
from panel_tui.folder.plan_in_force import FolderRefused, read_or_refuse
from sessions.model.adjustments import SeatAdjustments

WHOLE = """\
[[seat]]
seat = 5
large_text = true
paper = true
easy_read = true
language = "cy"
helper = true
longer = true
breaks = true
[[seat]]
seat = 3
paper = true
"""


@pytest.fixture
def asked(make_folder):
    """Give a function that writes the file into a good folder of seven seats."""

    def write(toml, name="adjustments.toml"):
        folder = make_folder()
        (folder / name).write_text(toml, encoding="utf-8")
        return folder

    return write


def test_each_seat_has_what_it_asked_for(asked):
    found, faults = read_adjustments(asked(WHOLE), 7)

    assert faults == ()
    assert found == (
        SeatAdjustments(3, paper=True),
        SeatAdjustments(5, True, True, True, "cy", True, True, True),
    )


def test_without_the_file_nobody_asked_for_anything(make_folder):
    folder = make_folder()

    assert read_adjustments(folder, 7) == ((), ())
    assert "Adjustments" not in checked(folder, lambda: 1).words


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("[[seat]]\nseat = 1\nlarge_txt = true\n", "line 3: There is no setting called “large_txt”. Did you mean"),
        ("[[seat]]\nlarge_text = true\n", "line 1: “seat” is missing here"),
        ("[[seat]]\nseat = 8\npaper = true\n", "line 2: “seat” is 8. It can be from 1 to 7."),
        ("[[seat]]\nseat = 1\npaper = \"yes\"\n", "line 3: “paper” is \"yes\". It needs true or false"),
        ("[[seat]]\nseat = 1\npaper = yes\n", "line 3: “paper” is yes. It needs true or false"),
        ("[[seat]]\nseat = 1\nlanguage = \"welsh\"\n", "line 3: The language “welsh” is not one we speak yet."),
        ("[[seat]]\nseat = 1\npaper = true\n[[seat]]\nseat = 1\nbreaks = true\n", "line 5: Seat 1 is here already."),
        ("[seat]\nseat = 1\npaper = true\n", "[[seat]]"),
        ("[[seats]]\nseat = 1\n", "Did you mean “seat”?"),
        ("[[seat]]\nseat = 1\n", "line 2: Nothing is asked for here."),
        ("\x00", "adjustments.toml"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_by_line_and_the_folder_is_refused(asked, toml, said):
    folder = asked(toml)
    report = checked(folder, lambda: 1)

    assert not report.fit
    assert "adjustments.toml" in report.words
    assert said in report.words
    with pytest.raises(FolderRefused):
        read_or_refuse(folder, lambda: 1)


def test_faults_of_both_files_are_told_at_once(asked):
    folder = asked("[[seat]]\nseat = 1\nlarge_txt = true\n")
    (folder / "session.toml").write_text('title = "A"\npot = "much"\nseats = 7\n', encoding="utf-8")
    said = checked(folder, lambda: 1).words

    assert "large_text" in said
    assert "“pot”" in said


def test_check_counts_them_and_says_of_nobody_who(asked):
    folder = asked(WHOLE)
    result = CliRunner().invoke(panel_tui, ["check", str(folder)])

    assert result.exit_code == 0
    [line] = [line for line in result.output.splitlines() if "Adjustments" in line]
    assert line.startswith(
        "Adjustments for 2 seats: large text 1, paper 2, Easy Read 1, a language 1, a helper 1"
    )
    assert "cy" not in line
    assert "5" not in line
    assert "3" not in line


def test_a_file_with_nearly_its_name_is_asked_about(asked):
    said = checked(asked(WHOLE, "adjustment.toml"), lambda: 1).words

    assert "adjustment.toml is not read. If it holds adjustments, name it adjustments.toml." in said


def test_a_session_file_that_is_missing_is_not_looked_for_there(make_folder):
    folder = make_folder(toml=None)
    (folder / "adjustments.toml").write_text(WHOLE, encoding="utf-8")

    assert "session.toml" in checked(folder, lambda: 1).words
    assert "adjustments.toml" not in checked(folder, lambda: 1).words


def test_a_link_is_not_followed(make_folder, tmp_path):
    folder = make_folder()
    (tmp_path / "elsewhere.toml").write_text(WHOLE, encoding="utf-8")
    (folder / "adjustments.toml").symlink_to(tmp_path / "elsewhere.toml")

    assert read_adjustments(folder, 7)[0] == ()
    assert not checked(folder, lambda: 1).fit
