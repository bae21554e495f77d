import asyncio
import re
from pathlib import Path

import pytest

from panel_tui.facilitator.wall_app import LEFT, WallApp
from panel_tui.system import paths
from panel_tui.system.fault_trace import leave_trace, line_of
from panel_tui.system.paths import traces
from screens.wall.screen import broken_card
from sessions.wording import say
from tests.wall.rooms import FakeRoom, table

SECRET = "KMPT-4WX9"


class Broken(FakeRoom):
    """Breaks with a secret in its local variables."""

    def poster(self):
        if self.at:
            code = SECRET
            raise RuntimeError(f"lost {code}")
        return super().poster()


WAYS = {"draw": ["pagedown"], "order": ["z"], "worker": ["n", "a", "enter"]}


@pytest.mark.parametrize("way", WAYS)
async def test_a_wall_that_breaks_leaves_a_card_without_values(way, capsys):
    room = Broken("lobby", "scoring", state=table())
    app = WallApp(room)

    async def fall(_command):
        code = SECRET
        raise RuntimeError(code)

    async def break_it():
        async with app.run_test(notifications=True) as pilot:
            if way != "draw":
                room.do = fall
            await pilot.pause()  # before a poster stands, no key acts
            await pilot.press(*WAYS[way])
            await pilot.pause()

    with pytest.raises(Exception, match=r"lost|KMPT"):
        await break_it()
    seen = "".join(capsys.readouterr())
    assert say("wall.broken.title") in seen
    assert SECRET not in seen
    assert "Traceback" not in seen
    assert app.return_value is None
    assert traces().name in seen
    line = traces().read_text().splitlines()[-1]
    assert re.search(r"\| wall \| RuntimeError \| .*panel_tui/[\w/]+\.py:\d+ \w+", line)
    assert SECRET not in line


def test_a_trace_has_the_type_and_the_place_and_nothing_that_was_in_hand(monkeypatch):
    monkeypatch.setattr(
        paths, "user_data_path", lambda _name: SECRET
    )  # no path: a fault with a value in hand
    with pytest.raises(TypeError) as fell:
        paths.traces()
    line = line_of("wall", fell.value)
    assert "TypeError" in line
    assert re.search(r"panel_tui/system/paths\.py:\d+ traces", line)
    assert SECRET not in line
    assert str(Path(paths.__file__).parents[1]) not in line


def test_the_file_of_traces_stays_short_and_a_disk_that_refuses_breaks_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    for _ in range(205):
        named = leave_trace("wall", RuntimeError(SECRET))
    assert named.endswith("faults.txt")
    assert len(traces().read_text().splitlines()) == 200
    monkeypatch.setenv("XDG_DATA_HOME", str(traces()))  # a file where a folder should be
    assert leave_trace("wall", RuntimeError(SECRET)) == ""


def test_the_card_says_what_is_safe_and_what_to_do():
    words = "".join(segment.text for segment in broken_card().segments)
    assert "Everything saved is safe" in words
    assert "Ctrl+C" in words


async def test_another_wall_opens_over_the_same_room():
    room = Broken("lobby", "scoring", state=table())

    async def break_it():
        async with WallApp(room).run_test() as pilot:
            await pilot.pause()
            await pilot.press("pagedown")

    with pytest.raises(RuntimeError):
        await break_it()
    room.posters.append(room.posters[0])
    room.at = 0
    app = WallApp(room)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("q", "enter")
    assert app.return_value == LEFT


async def test_a_wall_that_left_no_longer_listens():
    room = FakeRoom("lobby")
    async with WallApp(room).run_test() as pilot:
        await pilot.pause()
        assert len(room.watches) == 1
    await asyncio.sleep(0)
    assert room.watches == []
