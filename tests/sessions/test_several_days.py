"""Several days: one ends between two applications, and the night that follows counts for nothing."""

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace as with_changes

from sessions import commands as c
from sessions import events as e
from sessions.audit import audit
from sessions.model.phases import Phase
from sessions.model.session import Standing, StepKind
from sessions.schedule.break_due import since_break
from sessions.schedule.delay import offset
from sessions.schedule.forecast import finish, next_break, planned_finish
from sessions.state import scores_of
from sessions.views.desk.choice_lists import choices
from sessions.views.desk.desk import DeskBeside, SeatIs, desk
from sessions.views.desk.pacing import pacing
from sessions.views.phone.current_page import Ask, Mine, page
from sessions.views.wall.current_poster import Outside, poster
from tests.sessions.clocked import Clocked, day

THURSDAY, FRIDAY = dt.date(2026, 12, 3), dt.date(2026, 12, 4)
LONDON = ZoneInfo("Europe/London")
MINUTE = dt.timedelta(minutes=1)
LINES = ("welcome 10", "A01 15", "overnight 0", "A02 15", "break1 10", "A03 15", "budget 30", "closing 15")


def two_days(*, next_day=FRIDAY, start=dt.time(10), **more):
    """Give a session with a night after its first application."""
    model = day(*LINES, **more)
    steps = tuple(
        with_changes(step, next=next_day, start=start) if step.kind is StepKind.OVERNIGHT else step
        for step in model.steps
    )
    return with_changes(model, steps=steps, date=THURSDAY)


def on(day_of, clock, zone=dt.UTC):
    """Give a moment of a day in a zone, as the laptop's clock gives it: with that moment's own offset."""
    hours, minutes = map(int, clock.split(":"))
    local = dt.datetime.combine(day_of, dt.time(hours, minutes), zone)
    return local.astimezone(dt.timezone(local.utcoffset()))


def moved(world, when):
    return replace(world, now=when)


def the_evening(model=None, *, day_of=THURSDAY, zone=dt.UTC, phones=0):
    """Come to the night: begun at ten, the first application from 10:10 to 10:25."""
    world = Clocked(now=on(day_of, "9:50", zone)).when(c.OpenDoors(model or two_days()))
    for seat in world.state.seats:
        world = (
            world.after(e.SeatTaken(seat, f"t{seat}"))
            if seat <= phones
            else world.when(c.TakePaperSeat(seat))
        )
    world = moved(world, on(day_of, "10:00", zone)).on_to("welcome")
    world = moved(world, on(day_of, "10:10", zone)).on_to("A01").through("A01")
    return moved(world, on(day_of, "10:25", zone)).on_to("overnight")


def the_morning(world, when, *, back=None):
    """Begin the next day, with these seats back; all of them where none are named."""
    world = moved(world, when).press()
    assert world.state.plan.phase is Phase.MORNING
    for seat in world.state.seats if back is None else back:
        world = world.when(c.ComeAgain(seat))
    return world


def test_a_seat_put_back_after_the_night_is_still_asked_for_once():
    for sent in (c.LeaveEarly(2), c.ReissueCard(e.Card(2, "code", "key"))):
        evening = the_evening().when(sent)
        morning = the_morning(evening, on(FRIDAY, "9:55"), back=[1])
        put_back = morning.when(c.PutSeatBack(2))
        assert not put_back.state.seats[2].left
        assert put_back.state.seats[2].away
        assert put_back.when(c.ComeAgain(2)).state.seats[2].here
        assert audit(put_back.history) is None


def test_a_seat_put_back_once_its_member_is_here_again_is_not_asked_for_twice():
    morning = the_morning(the_evening(), on(FRIDAY, "9:55"), back=[1])
    carded = morning.when(c.ReissueCard(e.Card(2, "code", "key"))).when(c.ComeAgain(2))
    assert carded.when(c.PutSeatBack(2)).state.seats[2].here


def test_an_application_set_aside_on_the_second_day_is_time_taken_off_that_day_alone():
    world = the_morning(the_evening(), on(FRIDAY, "9:55"))
    before = offset(world.state, world.clock)
    gone = world.when(c.SetApplicationAside("A03", Standing.WITHDRAWN, "as they asked"))
    after = offset(gone.state, gone.clock)
    assert (after.changed - before.changed, after.whole - before.whole) == (-15 * MINUTE, -15 * MINUTE)
    assert (after.late, after.overtime) == (before.late, before.overtime)


