"""The pretend disk does what the real one does; what it adds is only what goes wrong."""

import random
from pathlib import Path

import pytest

from panel_tui.record import Disk, RealDisk
from panel_tui.record.disk import write_all
from tests.faults.disk import Crash, Fault, FaultDisk
from tests.faults.platter import Loss


@pytest.fixture(params=[RealDisk, FaultDisk])
def disk(request: pytest.FixtureRequest) -> Disk:
    made: Disk = request.param()
    return made


def put(disk: Disk, path: Path, data: bytes) -> int:
    handle = disk.create(path)
    write_all(disk, handle, data)
    return handle


def test_what_is_written_is_read(disk: Disk, tmp_path: Path):
    handle = put(disk, tmp_path / "a", b"one")
    write_all(disk, handle, b"two")
    disk.sync(handle)
    disk.forget(handle)
    disk.close(handle)
    assert disk.read(tmp_path / "a") == b"onetwo"


def test_appending_goes_on_at_the_end_also_after_a_cut(disk: Disk, tmp_path: Path):
    disk.close(put(disk, tmp_path / "a", b"one and more"))
    handle = disk.append(tmp_path / "a")
    disk.truncate(handle, 3)
    write_all(disk, handle, b"!")
    disk.close(handle)
    assert disk.read(tmp_path / "a") == b"one!"


def test_nothing_is_created_twice(disk: Disk, tmp_path: Path):
    disk.close(put(disk, tmp_path / "a", b"one"))
    with pytest.raises(FileExistsError):
        disk.create(tmp_path / "a")


def test_what_is_not_there_cannot_be_opened_read_or_removed(disk: Disk, tmp_path: Path):
    for attempt in (disk.append, disk.read, disk.unlink):
        with pytest.raises(FileNotFoundError):
            attempt(tmp_path / "a")
    assert not disk.exists(tmp_path / "a")


def test_a_name_can_be_given_and_taken(disk: Disk, tmp_path: Path):
    disk.close(put(disk, tmp_path / "a", b"one"))
    disk.rename(tmp_path / "a", tmp_path / "b")
    disk.sync_folder(tmp_path)
    assert (disk.exists(tmp_path / "a"), disk.read(tmp_path / "b")) == (False, b"one")
    disk.unlink(tmp_path / "b")
    assert not disk.exists(tmp_path / "b")


def test_one_lock_at_a_time(disk: Disk, tmp_path: Path):
    first = disk.lock(tmp_path / "lock")
    with pytest.raises(BlockingIOError):
        disk.lock(tmp_path / "lock")
    disk.unlock(first)
    disk.unlock(disk.lock(tmp_path / "lock"))


PATH = Path("/room/a")


def test_what_was_not_synced_is_lost_by_a_power_cut_but_not_by_a_kill():
    disk = FaultDisk()
    handle = put(disk, PATH, b"safe")
    disk.sync(handle)
    disk.sync_folder(PATH.parent)
    disk.write(handle, b" and not safe")
    disk.kill()
    assert disk.read(PATH) == b"safe and not safe"
    disk.cut_power(Loss.NOTHING_KEPT, random.Random(0))
    assert disk.read(PATH) == b"safe"


def test_a_name_that_was_not_synced_is_lost():
    disk = FaultDisk()
    disk.sync(put(disk, PATH, b"safe"))
    disk.cut_power(Loss.NOTHING_KEPT, random.Random(0))
    assert not disk.exists(PATH)


def test_a_failed_sync_drops_the_bytes_goes_on_showing_them_and_lies_the_second_time():
    disk = FaultDisk()
    handle = put(disk, PATH, b"never safe")
    disk.sync_folder(PATH.parent)
    disk.plan({1: Fault.FAILS})
    with pytest.raises(OSError, match="fails"):
        disk.sync(handle)
    disk.sync(handle)
    assert disk.read(PATH) == b"never safe"
    disk.forget(handle)
    assert disk.read(PATH) == b""


@pytest.mark.parametrize("loss", Loss)
def test_no_loss_touches_what_was_synced(loss: Loss):
    for seed in range(50):
        disk = FaultDisk()
        handle = put(disk, PATH, b"s" * 150)
        disk.sync(handle)
        disk.sync_folder(PATH.parent)
        disk.write(handle, b"u" * 300)
        disk.cut_power(loss, random.Random(seed))
        assert disk.read(PATH)[:150] == b"s" * 150


def test_torn_and_reordered_bytes_come_in_many_shapes():
    for loss in (Loss.TORN, Loss.REORDERED):
        shapes = set()
        for seed in range(50):
            disk = FaultDisk()
            handle = put(disk, PATH, b"u" * 600)
            disk.sync_folder(PATH.parent)
            disk.close(handle)
            disk.cut_power(loss, random.Random(seed))
            shapes.add(disk.read(PATH))
        assert len(shapes) > 20


def test_after_a_crash_nothing_can_be_asked_of_the_disk_until_the_machine_starts_again():
    disk = FaultDisk()
    disk.plan({1: Fault.CRASH_BEFORE})
    with pytest.raises(Crash):
        disk.create(PATH)
    with pytest.raises(Crash):
        disk.exists(PATH)
    disk.kill()
    assert not disk.exists(PATH)
