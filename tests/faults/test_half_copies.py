"""A copy for which there is no room is not there: no half folder to be taken for a day, and the next try works."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

from panel_tui.cli.output import sentence
from panel_tui.gather.destination import GatherRefusal
from panel_tui.offline import whole_copy as whole_copy_module
from panel_tui.offline.save_held import NotSavedError, save_held
from panel_tui.offline.verify import rescue
from panel_tui.offline.whole_copy import copy_session
from panel_tui.record import RecordError, RecordView
from panel_tui.record.disk import RealDisk
from panel_tui.room.open_room import live_room
from tests.exports.test_verify import a_day, kept
from tests.faults.test_full_disk import MIB
from tests.faults.test_full_disk import small_disk as small_disk  # a fixture
from tests.journeys.small_session import small_session


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A session whose record can be saved up to its last lines."""
    folder = kept(a_day(), tmp_path / "damaged")
    path = folder / "record.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:-3], lines[-3].replace(b"{", b"[", 1), *lines[-2:]]))
    return folder


@pytest.fixture(params=["a file of staff's", "the record"])
def full(request, monkeypatch):
    """Have no room left once the copy has begun."""
    no_room = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def copy2(source, target):
        if Path(source).name == "session.toml":
            Path(target).write_bytes(b"tit")
            raise no_room
        return shutil.copyfile(source, target)

    def write(self, handle, data):
        os.write(handle, data[:100])
        raise no_room

    if request.param == "the record":
        monkeypatch.setattr(RealDisk, "write", write)
    else:
        monkeypatch.setattr(whole_copy_module.shutil, "copy2", copy2)
    return monkeypatch


@pytest.mark.parametrize("there", [False, True], ids=["new", "empty"])
def test_a_rescue_is_whole_or_not_there_and_can_be_tried_again(damaged, tmp_path, full, there):
    to = tmp_path / "saved"
    if there:
        to.mkdir()
    with pytest.raises((OSError, RecordError)) as told:
        rescue(damaged, to)
    assert "room" in sentence(told.value).lower() or "No space left" in sentence(told.value)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["damaged", *["saved"] * there]
    assert not there or not list(to.iterdir())
    full.undo()
    rescue(damaged, to)
    assert (to / "session.toml").read_bytes() == (damaged / "session.toml").read_bytes()
    assert len(RecordView.read(to / "record.jsonl").entries) == 68


async def test_what_the_laptop_still_holds_is_saved_whole_or_not_at_all(tmp_path, monkeypatch):
    async with live_room(small_session(tmp_path / "panel")) as room:
        to = tmp_path / "saved"
        monkeypatch.setattr(whole_copy_module.shutil, "copy2", _no_room)
        with pytest.raises(NotSavedError):
            await save_held(room, to)
        monkeypatch.undo()
        assert [path.name for path in tmp_path.iterdir()] == ["panel"]
        assert room.keeping.takes
        await save_held(room, to)
        assert (to / "record.jsonl").read_bytes() == (tmp_path / "panel" / "record.jsonl").read_bytes()


def _no_room(_source, target):
    Path(target).write_bytes(b"x")
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_what_stood_in_the_way_of_a_copy_is_said(tmp_path, monkeypatch):
    small_session(tmp_path / "panel")
    monkeypatch.setattr(whole_copy_module.shutil, "copy2", _no_room)
    with pytest.raises(OSError, match="No space left") as told:
        copy_session(tmp_path / "panel", tmp_path / "copy")
    assert "could not do that: No space left on device." in sentence(told.value)


@pytest.mark.alone
@pytest.mark.parametrize("left", [0, 4_096, 8_192, 20_480, 40_960])
def test_a_gathered_file_that_there_was_no_room_to_begin_is_in_nobodys_way(small_disk: Path, left: int):
    from panel_tui.gather.duck import DuckFile

    photos = small_disk / "holiday-photos"
    free = shutil.disk_usage(small_disk).free
    photos.write_bytes(b"x" * (free - left))
    with pytest.raises(GatherRefusal) as told:
        DuckFile(small_disk / "rooms.duckdb", "panel_tui", dry=False)
    assert told.value.code == "gather.full"
    assert [path.name for path in small_disk.iterdir()] == ["holiday-photos"]
    photos.write_bytes(b"x" * MIB)
    again = DuckFile(small_disk / "rooms.duckdb", "panel_tui", dry=False)
    again.close()
