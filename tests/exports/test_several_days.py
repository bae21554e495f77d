"""How long a night is changes nothing in any export but its own timestamps."""

import datetime as dt
import re

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sessions import commands as c
from sessions import events as e
from sessions.audit import audit
from sessions.decide import decide
from sessions.evolve import evolve
from sessions.model.decisions import Verdict
from sessions.model.phases import Phase
from sessions.model.session import Step, StepKind
from tests.exports.days import MORNING, YES, Day, everyone, panel
from tests.exports.made import raw

STAMP = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:[+-]\d\d:\d\d)?")
DATE = re.compile(r"\d{1,2} (?:November|December|January) \d{4}|\d\d\.\d\d\.\d{4}|(?<=instance;)\d{4}")
MET = re.compile(r"We met [^<]*\(UTC\)\.")  # on one day or over several, from when to when
A_DAY = dt.timedelta(days=1)


class TwoDays(Day):
    """A day with a night in it; from its morning on, every fact is later by how long it was."""

    def __init__(self, night: dt.timedelta, *, next_day: dt.date | None = None) -> None:
        self.night, self.by = night, dt.timedelta()
        model = panel()
        at = next(n for n, one in enumerate(model.steps) if one.ref == "A02")
        step = Step("night", StepKind.OVERNIGHT, 0, next=next_day)
        steps = (*model.steps[:at], step, *model.steps[at:])
        super().__init__(replace(model, steps=steps))

    def do(self, command) -> Day:
        for event in decide(self.state, command):
            if isinstance(event, e.PhaseStarted) and event.phase is Phase.MORNING:
                self.by = self.night
            stamped = e.Stamped(MORNING + dt.timedelta(minutes=len(self.history)) + self.by, event)
            self.history.append(stamped)
            self.state = evolve(self.state, stamped)
        return self


def two_days(night: dt.timedelta) -> TwoDays:
    day = TwoDays(night)
    day.score("A01", everyone(6, c1=4, c2=5)).reveal("A01").ballot("A01", YES)
    day.until(Phase.DECISION, ref="A01").decide("A01", Verdict.FUND, reasons="It reaches people.")
    day.until(Phase.MORNING)
    for seat in range(1, 7):
        day.do(c.ComeAgain(seat))
    day.score("A02", everyone(6, c1=2, c2=3)).reveal("A02").ballot("A02", YES)
    day.end()
    return day


def told(day: TwoDays, **how: bool) -> dict[str, str]:
    """Give every export, each time after the night as if there had been none, and no dates."""
    morning = next(one.at for one in day.history if getattr(one.event, "phase", None) is Phase.MORNING)

    def without_the_night(found: re.Match[str]) -> str:
        at = dt.datetime.fromisoformat(found[0])
        at = at if at.tzinfo else at.replace(tzinfo=dt.UTC)
        return str(at - day.night if at >= morning else at)

    def without_dates(text: str) -> str:
        return DATE.sub("a date", MET.sub("", STAMP.sub(without_the_night, text))).replace(
            "a date, a date", "a date"
        )

    return {name: without_dates(made.decode("utf-8", "replace")) for name, made in raw(day, **how).items()}


EIGHT_HOURS = dt.timedelta(hours=8)


@settings(max_examples=10, deadline=None)
@given(hours=st.integers(9, 24 * 30), public=st.booleans())
def test_how_long_a_night_is_changes_no_byte_of_any_export_but_its_timestamps(hours, public):
    short, long = two_days(EIGHT_HOURS), two_days(dt.timedelta(hours=hours))
    assert told(short, public=public) == told(long, public=public)


def test_two_days_are_sound_and_both_are_in_the_decision_record():
    day = two_days(7 * A_DAY)
    assert audit(day.history) is None
    page = next(made.decode() for name, made in raw(day).items() if name.endswith(".html"))
    assert "3 December 2026, 10 December 2026" in page


def test_the_night_is_a_line_of_the_timings_with_no_planned_minutes():
    rows = next(made.decode() for name, made in raw(two_days(EIGHT_HOURS)).items() if name == "timings.csv")
    assert "overnight,overnight,0," in rows
    assert "overnight,morning,0," in rows
