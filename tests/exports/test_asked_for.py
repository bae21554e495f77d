"""What a person may ask an export for, and what is said when it cannot be had."""

import pytest

from panel_tui.exports import ExportRefused
from panel_tui.record import Record, RecordMissing
from panel_tui.record.history import document
from tests.exports.days import Day, panel, read_json, whole_day
from tests.exports.made import exported


@pytest.fixture
def folder(tmp_path):
    return whole_day().keep(tmp_path / "s")


def test_all_there_is_comes_by_default_into_the_sessions_own_folder(folder):
    report = exported(folder)

    assert report.folder == folder / "exports"
    assert {"scores.csv", "session.json", "decision-record.html"} <= set(report.files)
    written = [path for path in report.folder.rglob("*") if path.is_file()]
    assert sorted(report.files) == sorted(path.relative_to(report.folder).as_posix() for path in written)


def test_one_format_gives_its_files_alone(folder):
    assert exported(folder, formats=["json"]).files == ("session.json", "session.schema.json")


def test_a_format_nobody_knows_is_refused(folder):
    with pytest.raises(ExportRefused, match="no format called docx"):
        exported(folder, formats=["docx"])


def test_the_sessions_own_folder_is_refused_as_a_place_for_them(folder, monkeypatch):
    """A file of the same name would be written over: scores.csv can be what the day was given."""
    (folder / "scores.csv").write_text("mine")
    monkeypatch.chdir(folder)

    for place in (folder, folder / "exports" / "..", folder.relative_to(folder)):
        with pytest.raises(ExportRefused, match="own folder"):
            exported(folder, place)
    assert (folder / "scores.csv").read_text() == "mine"
    assert exported(folder, folder / "elsewhere").files


def test_a_folder_without_a_record_is_refused(tmp_path):
    with pytest.raises(RecordMissing):
        exported(tmp_path)


def test_a_session_that_has_not_begun_is_refused(tmp_path):
    day = Day(panel())
    day.history.clear()

    with pytest.raises(ExportRefused, match="has not begun"):
        exported(day.keep(tmp_path))


def test_names_this_program_never_writes_are_refused(tmp_path):
    day = whole_day()
    crooked = panel(applications=1)
    bad = crooked.applications[0].__class__("A\x1b]0;", "Title", crooked.applications[0].asked)
    day = Day(crooked.__class__(**_fields(crooked) | {"applications": (bad,), "steps": ()}))

    with pytest.raises(ExportRefused, match="changed elsewhere"):
        exported(day.keep(tmp_path))


def _fields(model):
    return {name: getattr(model, name) for name in model.__struct_fields__}


async def test_it_works_beside_a_running_session(tmp_path):
    record = Record.open(tmp_path / "record.jsonl", program="test")
    await record.append([document(one) for one in whole_day().history])

    report = exported(tmp_path)

    assert report.head == " ".join(record.head_words)
    assert read_json(report.folder / "session.json")["head"] == report.head
    await record.close()
