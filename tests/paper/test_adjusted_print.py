"""Slips and booklets are made as members asked for them; what would tell a ballot apart is not."""

from __future__ import annotations

import pytest

from panel_tui.folder.plan_in_force import FolderRefused
from panel_tui.offline.print_pack import Wanted, print_only, print_pack
from screens.paper.adjusted import other_booklets
from screens.paper.pack import PrintForm
from sessions.model.adjustments import SeatAdjustments
from tests.paper.pdf import Tags
from tests.sessions.worlds import session

SETTINGS = """
title = "A panel"
pot = 1500
seats = 5
[[criterion]]
key = "reach"
question = "Will it reach people?"
"""
ASKED = """
[[seat]]
seat = 2
large_text = true
language = "cy"
[[seat]]
seat = 4
large_text = true
[[seat]]
seat = 5
paper = true
"""


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "panel"
    made.mkdir()
    (made / "session.toml").write_text(SETTINGS)
    (made / "applications.csv").write_text("title,asked\nWarm Lunches,1000\nTea and Tablets,2000\n")
    (made / "adjustments.toml").write_text(ASKED)
    return made


def text(path):
    return path.read_text(encoding="utf-8")


async def test_slips_are_in_the_letters_and_the_language_that_were_asked_for(folder, tmp_path):
    report = await print_pack(folder, tmp_path / "out", "10.0.0.7:8765")
    slips = tmp_path / "out" / "score-slips"

    assert '<html lang="cy"' in text(slips / "seat-02.html")
    assert '<html lang="en"' in text(slips / "seat-04.html")
    sizes = {seat: max(Tags((slips / f"seat-0{seat}.pdf").read_bytes()).sizes()) for seat in range(1, 6)}
    assert sizes == {1: 24, 2: 28, 3: 24, 4: 28, 5: 24}
    body = {seat: Tags((slips / f"seat-0{seat}.pdf").read_bytes()).sizes() for seat in (1, 4)}
    assert 18 in body[1]
    assert 18 not in body[4]
    assert any("2 seats" in one and "booklet-large" in one for one in report.remarks)
    assert not any("seat 2" in one or "seat 4" in one for one in report.remarks)


async def test_there_is_a_booklet_of_each_kind_and_ballot_slips_are_alike(folder, tmp_path):
    await print_pack(folder, tmp_path / "with", "10.0.0.7:8765")
    (folder / "adjustments.toml").unlink()
    await print_pack(folder, tmp_path / "without", "10.0.0.7:8765")
    names = {name: {one.name for one in (tmp_path / name).glob("*.html")} for name in ("with", "without")}

    assert names["with"] - names["without"] - {"cards.html"} == {
        "booklet-large.html",
        "booklet-large-cy.html",
    }
    for name in ("ballot-slips.html", "booklet.html", "room-slips.html"):
        assert text(tmp_path / "with" / name) == text(tmp_path / "without" / name)
    assert '<html lang="cy"' in text(tmp_path / "with" / "booklet-large-cy.html")


def test_a_few_applications_are_printed_so_as_well_and_in_compact_form_large_ones_stay_large(
    folder, tmp_path
):
    report = print_only(folder, tmp_path / "out", ["A01"], Wanted(form=PrintForm(large=True, compact=True)))

    assert {one for one in report.files if "booklet" in one and one.endswith("html")} == {
        "booklet-A01.html",
        "booklet-cy-A01.html",
    }
    slips = tmp_path / "out" / "score-slips-A01"
    assert max(Tags((slips / "seat-04.pdf").read_bytes()).sizes()) == 28
    assert max(Tags((slips / "seat-01.pdf").read_bytes()).sizes()) < 20


async def test_a_file_that_cannot_be_read_is_refused_and_nothing_is_printed(folder, tmp_path):
    (folder / "adjustments.toml").write_text(ASKED.replace("seat = 4", "seat = 44"))
    with pytest.raises(FolderRefused, match="line 7"):
        await print_pack(folder, tmp_path / "out", "10.0.0.7:8765")
    with pytest.raises(FolderRefused, match="line 7"):
        print_only(folder, tmp_path / "out", ["A01"])
    assert not (tmp_path / "out").exists()
    assert not (folder / "record.jsonl").exists()


def test_who_asked_for_nothing_on_paper_gets_no_other_booklet():
    asked = {1: SeatAdjustments(1, easy_read=True, helper=True), 2: SeatAdjustments(2, language="en")}

    assert other_booklets(session(), asked, large=False) == ()
