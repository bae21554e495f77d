"""The swap test for words: who wrote what, or anything at all, changes no reply, no event, no wall, no log, no byte."""

import itertools
import logging
import secrets
from collections.abc import Sequence

import pytest

from panel_tui.room.anonymous_answers import AnonymousAnswers
from sessions import commands as c
from sessions.model.phases import Phase
from sessions.model.session import StepKind
from sessions.secret import anonymous_box
from sessions.secret.ballot_box import BallotBox
from tests.secrecy.browsers import browsers
from tests.secrecy.chance import SetClock
from tests.secrecy.swap import hearing
from tests.secrecy.table import REF, ROUND, Table

TEXTS = ("No.", "", "They know every door in the street, and so do we.", "Ŵ" * 300, "", "Too dear", "字" * 90)
SWAPPED = (TEXTS[4], TEXTS[3], TEXTS[0], TEXTS[1], TEXTS[6], TEXTS[2], TEXTS[5])


@pytest.fixture(autouse=True)
def same_ids(monkeypatch):
    """Let the names that forms carry be the same in both worlds."""

    def begin():
        numbers = itertools.count()
        monkeypatch.setattr(secrets, "token_urlsafe", lambda _many=0: f"{next(numbers):012d}")

    return begin


async def world(texts: Sequence[str], same_ids) -> tuple[object, ...]:
    """Vote alike, write these texts, seat after seat, everyone looking at everything in between; then close."""
    same_ids()
    table = Table(clock=SetClock(1))
    seen: list[object] = []
    with hearing(table.trace):
        async with browsers(table.room, table.seats) as phones:
            for seat in table.seats:
                await phones[seat].vote("5")
            for seat, text in zip(table.seats, texts, strict=True):
                await phones[seat].post("/reason", application=REF, round=str(ROUND), reason=text)
                for phone in phones.values():
                    await phone.get("/")
                seen.append(table.room.poster())
            await table.close()
            for phone in phones.values():
                await phone.get("/")
            seen.append(table.room.poster())
            replies = [phone.replies for phone in phones.values()]
            heard = [phone.heard for phone in phones.values()]
    return table.trace, seen, replies, heard


async def test_who_wrote_which_words_changes_nothing_that_can_be_seen(same_ids):
    assert await world(TEXTS, same_ids) == await world(SWAPPED, same_ids)


async def test_the_swap_test_sees_reasons_that_stand_in_the_order_they_were_written(same_ids, monkeypatch):
    honest = BallotBox.tally

    def in_order(self, options, voters):
        tally = honest(self, options, voters)
        return type(tally)(tally.counts, tally.cant_say, tuple(self._reasons.values()))

    monkeypatch.setattr(BallotBox, "tally", in_order)
    assert await world(TEXTS, same_ids) != await world(SWAPPED, same_ids)


async def test_after_a_crash_the_room_is_told_that_reasons_are_lost():
    table = Table()
    for seat in table.seats:
        await table.cast(seat, "5")
    table.room.give_reason(1, REF, ROUND, "They know the street.")
    assert not any("Reasons" in line for line in table.wall)
    table.restart()
    for seat in table.seats:
        table.look(seat)
    assert "Reasons written before the laptop stopped are lost. Please write yours again." in table.wall
    page = table.room.page(1)
    assert type(page).__name__ == "Reason"
    assert page.message.startswith("The laptop stopped, and reasons were lost.")
    await table.close()
    assert table.room.state.rounds[REF][-1].reasons == ()


async def a_day_without_names(views: Sequence[str], feelings: Sequence[str], same_ids) -> tuple[object, ...]:
    """Answer how confident, then have views recorded; everyone looks at everything in between."""
    same_ids()
    table = Table(clock=SetClock(1))
    seen: list[object] = []
    with hearing(table.trace):
        async with browsers(table.room, table.seats) as phones:

            async def everyone_looks() -> None:
                for phone in phones.values():
                    await phone.get("/")
                seen.append(table.room.poster())

            for seat in table.seats:
                await phones[seat].vote("5")
            await go_on(table, Phase.DECISION)
            for seat, text in zip(table.seats, views, strict=True):
                await phones[seat].post("/minority", application=REF, view=text)
                await everyone_looks()
            await table.room.do(c.AddStep(table.room.position(), StepKind.CONFIDENCE, 5, "", "", ""))
            await go_on(table, Phase.CONFIDENCE)
            for seat, choice in zip(table.seats, feelings, strict=True):
                await phones[seat].post("/confidence", position=table.room.position(), choice=choice)
                await everyone_looks()
            await go_on(table, Phase.CONFIDENCE_SHOWN)
            await everyone_looks()
            await go_on(table, Phase.CLOSING)
            await everyone_looks()
            replies = [phone.replies for phone in phones.values()]
            heard = [phone.heard for phone in phones.values()]
    return table.trace, seen, replies, heard


