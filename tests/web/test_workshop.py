"""A criteria workshop by posts and orders: suggested, put together, weighed in secret, and then the rule."""

from __future__ import annotations

from collections.abc import AsyncIterator
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace

from panel_tui.record.history import history
from panel_tui.room.room import Room
from sessions import commands as c
from sessions.audit import audit
from sessions.events import Draft
from sessions.model.phases import Phase
from sessions.model.refusals import No, Refused
from sessions.model.session import Step, StepKind
from tests.web.phones import Phone, go_to, seated_phones, small_room, small_session

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
    async with seated_phones(day) as phones:
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
    await weigh(phones, (6, 1, 3), (6, 0, 4), (5, 2, 3), (4, 3, 3), (6, 1, 3), (7, 1, 2))
    assert phones[0].page.heading == "Your answer is in"
    await go_to(day, Phase.WORKSHOP_SHOWN)
    made = day.state.model.criteria
    assert [(one.key, one.weight) for one in made] == [
        ("reach", Decimal("5.7")),
        ("value", Decimal("1.3")),
        ("own-1", Decimal("3.0")),
    ]
    assert made[1].scale == day.state.model.criterion("value").scale
    assert day.poster().rows[0] == (
        "Will it reach people who are on their own?",
        "counts for 5.7 parts in 10 of the score",
    )
    await go_to(day, Phase.SCORE, ref="A01")
    await phones[0].get("/")
    assert phones[0].page.heading == "Will it reach people who are on their own?"
    assert audit(history(day.record.entries)) is None


async def test_where_too_few_weigh_the_weights_stay(day: Room, phones: list[Phone]) -> None:
    await suggested(day, phones)
    await go_to(day, Phase.WORKSHOP_WEIGH)
    await weigh(phones[:4], (5, 5), (0, 10), (10, 0), (1, 9))
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


async def test_ten_points_are_shared_and_what_was_typed_stays(day: Room, phones: list[Phone]) -> None:
    await suggested(day, phones)
    await go_to(day, Phase.WORKSHOP_WEIGH)
    one = phones[0]
    for given, said in (("4", "So far it is 7."), ("8", "So far it is 11.")):
        await one.get("/")
        await one.send(q1="3", q2=given)
        assert one.status == 422
        assert said in one.news
        assert one.page.main_form is not None
        assert one.page.main_form.field("q2").value == given
        assert "Please check:" in one.text
    for wrong in ("eleven", "11", "-1", "1.5", "\u0663"):
        await one.get("/")
        await one.send(q1=wrong)
        assert one.status == 422
    await one.get("/")
    await one.send(q1="3", q2="7")
    assert one.page.heading == "Your answer is in"
    assert day.poster().done == 1


async def test_who_shares_no_point_leaves_it_to_others(day: Room, phones: list[Phone]) -> None:
    await suggested(day, phones)
    await listed(day, REACH, DO)
    await go_to(day, Phase.WORKSHOP_WEIGH)
    await weigh(phones, (10, 0), (10, 0), (10, 0), (10, 0), (10, 0), ())
    await go_to(day, Phase.WORKSHOP_SHOWN)
    made = [(one.key, one.weight) for one in day.state.model.criteria]
    assert made == [("reach", Decimal(10)), ("do", Decimal("0.1"))], (
        "no point at all still counts for a little"
    )
    assert audit(history(day.record.entries)) is None
