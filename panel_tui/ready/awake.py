"""Keep the laptop awake while a session runs, by the system's own means; they end with us, however we end."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import signal
import sys
from collections.abc import AsyncIterator, Iterator, Sequence
from typing import Any

_WINDOWS_HOLD = 0x80000000 | 0x00000001 | 0x00000002  # from now on: the system and the screen are needed
_WINDOWS_LET_GO = 0x80000000


class Awake:
    """Whether the laptop is kept awake just now, and by what."""

    def __init__(self) -> None:
        """Begin with nothing that holds it."""
        self.by = ""
        self.lid = False

    @property
    def holding(self) -> bool:
        """Say whether something keeps it awake."""
        return bool(self.by)


@contextlib.asynccontextmanager
async def kept_awake(system: str = sys.platform, *, awake: Awake | None = None) -> AsyncIterator[Awake]:
    """Keep the laptop awake for as long as the block lasts, as well as it lets itself be kept; `awake` tells."""
    awake = awake or Awake()
    if system == "win32":
        with _told_windows(awake):
            yield awake
        return
    begun = [(ways, asyncio.Event()) for ways in means(system, os.getpid())]
    holding = [asyncio.create_task(_hold(awake, ways, started)) for ways, started in begun]
    try:
        for _, started in begun:
            await started.wait()
        yield awake
    finally:
        for task in holding:
            task.cancel()
        await asyncio.gather(*holding, return_exceptions=True)


def means(system: str, pid: int) -> list[list[list[str]]]:
    """Give the commands that keep a laptop awake until `pid` ends.

    Each list is tried in turn until one holds; the lists hold beside each other.
    """
    if system == "darwin":
        return [[["caffeinate", "-d", "-i", "-s", "-w", str(pid)]]]
    until = ["tail", f"--pid={pid}", "-f", "/dev/null"]
    told = ["--who=panel-tui", "--why=A panel is meeting", "--mode=block"]
    with_lid, without = "--what=idle:sleep:handle-lid-switch", "--what=idle:sleep"
    return [
        [
            ["systemd-inhibit", with_lid, *told, *until],
            ["systemd-inhibit", without, *told, *until],
            ["elogind-inhibit", without, *told, *until],
        ],
        # a desktop dims its screen by a rule of its own
        [["gnome-session-inhibit", "--inhibit", "idle:suspend", *until]],
    ]


async def _hold(awake: Awake, ways: Sequence[Sequence[str]], started: asyncio.Event) -> None:
    """Hold by the first of these ways that is there and is let; `started` is set once that is known to run."""
    for command in ways:
        if shutil.which(command[0]) is None:
            continue
        try:
            child = await asyncio.create_subprocess_exec(
                *command,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.DEVNULL,
                stderr=asyncio.subprocess.DEVNULL,
                start_new_session=True,  # an interrupt at the terminal is not meant for it
            )
        except OSError:
            continue
        mine = not awake.by
        if mine:
            awake.by, awake.lid = command[0], any("lid" in word for word in command)
        started.set()
        try:
            await child.wait()
        finally:
            if mine:
                awake.by, awake.lid = "", False
            if child.returncode is None:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(child.pid, signal.SIGTERM)
                await child.wait()
    started.set()


@contextlib.contextmanager
def _told_windows(awake: Awake) -> Iterator[None]:
    """Tell Windows by a call; it forgets what it was told when this thread ends."""
    import ctypes

    library: Any = getattr(ctypes, "windll", None)
    if library is None or not library.kernel32.SetThreadExecutionState(_WINDOWS_HOLD):
        yield
        return
    awake.by = "Windows"
    try:
        yield
    finally:
        library.kernel32.SetThreadExecutionState(_WINDOWS_LET_GO)
        awake.by = ""