async def go_on(table: Table, phase: Phase) -> None:
    for _ in range(20):
        if table.room.state.plan.phase is phase:
            return
        await table.room.press(position=table.room.position(), sure=True)
    raise AssertionError(f"never came to {phase}")


FEELINGS = ("1", "2", "2", "cant-say", "4", "5", "4")


async def test_who_saw_it_differently_or_felt_unsure_changes_nothing_that_can_be_seen(same_ids):
    one = await a_day_without_names(TEXTS, FEELINGS, same_ids)
    assert one == await a_day_without_names(SWAPPED, FEELINGS[::-1], same_ids)
    assert any(b"They know every door" in entry[1] for entry in one[0] if entry[0] == "write")


SEVERAL = ("free", "pace", "Did we hear every voice?")


async def several_questions(answers: Sequence[Sequence[str]], same_ids) -> tuple[object, ...]:
    """Answer closing questions, one a page, everyone looking in between; not everyone comes to the end."""
    same_ids()
    table = Table(clock=SetClock(1))
    seen: list[object] = []
    with hearing(table.trace):
        async with browsers(table.room, table.seats) as phones:
            await go_on(table, Phase.DECISION)
            added = c.AddStep(table.room.position(), StepKind.CONFIDENCE, 5, questions=SEVERAL)
            await table.room.do(added)
            await go_on(table, Phase.CONFIDENCE)
            for seat, choices in zip(table.seats, answers, strict=True):
                for number, choice in enumerate(choices, start=1):
                    fields = {"position": table.room.position(), "number": str(number), "choice": choice}
                    await phones[seat].post("/confidence", **fields)
                    for phone in phones.values():
                        await phone.get("/")
                    seen.append(table.room.poster())
            await go_on(table, Phase.FELT_SHOWN)
            await go_on(table, Phase.CLOSING)
            for phone in phones.values():
                await phone.get("/")
            seen.append(table.room.poster())
            replies = [phone.replies for phone in phones.values()]
            heard = [phone.heard for phone in phones.values()]
    return table.trace, seen, replies, heard


async def test_who_answered_what_to_which_closing_question_changes_nothing_that_can_be_seen(same_ids):
    given = [("5", "3", "1"), ("1", "5", "2"), ("cant-say", "1", "3"), ("2", "2", "4"), ("4", "4", "5")]
    two = [("3", "3"), ("1", "4")]
    columns = list(zip(*given, strict=True))
    # the same totals, and none of the rows: each question's answers go to other seats by themselves
    moved = list(zip(*(column[n:] + column[:n] for n, column in enumerate(columns, start=1)), strict=True))
    assert not set(moved) & set(given)
    one = await several_questions([*given, *two], same_ids)
    assert one == await several_questions([*moved, *two[::-1]], same_ids)
    assert any(b"Did we hear every voice?" in entry[1] for entry in one[0] if entry[0] == "write")


async def test_the_swap_test_sees_a_row_of_answers_that_is_kept(same_ids, monkeypatch):
    honest = anonymous_box.UnsignedBox.gathered

    def by_row(self, place, seats, *, points, begun=None):
        told = honest(self, place, seats, points=points, begun=begun)
        rows = {repr(row) for row in self._given.get(place, {}).values()}
        logging.getLogger("sessions.secret.anonymous_box").info("rows %s", sorted(rows))
        return told

    given = [("5", "3", "1"), ("1", "5", "2"), ("cant-say", "1", "3"), ("2", "2", "4"), ("4", "4", "5")]
    rest = [("3", "3", "3"), ("1", "4", "1")]
    moved = [(given[n - 1][0], *one[1:]) for n, one in enumerate(given)]
    monkeypatch.setattr(anonymous_box.UnsignedBox, "gathered", by_row)
    one = await several_questions([*given, *rest], same_ids)
    assert one != await several_questions([*moved, *rest], same_ids)


async def test_the_swap_test_sees_views_that_stand_in_the_order_they_were_written(same_ids, monkeypatch):
    monkeypatch.setattr(anonymous_box, "sorted", list, raising=False)
    one = await a_day_without_names(TEXTS, FEELINGS, same_ids)
    assert one != await a_day_without_names(SWAPPED, FEELINGS, same_ids)


async def test_the_swap_test_sees_an_answer_that_shows_in_the_reply(same_ids, monkeypatch):
    honest = AnonymousAnswers.feel

    def telling(self, seat, position, choice, number=1):
        honest(self, seat, position, choice, number)
        logging.getLogger("panel_tui.room.anonymous_answers").info("felt %s", choice)

    monkeypatch.setattr(AnonymousAnswers, "feel", telling)
    one = await a_day_without_names(TEXTS, FEELINGS, same_ids)
    assert one != await a_day_without_names(TEXTS, FEELINGS[::-1], same_ids)
