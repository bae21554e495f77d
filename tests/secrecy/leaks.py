"""Seven small mistakes, each of which gives ballots away. The suite must notice every one of them on every run."""

from __future__ import annotations

import hashlib
import logging

from msgspec.structs import replace

from panel_tui.room.ballots import Ballots
from panel_tui.room.ballots.shares import Half, mixed, pad_value
from sessions.secret.ballot_box import BallotBox


class PadUsedAgain(Ballots):
    """A re-vote takes the pad of the vote before it."""

    def _split(self, seat, choice):
        fresh = super()._split(seat, choice)
        pads = self.__dict__.setdefault("pads", {})
        first = pads.setdefault((self._sheet, seat), fresh.pad)
        fresh.half, fresh.pad = mixed(mixed(fresh.half, fresh.pad), first), first
        return fresh


class CheckOutsideThePad(Ballots):
    """The check value stands beside the half, where anybody can try every choice against it."""

    def _split(self, seat, choice):
        fresh = super()._split(seat, choice)
        fresh.half = fresh.half[:16] + hashlib.sha256(repr(choice).encode()).digest()[:16]
        return fresh


class LiveTally(Ballots):
    """The file holds the count so far."""

    def _encoded(self, slots, batch):
        so_far = [cast.choice for cast in batch.values()] + list(self._box._choices.values())
        return super()._encoded(slots, batch) + bytes(
            so_far.count(choice) for choice in (None, 0, 1, 2, 3, 4)
        )


class UnpaddedLength(Ballots):
    """What a seat chose sets how long its half is."""

    def _split(self, seat, choice):
        fresh = super()._split(seat, choice)
        fresh.half = fresh.half[: 20 + len("can't say" if choice is None else str(choice))]
        return fresh


class LogLineOnARareChoice(Ballots):
    """A line goes to the log when somebody cannot say."""

    def _kept(self, seat, cast, *, still_open):
        if cast.choice is None:
            logging.getLogger("panel_tui.room.ballots").info("a ballot names no option")
        super()._kept(seat, cast, still_open=still_open)


class UnchangedVoteSkipped(Ballots):
    """The same choice again is not written again."""

    async def cast(self, seat, choice, *, keep=True):
        given = self.__dict__.setdefault("given", {})
        if given.get((self._sheet, seat)) == (choice,):
            return Half(self._names[seat], pad_value(self._clock.pad()))
        given[(self._sheet, seat)] = (choice,)
        return await super().cast(seat, choice, keep=keep)


class RowsInMemoryOrder(BallotBox):
    """The closing record has a row a ballot, in the order they stand in memory."""

    def tally(self, options, voters):
        return replace(super().tally(options, voters), reasons=tuple(map(str, self._choices.values())))


LEAKS = (
    PadUsedAgain,
    CheckOutsideThePad,
    LiveTally,
    UnpaddedLength,
    LogLineOnARareChoice,
    UnchangedVoteSkipped,
    RowsInMemoryOrder,
)
