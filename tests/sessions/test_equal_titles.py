"""Two applications of one title are told apart wherever the wall or a phone lists them."""

import datetime as dt
from decimal import Decimal

import pytest

from sessions.model.phases import Phase
from sessions.model.session import Application
from sessions.views.desk.choice_lists import choices
from sessions.views.paper.booklet import booklet
from sessions.views.phone.current_page import Ask, Mine, page
from sessions.views.phone.result import ended
from sessions.views.putting_right import putting_right
from sessions.views.wall.current_poster import Outside, poster
from tests.exports.days import MORNING, Day, panel

ALPHA = Application("A01", "Arts General", Decimal(100), organisation="Alpha")
BETA = Application("A02", "Arts General", Decimal(500), organisation="Beta")
CHOIR = Application("A03", "Choir", Decimal(300), organisation="Singers")


def day(*applications):
    return Day(panel(applications=applications))


def shown(state):
    return str(poster(state, MORNING + dt.timedelta(hours=1), Outside()))


@pytest.mark.parametrize(
    ("applications", "called"),
    [
        ((ALPHA, BETA, CHOIR), ["Arts General · Alpha", "Arts General · Beta", "Choir"]),
        (
            (ALPHA, Application("A02", "Arts General", Decimal(5))),
            ["Arts General · Alpha", "Arts General · A02"],
        ),
        (
            (ALPHA, Application("A02", "Arts General", Decimal(5), organisation="Alpha")),
            ["Arts General · A01", "Arts General · A02"],
        ),
    ],
)
def test_a_title_that_stands_twice_has_the_organisation_or_the_ref_beside_it(applications, called):
    model = panel(applications=applications)

    assert [model.called(one.ref) for one in model.applications] == called


def test_the_wall_says_which_of_the_two_is_scored_now():
    it = day(ALPHA, BETA, CHOIR).until(Phase.SCORE, ref="A02")

    assert "Arts General · Beta" in shown(it.state)
    assert "Arts General · Alpha" not in shown(it.state)


def test_the_budget_and_the_closing_tell_them_apart_on_wall_and_phone():
    it = day(ALPHA, BETA, CHOIR)
    for phase in (Phase.BUDGET, Phase.CLOSING):
        it.until(phase)
        assert "Arts General · Alpha" in shown(it.state)
        assert "Arts General · Beta" in shown(it.state)
    phone = str(ended(it.state, ()))
    assert "Arts General · Alpha" in phone
    assert "Arts General · Beta" in phone


def test_the_lists_the_facilitator_picks_from_tell_them_apart():
    it = day(ALPHA, BETA, CHOIR).until(Phase.SCORE, ref="A02")
    offered = choices(it.state, MORNING + dt.timedelta(hours=1))

    agenda = [one.words for one in offered.agenda]
    assert {"Arts General · Alpha", "Arts General · Beta", "Choir"} <= set(agenda)
    assert offered.slip.title == "Arts General · Beta"
    to_change = [one.title for one in putting_right(it.state).applications]
    assert to_change == ["Arts General · Alpha", "Arts General · Beta", "Choir"]


def test_a_phone_says_which_of_the_two_it_scores():
    it = day(ALPHA, BETA, CHOIR).until(Phase.SCORE, ref="A02")

    assert (
        page(it.state, 1, MORNING + dt.timedelta(hours=1), Ask(), Mine()).about.title == "Arts General · Beta"
    )


def test_the_booklets_contents_tell_them_apart():
    pages = booklet(panel(applications=(ALPHA, BETA, CHOIR))).pages

    assert [one.about.title for one in pages] == ["Arts General · Alpha", "Arts General · Beta", "Choir"]
