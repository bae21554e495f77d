"""In a made-up language no English is left on the opening screen, nor on the cards of what is ready."""

import pytest

from panel_tui.facilitator.wall_app import WallApp
from panel_tui.opening.app import OpeningApp
from panel_tui.ready.checks import Laptop
from panel_tui.ready.power import Awake, Power
from sessions.wording import speaking
from tests.opening.conftest import Opened
from tests.wall.conftest import Driven
from tests.wall.posters import POSTERS
from tests.wall.rooms import FakeRoom
from tests.wording.made_up import LATIN, LOUD, RIGHT_TO_LEFT, emptied, make_up

make_up()
both = pytest.mark.parametrize("language", [LOUD, RIGHT_TO_LEFT])


@both
async def test_the_opening_screen(tmp_path, monkeypatch, language):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    folder = tmp_path / "◆"
    folder.mkdir()
    (folder / "session.toml").write_text('title = "◆"\ndate = 2026-12-03\n')
    with speaking(language):
        app = OpeningApp(tmp_path)
        async with app.run_test(size=(80, 24)) as pilot:
            it = Opened(app, pilot)
            for keys in ((), ("enter",), ("escape", "o"), ("escape", "question_mark"), ("escape", "delete")):
                await it.press(*keys)
                assert any("◆" in row or row.strip() for row in it.rows)
                assert [row for row in it.rows if LATIN.search(row)] == [], keys


@both
async def test_what_is_ready(tmp_path, language):
    laptop = Laptop(
        tmp_path,
        Awake(),
        power=lambda: Power(mains=False, percent=62),
        addresses=lambda: ["10.0.0.7", "10.0.0.8"],
        free=lambda folder: 41 * 10**9,
    )
    with speaking(language):
        app = WallApp(FakeRoom(posters=[emptied(POSTERS["notice"])]), laptop=laptop)
        async with app.run_test(size=(80, 24)) as pilot:
            it = Driven(app, pilot)
            await it.settle()
            await it.press("g")
            await it.until(lambda: it.app.screen is not it.app.wall)
            for keys in ((), ("end", "enter"), ("escape", "end", "up", "up", "enter")):
                await it.press(*keys)
                await it.settle()
                assert [row for row in it.rows if LATIN.search(row)] == [], keys
