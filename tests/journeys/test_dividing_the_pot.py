"""A tie broken by ballot and a pot divided by hand, one award in part: real terminal, real browser, scripts off."""

from __future__ import annotations

import json
import socket
import subprocess

from playwright.async_api import Page

from panel_tui.rehearse.form_client import FormClient
from tests.journeys.phone_browser import browsing, heading, press, without_scripts
from tests.journeys.small_session import card_keys, small_session
from tests.journeys.terminal import Terminal, main_form, panel_tui

RULES = 'quorum = 5\n\n[ties]\norder = ["ballot"]\n'
WORDS = {"score": "Mostly", "ballot": "Yes"}
SAID = {"score": {"answer": "4"}, "ballot": {"choice": "5"}}


async def seated(base_url: str, code: str) -> FormClient:
    client = FormClient(base_url)
    page = await client.look(f"/J/{code}")
    await client.send(page, main_form(page))
    return client


async def do_all(client: FormClient) -> None:
    """Score everything alike, and vote yes; leave the tie to the test."""
    page = await client.look("/")
    while page.name in (*SAID, "check"):
        page = await client.send(page, main_form(page), SAID.get(page.name))
    assert page.name != "refused"


async def test_a_tie_is_broken_by_ballot_and_the_pot_divided_by_hand(tmp_path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = small_session(tmp_path / "panel", more=RULES)
    codes = card_keys(folder, tmp_path / "cards", port)
    base = f"http://127.0.0.1:{port}"
    wall = Terminal(*panel_tui("run", folder, "--host", "127.0.0.1", "--port", port), home=tmp_path)
    try:
        wall.wait_for("0 of 5 of us are here")
        members = [await seated(base, code) for code in codes[1:5]]
        async with browsing() as browser:
            phone = await without_scripts(browser)
            await phone.goto(f"{base}/J/{codes[0]}")
            await press(phone, "Yes, take this seat")
            wall.wait_for("5 of 5 of us are here")
            go(wall, "Welcome")
            for title in ("Warm Lunches", "Doorstep Choirs"):
                go(wall, title, "asks for")
                go(wall, "Quiet reading")
                go(wall, "Scoring is open")
                for member in members:
                    await do_all(member)
                await in_the_browser(phone)
                go(wall, "Scoring is closed")
                go(wall, "what we think")
                go(wall, "talking it over")
                go(wall, "ballots are in the box")
                for member in members:
                    await do_all(member)
                await in_the_browser(phone)
                go(wall, "We agree: yes")
                go(wall, "say our reasons")
            go(wall, "to share out", "are level")

            wall.press("o")
            wall.wait_for("A ballot to break a tie", "Which should come first?", "Doorstep Choirs")
            for member in members:
                page = await member.look("/")
                assert page.name == "rank"
                await member.send(page, main_form(page).pressed("place2"), {})
            await phone.goto(base)
            await heading(phone, "Which should come first?")
            await press(phone, "Doorstep Choirs")
            await heading(phone, "Your ballot is in the box")
            wall.wait_for("▟▙ ▟▙ ▟▙ ▟▙ ▟▙")
            go(
                wall,
                "to share out",
                "Same score as Doorstep Choirs. Our rule for ties puts that one first",
            )

        wall.wait_for("£499 left")
        wall.press("Enter", *"400", "Enter", "Enter", "Enter")  # as fast as a terminal can send them
        wall.wait_for("£99 left", "£400")
        wall.press("c")
        wall.wait_for("Press again to confirm")
        wall.press("c")
        wall.wait_for("Confirmed together")
        for member in members:
            await member.__aexit__(None, None, None)
    finally:
        wall.close()
    exported = subprocess.run(
        panel_tui("export", folder, "--to", tmp_path / "out", "--format", "json"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert exported.returncode == 0, exported.stderr
    told = json.loads((tmp_path / "out" / "session.json").read_text())
    results = {row["title"]: row for row in told["results"]}
    assert (results["Doorstep Choirs"]["rank"], results["Doorstep Choirs"]["tie_break"]) == (1, "ballot")
    assert (results["Warm Lunches"]["decision"], results["Warm Lunches"]["amount"]) == ("fund in part", 400)
    assert told["session"]["tie_ballots"][0]["sums"] == {"A01": 10, "A02": 5}


def go(wall: Terminal, *words: str) -> None:
    """Press the one key and wait for what it leads to."""
    wall.press("NPage")
    wall.wait_for(*words)


async def in_the_browser(phone: Page) -> None:
    """Do on the real phone what the others do by forms."""
    await phone.goto(phone.url.partition("/J/")[0].partition("/question")[0])
    while (name := await phone.locator("main").get_attribute("data-page")) in (*WORDS, "check"):
        if name in WORDS:
            await phone.get_by_text(WORDS[name], exact=True).click()
        async with phone.expect_navigation():
            await phone.locator("form[data-main] button").click()
