"""Put something right at the wall: every row of it, by keys, over a real room and the folder beside it."""

from __future__ import annotations

from contextlib import asynccontextmanager
from decimal import Decimal

import pytest

from panel_tui.facilitator.wall_app import WallApp
from panel_tui.ready.checks import Laptop
from panel_tui.ready.power import Awake
from panel_tui.room.open_room import live_room
from sessions import commands as c
from sessions.model.phases import Phase
from sessions.model.session import Standing
from tests.journeys.small_session import small_session
from tests.wall.conftest import Driven

ROWS = 'title,asked\n"Warm Lunches",500\n"Doorstep Choirs",501\n"Tea and Tablets",900\n'
STRANDS = '[[strand]]\nkey = "small"\ntitle = "Small ones"\npot = 400\n'


@asynccontextmanager
async def opened(tmp_path, *, phase=None, more="", rows=ROWS, taken=5):
    folder = small_session(tmp_path / "panel", more=more)
    (folder / "applications.csv").write_text(rows, encoding="utf-8")
    async with live_room(folder) as room:
        for seat in range(1, taken + 1):
            await room.do(c.TakePaperSeat(seat))
        while phase is not None and room.state.plan.phase is not phase:
            await room.press(position=room.position(), sure=True)
        app = WallApp(room, Laptop(folder, Awake(), addresses=lambda: ["10.0.0.7"]))
        async with app.run_test(size=(100, 34), notifications=True) as pilot:
            it = Driven(app, pilot)
            await it.settle()
            it.folder = folder
            yield it


async def put_right(it, line: str) -> None:
    """Open it from the palette, and pick the line with these words."""
    await it.press("ctrl+p", *"something right")
    await it.until(lambda: "Put something right" in it.text)
    await it.press("enter")
    await pick(it, line)


def words(it) -> str:
    """Give what is to be read, each gap one space: a line may break anywhere, and a card has a frame."""
    return " ".join(it.text.replace("┃", " ").split())


async def pick(it, line: str) -> None:
    """Go down to a line, and take it."""
    await it.until(lambda: bool(it.app.screen.query("OptionList")) and line in words(it))
    options = it.app.screen.query_one("OptionList")
    at = next(n for n in range(options.option_count) if line in options.get_option_at_index(n).prompt.plain)
    options.highlighted = at
    await it.press("enter")


async def write(it, text: str) -> None:
    """Write into the field, in place of what stands there."""
    await it.until(lambda: bool(it.app.screen.query("TextField")))
    it.app.screen.query_one("TextField").text = text
    await it.press("enter")


async def test_a_title_is_put_right(tmp_path):
    async with opened(tmp_path, phase=Phase.READ) as it:
        await put_right(it, "Something about an application")
        await pick(it, "Warm Lunches")
        await pick(it, "title")
        await write(it, "Thursday Lunches")
        await write(it, "a slip")
        await it.until(lambda: "put right" in it.said)
        assert it.room.state.model.application("A01").title == "Thursday Lunches"
        assert it.room.state.interventions[-1].why == "a slip"
        assert "Thursday Lunches" in it.text


@pytest.mark.parametrize("slips", [(), ("much",), ("much", "£450.50 or so")])
async def test_an_amount_is_typed_as_people_write_it_and_asked_for_again_where_it_is_none(tmp_path, slips):
    async with opened(tmp_path) as it:
        await put_right(it, "Something about an application")
        await pick(it, "Doorstep Choirs")
        await pick(it, "asks for")
        for slip in slips:
            await write(it, slip)
            await it.until(lambda: "no amount of money" in it.text)
        await write(it, "£450.50")
        await write(it, "they rang")
        await it.until(lambda: "put right" in it.said)
        assert it.room.state.model.application("A02").asked == Decimal("450.50")


