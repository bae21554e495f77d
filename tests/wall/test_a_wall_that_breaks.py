import asyncio

import pytest

from panel_tui.app import LEFT, WallApp
from screens.wall.broken import broken_card
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
            await pilot.press(*WAYS[way])
            await pilot.pause()

    with pytest.raises(Exception, match=r"lost|KMPT"):
        await break_it()
    seen = "".join(capsys.readouterr())
    assert say("wall.broken.title") in seen
    assert SECRET not in seen
    assert "Traceback" not in seen
    assert app.return_value is None


def test_the_card_says_what_is_safe_and_what_to_do():
    words = "".join(segment.text for segment in broken_card().segments)
    assert "Everything saved is safe" in words
    assert "Ctrl+C" in words


async def test_another_wall_opens_over_the_same_room():
    room = Broken("lobby", "scoring", state=table())
    with pytest.raises(RuntimeError):
        async with WallApp(room).run_test() as pilot:
            await pilot.press("pagedown")
    room.posters.append(room.posters[0])
    room.at = 0
    app = WallApp(room)
    async with app.run_test() as pilot:
        await pilot.press("q", "enter")
    assert app.return_value == LEFT


async def test_a_wall_that_left_no_longer_listens():
    room = FakeRoom("lobby")
    async with WallApp(room).run_test() as pilot:
        await pilot.pause()
        assert len(room.watches) == 1
    await asyncio.sleep(0)
    assert room.watches == []
