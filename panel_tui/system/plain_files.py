"""Open files to be read that anybody may have put there: a pipe would be waited for, and a device never ends."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

# Each is some systems' own. O_NONBLOCK is for pipes: a plain file does not know it.
_READING = (
    os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)  # not on Windows: there a look before opening is all there is


class NotPlainError(OSError):
    """This is a folder, a pipe or a device."""

    def __init__(self, path: Path) -> None:
        """Say which."""
        super().__init__(errno.EINVAL, os.strerror(errno.EINVAL), str(path))


def opened(path: Path, *, links: bool = True) -> BinaryIO:
    """Open a plain file to be read, through links where they may be followed. Raises OSError, also NotPlainError."""
    handle = os.open(path, _READING | (0 if links else _NO_LINK))
    if not stat.S_ISREG(os.fstat(handle).st_mode):  # asked first: a folder cannot even be wrapped as a file
        os.close(handle)
        raise NotPlainError(path)
    return os.fdopen(handle, "rb")
