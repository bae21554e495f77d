"""A criteria workshop by posts and orders: suggested, put together, weighed in secret, and then the rule."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace

from panel_tui.history import history
from panel_tui.room import Room
from sessions import commands as c
from sessions.audit import audit
from sessions.events import Draft
from sessions.model import Step, StepKind
from sessions.phases import Phase
from sessions.refusals import No, Refused

from .phones import Phone, go_to, small_room, small_session

REACH, DO, VALUE = (Draft(one.question, one.key) for one in small_session().criteria)


@pytest.fixture
async def day(tmp_path: Path) -> AsyncIterator[Room]:
    """A small day with a workshop in the morning; ties look at one of its questions."""
    session = small_session(ties=("criterion:reach", "smaller-ask"))
    steps = (session.steps[0], Step("w", StepKind.WORKSHOP, 20), *session.steps[1:])
    async with small_room(tmp_path, replace(session, steps=steps)) as room:
        yield room


@pytest.fixture
async def phones(day: Room) -> AsyncIterator[list[Phone]]:
    async with AsyncExitStack() as stack:
        phones = [await stack.enter_async_context(Phone(day)) for _ in range(6)]
        for one in phones:
            await one.join(day)
        await go_to(day, Phase.WORKSHOP)
        for one in phones:
            await one.get("/")
        yield phones


async def suggested(day: Room, phones: list[Phone]) -> None:
    await phones[0].send(s1="Will it last?", s2="Is it kind?")
    await phones[3].send(s1="will it last?")
    await phones[5].send(s1="Did old people ask for it?\x1b[31m")
    await go_to(day, Phase.WORKSHOP_LIST)


async def listed(day: Room, *lines: Draft) -> None:
    await day.do(c.ListCriteria(day.position(), lines))


async def weigh(phones: list[Phone], *rows: tuple[int, ...]) -> None:
    for phone, row in zip(phones, rows, strict=False):
        await phone.get("/")
        assert phone.page.name == "workshop"
        await phone.send(**{f"q{n}": str(mark) for n, mark in enumerate(row, start=1)})


async def test_suggestions_come_as_one_batch_with_the_questions_there_were(
    day: Room, phones: list[Phone]
) -> None:
    before = len(day.record.entries)
    await suggested(day, phones)
    assert len(day.record.entries) == before + 1
    new = [line.question for line in day.state.draft[3:]]
    assert day.state.draft[:3] == (REACH, DO, VALUE)
    assert new == ["Did old people ask for it?[31m", "Is it kind?", "Will it last?"]
    assert [words for words, _ in day.poster().rows][:1] == [REACH.question]


async def test_what_the_room_weighs_is_what_it_judges_by(day: Room, phones: list[Phone]) -> None:
    await suggested(day, phones)
    await listed(
        day, Draft("Will it reach people who are on their own?", "reach"), VALUE, Draft("Will it last?")
    )
    await go_to(day, Phase.WORKSHOP_WEIGH)
    assert (day.poster().done, day.poster().of) == (0, 6)
    await weigh(phones, (5, 1, 3), (5, 1, 4), (5, 2, 3), (4, 1, 3), (5, 1, 3), (5, 1, 3))
    assert phones[0].page.heading == "Your answer is in"
    await go_to(day, Phase.WORKSHOP_SHOWN)
    made = day.state.model.criteria
    assert [(one.key, one.weight) for one in made] == [
        ("reach", Decimal("4.8")),
        ("value", Decimal("1.2")),
        ("own-1", Decimal("3.2")),
    ]
    assert made[1].scale == day.state.model.criterion("value").scale
    assert day.poster().rows[0] == (
        "Will it reach people who are on their own?",
        "counts for 5.2 parts in 10 of the score",
    )
    await go_to(day, Phase.SCORE, ref="A01")
    await phones[0].get("/")
    assert phones[0].page.heading == "Will it reach people who are on their own?"
    assert audit(history(day.record.entries)) is None


async def test_where_too_few_weigh_the_weights_stay(day: Room, phones: list[Phone]) -> None:
    await suggested(day, phones)
    await go_to(day, Phase.WORKSHOP_WEIGH)
    await weigh(phones[:4], (5,) * 6, (1,) * 6, (1,) * 6, (1,) * 6)
    await go_to(day, Phase.WORKSHOP_SHOWN)
    assert {one.weight for one in day.state.model.criteria} == {Decimal(1)}
    assert day.state.workshops == {"w": None}
    assert day.poster().lines[0].startswith("Too few of us weighed every question")


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ((DO, VALUE), No.TIES_NEED_IT),
        ((REACH, REACH), No.NO_SUCH_QUESTION),
        ((REACH, Draft("What?", "nothing")), No.NO_SUCH_QUESTION),
        ((REACH, Draft("")), No.WHY_NEEDED),
        ((), No.NO_SUCH_QUESTION),
    ],
)
async def test_a_list_that_cannot_be_is_refused(
    day: Room, phones: list[Phone], lines: tuple[Draft, ...], code: No
) -> None:
    await suggested(day, phones)
    with pytest.raises(Refused) as refused:
        await listed(day, *lines)
    assert refused.value.code is code


async def test_a_list_too_long_to_weigh_is_shortened_first(day: Room, phones: list[Phone]) -> None:
    await suggested(day, phones)
    await listed(day, *day.state.draft, *(Draft(f"And {n}?") for n in range(5)))
    with pytest.raises(Refused) as refused:
        await day.press(position=day.position(), sure=True)
    assert refused.value.code is No.TOO_MANY_QUESTIONS


async def test_once_something_is_scored_the_criteria_stand(day: Room, phones: list[Phone]) -> None:
    await go_to(day, Phase.TALK)
    await day.do(c.JumpTo(day.position(), "w", sure=True))
    assert "stand" in day.poster().lines[0]
    await phones[0].get("/")
    assert phones[0].page.name == "wait"
    before = day.state.model.criteria
    await day.press(position=day.position())
    assert day.state.plan.phase is not Phase.WORKSHOP
    assert day.state.model.criteria == before