def test_what_was_set_aside_on_the_first_day_is_not_counted_on_the_second():
    evening = the_evening().when(c.SetApplicationAside("A03", Standing.WITHDRAWN, "as they asked"))
    world = the_morning(evening, on(FRIDAY, "9:55"))
    assert offset(world.state, world.clock).changed == dt.timedelta()
    back = world.when(c.BringBack("A03", "a mistake"))
    assert offset(back.state, back.clock).changed == 15 * MINUTE
    assert audit(back.history) is None


def test_the_wall_sends_us_home_with_how_far_we_are_and_when_we_meet_again():
    world = the_evening()
    shown = poster(world.state, world.clock, Outside())
    assert shown.heading == "That is all for today"
    assert shown.lines == ("1 of 3 done.", "We meet again on Friday at 10:00.", "Rest well.")
    assert shown.frame.then == "", "nobody is told to be home by a time of the next day"


def test_a_day_more_than_a_week_off_is_named_by_its_date():
    world = the_evening(two_days(next_day=dt.date(2026, 12, 10)))
    assert (
        "We meet again on Thursday 10 December at 10:00." in poster(world.state, world.clock, Outside()).lines
    )


def test_where_nobody_knows_when_we_meet_again_the_wall_does_not_say():
    world = the_evening(two_days(next_day=None, start=None))
    assert "You will hear when we meet again." in poster(world.state, world.clock, Outside()).lines


def test_the_next_day_opens_with_what_we_did_and_what_is_left():
    world = the_morning(the_evening(), on(FRIDAY, "9:45"), back=(1, 2))
    shown = poster(world.state, world.clock, Outside(address="10.0.0.1:8765"))
    assert shown.heading == "Welcome back"
    assert shown.lines == (
        "1 of 3 done.",
        "2 are left to look at. Then we divide the pot.",
        "On your phone, open 10.0.0.1:8765 and say that you are here.",
        "2 of 6 of us are back.",
    )


NIGHTS = {
    "eight hours": (THURSDAY, "18:25", dt.UTC),
    "a day": (FRIDAY, "10:00", dt.UTC),
    "seven days": (dt.date(2026, 12, 10), "10:00", dt.UTC),
}


@pytest.mark.parametrize("night", NIGHTS)
def test_a_night_of_any_length_counts_for_nothing(night):
    """Worked out by hand: from ten, 15 + 10 + 15 + 30 + 15 minutes are to come, so home by 11:25."""
    day_of, clock, zone = NIGHTS[night]
    begins = on(day_of, clock, zone)
    world = the_evening(two_days(next_day=day_of, start=begins.time()))
    world = the_morning(world, begins - 15 * MINUTE)
    assert finish(world.state, world.clock) == begins + 85 * MINUTE, "expected before it begins"
    world = moved(world, begins).on_to("A02")
    assert (
        finish(world.state, world.clock) == planned_finish(world.state, world.clock) == begins + 85 * MINUTE
    )
    assert offset(world.state, world.clock).whole == dt.timedelta()
    assert since_break(world.state, world.clock).minutes == 0
    assert next_break(world.state, world.clock) == begins + 15 * MINUTE
    later = moved(world, begins + 5 * MINUTE)
    assert since_break(later.state, later.clock).minutes == 5
    assert pacing(later.state, later.clock).late == 0


@pytest.mark.parametrize(
    ("before", "after"),
    [(dt.date(2026, 10, 24), dt.date(2026, 10, 25)), (dt.date(2026, 3, 28), dt.date(2026, 3, 29))],
)
def test_a_night_over_a_change_of_the_clocks_is_no_hour_longer_or_shorter(before, after):
    world = the_evening(two_days(next_day=after), day_of=before, zone=LONDON)
    world = the_morning(world, on(after, "9:45", LONDON))
    world = moved(world, on(after, "10:00", LONDON)).on_to("A02")
    assert pacing(world.state, world.clock).late == 0
    assert f"{finish(world.state, world.clock):%H:%M}" == "11:25"
    assert pacing(world.state, world.clock).planned == "11:25"


def test_a_late_start_on_the_second_day_is_late_by_that_alone():
    world = the_morning(the_evening(), on(FRIDAY, "9:50"))
    world = moved(world, on(FRIDAY, "10:12")).on_to("A02")
    assert pacing(world.state, world.clock).late == 12
    assert offset(world.state, world.clock).late == 12 * MINUTE


def test_before_the_night_only_what_is_left_of_the_day_is_counted():
    world = Clocked(now=on(THURSDAY, "9:50")).when(c.OpenDoors(two_days()))
    assert f"{finish(world.state, world.clock):%H:%M}" == "10:25"
    assert f"{planned_finish(world.state, world.clock):%H:%M}" == "10:25"


