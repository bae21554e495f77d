import pytest

from panel_tui.desk.app import DeskApp
from panel_tui.facilitator.dialog_flows import ASKING
from screens.desk.screen import FOOT, KEYS, foot
from screens.wall.keys import KEYS as WALL_KEYS


def test_no_key_means_two_things():
    keys = [key for entry in KEYS for key in entry.keys]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("entry", KEYS, ids=lambda entry: entry.name)
def test_every_key_does_something_here_and_says_what(entry):
    assert entry.words
    assert entry.help.endswith(".")
    if entry.asks:
        assert entry.name in ASKING
    else:
        assert hasattr(DeskApp, f"action_{'command_palette' if entry.name == 'palette' else entry.name}")


def test_a_key_the_wall_has_too_does_the_same_there():
    wall = {entry.name: entry for entry in WALL_KEYS}
    shared = [entry for entry in KEYS if not entry.said]
    assert len(shared) > 10
    assert shared == [wall[entry.name] for entry in shared]


def test_the_foot_names_keys_that_are_there_and_fits_a_small_terminal():
    assert set(FOOT) <= {entry.name for entry in KEYS}
    assert len(foot(118)) <= 110
    for width in range(20, 118):
        assert len(foot(width)) <= width
        assert foot(width).endswith("? all keys")
