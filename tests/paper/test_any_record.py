"""Whatever a day was like, its record is a PDF with the page's own words and words for every figure."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from sessions.state import State
from tests.exports.made import page
from tests.paper.pdf import Tags, heard
from tests.paper.test_record_as_pdf import made, seen
from tests.sessions.days import DAYS, live

ODD = "<b>#strong[x]</b> \\u{41} “ñ” — £1 & *a* _b_ 'c' \"d\" `e` $f$ @g %h {i} ~j ﬁ ǅ ½ ● №"


class Day:
    """A day as exports want it."""

    def __init__(self, state: State) -> None:
        self.state = state


def odd(state: State) -> State:
    """Give everything that people wrote a title that no markup would leave alone."""
    model = state.model
    applications = tuple(replace(one, title=f"{one.title} {ODD}") for one in model.applications)
    return replace(state, session=replace(model, title=ODD, applications=applications))


def check(orders) -> None:
    day = Day(odd(live(orders).state))
    for public in (False, True):
        pdf = made(day, public=public)
        assert heard(pdf) == seen(page(day, public=public))
        assert all(Tags(pdf).alts())


@given(DAYS)
@settings(max_examples=3, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
def test_any_record_says_the_same_as_pdf_and_as_page(orders):
    check(orders)


@pytest.mark.slow
@given(DAYS)
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_very_many_records_say_the_same_as_pdf_and_as_page(orders):
    check(orders)
