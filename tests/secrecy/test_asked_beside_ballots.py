"""What the room is asked by the way may be what a ballot asks: two counts of it obey the one rule, both ways."""

from __future__ import annotations

import pytest

from panel_tui.record.history import history
from panel_tui.room.ballot_box import BY_THE_WAY
from panel_tui.room.room import Room
from sessions import commands as c
from sessions.audit import audit
from sessions.model.phases import Phase
from tests.desk.conftest import a_room
from tests.sessions.worlds import session

CHOICES = {1: "5", 2: "5", 3: "5", 4: "5", 5: "4", 6: "4"}
ANSWERS = ("No", "Yes")


async def on_to(room: Room, phase: Phase) -> None:
    while room.state.plan.phase is not phase:
        await room.press(position=room.position(), sure=True)


async def voted(room: Room, choices: dict[int, str]) -> None:
    for seat, choice in choices.items():
        await room.cast(seat, room.state.application, room.state.open_round.number, choice)
    await room.press(position=room.position(), sure=True)


async def asked(room: Room, question: str, answers: tuple[str, ...], choices: dict[int, str]) -> None:
    await room.do(c.AskRoom(room.position(), question, answers))
    for seat, choice in choices.items():
        await room.cast(seat, BY_THE_WAY, room.state.open_question.number, choice)
    await room.press(position=room.position(), sure=True)


def sound(room: Room) -> bool:
    return audit(history(room.record.entries)) is None


@pytest.mark.parametrize("same_words", [True, False])
async def test_asked_after_a_ballot_with_one_fewer_it_shows_only_what_most_chose(tmp_path, same_words):
    plan = session(seats=7)
    async with a_room(tmp_path / "panel", plan=plan, taken=7) as room:
        await on_to(room, Phase.BALLOT)
        await voted(room, {**CHOICES, 7: "1"})
        await room.do(c.LeaveEarly(7))
        words = (plan.consensus.question, plan.consensus.options) if same_words else ("Is it a yes?", ANSWERS)
        choices = CHOICES if same_words else dict.fromkeys(CHOICES, "2")
        await asked(room, *words, choices)
        (question,) = room.state.asked
        assert question.counts is None
        assert question.first
        assert sound(room)


async def test_a_ballot_after_it_with_one_fewer_shows_its_outcome_only(tmp_path):
    async with a_room(tmp_path / "panel", plan=session(seats=7), taken=7) as room:
        await on_to(room, Phase.TALK)
        await asked(room, "Is it a yes?", ANSWERS, {**dict.fromkeys(CHOICES, "2"), 7: "1"})
        ref = room.state.application
        await on_to(room, Phase.TALK)
        await room.do(c.StepOut(7, ref))
        await on_to(room, Phase.BALLOT)
        await voted(room, CHOICES)
        (closed,) = room.state.rounds[ref]
        assert closed.counts is None
        assert closed.outcome is not None
        assert sound(room)


async def test_asked_elsewhere_in_other_words_it_stands_by_itself(tmp_path):
    async with a_room(tmp_path / "panel", plan=session(seats=7), taken=7) as room:
        await room.press(position=room.position(), sure=True)
        await asked(room, "A break?", ANSWERS, {**dict.fromkeys(CHOICES, "2"), 7: "2"})
        await on_to(room, Phase.TALK)
        ref = room.state.application
        await room.do(c.StepOut(7, ref))
        await on_to(room, Phase.BALLOT)
        await voted(room, CHOICES)
        assert room.state.rounds[ref][0].counts == (0, 0, 0, 2, 4)
