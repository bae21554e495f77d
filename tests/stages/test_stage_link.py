"""`verify --with`: a stage and the session it follows, and each way in which the two may not belong together."""

from __future__ import annotations

import datetime as dt

import pytest
from click.testing import CliRunner

from panel_tui.cli import panel_tui
from panel_tui.folder import read_session
from panel_tui.offline.next_stage import StageWishes, make_stage
from panel_tui.offline.stage_link import stage_link
from sessions import commands as c
from sessions.model.stage import StageName
from tests.stages.programme import lived, programme, shortlist


@pytest.fixture
def first(tmp_path):
    return programme(tmp_path / "shortlist")


@pytest.fixture
def second(first):
    return make_stage(first, first.parent / "next", StageWishes(StageName.INTERVIEW, places=1)).folder


def said(folder, earlier) -> tuple[bool, str]:
    found = stage_link(folder, earlier)
    return all(one.sound for one in found), "\n".join(one.words for one in found)


def test_a_stage_that_has_not_begun_is_compared_by_its_folder(first, second):
    sound, words = said(second, first)
    assert sound
    assert "has not begun" in words
    assert "worked out again, and is the same" in words


def test_a_stage_that_was_lived_through_is_compared_by_its_record(first, second):
    lived(read_session(second, draw=lambda: 1).session).keep(second)
    (second / "before.json").unlink()  # what lies in the folder now no longer counts
    sound, words = said(second, first)
    assert sound
    assert "was read in its record" in words


def test_another_session_is_not_the_one_it_follows(first, second, tmp_path):
    other = programme(tmp_path / "other", before_the_list=[c.AddNote("Another day")])
    text = (other / "record.jsonl").read_text(encoding="utf-8")
    assert text != (first / "record.jsonl").read_text(encoding="utf-8")
    sound, words = said(second, other)
    assert not sound
    assert "other closing words" in words or "names another one" in words


def test_closing_words_that_were_changed_are_told(first, second):
    settings = second / "session.toml"
    head = read_session(second).session.stage.head
    settings.write_text(settings.read_text(encoding="utf-8").replace(head, f"{head} more"), encoding="utf-8")
    sound, words = said(second, first)
    assert not sound
    assert f"It says: {head} more. The record says: {head}" in words


def test_a_score_that_was_changed_on_its_way_is_told(first, second):
    before = second / "before.json"
    before.write_text(before.read_text(encoding="utf-8").replace('"u": "1"', '"u": "1/2"'), encoding="utf-8")
    sound, words = said(second, first)
    assert not sound
    assert "is not what that record comes to" in words


def test_a_session_that_follows_none_has_no_link(first, tmp_path):
    sound, words = said(first, first)
    assert not sound
    assert words == "This session does not say that it follows another one. There is no link to check."


def test_two_folders_in_the_wrong_order_are_told_with_the_right_one(first, second):
    sound, words = said(first, second)
    assert not sound
    assert "There is no link to check." in words
    assert "It is the other way round" in words
    assert words.endswith(f"panel-tui verify {second} --with {first}")


def test_an_earlier_record_that_does_not_fit_is_not_compared_with(first, second):
    record = first / "record.jsonl"
    record.write_bytes(record.read_bytes().replace(b'"see them"', b'"see thee"', 1))
    sound, words = said(second, first)
    assert not sound
    assert "does not fit together" in words
    assert "follows by its id" not in words


def test_the_command_says_it_and_gives_its_status(first, second):
    run = CliRunner().invoke(panel_tui, ["verify", str(second), "--with", str(first)])
    assert (run.exit_code, "names the words of that closing" in run.output) == (0, True)
    lived(read_session(second, draw=lambda: 1).session).keep(second)
    run = CliRunner().invoke(panel_tui, ["verify", str(second), "--with", str(first)])
    assert run.exit_code == 0
    assert "every result comes out the same again" in run.output
    assert "was read in its record" in run.output
    assert CliRunner().invoke(panel_tui, ["verify", str(second), "--with", str(second)]).exit_code != 0


def test_a_stage_hands_the_day_on_that_it_met_and_not_the_planned_one(tmp_path):
    first = programme(tmp_path / "a", shortlist(date=dt.date(2026, 11, 5)))
    second = make_stage(first, tmp_path / "b", StageWishes(StageName.INTERVIEW, places=1)).folder
    assert read_session(second).session.before[-1].date == "2026-12-03"
    assert said(second, first)[0]


@pytest.mark.parametrize(("day", "sound"), [("2026-11-05", True), ("2026-11-06", False)])
def test_a_folder_of_an_earlier_version_which_told_the_planned_day_is_sound(tmp_path, day, sound):
    first = programme(tmp_path / "a", shortlist(date=dt.date(2026, 11, 5)))
    second = make_stage(first, tmp_path / "b", StageWishes(StageName.INTERVIEW, places=1)).folder
    text = (second / "before.json").read_text(encoding="utf-8")
    assert "2026-12-03" in text
    (second / "before.json").write_text(text.replace("2026-12-03", day), encoding="utf-8")
    assert said(second, first)[0] is sound
