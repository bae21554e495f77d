"""When everybody can go home: worked out by hand, and the same after anything that may happen to a laptop."""

import datetime as dt

import msgspec
import pytest
from hypothesis import given, settings

from sessions import commands as c
from sessions.events import Stamped
from sessions.evolve import fold
from sessions.schedule.delay import offset
from sessions.schedule.forecast import finish, next_break, planned_finish, step_ends
from sessions.views.desk.pacing import pacing
from tests.sessions.clocked import SHORT, arriving, day, time
from tests.sessions.days import DAYS, live

MINUTE = dt.timedelta(minutes=1)

NINETEEN = day(
    "welcome 10",
    "practice 10",
    *(f"A{n:02d} 15" for n in (1, 2, 3, 4)),
    "break1 10",
    *(f"A{n:02d} 15" for n in (5, 6, 7, 8)),
    "break2 10",
    *(f"A{n:02d} 15" for n in (9, 10, 11)),
    "break3 45",
    *(f"A{n:02d} 15" for n in (12, 13, 14, 15)),
    "break4 10",
    *(f"A{n:02d} 15" for n in (16, 17, 18, 19)),
    "budget 30",
    "closing 15",
    applications=19,
)


def test_a_day_of_nineteen_with_all_that_goes_wrong_ends_when_worked_out_by_hand():
    # As planned: 10 + 10 + 19 x 15 + 10 + 10 + 45 + 10 + 30 + 15 = 425 minutes, from 10:00: home at 17:05.
    world = arriving(NINETEEN, "09:45")
    assert world.home == "17:05"

    # A late start: at 10:12, not 10:00. 12 minutes more: home at 17:17.
    world = world.at("10:12").on_to("welcome")
    assert world.home == "17:17"
    world = world.at("10:22").on_to("practice").at("10:32").on_to("A01").at("10:47").on_to("A02")
    world = world.at("11:02").on_to("A03").at("11:17").on_to("A04").at("11:32").on_to("break1")
    assert world.home == "17:17"

    # A second late start: the break was to end at 11:42, and we go on at 11:47. 5 more: 17:22.
    world = world.at("11:47").on_to("A05")
    assert world.home == "17:22"

    # An overrun: application 6 begins at 12:02, takes 22 minutes and not 15. 7 more: 17:29.
    world = world.at("12:02").on_to("A06").at("12:24").on_to("A07")
    assert world.home == "17:29"

    # A break skipped: from application 8, which began at 12:39, we go on at 12:54 without break2. 10 less: 17:19.
    world = world.at("12:39").on_to("A08").through("A08").at("12:54")
    world = world.when(c.JumpTo(world.state.plan.position, "A09", sure=True))
    assert world.home == "17:19"

    # An extra break: in application 10, which began at 13:09, at 13:15; asked for as 10 minutes. 10 more: 17:29.
    world = world.at("13:09").on_to("A10").at("13:15").when(c.TakeBreak(10))
    assert world.home == "17:29"
    # It took 12, and then the application its other 9 minutes: 2 more: 17:31.
    world = world.at("13:27").press()
    assert world.home == "17:31"
    world = world.at("13:36").on_to("A11").at("13:51").on_to("break3").at("14:36").on_to("A12")
    world = world.at("14:51").on_to("A13")
    assert world.home == "17:31"

    # The laptop sleeps from 14:55 to 15:05. At first the plan still holds; at 15:16, it is 10 more: 17:41.
    asleep = world.at("15:05")
    assert asleep.home == "17:31"
    world = world.at("15:16").on_to("A14")
    assert world.home == "17:41"

    world = world.at("15:31").on_to("A15").at("15:46").on_to("break4").at("15:56").on_to("A16")
    world = world.at("16:11").on_to("A17").at("16:26").on_to("A18").at("16:41").on_to("A19")
    world = world.at("16:56").on_to("budget").at("17:26").on_to("closing")
    assert world.home == "17:41"

    why = offset(world.state, world.clock)
    assert (why.late, why.pauses, why.added, why.changed) == (
        12 * MINUTE,
        12 * MINUTE,
        0 * MINUTE,
        -10 * MINUTE,
    )
    assert why.overtime == (5 + 7 + 10) * MINUTE
    assert planned_finish(world.state, world.clock) == time("17:05")

    world = world.at("17:41").press()
    assert world.state.ended
    assert [t.ended for t in world.state.timings][-1] == time("17:41")
    assert [one.what for one in world.state.interventions] == ["break-skipped", "break-taken"]

    # What a restart reads back from the disk says the same.
    read = [msgspec.convert(msgspec.json.decode(msgspec.json.encode(one)), Stamped) for one in world.history]
    assert finish(fold(read), time("21:00")) == time("17:41")


def test_minutes_given_in_one_phase_are_still_expected_in_the_next():
    world = arriving(SHORT).at("10:00").on_to("welcome").at("10:10").on_to("A01")
    world = world.when(c.AddMinutes(5))
    assert world.home == "11:55"
    assert world.at("10:12").press().home == "11:55"


