"""The agenda made where none is given."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.model.session import Application, Step, StepKind
from sessions.plan.default_agenda import LUNCH, default_agenda


def applications(count: int) -> list[Application]:
    return [Application(ref=f"A{n:02}", title=f"Tea {n}", asked=Decimal(1000)) for n in range(1, count + 1)]


def stretches(steps: tuple[Step, ...]) -> list[int]:
    runs = [0]
    for step in steps:
        if step.kind is StepKind.BREAK:
            runs.append(0)
        else:
            runs[-1] += step.minutes
    return runs


@given(st.integers(0, 120), st.integers(1, 60))
def test_nobody_sits_longer_than_an_hour_without_a_break(count: int, minutes: int):
    steps = default_agenda(applications(count), minutes=minutes)

    assert max(stretches(steps)) <= 60
    assert min(stretches(steps)) > 0, "no break at the edges of the day, nor two in a row"


@given(st.integers(0, 700))
def test_every_application_is_heard_once_in_order_between_practice_and_budget(count: int):
    steps = default_agenda(applications(count))
    kinds = [step.kind for step in steps if step.kind is not StepKind.BREAK]

    assert [step.ref for step in steps if step.ref] == [a.ref for a in applications(count)]
    assert kinds[:2] == [StepKind.WELCOME, StepKind.PRACTICE]
    assert kinds[-2:] == [StepKind.BUDGET, StepKind.CLOSING]
    assert [step.key for step in steps] == [f"s{n}" for n in range(1, len(steps) + 1)]


@pytest.mark.parametrize(("count", "lunches"), [(4, 0), (11, 0), (12, 1), (19, 1), (21, 1)])
def test_a_day_of_more_than_four_hours_of_work_has_one_lunch(count: int, lunches: int):
    steps = default_agenda(applications(count))

    assert sum(step.minutes == LUNCH for step in steps) == lunches


def test_lunch_is_at_an_hour_when_people_eat():
    steps = default_agenda(applications(16))
    lunch = next(at for at, step in enumerate(steps) if step.title == "Lunch")

    assert 120 <= sum(step.minutes for step in steps[:lunch]) <= 210, "between noon and half past one"


def test_a_longer_look_at_each_application_makes_more_breaks():
    few = [s for s in default_agenda(applications(4), minutes=60) if s.kind is StepKind.BREAK]

    assert len(few) == 5, "after practice, between the four, before the budget"
