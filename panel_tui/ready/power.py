"""Mains or battery, and keeping the laptop awake: asked of each system in its own way."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

_SUPPLIES = Path("/sys/class/power_supply")
_PATIENCE = 3  # seconds for a Mac's own tool to answer
_UNKNOWN_PERCENT = 255  # what Windows says where it does not know
_CHARGED_BY = ("Charging", "Full", "Not charging")


class Power(Struct, frozen=True):
    """Where the power comes from; None where the laptop does not say."""

    mains: bool | None = None
    percent: int | None = None


def power(system: str = sys.platform) -> Power:
    """Ask this laptop for its power."""
    if system == "darwin":
        return _mac()
    if system == "win32":
        return _windows()
    return from_supplies(_SUPPLIES)


def from_supplies(supplies: Path) -> Power:
    """Read Linux's list of supplies. A mouse's battery is none of the laptop's."""
    mains: list[bool] = []
    batteries: list[tuple[int | None, str]] = []
    for supply in sorted(supplies.glob("*")):
        kind = _read(supply / "type")
        if kind == "Battery" and _read(supply / "scope") != "Device":
            full = _read(supply / "capacity")
            batteries.append((int(full) if full.isdecimal() else None, _read(supply / "status")))
        elif kind in ("Mains", "USB") and (online := _read(supply / "online")):
            mains.append(online != "0")
    percents = [percent for percent, _ in batteries if percent is not None]
    percent = min(percents) if percents else None
    if True in mains:
        return Power(mains=True, percent=percent)
    states = [state for _, state in batteries if state]
    if "Discharging" in states:
        return Power(mains=False, percent=percent)
    if states and all(state in _CHARGED_BY for state in states):
        return Power(mains=True, percent=percent)
    return Power(mains=False if mains and batteries else None, percent=percent)


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _mac() -> Power:
    try:
        told = subprocess.run(
            ["pmset", "-g", "batt"],  # noqa: S607 - where the system has it
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=False,
        ).stdout
    except (OSError, subprocess.TimeoutExpired):
        return Power()
    return from_pmset(told)


def from_pmset(told: str) -> Power:
    """Read what `pmset -g batt` prints."""
    source = re.search(r"drawing from '(AC|Battery|UPS) Power'", told)
    percent = re.search(r"(\d{1,3})%", told)
    return Power(source[1] == "AC" if source else None, int(percent[1]) if percent else None)


def _windows() -> Power:
    import ctypes

    status = (ctypes.c_ubyte * 12)()
    library = getattr(ctypes, "windll", None)
    if library is None or not library.kernel32.GetSystemPowerStatus(ctypes.byref(status)):
        return Power()
    return from_windows(bytes(status))


def from_windows(status: bytes) -> Power:
    """Read Windows' SYSTEM_POWER_STATUS: its first byte is the mains, its third the percentage."""
    mains = {0: False, 1: True}.get(status[0])
    return Power(mains, status[2] if status[2] != _UNKNOWN_PERCENT else None)


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
        """Whether something keeps it awake."""
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
    """Return the commands that keep a laptop awake until `pid` ends.

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
            if sys.platform != "win32" and child.returncode is None:
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
