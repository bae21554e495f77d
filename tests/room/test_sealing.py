"""A sealed session is exported, whole, and over: nothing opens it, nothing follows, nothing lies about."""

from __future__ import annotations

import asyncio
import os
import pty
import subprocess
import sys
import time

import pytest
from click.testing import CliRunner

from panel_tui.cli import panel_tui
from panel_tui.desk.connection_note import ConnectionNote, leave
from panel_tui.exports import ExportRefused
from panel_tui.offline.print_pack import print_pack
from panel_tui.offline.seal import seal_folder
from panel_tui.offline.verify import verify_folder
from panel_tui.record import Record, RecordLocked, RecordMissing, RecordView
from panel_tui.record.history import SealedAlready, is_sealed
from panel_tui.room.card_codes import draw_card, fast_hash, hashed
from panel_tui.room.open_room import live_room
from panel_tui.room.room import Room
from panel_tui.system.clock import Clock
from panel_tui.system.errors import Unable
from sessions import commands as c
from sessions import events as e
from sessions.audit import audit
from sessions.decide import RULES
from sessions.model.phases import Phase
from sessions.model.refusals import No, Refused
from tests.exports.days import Day, everyone, panel, read_table
from tests.exports.made import exported
from tests.sessions.worlds import doors_open, session

NAME = "record.jsonl"


async def sealed(folder, to=None, *, unfinished=False):
    return await seal_folder(folder, to, unfinished=unfinished, clock=Clock())


@pytest.fixture
def folder(tmp_path):
    """A whole day with all that may lie beside its record."""
    made = Day(panel()).score("A01", everyone(6, c1=4, c2=5)).end().keep(tmp_path / "panel")
    (made / "session.toml").write_text("title = 'A panel'\n")
    for name in ("record.ballots", "record.ballots-new", "record.torn-1", "record.torn-2", "record.new"):
        (made / name).write_bytes(b"left over")
    return made


async def test_it_is_exported_and_what_a_running_day_needs_is_gone(folder):
    report = await sealed(folder)

    assert sorted(path.name for path in folder.iterdir()) == ["exports", NAME, "session.toml"]
    assert set(report.removed) >= {"record.ballots", "record.torn-2", "record.new"}
    assert {"results.csv", "session.json", "workbook.xlsx", "decision-record.pdf"} <= set(
        report.exported.files
    )
    assert all((folder / "exports" / name).exists() for name in report.exported.files)
    assert not report.before


def test_nobody_is_asked_about_a_day_that_cannot_be_sealed(tmp_path):
    asked = []
    under_way = Day(panel()).keep(tmp_path / "panel")
    sealing = seal_folder(
        under_way, None, unfinished=False, clock=Clock(), agree=lambda: asked.append("sure?")
    )
    with pytest.raises(Refused) as refused:
        asyncio.run(sealing)
    assert (refused.value.code, asked) == (No.NOT_ENDED, [])


async def test_whoever_says_no_has_neither_sealed_nor_exported(folder):
    def no():
        raise Unable("not sealed")

    with pytest.raises(Unable):
        await seal_folder(folder, None, unfinished=False, clock=Clock(), agree=no)
    assert not is_sealed(folder / NAME)
    assert not (folder / "exports").exists()


async def test_a_key_that_a_killed_session_left_for_its_desk_is_gone(folder, tmp_path, monkeypatch):
    (tmp_path / "runtime").mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "runtime"))
    left = leave(ConnectionNote(str(folder), 4321, "a key"))
    other = leave(ConnectionNote(str(tmp_path), 4322, "of another session"))

    await sealed(folder)

    assert not left.exists()
    assert other.exists()


async def test_the_record_is_whole_and_the_exports_words_are_found_in_it(folder):
    report = await sealed(folder)

    assert is_sealed(folder / NAME)
    assert verify_folder(folder, head=report.exported.head).whole


async def test_it_can_be_exported_again_and_says_the_same(folder):
    await sealed(folder)
    exported(folder, folder.parent / "again", ["csv"])

    for name in ("results.csv", "rounds.csv", "timings.csv"):
        assert read_table(folder / "exports" / name) == read_table(folder.parent / "again" / name)


async def test_it_cannot_be_run_nor_printed_for_and_reading_it_leaves_nothing_behind(folder, tmp_path):
    await sealed(folder)

    with pytest.raises(SealedAlready):
        async with live_room(folder):
            pass
    with pytest.raises(SealedAlready):
        await print_pack(folder, tmp_path / "cards", "10.0.0.7:8765")
    assert sorted(path.name for path in folder.iterdir()) == ["exports", NAME, "session.toml"]


async def test_sealing_it_again_only_exports_and_clears_up(folder):
    await sealed(folder)
    lines = len(RecordView.read(folder / NAME).entries)
    (folder / "record.ballots").write_bytes(b"put back from a copy")

    report = await sealed(folder)

    assert report.before
    assert "record.ballots" in report.removed
    assert len(RecordView.read(folder / NAME).entries) == lines


CARD = draw_card(Clock(), 1)


@pytest.fixture
def with_a_card(tmp_path):
    day = Day(panel()).do(c.PrintCards((hashed(CARD, "salt"),)))
    day.do(c.TakeSeatByCard(fast_hash(CARD.key), fast_hash("cookie")))
    return day.keep(tmp_path / "panel")


