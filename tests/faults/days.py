"""Days with planned misfortunes: what every record must come through, and every seeded bug must fail at."""

from collections.abc import Callable, Iterator

import pytest

from panel_tui.record import Record, RecordDamaged, RecordError, RecordFull, RecordLocked, RecordLost
from tests.faults.disk import CRASHES, Fault
from tests.faults.platter import Loss
from tests.faults.world import PATH, World

LOSSES: tuple[Loss | None, ...] = (None, *Loss)
"""None is a kill: the system goes on, and keeps what it had not yet written."""


def day(world: World, loss: Loss | None) -> None:
    """Append alone and together, be killed, lose power, close and come back; go on after whatever goes wrong."""
    steps: list[Callable[[], object]] = [
        lambda: world.append(1),
        lambda: world.append(2),
        lambda: world.append(1, 3, 1),
        world.append_poison,
        lambda: world.append(1),
        world.kill,
        lambda: world.append(2, 1),
        lambda: world.cut_power(loss or Loss.TORN),
        lambda: world.append(1),
        world.leave,
        lambda: world.append(1),
        lambda: world.append(2),
    ]
    for step in steps:
        if world.record is None:
            world.start()
        world.recover(loss)
        step()
        world.recover(loss)
    world.cut_power(loss or Loss.NOTHING_KEPT)
    world.start()


def calls_of_a_day() -> list[str]:
    """Name every call that a day without misfortune makes, in order."""
    world = World()
    try:
        day(world, None)
        return world.disk.log
    finally:
        world.close()


def run(record_class: type[Record], faults: dict[int, Fault], loss: Loss | None, *, seed: int) -> None:
    world = World(record_class, seed=seed)
    world.disk.plan(faults)
    try:
        day(world, loss)
    except BaseException as problem:
        problem.add_note(f"faults {faults}, then {loss or 'a kill'}, seed {seed}")
        raise
    finally:
        world.close()


def crash_everywhere(record_class: type[Record]) -> Iterator[None]:
    """Stop the machine before, in and after every call, and lose what was not synced in every way."""
    for call in range(1, len(calls_of_a_day()) + 1):
        for fault in CRASHES:
            for loss in LOSSES:
                yield run(record_class, {call: fault}, loss, seed=call)


def fail_every_sync(record_class: type[Record]) -> Iterator[None]:
    """Fail each sync with the pages dropped; then go on, or stop the machine at the very next call."""
    syncs = [call for call, name in enumerate(calls_of_a_day(), 1) if name.startswith("sync")]
    for call in syncs:
        for fault in (Fault.FAILS, Fault.FAILS_LEAVING_A_HOLE):
            for loss in LOSSES:
                yield run(record_class, {call: fault}, loss, seed=call)
                yield run(record_class, {call: fault, call + 1: Fault.CRASH_BEFORE}, loss, seed=call)


def fail_every_write(record_class: type[Record]) -> Iterator[None]:
    """Let each write fail, come up short, or find no room, whole or halfway."""
    for call in range(1, len(calls_of_a_day()) + 1):
        for fault in (Fault.FULL, Fault.FULL_HALFWAY, Fault.SHORT, Fault.FAILS):
            for loss in LOSSES:
                yield run(record_class, {call: fault}, loss, seed=call)


def fill_up(record_class: type[Record]) -> Iterator[None]:
    """Run out of room byte by byte: refuse, lose nothing, and go on without a restart when there is room again."""
    for spare in range(0, 400, 23):
        world = World(record_class, seed=spare)
        try:
            world.start()
            world.append(2)
            world.disk.room = world.disk.used() + spare
            refusals = [world.append(1, 2) for _ in range(30)]
            assert any(isinstance(refusal, RecordFull) for refusal in refusals), (
                "the full disk went unnoticed"
            )
            world.disk.room = world.disk.used()
            assert isinstance(world.append(1), RecordFull)
            world.disk.room = None
            assert world.append(1) is None, "there is room again, and it is not used"
            world.cut_power(Loss.NOTHING_KEPT)
            world.start()
            yield
        finally:
            world.close()


