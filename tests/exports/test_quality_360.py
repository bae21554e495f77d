"""What 360Giving's own checks of quality find in what we publish: nothing to mend, and what is thin is said."""

import copy

import pytest
from msgspec.structs import replace

from panel_tui.demo import demo_folder
from panel_tui.folder import read_session
from sessions.model.decisions import Decision, Verdict
from tests.exports.days import Day, panel
from tests.exports.made import exported
from tests.exports.quality_360 import THIN, WRONG, found
from tests.exports.test_360giving import IDS, confirmed, given

SHEET = (
    "ref,title,organisation,asked,place,summary,Charity number,Company number,Start date,End date,Grant programme\n"
    "A01,Lunch club,Group 1,1000,Holbeck,Meals,1166677-2,,2027-01-31,2027-12-31,Food\n"
    "A02,Allotment,Group 2,2000,Beeston,Beds to dig,SC012345,,2027-01-31,2027-02-01,Food\n"
    "A03,Choir,Group 3,2000,Beeston,Songs,,1234567,2027-05-31,2027-02-01,Song\n"
    "A04,Band,Group 4,500,Beeston,Brass,we have applied,none yet,soon,later,Song\n"
)


@pytest.fixture
def sheet(tmp_path):
    """Give what is published of four applicants with the numbers and dates that people write."""
    decisions = {f"A0{n}": Decision(Verdict.FUND, 500) for n in range(1, 5)}
    folder = confirmed(panel(applications=4, open_data=IDS), decisions).keep(tmp_path / "s")
    (folder / "applications.csv").write_text(SHEET, encoding="utf-8")
    return folder


def test_numbers_and_dates_as_people_write_them_are_told_as_registers_have_them(sheet):
    report = exported(sheet, formats=["360giving"])
    package = given(report)
    assert found(package, WRONG) == {}
    ids = {one["title"]: one["recipientOrganization"][0]["id"] for one in package["grants"]}
    assert list(ids.values())[:3] == ["GB-CHC-1166677", "GB-SC-SC012345", "GB-COH-01234567"]
    last = package["grants"][3]["recipientOrganization"][0]
    assert last["id"].startswith("360G-")
    assert not {"charityNumber", "companyNumber"} & last.keys()
    # who cannot be told apart is not guessed at: an end before its start is left out
    assert ["plannedDates" in one for one in package["grants"]] == [True, True, False, False]
    assert any("grants without a charity number: 2 of 4." in remark for remark in report.remarks)


def test_no_address_of_anybody_is_published_and_that_is_said(tmp_path):
    applications = tuple(
        replace(one, summary="Write to ann.ash@example.org, please.")
        for one in panel(applications=2).applications
    )
    model = replace(panel(applications=2, open_data=IDS), applications=applications)
    decisions = {one.ref: Decision(Verdict.FUND, one.asked) for one in applications}
    report = exported(confirmed(model, decisions).keep(tmp_path / "s"), formats=["360giving"])
    written = b"".join((report.folder / name).read_bytes() for name in report.files)
    assert b"example.org" not in written
    assert given(report)["grants"][0]["description"] == "Write to …, please."
    assert any("e-mail address" in remark and "A01, A02" in remark for remark in report.remarks)


def test_the_demo_has_nothing_to_mend_and_says_what_is_thin(tmp_path):
    with demo_folder() as folder:
        model = replace(read_session(folder).session, open_data=IDS, programme="Ageing well")
    report = exported(Day(model).end().keep(tmp_path / "s"), formats=["360giving"])
    package = given(report)
    assert package["grants"]
    assert found(package, WRONG) == {}
    thin = found(package, THIN)
    assert thin.keys() <= {"a recipient by our own prefix", "no number of the recipient", "no length"}
    assert all(
        any(words in remark for remark in report.remarks) for words in ("charity number", "start date")
    )


SPOILED = {
    "nothing was given": lambda g: g.update(amountAwarded=0),
    "a funder of no known register": lambda g: g["fundingOrganization"][0].update(id="1234567"),
    "a recipient of no known register": lambda g: g["recipientOrganization"][0].update(id="X-1"),
    "no charity's number": lambda g: g["recipientOrganization"][0].update(charityNumber="applied"),
    "no company's number": lambda g: g["recipientOrganization"][0].update(companyNumber="123"),
    "a number that its register has not": lambda g: g["recipientOrganization"][0].update(id="GB-CHC-12"),
    "an address of e-mail": lambda g: g.update(description="ann@example.org"),
    "dates that cannot be": lambda g: g.update(
        plannedDates=[{"startDate": "2027-05-31T00:00:00+00:00", "endDate": "2027-01-31T00:00:00+00:00"}]
    ),
}


@pytest.mark.parametrize("what", SPOILED)
def test_each_check_finds_what_it_is_for(sheet, what):
    package = copy.deepcopy(given(exported(sheet, formats=["360giving"])))
    SPOILED[what](package["grants"][0])
    assert what in found(package, WRONG)
    assert SPOILED.keys() == WRONG.keys()