def test_the_agenda_gives_the_lines_of_the_second_day_its_own_times():
    world = Clocked(now=on(THURSDAY, "9:50")).when(c.OpenDoors(two_days()))
    seen = desk(world.state, world.clock, DeskBeside(), choices(world.state, world.clock))
    assert [line.expected for line in seen.agenda] == [
        "10:00", "10:10", "10:25", "10:00", "10:15", "10:25", "10:40", "11:10",
    ]  # fmt: skip


def test_who_is_not_back_is_outside_what_follows():
    world = the_morning(the_evening(), on(FRIDAY, "9:45"), back=(1, 2, 3, 5, 6))
    world = world.on_to("A02").press_until(Phase.SCORE)
    assert scores_of(world.state, "A02").electorate == (1, 2, 3, 5, 6)
    assert page(world.state, 4, world.clock, Ask(), Mine()).heading == "Welcome back"
    world = world.when(c.ComeAgain(4))
    assert scores_of(world.state, "A02").electorate == (1, 2, 3, 5, 6), "what is open is not changed"
    assert world.on_to("A03").press_until(Phase.SCORE).state.plan.phase is Phase.SCORE
    assert scores_of(world.on_to("A03").press_until(Phase.SCORE).state, "A03").electorate == (
        1,
        2,
        3,
        4,
        5,
        6,
    )


def test_going_on_without_somebody_is_asked_about_once():
    world = the_morning(the_evening(), on(FRIDAY, "9:45"), back=(1, 2))
    world.press(sure=False).then_refused("ask-again-not-back")
    assert world.press().state.application == "A02"


def test_beginning_a_day_by_hand_is_asked_about_once():
    world = the_evening()
    world.press(sure=False).then_refused("ask-again-morning")


def test_a_card_and_a_phone_that_was_here_open_the_seat_again():
    world = the_evening(phones=6)
    world = the_morning(world, on(FRIDAY, "9:45"), back=())
    assert world.state.here == ()
    assert {seat.token for seat in world.state.seats.values()} == {f"t{n}" for n in range(1, 7)}
    world = world.when(c.ComeAgain(2)).after(e.SeatTaken(5, "another"))
    assert world.state.here == (2, 5)
    assert world.when(c.ComeAgain(2)).happened == (), "saying it twice changes nothing"


def test_the_desk_says_who_is_not_back():
    world = the_morning(the_evening(), on(FRIDAY, "9:45"), back=(1,))
    seen = desk(world.state, world.clock, DeskBeside(), choices(world.state, world.clock))
    assert [seat.stands for seat in seen.seats] == [SeatIs.HERE, *[SeatIs.AWAY] * 5]


def test_a_day_ends_only_between_two_applications():
    world = Clocked(now=on(THURSDAY, "10:00")).when(c.OpenDoors(two_days()))
    for seat in world.state.seats:
        world = world.when(c.TakePaperSeat(seat))
    end = lambda at: at.when(c.EndDay(at.state.plan.position, FRIDAY, dt.time(10)))  # noqa: E731
    end(world).then_refused("not-now")
    world = world.on_to("A01")
    for phase in (Phase.INTRODUCE, Phase.SCORE, Phase.REVEAL, Phase.TALK, Phase.BALLOT, Phase.OUTCOME):
        world = world.press_until(phase, tally=c.Tally((0, 0, 0, 0, 6), 0))
        end(world).then_refused("between-two")
        world.when(c.JumpTo(world.state.plan.position, "overnight")).then_refused("between-two")
    ended = end(world.press_until(Phase.DECISION))
    assert ended.state.plan.phase is Phase.OVERNIGHT
    assert ended.state.step.next == FRIDAY


def test_a_day_ended_by_hand_goes_on_where_it_stopped():
    model = day("welcome 10", "A01 15", "A02 15", "budget 30", "closing 15", applications=2)
    world = Clocked(now=on(THURSDAY, "10:00")).when(c.OpenDoors(model))
    for seat in world.state.seats:
        world = world.when(c.TakePaperSeat(seat))
    world = world.on_to("A01").through("A01")
    world = world.when(c.EndDay(world.state.plan.position, FRIDAY, dt.time(9, 30)))
    world = the_morning(world, on(FRIDAY, "9:20"))
    world = moved(world, on(FRIDAY, "9:30")).press()
    assert world.state.application == "A02"
    assert pacing(world.state, world.clock).late == 0
    assert f"{finish(world.state, world.clock):%H:%M}" == "10:30"


