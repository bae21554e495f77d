"""Where pages of a decision record end: no row of a small table alone, no last page of two lines, no option torn."""

import re
import subprocess
from decimal import Decimal

import pytest

from panel_tui.exports.papers import decision_pdf
from sessions import commands as c
from sessions.model.decisions import Verdict
from sessions.model.phases import Phase
from sessions.model.session import Strand
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
