"""Closing questions: the panel's own, one a page, each a total of five or more; by phone, and on slips."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from panel_tui.room.room import Room
from sessions import commands as c
from sessions.model.phases import Phase
from sessions.model.refusals import No, Refused
from sessions.model.session import Step, StepKind
from sessions.views.phone.current_page import Ask
from tests.web.phones import Phone, go_to, small_room, small_session

OWN = "Did we hear every voice?"
QUESTIONS = ("free", "pace", OWN)


@pytest.fixture
async def day(tmp_path: Path) -> AsyncIterator[Room]:
    """A small day that asks three questions in the morning and at the end; eleven seats, so that paper counts too."""
    session = small_session(11)
    first, *between, last = session.steps
    asked = [Step(key, StepKind.CONFIDENCE, 5, questions=QUESTIONS) for key in ("morning", "end")]
    steps = (first, asked[0], *between, asked[1], last)
    async with small_room(tmp_path, replace(session, steps=steps)) as room:
        yield room


async def answer(phone: Phone, *choices: str) -> None:
    await phone.get("/")
    for choice in choices:
        assert phone.page.name == "confidence"
        await phone.send(choice=choice)


def felt(day: Room) -> dict[str, tuple[object, object]]:
    return {one.question: (one.counts, one.cant_say) for one in day.state.felt}


async def test_each_question_has_a_page_and_a_total_of_its_own(day: Room, phones: list[Phone]) -> None:
    await go_to(day, Phase.CONFIDENCE)
    await phones[0].get("/")
    assert phones[0].page.heading == "Do you feel free to decide as you see it?"
    assert "Question 1 of 3" in phones[0].text
    given = [("5", "3", "1"), ("5", "3", "1"), ("4", "2", "cant-say"), ("4", "3", "1"), ("1", "3", "1")]
    for phone, choices in zip(phones, [*given, ("2", "cant-say", "cant-say")], strict=True):
        await answer(phone, *choices)
        assert phone.page.heading == "Your answer is in"
    assert (day.poster().done, day.poster().of) == (6, 6)
    await day.press(position=day.position())
    assert day.state.plan.phase is Phase.FELT_SHOWN
    assert felt(day) == {"free": ((1, 1, 0, 2, 2), 0), "pace": ((0, 1, 4, 0, 0), 1), OWN: (None, None)}
    shown = {shape.question: [bar.count for bar in shape.bars] for shape in day.poster().shapes}
    assert list(shown.values()) == [[2, 0, 4], [1, 4, 0], []], "bands, and nothing of the four who answered"
    await phones[3].get("/")
    assert (phones[3].page.name, phones[3].page.heading) == ("result", "How it is for us")
    assert "Too few of us answered to show it" in phones[3].text


async def test_who_is_not_through_is_waited_for_and_what_was_answered_counts(
    day: Room, phones: list[Phone]
) -> None:
    await go_to(day, Phase.CONFIDENCE)
    for phone in phones[:5]:
        await answer(phone, "4", "3", "5")
    await answer(phones[5], "4", "3")
    assert "Question 3 of 3" in phones[5].text
    assert day.poster().done == 5
    with pytest.raises(Refused) as refused:
        await day.press(position=day.position())
    assert refused.value.code is No.ASK_AGAIN_CLOSING
    await day.press(position=day.position(), sure=True)
    assert felt(day) == {
        "free": ((0, 0, 0, 6, 0), 0),
        "pace": ((0, 0, 6, 0, 0), 0),
        OWN: ((0, 0, 0, 0, 5), 1),
    }


async def test_answers_can_be_changed_one_by_one_and_one_that_is_none_is_asked_again(
    day: Room, phones: list[Phone]
) -> None:
    await go_to(day, Phase.CONFIDENCE)
    for phone in phones:
        await answer(phone, "1", "3", "3")
    await phones[0].get("/confidence")
    assert phones[0].page.heading == "Do you feel free to decide as you see it?"
    await phones[0].send(choice="5")
    assert phones[0].page.heading == "How is the pace?"
    for number, choice in (("2", ""), ("2", "6"), ("4", "1"), ("0", "1"), ("x", "1")):
        await phones[0].post("/confidence", position=day.position(), number=number, choice=choice)
        assert (phones[0].status, phones[0].page.name) == (422, "confidence")
    assert day.poster().done == 6, "who changes an answer stays in"
    await day.press(position=day.position())
    assert felt(day)["free"] == ((5, 0, 0, 0, 1), 0)


async def test_then_and_now_are_told_apart_at_the_end(day: Room, phones: list[Phone]) -> None:
    await go_to(day, Phase.CONFIDENCE)
    for phone in phones:
        await answer(phone, "2", "1", "3")
    await go_to(day, Phase.BUDGET)
    await go_to(day, Phase.CONFIDENCE)
    for phone in phones:
        await answer(phone, "5", "3", "3")
    await day.press(position=day.position())
    told = [shape.words for shape in day.poster().shapes]
    assert told[:2] == ["“Mostly”: at first 0 of us, now 6.", "“Just right”: at first 0 of us, now 6."]


# on paper


def tally(*counts: int, skipped: int = 0) -> c.Tally:
    return c.Tally(counts, skipped)


async def on_paper(day: Room, *seats: int) -> None:
    for seat in seats:
        await day.do(c.TakePaperSeat(seat))


async def test_slips_of_five_count_with_what_came_by_phone(day: Room, phones: list[Phone]) -> None:
    await on_paper(day, 7, 8, 9, 10, 11)
    await go_to(day, Phase.CONFIDENCE)
    for phone in phones:
        await answer(phone, "4", "3", "5")
    counted = (tally(5, 0, 0, 0, 0), tally(0, 0, 5, 0, 0), tally(0, 0, 0, 4, 0, skipped=1))
    with pytest.raises(Refused) as refused:
        await day.press(position=day.position())
    assert refused.value.values["missing"] == 5, "the slips are not counted yet"
    day.anonymous_answers.count_slips(counted, counted)
    assert (day.poster().done, day.poster().of) == (11, 11)
    await day.press(position=day.position())
    assert felt(day)["free"] == ((5, 0, 0, 6, 0), 0)
    assert felt(day)["pace"] == ((0, 0, 11, 0, 0), 0)
    assert felt(day)[OWN] == ((0, 0, 0, 0, 6), 0), (
        "four slips that answer are not told, nor who counted them helped"
    )


async def test_what_the_counters_could_take_from_the_sum_is_not_in_it(day: Room, phones: list[Phone]) -> None:
    await on_paper(day, 7, 8, 9, 10, 11)
    await go_to(day, Phase.CONFIDENCE)
    for phone in phones[:4]:
        await answer(phone, "1", "1", "1")
    counted = (tally(0, 0, 0, 0, 5), tally(0, 0, 5, 0, 0), tally(0, 0, 0, 0, 0))
    day.anonymous_answers.count_slips(counted, counted)
    await day.press(position=day.position(), sure=True)
    assert felt(day) == {"free": ((0, 0, 0, 0, 5), 0), "pace": ((0, 0, 5, 0, 0), 0), OWN: (None, None)}


async def test_slips_are_not_asked_for_where_they_would_show_whose_they_are(
    day: Room, phones: list[Phone]
) -> None:
    await on_paper(day, 7, 8)
    await go_to(day, Phase.CONFIDENCE)
    assert (day.poster().of, any("device that goes round" in line for line in day.poster().lines)) == (
        6,
        True,
    )
    with pytest.raises(Refused):
        day.anonymous_answers.count_slips((tally(1, 1, 0, 0, 0),) * 3, (tally(1, 1, 0, 0, 0),) * 3)


async def test_counts_that_cannot_be_are_refused_and_a_changed_seat_is_counted_again(
    day: Room, phones: list[Phone]
) -> None:
    await on_paper(day, 7, 8, 9, 10, 11)
    await go_to(day, Phase.CONFIDENCE)
    fine = (tally(5, 0, 0, 0, 0),) * 3
    for first, second in (
        (fine, (tally(4, 1, 0, 0, 0),) * 3),
        (fine[:2], fine[:2]),
        ((tally(6, 0, 0, 0, 0),) * 3,) * 2,
        ((tally(-1, 6, 0, 0, 0),) * 3,) * 2,
    ):
        with pytest.raises(Refused):
            day.anonymous_answers.count_slips(first, second)
    day.anonymous_answers.count_slips(fine, fine)
    assert day.poster().done == 5
    await on_paper(day, 1)
    assert day.poster().done == 0, "whoever came to paper may have a slip in the box"


async def test_the_page_of_a_paper_seat_asks_nothing(day: Room, phones: list[Phone]) -> None:
    await on_paper(day, 7, 8, 9, 10, 11)
    await go_to(day, Phase.CONFIDENCE)
    assert type(day.page(7, Ask())).__name__ == "Wait"
