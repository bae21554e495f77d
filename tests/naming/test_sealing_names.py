"""Sealing takes names out of the folder, whatever stops it half-way; in an older record they stay, which is said."""

from __future__ import annotations

import asyncio
import os
import signal
import sys

import pytest
from click.testing import CliRunner

from panel_tui.cli import panel_tui
from panel_tui.exports import ExportReport
from panel_tui.exports.one_member import export_member
from panel_tui.folder.erased_labels import ErasedLabels, erase_labels
from panel_tui.folder.members_file import FILE, members_text
from panel_tui.folder.plan_differences import checked
from panel_tui.offline import seal
from panel_tui.offline.verify import verify_folder
from panel_tui.record.history import is_sealed
from panel_tui.room.open_room import live_room
from panel_tui.system.clock import Clock
from sessions import commands as c
from tests.exports.days import Day, everyone, panel
from tests.naming.names import begun_earlier, found_in

NAMES = {1: "Anne Brown-Okafor", 3: "Mary Llewellyn"}
SETTINGS = """\
# The panel of Holbeck. Mind: Mary Llewellyn comes late.
title = "A panel"  # the second round
pot   = 1500
seats = 6

[[member]] # seat 1
label = "Anne Brown-Okafor"
conflicts = []

[[criterion]]
key = "c1"
question = "Question 1?"
"""
WITHOUT = SETTINGS.replace('label = "Anne Brown-Okafor"\n', "")
SHEET = "title,asked\nTitle 1,1000\nTitle 2,2000\n"
RECORD = "record.jsonl"


def lived() -> Day:
    return Day(panel()).score("A01", everyone(6, c1=4, c2=5)).end()


def kept(day: Day, at):
    folder = day.keep(at)
    (folder / "session.toml").write_text(SETTINGS)
    (folder / "applications.csv").write_text(SHEET)
    (folder / FILE).write_bytes(members_text({3: NAMES[3]}))
    return folder


def said(*words) -> str:
    done = CliRunner().invoke(panel_tui, [*map(str, words)])
    assert done.exit_code == 0, done.output
    return done.output


def test_names_are_gone_from_the_folder_and_it_is_said_where_one_may_be(tmp_path):
    folder = kept(lived(), tmp_path / "panel")
    export_member(folder, None, 3)
    told = said("seal", folder, "--yes")

    assert not (folder / FILE).exists()
    assert (folder / "session.toml").read_text() == WITHOUT
    assert found_in(folder, NAMES.values(), but=("session.toml", "about-seat-03.txt")) == {}
    assert "gone from this folder: members.toml, session.toml." in told
    assert "in a note: session.toml, line 1." in told
    assert "exports/member-03 has all about one member" in told
    assert "earlier version" not in told
    assert not any(name in told for name in NAMES.values())
    again = said("seal", folder, "--yes")
    assert "gone from this folder" not in again


def test_where_a_file_cannot_be_changed_the_day_is_sealed_and_that_is_said(tmp_path):
    folder = kept(lived(), tmp_path / "panel")
    (folder / "session.toml").write_text("title = ")
    told = said("seal", folder, "--yes")
    assert "session.toml could not be changed" in told
    assert is_sealed(folder / RECORD)
    assert not (folder / FILE).exists()


LEFT_BY_OTHERS = (
    *("members.toml~", ".members.toml.swp", "members (1).toml", "adjustments.toml.bak"),
    *("session.toml.orig", "Copy of session.toml"),
)


@pytest.mark.parametrize("name", LEFT_BY_OTHERS)
def test_a_copy_that_another_program_left_is_named_and_left_alone(tmp_path, name):
    folder = kept(lived(), tmp_path / "panel")
    (folder / "notes.txt").write_text("Tea at eleven.")
    (folder / name).write_text(f'label = "{next(iter(NAMES.values()))}"\n')
    told = said("seal", folder, "--yes")
    assert f"{name} may be a copy of what seats are called" in told
    assert told.count("may be a copy") == 1
    assert (folder / name).exists()


def test_what_cannot_be_removed_keeps_no_name_in_the_folder(tmp_path):
    """One thing in the way stopped the rest: the session was sealed, and the names stayed for good."""
    folder = kept(lived(), tmp_path / "panel")
    for name in ("record.torn-9", ".session-old"):
        (folder / name).mkdir()
    told = said("seal", folder, "--yes")
    assert "record.torn-9 could not be removed" in told
    assert ".session-old could not be removed" in told
    assert "gone from this folder: members.toml, session.toml." in told
    assert not (folder / FILE).exists()
    assert (folder / "session.toml").read_text() == WITHOUT


def test_nothing_is_erased_where_the_day_is_not_sealed(tmp_path):
    folder = kept(Day(panel()), tmp_path / "panel")
    assert CliRunner().invoke(panel_tui, ["seal", str(folder), "--yes"]).exit_code == 1
    assert (folder / "session.toml").read_text() == SETTINGS
    assert (folder / FILE).exists()


# a record that an earlier version began


