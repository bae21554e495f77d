"""The record of that name is the file we write to, or nothing more is promised."""

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from panel_tui.record import Record, RecordLocked, RecordLost, chain, verify_chain

Open = Callable[[], Record]
pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows lets nobody move or remove an open file"
)


def folder_deleted(path: Path) -> None:
    shutil.rmtree(path.parent)


def folder_moved(path: Path) -> None:
    path.parent.rename(path.parent.with_name("elsewhere"))


def replaced_by_rename(path: Path) -> None:
    fresh = path.with_name("saved")
    fresh.write_bytes(path.read_bytes())
    fresh.rename(path)


def cut_in_place(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def lengthened_in_place(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"\n")


def edited_in_place(path: Path) -> None:
    data = path.read_bytes().replace(b'"seat":1', b'"seat":7')
    with path.open("r+b") as file:
        file.write(data)


MEDDLING = (
    folder_deleted,
    folder_moved,
    replaced_by_rename,
    cut_in_place,
    lengthened_in_place,
    edited_in_place,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "session"
    folder.mkdir()
    return folder / "record.jsonl"


async def touched(record: Record, path: Path, meddle: Callable[[Path], None]) -> None:
    await record.append([{"seat": 1}])
    await asyncio.sleep(0.02)  # a file's times are no finer than this
    meddle(path)


@pytest.mark.parametrize("meddle", MEDDLING)
async def test_no_answer_is_acknowledged_once_the_file_is_not_as_we_left_it(
    record: Record, path: Path, meddle: Callable[[Path], None]
):
    await touched(record, path, meddle)
    with pytest.raises(RecordLost):
        await record.append([{"seat": 2}])
    assert not record.takes
    assert len(record.entries) == 1


@pytest.mark.parametrize("meddle", MEDDLING)
async def test_one_look_between_two_answers_notices_it(
    record: Record, path: Path, meddle: Callable[[Path], None]
):
    await touched(record, path, meddle)
    trouble = await record.tend()
    assert trouble is not None
    assert trouble.code == ("record.changed" if "in_place" in meddle.__name__ else "record.lost")


@pytest.mark.parametrize("meddle", MEDDLING)
async def test_nothing_beside_it_is_promised_either(
    record: Record, path: Path, meddle: Callable[[Path], None]
):
    """A ballot stands in a file of its own, but counts for nothing without the record."""
    await touched(record, path, meddle)
    with pytest.raises(RecordLost):
        await record.check()


async def test_an_edit_that_changes_neither_length_nor_times_is_found_before_anyone_is_told_that_all_is_kept(
    record: Record, path: Path
):
    await record.append([{"seat": 1}])
    before = path.stat()
    edited_in_place(path)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert await record.tend(whole=True) is not None


async def test_a_copy_put_in_its_place_is_gone_on_with_and_nothing_is_lost(record: Record, path: Path):
    await touched(record, path, replaced_by_rename)
    assert await record.tend() is not None
    assert await record.tend() is None
    await record.append([{"seat": 2}])
    await record.close()
    assert [entry.doc["seat"] for entry in Record.read(path).entries] == [1, 2]
    assert verify_chain(path).bad_line is None


async def test_a_folder_that_was_moved_away_and_back_is_gone_on_with(record: Record, path: Path):
    await touched(record, path, folder_moved)
    assert await record.tend() is not None
    path.parent.with_name("elsewhere").rename(path.parent)
    assert await record.tend() is None
    await record.append([{"seat": 2}])
    assert len(Record.read(path).entries) == 2


async def test_touching_the_file_without_changing_it_stops_nothing(record: Record, path: Path):
    await record.append([{"seat": 1}])
    os.utime(path, ns=(1, 1))
    assert await record.tend() is None
    path.chmod(0o640)
    await record.append([{"seat": 2}])
    assert record.trouble is None


@pytest.mark.parametrize("meddle", MEDDLING)
async def test_every_byte_that_was_promised_is_held_whatever_became_of_the_file(
    record: Record, path: Path, tmp_path: Path, meddle: Callable[[Path], None]
):
    await record.append([{"seat": 1}, {"name": "Zoë"}])
    before = path.read_bytes()
    await touched(record, path, meddle)
    held = await record.held()
    assert held.startswith(before)
    found = chain.scan(held)
    assert (found.bad, found.lines[-1].hash) == (None, record.head)


async def test_a_second_run_is_kept_out_though_the_lock_beside_the_record_was_deleted(
    record: Record, open_record: Open, path: Path
):
    path.with_suffix(".lock").unlink()
    with pytest.raises(RecordLocked):
        open_record()
    refused = subprocess.run(
        [sys.executable, "-m", "tests.faults.appender", str(path)],
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "RecordLocked" in refused.stderr
    await record.append([{"seat": 1}])


async def test_an_export_reads_the_record_while_it_is_locked(record: Record, path: Path):
    await record.append([{"seat": 1}])
    read = subprocess.run(
        [sys.executable, "-c", "import sys; print(len(open(sys.argv[1]).readlines()))", str(path)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(read.stdout) == 2


async def test_while_one_answer_is_written_the_next_is_taken_all_the_same(record: Record):
    """Whoever asks in the middle of a write must not hear that nothing is kept."""
    heard = []
    sync = record.disk.sync

    def look(handle: int) -> None:
        heard.append(record.takes)
        sync(handle)

    record.disk.sync = look  # type: ignore[method-assign]
    await record.append([{"seat": 1}])
    assert heard == [True]
