"""`after.jsonl` on the disk: chained to the closing words, durable, cut only where a line was never finished."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from panel_tui.offline.follow_up import after_book, after_told, closed_day
from panel_tui.offline.verify import verify_folder
from panel_tui.record import RecordDamaged, RecordFailed, RecordFull
from panel_tui.record.after_file import AFTER, AfterFile
from panel_tui.record.disk import RealDisk
from sessions.model.follow_up import AfterEntry, OfferAnswer
from tests.after.closed_days import NOW, after, kept, said

FEW = tuple(
    AfterEntry("A01", NOW, OfferAnswer.CHANGED, Decimal(n), by="the group", why=f"the {n}th word")
    for n in range(1, 4)
)


@pytest.fixture(scope="module")
def told_day(tmp_path_factory):
    """A day with three lines recorded after it."""
    folder = kept(tmp_path_factory.mktemp("days") / "day")
    for one in FEW:
        with after_book(closed_day(folder)) as book:
            book.add([one])
    return folder


@pytest.fixture
def folder(told_day, tmp_path):
    """A copy of it, to be damaged."""
    return shutil.copytree(told_day, tmp_path / "copy")


def test_its_first_line_holds_the_closing_head_and_every_line_the_hash_of_the_one_before(told_day):
    import hashlib
    import json

    one = closed_day(told_day)
    previous, lines = "0" * 64, (told_day / AFTER).read_bytes().splitlines()
    for line in lines:
        digest, content = line[:64].decode(), line[65:]
        assert digest == hashlib.sha256(previous.encode() + content).hexdigest()
        previous = digest
    first = json.loads(lines[0][65:])
    assert first["closing"] == {
        "record": one.closing.record,
        "line": one.closing.line,
        "hash": one.closing.hash,
    }
    ended = (told_day / "record.jsonl").read_bytes().splitlines()[one.closing.line - 1]
    assert ended.startswith(one.closing.hash.encode())


def test_a_last_line_that_was_never_finished_is_cut_at_the_next_start_wherever_it_was_torn(folder):
    data = (folder / AFTER).read_bytes()
    whole, one = data[: data[:-1].rindex(b"\n") + 1], closed_day(folder)
    for cut in (*range(len(whole) + 1, len(data), 5), len(data) - 1):
        (folder / AFTER).write_bytes(data[:cut])
        assert after_told(one).told["A01"].amount == 2
        with after_book(one) as book:
            assert book.kept.read_bytes() == data[len(whole) : cut]
        assert (folder / AFTER).read_bytes() == whole
        book.kept.unlink()


def test_a_last_line_whose_middle_never_reached_the_disk_is_cut_though_its_end_did(folder):
    """A power cut may keep the end of a line alone; what was never written reads as noughts."""
    data = (folder / AFTER).read_bytes()
    start = data[:-1].rindex(b"\n") + 1
    (folder / AFTER).write_bytes(data[: start + 70] + bytes(30) + data[start + 100 :])
    with after_book(closed_day(folder)) as book:
        assert book.told["A01"].amount == 2
        assert b"\0" in book.kept.read_bytes()
    (folder / AFTER).write_bytes(data[: start - 40] + bytes(30) + data[start - 10 :])
    with pytest.raises(RecordDamaged), after_book(closed_day(folder)):  # there is a good line after it
        pass


def test_the_next_line_goes_on_from_the_sound_part_and_people_are_told(folder):
    data = (folder / AFTER).read_bytes()
    (folder / AFTER).write_bytes(data[:-20])
    found = verify_folder(folder)
    assert found.whole
    assert any("was never finished" in line for line in found.lines)
    done = after(folder, "--ref", "A02", "--offer", "accepted")
    assert "stopped in the middle of writing" in said(done)
    assert set(after_told(closed_day(folder)).told) == {"A01", "A02"}
    assert verify_folder(folder).whole


def test_any_byte_that_was_changed_is_refused_with_one_sentence_and_nothing_is_written(folder):
    data, one = (folder / AFTER).read_bytes(), closed_day(folder)
    for at in range(0, len(data), 7):
        bad = bytearray(data)
        bad[at] ^= 1
        if bytes(bad) == data:
            continue
        (folder / AFTER).write_bytes(bad)
        with pytest.raises(RecordDamaged) as damaged:
            after_told(one)
        assert damaged.value.code in ("became.damaged", "became.not-ours")
        with pytest.raises(RecordDamaged), after_book(one):
            pass
        assert (folder / AFTER).read_bytes() == bytes(bad)
    found = verify_folder(folder)
    assert not found.whole
    assert "after.jsonl" in "".join(found.lines)
    done = after(folder, "--ref", "A02", "--offer", "accepted")
    assert done.exit_code == 1
    assert "The day's own record is not touched by that" in said(done)


def test_a_line_taken_out_is_refused(folder):
    lines = (folder / AFTER).read_bytes().splitlines(keepends=True)
    for gone in range(len(lines) - 1):
        (folder / AFTER).write_bytes(b"".join(lines[:gone] + lines[gone + 1 :]))
        with pytest.raises(RecordDamaged):
            after_told(closed_day(folder))


def test_that_of_another_day_is_refused_though_it_is_sound_in_itself(folder, tmp_path):
    other = kept(tmp_path / "other", place="Armley")
    shutil.copy(folder / AFTER, other / AFTER)
    for look in (
        lambda: after_told(closed_day(other)),
        lambda: AfterFile(other, closed_day(other).closing, program="t"),
    ):
        with pytest.raises(RecordDamaged) as damaged:
            look()
        assert damaged.value.code == "became.other-day"
    assert not verify_folder(other).whole
    early = kept(tmp_path / "early", ended=False)
    shutil.copy(folder / AFTER, early / AFTER)
    assert not verify_folder(early).whole


class FullDisk(RealDisk):
    """A disk that takes half of what is written, once, or cannot sync it."""

    def __init__(self, *, code=None, sync=False):
        self.code, self.bad_sync = code, sync

    def write(self, handle, data):
        if self.code is not None:
            os.write(handle, data[: len(data) // 2])
            raise OSError(self.code, "no")
        return super().write(handle, data)

    def sync(self, handle):
        if self.bad_sync:
            raise OSError(5, "no")
        super().sync(handle)


@pytest.mark.parametrize(("code", "raised"), [(28, RecordFull), (5, RecordFailed)])
def test_what_the_disk_does_not_take_is_not_there_and_not_said_to_be(folder, code, raised):
    before, disk = (folder / AFTER).read_bytes(), FullDisk()
    with AfterFile(folder, closed_day(folder).closing, program="t", disk=disk) as file:
        disk.code = code
        with pytest.raises(raised):
            file.append([{"application": "A02"}])
        assert (folder / AFTER).read_bytes() == before
        disk.code = None


def test_what_something_else_has_written_to_is_not_added_to(folder):
    with AfterFile(folder, closed_day(folder).closing, program="t") as file:
        with (folder / AFTER).open("ab") as other:
            other.write(b"hello\n")
        with pytest.raises(RecordFailed) as failed:
            file.append([{"application": "A02"}])
        assert failed.value.code == "became.changed"


APPENDS = """
import sys
from decimal import Decimal
from pathlib import Path
from panel_tui.offline.follow_up import after_book, closed_day
from sessions.model.follow_up import AfterEntry, OfferAnswer
from tests.after.closed_days import NOW
one = closed_day(Path(sys.argv[1]))
with after_book(one) as book:
    n = len(book._file.docs)
    print("ready", flush=True)
    while True:
        n += 1
        why = f"the {n}th word " * 40
        book.add([AfterEntry("A01", NOW, OfferAnswer.CHANGED, Decimal(n), by="the group", why=why)])
        print(n, flush=True)
"""


def test_killed_while_it_writes_nothing_that_was_said_to_be_kept_is_lost(tmp_path):
    """`kill -9` of a real process that appends without end, a few times over; the next start goes on."""
    folder = kept(tmp_path / "day")
    acknowledged = 0
    for times in range(6):
        call = [sys.executable, "-c", APPENDS, str(folder)]
        with subprocess.Popen(call, stdout=subprocess.PIPE, text=True, cwd=Path.cwd()) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == "ready\n"
            for _ in range(20 + 37 * times):
                acknowledged = int(child.stdout.readline())
            child.send_signal(signal.SIGKILL)
            rest = [int(line) for line in child.stdout.read().splitlines() if line.strip()]
        acknowledged = max([acknowledged, *rest])
        found = after_told(closed_day(folder))
        # one may have been kept that nobody was told of
        assert acknowledged <= found.told["A01"].amount <= acknowledged + 1
        assert verify_folder(folder).whole