async def test_no_card_key_or_cookie_opens_anything_and_no_hash_of_one_is_left_in_the_state(with_a_card):
    card, folder = CARD, with_a_card
    async with live_room(folder) as room:
        assert room.seat_of("cookie") == 1
        assert (await room.meaning(card.code)).kind != "unknown"
        await room.do(c.Seal(unfinished=True))
        assert room.seat_of("cookie") is None  # at once, also where a room is open

    record = Record.open(folder / NAME, program="test")
    room = Room(record)
    assert room.seat_of("cookie") is None
    assert room.seat_of("sealed") is None
    assert [(await room.meaning(code)).kind for code in (card.code, card.key)] == ["unknown"] * 2
    assert {(seat.code, seat.key) for seat in room.state.seats.values()} == {("", "")}
    assert room.state.taken == (1, 2, 3, 4, 5, 6)
    await record.close()


async def test_a_running_session_is_not_sealed(folder):
    async with live_room(folder):
        with pytest.raises(RecordLocked):
            await sealed(folder)

    assert not is_sealed(folder / NAME)


@pytest.fixture
def in_a_ballot(tmp_path):
    return Day(panel()).until(Phase.BALLOT, ref="A01").keep(tmp_path / "panel")


async def test_a_day_that_has_not_ended_is_sealed_only_if_that_is_said(in_a_ballot):
    folder = in_a_ballot
    with pytest.raises(Refused) as refused:
        await sealed(folder)
    assert refused.value.code is No.NOT_ENDED
    assert not (folder / "exports").exists()
    assert not is_sealed(folder / NAME)

    await sealed(folder, unfinished=True)
    assert is_sealed(folder / NAME)


async def test_where_the_export_cannot_be_written_nothing_is_sealed_or_removed(folder):
    (folder / "exports").write_text("in the way")

    with pytest.raises(ExportRefused):
        await sealed(folder)

    assert not is_sealed(folder / NAME)
    assert (folder / "record.torn-1").exists()


async def test_a_folder_without_a_record_is_refused(tmp_path):
    with pytest.raises(RecordMissing):
        await sealed(tmp_path)
    assert list(tmp_path.iterdir()) == []


# the rules


def test_every_order_is_refused_after_a_seal():
    world = doors_open(session()).when(c.Seal(unfinished=True)).then(e.Sealed())
    position = world.state.plan.position
    for order in (c.Next(position), c.StepOut(1, "A01"), c.AddSeat(), c.PrintCards(()), c.TakeBreak(5)):
        world.when(order).then_refused(No.SEALED)
    assert world.when(c.Seal()).then()
    assert c.Seal in RULES


def test_a_line_after_a_seal_is_not_ours():
    world = doors_open(session()).when(c.Seal(unfinished=True))
    assert audit(world.history) is None

    world = world.after(e.Noted("A01", "slipped in"))
    assert audit(world.history) == len(world.history) - 1


# the command


def test_without_a_terminal_it_must_be_asked_for(folder):
    run = CliRunner()
    refused = run.invoke(panel_tui, ["seal", str(folder)])
    assert "add --yes" in str(refused.exception)
    assert not is_sealed(folder / NAME)

    done = run.invoke(panel_tui, ["seal", str(folder), "--yes"])
    assert done.exit_code == 0, done.output
    assert "The session is sealed." in done.output
    assert "Removed from the folder: record.ballots" in done.output


@pytest.mark.parametrize(("typed", "status"), [("y", 0), ("n", 1), ("", 1)])
def test_at_a_terminal_it_asks_once(folder, typed, status):
    ours, theirs = pty.openpty()
    os.write(ours, f"{typed}\n".encode())
    done = subprocess.run(
        [sys.executable, "-c", "from panel_tui.cli import main; main()", "seal", str(folder)],
        stdin=theirs,
        capture_output=True,
        text=True,
        check=False,
    )
    os.close(ours)
    os.close(theirs)

    assert done.returncode == status, done.stderr
    assert "Seal panel? Everything is exported first." in done.stdout
    assert is_sealed(folder / NAME) is (status == 0)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("after", [b"", b'0 {"half'])
def test_a_seal_is_looked_for_in_the_last_whole_line_alone(tmp_path, after):
    record = tmp_path / "record.jsonl"
    written = b'h {"why":"\\"fact\\":\\"Sealed\\""}\n'
    record.write_bytes(b"x" * 70_000 + b"\n" + written + after)
    assert not is_sealed(record), "a text that speaks of it is no seal"
    record.write_bytes(b"x" * 70_000 + b"\n" + b'h {"fact":"Sealed"}\n' + after)
    assert is_sealed(record)
    record.write_bytes(b"")
    assert not is_sealed(record)


def test_a_line_as_long_as_the_file_is_gone_through_once(tmp_path):
    record = tmp_path / NAME
    record.write_bytes(b'{"a":1}\n{"fact":"Sealed","b":"' + b"x" * 200_000 + b'"}\n')
    assert is_sealed(record)
    record.write_bytes(b"y" * 40_000_000)
    began = time.process_time()
    assert not is_sealed(record)
    assert time.process_time() - began < 2  # eighteen seconds where each block is looked through again
