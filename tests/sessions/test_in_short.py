"""An application is introduced by one sentence of what it would do: its own, else the first of its summary."""

import pytest
from msgspec.structs import replace

from sessions import commands as c
from sessions.model.details import Detail
from sessions.model.phases import Phase
from sessions.model.text import first_sentence
from sessions.views.phone.current_page import Ask, Mine, page
from sessions.views.wall.current_poster import Outside, poster
from tests.sessions.worlds import doors_open, session


@pytest.mark.parametrize(
    ("summary", "said"),
    [
        ("A hot lunch twice a week. And a lift home.", "A hot lunch twice a week."),
        ("A hot lunch twice a week", "A hot lunch twice a week"),
        ("Lunch for 2.5 hours at St. Mary's. Then tea.", "Lunch for 2.5 hours at St. Mary's."),
        ("Shall we sing? Yes.", "Shall we sing?"),
        ("# What we do\n\nWe sing on Mondays. On Tuesdays we rest.", "We sing on Mondays."),
        ("“We sing.” They do.", "“We sing.”"),
        ("Trips, e.g. to the sea. And back.", "Trips, e.g. to the sea."),
        ("", ""),
    ],
)
def test_the_first_sentence_of_a_summary(summary, said):
    assert first_sentence(summary) == said


def test_a_sentence_too_long_for_a_wall_is_cut_between_words():
    said = first_sentence("very " * 100 + "long.")
    assert said.endswith("very …")
    assert len(said) <= 242


def introduced(**words):
    model = session(applications=2)
    first = replace(model.applications[0], **words)
    model = replace(model, applications=(first, *model.applications[1:]))
    return doors_open(model).press_until(Phase.INTRODUCE)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            {"in_short": "Lunches for forty people.", "summary": "We cook. We eat."},
            "Lunches for forty people.",
        ),
        ({"summary": "We cook. We eat."}, "We cook."),
    ],
)
def test_wall_and_phone_lead_with_it(words, said):
    world = introduced(**words)
    assert poster(world.state, world.clock, Outside()).would_do == said
    assert page(world.state, 1, world.clock, Ask(), Mine()).lines[0] == said


def test_nothing_is_made_up_where_nobody_said_what_it_would_do():
    world = introduced()
    assert poster(world.state, world.clock, Outside()).would_do == ""


def test_it_can_be_put_right_on_the_day_and_the_panel_is_told():
    world = introduced(in_short="Lunches.").when(
        c.ChangeDetail(Detail.IN_SHORT, "Suppers.", "A01", why="a slip")
    )
    assert poster(world.state, world.clock, Outside()).would_do == "Suppers."
    assert world.state.interventions[-1].now == "Suppers."
