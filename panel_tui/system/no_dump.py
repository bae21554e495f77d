"""No picture of this program's memory on the disk: a core dump in mid-ballot would hold every open ballot."""

from __future__ import annotations

import contextlib
import ctypes
import importlib
import sys
from typing import Any

_PR_SET_DUMPABLE = 4  # see prctl(2)
_NO_BOX = 0x0001 | 0x0002 | 0x8000  # see SetErrorMode: no box that offers to send a picture to somebody


def no_dump() -> bool:
    """Let no crash of this process write its memory down, nor another program of the same user look into it.

    Say whether the system lets us. It holds for as long as the process lives.
    """
    try:
        if sys.platform == "win32":
            ctypes.windll.kernel32.SetErrorMode(_NO_BOX)
            return False  # what the system's own error reports keep is not ours to say
        return _no_core(importlib.import_module("resource")) and (sys.platform != "linux" or _not_dumpable())
    except (OSError, ValueError, AttributeError, ImportError):
        return False


def _no_core(resource: Any) -> bool:
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return bool(resource.getrlimit(resource.RLIMIT_CORE)[0] == 0)


def _not_dumpable() -> bool:
    return bool(ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) == 0)
