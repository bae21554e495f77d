"""Look at everything a day needs, a line each: the folder, the disk, the power, the address, one phone."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from sessions.views.readiness import Check, Grade
from sessions.wording import say

from ..network import addresses
from ..record.cloud import synced_by
from .awake import Awake
from .power import Power, power

if TYPE_CHECKING:
    from ..room import Room

_MEGA = 1_000_000
_LITTLE = 200 * _MEGA  # a day's record is a few of these; the rest is for exports and for the system
_LOW = 30  # parts in a hundred of a battery


class Laptop:
    """The laptop a session runs on: where the folder is, what keeps it awake, which port was asked for."""

    def __init__(
        self,
        folder: Path,
        awake: Awake,
        *,
        asked: int = 0,
        any_address: bool = True,
        system: str = sys.platform,
        power: Callable[[], Power] = power,
        addresses: Callable[[], list[str]] = addresses,
        free: Callable[[Path], int] = lambda folder: shutil.disk_usage(folder).free,
    ) -> None:
        """Take what is known at the start; the rest is looked at each time."""
        self.folder, self.awake, self.system = folder, awake, system
        self.asked, self.any_address = asked, any_address  # what was wished for on the command line
        self.power, self.addresses, self.free = power, addresses, free


def checks(laptop: Laptop, room: Room) -> list[Check]:
    """Look at everything now."""
    return [
        _folder(laptop, room),
        _disk(laptop, room),
        _power(laptop.power()),
        _awake(laptop.awake),
        _address(laptop, room),
        _phone(room),
    ]


def _good(key: str, **facts: object) -> Check:
    return _graded(Grade.GOOD, key, facts)


def _look(key: str, **facts: object) -> Check:
    return _graded(Grade.LOOK, key, facts)


def _unknown(key: str, **facts: object) -> Check:
    return _graded(Grade.UNKNOWN, key, facts)


def _graded(grade: Grade, key: str, facts: Mapping[str, object]) -> Check:
    """Make a line; its name is the middle part of its sentence's key."""
    return Check(key.split(".")[1], grade, say(key, **facts))


def _folder(laptop: Laptop, room: Room) -> Check:
    try:
        with tempfile.TemporaryFile(dir=laptop.folder):
            pass
    except OSError:
        return _look("ready.folder.shut")
    service = synced_by(laptop.folder)
    if service is not None:
        return _look("ready.folder.synced", service=service)
    if room.record.cut is not None:
        return _look("ready.folder.cut", kept=room.record.cut.kept)
    return _good("ready.folder.good")


def _disk(laptop: Laptop, room: Room) -> Check:
    try:
        free = laptop.free(laptop.folder)
    except OSError:
        return _unknown("ready.disk.unknown")
    if free < _LITTLE or not room.record.reserve:
        return _look("ready.disk.little", free=_size(free))
    return _good("ready.disk.good", free=_size(free))


def _size(size: int) -> str:
    if size >= 1000 * _MEGA:
        return say("ready.gigabytes", n=f"{size / (1000 * _MEGA):.0f}")
    return say("ready.megabytes", n=size // _MEGA)


def _power(power: Power) -> Check:
    if power.mains:
        return _good("ready.power.mains")
    if power.mains is None:
        return _unknown("ready.power.unknown")
    if power.percent is None:
        return _look("ready.power.battery")
    low = power.percent < _LOW
    return _look("ready.power.low" if low else "ready.power.battery-left", percent=power.percent)


def _awake(awake: Awake) -> Check:
    if not awake.holding:
        return _look("ready.awake.not")
    return _good("ready.awake.lid" if awake.lid else "ready.awake.open")


def _address(laptop: Laptop, room: Room) -> Check:
    name, _, port = room.address.rpartition(":")
    others = [address for address in laptop.addresses() if address != name]
    if name in ("127.0.0.1", "localhost", "::1"):
        return _look("ready.address.only-here")
    if laptop.asked and port != str(laptop.asked):
        return _look("ready.address.other-port", asked=laptop.asked, address=room.address)
    if others:
        return _good("ready.address.several", address=room.address, n=len(others) + 1)
    return Check("address", Grade.GOOD, room.address)


def _phone(room: Room) -> Check:
    if room.visits.elsewhere is not None:
        return _good("ready.phone.good", time=f"{room.visits.elsewhere:%H:%M}")
    if room.visits.here is not None:
        return _unknown("ready.phone.here")
    return _unknown("ready.phone.none")
