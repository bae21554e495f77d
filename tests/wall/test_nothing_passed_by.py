"""PageDown alone: every question, list and page has been up before the day goes on from it."""

from contextlib import asynccontextmanager
from decimal import Decimal

import pytest
from msgspec.structs import replace

from panel_tui.desk.listener import Desks
from panel_tui.facilitator.wall_app import WallApp
from panel_tui.record import Record
from panel_tui.room.room import Room
from sessions import commands as c
from sessions.events import Card
from sessions.model.answers import score
from sessions.model.phases import Phase
from sessions.model.refusals import No, Refused
from sessions.model.session import Strand
from sessions.plan.default_agenda import default_agenda
from tests.sessions.worlds import session
from tests.wall.conftest import Driven
from tests.wall.rooms import Unhurried

STRANDS = ("small", "middling", "large")
MOST = 40  # presses in one place


def six_by_three(many):
    """Six questions, three strands and what is left over for the whole."""
    plain = session(seats=6, applications=many, criteria=6)
    asked = tuple(
        replace(one, strand=(*STRANDS, "")[at % 4], asked=Decimal(100))
        for at, one in enumerate(plain.applications)
    )
    strands = tuple(Strand(key, f"Strand {key}", Decimal(100), 1) for key in STRANDS)
    return replace(plain, applications=asked, steps=default_agenda(asked), strands=strands)


@asynccontextmanager
async def wall_of(tmp_path, many, size=(80, 24)):
    record = Record.open(tmp_path / "record.jsonl", program="tests")
    room = Room(record, Unhurried())
    await room.do(c.OpenDoors(six_by_three(many)))
    for seat in range(1, 7):
        await room.do(c.TakeFreeSeat(f"token{seat}", Card(0, f"code{seat}", f"key{seat}")))
    app = WallApp(room)
    try:
        async with app.run_test(size=size, notifications=True) as pilot:
            it = Driven(app, pilot)
            await it.settle()
            yield it
    finally:
        await record.close()


async def everyone_scores(room):
    ref = room.state.application
    for seat in range(1, 7):
        for criterion in room.state.model.criteria:
            await room.do(
                c.GiveAnswer(seat, ref, criterion.key, score(1 + seat % 5), f"{seat}{criterion.key}", 0)
            )
        await room.do(c.HandIn(seat, ref))


async def walked(it, until):
    """Press PageDown until the room is there; give all that stood on the wall, by phase."""
    room, seen = it.room, {}
    for _ in range(400):
        phase = room.state.plan.phase
        seen[phase] = seen.get(phase, "") + it.text
        if phase is until:
            return seen
        if phase is Phase.SCORE:
            await everyone_scores(room)
            await it.settle()
        await it.press("pagedown")
    raise AssertionError(f"never came to {until}:\n{it.text}")


async def to_the_list(room):
    while room.state.plan.phase is not Phase.BUDGET:
        if room.state.plan.phase is Phase.SCORE:
            await everyone_scores(room)
        await room.press(position=room.position(), sure=True)


@pytest.mark.parametrize("size", [(60, 20), (80, 24)], ids=str)
async def test_every_question_of_a_reveal_is_up_before_the_talk(tmp_path, size):
    async with wall_of(tmp_path, 4, size) as it:
        seen = await walked(it, Phase.TALK)
        for number in range(1, 7):
            assert f"Question {number}?" in seen[Phase.REVEAL]


async def test_the_talk_does_not_turn_again_through_what_the_reveal_has_shown(tmp_path):
    async with wall_of(tmp_path, 4) as it:
        await walked(it, Phase.TALK)
        await it.press("pagedown")
        assert it.room.state.plan.phase is not Phase.TALK


LONG = [pytest.param(many, size, marks=pytest.mark.slow) for many, size in ((24, (60, 20)), (40, (80, 24)))]


@pytest.mark.parametrize(("many", "size"), [(4, (80, 24)), *LONG], ids=str)
async def test_every_list_and_row_is_up_before_the_list_is_confirmed(tmp_path, many, size):
    async with wall_of(tmp_path, many, size) as it:
        await to_the_list(it.room)
        await it.settle()
        seen = ""
        for _ in range(MOST):
            seen += it.text
            if it.said:
                break
            await it.press("pagedown")
        assert "confirm" in it.said
        assert not it.room.state.confirmed
        for strand in STRANDS:
            assert f"Strand {strand}" in seen
        for one in it.room.state.model.applications:
            assert f"{one.title} " in seen


async def test_c_too_shows_the_other_lists_before_it_confirms(tmp_path):
    async with wall_of(tmp_path, 4) as it:
        await to_the_list(it.room)
        await it.settle()
        await it.press("c", "c", "c")
        assert it.said == ""
        await it.press("c")
        assert "confirm" in it.said


async def test_every_page_of_what_we_decided_is_up_before_the_day_ends(tmp_path):
    async with wall_of(tmp_path, 16, (60, 20)) as it:
        await to_the_list(it.room)
        while it.room.state.plan.phase is not Phase.CLOSING:
            await it.room.press(position=it.room.position(), sure=True)
        await it.settle()
        seen = await walked(it, Phase.THANKS)
        for one in it.room.state.model.applications:
            assert f"{one.title} " in seen[Phase.CLOSING]


async def test_from_the_desk_the_wall_first_shows_what_it_has_not_shown(tmp_path):
    async with wall_of(tmp_path, 4) as it:
        await walked(it, Phase.REVEAL)
        hand = Desks(it.room).api
        refused = []
        while it.room.state.plan.phase is Phase.REVEAL:
            try:
                await hand.press(position=it.room.position(), sure=False)
            except Refused as why:
                refused.append(why.code)
            await it.settle()
        assert set(refused) == {No.MORE_TO_SEE}
        assert len(refused) > 1


async def test_without_a_wall_the_desk_goes_on_at_once(tmp_path):
    async with wall_of(tmp_path, 4) as it:
        await walked(it, Phase.REVEAL)
    assert not it.room.turn_on(it.room.position())
