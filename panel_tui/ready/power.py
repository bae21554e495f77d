"""Mains or battery, and how full: asked of each system in its own way. What cannot be known is left open."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

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
