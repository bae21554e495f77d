"""The first page of the decision record is the result a trustee needs; the rest is half a page an application."""

import datetime as dt
import io
from decimal import Decimal

import pikepdf
import pytest

from panel_tui.exports.papers import decision_pdf
from sessions import commands as c
from sessions.model.decisions import Verdict
from sessions.model.phases import Phase
from sessions.model.session import Application
from sessions.views.record import story
from sessions.views.record.story_result import zone_words
from tests.exports.days import YES, Day, everyone, panel, whole_day
from tests.exports.made import material, page
from tests.exports.test_letters import decided


def first_page(html: str) -> str:
    return html.partition('class="lead"')[2].partition("</section>")[0]


def test_it_says_given_left_and_each_decision_with_its_conditions():
    lead = first_page(page(decided()))

    assert "We gave £1,300.50 of £1,500. £199.50 is left." in lead
    assert "fund: 1 · fund in part: 1 · reserve list: 1 · not this time: 1" in lead
    for heading in ("Fund", "Fund in part", "Reserve list", "Not this time"):
        assert f"<caption>{heading}</caption>" in lead
    assert "Conditions: If A01." in lead


def test_it_says_when_we_met_by_the_rooms_clock_and_how_many_were_needed():
    lead = first_page(page(whole_day()))

    assert "We met on 3 December 2026, from 10:0" in lead
    assert "(UTC)." in lead
    assert "6 members sat." in lead
    assert "It was set beforehand" not in lead, "nobody had set how many of us should be here"


def test_a_number_of_us_that_was_set_beforehand_is_told():
    assert "It was set beforehand that at least 4 of us should be here." in page(Day(panel(quorum=4)).end())


def half_way() -> Day:
    """A day that goes on: one application is through, the list is not confirmed."""
    day = Day(panel()).score("A01", everyone(6, c1=4, c2=5)).reveal("A01").ballot("A01", YES)
    return day.until(Phase.DECISION, ref="A01").decide("A01", Verdict.FUND).press()


def test_a_day_that_goes_on_has_not_been_said_to_be_over():
    lead = first_page(page(half_way()))

    assert "We began on 3 December 2026 at 10:0" in lead
    assert "We met" not in lead
    assert "They were on the wall at the end of the day" not in page(half_way())
    assert "The day was not over then, so they were on no wall" in page(half_way())
    assert "They were on the wall at the end of the day" in page(whole_day())


def test_nothing_is_said_to_be_given_before_the_list_is_confirmed():
    day = half_way()

    assert "We gave £" not in page(day)
    assert "Written down, and not confirmed: £1,000 of £1,500. That leaves £500." in first_page(page(day))
    assert "We gave £1,000 of £1,500. £500 is left." in first_page(page(day.until(Phase.CONFIRMED)))


@pytest.mark.parametrize(("hours", "said"), [(0, "UTC"), (1, "UTC+01:00"), (-3.5, "UTC−03:30")])
def test_a_zone_is_told_by_how_far_it_is_from_utc(hours, said):
    zone = dt.timezone(dt.timedelta(hours=hours))

    assert zone_words(dt.datetime(2026, 12, 3, tzinfo=zone)) == said


def test_there_is_a_place_to_sign_and_to_name_who_facilitated():
    lead = first_page(page(whole_day()))

    assert all(label in lead for label in ("Facilitated by", "Signed for the panel", "Date"))


def test_amounts_stand_to_the_right():
    assert '<td class="figure">£300.50</td>' in first_page(page(decided()))


def test_questions_keep_the_order_they_were_asked_in():
    """On the wall split ones come first; in a record people look from one application to the next."""
    day = Day(panel(seats=6)).score("A01", {n: {"c1": 4, "c2": 5 if n % 2 else 1} for n in range(1, 7)})
    told = story(day.reveal("A01").end().state)

    assert [shape.question for shape in told.applications[0].shapes] == ["Question 1?", "Question 2?"]
    assert told.applications[0].shapes[1].split


def pages(applications: int) -> int:
    """Count the record's pages where each has four charts, two ballots, conditions and reasons."""
    day = Day(panel(applications=applications, criteria=4))
    for one in day.state.model.applications:
        day.score(one.ref, everyone(6, c1=4, c2=5, c3=2, c4=3)).reveal(one.ref)
        day.ballot(one.ref, c.Tally((2, 0, 0, 0, 4), 0, ("It is near", "It is dear")))
        day.until(Phase.DECISION, ref=one.ref)
        day.decide(one.ref, Verdict.PART, amount=Decimal(10), reasons="We like it.", conditions="By May.")
    [file] = decision_pdf(material(day.end()))
    return len(pikepdf.open(io.BytesIO(b"".join(file.parts))).pages)


def test_an_application_with_charts_ballots_and_reasons_takes_half_a_page():
    assert (
        pages(8) - pages(4) <= 3
    )  # two for four of them; how input shaped each is told once more further on


def ties_told(asks) -> str:
    """Give what the first page says of applications with one score that ask for so much."""
    applications = tuple(Application(f"A{n}", f"Title {n}", Decimal(ask)) for n, ask in enumerate(asks, 1))
    day = Day(panel(applications=applications))
    for one in applications:
        day.score(one.ref, everyone(6, c1=4, c2=5)).reveal(one.ref)
    return story(day.end().state).result.lines[-1]


@pytest.mark.parametrize(
    ("asks", "said"),
    [
        ((100,), "No tie had to be parted."),
        ((100, 200), "One tie was parted, as we had agreed before we scored."),
        ((100, 200, 300), "One tie was parted, as we had agreed before we scored."),
        (
            (100, 100),
            "One tie was not parted by our rule: applications of the same score share a place there.",
        ),
    ],
)
def test_ties_are_counted_and_not_those_who_were_level(asks, said):
    assert ties_told(asks) == said
