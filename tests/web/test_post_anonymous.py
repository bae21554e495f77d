"""Another view, and how confident we feel: given by post alone, kept by nobody's seat."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from msgspec.structs import replace

from panel_tui.room.room import Room
from panel_tui.web.event_streams import fingerprint_in
from sessions import commands as c
from sessions.model.phases import Phase
from sessions.model.session import Step, StepKind
from sessions.state.days import ahead
from tests.web.phones import Phone, go_to, small_room, small_session


@pytest.fixture
async def day(tmp_path: Path) -> AsyncIterator[Room]:
    """A small day that asks in the morning and at the end."""
    session = small_session()
    first, *between, last = session.steps
    asked = [Step(key, StepKind.CONFIDENCE, 5) for key in ("morning", "end")]
    steps = (first, asked[0], *between, asked[1], last)
    async with small_room(tmp_path, replace(session, steps=steps)) as room:
        yield room


async def feel(phones: list[Phone], *choices: str) -> None:
    for phone, choice in zip(phones, choices, strict=False):
        await phone.get("/")
        assert phone.page.name == "confidence"
        await phone.send(choice=choice)


async def test_how_confident_we_feel_is_kept_as_totals_and_compared_at_the_end(
    day: Room, phones: list[Phone]
) -> None:
    await go_to(day, Phase.CONFIDENCE)
    await feel(phones, "1", "2", "2", "4", "3", "cant-say")
    assert phones[0].page.heading == "Your answer is in"
    assert (day.poster().done, day.poster().of) == (6, 6)
    await go_to(day, Phase.CONFIDENCE_SHOWN)
    assert day.state.felt[0].counts == (1, 2, 1, 1, 0)
    assert [bar.count for bar in day.poster().rounds[0].bars] == [3, 1, 1], "bars of one are shown in bands"
    await phones[0].get("/")
    assert (phones[0].page.name, phones[0].page.heading) == ("result", "How confident we feel")
    await go_to(day, Phase.BUDGET)
    await go_to(day, Phase.CONFIDENCE)
    await feel(phones, "4", "4", "5", "5", "3", "3")
    await go_to(day, Phase.CONFIDENCE_SHOWN)
    said = "At first 1 of us felt very or completely confident; now it is 4."
    assert day.poster().lines == (said,)
    await go_to(day, Phase.CLOSING)
    assert said in day.poster().lines
    await phones[3].get("/")
    assert said in phones[3].text


async def test_an_answer_can_be_changed_until_the_question_closes(day: Room, phones: list[Phone]) -> None:
    await go_to(day, Phase.CONFIDENCE)
    await feel(phones, "1", "1", "1", "1", "1", "1")
    link = next(link for link in phones[0].page.links if link.marks.get("signal") == "answer-again")
    await phones[0].get(link.address)
    await phones[0].send(choice="5")
    await phones[1].get("/confidence")
    await go_to(day, Phase.CONFIDENCE_SHOWN)
    await phones[1].send(choice="5")
    assert phones[1].status == 409
    assert day.state.felt[0].counts == (5, 0, 0, 0, 1)


async def test_of_fewer_than_five_answers_no_count_is_kept(day: Room, phones: list[Phone]) -> None:
    await go_to(day, Phase.CONFIDENCE)
    await feel(phones, "1", "2", "3", "4", "cant-say", "cant-say")
    await go_to(day, Phase.CONFIDENCE_SHOWN)
    assert (day.state.felt[0].counts, day.state.felt[0].cant_say) == (None, None)
    assert day.poster().heading == "Too few of us answered to show it"


async def test_nobody_is_asked_where_too_few_have_phones(day: Room, phones: list[Phone]) -> None:
    for seat in (1, 2):
        await day.do(c.TakePaperSeat(seat))
    await go_to(day, Phase.CONFIDENCE)
    await phones[5].get("/")
    assert phones[5].page.name == "wait"
    await day.press(position=day.position())
    assert day.state.felt == ()
    assert day.state.plan.phase is Phase.PRACTICE


async def test_an_answer_that_is_none_is_asked_again(day: Room, phones: list[Phone]) -> None:
    await go_to(day, Phase.CONFIDENCE)
    await phones[0].get("/")
    for choice in ("", "0", "6", "x"):
        await phones[0].post("/confidence", position=day.position(), choice=choice)
        assert (phones[0].status, phones[0].page.name) == (422, "confidence")


async def decided(day: Room, phones: list[Phone]) -> None:
    await go_to(day, Phase.DECISION)
    for phone in phones:
        await phone.get("/")


async def differ(phone: Phone, text: str) -> None:
    link = next(link for link in phone.page.links if link.marks.get("signal") == "differ")
    await phone.get(link.address)
    assert phone.page.name == "minority"
    await phone.send(view=text)


async def test_other_views_go_into_the_record_in_one_batch_as_the_room_goes_on(
    day: Room, phones: list[Phone]
) -> None:
    await decided(day, phones)
    before = len(day.record.entries)
    await differ(phones[4], "It was brave.")
    await differ(phones[0], "Too dear.")
    await differ(phones[0], "A good budget.")
    await differ(phones[1], "")
    assert len(day.record.entries) == before, "nothing is on the disk before the room goes on"
    assert day.state.minority == {}
    await day.press(position=day.position())
    assert day.state.minority == {"A01": ("A good budget.", "It was brave.")}
    await go_to(day, Phase.CLOSING)
    (batch,) = day.poster().written
    assert batch.heading == "Some of us saw it differently: Warm Welcome Lunches"
    assert batch.texts == ("A good budget.", "It was brave.")
    await phones[2].get("/")
    assert "It was brave." in phones[2].text


async def test_the_reply_does_not_tell_whether_there_was_another_view(day: Room, phones: list[Phone]) -> None:
    await decided(day, phones)
    seen = set()
    for phone, text in zip(phones, ("", "No.", "y" * 900, "ŵ" * 900, "字" * 900, "?"), strict=True):
        await differ(phone, text)
        seen.add((phone.status, phone.page.name, len(phone.text)))
    assert len(seen) == 1


async def test_another_view_can_be_hidden_too(day: Room, phones: list[Phone]) -> None:
    await decided(day, phones)
    await differ(phones[4], "Only fools like it.")
    await day.press(position=day.position())
    await day.do(c.HideReason("A01", 0, 0, "it was rude"))
    await go_to(day, Phase.CLOSING)
    assert day.poster().written[0].texts == ()
    assert day.poster().written[0].hidden == "One reason was hidden; the record says why."


async def test_one_who_stepped_out_has_no_other_view(day: Room, phones: list[Phone]) -> None:
    await go_to(day, Phase.TALK)
    await day.do(c.StepOut(1, "A01"))
    await go_to(day, Phase.DECISION)
    await phones[0].get("/minority")
    assert phones[0].page.name == "stepping-out"
    await phones[0].post("/minority", application="A01", view="I say so")
    assert phones[0].status == 409
    await day.press(position=day.position())
    assert day.state.minority == {}


async def test_other_views_outlast_a_step_back_and_a_jump_that_nobody_was_asked_about(
    day: Room, phones: list[Phone]
) -> None:
    await decided(day, phones)
    await differ(phones[4], "It was brave.")
    await day.do(c.Undo(day.position()))
    assert day.state.plan.phase is not Phase.DECISION
    await day.do(c.JumpTo(day.position(), ahead(day.state)[0].key, sure=False))
    assert day.state.minority == {"A01": ("It was brave.",)}


async def test_the_fifth_phone_wakes_the_other_four_which_are_asked_now(day: Room) -> None:
    async with AsyncExitStack() as stack:
        phones = [await stack.enter_async_context(Phone(day)) for _ in range(5)]
        for one in phones[:4]:
            await one.join(day)
        await go_to(day, Phase.CONFIDENCE)
        await phones[0].get("/")
        assert phones[0].page.name == "wait"
        with day.watch(1) as watch:
            before = fingerprint_in(day, 1)
            await phones[4].join(day)
            assert watch.pending
        assert fingerprint_in(day, 1) != before
        await phones[0].get("/")
        assert phones[0].page.name == "confidence"


async def test_another_view_that_is_hidden_leaves_the_phones_that_show_it(
    day: Room, phones: list[Phone]
) -> None:
    await decided(day, phones)
    await differ(phones[4], "Only fools like it.")
    await day.press(position=day.position())
    await go_to(day, Phase.CLOSING)
    before = fingerprint_in(day, 1)
    await day.do(c.HideReason("A01", 0, 0, "it was rude"))
    assert fingerprint_in(day, 1) != before
    await phones[0].get("/")
    assert "fools" not in phones[0].text
