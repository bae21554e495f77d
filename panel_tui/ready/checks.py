"""Look at everything a day needs, a line each: the folder, the disk, the power, the address, one phone."""

from __future__ import annotations

import datetime as dt
import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from panel_tui.folder.plan_in_force import plan_in_force_of
from panel_tui.ready.power import Awake, Power, power
from panel_tui.system.adapters import OwnAddress, likely, ranked
from panel_tui.system.clock import A_MOVE
from panel_tui.system.cloud import synced_by
from panel_tui.system.fresh_files import can_write_in
from panel_tui.system.network import addresses
from sessions.events import Signing
from sessions.views.desk.readiness import Grade, ReadinessCheck
from sessions.views.frame import clock
from sessions.views.plain_names import date_words
from sessions.wording import say, say_many

if TYPE_CHECKING:
    from panel_tui.room.room import Room

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
        unseen: bool = True,
        system: str = sys.platform,
        power: Callable[[], Power] = power,
        addresses: Callable[[], list[str]] = addresses,
        own: Callable[[], list[OwnAddress]] = ranked,
        free: Callable[[Path], int] = lambda folder: shutil.disk_usage(folder).free,
    ) -> None:
        """Take what is known at the start; the rest is looked at each time."""
        self.folder, self.awake, self.system = folder, awake, system
        self.asked, self.any_address = asked, any_address  # what was wished for on the command line
        self.unseen = unseen  # whether the system lets us keep open ballots off its disk
        self.power, self.addresses, self.own, self.free = power, addresses, own, free


def checks(laptop: Laptop, room: Room) -> list[ReadinessCheck]:
    """Look at everything now."""
    return [
        _folder(laptop, room),
        _disk(laptop, room),
        _power(laptop.power()),
        _awake(laptop.awake),
        *_ballots(laptop),
        *_time(room),
        _plan(laptop, room),
        _register(room),
        _address(laptop, room),
        _phone(room),
    ]


def _good(key: str, **facts: object) -> ReadinessCheck:
    return _graded(Grade.GOOD, key, facts)


def _look(key: str, **facts: object) -> ReadinessCheck:
    return _graded(Grade.LOOK, key, facts)


def _unknown(key: str, **facts: object) -> ReadinessCheck:
    return _graded(Grade.UNKNOWN, key, facts)


def _graded(grade: Grade, key: str, facts: Mapping[str, object]) -> ReadinessCheck:
    """Make a line; its name is the middle part of its sentence's key."""
    return ReadinessCheck(key.split(".")[1], grade, say(key, **facts))


def _folder(laptop: Laptop, room: Room) -> ReadinessCheck:
    if not can_write_in(laptop.folder):
        return _look("ready.folder.shut")
    trouble = room.keeping.trouble
    if trouble.name:
        return ReadinessCheck("folder", Grade.LOOK, trouble.said)
    service = synced_by(laptop.folder)
    if service is not None:
        return _look("ready.folder.synced", service=service)
    if room.record.cut is not None:
        return _look("ready.folder.cut", kept=room.record.cut.kept)
    return _good("ready.folder.good")


def _disk(laptop: Laptop, room: Room) -> ReadinessCheck:
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


def _power(power: Power) -> ReadinessCheck:
    if power.mains:
        return _good("ready.power.mains")
    if power.mains is None:
        return _unknown("ready.power.unknown")
    if power.percent is None:
        return _look("ready.power.battery")
    low = power.percent < _LOW
    return _look("ready.power.low" if low else "ready.power.battery-left", percent=power.percent)


def _awake(awake: Awake) -> ReadinessCheck:
    if not awake.holding:
        return _look("ready.awake.not")
    return _good("ready.awake.lid" if awake.lid else "ready.awake.open")


def _address(laptop: Laptop, room: Room) -> ReadinessCheck:
    name, _, port = room.address.rpartition(":")
    several = likely(laptop.addresses(), laptop.own())
    printed = room.state.printed_address
    if name in ("127.0.0.1", "localhost", "::1"):
        return _look("ready.address.only-here")
    if laptop.asked and port != str(laptop.asked):
        return _look("ready.address.other-port", asked=laptop.asked, address=room.address)
    if printed and printed != room.address:
        return _look("ready.address.not-the-cards", address=room.address, printed=printed)
    if len(several) > 1 and laptop.any_address:
        return _look("ready.address.several", address=room.address, n=len(several))
    return ReadinessCheck("address", Grade.GOOD, room.address)


def _ballots(laptop: Laptop) -> list[ReadinessCheck]:
    """Say where the system does not let us keep open ballots off the disk; where it does, there is nothing to do."""
    return [] if laptop.unseen else [_unknown("ready.ballots.swap")]


def _time(room: Room) -> list[ReadinessCheck]:
    """Say where the record has entries of a later time than the laptop's clock; else there is nothing to do."""
    now = room.clock.now()
    last = max((dt.datetime.fromisoformat(entry.doc["at"]) for entry in room.record.entries), default=now)
    if last - now < A_MOVE:
        return []
    return [_look("ready.time.before", now=_moment(now), last=_moment(last.astimezone(now.tzinfo)))]


def _moment(at: dt.datetime) -> str:
    return f"{date_words(at)} {at.year}, {clock(at)}"


def _plan(laptop: Laptop, room: Room) -> ReadinessCheck:
    """Say which plan counts, the folder's or the record's, and whether the two differ."""
    counts = plan_in_force_of(laptop.folder, room.state)
    if not counts.by_record:
        here = counts.session.called_by_seat_alone() if counts.session is not None else None
        same = here is None or here == room.state.agreed
        return _good("ready.plan.folder") if same else _look("ready.plan.changed")
    if counts.reading.session is None:
        return _look("ready.plan.unread")
    written = sum(one.edited for one in counts.differs)
    if written:
        return ReadinessCheck("plan", Grade.LOOK, say_many("ready.plan.differs", written))
    return _good("ready.plan.here" if counts.differs else "ready.plan.same")


def _register(room: Room) -> ReadinessCheck:
    """Say whether conflicts were asked about before the day, and whether the register is signed off."""
    state = room.state
    if any(one.when is Signing.START for one in state.register):
        return _good("ready.register.signed", n=len(state.conflicts))
    members = state.session.members if state.session else ()
    asked = sum(member.asked or bool(member.conflicts) for member in members)
    if members and asked == len(members):
        return _unknown("ready.register.asked")
    return _unknown("ready.register.some" if asked else "ready.register.none", n=asked, of=len(members))


def _phone(room: Room) -> ReadinessCheck:
    if room.visits.elsewhere is not None:
        return _good("ready.phone.good", time=clock(room.visits.elsewhere))
    if room.visits.here is not None:
        return _unknown("ready.phone.here")
    return _unknown("ready.phone.none")