def damage_the_middle(record_class: type[Record]) -> Iterator[None]:
    """Change a byte well before the end: never open such a record, never cut it."""
    for place in range(0, 600, 7):
        world = World(record_class)
        try:
            world.start()
            for _ in range(9):
                world.append(1)
            world.leave()
            world.disk.damage(PATH, place)
            before = world.disk.read(PATH)
            with pytest.raises(RecordDamaged):
                record_class.open(PATH, disk=world.disk, program="test")
            assert world.disk.read(PATH) == before
            yield
        finally:
            world.close()


def open_twice(record_class: type[Record]) -> Iterator[None]:
    """Refuse a second copy of the program, and let it in when the first has left or died."""
    world = World(record_class)
    try:
        world.start()
        with pytest.raises(RecordLocked):
            record_class.open(PATH, disk=world.disk, program="test")
        world.leave()
        world.start()
        world.kill()
        world.start()
        yield
    finally:
        world.close()


def die_twice(record_class: type[Record]) -> Iterator[None]:
    """Be killed at any call, come back, and lose power before anything else is written."""
    for call in range(1, len(calls_of_a_day()) + 1):
        for fault in CRASHES:
            world = World(record_class, seed=call)
            world.disk.plan({call: fault})
            try:
                world.start()
                for _ in range(3):
                    if not world.disk.dead:
                        world.append(2)
                world.kill()
                world.start()
                world.cut_power(Loss.NOTHING_KEPT)
                world.start()
                yield
            finally:
                world.close()


def queue_behind_a_failure(record_class: type[Record]) -> Iterator[None]:
    """Refuse those who queued while a write was failing: they were decided on a state that is no longer true."""
    for fault in (Fault.FULL, Fault.FULL_HALFWAY, Fault.FAILS):
        world = World(record_class)
        try:
            world.start()
            world.append(1)
            world.disk.plan({1: fault})
            first, second = world.append_while_writing()
            assert isinstance(first, RecordError), "the failure went unnoticed"
            assert isinstance(second, RecordError), "an answer was taken in on top of one that was refused"
            world.check()
            yield
        finally:
            world.close()


def swap(world: World) -> None:
    """Put a copy of the record in its place, as a sync client or an editor does: now two files hold the same."""
    world.disk.replace(PATH)


def remove(world: World) -> None:
    world.disk.take_away(PATH)


def cut_in_place(world: World) -> None:
    whole = world.disk.read(PATH)
    world.disk.replace(PATH, whole[: len(whole) // 2])


def others(record_class: type[Record]) -> Iterator[None]:
    """Let somebody else touch the file between two answers, or while one is written: none is promised for nothing."""
    for meddle in (swap, remove, cut_in_place):
        for meanwhile in (False, True):
            world = World(record_class)
            try:
                world.start()
                world.append(2)
                kept = world.disk.read(PATH)
                if meanwhile:
                    world.disk.once("sync", lambda meddle=meddle, world=world: meddle(world))
                else:
                    meddle(world)
                assert isinstance(world.attempt(), RecordLost), "it was promised, and nobody can find it"
                assert world.record is not None
                assert not world.record.takes
                if meddle is not swap:
                    world.tend()
                    assert not world.record.takes, "it went on over a record that lacks what was promised"
                    world.disk.put_back(PATH, kept)
                world.tend()
                assert world.record.takes, "all is there again, and it takes nothing in"
                assert world.append(1) is None
                yield
            finally:
                world.close()


def come_back_by_itself(record_class: type[Record]) -> Iterator[None]:
    """After a failed write or sync, go on without a restart as soon as the disk does; and have a reserve again."""
    for name in ("write", "sync"):
        world = World(record_class)
        try:
            world.start()
            world.append(2)
            world.disk.once(name, lambda disk=world.disk: disk.plan({1: Fault.FAILS}))
            assert isinstance(world.attempt(), RecordError), "the failure went unnoticed"
            world.tend()
            assert world.record is not None
            assert world.record.takes, f"deaf after a {name} that failed"
            assert world.record.reserve
            assert world.record.trouble is None
            assert world.append(1) is None
            yield
        finally:
            world.close()


MISFORTUNES = (
    others,
    come_back_by_itself,
    open_twice,
    queue_behind_a_failure,
    die_twice,
    damage_the_middle,
    fill_up,
    fail_every_write,
    fail_every_sync,
    crash_everywhere,
)
