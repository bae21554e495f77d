"""Asking the room: a secret ballot on a question of the moment, under the ballots' rules, anywhere in the day."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from panel_tui.record import Record
from panel_tui.record.history import history
from panel_tui.room.room import Room
from sessions import commands as c
from sessions.audit import audit
from sessions.model.answers import PaperWay
from sessions.model.phases import MAY_ASK, PHASES, Phase
from sessions.model.refusals import No, Refused
from tests.web.phones import Phone, QuickClock, go_to, seated_phones, small_room, small_session

QUESTION, ANSWERS = "Go on, or a break?", ("Go on", "A break", "Stop for today")


@pytest.fixture
async def day(tmp_path: Path) -> AsyncIterator[Room]:
    async with small_room(tmp_path, small_session(11)) as room:
        yield room


async def ask(day: Room, question: str = QUESTION, answers: tuple[str, ...] = ANSWERS) -> None:
    await day.do(c.AskRoom(day.position(), question, answers))


async def vote(phones: list[Phone], *choices: str) -> None:
    for phone, choice in zip(phones, choices, strict=True):
        await phone.get("/")
        if choice:
            assert (phone.page.name, phone.page.heading) == ("ask-the-room", QUESTION)
            await phone.send(choice=choice)


async def close(day: Room) -> None:
    await day.press(position=day.position(), sure=True)
    assert day.state.plan.phase is Phase.ROOM_ANSWER


async def test_the_room_is_asked_answers_and_goes_on_where_it_was(day: Room, phones: list[Phone]) -> None:
    await go_to(day, Phase.TALK, ref="A01")
    before = day.state.plan
    await ask(day)
    assert (day.poster().question, day.poster().of) == (QUESTION, 6)
    assert day.poster().rule.splitlines() == ["1  Go on", "2  A break", "3  Stop for today"]
    await vote(phones, "1", "2", "2", "2", "1", "cant-say")
    assert phones[0].page.heading == "Your ballot is in the box"
    assert (day.poster().done, day.state.asked[0].counts) == (6, None), "nothing is kept while it is open"
    await close(day)
    assert day.poster().words == "Chosen most often: A break"
    assert [(bar.label, bar.count) for bar in day.poster().rounds[0].bars] == list(
        zip(ANSWERS, (2, 3, 0), strict=True)
    )
    await phones[4].get("/")
    assert (phones[4].page.name, phones[4].page.heading) == ("result", "Chosen most often: A break")
    await day.press(position=day.position())
    assert (day.state.plan.phase, day.state.plan.step, day.state.plan.round) == (
        before.phase,
        before.step,
        before.round,
    )
    assert audit(history(day.record.entries)) is None


async def test_a_vote_can_be_changed_and_comes_back_after_a_crash(
    day: Room, phones: list[Phone], tmp_path: Path
) -> None:
    await go_to(day, Phase.NOTE)
    await ask(day)
    await vote(phones, "1", "2", "2", "2", "1", "2")
    await phones[0].get("/ballot")
    assert phones[0].page.name == "ask-the-room"
    await phones[0].send(choice="3")
    again = Room(day.record, QuickClock())
    assert again.in_box()[0].awaited == (1, 2, 3, 4, 5, 6)
    for number, phone in enumerate(phones, start=1):
        again.bring_halves({cookie.name: cookie.value for cookie in phone.http.cookies.jar}, number)
    assert again.in_box()[0].awaited == ()
    await close(again)
    assert again.state.asked[0].counts == (1, 4, 1)


async def test_one_alone_is_not_shown_and_four_leave_nothing(day: Room, phones: list[Phone]) -> None:
    await go_to(day, Phase.NOTE)
    await ask(day)
    await vote(phones, "1", "2", "2", "2", "2", "2")
    await close(day)
    assert (day.poster().words, day.poster().rounds) == ("Chosen most often: A break", ())
    assert "One answer has a single ballot. To keep it secret, only this is shown." in day.poster().lines
    await day.press(position=day.position())
    await ask(day, "And now?", ("Yes", "No"))
    for phone in phones[:4]:
        await phone.get("/")
        await phone.send(choice="1")
    await close(day)
    assert day.poster().words == "Too few of us answered to show it"
    told = day.state.asked[1]
    assert (told.counts, told.cast, told.cant_say, told.absent) == (None, None, None, None)


async def test_the_same_question_by_nearly_the_same_people_shows_only_what_most_chose(
    day: Room, phones: list[Phone]
) -> None:
    await go_to(day, Phase.NOTE)
    await ask(day)
    await vote(phones, "1", "1", "2", "2", "2", "cant-say")
    await close(day)
    await day.press(position=day.position())
    await ask(day, "So?", tuple(reversed(ANSWERS)))
    for phone in phones[:5]:
        await phone.get("/")
        await phone.send(choice="1")
    with pytest.raises(Refused) as refused:
        await day.press(position=day.position())
    assert refused.value.asks_again, "it is said before it closes"
    await close(day)
    told = day.state.asked[1]
    assert (told.counts, told.first) == (None, (0,))
    assert audit(history(day.record.entries)) is None


async def test_who_comes_later_listens_along(day: Room, phones: list[Phone]) -> None:
    await go_to(day, Phase.NOTE)
    await ask(day)
    async with Phone(day) as late:
        await late.join(day)
        assert (late.page.name, late.page.heading) == ("wait", "The others vote on this")
        await late.post("/ask-the-room", ballot="1", choice="1")
        assert late.status == 409


async def test_a_late_or_odd_answer_is_told_so(day: Room, phones: list[Phone]) -> None:
    await go_to(day, Phase.NOTE)
    await ask(day)
    await phones[0].get("/")
    for choice in ("", "0", "4", "x"):
        await phones[0].post("/ask-the-room", ballot="1", choice=choice)
        assert (phones[0].status, phones[0].page.name) == (422, "ask-the-room")
    await close(day)
    await phones[0].post("/ask-the-room", ballot="1", choice="1")
    assert phones[0].status == 409


async def test_undo_takes_the_question_back_and_its_ballots_are_gone(day: Room, phones: list[Phone]) -> None:
    await go_to(day, Phase.NOTE)
    before = day.state.plan.phase
    await ask(day)
    await vote(phones, "1", "1", "1", "1", "1", "1")
    with pytest.raises(Refused) as refused:
        await day.do(c.Undo(day.position()))
    assert refused.value.code is No.ASK_AGAIN_UNDO_BALLOT
    await day.do(c.Undo(day.position(), sure=True))
    assert (day.state.plan.phase, day.state.asked[0].void, day.state.asked[0].counts) == (
        before,
        "undone",
        None,
    )
    assert not list(day.record.path.parent.glob("*.ballots*"))
    assert audit(history(day.record.entries)) is None


@pytest.mark.parametrize(
    ("question", "answers", "code"),
    [
        ("", ANSWERS, No.WHY_NEEDED),
        (QUESTION, ("Go on",), No.ANSWERS_NEEDED),
        (QUESTION, ("Go on", "go ON"), No.ANSWERS_NEEDED),
        (QUESTION, ("1", "2", "3", "4", "5", "6"), No.ANSWERS_NEEDED),
        ("x" * 101, ANSWERS, No.ASKED_TOO_LONG),
        (QUESTION, ("Go on", "x" * 41), No.ASKED_TOO_LONG),
    ],
)
async def test_what_cannot_be_asked(day: Room, phones: list[Phone], question, answers, code) -> None:
    await go_to(day, Phase.NOTE)
    with pytest.raises(Refused) as refused:
        await ask(day, question, answers)
    assert refused.value.code is code


async def test_nothing_is_asked_into_what_is_open(day: Room, phones: list[Phone]) -> None:
    open_to_answer = {
        Phase.SCORE,
        Phase.BALLOT,
        Phase.TIE,
        Phase.CONFIDENCE,
        Phase.WORKSHOP,
        Phase.WORKSHOP_WEIGH,
    }
    assert not MAY_ASK & (open_to_answer | {Phase.CLOSED, Phase.ASK_ROOM, Phase.ROOM_ANSWER, Phase.THANKS})
    assert all(PHASES[phase] for phase in MAY_ASK)
    await go_to(day, Phase.SCORE)
    with pytest.raises(Refused):
        await ask(day)


async def test_a_few_on_paper_are_asked_how_first_and_five_slips_count(
    day: Room, phones: list[Phone]
) -> None:
    await go_to(day, Phase.NOTE)
    for seat in (7, 8):
        await day.do(c.TakePaperSeat(seat))
    with pytest.raises(Refused) as refused:
        await ask(day)
    assert refused.value.code is No.FEW_ON_PAPER
    await day.do(c.ChoosePaperWay(PaperWay.TWO_SEE))
    await ask(day)
    await vote(phones, "1", "1", "1", "2", "2", "2")
    await day.close_ballot_on_phones()
    two = c.Tally((2, 0, 0), 0)
    day.key_paper(two, two)
    await close(day)
    assert day.state.asked[0].counts == (5, 3, 0)


async def test_fewer_than_five_of_us_ask_out_loud(day: Room, phones: list[Phone]) -> None:
    for seat in (1, 2):
        await day.do(c.LeaveEarly(seat))
    await go_to(day, Phase.NOTE)
    with pytest.raises(Refused) as refused:
        await ask(day)
    assert refused.value.code is No.ASK_TOO_FEW


async def test_a_break_a_night_or_another_line_waits_for_the_ballot(day: Room, phones: list[Phone]) -> None:
    await go_to(day, Phase.DECISION)
    await ask(day)
    for order in (c.JumpTo(day.position(), "s6", sure=True), c.EndDay(day.position())):
        with pytest.raises(Refused):
            await day.do(order)


async def test_who_has_stepped_out_of_the_application_in_hand_is_asked_as_well(
    day: Room, phones: list[Phone]
) -> None:
    await day.do(c.StepOut(1, "A01"))
    await go_to(day, Phase.TALK, ref="A01")
    await phones[0].get("/")
    assert phones[0].page.name == "stepping-out"
    await ask(day)
    await vote(phones, "1", "1", "1", "2", "2", "2")
    assert day.poster().done == 6
    await close(day)
    await phones[0].get("/")
    assert phones[0].page.name == "result"
    await day.press(position=day.position())
    await phones[0].get("/")
    assert phones[0].page.name == "stepping-out"


async def test_another_view_that_a_stop_lost_in_between_is_told_as_lost(tmp_path: Path) -> None:
    async with small_room(tmp_path) as room, seated_phones(room):
        await go_to(room, Phase.DECISION, ref="A01")
        room.anonymous_answers.differ(1, "A01", "I see it otherwise.")
        await ask(room)
    record = Record.open(tmp_path / "record.jsonl", program="tests")
    try:
        again = Room(record, QuickClock())
        await again.press(position=again.position(), sure=True)
        await again.press(position=again.position(), sure=True)
        assert again.state.plan.phase is Phase.DECISION
        assert again.anonymous_answers.restarted
    finally:
        await record.close()


async def test_after_the_closing_a_question_makes_no_new_day(day: Room, phones: list[Phone]) -> None:
    await go_to(day, Phase.CLOSING)
    with pytest.raises(Refused) as refused:
        await day.do(c.EndDay(day.position()))
    assert refused.value.code is No.NOT_NOW
    await ask(day)
    await close(day)
    with pytest.raises(Refused) as refused:
        await day.do(c.EndDay(day.position()))
    assert refused.value.code is No.NOT_NOW