async def test_an_amount_that_is_none_is_given_up_by_escape_and_changes_nothing(tmp_path):
    async with opened(tmp_path) as it:
        await put_right(it, "Something about an application")
        await pick(it, "Doorstep Choirs")
        await pick(it, "asks for")
        await write(it, "much")
        await it.until(lambda: "no amount of money" in it.text)
        await it.press("escape")
        await it.until(lambda: "no amount of money" not in it.text)
        assert not it.room.state.interventions


async def test_what_was_scored_already_may_be_looked_at_again(tmp_path):
    async with opened(tmp_path, phase=Phase.REVEAL) as it:
        await put_right(it, "Something about an application")
        await pick(it, "Warm Lunches")
        await pick(it, "asks for")
        await write(it, "450")
        await write(it, "they rang")
        await it.until(lambda: "Shall we look at it again" in words(it))
        await pick(it, "Look at it again")
        await it.until(lambda: sum(step.ref == "A01" for step in it.room.state.steps) == 2)


async def test_a_least_amount_can_be_left_empty_on_purpose_and_esc_changes_nothing(tmp_path):
    rows = 'title,asked,least\n"Warm Lunches",500,300\n"Choirs",501,\n'
    async with opened(tmp_path, rows=rows) as it:
        await put_right(it, "Something about an application")
        await pick(it, "Warm Lunches")
        await pick(it, "could use at least")
        await pick(it, "Leave it empty")
        await it.press("escape")
        assert it.room.state.model.application("A01").least == Decimal(300)
        await put_right(it, "Something about an application")
        await pick(it, "Warm Lunches")
        await pick(it, "could use at least")
        await pick(it, "Leave it empty")
        await write(it, "they rang")
        await it.until(lambda: it.room.state.model.application("A01").least is None)


@pytest.mark.parametrize("how", Standing)
async def test_an_application_is_set_aside_and_brought_back(tmp_path, how):
    async with opened(tmp_path, phase=Phase.READ) as it:
        line = "was withdrawn" if how is Standing.WITHDRAWN else "is not eligible"
        await put_right(it, line)
        await pick(it, "Warm Lunches")
        await it.until(lambda: ("funder's rule" in it.text) is (how is Standing.NOT_ELIGIBLE))
        await write(it, "rule 4")
        await it.until(lambda: it.room.state.application == "A02")
        assert it.room.state.model.set_aside("A01").how is how
        await put_right(it, "Bring an application back")
        await pick(it, "Warm Lunches")
        await write(it, "the wrong row")
        await it.until(lambda: it.room.state.model.set_aside("A01") is None)


async def test_a_late_application_is_taken_in_and_the_room_is_asked_about_conflicts(tmp_path):
    async with opened(tmp_path, phase=Phase.READ, more=STRANDS) as it:
        await put_right(it, "Take a late application in")
        await write(it, "A Lift Home")
        await pick(it, "Not known")
        await write(it, "£320")
        await pick(it, "Small ones")
        await write(it, "the post was late")
        await it.until(lambda: "Does anyone stand too close" in it.said)
        late = it.room.state.model.applications[-1]
        assert (late.ref, late.title, late.asked, late.strand) == (
            "A04",
            "A Lift Home",
            Decimal(320),
            "small",
        )
        assert "--only A04" in it.said


async def test_the_pot_and_the_date_of_the_day(tmp_path):
    async with opened(tmp_path) as it:
        await put_right(it, "programme of the day")
        await pick(it, "date")
        await pick(it, "Write something else")
        await write(it, "next week")
        await it.until(lambda: "no date" in it.said)
        await put_right(it, "programme of the day")
        await pick(it, "pot")
        await write(it, "1,200")
        await write(it, "a gift")
        await it.until(lambda: it.room.state.model.pot == Decimal(1200))


