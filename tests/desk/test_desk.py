"""A desk over a real line to a real room, driven by its keys."""

import asyncio

import pytest

from panel_tui.desk.listener import desk_listener
from panel_tui.facilitator.facilitator_api import RoomApi
from sessions import commands as c
from sessions.model.answers import score
from sessions.model.phases import Phase
from tests.desk.conftest import a_room, at_the_desk, press_until
from tests.sessions.worlds import session


async def test_the_desk_shows_the_day_the_present_step_and_the_seats(desk):
    async with desk(until=Phase.SCORE, paper=(2,)) as it:
        for words in (
            "Title 1",
            "PageDown: ",
            "0 of 6 scores are in",
            "asleep",
            "here · paper",
            "No signals",
        ):
            assert words in it.text
        await it.room.do(c.KeySlip(2, "A01", {"c1": score(4)}, "id"))
        await it.until(lambda: "1 of 6 scores are in" in it.text)
        assert "done · paper" in it.text


async def test_every_way_a_seat_can_stand_is_said_in_a_word(desk):
    async with desk(plan=session(seats=8), taken=6, until=Phase.SCORE) as it:
        await it.room.do(c.TakePaperSeat(7))
        it.room.presence.arrive(1)
        await it.room.do(c.StepOut(2, "A01"))
        await it.room.do(c.LeaveEarly(3))
        await it.room.do(c.GiveAnswer(4, "A01", "c1", score(1), "i", 1))
        await it.room.do(c.HandIn(4, "A01"))
        await it.until(lambda: "done" in it.text and "gone home" in it.text)
        cards = [seat.stands.value for seat in it.app.api.view.seats]
        assert cards == ["here", "out", "home", "done", "asleep", "asleep", "later", "free"]
        for word in ("here", "stepping out", "gone home", "done", "asleep", "after this one", "free"):
            assert word in it.text


async def test_page_down_goes_on_and_asks_again_where_somebody_would_lose_a_chance(desk):
    async with desk(until=Phase.SCORE) as it:
        await it.press("pagedown")
        await it.until(lambda: "6 of us have not" in it.said or "6" in it.said)
        assert it.room.state.plan.phase is Phase.SCORE
        await it.press("pagedown")
        await it.until(lambda: it.room.state.plan.phase is Phase.CLOSED)
        await it.heard()
        assert it.said == ""


async def test_another_key_takes_the_question_back(desk):
    async with desk(until=Phase.SCORE) as it:
        await it.press("pagedown")
        await it.until(lambda: bool(it.said))
        await it.press("plus")
        await it.until(lambda: it.room.state.plan.added == 1)
        await it.press("pagedown")
        await it.until(lambda: bool(it.said))
        assert it.room.state.plan.phase is Phase.SCORE


@pytest.mark.parametrize(
    ("keys", "done"),
    [
        (["t"], lambda state: state.plan.pause is not None),
        (["plus"], lambda state: state.plan.added == 1),
        (["minus"], lambda state: state.plan.added == -1),
        (["z"], lambda state: state.plan.phase is Phase.INTRODUCE),
        (["n", *"tea", "enter"], lambda state: [one.text for one in state.notes] == ["tea"]),
        (["x", "3", "enter", "enter"], lambda state: (3, "A01") in state.conflicts),
        (["h", "4", "enter", "down", "enter"], lambda state: state.seats[4].left),
        (["a"], lambda state: len(state.seats) == 7),
    ],
    ids=lambda keys: "".join(keys) if isinstance(keys, list) else "",
)
async def test_a_key_at_the_desk_gives_its_order(desk, keys, done):
    async with desk(until=Phase.READ) as it:
        for key in keys:
            await it.press(key)
        await it.until(lambda: done(it.room.state))
        await it.heard()


