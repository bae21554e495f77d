"""A ballot that the disk has no room for, or does not take: nothing is lost, and the room hears of it."""

from __future__ import annotations

import errno
import os

import pytest

from panel_tui.facilitator.wall_app import WallApp
from panel_tui.record.disk import RealDisk
from panel_tui.record.sidecar_files import reserve_of
from sessions.model.phases import Phase
from sessions.model.refusals import No, Refused
from sessions.views.trouble import Trouble
from tests.desk.conftest import a_room, press_until
from tests.desk.conftest import runtime_folder as runtime_folder  # a fixture
from tests.room.test_keeping import until
from tests.wall.conftest import Driven


@pytest.fixture
async def room(tmp_path):
    async with a_room(tmp_path / "day") as opened:
        await press_until(opened, Phase.BALLOT)
        await opened.cast(1, "A01", 1, "5")
        yield opened


class NoNewFiles:
    """A disk on which the ballot box cannot be written: never, or as long as the reserve takes the room."""

    def __init__(self, room, monkeypatch, number):
        self.fails, self.frees, self.free = True, False, 0
        create, free = RealDisk.create, RealDisk.free
        reserve = reserve_of(room.record.path)

        def instead(disk, path):
            if path.name.endswith("-new") and self.fails and not (self.frees and not reserve.exists()):
                raise OSError(number, os.strerror(number))
            return create(disk, path)

        monkeypatch.setattr(RealDisk, "create", instead)
        monkeypatch.setattr(RealDisk, "free", lambda disk, at: self.free if self.fails else free(disk, at))


async def test_the_reserve_is_given_up_for_a_ballot_too(room, monkeypatch):
    NoNewFiles(room, monkeypatch, errno.ENOSPC).frees = True
    assert room.record.reserve
    await room.cast(2, "A01", 1, "4")
    assert room.in_box()[0].ballots == 2
    assert not room.record.reserve


@pytest.mark.parametrize(
    ("number", "name", "words"),
    [(errno.ENOSPC, "full", "no room left"), (errno.EROFS, "failed", "disk has failed")],
    ids=["full", "read-only"],
)
async def test_the_room_hears_that_no_ballot_can_be_kept_and_when_it_can_again(
    room, monkeypatch, number, name, words
):
    disk = NoNewFiles(room, monkeypatch, number)
    if number == errno.EROFS:  # then nothing at all can be opened to be written to
        monkeypatch.setattr(RealDisk, "append", _read_only(disk, RealDisk.append))
    async with WallApp(room).run_test(size=(100, 40)) as pilot:
        wall = Driven(pilot.app, pilot)
        with pytest.raises(Refused) as told:
            await room.cast(2, "A01", 1, "4")
        assert told.value.code is No.NOT_SAVED
        assert room.keeping.trouble == Trouble(name)
        await wall.until(lambda: words in wall.text)
        assert "cannot keep anything new" in room.page(3).trouble
        assert room.in_box()[0].ballots == 1
        disk.fails = False
        await until(lambda: room.keeping.takes)
        await room.cast(2, "A01", 1, "4")
        assert room.in_box()[0].ballots == 2


def _read_only(disk, really):
    def instead(self, path):
        if disk.fails:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return really(self, path)

    return instead
