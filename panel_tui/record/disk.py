"""The one door to the disk: every byte of the record goes through it, and what systems do differently lives here."""

import contextlib
import errno
import os
import shutil
import sys
from pathlib import Path
from typing import Protocol

import msgspec

from panel_tui.system.held_files import patiently
from panel_tui.system.plain_files import opened

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

OWNER_ONLY = 0o600
NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
NO_SUCH_CALL = frozenset({errno.ENOTSUP, errno.EINVAL, errno.ENOTTY})
_NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS})

# Windows lets nobody else touch a locked byte, so it is one that no record reaches: an export still reads them all.
FAR = 2**31 - 2
"""The byte of a record that is locked there; its C library takes no place beyond 31 bits."""

# O_BINARY is Windows' own, O_NOFOLLOW everyone else's. Handles are never inherited by children (PEP 446).
PLAIN = getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


class NoLocks(OSError):  # noqa: N818 - it is what such a disk has
    """The disk, as some network disks, cannot lock a file: two programs could write to one."""


class FileStanding(msgspec.Struct, frozen=True):
    """Which file it is, how long it is, and two marks that change whenever anybody writes to it."""

    file: tuple[int, int]
    size: int
    marks: tuple[int, int]


class Disk(Protocol):
    """What the record may ask of a disk; a handle is a small number."""

    def exists(self, path: Path) -> bool:
        """Whether something is there."""

    def read(self, path: Path) -> bytes:
        """Read the whole file."""

    def create(self, path: Path) -> int:
        """Make a new owner-only file for appending; FileExistsError if it is there."""

    def append(self, path: Path) -> int:
        """Open an existing file for appending and make it owner-only."""

    def write(self, handle: int, data: bytes) -> int:
        """Add bytes at the end; may take fewer than given, and says how many."""

    def sync(self, handle: int) -> None:
        """Return when everything written is on the disk itself."""

    def forget(self, handle: int) -> None:
        """Let the next read come from the disk, not from memory, where the system can."""

    def truncate(self, handle: int, size: int) -> None:
        """Cut the file to this many bytes."""

    def close(self, handle: int) -> None:
        """Give the handle back."""

    def rename(self, old: Path, new: Path) -> None:
        """Give a file its final name; nothing has that name yet."""

    def unlink(self, path: Path) -> None:
        """Remove a file."""

    def sync_folder(self, folder: Path) -> None:
        """Return when names made and removed in the folder are on the disk."""

    def lock(self, path: Path) -> int:
        """Take the lock kept in this file; BlockingIOError if someone has it."""

    def unlock(self, handle: int) -> None:
        """Give the lock back."""

    def claim(self, handle: int) -> None:
        """Lock the file that is open here until its handle is closed; BlockingIOError if someone has it."""

    def look(self, handle: int) -> FileStanding:
        """Say how the file stands that is open here, whatever has become of its name."""

    def look_at(self, path: Path) -> FileStanding:
        """Say how the file stands that has this name now; FileNotFoundError if there is none."""

    def reread(self, handle: int) -> bytes:
        """Read the whole file that is open here; no other file need be opened for that."""

    def free(self, folder: Path) -> int:
        """Say how many bytes still fit on the disk of this folder."""


