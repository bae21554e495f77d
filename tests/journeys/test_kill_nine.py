"""Killed in the middle of scoring, started again: same place, every acknowledged score, phones carry on."""

import socket

import pytest

from panel_tui.rehearse.form_client import FormClient
from tests.journeys.small_session import card_keys, small_session
from tests.journeys.terminal import Terminal, main_form, panel_tui


@pytest.fixture
def port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@pytest.fixture
def wall(tmp_path, port):
    opened = []

    def open_wall(folder):
        opened.append(
            Terminal(*panel_tui("run", folder, "--host", "127.0.0.1", "--port", port), home=tmp_path)
        )
        return opened[-1]

    yield open_wall
    for terminal in opened:
        terminal.close()


async def seat(base_url, code):
    client = FormClient(base_url)
    page = await client.look(f"/J/{code}")
    assert page.name == "seat"
    page = await client.send(page, main_form(page))
    assert page.name == "wait"
    return client


async def answer(client, value):
    page = await client.look("/")
    assert page.name == "score"
    return await client.send(page, main_form(page), {"answer": value})


async def test_killed_in_the_middle_of_scoring_everything_acknowledged_is_there(tmp_path, port, wall):
    folder = small_session(tmp_path / "panel")
    codes = card_keys(folder, tmp_path / "cards", port)
    first = wall(folder)
    first.wait_for("0 of 5 of us are here")
    base_url = f"http://127.0.0.1:{port}"
    ann, bob = await seat(base_url, codes[0]), await seat(base_url, codes[1])
    first.wait_for("2 of 5 of us are here")

    first.press("NPage")
    first.wait_for("Welcome")
    first.press("NPage")
    first.wait_for("Warm Lunches", "asks for")
    first.press("NPage")
    first.wait_for("Quiet reading")
    first.press("NPage")
    first.wait_for("Scoring is open")

    page = await answer(ann, "4")
    page = await answer(ann, "2")
    page = await ann.send(page, main_form(page))
    assert page.name == "received"
    await answer(bob, "5")
    first.wait_for("of 2 are in")
    first.kill_9()

    second = wall(folder)
    second.wait_for("Application 1 of 2", "Scoring is open", "of 2 are in")
    page = await ann.look("/")
    assert (page.name, page.heading) == ("received", "Your score is in")
    page = await bob.look("/")
    assert page.name == "score", "the phone kept its seat and the second question comes next"
    assert page.marks["criterion"] == "able"

    page = await answer(bob, "3")
    page = await bob.send(page, main_form(page))
    assert page.name == "received"

    second.press("q")
    second.wait_for("Leave the wall?")
    second.press("Enter")
    second.wait_gone()
    assert "panel-tui run" in second.farewell
    for client in (ann, bob):
        await client.__aexit__(None, None, None)
