import pytest

from screens import timing
from screens.wall_page.moment import moment
from sessions.model.phases import Phase
from sessions.views.wall.current_poster import Outside, poster
from tests.sessions.test_workshop import workshop
from tests.wall.posters import NOW, timed


@pytest.mark.parametrize(
    ("until", "words"),
    [
        (8, "about 8 minutes left"),
        (2.4, "about 2 minutes left"),
        (1, "about 1 minute left"),
        (0.3, "less than a minute left"),
        (0, "time is up, no hurry"),
        (-1.5, "1 minute over"),
        (-2, "2 minutes over"),
    ],
)
def test_time_is_said_in_minutes(until, words):
    assert timing.in_words(timed(since=-10, until=until), NOW) == words


@pytest.mark.parametrize(
    ("until", "mood"),
    [(5, timing.Mood.CALM), (1, timing.Mood.SOON), (0, timing.Mood.OVER), (-3, timing.Mood.OVER)],
)
def test_time_warns_near_its_end_and_is_quiet_once_over(until, mood):
    assert timing.mood(timed(since=-5, until=until), NOW) is mood


@pytest.mark.parametrize(
    ("until", "words"),
    [
        (15, "about 15 minutes left"),
        (12, "about 10 minutes left"),
        (5, "about 5 minutes left"),
        (4.9, "less than 5 minutes left"),
        (0.1, "less than 5 minutes left"),
        (0, "time is up, no hurry"),
        (-2, "2 minutes over"),
    ],
)
def test_a_break_is_told_in_fives_so_that_nobody_counts(until, words):
    assert timing.in_fives(timed(since=-10, until=until), NOW) == words


def test_a_begun_minute_counts_as_one():
    assert timing.minutes_left(timed(since=0, until=2.1), NOW) == 3


def test_a_time_that_was_never_planned_is_never_up():
    for minutes in (0, 5):
        none = timed(since=-minutes, until=-minutes)
        assert timing.in_words(none, NOW) == timing.in_fives(none, NOW) == ""
        assert timing.mood(none, NOW) is timing.Mood.CALM


def test_the_wall_that_weighs_tells_no_time():
    weighing = workshop(Phase.WORKSHOP_WEIGH)
    shown = poster(weighing.state, weighing.clock, Outside())
    assert timing.in_words(shown.countdown, weighing.clock) == moment(shown, weighing.clock).words == ""
