"""A day without a single phone, keyed at the desk; its scores are those of the same answers given by phone."""

from __future__ import annotations

import asyncio
import csv
import random

import pytest

from panel_tui.desk.listener import desk_listener
from panel_tui.exports import export_all
from panel_tui.room.open_room import live_room
from sessions import commands as c
from sessions.events import Card
from sessions.model.answers import Answer, Kind, score
from sessions.model.phases import Phase
from tests.desk.conftest import at_the_desk
from tests.sessions.worlds import session

KEYS = {Kind.CANT_SAY: "c", Kind.NOT_APPLICABLE: "x"}


def drawn(seats, applications, criteria, seed=7):
    """Draw every seat's answers: (seat, ref) → criterion → answer; a blank is not among them."""
    chance = random.Random(seed)
    kinds = [Answer(Kind.CANT_SAY), Answer(Kind.NOT_APPLICABLE), None, *(score(n) for n in range(1, 6))]
    answers = {}
    for ref in applications:
        for seat in range(1, seats + 1):
            picked = {key: chance.choice(kinds) for key in criteria}
            first = criteria[0]
            picked[first] = picked[first] or score(3)  # a slip with nothing on it is no slip
            answers[seat, ref] = {key: answer for key, answer in picked.items() if answer is not None}
    return answers


def pressed(answers, criteria):
    """Give the keys of one reading of a slip."""
    keys = []
    for key in criteria:
        answer = answers.get(key)
        keys.append("b" if answer is None else KEYS.get(answer.kind) or str(answer.value))
    return keys


async def on_to(room, phase):
    while room.state.plan.phase is not phase:
        await room.press(position=room.position(), sure=True)


async def by_desk(folder, plan, answers):
    """Put everybody on paper and key every slip in, twice, by the desk's keys alone."""
    refs, criteria = [a.ref for a in plan.applications], [one.key for one in plan.criteria]
    async with (
        live_room(folder, session=plan) as room,
        desk_listener(room, folder) as note,
        at_the_desk(room, note) as it,
    ):
        for seat in room.state.seats:
            await it.press("p", *str(seat), "enter", "down", "enter")
            await it.until(lambda seat=seat: room.state.seats[seat].paper)
            await it.heard(lambda seat=seat: it.app.api.view.seats[seat - 1].paper)
        for ref in refs:
            await on_to(room, Phase.SCORE)
            assert room.state.application == ref
            await it.heard()
            for seat in room.state.seats:
                await it.press("p")
                # the list begins on the first slip that is still to come
                await it.press("enter", *pressed(answers[seat, ref], criteria) * 2)
                await it.until(lambda seat=seat, ref=ref: seat in room.state.scoring[ref].handed_in)
                await it.heard(lambda seat=seat: it.app.api.view.choices.seats[seat - 1].done)
            await room.press(position=room.position(), sure=True)
            assert room.state.plan.phase is Phase.CLOSED
            await room.press(position=room.position(), sure=True)
    return folder


async def by_phone(folder, plan, answers):
    """Give the same answers as phones do."""
    refs = [a.ref for a in plan.applications]
    async with live_room(folder, session=plan) as room:
        for seat in sorted(room.state.seats):
            await room.do(c.TakeFreeSeat(f"token{seat}", Card(0, f"code{seat}", f"key{seat}")))
        for ref in refs:
            await on_to(room, Phase.SCORE)
            for seat in room.state.seats:
                for n, (key, answer) in enumerate(answers[seat, ref].items()):
                    await room.do(c.GiveAnswer(seat, ref, key, answer, f"{seat}{ref}{key}", n))
                await room.do(c.HandIn(seat, ref))
            await room.press(position=room.position(), sure=True)
            await room.press(position=room.position(), sure=True)
    return folder


def scores(folder, to):
    export_all(folder, to, ["csv"], seats=True, public=False, draw=random.Random(1))
    with (to / "scores.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("seats", "applications", "criteria"),
    [(3, 1, 4), pytest.param(12, 5, 4, marks=pytest.mark.slow)],
)
async def test_a_day_on_paper_keyed_at_the_desk_exports_what_phones_would(
    tmp_path, seats, applications, criteria
):
    plan = session(seats=seats, applications=applications, criteria=criteria)
    answers = drawn(seats, [a.ref for a in plan.applications], [one.key for one in plan.criteria])
    for name in ("paper", "phones"):
        (tmp_path / name).mkdir()
    paper = await by_desk(tmp_path / "paper", plan, answers)
    phones = await by_phone(tmp_path / "phones", plan, answers)
    keyed, given = await asyncio.gather(
        asyncio.to_thread(scores, paper, tmp_path / "out-paper"),
        asyncio.to_thread(scores, phones, tmp_path / "out-phones"),
    )
    assert len(keyed) == seats * applications * criteria
    assert {row["source"] for row in keyed if row["answer"] != "none"} == {"paper"}
    assert {row["source"] for row in given if row["answer"] != "none"} == {"phone"}
    assert [{**row, "source": ""} for row in keyed] == [{**row, "source": ""} for row in given]


async def test_readings_that_differ_are_asked_for_again_and_no_digit_is_to_be_seen(tmp_path):
    plan = session(seats=3, applications=1, criteria=2)
    (tmp_path / "day").mkdir()
    async with (
        live_room(tmp_path / "day", session=plan) as room,
        desk_listener(room, tmp_path / "day") as note,
    ):
        await room.do(c.TakePaperSeat(2))
        await on_to(room, Phase.SCORE)
        async with at_the_desk(room, note) as it:
            await it.press("p", "2", "enter")
            before = it.text
            await it.press("4", "2")
            assert set(it.text.replace("•", "")) <= set(before)
            await it.press("4", "3")
            assert "differ at question 2" in it.words
            await it.press("2", "2")
            await it.until(lambda: 2 in room.state.scoring["A01"].handed_in)
            given = {key: cell.answer.value for key, cell in room.state.scoring["A01"].cells[2].items()}
            assert given == {"c1": 4, "c2": 2}
            await it.until(lambda: "The slip of seat 2 is in." in it.text)
