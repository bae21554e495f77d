"""What the record tells besides: each part of the pot, how confident we felt, and the checks on our scores."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from sessions.model.answers import Felt
from sessions.model.decisions import Verdict
from sessions.model.phases import Phase
from sessions.model.session import Application, Strand
from tests.exports.days import Day, everyone, panel
from tests.exports.made import page
from tests.exports.test_decision_record import Reader

STRANDS = (Strand("small", "Small groups", Decimal(400), 2), Strand("new", "New ideas", Decimal(300)))


def divided() -> Day:
    """Give money from a part of the pot and from the whole."""
    asks = (("A01", 300, "small"), ("A02", 600, ""), ("A03", 200, "new"))
    applications = tuple(Application(ref, f"Title {ref}", Decimal(n), strand=key) for ref, n, key in asks)
    day = Day(panel(applications=applications, strands=STRANDS))
    given = (("A01", 5, Verdict.FUND), ("A02", 4, Verdict.FUND), ("A03", 2, Verdict.NOT_NOW))
    for ref, marks, verdict in given:
        day.score(ref, everyone(6, c1=marks, c2=marks)).until(Phase.DECISION, ref=ref).decide(ref, verdict)
    return day.end()


def rows(html: str, caption: str) -> list[list[str]]:
    """Give the cells of the table with this caption."""
    table = html.split(f"<caption>{caption}</caption>")[1].split("</table>")[0]
    body = table.split("<tbody>")[1]
    return [
        [cell.split("</")[0].split(">")[-1] for cell in row.split("<t")[1:] if cell[0] in "hd"]
        for row in body.split("<tr>")[1:]
    ]


def test_each_part_of_the_pot_is_told_with_what_was_given_from_it():
    assert rows(page(divided()), "The parts of the pot") == [
        ["Small groups", "£400", "£0", "£300", "£100", "1, with about 2 in mind"],
        ["New ideas", "£300", "£0", "£0", "£300", "0"],
        ["The rest of the pot", "£800", "£0", "£600", "£200", "1"],
        ["All together", "£1,500", "£0", "£900", "£600", "2"],
    ]


def test_a_pot_without_parts_and_a_list_not_confirmed_have_no_such_table():
    whole = Day(panel()).score("A01", everyone(6, c1=4, c2=4)).end()
    early = divided()
    early.state = replace(early.state, confirmed=False)

    assert "The parts of the pot" not in page(whole)
    assert "The parts of the pot" not in page(early)


def felt(*counts) -> str:
    day = Day(panel()).score("A01", everyone(6, c1=4, c2=4)).end()
    kept = tuple(Felt(f"s{n}", 6, one, 0) for n, one in enumerate(counts, start=1))
    day.state = replace(day.state, felt=kept)
    return page(day)


def test_how_confident_we_felt_is_told_then_and_now():
    told = felt((2, 2, 2, 0, 0), (0, 0, 2, 2, 2))

    assert ">How confident we feel</h2>" in told
    assert "<caption>At first</caption>" in told
    assert "At first 0 of us felt very or completely confident; now it is 4." in told


@pytest.mark.parametrize("counts", [(), (None,)])
def test_confidence_nobody_may_see_is_not_told_of(counts):
    assert "How confident we feel" not in felt(*counts)


def test_the_checks_are_told_once_the_day_is_done_with():
    done = divided()
    early = Day(panel()).score("A01", everyone(6, c1=4, c2=4)).reveal("A01")

    assert ">Checks on our scores</h2>" in page(done)
    assert "Would it change if we all marked alike?" in page(done)
    assert "Checks on our scores" not in page(early)


def test_a_record_with_all_of_it_is_still_one_sound_page():
    day = divided()
    day.state = replace(day.state, felt=(Felt("s1", 7, (0, 0, 2, 2, 2), 1),))
    read = Reader(page(day))
    ids = [attrs["id"] for _, attrs, _ in read.found if "id" in attrs]

    assert {"confidence", "checks"} <= set(ids)
    assert len(ids) == len(set(ids))