async def test_what_we_score_by_and_how_we_agree(tmp_path):
    async with opened(tmp_path, phase=Phase.READ) as it:
        await put_right(it, "What we score by")
        await pick(it, "Will it reach people?")
        await pick(it, "Its weight")
        await write(it, "2,5")
        await write(it, "we agreed so")
        await it.until(lambda: it.room.state.model.criterion("reach").weight == Decimal("2.5"))
        await put_right(it, "How we agree")
        await pick(it, "The number of ballots")
        await write(it, "2")
        await write(it, "we agreed so")
        await it.until(lambda: it.room.state.model.consensus.rounds == 2)
        await it.room.press(position=it.room.position(), sure=True)
        await put_right(it, "What we score by")
        await it.until(lambda: "The first score has been opened" in it.said)


async def test_what_the_folder_says_otherwise_is_taken_over_or_left(tmp_path):
    async with opened(tmp_path, phase=Phase.READ) as it:
        edited = ROWS.replace("Warm Lunches", "Thursdays").replace("501", "450")
        (it.folder / "applications.csv").write_text(edited, encoding="utf-8")
        await put_right(it, "What the folder says otherwise")
        await pick(it, "title “Thursdays”, was “Warm Lunches”")
        await pick(it, "Take it over")
        await write(it, "a slip")
        await it.until(lambda: it.room.state.model.application("A01").title == "Thursdays")
        await pick(it, "asks for £450, was £501")
        await pick(it, "Leave it as it is")
        await it.press("escape")
        assert it.room.state.model.application("A02").asked == Decimal(501)


async def test_g_says_that_they_differ_and_shows_it(tmp_path):
    async with opened(tmp_path) as it:
        (it.folder / "applications.csv").write_text(ROWS.replace("501", "450"), encoding="utf-8")
        await it.press("g")
        await it.until(lambda: "The folder says something" in words(it))
        await pick(it, "Plan")
        await it.until(lambda: "asks for £450, was £501" in it.text)


async def test_a_row_put_into_the_folder_is_taken_in_as_a_late_application(tmp_path):
    async with opened(tmp_path, phase=Phase.READ) as it:
        (it.folder / "applications.csv").write_text(f'{ROWS}"A Lift Home",320\n', encoding="utf-8")
        await put_right(it, "What the folder says otherwise")
        await pick(it, "“A Lift Home” is new: a late application")
        await pick(it, "Take it over")
        await write(it, "the post was late")
        await it.until(lambda: "--only A04" in it.said)
        assert it.room.state.cleared == {"A04": frozenset()}


async def test_once_the_list_is_confirmed_money_is_not_asked_for_and_words_are(tmp_path):
    async with opened(tmp_path, phase=Phase.CONFIRMED) as it:
        await put_right(it, "An application was withdrawn")
        await it.until(lambda: "confirmed together" in it.said)
        await put_right(it, "Take a late application in")
        await it.until(lambda: "begun to divide the pot" in it.said)
        await put_right(it, "Something about an application")
        await pick(it, "Warm Lunches")
        await pick(it, "asks for")
        await it.until(lambda: "confirmed together" in it.said)
        await put_right(it, "Something about an application")
        await pick(it, "Warm Lunches")
        await pick(it, "title")
        await write(it, "Thursday Lunches")
        await write(it, "a slip")
        await it.until(lambda: it.room.state.model.application("A01").title == "Thursday Lunches")


async def test_after_the_end_it_says_so_before_anything_is_written(tmp_path):
    async with opened(tmp_path, phase=Phase.THANKS) as it:
        await it.press("ctrl+p", *"something right")
        await it.until(lambda: "Put something right" in it.text)
        await it.press("enter")
        await it.until(lambda: "The day is over" in it.said)


async def test_before_anybody_sits_g_takes_a_folder_that_was_edited_meanwhile(tmp_path):
    async with opened(tmp_path, taken=0) as it:
        (it.folder / "applications.csv").write_text(ROWS.replace("Warm", "Cold"), encoding="utf-8")
        await it.press("g")
        await it.until(lambda: "The folder has changed" in words(it))
        await pick(it, "Plan")
        await it.until(lambda: it.room.state.model.application("A01").title == "Cold Lunches")
        await it.until(lambda: "The folder is used as it stands" in words(it))
