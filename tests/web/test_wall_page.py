"""The wall's page says what the terminal's wall says, phase by phase, and is whole without scripts."""

from __future__ import annotations

import datetime as dt
import re

import pytest
import zxingcpp
from msgspec.structs import replace
from PIL import Image, ImageDraw

from screens.titles import titled
from screens.wall.posters import DRAWINGS
from screens.wall_page.drawing import NAMES, Around, Wish, draw
from screens.wall_page.moment import moment
from sessions.model.phases import Phase
from sessions.views.wall.current_poster import InBox, Outside, poster
from sessions.views.wall.posters import Lobby
from sessions.wording import say, say_many
from tests.sessions.test_phases import a_whole_day
from tests.wall.posters import NOW, POSTERS, hostile
from tests.web.wall_words import headings_in, missing, page_of, shown_in, too_many

every_poster = pytest.mark.parametrize("name", POSTERS)
OUTSIDE = Outside(
    "10.0.0.7:8765", "http://10.0.0.7:8765/J/K7QF3TM4W", "K7QF3TM4W", box=InBox(3), head=("MANGO", "BOAT")
)


def own_words(one) -> set[str]:
    """Give what the page says round a poster: the names of its bands and columns, times, counts."""
    keys = (
        "band.now",
        "band.next",
        "band.then",
        "band.today",
        "qr.wifi",
        "qr.join",
        "lobby.stay",
        "lobby.camera",
        "lobby.camera-card",
    )
    keys += ("lobby.tap", "lobby.by-hand", "lobby.code", "lobby.card-code", "break", "conditions", "reasons")
    keys += (
        "budget.head-score",
        "budget.head-asks",
        "budget.head-gets",
        "budget.head-running",
        "budget.confirmed",
    )
    said = {say(f"wall.{key}") for key in keys} | {
        say("elsewhere.head-title"),
        say("exports.story.interventions"),
        "♥",
    }
    now = moment(one, NOW)
    said |= {now.clock, now.words, now.minutes, say("wall.looking-back")}
    if isinstance(one, Lobby):
        said |= {say("wall.lobby.here", here=one.here, seats=one.seats), say("wall.lobby.need", n=one.needed)}
        said |= {
            say("wall.lobby.wifi", name=one.wifi),
            say("wall.lobby.password", password="tea-and-cake"),
            "K7Q-F3T-M4W",
        }
    if of := getattr(one, "of", 0):
        said |= {say(f"wall.of-{what}", of=of) for what in ("in", "tried", "box")}
    if sums := getattr(one, "sums", None):
        said |= {
            say(f"wall.budget.bar-{n}", amount=w) for n, w in zip(("given", "left"), sums.words, strict=True)
        }
    return said


def test_the_page_has_a_drawing_for_each_kind_the_terminal_draws():
    assert set(NAMES) == set(DRAWINGS)


@every_poster
def test_all_the_words_of_a_poster_stand_on_the_page_and_no_others(name):
    one = POSTERS[name]
    page = page_of(one)
    assert missing(one, page) == []
    left = too_many(one, page, own_words(one))
    assert not [word for word in left.split() if not word.isdecimal()], left  # the counts of bars are numbers


def test_a_whole_days_words_are_the_terminals_phase_by_phase():
    shown = set()
    for world in a_whole_day():
        one = poster(world.state, world.clock, OUTSIDE)
        page = page_of(one, world.clock)
        assert missing(one, page) == [], world.state.plan.phase
        ranks = [rank for rank, _ in headings_in(page)]
        assert ranks.count("h1") == 1, world.state.plan.phase
        shown.add(world.state.plan.phase)
    asked_only_of_some = {Phase.WORKSHOP_LIST, Phase.WORKSHOP_WEIGH, Phase.WORKSHOP_SHOWN}
    assert shown >= set(Phase) - asked_only_of_some - {Phase.CONFIDENCE_SHOWN, Phase.FELT_SHOWN}


@every_poster
def test_what_is_read_first_is_the_one_heading_of_its_rank_and_ranks_are_not_leapt(name):
    one = POSTERS[name]
    headings = headings_in(page_of(one))
    (first,) = [words for rank, words in headings if rank == "h1"]
    assert first == (titled(one).about or first)
    assert headings[0][0] == "h1"
    assert {rank for rank, _ in headings} <= {"h1", "h2"}


