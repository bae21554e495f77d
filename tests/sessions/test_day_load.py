"""The day's load, told honestly."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.model.phases import SHARES
from sessions.model.session import Application, Criterion, Member, Scale, Session, Step, StepKind
from sessions.plan.day_load import COMFORTABLE_DAY, day_load, days_needed, phase_minutes
from sessions.plan.default_agenda import default_agenda


def session(
    count: int, *, summary: str = "", steps: tuple[Step, ...] | None = None, **more: object
) -> Session:
    heard = tuple(
        Application(ref=f"A{n:02}", title="Tea", asked=Decimal(10), summary=summary)
        for n in range(1, count + 1)
    )
    return Session(
        title="Day",
        pot=Decimal(100),
        members=tuple(Member(seat=n) for n in range(1, 8)),
        criteria=(Criterion(key="reach", question="Reach?", scale=Scale()),),
        applications=heard,
        steps=default_agenda(heard) if steps is None else steps,
        **more,
    )


def steps_of(*minutes: int, rests: tuple[int, ...] = ()) -> tuple[Step, ...]:
    return tuple(
        Step(key=f"s{at}", kind=StepKind.BREAK if at in rests else StepKind.NOTE, minutes=length)
        for at, length in enumerate(minutes)
    )


def test_the_finish_is_the_start_and_all_the_minutes():
    load = day_load(session(1, steps=steps_of(50, 10, 95, rests=(1,)), start=dt.time(9, 30)))

    assert (load.minutes, load.start, load.finish) == (155, dt.time(9, 30), dt.time(12, 5))
    assert (load.breaks, load.break_minutes, load.longest_stretch) == (1, 10, 95)
    assert load.stretch_is_long


def test_a_day_without_a_start_begins_at_ten():
    assert day_load(session(1, steps=steps_of(60))).finish == dt.time(11)


def test_a_day_that_runs_past_midnight_has_no_finish():
    assert day_load(session(60)).finish is None


def test_reading_is_counted_for_slow_careful_readers_and_rounded_up():
    assert day_load(session(2, summary="word " * 175)).reading_minutes == 2
    assert day_load(session(1, summary="word " * 176)).reading_minutes == 2


def test_an_application_without_a_summary_is_counted_as_a_page():
    assert day_load(session(7)).reading_minutes == 20, "7 pages of 500 words at 175 a minute"


@pytest.mark.parametrize(("applications", "days"), [(2, 1), (11, 1), (14, 1), (15, 2), (19, 2), (40, 3)])
def test_days_needed_are_said_honestly(applications: int, days: int):
    assert day_load(session(applications)).days == days


def test_a_step_is_never_cut_in_two_and_a_second_morning_has_its_welcome():
    assert days_needed(steps_of(200, 160)) == 1
    assert days_needed(steps_of(200, 161)) == 2
    assert days_needed(steps_of(200, 161, 189)) == 2, "10 + 161 + 189 fills the second day"
    assert days_needed(steps_of(200, 161, 190)) == 3


def test_a_break_at_the_end_of_a_day_costs_nothing():
    assert days_needed(steps_of(COMFORTABLE_DAY, 45, rests=(1,))) == 1


def test_fifteen_minutes_are_shared_as_stated():
    assert phase_minutes(15) == SHARES


@given(st.integers(0, 600))
def test_phases_add_up_to_the_step(minutes: int):
    shared = phase_minutes(minutes)

    assert list(shared) == ["introduce", "read", "score", "reveal", "talk", "ballot", "outcome", "decision"]
    assert sum(shared.values()) == minutes
    assert all(0 <= abs(given * 15 - minutes * SHARES[phase]) < 15 for phase, given in shared.items())
