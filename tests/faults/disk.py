"""A disk that loses, tears, reorders, fills up and lies, as real ones do; and a machine that stops at any call."""

import errno
import random
from collections.abc import Callable
from enum import Enum
from pathlib import Path

from panel_tui.record.disk import FileStanding
from tests.faults.platter import File, Loss, apply


class Crash(BaseException):
    """The program dies here; nothing catches this."""


class Fault(Enum):
    """What goes wrong at one call."""

    CRASH_BEFORE = "crash before"
    CRASH_HALFWAY = "crash halfway"
    CRASH_AFTER = "crash after"
    FULL = "no room"
    FULL_HALFWAY = "no room halfway"
    SHORT = "short write"
    FAILS = "fails"
    FAILS_LEAVING_A_HOLE = "fails, leaving a hole"


CRASHES = (Fault.CRASH_BEFORE, Fault.CRASH_HALFWAY, Fault.CRASH_AFTER)


class FaultDisk:
    """A `Disk` in memory. `faults` says what goes wrong at which call, counted from now on by `calls`."""

    def __init__(self) -> None:
        self.faults: dict[int, Fault] = {}
        self.calls = 0
        self.log: list[str] = []
        self.before_call: Callable[[str], object] = lambda _name: None
        """Runs before each call, so that a test can hold the disk up."""
        self.room: int | None = None
        """How many bytes fit on the disk; None for no limit."""
        self._files: dict[Path, File] = {}
        self._safe_files: dict[Path, File] = {}
        self._pending_names: list[
            tuple[Path, Path | None, File | None]
        ] = []  # name, old name, its file (None: removed)
        self._handles: dict[int, File] = {}
        self._locks: dict[int, Path] = {}
        self._claims: dict[int, File] = {}
        self._next_handle = 3
        self.dead = False

    def plan(self, faults: dict[int, Fault]) -> None:
        """Let these things go wrong, counted in calls from now."""
        self.faults |= {self.calls + call: fault for call, fault in faults.items()}

    def once(self, name: str, do: Callable[[], object]) -> None:
        """Do this right before the next call of this name."""

        def look(called: str) -> None:
            if called == name:
                self.before_call = lambda _name: None
                do()

        self.before_call = look

    def damage(self, path: Path, place: int) -> None:
        """Flip a bit on the platter."""
        file = self._files[path]
        file.safe[place] ^= 1
        file.seen[place] ^= 1
        file.changes += 1

    def replace(self, path: Path, data: bytes | None = None) -> None:
        """Let somebody else put another file in this one's place: a copy of it, or one that holds this."""
        held = self._files[path].seen if data is None else data
        self.put_back(path, bytes(held))

    def put_back(self, path: Path, data: bytes) -> None:
        """Let somebody else put a file there, durably."""
        self._files[path] = self._safe_files[path] = File(bytearray(data), bytearray(data))

    def take_away(self, path: Path) -> None:
        """Let somebody else remove a file."""
        self._files.pop(path, None)
        self._safe_files.pop(path, None)

    def used(self) -> int:
        return sum(len(file.seen) for file in self._files.values())

    def kill(self) -> None:
        """End the program; the system lives on."""
        self._handles.clear()
        self._locks.clear()
        self._claims.clear()
        self.faults.clear()
        self.dead = False

    def cut_power(self, loss: Loss, chance: random.Random) -> None:
        """End the program and the system."""
        self.kill()
        names = dict(self._safe_files)
        for change in self._pending_names:
            keep = {Loss.NOTHING_KEPT: False, Loss.ALL_KEPT: True}.get(loss, chance.random() < 0.5)
            if keep:
                _rename(names, *change)
        self._pending_names = []
        self._files, self._safe_files = names, dict(names)
        for file in {id(file): file for file in names.values()}.values():
            file.settle(loss, chance)

    def names(self) -> list[str]:
        return sorted(path.name for path in self._files)

    # What a Disk does

    def exists(self, path: Path) -> bool:
        self._alive()
        return path in self._files

    def read(self, path: Path) -> bytes:
        self._alive()
        if path not in self._files:
            raise FileNotFoundError(errno.ENOENT, str(path))
        return bytes(self._files[path].seen)

    def create(self, path: Path) -> int:
        with Call(self, f"create {path.suffix}"):
            if path in self._files:
                raise FileExistsError(errno.EEXIST, str(path))
            file = File()
            self._change_name(path, None, file)
            return self._hand_out(file)

    def append(self, path: Path) -> int:
        self._alive()
        if path not in self._files:
            raise FileNotFoundError(errno.ENOENT, str(path))
        return self._hand_out(self._files[path])

    def write(self, handle: int, data: bytes) -> int:
        file = self._file(handle)
        with Call(self, "write") as call:
            taken = self._room_for(len(data))
            if call.fault is Fault.FULL or (taken == 0 and data):
                raise OSError(errno.ENOSPC, "no room")
            if call.fault is Fault.FAILS:
                raise OSError(errno.EIO, "the disk fails")
            if call.fault in (Fault.SHORT, Fault.CRASH_HALFWAY, Fault.FULL_HALFWAY):
                taken = min(taken, max(1, len(data) // 2))
            file.change((len(file.seen), data[:taken]))
            if call.fault is Fault.FULL_HALFWAY:
                self.faults[self.calls + 1] = Fault.FULL
            return taken

    def sync(self, handle: int) -> None:
        file = self._file(handle)
        with Call(self, "sync") as call:
            if call.fault in (Fault.FAILS, Fault.FAILS_LEAVING_A_HOLE):
                file.drop(hole=call.fault is Fault.FAILS_LEAVING_A_HOLE)
                raise OSError(errno.EIO, "the disk fails")
            file.sync()

    def forget(self, handle: int) -> None:
        file = self._file(handle)
        file.seen = apply(file.safe, file.pending)

    def truncate(self, handle: int, size: int) -> None:
        file = self._file(handle)
        with Call(self, "truncate"):
            file.change((size, None))

    def close(self, handle: int) -> None:
        self._file(handle)
        del self._handles[handle]
        self._claims.pop(handle, None)

    def rename(self, old: Path, new: Path) -> None:
        with Call(self, "rename"):
            if new in self._files:
                raise FileExistsError(errno.EEXIST, str(new))
            self._change_name(new, old, self._files[old])

    def unlink(self, path: Path) -> None:
        with Call(self, f"unlink {path.suffix}"):
            if path not in self._files:
                raise FileNotFoundError(errno.ENOENT, str(path))
            self._change_name(path, None, None)

    def sync_folder(self, folder: Path) -> None:
        with Call(self, "sync folder"):
            for change in self._pending_names:
                if change[0].parent == folder:
                    _rename(self._safe_files, *change)
            self._pending_names = [change for change in self._pending_names if change[0].parent != folder]

    def lock(self, path: Path) -> int:
        self._alive()
        if path in self._locks.values():
            raise BlockingIOError(errno.EAGAIN, "locked")
        self._locks[self._next_handle] = path
        return self._hand_out(File())

    def unlock(self, handle: int) -> None:
        self._file(handle)
        del self._handles[handle]
        del self._locks[handle]

    def claim(self, handle: int) -> None:
        file = self._file(handle)
        if any(file is claimed for claimed in self._claims.values()):
            raise BlockingIOError(errno.EAGAIN, "locked")
        self._claims[handle] = file

    def look(self, handle: int) -> FileStanding:
        return _standing(self._file(handle))

    def look_at(self, path: Path) -> FileStanding:
        self._alive()
        if path not in self._files:
            raise FileNotFoundError(errno.ENOENT, str(path))
        return _standing(self._files[path])

    def reread(self, handle: int) -> bytes:
        return bytes(self._file(handle).seen)

    def free(self, folder: Path) -> int:
        self._alive()
        return self._room_for(1 << 40)

    # How it does it

    def _alive(self) -> None:
        if self.dead:
            raise Crash

    def _file(self, handle: int) -> File:
        self._alive()
        if handle not in self._handles:
            raise Crash  # a program that has ended reaches for its disk
        return self._handles[handle]

    def _hand_out(self, file: File) -> int:
        handle = self._next_handle
        self._next_handle += 1
        self._handles[handle] = file
        return handle

    def _change_name(self, path: Path, old: Path | None, file: File | None) -> None:
        self._pending_names.append((path, old, file))
        _rename(self._files, path, old, file)

    def _room_for(self, wanted: int) -> int:
        if self.room is None:
            return wanted
        return max(0, min(wanted, self.room - self.used()))


def _standing(file: File) -> FileStanding:
    return FileStanding((0, id(file)), len(file.seen), (file.changes, 0))


def _rename(names: dict[Path, File], path: Path, old: Path | None, file: File | None) -> None:
    if old is not None:
        names.pop(old, None)
    if file is None:
        names.pop(path, None)
    else:
        names[path] = file


class Call:
    """One call that may go wrong: count it, and die before, halfway or after it if so planned."""

    def __init__(self, disk: FaultDisk, name: str) -> None:
        disk._alive()
        disk.before_call(name)
        disk.calls += 1
        disk.log.append(name)
        self._disk = disk
        self._name = name
        self.fault = disk.faults.pop(disk.calls, None)

    def __enter__(self) -> "Call":
        if self.fault is Fault.CRASH_BEFORE:
            self._die()
        if self._name not in ("write", "sync"):  # those two go wrong in ways of their own
            if self.fault in (Fault.FULL, Fault.FULL_HALFWAY):
                raise OSError(errno.ENOSPC, "no room")
            if self.fault in (Fault.FAILS, Fault.FAILS_LEAVING_A_HOLE):
                raise OSError(errno.EIO, "the disk fails")
        return self

    def __exit__(self, kind: object, problem: object, trace: object) -> None:
        if problem is None and self.fault in (Fault.CRASH_HALFWAY, Fault.CRASH_AFTER):
            self._die()

    def _die(self) -> None:
        self._disk.dead = True
        raise Crash