@pytest.fixture
def older(tmp_path):
    return kept(begun_earlier(lived(), NAMES), tmp_path / "panel")


def test_an_older_record_opens_and_is_whole_and_what_stays_in_it_is_said(older):
    in_the_record = (older / RECORD).read_bytes()
    assert all(name.encode() in in_the_record for name in NAMES.values())
    assert "begun by an earlier version" in checked(older, Clock().seed).words
    assert "begun by an earlier version" in said("seal", older, "--yes")
    assert "begun by an earlier version" in checked(older, Clock().seed).words
    assert verify_folder(older).whole
    assert (older / RECORD).read_bytes().startswith(in_the_record)
    assert found_in(older, NAMES.values(), but=("session.toml",)) == {RECORD: set(NAMES.values())}


def test_a_record_of_today_says_nothing_of_the_kind(tmp_path):
    folder = kept(lived(), tmp_path / "panel")
    assert "earlier version" not in checked(folder, Clock().seed).words
    assert "2 seats have a label" in checked(folder, Clock().seed).words


@pytest.fixture
def under_way(tmp_path):
    return kept(begun_earlier(Day(panel(), here=2), NAMES), tmp_path / "panel")


@pytest.fixture
def not_begun(tmp_path):
    return begun_earlier(Day(panel(), here=0), NAMES).keep(tmp_path / "panel")


async def test_an_older_day_goes_on_with_the_names_of_its_folder(under_way):
    folder = under_way
    before = (folder / RECORD).read_bytes()
    async with live_room(folder) as room:
        assert room.state.labelled
        assert room.labels() == NAMES
        await room.do(c.AddSeat())
    assert b"label" not in (folder / RECORD).read_bytes()[len(before) :].replace(b'"label":""', b"")


async def test_an_older_plan_that_nobody_has_sat_for_is_not_written_again_for_its_labels(not_begun):
    async with live_room(not_begun, session=panel()) as room:
        opened = [one for one in room.record.entries if one.doc["event"]["fact"] == "DoorsOpened"]
        assert len(opened) == 1
        assert room.state.labelled


def test_a_member_is_told_what_an_older_record_calls_them(older):
    report = export_member(older, None, 3)
    told = (report.folder / "about-seat-03.txt").read_text(encoding="utf-8-sig")
    assert "The seat was called: Mary Llewellyn" in told
    assert "An earlier version wrote into the record that the seat was called Mary Llewellyn." in told
    assert "Anne" not in told


# killed half-way


def erased_until(folder, last) -> int:
    """Take the names out in a process of its own that is killed at one call; give how it ended, or its calls."""
    reads, writes = os.pipe()
    child = os.fork()
    if child:
        os.close(writes)
        with os.fdopen(reads) as told:
            calls = told.read()
        status = os.waitpid(child, 0)[1]
        return -os.WTERMSIG(status) if os.WIFSIGNALED(status) else int(calls)
    calls, real = 0, os.fsync

    def counted():
        nonlocal calls
        calls += 1
        if calls == last:
            os.kill(os.getpid(), signal.SIGKILL)

    def fsync(handle):
        counted()
        real(handle)
        counted()

    def hook(event, _args):  # Python tells of each of these before it happens
        if event in ("open", "os.rename", "os.remove", "os.chmod"):
            counted()

    os.fsync = fsync
    sys.addaudithook(hook)
    try:
        erase_labels(folder)
        os.write(writes, str(calls).encode())
    finally:
        os._exit(0)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_killed_at_any_call_each_file_is_as_it_was_or_as_it_is_to_be(tmp_path, monkeypatch):
    monkeypatch.setattr(seal, "export_all", lambda at, *_more, **_how: ExportReport(at, (), (), ""))
    with monkeypatch.context() as patched:
        patched.setattr(seal, "erase_labels", lambda _folder: ErasedLabels())
        template = kept(lived(), tmp_path / "template")
        asyncio.run(sealed(template))
    members = (template / FILE).read_bytes()
    calls = erased_until(_copy(template, tmp_path / "counted"), 0)
    assert calls > 8
    stood = []
    for last in range(1, calls + 1):
        folder = _copy(template, tmp_path / f"killed{last}")
        assert erased_until(folder, last) == -signal.SIGKILL, last
        now = (folder / "session.toml").read_text()
        assert now in (SETTINGS, WITHOUT)
        there = (folder / FILE).exists()
        assert not there or (folder / FILE).read_bytes() == members
        stood.append((now == SETTINGS, there))
        asyncio.run(sealed(folder))  # again, and all of it is done
        assert (folder / "session.toml").read_text() == WITHOUT
        assert sorted(path.name for path in folder.iterdir()) == ["applications.csv", RECORD, "session.toml"]
    assert {(True, True), (False, True), (False, False)} == set(stood)


async def sealed(folder):
    return await seal.seal_folder(folder, None, unfinished=False, clock=Clock())


def _copy(template, to):
    to.mkdir()
    for path in template.iterdir():
        if path.is_file():
            (to / path.name).write_bytes(path.read_bytes())
    return to
