"""What is done the quick way comes out as the plain way has it, byte for byte."""

import random
import shutil

import pytest
from msgspec.structs import replace

from panel_tui.exports import export_all, material, worksheets
from panel_tui.exports.material import RECORD, found_in, read_record
from panel_tui.record import RecordError, RecordView
from panel_tui.system.errors import Unable
from screens.paper import press
from sessions import commands as c
from sessions.model.answers import score
from tests.exports.days import Day, everyone, panel, whole_day
from tests.exports.made import made_of


def long_day() -> Day:
    """Score so much that rows fill many blocks, with a gap, a correction and a text that a spreadsheet would run."""
    day = Day(panel(seats=9, applications=4, criteria=3))
    for ref in ("A01", "A02", "A03"):
        given = everyone(9, c1=4, c2=2, c3=5)
        del given[4]["c2"]
        day.score(ref, given).reveal(ref)
    day.do(c.Correct(2, "A03", "c1", score(1), "=It was misread"))
    return day.end()


DAYS = pytest.mark.parametrize("day", [whole_day, long_day])


@DAYS
def test_a_workbook_written_row_by_row_is_the_very_same_file(monkeypatch, day):
    gone = day()
    quick = made_of("xlsx", gone)
    monkeypatch.setattr(worksheets, "is_quick", lambda *_: False)
    assert made_of("xlsx", gone) == quick


@DAYS
def test_a_record_read_through_gives_what_reading_it_whole_gives(tmp_path, monkeypatch, day):
    folder = day().keep(tmp_path / "s")
    whole = found_in(RecordView.read(folder / RECORD))
    monkeypatch.setattr(RecordView, "read", None)  # it is not asked
    assert read_record(folder) == whole


def test_an_end_that_is_still_being_written_is_not_there_yet(tmp_path):
    folder = whole_day().keep(tmp_path / "s")
    before = read_record(folder)
    with (folder / RECORD).open("ab") as file:
        file.write(b"0123")
    assert read_record(folder) == before


@pytest.mark.parametrize("spoil", ["byte", "first", "gone"])
def test_a_record_out_of_the_ordinary_is_told_as_ever(tmp_path, spoil):
    folder = whole_day().keep(tmp_path / "s")
    shutil.copytree(folder, tmp_path / "other")
    path = folder / RECORD
    data = bytearray(path.read_bytes())
    if spoil == "byte":
        data[len(data) // 2] ^= 1
    elif spoil == "first":
        data = data[data.index(b"\n") + 1 :]
    path.write_bytes(data if spoil != "gone" else b"")
    with pytest.raises((Unable, RecordError)) as told:
        read_record(folder)
    with pytest.raises(type(told.value)) as plain:
        found_in(RecordView.read(path))
    assert str(told.value) == str(plain.value)


@pytest.mark.skipif(not press.can_press(), reason="typst is not installed")
@DAYS
@pytest.mark.parametrize("words", ["Why?", "WWWW WWWW WWWW " * 12, "説明" * 60])
def test_a_section_not_measured_stands_as_one_that_was(tmp_path, monkeypatch, day, words):
    gone = day()
    asked = tuple(replace(one, question=f"{words} {one.key}") for one in gone.state.model.criteria)
    gone.state = replace(gone.state, session=replace(gone.state.model, criteria=asked))
    quick = made_of("pdf", gone)
    templates = tmp_path / "templates"
    shutil.copytree(press._TEMPLATES, templates)
    drawn = (templates / "document.typ").read_text(encoding="utf-8")
    assert "most <= 235 or " in drawn
    (templates / "document.typ").write_text(drawn.replace("most <= 235 or ", ""), encoding="utf-8")
    monkeypatch.setattr(press, "_TEMPLATES", templates)
    assert made_of("pdf", gone) == quick


def test_the_story_is_told_once_for_all_formats(tmp_path, monkeypatch):
    folder = whole_day().keep(tmp_path / "s")
    told, tell = [], material.story

    def counted(*given, **how):
        told.append(given)
        return tell(*given, **how)

    monkeypatch.setattr(material, "story", counted)
    export_all(folder, tmp_path / "out", ["xlsx", "html"], seats=False, public=False, draw=random.Random(1))
    assert len(told) == 1
