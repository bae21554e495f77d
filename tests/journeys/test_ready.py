"""Before the day, in a real terminal: what is looked at, a real visit, and a laptop kept awake until the wall goes."""

import re
import subprocess
import urllib.request

import pytest

from tests.journeys.small_session import small_session
from tests.journeys.terminal import Terminal, panel_tui


@pytest.fixture
def wall(tmp_path):
    folder = small_session(tmp_path / "panel", more='joining = "open"')
    terminal = Terminal(*panel_tui("run", folder, "--port", 0), home=tmp_path, size=(100, 30))
    yield terminal
    terminal.close()


def test_the_list_is_opened_a_phone_is_waited_for_and_a_real_visit_is_noticed(wall):
    # the pop-up of the lobby says it in small letters; later it stands in big ones
    port = re.search(r"\d+\.\d+\.\d+\.\d+:(\d+)", wall.wait_for("here", "0 of 5"))[1]
    wall.press("g")
    text = wall.wait_for("Is everything ready?", "Folder", "Disk", "Power", "Awake", "Address", "One phone")
    assert "The record is whole" in text
    wall.press("End", "Up", "Up", "Enter")
    wall.wait_for("Waiting for a phone")
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=20) as page:
        assert page.status == 200
    wall.wait_for("This laptop opened the page")
    wall.press("Escape")
    wall.wait_for("This laptop can open the page. Now try a phone")
    wall.press("Escape")
    wall.wait_for("0 of 5 of us are here")


def test_the_laptop_is_kept_awake_by_a_child_that_goes_with_a_killed_wall(tmp_path):
    tools = tmp_path / "tools"
    tools.mkdir()
    fake = tools / "systemd-inhibit"
    fake.write_text('#!/bin/sh\nshift 4\nexec "$@"\n')
    fake.chmod(0o755)
    folder = small_session(tmp_path / "panel", more='joining = "open"')
    path = f"PATH={tools}:/usr/bin:/bin"
    wall = Terminal("env", path, *panel_tui("run", folder, "--port", 0), home=tmp_path)
    try:
        wall.wait_for("0 of 5 of us are here")
        pid = wall.pid
        wall.wait_until(lambda: kept_awake_for(pid))  # it comes up behind the wall
        wall.press("g")
        wall.wait_for("The laptop stays awake, even with its lid shut.")
        wall.kill_9()
        wall.wait_until(lambda: not kept_awake_for(pid))
    finally:
        wall.close()


def kept_awake_for(pid: int) -> bool:
    listed = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
    return f"tail --pid={pid} " in listed