def test_a_break_now_is_expected_to_last_as_long_as_was_said():
    world = arriving(SHORT).at("10:00").on_to("welcome").at("10:10").on_to("A01").at("10:15")
    world = world.when(c.TakeBreak(10))
    assert world.home == "12:00"
    assert world.at("10:20").home == "12:00"
    assert world.at("10:28").home == "12:03"
    assert world.at("10:20").when(c.AddMinutes(5)).home == "12:05"
    assert world.at("10:28").press().home == "12:03"


def test_a_break_cut_short_gives_the_time_back():
    world = arriving(SHORT).at("10:00").on_to("welcome").at("10:05").when(c.TakeBreak(10))
    assert world.at("10:08").press().home == "11:53"


def test_taking_a_step_back_keeps_the_time_it_had():
    world = arriving(SHORT).at("10:00").on_to("welcome").at("10:10").on_to("A01")
    back = world.at("10:12").when(c.Undo(world.state.plan.position))
    assert back.state.step.key == "welcome"
    assert back.home == "11:52"
    assert back.on_to("A01").home == "11:52"


def test_before_the_day_the_planned_start_counts_until_it_is_past():
    assert arriving(SHORT, "09:40").home == "11:50"
    assert arriving(SHORT, "10:07").home == "11:57"


def test_before_the_day_the_desk_says_when_it_starts_and_not_how_early_we_are():
    world = arriving(SHORT, "08:00").on_to("welcome").at("09:40")
    told = pacing(world.state, world.clock)
    assert "10:00" in told.line
    assert told.why == ()
    later = world.at("10:00")
    assert "10:00" not in pacing(later.state, later.clock).line


def test_a_rehearsal_in_the_evening_is_not_ten_hours_late():
    world = arriving(SHORT, "20:00").on_to("welcome")
    assert world.home == "21:50"
    assert offset(world.state, world.clock).whole == 0 * MINUTE


def test_the_next_break_is_expected_with_the_delays_so_far():
    world = arriving(SHORT).at("10:06").on_to("welcome")
    assert next_break(world.state, world.clock) == time("10:46")


@pytest.mark.parametrize("hours", [-5, -1, 1, 5])
def test_a_changed_clock_changes_what_it_says_and_not_how_long_is_left(hours):
    world = arriving(SHORT).at("10:00").on_to("welcome").at("10:10").on_to("A01").at("10:20")
    left = finish(world.state, world.clock) - world.clock
    by = dt.timedelta(hours=hours)

    world = world.__class__(**{**vars(world), "now": world.clock + by}).when(
        c.FollowClock(int(by.total_seconds()))
    )

    assert finish(world.state, world.clock) - world.clock == left
    assert world.state.plan.since == time("10:10") + by
    assert [(t.ended or world.clock) - t.started for t in world.state.timings] == [10 * MINUTE, 10 * MINUTE]


def test_a_clock_put_back_unseen_ends_nothing_before_it_began():
    world = arriving(SHORT).at("10:00").on_to("welcome").at("10:10").on_to("A01").at("09:00").press()
    assert all(t.ended is None or t.ended >= t.started for t in world.state.timings)
    assert step_ends(world.state, world.clock) >= world.clock


def test_a_start_that_was_forgotten_is_forgiven():
    world = arriving(SHORT).at("10:00").on_to("welcome").at("10:13").on_to("A01").at("10:14")
    assert world.home == "11:53"
    world = world.when(c.MoveStart(world.state.plan.position, 4))
    assert world.home == "11:50"
    welcome, introduced = world.state.timings
    assert (welcome.ended, introduced.started) == (time("10:10"), time("10:10"))


def test_a_start_is_never_before_that_of_the_phase_it_follows():
    world = arriving(SHORT).at("10:00").on_to("welcome").at("10:02").on_to("A01").at("10:03")
    world = world.when(c.MoveStart(world.state.plan.position, 60))
    assert [t.started for t in world.state.timings] == [time("10:00"), time("10:00")]


def test_a_holding_slide_is_a_pause_without_an_end_of_its_own():
    world = arriving(SHORT).at("10:00").on_to("welcome").when(c.Hold("We wait for the taxi."))
    assert world.at("10:03").home == "11:53"
    world = world.at("10:07").press()
    assert world.state.plan.pause is None
    assert world.at("10:09").home == "11:57"


def moments(orders):
    world = live([])
    for order in orders:
        world = world.when(order(world))
        yield world


@given(DAYS)
@settings(max_examples=100, deadline=None)
def test_on_any_day_the_parts_of_the_delay_add_up_and_nothing_is_expected_in_the_past(orders):
    for world in moments(orders):
        if not world.state.ended:
            assert finish(world.state, world.clock) >= step_ends(world.state, world.clock) >= world.clock
        whole = finish(world.state, world.clock) - planned_finish(world.state, world.clock)
        assert offset(world.state, world.clock).whole == whole
        assert all(t.ended is None or t.ended >= t.started for t in world.state.timings)