@every_poster
def test_the_page_is_named_and_needs_no_script(name):
    page = page_of(POSTERS[name])
    assert '<html lang="en"' in page
    assert page.count("<main ") == 1
    assert f'data-page="wall" data-poster="{NAMES[type(POSTERS[name])]}"' in page
    assert "style=" not in page
    assert "<style" not in page
    assert page.count("<script") == 1  # the file of ours, without which all of this is there
    assert '<form method="get" action="/wall" class="again" data-main>' in page
    assert say("phone.look-again") in page


def test_bars_are_counted_in_words_and_a_split_is_said_apart_from_its_colour():
    page = page_of(POSTERS["reveal"])
    assert '<span class="label">Mostly</span> <b>6</b>' in page
    assert page.count('<section class="split">') == 1
    assert "Wearesplit" in shown_in(page)
    assert page.count("<rect") == sum(bar.count for shape in POSTERS["reveal"].shapes for bar in shape.bars)


def test_the_days_ribbon_has_a_shape_for_each_line_and_no_words_of_its_own():
    for world in a_whole_day():
        one = poster(world.state, world.clock, OUTSIDE)
        page = page_of(one, world.clock)
        shapes = re.findall(r'<i class="([a-z -]+)"></i>', page)
        kinds = [stop.when.value + (" rest" if stop.rest else "") for stop in one.frame.ribbon]
        assert shapes == kinds, world.state.plan.phase
        assert ('class="ribbon" aria-hidden="true"' in page) is bool(kinds)


def test_the_funding_line_stands_below_the_last_row_that_gets_money():
    page = page_of(POSTERS["budget"])
    places = [
        page.index(words) for words in (">Doorstep Choirs<", 'class="line"', ">Good Neighbours, Garforth<")
    ]
    assert places == sorted(places)


def test_the_square_leads_where_the_terminals_leads():
    page = page_of(POSTERS["lobby"])
    for drawn, link in zip(
        re.findall(r'viewBox="0 0 (\d+) \1".*?<path class="black" d="([^"]+)"', page, re.S),
        (POSTERS["lobby"].wifi_link, POSTERS["lobby"].link),
        strict=True,
    ):
        picture = Image.new("RGB", (int(drawn[0]) * 8,) * 2, "white")
        for x, y, wide in re.findall(r"M(\d+) (\d+)h(\d+)v", drawn[1]):
            at = [int(x) * 8, int(y) * 8, (int(x) + int(wide)) * 8 - 1, int(y) * 8 + 7]
            ImageDraw.Draw(picture).rectangle(at, fill="black")
        (seen,) = zxingcpp.read_barcodes(picture)
        assert seen.text == link


def test_times_are_told_as_the_terminal_tells_them():
    reading, scoring, pause = (POSTERS[name] for name in ("reading", "scoring", "pause"))
    assert moment(reading, NOW).minutes == "6"
    later = NOW + dt.timedelta(minutes=9)
    assert moment(scoring, later).words == say_many("wall.time.over", 6)
    assert moment(scoring, later).mood == "over"
    assert moment(pause, NOW).words == say("wall.time.under-five")
    assert moment(pause, NOW).mood == ""
    assert moment(POSTERS["closed"], NOW).words == ""


def test_nothing_from_outside_becomes_markup():
    for one, ours in zip(hostile(), POSTERS.values(), strict=True):
        assert page_of(one).count("<main ") == page_of(one).count("<script") == 1
        assert page_of(one).count("<h1") == page_of(ours).count("<h1")
    page = page_of(replace(POSTERS["notice"], heading='<script>alert("x")</script>'))
    assert page.count("<script") == 1
    assert "&lt;script&gt;" in page


def test_colours_sizes_and_the_clear_band_are_in_the_address_alone():
    one = POSTERS["notice"]
    page = draw(one, moment(one, NOW), Around(wish=Wish("large", "dark", captions=True)))
    assert 'class="text-large colours-dark captions-on"' in page
    assert '<div class="captions"></div>' in page
    assert 'href="/wall?text=large&amp;colours=dark"' in page  # without the band
    assert '<div class="captions"></div>' not in page_of(one)
