"""No file outside the folder, no link followed, nothing that would wait for ever."""

import os
from pathlib import Path

import pytest

from panel_tui.folder import read_session


def kinds(folder: Path) -> list[tuple[str, str]]:
    return [(fault.file, fault.kind) for fault in read_session(folder).faults]


@pytest.mark.parametrize("name", ["session.toml", "applications.csv"])
def test_a_link_is_not_followed(make_folder, tmp_path: Path, name: str):
    folder = make_folder()
    (folder / name).rename(tmp_path / "elsewhere")
    (folder / name).symlink_to(tmp_path / "elsewhere")

    assert kinds(folder) == [(name, "is-link")]


def test_a_linked_summary_and_a_linked_summaries_folder_are_refused(make_folder, tmp_path: Path):
    folder = make_folder(A01="Tea")
    (tmp_path / "secret").write_text("secret")
    (folder / "summaries" / "A02.md").symlink_to(tmp_path / "secret")
    assert kinds(folder) == [("summaries/A02.md", "is-link")]

    (folder / "summaries").rename(tmp_path / "pages")
    (folder / "summaries").symlink_to(tmp_path / "pages")
    assert kinds(folder) == [("summaries", "is-link")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes")
def test_a_pipe_is_refused_instead_of_waited_for(make_folder):
    folder = make_folder()
    (folder / "session.toml").unlink()
    os.mkfifo(folder / "session.toml")

    assert kinds(folder) == [("session.toml", "not-a-file")]


def test_a_folder_that_is_not_there_is_said_plainly(tmp_path: Path):
    reading = read_session(tmp_path / "nowhere")

    assert [fault.kind for fault in reading.faults] == ["no-folder"]
    assert "spelling" in str(reading.faults[0])


def test_a_missing_settings_file_and_a_missing_sheet_are_both_named(make_folder):
    folder = make_folder(toml=None, sheet=None)

    assert kinds(folder) == [("session.toml", "missing-file"), ("applications.csv", "no-sheet")]


def test_reading_changes_nothing(make_folder):
    folder = make_folder(A01="Tea")
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}

    read_session(folder)

    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before