def test_a_night_in_the_middle_of_dividing_the_pot_leads_back_to_it():
    world = the_morning(the_evening(), on(FRIDAY, "10:00")).on_to("budget")
    world = world.when(c.EndDay(world.state.plan.position))
    world = the_morning(world, on(FRIDAY + dt.timedelta(days=3), "10:00")).press()
    assert world.state.plan.phase is Phase.BUDGET
    assert audit(world.history) is None


def test_other_views_are_kept_before_the_day_ends():
    world = Clocked(now=on(THURSDAY, "10:00")).when(c.OpenDoors(two_days()))
    for seat in world.state.seats:
        world = world.after(e.SeatTaken(seat, f"t{seat}"))
    world = world.on_to("A01").through("A01")
    gathered = c.Gathered(1, texts=("I see it another way.",))
    world = world.when(c.EndDay(world.state.plan.position, FRIDAY, dt.time(10), gathered))
    assert world.state.minority == {"A01": ("I see it another way.",)}


def test_in_the_evening_the_end_of_a_day_can_be_taken_back():
    world = moved(the_evening(), on(THURSDAY, "10:35"))
    back = world.when(c.Undo(world.state.plan.position))
    assert (back.state.application, back.state.plan.phase) == ("A01", Phase.DECISION)
    assert len(back.state.here) == 6
    assert audit(back.history) is None


def test_a_night_taken_back_the_next_morning_makes_nobody_late():
    world = moved(the_evening(), on(FRIDAY, "10:00"))
    world = world.when(c.Undo(world.state.plan.position))
    assert pacing(world.state, world.clock).late == 0
    assert since_break(world.state, world.clock).minutes == 0
    assert audit(world.history) is None


def test_a_morning_is_not_taken_back():
    world = the_morning(the_evening(), on(FRIDAY, "9:45"))
    world.when(c.Undo(world.state.plan.position)).then_refused("nothing-to-undo")


def test_at_night_there_is_no_break_to_take_and_no_line_to_go_to():
    world = the_evening()
    assert world.when(c.TakeBreak()).happened == ()
    world.when(c.AddMinutes(5)).then_refused("not-now")
    world.when(c.JumpTo(world.state.plan.position, "A02")).then_refused("night")


def test_a_record_that_ends_a_day_in_the_middle_of_an_application_is_not_sound():
    world = the_evening()
    at = next(n for n, one in enumerate(world.history) if isinstance(one.event, e.ScoringOpened))
    forged = (*world.history[: at + 1], world.history[-1])
    assert isinstance(forged[-1].event, e.StepStarted)
    assert audit(forged) == at + 1
    assert audit((*world.history, e.Stamped(world.clock, e.MemberBack(1)))) == len(world.history)


def test_the_whole_of_two_days_is_sound():
    world = the_morning(the_evening(), on(FRIDAY, "10:00"), back=(1, 2, 3, 4, 5))
    assert audit(world.press_until(Phase.THANKS, tally=c.Tally((0, 0, 0, 0, 5), 0)).history) is None


@given(hours=st.integers(1, 24 * 21), late=st.integers(0, 40))
def test_how_long_a_night_is_changes_nothing_that_is_said_of_the_day(hours, late):
    model = two_days(next_day=None, start=None)
    evening = the_evening(with_changes(model, start=None))
    said = []
    for night in (8, hours):
        begins = evening.clock + dt.timedelta(hours=night)
        world = moved(the_morning(evening, begins), begins + 10 * MINUTE).on_to("A02")
        world = moved(world, begins + (10 + late) * MINUTE)
        parts = offset(world.state, world.clock)
        said.append((parts, since_break(world.state, world.clock), finish(world.state, world.clock) - begins))
    assert said[0] == said[1]


def test_the_welcome_of_a_day_of_several_says_what_that_day_looks_at():
    def welcome(lines):
        model = day(*lines)
        world = (
            Clocked(now=on(THURSDAY, "9:50"))
            .when(c.OpenDoors(model))
            .when(c.TakePaperSeat(1))
            .on_to("welcome")
        )
        return poster(world.state, world.clock, Outside()).lines[1]

    of_all = ("A01 15", "A02 15", "A03 15")
    assert welcome(LINES) == "Today we look at 1 of our 3 applications."
    assert welcome(("welcome 10", *of_all)) == "Today we look at 3 applications."
    later = "We look at 3 applications, but not today."
    assert welcome(("welcome 10", "overnight 0", *of_all)) == later