async def test_a_new_cards_code_is_shown_at_the_desk_and_nowhere_else(desk):
    async with desk(until=Phase.SCORE) as it:
        before = it.room.poster()
        await it.press("k", "2", "enter", "down", "enter")
        await it.until(lambda: bool(it.app.screen.query("Lettered.card-code")))
        await it.press("enter")
        code = it.app.screen.query_one("Lettered.card-code").text
        assert len(code.replace("-", "")) == 11
        assert (await it.room.meaning(code)).seat == 2
        assert code not in str(before) + str(it.room.poster())
        await it.press("enter")
        assert code not in it.text


async def test_signals_are_counted_and_nobody_is_named(desk):
    async with desk(until=Phase.SCORE) as it:
        it.room.signals.put_up(2, "question")
        it.room.signals.put_up(5, "question")
        it.room.signals.put_up(5, "break")
        await it.until(lambda: "2 of us have a question" in it.text and "1 of us needs a break" in it.text)
        assert not any("Seat" in row or "seat" in row for row in it.rows if "of us" in row)


async def test_in_the_list_of_who_steps_out_the_desk_says_who_is_out(desk):
    async with desk(until=Phase.READ) as it:
        await it.room.do(c.StepOut(2, "A01"))
        await it.until(lambda: "stepping out" in it.text)
        await it.press("x")
        assert "stepping out" in next(row for row in it.rows if "Seat 2" in row)


async def test_what_is_refused_is_said(desk):
    async with desk(until=Phase.SCORE) as it:
        await it.press("v")
        await it.until(lambda: bool(it.said))
        assert "ballot" in it.said


async def test_two_desks_at_once_do_no_harm(tmp_path):
    folder = tmp_path / "day"
    async with (
        a_room(folder) as room,
        desk_listener(room, folder) as note,
        at_the_desk(room, note) as one,
        at_the_desk(room, note, (80, 24)) as other,
    ):
        place = room.position()
        await asyncio.gather(one.press("pagedown"), other.press("pagedown"))
        await one.heard()
        await other.heard()
        steps = [entry.doc["event"] for entry in room.record.entries if "StepStarted" in str(entry.doc)]
        assert room.position() != place
        assert len(steps) == 1, "a step pressed for at both is taken once"
        assert one.app.api.view == other.app.api.view


async def test_a_rush_of_answers_is_drawn_a_few_times_only(desk):
    async with desk(plan=session(seats=40), taken=40, until=Phase.SCORE) as it:
        drawn = []
        show = it.app.desk.show
        it.app.desk.show = lambda view: (drawn.append(view), show(view))
        for seat in range(1, 41):
            await it.room.do(c.GiveAnswer(seat, "A01", "c1", score(3), f"i{seat}", 1))
            await it.room.do(c.HandIn(seat, "A01"))
        await it.until(lambda: "40 of 40 scores are in" in it.text)
        assert 1 <= len(drawn) < 40


async def test_the_line_gives_the_same_hand_as_the_room_itself(desk):
    async with desk(until=Phase.SCORE, paper=(2,)) as it:
        assert it.app.api.choices() == RoomApi(it.room).choices()
        assert it.app.api.position() == RoomApi(it.room).position()


async def test_the_wall_and_the_desk_may_both_be_pressed_and_the_second_is_told(desk):
    async with desk(until=Phase.INTRODUCE) as it:
        old = it.app.api.view
        await press_until(it.room, Phase.READ)
        it.app.api.view = old  # a desk that has not heard yet
        await it.press("pagedown")
        await it.until(lambda: bool(it.said) or it.app.api.view.position == it.room.position())
        assert it.room.state.plan.phase is Phase.READ


async def test_from_help_the_manual_opens_and_esc_goes_back_to_the_desk(desk):
    async with desk(until=Phase.SCORE) as it:
        before = it.room.state
        await it.press("question_mark", "enter")
        await it.until(lambda: "Type a word to look for it" in it.text)
        await it.press(*"paper", "pagedown", "escape", "escape")
        await it.until(lambda: "Type a word to look for it" not in it.text)
        assert it.room.state == before
