import pytest

from screens import timing
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
