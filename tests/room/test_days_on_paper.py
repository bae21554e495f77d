"""Whole days with nobody, one, two, five or everybody on paper: keyed from a file, balloted, exported, verified."""

from __future__ import annotations

import asyncio
import csv
import random

import pytest

from panel_tui.exports import export_all
from panel_tui.facilitator.facilitator_api import RoomApi
from panel_tui.offline.verify import verify_folder
from panel_tui.room.open_room import live_room
from sessions import commands as c
from sessions.decide.rounds import on_paper
from sessions.events import Card
from sessions.model.answers import PaperWay, score
from sessions.model.decisions import Outcome
from sessions.model.phases import Phase
from sessions.model.refusals import No, Refused
from tests.sessions.worlds import session

SEATS = 7
YES = 4  # the place of the highest of five options


def value(seat: int, ref: str, at: int) -> int:
    return 1 + (seat * 3 + int(ref[1:]) + at) % 5


class PaperDay:
    """A day with some of us on paper, led from the doors to the end."""

    def __init__(self, room, plan, paper, way):
        self.room, self.plan, self.paper, self.way = room, plan, set(paper), way
        self.api = RoomApi(room)
        self.file = room.record.path.parent.parent / "scores.csv"
        self.asked_how = 0

    async def sit_down(self):
        for seat in sorted(self.room.state.seats):
            if seat not in self.paper:
                await self.room.do(c.TakeFreeSeat(f"token{seat}", Card(0, f"code{seat}", f"key{seat}")))
            else:
                await self.room.do(c.TakePaperSeat(seat))
        rows = [
            f"{seat},{one.ref},{criterion.key},{value(seat, one.ref, at)}"
            for one in self.plan.applications
            for seat in sorted(self.paper)
            for at, criterion in enumerate(self.plan.criteria)
        ]
        self.file.write_text("\n".join(("seat,application,criterion,value", *rows)))

    async def to_the_end(self):
        for _ in range(400):
            phase = self.room.state.plan.phase
            if phase is Phase.THANKS:
                return
            if phase is Phase.SCORE:
                await self.score()
            elif phase is Phase.BALLOT:
                await self.vote()
            await self.go_on()
        raise AssertionError(self.room.state.plan.phase)

    async def go_on(self):
        try:
            await self.api.press(position=self.room.position(), sure=True)
        except Refused as refused:
            if refused.code is not No.FEW_ON_PAPER:
                raise
            self.asked_how += 1
            await self.api.do(c.ChoosePaperWay(self.way))
            await self.api.press(position=self.room.position(), sure=True)

    async def score(self):
        ref = self.room.state.application
        if self.paper:
            found = await self.api.read_pile(str(self.file))
            assert found.faults == ()
            assert set(found.seats) == self.paper
            await self.api.key_pile(str(self.file), "", found.seen)
        for seat in set(self.room.state.seats) - self.paper:
            for at, one in enumerate(self.plan.criteria):
                answer = score(value(seat, ref, at))
                await self.room.do(c.GiveAnswer(seat, ref, one.key, answer, f"{seat}{ref}{at}", 1))
        assert self.room.state.scoring[ref].handed_in == set(self.room.state.seats)

    async def vote(self):
        ref, number = self.room.state.application, self.room.state.open_round.number
        by_slip = set(on_paper(self.room.state, ()))
        for seat in set(self.room.state.seats) - by_slip - self.paper:
            await self.room.cast(seat, ref, number, str(YES + 1), keep=True)
        if not by_slip:
            return
        await self.api.close_ballot_on_phones()
        tally = c.Tally((0, 0, 0, 0, len(by_slip)), 0)
        await self.api.key_paper(tally, tally)


async def whole_day(tmp_path, paper, way, *, applications=2, criteria=3):
    plan = session(seats=SEATS, applications=applications, criteria=criteria)
    folder = tmp_path / "day"
    folder.mkdir()
    async with live_room(folder, session=plan) as room:
        day = PaperDay(room, plan, paper, way)
        await day.sit_down()
        await day.to_the_end()
        state = room.state
    export_all(folder, tmp_path / "out", ["csv"], seats=True, public=False, draw=random.Random(1))
    with (tmp_path / "out" / "scores.csv").open(encoding="utf-8-sig", newline="") as file:
        return day, state, list(csv.DictReader(file)), await asyncio.to_thread(verify_folder, folder)


DAYS = [
    ((), PaperWay.TWO_SEE),
    ((7,), PaperWay.EVERYONE),
    ((6, 7), PaperWay.TWO_SEE),
    ((6, 7), PaperWay.EVERYONE),
    ((3, 4, 5, 6, 7), PaperWay.TWO_SEE),
    (tuple(range(1, SEATS + 1)), PaperWay.TWO_SEE),
]


def seen_to_be_whole(day, state, rows, verified, *, paper, applications, criteria):
    few = 0 < len(paper) < 5
    assert verified.whole
    assert len(rows) == SEATS * applications * criteria
    assert {int(row["member"]) for row in rows if row["source"] == "paper"} == set(paper)
    for row in rows:
        at = int(row["criterion"][1:]) - 1
        assert row["value"] == str(value(int(row["member"]), row["application"], at))
    assert day.asked_how == (applications if few else 0)
    for one in day.plan.applications:
        [only] = state.rounds[one.ref]
        assert (only.cast, only.outcome) == (SEATS, Outcome.YES)


@pytest.mark.parametrize(("paper", "way"), DAYS)
async def test_a_whole_day_is_the_same_whoever_is_on_paper(tmp_path, paper, way):
    day, state, rows, verified = await whole_day(tmp_path, paper, way)
    seen_to_be_whole(day, state, rows, verified, paper=paper, applications=2, criteria=3)


@pytest.mark.slow
@pytest.mark.parametrize(("paper", "way"), DAYS)
async def test_a_long_day_is_the_same_whoever_is_on_paper(tmp_path, paper, way):
    day, state, rows, verified = await whole_day(tmp_path, paper, way, applications=19, criteria=6)
    seen_to_be_whole(day, state, rows, verified, paper=paper, applications=19, criteria=6)