class RealDisk:
    """The disk of this machine."""

    def exists(self, path: Path) -> bool:
        """Whether something is there, a broken link included."""
        return os.path.lexists(path)

    def read(self, path: Path) -> bytes:
        """Read the whole file, following no link and waiting for no pipe."""
        with opened(path, links=False) as file:
            return file.read()

    def create(self, path: Path) -> int:
        """Make a new owner-only file for appending."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | PLAIN
        return patiently(lambda: os.open(path, flags, OWNER_ONLY))

    def append(self, path: Path) -> int:
        """Open an existing file for appending; one copied back from a backup becomes owner-only again."""
        handle = patiently(lambda: os.open(path, os.O_RDWR | os.O_APPEND | PLAIN))
        if sys.platform != "win32":
            with contextlib.suppress(PermissionError):  # someone else's file, or a disk that knows no modes
                os.fchmod(handle, OWNER_ONLY)
        return handle

    def write(self, handle: int, data: bytes) -> int:
        """Add bytes at the end."""
        return os.write(handle, data)

    def sync(self, handle: int) -> None:
        """Return when everything written is on the disk itself; never asked twice for the same bytes."""
        if sys.platform == "darwin":
            # There fsync stops at the drive's own cache. Network disks do not know the fuller call.
            try:
                fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            except OSError as problem:
                if problem.errno not in NO_SUCH_CALL:
                    raise
            else:
                return
        os.fsync(handle)

    def forget(self, handle: int) -> None:
        """Drop the system's memory of the file; after a failed fsync that memory may hold what the disk does not."""
        if sys.platform == "linux":
            with contextlib.suppress(OSError):
                os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)

    def truncate(self, handle: int, size: int) -> None:
        """Cut the file to this many bytes."""
        os.ftruncate(handle, size)

    def close(self, handle: int) -> None:
        """Give the handle back."""
        os.close(handle)

    def rename(self, old: Path, new: Path) -> None:
        """Give a file its final name."""
        patiently(lambda: old.rename(new))

    def unlink(self, path: Path) -> None:
        """Remove a file."""
        patiently(path.unlink)

    def sync_folder(self, folder: Path) -> None:
        """Return when the folder's names are on the disk; Windows has no such call and needs none."""
        if sys.platform == "win32":
            return
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        except OSError as problem:
            if problem.errno not in NO_SUCH_CALL:  # some network disks cannot sync a folder
                raise
        finally:
            os.close(handle)

    def lock(self, path: Path) -> int:
        """Take the lock; the system gives it back by itself when the program dies."""
        return _locked(os.open(path, os.O_RDWR | os.O_CREAT | PLAIN, OWNER_ONLY))

    def lock_folder(self, path: Path) -> int:
        """Take the lock of a folder itself. OSError where there is none to take, as on Windows."""
        return _locked(os.open(path, os.O_RDONLY))

    def unlock(self, handle: int) -> None:
        """Give the lock back; its file stays, since removing it would let two people lock two files."""
        os.close(handle)

    def claim(self, handle: int) -> None:
        """Lock the open file itself: no other file's removal can undo that."""
        _lock(handle, at=FAR)

    def look(self, handle: int) -> FileStanding:
        """Say how the open file stands."""
        return _standing(os.fstat(handle))

    def look_at(self, path: Path) -> FileStanding:
        """Say how the file of this name stands, following no link."""
        return _standing(path.lstat())

    def reread(self, handle: int) -> bytes:
        """Read the whole file that is open here; writing goes on at its end wherever reading has come to."""
        os.lseek(handle, 0, os.SEEK_SET)
        parts = []
        while part := os.read(handle, 1 << 20):
            parts.append(part)
        return b"".join(parts)

    def free(self, folder: Path) -> int:
        """Say how many bytes still fit."""
        return shutil.disk_usage(folder).free


def _locked(handle: int) -> int:
    """Lock what is open here, or close it again."""
    try:
        _lock(handle, at=0)
    except OSError:
        os.close(handle)
        raise
    return handle


def _lock(handle: int, *, at: int) -> None:
    try:
        if sys.platform == "win32":
            os.lseek(
                handle, at, os.SEEK_SET
            )  # writing goes on at the end all the same: the file is open for that
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as problem:
        if problem.errno in (errno.EAGAIN, errno.EACCES, errno.EDEADLK):
            raise BlockingIOError(problem.errno, "locked") from problem
        if problem.errno in _NO_LOCKS:
            raise NoLocks(problem.errno, "no locks") from problem
        raise


def _standing(found: os.stat_result) -> FileStanding:
    return FileStanding((found.st_dev, found.st_ino), found.st_size, (found.st_mtime_ns, found.st_ctime_ns))


def write_all(disk: Disk, handle: int, data: bytes) -> None:
    """Write every byte, however few the disk takes at a time."""
    rest = data
    while rest:
        taken = disk.write(handle, rest)
        if taken <= 0:
            raise OSError(errno.EIO, "the disk took nothing")
        rest = rest[taken:]


def is_full(problem: OSError) -> bool:
    """Tell a disk without room from a disk that fails."""
    return problem.errno in NO_ROOM
