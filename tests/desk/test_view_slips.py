"""Another view on paper: typed in at the desk, it stands in the record beside those from phones, without a seat."""

from __future__ import annotations

import pytest

from panel_tui.desk.listener import desk_listener
from panel_tui.record.history import history
from sessions import commands as c
from sessions.audit import audit
from sessions.decide.anonymous import slip_writers
from sessions.model.answers import PaperWay
from sessions.model.phases import Phase
from sessions.model.refusals import No, Refused
from sessions.views.wall.current_poster import Outside, poster
from sessions.wording import say
from tests.desk.conftest import a_room, at_the_desk
from tests.sessions.worlds import session


async def to_the_decision(room):
    while room.state.plan.phase is not Phase.DECISION:
        try:
            await room.press(position=room.position(), sure=True)
        except Refused as refused:
            if refused.code is not No.FEW_ON_PAPER:
                raise
            await room.do(c.ChoosePaperWay(PaperWay.TWO_SEE))
    return room.state.application


def wall_lines(room):
    return poster(room.state, room.clock.now(), Outside()).lines


async def test_it_is_typed_in_at_the_desk_and_recorded_with_those_from_phones(tmp_path):
    async with (
        a_room(tmp_path / "panel", plan=session(seats=7), taken=7, paper=(7,)) as room,
        desk_listener(room, tmp_path / "panel") as note,
        at_the_desk(room, note) as it,
    ):
        ref = await to_the_decision(room)
        room.anonymous_answers.differ(1, ref, "We never asked who goes there now.")
        assert say("people.minority.wall-both") in wall_lines(room)
        await it.heard(lambda: it.app.api.view.choices.view_slips == 1)
        await it.press("ctrl+p", *"view from a slip", "enter", *"It was brave", "enter")
        await it.until(lambda: say("people.minority.slip-kept").split(".")[0] in it.words)
        await room.press(position=room.position(), sure=True)
        assert room.state.minority[ref] == ("It was brave", "We never asked who goes there now.")


async def test_no_more_slips_are_taken_than_there_are_of_us_on_paper(tmp_path):
    async with a_room(tmp_path / "panel", plan=session(seats=7), taken=7, paper=(6, 7)) as room:
        ref = await to_the_decision(room)
        room.anonymous_answers.key_view(ref, "One")
        room.anonymous_answers.key_view(ref, "Two")
        with pytest.raises(Refused) as refused:
            room.anonymous_answers.key_view(ref, "Three")
        assert refused.value.code is No.PAPER_TOO_MANY
        await room.press(position=room.position(), sure=True)
        assert room.state.minority[ref] == ("One", "Two")
        with pytest.raises(Refused) as late:
            room.anonymous_answers.key_view(ref, "Four")
        assert late.value.code is No.MOVED_ON


@pytest.mark.parametrize(
    ("seats", "paper", "may", "says"),
    [
        (7, (), 0, "people.minority.wall"),
        (7, (6, 7), 2, "people.minority.wall-both"),
        (7, (1, 2, 3, 4, 5, 6, 7), 7, "people.minority.wall-slip"),
        (7, (1, 2, 3, 4, 5), 5, "people.minority.wall-slip"),
        (8, (5, 6, 7, 8), 0, None),  # four and four: either way one of four would have written it
    ],
)
async def test_a_slip_is_taken_only_where_it_leads_to_no_few_of_us(tmp_path, seats, paper, may, says):
    async with a_room(tmp_path / "panel", plan=session(seats=seats), taken=seats, paper=paper) as room:
        ref = await to_the_decision(room)
        assert len(slip_writers(room.state)) == may
        told = {
            key for key in ("", "-both", "-slip") if say(f"people.minority.wall{key}") in wall_lines(room)
        }
        assert told == ({says.removeprefix("people.minority.wall")} if says else set())
        if not may:
            with pytest.raises(Refused):
                room.anonymous_answers.key_view(ref, "It was brave")


async def test_asking_the_room_something_in_between_loses_no_slip(tmp_path):
    async with a_room(tmp_path / "panel", plan=session(seats=7), taken=7, paper=(7,)) as room:
        ref = await to_the_decision(room)
        room.anonymous_answers.key_view(ref, "It was brave")
        await room.do(c.ChoosePaperWay(PaperWay.TWO_SEE))
        await room.do(c.AskRoom(room.position(), "A break?", ("Yes", "No")))
        await room.press(position=room.position(), sure=True)
        await to_the_decision(room)
        await room.press(position=room.position(), sure=True)
        assert room.state.minority[ref] == ("It was brave",)


async def test_where_somebody_on_paper_steps_out_slips_are_typed_in_again_and_the_desk_says_so(tmp_path):
    paper = (1, 2, 3, 4, 5, 6)
    async with (
        a_room(tmp_path / "panel", plan=session(seats=6), taken=6, paper=paper) as room,
        desk_listener(room, tmp_path / "panel") as note,
        at_the_desk(room, note) as it,
    ):
        ref = await to_the_decision(room)
        for n in paper:
            room.anonymous_answers.key_view(ref, f"View {n}")
        await room.do(c.StepOut(6, ref))
        await it.until(lambda: "Please type in those that still count." in it.words)
        room.anonymous_answers.key_view(ref, "View 1")
        await room.press(position=room.position(), sure=True)
        assert room.state.minority[ref] == ("View 1",)
        assert audit(history(room.record.entries)) is None


@pytest.mark.parametrize(("text", "why"), [("x" * 2_001, No.WORDS_TOO_LONG), (" \x07", No.NO_WORDS)])
async def test_what_could_not_be_kept_word_for_word_is_refused(tmp_path, text, why):
    async with a_room(tmp_path / "panel", plan=session(seats=7), taken=7, paper=(7,)) as room:
        ref = await to_the_decision(room)
        with pytest.raises(Refused) as refused:
            room.anonymous_answers.key_view(ref, text)
        assert refused.value.code is why
