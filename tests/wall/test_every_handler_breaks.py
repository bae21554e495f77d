"""A fault in whatever a key does, at the wall or at the desk, leaves a plain card and nothing of what was held."""

import pytest

from panel_tui.facilitator import dialog_flows
from panel_tui.facilitator.wall_app import WallApp
from screens.desk.screen import KEYS as DESK_KEYS
from screens.wall.keys import KEYS as WALL_KEYS
from sessions.wording import say
from tests.desk.samples import sample_desk
from tests.wall.rooms import FakeRoom, table

SECRET = "KMPT-4WX9"


def wall(key):
    poster = key.posters[0].lower() if key.posters else "scoring"
    return WallApp(FakeRoom(poster, state=table()))


def desk(_key):
    return sample_desk("scoring")


CASES = [(wall, key) for key in WALL_KEYS] + [(desk, key) for key in DESK_KEYS]


@pytest.mark.parametrize(("screen", "key"), CASES, ids=[f"{make.__name__} {key.name}" for make, key in CASES])
async def test_the_card_stands_there_and_no_value(screen, key, monkeypatch, capsys):
    asked = []

    def fall(*_parts):
        code = SECRET
        asked.append(key.name)
        raise RuntimeError(f"lost {code}")

    async def fall_in_time(*parts):
        fall(*parts)

    app = screen(key)
    if key.asks:
        monkeypatch.setitem(dialog_flows.ASKING, key.name, fall_in_time)
    else:
        action = "action_command_palette" if key.name == "palette" else f"action_{key.name}"
        monkeypatch.setattr(type(app), action, fall)

    async def press_it():
        async with app.run_test(notifications=True) as pilot:
            await pilot.pause()
            await pilot.press(key.keys[0])
            await pilot.pause()

    with pytest.raises(Exception, match=SECRET):
        await press_it()
    seen = "".join(capsys.readouterr())
    assert asked == [key.name]
    assert say(f"{app.WORDS}.broken.title") in seen
    assert SECRET not in seen
    assert "Traceback" not in seen
