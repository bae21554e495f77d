"""On Windows nobody else can read a locked byte: ours lies where no record reaches. Tried with a stand-in."""

import errno
import os
import sys
import types
from pathlib import Path

import pytest

from panel_tui.record import disk


class Msvcrt(types.ModuleType):
    """Keeps which byte of which file is locked by which handle, as Windows' C library does."""

    LK_NBLCK = 2

    def __init__(self) -> None:
        super().__init__("msvcrt")
        self.locked: dict[tuple[int, int], int] = {}

    def locking(self, handle: int, mode: int, many: int) -> None:
        assert (mode, many) == (self.LK_NBLCK, 1)
        place = os.lseek(handle, 0, os.SEEK_CUR)
        if not 0 <= place < 2**31:
            raise OSError(errno.EINVAL, "its places have 31 bits")
        byte = (os.fstat(handle).st_ino, place)
        if self.locked.setdefault(byte, handle) != handle:
            raise OSError(errno.EACCES, "locked")


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Msvcrt:
    library = Msvcrt()
    monkeypatch.setattr(disk, "msvcrt", library, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    return library


def test_the_locked_byte_lies_far_past_the_end_and_writing_goes_on_at_the_end(
    windows: Msvcrt, tmp_path: Path
):
    real = disk.RealDisk()
    handle = real.create(tmp_path / "record.jsonl")
    real.write(handle, b"one")
    real.claim(handle)
    real.write(handle, b"two")
    (byte,) = windows.locked
    assert byte[1] == 2**31 - 2
    assert (tmp_path / "record.jsonl").read_bytes() == b"onetwo"
    real.close(handle)


def test_a_second_handle_is_kept_out(windows: Msvcrt, tmp_path: Path):
    real = disk.RealDisk()
    first = real.create(tmp_path / "record.jsonl")
    second = real.append(tmp_path / "record.jsonl")
    real.claim(first)
    with pytest.raises(BlockingIOError):
        real.claim(second)
    real.close(first)
    real.close(second)
