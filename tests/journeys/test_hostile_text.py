"""Titles made to do harm pass through every page and export of a whole day as plain text."""

import asyncio
import csv
import json
import re
import subprocess
from html.parser import HTMLParser

import pytest

from panel_tui.rehearse import Leaning, form_client, html_page
from panel_tui.running.rehearsal import Rehearsal, rehearse_headless
from tests.journeys.small_session import small_session
from tests.journeys.terminal import panel_tui

TITLES = [
    "[/]",
    "[@click=app.quit]x[/]",
    "=1+1",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "ESC\x1b[31mred\x1b]0;title\x07",
    "\u202eright to left\u202c",
    "{{ 7*7 }} {title} %s",
    "@SUM(1)",
    "C1\x9b31m",
]
# What is left once the door has cleaned them: nothing that drives a terminal, every other mark as it was.
CLEANED = [
    "[/]",
    "[@click=app.quit]x[/]",
    "=1+1",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "ESC[31mred]0;title",
    "right to left",
    "{{ 7*7 }} {title} %s",
    "@SUM(1)",
    "C131m",
]
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Seen(HTMLParser):
    """The tags of a page, and its words as a browser would show them."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.words, self.attributes = [], "", []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]

    def handle_data(self, data):
        self.words += data


@pytest.fixture(scope="module")
def day(tmp_path_factory):
    """A whole day with these titles; every page that any phone was given, and the exports."""
    tmp_path = tmp_path_factory.mktemp("hostile")
    titles = [title.replace('"', '""') for title in TITLES]
    folder = small_session(tmp_path / "panel", seats=6, titles=titles)
    pages = []
    original = form_client.read_page

    def keep(text, **more):
        pages.append(text)
        return original(text, **more)

    form_client.read_page = keep
    try:
        plan = Rehearsal(folder, lambda session: Leaning(session, 3), seed=3)
        asyncio.run(rehearse_headless(plan, lambda _line: None))
    finally:
        form_client.read_page = original
    done = subprocess.run(panel_tui("export", folder), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return pages, folder / "exports"


def test_no_page_runs_or_hides_anything(day):
    pages, _ = day
    assert len(pages) > 200
    shown = set()
    for text in pages:
        assert not RAW.search(text)
        page = Seen(text)
        assert "img" not in page.tags
        assert "onerror" not in page.attributes
        # our own script is a file, never inline
        assert not re.search(r"<script>(?!</script>)", text)
        shown |= {title for title in CLEANED if title in page.words}
    assert shown == set(CLEANED)


class Walked(HTMLParser):
    """A page as Python's own parser walks it, told to our reader."""

    def __init__(self, reader):
        super().__init__(convert_charrefs=True)
        self.reader = reader

    def handle_starttag(self, tag, attrs):
        self.reader.begin(tag, {name: value or "" for name, value in attrs})

    def handle_endtag(self, tag):
        self.reader.end(tag)

    def handle_data(self, data):
        for words in self.reader._hearing.values():
            words.append(data)


def test_a_pretend_member_reads_each_page_as_pythons_own_parser_does(day, monkeypatch):
    pages, _ = day
    ours = [html_page.read_page(text, address="/") for text in pages]
    assert {page.name for page in ours} > {"seat", "score", "ballot"}

    def walked(text):
        reader = html_page._Reader()
        parser = Walked(reader)
        parser.feed(text)
        parser.close()
        return reader

    monkeypatch.setattr(html_page, "_walked", walked)
    assert ours == [html_page.read_page(text, address="/") for text in pages]


def test_the_readable_record_shows_them_as_text(day):
    _, exports = day
    text = (exports / "decision-record.html").read_text(encoding="utf-8")
    page = Seen(text)
    assert "script" not in page.tags
    assert "img" not in page.tags
    assert not RAW.search(text)
    assert all(title in page.words for title in CLEANED)


def test_no_cell_runs_in_a_spreadsheet(day):
    _, exports = day
    for file in exports.glob("*.csv"):
        with file.open(encoding="utf-8-sig", newline="") as opened:
            for row in csv.reader(opened):
                assert not [cell for cell in row if cell[:1] in "=+@\t\r＝＋＠" and cell], file.name
                assert not RAW.search("".join(row))
    with (exports / "results.csv").open(encoding="utf-8-sig", newline="") as opened:
        titles = {row["title"].removeprefix("'") for row in csv.DictReader(opened)}
    assert titles == set(CLEANED)


def test_session_json_holds_them_as_they_are(day):
    _, exports = day
    read = json.loads((exports / "session.json").read_text(encoding="utf-8"))
    assert {one["title"] for one in read["applications"]} == set(CLEANED)
