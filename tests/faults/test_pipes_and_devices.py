"""A pipe or a device in a file's place is never waited for: a folder may come from anybody."""

import os
from pathlib import Path

import pytest

from panel_tui.gather.rooms import read_room
from panel_tui.offline.verify import verify_folder
from panel_tui.opening.recent_sessions import day_of
from panel_tui.record import RecordError, RecordView
from panel_tui.record.history import is_sealed
from panel_tui.record.read_through import ReadThrough
from panel_tui.rehearse.from_files import AnswersRefused, read_answers
from panel_tui.system.errors import Unable
from tests.exports.days import panel
from tests.exports.made import exported
from tests.exports.test_verify import a_day, kept

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes"),
    pytest.mark.timeout(30),
]


def pipe(path: Path) -> None:
    os.mkfifo(path)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


@pytest.fixture(params=[pipe, device])
def put(request):
    """Put something that can be opened, and never read to its end, in a file's place."""

    def in_place_of(path: Path) -> Path:
        path.unlink(missing_ok=True)
        request.param(path)
        return path

    return in_place_of


@pytest.fixture
def folder(tmp_path):
    made = kept(a_day(), tmp_path / "s")
    exported(made, formats=["csv", "json"])
    return made


def test_verify_waits_for_none_among_the_exports(put, folder):
    put(folder / "exports" / "session.json")
    verdict = verify_folder(folder)
    assert "exports/session.json cannot be read" in "\n".join(verdict.lines)


def test_verify_does_not_say_of_one_in_a_tables_place_that_it_says_the_same(put, folder):
    put(folder / "exports" / "results.csv")
    verdict = verify_folder(folder)
    assert not verdict.whole
    assert "exports/results.csv does not say what the record says" in "\n".join(verdict.lines)


@pytest.mark.parametrize("begun", [RecordView.read, lambda path: list(ReadThrough(path)), is_sealed])
def test_no_reader_waits_for_one_in_the_records_place(put, folder, begun):
    with pytest.raises((OSError, RecordError)):
        begun(put(folder / "record.jsonl"))


def test_verify_waits_for_none_in_the_place_of_what_came_after(put, folder):
    put(folder / "after.jsonl")
    verdict = verify_folder(folder)
    assert not verdict.whole


def test_the_list_of_days_waits_for_none(put, folder):
    put(folder / "record.jsonl")
    assert day_of(folder).title == "A panel"


def test_gather_refuses_the_room_and_goes_on(put, folder):
    put(folder / "exports" / "session.json")
    for room in (folder / "exports" / "session.json", folder):
        put(folder / "record.jsonl")
        with pytest.raises(Unable):
            read_room(room)


def test_answers_are_refused_instead_of_waited_for(put, tmp_path):
    with pytest.raises(AnswersRefused):
        read_answers(panel(), put(tmp_path / "answers.csv"))


def test_a_cell_too_long_for_any_table_of_ours_is_a_table_that_was_changed(folder):
    table = folder / "exports" / "results.csv"
    table.write_text(table.read_text(encoding="utf-8-sig") + '"' + "x" * 200_000, encoding="utf-8")
    verdict = verify_folder(folder)
    assert not verdict.whole
    assert "exports/results.csv does not say what the record says" in "\n".join(verdict.lines)
