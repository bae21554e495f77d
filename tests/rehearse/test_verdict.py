"""A rehearsal without a terminal ends with a verdict that is true."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from panel_tui.cli import panel_tui
from panel_tui.folder import new_folder
from panel_tui.folder.plan_in_force import recorded
from panel_tui.running.rehearsal import RehearsalVerdict, verdict_said


@pytest.fixture
def day(tmp_path: Path) -> Path:
    """A day of two applications and five seats."""
    sheet = tmp_path / "asks.csv"
    sheet.write_text("title,asked\nTea,500\nChoirs,900\n", encoding="utf-8")
    assert new_folder(tmp_path / "day", sheet, {}).made
    settings = tmp_path / "day" / "session.toml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("seats    = 12", "seats    = 5"), encoding="utf-8"
    )
    return tmp_path / "day"


def last_words(*words: str) -> str:
    ran = CliRunner().invoke(panel_tui, list(words))
    assert ran.exit_code == 0, ran.output
    return " ".join(ran.output.splitlines()[-2:])  # what comes next is a command on a line of its own


def test_a_whole_day_is_said_to_have_ended_with_all_who_answered(day: Path, tmp_path: Path):
    kept = tmp_path / "kept"
    said = last_words("rehearse", str(day), "--headless", "--seed", "1", "--keep", str(kept))

    assert (
        "The day came to its end: 2 of 2 applications were scored, and 5 of 5 pretend members answered."
        in said
    )
    assert "The list was confirmed. Applications given money: 2." in said
    assert recorded(kept).confirmed
    assert f"The record is in {kept}." in said
    assert said.endswith(f"panel-tui print {day} --to prints")


def test_who_never_answered_is_not_counted_and_a_try_is_not_said_to_be_kept(day: Path, tmp_path: Path):
    answers = tmp_path / "answers.csv"
    answers.write_text("seat,application,criterion,value\n1,A01,need,4\n3,A01,need,2\n", encoding="utf-8")
    said = last_words("rehearse", str(day), "--headless", "--answers", str(answers))

    assert "1 of 2 applications were scored, and 2 of 5 pretend members answered." in said
    assert "Its record was cleared away" in said


def test_a_day_that_stopped_is_not_said_to_have_ended():
    said = verdict_said(RehearsalVerdict(False, 1, 2, 5, 5), None, "Next.")

    assert said.startswith("The day did not come to its end: 1 of 2")


def test_a_day_without_a_list_is_said_to_have_none(day: Path):
    settings = day / "session.toml"
    agenda = '\n[[step]]\nkind = "applications"\n\n[[step]]\nkind = "closing"\n'
    settings.write_text(settings.read_text(encoding="utf-8") + agenda, encoding="utf-8")
    said = last_words("rehearse", str(day), "--headless", "--seed", "1")

    assert "The day came to its end" in said
    assert "No list was confirmed, for the agenda never comes to one." in said
