"""The desk in a terminal of its own: it moves the wall, says when the run has died, and comes back."""

import pytest

from tests.journeys.small_session import small_session
from tests.journeys.terminal import Terminal, panel_tui


@pytest.fixture
def terminal(tmp_path):
    opened = []

    def started(*words, size=(80, 24)):
        opened.append(Terminal(*panel_tui(*words), home=tmp_path, size=size))
        return opened[-1]

    yield started
    for one in opened:
        one.close()


def test_the_desk_moves_the_wall_and_outlives_a_run_that_is_killed(tmp_path, terminal):
    folder = small_session(tmp_path / "panel")
    run = ("run", folder, "--host", "127.0.0.1", "--port", "0")
    wall = terminal(*run)
    wall.wait_for("0 of 5 of us are here")
    desk = terminal("desk", folder)
    desk.wait_for("0 of 5 are here", "PageDown: Welcome")

    desk.press("NPage")
    wall.wait_for("Now Welcome")
    desk.wait_for("PageDown: ", without="PageDown: Welcome")

    wall.kill_9()
    desk.wait_for("This day is not running just now", "Below is how it stood when last heard")

    again = terminal(*run)
    again.wait_for("Now Welcome")
    desk.wait_for("PageDown: ", without="not running")
    desk.press("PPage", "z")
    again.wait_for("0 of 5 of us are here")
