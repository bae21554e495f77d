"""Private signals to the facilitator, and the gentle reminder to the last ones."""

from __future__ import annotations

import pytest

from panel_tui.record import Record
from panel_tui.room.room import Room
from panel_tui.web.event_streams import fingerprint
from sessions import commands as c
from sessions.model.answers import score
from sessions.model.phases import Phase
from sessions.model.refusals import No, Refused
from sessions.views.phone.pages import SIGNALS
from tests.web.phones import Phone, go_to

TOLD = "The facilitator has been told, without your name."
NONE = dict.fromkeys(SIGNALS, 0)
GENTLE = "We are waiting for you. Take the time you need."


async def everyone_else_sits(room: Room) -> None:
    for seat in range(2, 7):
        await room.do(c.TakePaperSeat(seat))


@pytest.mark.parametrize("kind", SIGNALS)
async def test_a_signal_is_counted_once_and_can_be_taken_back(room: Room, seated: Phone, kind: str) -> None:
    await seated.get("/")
    await seated.send(kind)
    assert TOLD in seated.text
    await seated.post("/signal", signal=kind)
    assert room.signals.counts == NONE | {kind: 1}
    await seated.send(f"{kind}-back")
    assert TOLD not in seated.text
    assert room.signals.counts == NONE


async def test_two_members_with_a_question_are_two_and_neither_sees_the_other(
    room: Room, seated: Phone
) -> None:
    async with Phone(room, "10.0.0.6") as other:
        await other.join(room)
        before = other.text
        await seated.send("question")
        await other.get("/")
        assert TOLD not in other.text
        assert (other.text == before, room.signals.counts["question"]) == (True, 1)
        await other.send("question")
    assert room.signals.counts["question"] == 2


@pytest.mark.parametrize(
    "phase", [Phase.PRACTICE, Phase.READ, Phase.SCORE, Phase.TALK, Phase.BALLOT, Phase.BREAK]
)
async def test_the_signals_are_within_reach_wherever_the_room_stands(
    room: Room, seated: Phone, phase: Phase
) -> None:
    await everyone_else_sits(room)
    await go_to(room, phase)
    await seated.get("/")
    assert all(seated.page.signal(kind) for kind in SIGNALS)


async def test_a_signal_leads_back_to_the_question_it_was_sent_from(room: Room, seated: Phone) -> None:
    await go_to(room, Phase.SCORE)
    headers = {"Origin": "http://127.0.0.1:8765", "Referer": "http://127.0.0.1:8765/question/2"}
    answer = await seated.http.post("/signal", data={"signal": "break"}, headers=headers)
    assert (answer.status_code, answer.headers["location"]) == (303, "/question/2#told-break")


async def test_no_signal_is_ever_recorded_or_seen_by_the_wall(room: Room, seated: Phone) -> None:
    await go_to(room, Phase.SCORE)
    entries, state, poster = len(room.record.entries), room.state, room.poster()
    for kind in SIGNALS:
        await seated.post("/signal", signal=kind)
    assert (len(room.record.entries), room.state) == (entries, state)
    assert type(room.poster()) is type(poster)
    assert room.poster().frame == poster.frame


async def test_signals_stay_through_an_application_and_go_at_the_next_step(room: Room, seated: Phone) -> None:
    await go_to(room, Phase.READ)
    await seated.post("/signal", signal="slow-down")
    await go_to(room, Phase.TALK)
    assert room.signals.counts["slow-down"] == 1
    await go_to(room, Phase.INTRODUCE, ref="A02")
    assert room.signals.counts == NONE


async def test_a_signal_there_is_not_is_refused(room: Room, seated: Phone) -> None:
    await seated.post("/signal", signal="hello")
    assert seated.status == 400
    assert room.signals.counts == NONE


async def test_after_the_day_nobody_is_told_anything(room: Room, seated: Phone) -> None:
    await go_to(room, Phase.THANKS)
    with pytest.raises(Refused) as refused:
        room.signals.put_up(1, "question")
    assert refused.value.code is No.ENDED
    await seated.get("/")
    assert seated.page.signal("question") is None


async def test_a_restart_forgets_signals_and_reminders(room: Room, seated: Phone) -> None:
    await go_to(room, Phase.SCORE)
    await seated.post("/signal", signal="question")
    assert room.remind()
    path = room.record.path
    await room.record.close()
    again = Room(Record.open(path, program="tests"))
    assert (again.signals.counts, again.reminded(1)) == (NONE, 0)
    await again.record.close()


# The reminder.


async def test_only_the_last_ones_are_reminded_and_only_until_they_have_finished(
    room: Room, seated: Phone
) -> None:
    await room.take(room.door_code)
    await go_to(room, Phase.SCORE)
    await room.do(c.GiveAnswer(2, "A01", "reach", score(3), "x", 1))
    await room.do(c.HandIn(2, "A01"))
    poster = room.poster()
    before = [fingerprint(room.state, seat, reminded=room.reminded(seat)) for seat in (1, 2)]
    await seated.get("/")
    assert seated.news == ""
    assert room.remind()
    after = [fingerprint(room.state, seat, reminded=room.reminded(seat)) for seat in (1, 2)]
    assert (before[0] != after[0], before[1] == after[1]) == (True, True), (
        "only the phone of the last one looks again"
    )
    await seated.get("/")
    assert seated.news == GENTLE
    assert room.poster().frame == poster.frame
    assert "waiting for you" not in repr(room.poster())
    await seated.post("/answer", application="A01", criterion="reach", id="y", revision="1", answer="3")
    await seated.post("/hand-in", application="A01")
    await seated.get("/")
    assert (seated.page.name, seated.news) == ("received", "")
    assert not room.remind(), "there is nobody left"


async def test_a_reminder_is_forgotten_when_the_room_moves_on(room: Room, seated: Phone) -> None:
    await go_to(room, Phase.PRACTICE)
    assert room.remind()
    await go_to(room, Phase.SCORE)
    await seated.get("/")
    assert seated.news == ""


async def test_whoever_votes_is_not_reminded_of_voting(room: Room, seated: Phone) -> None:
    await everyone_else_sits(room)
    await go_to(room, Phase.BALLOT)
    assert room.remind()
    await seated.get("/")
    assert seated.news == GENTLE
    await seated.send(choice="5")
    assert (seated.page.heading, seated.news) == ("Your ballot is in the box", "")


async def test_nobody_is_reminded_where_nothing_is_open(room: Room, seated: Phone) -> None:
    assert not room.remind()
    await go_to(room, Phase.PRACTICE)
    await room.do(c.TakePaperSeat(1))
    assert not room.remind(), "paper cannot be told"


async def test_a_mistake_leads_to_change_while_scoring_is_open_and_tells_nobody(
    room: Room, seated: Phone
) -> None:
    await go_to(room, Phase.SCORE)
    await seated.get("/")
    await seated.send(answer="4")
    await seated.send("mistake")
    assert seated.page.name == "check"
    assert "Press Change beside the answer that is not right." in seated.news
    assert room.signals.counts["mistake"] == 0


async def test_a_mistake_is_for_the_facilitator_once_scoring_has_closed(room: Room, seated: Phone) -> None:
    await go_to(room, Phase.SCORE)
    await seated.get("/")
    await seated.send(answer="4")
    await go_to(room, Phase.CLOSED)
    await seated.get("/")
    await seated.send("mistake")
    assert room.signals.counts["mistake"] == 1
