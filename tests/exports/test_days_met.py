"""One day in every file: the one on which the panel met, and decided, whatever was planned."""

import datetime as dt
import io
import json

import pytest
from msgspec.structs import replace

from sessions.model.phases import Phase
from sessions.model.session import OpenData
from sessions.model.stage import EarlierStage
from sessions.views.record import story
from sessions.views.record.days_met import day_decided, days_met
from sessions.views.record.letters import letters
from sessions.views.record.story_stages import stages_story
from tests.exports.days import YES, Day, everyone, panel
from tests.exports.made import made_of
from tests.exports.test_several_days import two_days

IDS = OpenData("GB-CHC-1", "360G-x", "A fund")
PLANNED = dt.date(2026, 11, 5)
A_WEEK = dt.timedelta(days=7)


def planned_otherwise() -> Day:
    day = Day(panel(date=PLANNED))
    for ref in ("A01", "A02"):
        day.score(ref, everyone(6, c1=5, c2=5)).reveal(ref).ballot(ref, YES)
    return day.end()


def decided_in_letters(day: Day) -> set[str]:
    return {
        words
        for one in letters(day.state)
        for block in one.paper.above
        for words in block.words
        if words.startswith("Decided")
    }


def award_dates(day: Day) -> set[str]:
    grants = json.loads(made_of("360giving", day, open_data=IDS)["360giving.json"])["grants"]
    return {one[key] for one in grants for key in ("awardDate", "dateModified")}


def pabulib_days(day: Day) -> list[str]:
    text = made_of("pabulib", day)["budget.pb"].decode()
    return [
        line.partition(";")[2] for line in io.StringIO(text).read().splitlines() if line.startswith("date_")
    ]


def test_a_list_that_was_confirmed_after_a_night_was_decided_on_that_day():
    day = two_days(A_WEEK)
    assert decided_in_letters(day) == {"Decided on 10 December 2026"}
    assert award_dates(day) == {"2026-12-10T00:00:00+00:00"}
    assert pabulib_days(day) == ["03.12.2026", "10.12.2026"]
    assert story(day.state).where == "3 December 2026, 10 December 2026"


def test_the_day_that_was_planned_stands_nowhere_where_it_was_another():
    day = planned_otherwise()
    assert story(day.state).where == "3 December 2026"
    assert decided_in_letters(day) == {"Decided on 3 December 2026"}
    assert award_dates(day) == {"2026-12-03T00:00:00+00:00"}
    assert pabulib_days(day) == ["03.12.2026", "03.12.2026"]


def test_the_name_of_a_grant_once_published_stays_as_it_was_agreed():
    [first, *_] = json.loads(made_of("360giving", planned_otherwise(), open_data=IDS)["360giving.json"])[
        "grants"
    ]
    assert first["id"].startswith("360G-x-20261105-")


@pytest.mark.parametrize(("hours", "day"), [(13, 4), (0, 3), (-11, 3)])
def test_the_day_is_the_rooms_own(hours, day):
    """At midday in London it is tomorrow already in Auckland."""
    zone = dt.timezone(dt.timedelta(hours=hours))
    state = Day(panel(applications=1)).reveal("A01").state
    noon = dt.datetime(2026, 12, 3, 11, 30, tzinfo=dt.UTC).astimezone(zone)
    there = replace(state, timings=tuple(replace(one, started=noon) for one in state.timings))
    assert days_met(there) == (dt.date(2026, 12, day),)


def test_a_night_owl_decides_before_midnight_and_says_goodbye_after_it():
    day = Day(panel(applications=1)).score("A01", everyone(6, c1=5, c2=5)).reveal("A01").ballot("A01", YES)
    day.until(Phase.CONFIRMED).end()
    confirmed = next(one.started for one in day.state.timings if one.phase is Phase.CONFIRMED)
    late = dt.datetime.combine(confirmed.date(), dt.time(23, 59), tzinfo=dt.UTC) - confirmed
    moved = tuple(
        replace(one, started=one.started + late, ended=one.ended + late if one.ended else None)
        for one in day.state.timings
    )
    state = replace(day.state, timings=moved)
    assert max(one.ended for one in moved if one.ended).date() > confirmed.date()
    assert day_decided(state) == confirmed.date()


@pytest.mark.parametrize(
    ("date", "said"), [("2026-11-05", "Then · 5 November 2026"), ("autumn", "Then · autumn")]
)
def test_a_stage_before_has_its_day_in_words(date, said):
    before = EarlierStage(id="x", head="y", title="Then", date=date, applications=3, sat=(1, 2), seats=2)
    model = replace(panel(), before=(before,))
    assert stages_story(model, 2).stages[0].heading == said
