"""Aeroplane mode in the middle of scoring, the laptop killed and started again meanwhile: the answer arrives once."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journeys.phone_browser import PATIENCE, browsing, heading, pick, press
from tests.journeys.small_session import card_keys, small_session
from tests.journeys.terminal import Terminal, panel_tui


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def laptop(tmp_path: Path, port: int):
    """Start the program on the laptop, as often as it is asked for."""
    opened: list[Terminal] = []

    def start(folder: Path) -> Terminal:
        command = panel_tui("run", folder, "--host", "127.0.0.1", "--port", port)
        opened.append(Terminal(*command, home=tmp_path))
        return opened[-1]

    yield start
    for terminal in opened:
        terminal.close()


def answers(folder: Path) -> list[tuple[str, int]]:
    """Read from the record which answers came in."""
    found = []
    for line in (folder / "record.jsonl").read_text(encoding="utf-8").splitlines()[1:]:
        for fact in _facts(json.loads(line.partition(" ")[2])):
            found.append((fact["criterion"], fact["answer"]["value"]))
    return found


def _facts(value: object) -> list[dict]:
    if isinstance(value, dict):
        if value.get("fact") == "Answered":
            return [value]
        return [fact for part in value.values() for fact in _facts(part)]
    if isinstance(value, list):
        return [fact for part in value for fact in _facts(part)]
    return []


async def test_an_answer_given_in_aeroplane_mode_arrives_once_at_a_laptop_started_again(
    tmp_path: Path, port: int, laptop: Callable[[Path], Terminal]
) -> None:
    folder = small_session(tmp_path / "panel")
    codes = card_keys(folder, tmp_path / "cards", port)
    first = laptop(folder)
    first.wait_for("0 of 5 of us are here")
    async with browsing() as browser:
        context = await browser.new_context(viewport={"width": 390, "height": 740})
        phone = await context.new_page()
        phone.set_default_timeout(3 * PATIENCE)
        await phone.goto(f"http://127.0.0.1:{port}/J/{codes[0]}")
        await press(phone, "Yes, take this seat")
        first.wait_for("1 of 5 of us are here")
        for place in ("Welcome", "Warm Lunches", "Quiet reading", "Scoring is open"):
            first.press("NPage")
            first.wait_for(place)
        await heading(phone, "Will it reach people?")
        await pick(phone, "Mostly")
        await press(phone, "Save")
        await heading(phone, "Can they do it?")

        await context.set_offline(True)
        await pick(phone, "A little")
        await press(phone, "Save")
        await (
            phone.locator("#away")
            .get_by_text("The laptop is not answering. Your score is safe on this phone.")
            .wait_for()
        )
        first.kill_9()
        assert answers(folder) == [("reach", 4)]
        second = laptop(folder)
        second.wait_for("Scoring is open")

        await context.set_offline(False)
        await heading(phone, "Your score is in")
        assert answers(folder) == [("reach", 4), ("able", 2)]
        assert await phone.evaluate("localStorage.length") == 0, "nothing is left on the phone"
        assert answers(folder) == [("reach", 4), ("able", 2)]
        await context.close()
