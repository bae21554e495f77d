"""PageDown alone leads through the day in a real terminal; leaving and `run` come back to the same place."""

import time

from tests.journeys.small_session import small_session
from tests.journeys.terminal import PATIENCE, Terminal, panel_tui, pause

MOST_PRESSES = 150


def settled(wall):
    """Wait until the screen stands still, and give it."""
    until = time.monotonic() + PATIENCE
    before = ""
    while time.monotonic() < until:
        pause()
        pause()
        now = wall.screen
        if now == before:
            return now
        before = now
    return before


def press_on(wall, until):
    """Press PageDown until these words stand on the wall; give all the screens on the way."""
    seen = []
    for _ in range(MOST_PRESSES):
        settled(wall)
        seen.append(wall.text)
        if until in seen[-1]:
            return seen
        before = wall.screen
        wall.press("NPage")
        wall.wait_until(lambda before=before: wall.screen != before)  # each press does something one can see
    raise AssertionError(f"never came to {until}:\n{wall.screen}")


def test_page_down_alone_leads_to_thank_you_and_run_comes_back(tmp_path):
    folder = small_session(tmp_path / "panel", seats=6, more="quorum = 1")
    kept = tmp_path / "kept"
    wall = Terminal(
        *panel_tui(
            "rehearse",
            folder,
            "--keep",
            kept,
            "--seed",
            4,
            "--speed",
            500,
            "--host",
            "127.0.0.1",
            "--port",
            0,
        ),
        home=tmp_path,
    )
    again = None
    try:
        wall.wait_for("6 of 6 of us are here")
        press_on(wall, "Doorstep Choirs")
        wall.press("q")
        wall.wait_for("Leave the wall?")
        wall.press("Enter")
        wall.wait_gone()
        assert "panel-tui run" in wall.farewell
        again = Terminal(*panel_tui("run", kept, "--host", "127.0.0.1", "--port", 0), home=tmp_path)
        again.wait_for("Application 2 of 2", "Doorstep Choirs")
        seen = press_on(again, "the end of the day")
        walked = "\n".join(seen)
        for words in ("Quiet reading", "Scoring is open", "Let's talk it over", "What we decided", "left"):
            assert words in walked, words
        assert "Thank you" in seen[-1]
        again.press("q")
        again.wait_for("Leave the wall?")
        again.press("Enter")
        again.wait_for("Everything is kept")
    finally:
        wall.close()
        if again:
            again.close()
