"""The list of folders opened on this laptop."""

import json
import stat
import sys

import pytest

from panel_tui.opening.recent_sessions import day_of, days, forget, known, remember
from panel_tui.system.paths import known_days
from sessions.views.desk.session_list import DayStage


def day(folder, text='title = "Tea"\n'):
    folder.mkdir(parents=True)
    (folder / "session.toml").write_text(text, encoding="utf-8")
    return folder


def test_the_last_opened_stands_first_and_each_once(home):
    for name in ("a", "b", "a"):
        remember(home / name)
    assert known() == [home / "a", home / "b"]
    forget(home / "a")
    assert known() == [home / "b"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a user's own folder by other means")
def test_the_list_is_for_its_owner_alone(home):
    remember(home)
    assert stat.S_IMODE(known_days().stat().st_mode) == 0o600
    assert stat.S_IMODE(known_days().parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("kept", ["", "{", "7", '["/a", 3, null]', '{"a": 1}', "\x00\xff"])
def test_a_list_that_was_spoiled_stops_nobody(home, kept):
    known_days().parent.mkdir(parents=True)
    known_days().write_bytes(kept.encode("latin-1"))
    assert [str(one) for one in known()] == (["/a"] if "/a" in kept else [])
    remember(home)
    assert known()[0] == home


def test_where_no_list_can_be_kept_the_day_goes_on(home, tmp_path):
    (tmp_path / "data").write_text("a file where the folder should be")
    remember(home)
    assert known() == []


def test_it_holds_no_more_than_anyone_can_look_through(home):
    for n in range(130):
        remember(home / str(n))
    assert len(json.loads(known_days().read_text())) == 100


def test_days_lie_on_the_list_and_where_the_terminal_stands_each_once(home):
    elsewhere = day(home.parent / "stick" / "far")
    near = day(home / "near")
    (home / "photos").mkdir()
    remember(near)
    remember(elsewhere)
    assert [one.key for one in days(home)] == [str(elsewhere), str(near)]
    assert [one.key for one in days(near)] == [str(elsewhere), str(near)]


def test_a_folder_that_is_gone_is_not_shown_and_comes_back_with_its_stick(home):
    stick = day(home.parent / "stick")
    remember(stick)
    moved = stick.rename(home.parent / "pocket")
    assert days(home) == []
    moved.rename(stick)
    assert [one.key for one in days(home)] == [str(stick)]


def test_a_day_is_told_by_its_title_its_date_and_how_far_it_is(home):
    folder = day(home / "x", 'title = "Tea for All"\ndate = 2026-12-03\n')
    seen = day_of(folder)
    assert (seen.title, seen.date, seen.stage, seen.place) == (
        "Tea for All", "3 December 2026", DayStage.READY, "~/x",
    )  # fmt: skip
    (folder / "record.jsonl").write_text('{"fact":"DoorsOpened"}\n{"fact":"CardsPrinted"}')
    assert day_of(folder).stage is DayStage.READY, "cards are printed the day before"
    (folder / "record.jsonl").write_text('{"fact":"DoorsOpened"}\n{"fact":"StepStarted"}')
    assert day_of(folder).stage is DayStage.BEGUN
    (folder / "record.jsonl").write_text('{"fact":"DoorsOpened"}\n{"fact":"SessionEnded"}')
    assert day_of(folder).stage is DayStage.ENDED
    (folder / "record.jsonl").write_text('{"fact":"DoorsOpened"}\n{"fact":"Sealed"}')
    assert day_of(folder).stage is DayStage.SEALED, "also where the day never ended"


@pytest.mark.parametrize("text", ["title =", "title = 3", "\x00", "[" * 5000, ""])
def test_what_cannot_be_read_goes_by_its_folders_name(home, text):
    assert day_of(day(home / "spoiled", text)).title == "spoiled"


def test_hostile_names_are_cleaned_at_the_door(home):
    seen = day_of(day(home / "a\x1b[31m\u202eb\n[@click=app.quit]"))
    assert not set(seen.title + seen.place) & {"\x1b", "\u202e", "\n"}
    titled = day_of(day(home / "c", 'title = "x\\u001b]0;owned\\u0007\\u202e"'))
    assert not set(titled.title) & {"\x1b", "\x07", "\u202e"}
