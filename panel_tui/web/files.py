"""Let the program hold a connection for every phone: macOS starts with 256 open files."""

from __future__ import annotations

import importlib
from typing import Any

_WANTED = 4_096


def raise_file_limit() -> None:
    """Ask for room for 500 phones with two connections each; where that cannot be had, go on with what there is."""
    try:
        resource: Any = importlib.import_module("resource")
    except ImportError:
        return  # Windows has no such limit
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _WANTED if hard == resource.RLIM_INFINITY else min(_WANTED, hard)
    if soft == resource.RLIM_INFINITY or soft >= wanted:
        return
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    except (OSError, ValueError):
        return
