"""The ballots of the open round: choices in memory, shares on the disk and on the phones.

A ballot counts, and its caller hears so, when its half is on the disk; what waits at one instant is one write.
The write goes to a thread; everything else happens in the event loop.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping

from msgspec import Struct

from panel_tui.record import RecordError
from panel_tui.room.ballots.box_file import BoxFile, BoxSlots, Slot
from panel_tui.room.ballots.box_kept import Met, giving_up, keep_box
from panel_tui.room.ballots.locked_choices import LockedChoices
from panel_tui.room.ballots.shares import (
    FILL,
    SIZE,
    Half,
    SlotPlace,
    half_name,
    mixed,
    of_session,
    pad_value,
    read_pad,
    slip,
    together,
)
from panel_tui.system.clock import Clock
from sessions.model.refusals import No, Refused
from sessions.secret.ballot_box import BallotBox


class Casting(Struct):
    """A ballot with a pad of its own; `half` is the part that goes to the disk."""

    choice: int | None
    pad: bytes
    half: bytes
    callers: list[asyncio.Future[bytes]]

    def done(self) -> None:
        """Tell the callers that it is safe, with the pad for the phone."""
        for caller in self.callers:
            if not caller.done():
                caller.set_result(self.pad)

    def refuse(self, code: No) -> None:
        """Tell them that it does not count, and why."""
        for caller in self.callers:
            if not caller.done():
                caller.set_exception(Refused(code))

    def failed(self, problem: BaseException) -> None:
        """Tell them of a fault that is no refusal."""
        for caller in self.callers:
            if not caller.done():
                caller.set_exception(problem)


def casting(choice: int | None, place: SlotPlace, fill: bytes, pad: bytes) -> Casting:
    """Split a ballot in two."""
    return Casting(choice, pad, mixed(slip(choice, place, fill), pad), [])


def slot_after(slot: Slot | None, half: bytes, held: bytes | None, chance: bytes) -> Slot:
    """Put a new half into a slot. What stays beside it is the one the phone is known to hold, else the newest."""
    if slot is None:
        return Slot(half, chance)
    return Slot(half, held if held is not None and held in slot.both else slot.newest)


async def _trusting() -> None:
    """Take it that the record stands."""


NO_ROUND = BoxSlots("", "", 0, ())


class Ballots:
    """Keep one round's ballots. `follow` says which round is open; `tidy` ends one for good."""

    _slots: dict[int, Slot]  # as they are on the disk

    def __init__(
        self,
        file: BoxFile,
        clock: Clock,
        record_stands: Callable[[], Awaitable[None]] = _trusting,
        met: Met = giving_up,
    ) -> None:
        """Begin with no round; `record_stands` raises RecordError where a box beside the record is worth nothing.

        `met` is told why the box could not be written, and says whether it is worth another try.
        """
        self._record_stands, self._met = record_stands, met
        self._file = file
        self._clock = clock
        self._disk_in_use = asyncio.Lock()
        self._writing: asyncio.Task[None] | None = None
        self._memory = LockedChoices(())
        self._begin(NO_ROUND, 0)
        self._open = False

    @property
    def locked(self) -> bool:
        """Whether the system keeps the choices in memory alone."""
        return self._memory.locked

    @property
    def box(self) -> BallotBox | None:
        """Return the open round's box; nothing where no round is open."""
        return self._box if self._open else None

    @property
    def held(self) -> bytes | None:
        """Return the open round's box as its file should hold it; nothing where no round is open."""
        return self._sheet.encode(self._slots) if self._open and self._sheet is not NO_ROUND else None

    # which round

    def resume(self, sheet: BoxSlots | None, application: int = 0) -> None:
        """Take up the round a record left open; the record is the authority, and any other round's box goes."""
        if sheet is None:
            self._file.remove()
            return
        self._begin(sheet, application)
        data = self._file.read(lambda data: sheet.decode(data) is not None)
        found = sheet.decode(data) if data is not None else None
        if found is None:
            self._file.remove()
            return
        self._slots = found
        self._box.expect(found.keys())

    def follow(self, sheet: BoxSlots | None, application: int = 0) -> None:
        """Take notice of which round is open. A round that ends is kept until `tidy`, or until it is open again."""
        if sheet is None:
            self._open = False
        elif sheet == self._sheet:
            self._open = True
        else:
            for cast in self._waiting.values():
                cast.refuse(No.BALLOT_CLOSED)
            self._begin(sheet, application)

    def _begin(self, sheet: BoxSlots, application: int) -> None:
        self._open = True
        self._sheet = sheet
        self._memory.wipe()
        self._memory = LockedChoices(sheet.seats)
        self._box = BallotBox(sheet.application, sheet.round, self._memory)
        self._slots = {}
        self._held: dict[int, bytes] = {}  # the half whose pad the phone was last seen to carry
        self._out: set[int] = set()
        self._waiting: dict[int, Casting] = {}
        self._unwritten = False
        self._names = {
            seat: half_name(sheet.session, application, sheet.round, slot)
            for slot, seat in enumerate(sheet.seats, start=1)
        }
        self._seats = {name: seat for seat, name in self._names.items()}

    async def tidy(self) -> None:
        """Once the record has the end of a round: forget its ballots, and remove the box."""
        await self.drain()
        async with self._disk_in_use:
            if not self._open and self._sheet is not NO_ROUND:
                self._begin(NO_ROUND, 0)
                self._open = False
                await asyncio.to_thread(self._file.remove)

    # casting

    async def cast(self, seat: int, choice: int | None, *, keep: bool = True) -> Half | None:
        """Put a ballot in; durable on return. Gives the phone's half, unless the device is to keep none."""
        fresh = self._split(seat, choice)
        caller: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        earlier = self._waiting.pop(seat, None)
        fresh.callers += [*(earlier.callers if earlier else ()), caller]
        self._waiting[seat] = fresh
        self._write_soon()
        pad = await caller
        return Half(self._names[seat], pad_value(pad)) if keep else None

    def _split(self, seat: int, choice: int | None) -> Casting:
        return casting(choice, self._sheet.place(seat), self._clock.chance(FILL), self._clock.pad())

    async def take_out(self, seat: int) -> None:
        """Take out the ballot of a seat that has to step out, on the disk as well."""
        self._out.add(seat)
        self._held.pop(seat, None)
        self._box.take_out(seat)
        if self._slots.pop(seat, None) is not None:
            self._unwritten = True
            self._write_soon()
            await self.drain()

    async def drain(self) -> None:
        """Return when nobody waits for the disk."""
        while self._writing is not None and not self._writing.done():
            await asyncio.wait([self._writing])

    def _write_soon(self) -> None:
        if self._writing is None or self._writing.done():
            self._writing = asyncio.get_running_loop().create_task(self._write_all())

    async def _write_all(self) -> None:
        async with self._disk_in_use:
            while self._waiting or self._unwritten:
                batch, self._waiting, self._unwritten = self._waiting, {}, False
                if self._open:
                    await self._write(batch)
                else:
                    for cast in batch.values():
                        cast.refuse(No.BALLOT_CLOSED)

    async def _write(self, batch: dict[int, Casting]) -> None:
        sheet, slots = self._sheet, self._slots_with(batch)
        try:
            await keep_box(self._file, self._encoded(slots, batch), self._met)
            await self._record_stands()
        except (OSError, RecordError):
            for cast in batch.values():
                cast.refuse(No.NOT_SAVED)
        except BaseException as problem:
            for cast in batch.values():
                cast.failed(problem)
        else:
            same = sheet == self._sheet
            if same:
                self._slots = {seat: slot for seat, slot in slots.items() if seat not in self._out}
            for seat, cast in batch.items():
                self._kept(seat, cast, still_open=same and self._open)

    def _encoded(self, slots: Mapping[int, Slot], _batch: Mapping[int, Casting]) -> bytes:
        return self._sheet.encode(slots)

    def _slots_with(self, batch: Mapping[int, Casting]) -> dict[int, Slot]:
        slots = {}
        for seat in self._sheet.seats:
            slot, held = self._slots.get(seat), self._held.get(seat)
            if seat in batch and seat not in self._out:
                slots[seat] = slot_after(slot, batch[seat].half, held, self._clock.chance(SIZE))
            elif slot is not None and held == slot.newest:
                # the phone has shown that it holds the newest: the older half has served
                slots[seat] = Slot(slot.newest, self._clock.chance(SIZE))
            elif slot is not None:
                slots[seat] = slot
        return slots

    def _kept(self, seat: int, cast: Casting, *, still_open: bool) -> None:
        later = self._waiting.get(seat)
        if not still_open:
            cast.refuse(No.BALLOT_CLOSED)
        elif seat in self._out:
            cast.refuse(No.STEPPED_OUT)
        elif later is not None:
            # the same phone has sent another: both hear of the one that stays, so that it holds that pad
            later.callers[:0] = cast.callers
        else:
            self._box.put(seat, cast.choice)
            cast.done()

    # what phones carry

    def bring(self, cookies: Mapping[str, str], holder: int | None, session: str) -> tuple[str, ...]:
        """Take the halves a request carries; give the names of those whose round is over.

        `holder` is the seat the request's own cookie holds: a ballot brought by anyone else stays as it is.
        """
        over = []
        for name, value in cookies.items():
            if not name.startswith(of_session(session)):
                continue
            seat = self._seats.get(name) if self._open else None
            if seat is None:
                over.append(name)
            elif pad := read_pad(value):
                self._put_together(seat, pad, mine=seat == holder)
        return tuple(over)

    def _put_together(self, seat: int, pad: bytes, *, mine: bool) -> None:
        slot = self._slots.get(seat)
        for half in slot.both if slot else ():
            ballot = together(half, pad, self._sheet.place(seat))
            if ballot is None:
                continue
            self._held[seat] = half
            if seat in self._box.awaited:
                self._box.put(seat, ballot.choice)
                if not mine:
                    self._box.settle(seat)
