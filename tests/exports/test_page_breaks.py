"""Where pages of a decision record end: no row of a small table alone, no last page of two lines, no option torn."""

import re
import subprocess
from decimal import Decimal

import pytest

from panel_tui.exports.papers import decision_pdf
from sessions import commands as c
from sessions.model.decisions import Verdict
from sessions.model.phases import Phase
from sessions.model.session import Application, Strand
from tests.exports.days import Day, everyone, panel
from tests.exports.made import material, page


def pages(applications: int) -> list[str]:
    """Give the words of each page of a record with a small table, of the parts of the pot, after a growing one."""
    strands = tuple(Strand(f"part-{n}", f"Part {n}", pot=Decimal(50)) for n in range(1, 9))
    day = Day(panel(applications=applications, strands=strands))
    for one in day.state.model.applications:
        day.score(one.ref, everyone(6, c1=4, c2=5)).reveal(one.ref)
        day.ballot(one.ref, c.Tally((0, 0, 0, 0, 6), 0, ())).until(Phase.DECISION, ref=one.ref)
        day.decide(one.ref, Verdict.PART, amount=Decimal(10))
    [file] = decision_pdf(material(day.end()))
    read = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=b"".join(file.parts), capture_output=True, check=True
    )
    return read.stdout.decode().split("\f")[:-1]


@pytest.fixture(scope="module")
def records():
    return [pages(applications) for applications in range(1, 26, 2)]


def test_a_small_table_stays_on_one_page_with_its_heading(records):
    for record in records:
        [parts] = [text for text in record if "The parts of the pot" in text]
        assert "All together" in parts.partition("The parts of the pot")[2]


def test_how_to_check_the_record_is_never_torn_over_two_pages(records):
    for record in records:
        assert "How to check this record" in record[-1]
        assert "panel-tui verify" in record[-1]


def test_an_option_of_the_command_line_is_never_torn_at_its_hyphens(records):
    assert all(re.search(r"--public\.", record[0]) for record in records)


def test_nor_is_it_in_a_browser():
    day = Day(panel()).score("A01", everyone(6, c1=4, c2=5)).reveal("A01").end()

    assert '<span class="kept">--public</span>' in page(day)
    assert ".kept { white-space: nowrap; }" in page(day)


def test_a_note_beneath_a_title_takes_no_more_than_three_lines():
    """The list has a long outcome beside it, of an application that too few could vote on."""
    applications = tuple(
        Application(f"A{n:02d}", f"Song {n}", Decimal(1000 + n), organisation="A group") for n in range(1, 4)
    )
    day = Day(panel(applications=applications)).do(c.StepOut(5, "A03")).do(c.StepOut(6, "A03"))
    for one in applications:
        day.score(one.ref, everyone(4 if one.ref == "A03" else 6, c1=4, c2=5)).reveal(one.ref)
    [file] = decision_pdf(material(day.end()))
    read = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=b"".join(file.parts), capture_output=True, check=True
    )
    listed = read.stdout.decode().partition("Applications by rank")[2].partition("We gave")[0]
    assert "too few for a" in listed
    [first, second] = re.findall(r"A0[12] Song[^\n]*\n(.*?)(?=\n *\d +A0|\n *– +A0)", listed, re.DOTALL)
    assert max(len(note.strip().splitlines()) for note in (first, second)) <= 3
    assert re.search(r"A01 Song 1 ", listed), "nor is the title broken"
