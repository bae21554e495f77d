"""The report: one page that needs nothing else, drawn from the views, and a workbook of the same tables."""

import re
import shutil
from decimal import Decimal

import openpyxl
import pytest

from panel_tui.gather.views import NAMES
from tests.gather.places import Duck, run
from tests.journeys.axe import faults, fetch
from tests.needs import needs

PAGE, WORKBOOK = "many-rooms.html", "many-rooms.xlsx"


@pytest.fixture(scope="module")
def drawn(rooms, tmp_path_factory):
    folder = tmp_path_factory.mktemp("drawn")
    place = Duck(folder / "all.duckdb")
    assert run(rooms, "--into", place.into, "--report", folder / "report").exit_code == 0
    return place, folder / "report"


@pytest.fixture(scope="module")
def page(drawn):
    return (drawn[1] / PAGE).read_text(encoding="utf-8")


def test_it_needs_no_network_and_runs_nothing(page):
    assert not re.search(r"https?://|<script|<link|<img|src=|url\(|@import|javascript:", page)
    assert "default-src 'none'" in page


def test_every_view_is_a_part_with_its_table(drawn, page):
    place, _ = drawn
    for key in ("rooms", "awards", "money", "agreement", "minutes", "felt"):
        assert f'<h2 id="{key}">' in page or f'id="{key}"' in page
    [(rooms,)] = place.ask("SELECT count(*) FROM panel_tui.session")
    assert f"from {rooms} rooms" in page
    for held, ballots in place.ask('SELECT "round", ballots FROM panel_tui.agreement_by_round'):
        row = rf"three-quarters</th><td>{held}</td><td>{ballots}</td>"
        assert re.search(row, page), row


def test_the_charts_say_their_numbers_in_words_beside_the_bars(page):
    assert page.count('<table class="bars">') >= 6
    for table in re.findall(r'<table class="bars">.*?</table>', page, re.S):
        assert "<caption>" in table
        assert len(re.findall(r'<td class="n">\d+</td>', table)) == table.count("<rect")


def test_the_workbook_has_every_view_and_its_numbers(drawn):
    place, folder = drawn
    book = openpyxl.load_workbook(folder / WORKBOOK)
    assert book.sheetnames == [name[:31] for name in NAMES]
    for name in NAMES:
        sheet = book[name[:31]]
        rows = list(sheet.iter_rows(min_row=2, values_only=True))
        assert len(rows) == len(place.views()[name]) > 0
        assert sheet.tables
    money = book["asked_against_given"]
    columns = [cell.value for cell in money[1]]
    given = sum(
        Decimal(str(row[columns.index("given")])) for row in money.iter_rows(min_row=2, values_only=True)
    )
    [(there,)] = place.ask("SELECT sum(given) FROM panel_tui.asked_against_given")
    assert given == there


def test_the_same_rooms_give_the_same_report_wherever_they_are(place, rooms, drawn, tmp_path):
    assert run(rooms, "--into", place.into).exit_code == 0
    done = run("--into", place.into, "--report", tmp_path / "again")
    assert done.exit_code == 0, done.output
    assert (tmp_path / "again" / PAGE).read_bytes() == (drawn[1] / PAGE).read_bytes()


def test_a_report_of_nothing_says_so(place, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    done = run(empty, "--into", place.into, "--report", tmp_path / "report")
    assert done.exit_code == 0, done.output
    assert "There is nothing to show here yet." in (tmp_path / "report" / PAGE).read_text(encoding="utf-8")


def test_nothing_is_asked_of_it_by_mistake(rooms, tmp_path):
    file = tmp_path / "all.duckdb"
    assert run("--into", file).exit_code == 2
    assert run(rooms, "--into", file, "--dry-run", "--report", tmp_path).exit_code == 2
    assert run(rooms, "--into", file, "--dry-run", "--remove", "x").exit_code == 2
    assert not file.exists()


@needs("chromium", "npm")
@pytest.mark.parametrize("width", [320, 1280])
async def test_axe_finds_no_fault_on_it(drawn, tmp_path_factory, width):
    from playwright.async_api import async_playwright

    source = fetch(tmp_path_factory.mktemp("axe"))
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        shown = await browser.new_page(viewport={"width": width, "height": 900}, bypass_csp=True)
        await shown.goto((drawn[1] / PAGE).as_uri())
        await shown.add_script_tag(content=source)
        assert await faults(shown) == []
        wide = await shown.evaluate("document.documentElement.scrollWidth")
        await browser.close()
    assert wide <= width
