"""The list of what is ready, on a card over the lobby."""

from pathlib import Path

import pytest

from panel_tui.facilitator.wall_app import WallApp
from panel_tui.ready.checks import Laptop
from panel_tui.ready.power import Awake, Power
from screens.desk import screen as desk_keys
from screens.wall import qr
from sessions.state import State
from tests.wall.conftest import Driven
from tests.wall.rooms import FakeRoom

HERE = "10.0.0.7"


@pytest.fixture
async def lobby(tmp_path):
    """A wall in the lobby on a laptop of our own making."""
    laptop = Laptop(
        tmp_path,
        Awake(),
        asked=8765,
        system="linux",
        power=lambda: Power(mains=False, percent=62),
        addresses=lambda: [HERE, "192.168.1.4"],
        free=lambda folder: 41 * 10**9,
    )
    app = WallApp(FakeRoom("lobby", "scoring"), laptop=laptop)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        driven = Driven(app, pilot)
        await driven.settle()
        yield driven


async def opened(it, *keys):
    await it.press("g")
    await it.until(lambda: "Is everything ready?" in it.text)
    for key in keys:
        await it.press(key)


async def test_each_line_has_a_mark_and_words(lobby):
    await opened(lobby)
    assert "! Look    Power     On battery, 62 of 100 left. Plug the laptop in." in lobby.text
    assert "✓ Good    Disk      41 GB free." in lobby.text
    await lobby.press("escape")
    assert lobby.app.screen is lobby.app.wall


async def test_it_begins_on_the_first_line_that_wants_a_look(lobby):
    await opened(lobby)
    assert lobby.app.screen.query_one("OptionList").highlighted == 2


async def test_one_phone_is_waited_for_and_its_visit_told(lobby):
    await opened(lobby, "end", "up", "up", "enter")
    await lobby.until(lambda: "Waiting for a phone" in lobby.text)
    lobby.room.visits.came(HERE)
    await lobby.until(lambda: "This laptop opened the page" in lobby.text)
    lobby.room.visits.came("10.0.0.23")
    await lobby.until(lambda: "It worked." in lobby.text)
    await lobby.press("escape")
    await lobby.until(lambda: "✓ Good    One phone" in lobby.text)


async def test_another_address_is_chosen_and_the_wall_says_so(lobby):
    await opened(lobby, "end", "up", "up", "up", "enter")
    await lobby.until(lambda: "Which address" in lobby.text)
    await lobby.press("down", "enter")
    await lobby.until(lambda: "Is everything ready?" in lobby.text)
    await lobby.press("escape")
    assert lobby.room.address == "192.168.1.4:8765"
    assert "new address: 192.168.1.4:8765" in lobby.said
    lobby.room.state = State(printed_address="10.0.0.7:8765")
    lobby.room.move_to("192.168.1.5:8765")
    await lobby.until(lambda: "were printed for 10.0.0.7:8765" in lobby.said)


async def test_an_address_given_by_hand_is_not_to_be_changed(lobby):
    lobby.app.laptop.any_address = False
    await opened(lobby, "end", "up", "up", "up", "enter")
    await lobby.until(lambda: "There is no other to choose" in lobby.text)
    assert lobby.room.address == "10.0.0.7:8765"


@pytest.mark.parametrize(
    ("system", "first"), [("win32", "Windows:"), ("darwin", "Mac:"), ("linux", "Linux:"), ("bsd", "Linux:")]
)
async def test_a_hotspot_is_told_for_this_laptop_first(lobby, system, first):
    lobby.app.laptop.system = system
    await opened(lobby, "end", "enter")
    await lobby.until(lambda: "If phones cannot get here" in lobby.text)
    said = [words.said.plain for words in lobby.app.screen.query(".card-paragraph")]
    named = [line.partition(" ")[0] for line in said if line.startswith(("Windows:", "Mac:", "Linux:"))]
    assert named[0] == first
    assert len(named) == 3
    assert "Paper always works" in said[-1]


async def test_it_can_be_come_back_to_at_any_time_by_the_palette(lobby):
    await lobby.press("pagedown", "ctrl+p", *"everything ready")
    await lobby.until(lambda: "See whether everything is ready" in lobby.text)
    await lobby.press("enter")
    await lobby.until(lambda: "Folder" in lobby.text)


async def test_the_square_is_shown_again_to_whoever_comes_late_and_follows_the_address(lobby):
    await lobby.press("pagedown")
    await lobby.app.action_ask("square")
    await lobby.until(lambda: "Come in, or come back" in lobby.text)
    qr = lobby.app.screen.query_one("Qr")
    assert qr.link == "http://10.0.0.7:8765/J/K7QF3TM4W"
    lobby.room.move_to("192.168.1.4:8765")
    await lobby.until(lambda: qr.link == "http://192.168.1.4:8765/J/K7QF3TM4W")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_the_square_is_whole_at_every_size(size, tmp_path):
    app = WallApp(FakeRoom("lobby"), laptop=Laptop(Path(tmp_path), Awake()))
    async with app.run_test(size=size, notifications=True) as pilot:
        it = Driven(app, pilot)
        await it.settle()
        await it.app.action_ask("square")
        await it.until(lambda: "Come in, or come back" in it.text)
        square = it.app.screen.query_one(qr.Qr)
        assert square.region.size == qr.size(square.link)
        assert it.app.screen.region.contains_region(square.region)
        assert "K7Q-F3T-M4W" in it.text or size != (60, 20)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_the_eye_chart_is_whole_at_every_size_and_closes_on_the_list(size, tmp_path):
    app = WallApp(FakeRoom("lobby"), laptop=Laptop(Path(tmp_path), Awake()))
    async with app.run_test(size=size, notifications=True) as pilot:
        it = Driven(app, pilot)
        await it.settle()
        await it.press("g")
        await it.until(lambda: "Can the farthest chair read the wall?" in it.text)
        it.app.screen.query_one("OptionList").highlighted = len(it.app.screen.checks)
        await it.press("enter")
        await it.until(lambda: "Can the farthest chair read line 4?" in it.text)
        chart = it.app.screen.query_one("#eyes")
        assert it.app.screen.region.contains_region(chart.region)
        assert "3   NUCKRD" in it.text
        assert "4   ZSDPMIGB" in it.text
        assert "Ctrl and +" in " ".join(it.text.split())
        assert sum("█" in row for row in it.rows) >= 7  # five rows of large letters, and three
        await it.press("escape")
        await it.until(lambda: "Can the farthest chair read the wall?" in it.text)


def test_the_desk_leaves_the_laptop_to_the_wall():
    assert "ready" not in {key.name for key in desk_keys.KEYS}


async def test_the_mark_of_the_line_that_is_stood_on_can_be_read_on_the_band(lobby):
    await opened(lobby)
    listed = lobby.app.screen.query_one("OptionList")
    for place in range(3):
        await lobby.press("home", *["down"] * place)
        prompts = [listed.get_option_at_index(at).prompt for at in range(3)]
        coloured = [any("$" in str(span.style) for span in prompt.spans) for prompt in prompts]
        assert coloured == [at != place for at in range(3)]
