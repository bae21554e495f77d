"""What an export holds starts the next round: the same applications, references and amounts, read by `new`."""

from decimal import Decimal
from pathlib import Path

import pytest

import panel_tui.demo
from panel_tui.folder import new_folder, new_report, read_session
from sessions import commands as c
from sessions import events as e
from sessions.evolve import evolve
from sessions.model.decisions import Decision, Verdict
from sessions.model.phases import Phase
from sessions.model.session import Standing
from tests.exports.days import MORNING, Day, everyone, panel
from tests.exports.made import made_of, xlsx

SHEETS = {
    "demo": {},
    "panel-19.csv": {},
    "alw-foundation.xlsx": {},
    "trafford.csv": {"asked": "Amount Awarded"},
}


@pytest.fixture(params=SHEETS)
def first(request, shared_data: Path, tmp_path: Path):
    """A day over a real sheet, its list confirmed: of three applications one has all, one a part, one is a reserve."""
    own = Path(panel_tui.demo.__file__).parent / "applications.csv"
    file = own if request.param == "demo" else shared_data / "applications" / request.param
    report = new_folder(tmp_path / "first", file, SHEETS[request.param])
    assert report.made, new_report(report)
    model = read_session(tmp_path / "first").session
    verdicts = (
        lambda one: Decision(Verdict.FUND, one.asked),
        lambda _: Decision(Verdict.PART, Decimal("100.50")),
        lambda _: Decision(Verdict.RESERVE),
    )
    decisions = {one.ref: verdicts[n % 3](one) for n, one in enumerate(model.applications)}
    day = Day(model, here=0)
    for fact in (e.StepStarted(model.steps[0].key), e.PhaseStarted(Phase.NOTE), e.ListConfirmed(decisions)):
        stamped = e.Stamped(MORNING, fact)
        day.history.append(stamped)
        day.state = evolve(day.state, stamped)
    return day


def core(applications):
    return [(one.ref, one.title, one.organisation, one.asked, one.least) for one in applications]


def again(tmp_path: Path, name: str, data: bytes):
    (tmp_path / name).write_bytes(data)
    report = new_folder(tmp_path / "again", tmp_path / name, {})
    assert report.made, new_report(report)
    return report, read_session(tmp_path / "again").session


def test_results_start_the_next_round(first, tmp_path):
    report, session = again(tmp_path, "results.csv", made_of("csv", first)["results.csv"])

    assert core(session.applications) == core(first.state.model.applications)
    assert report.warnings == () or {fault.kind for fault in report.warnings} <= {"odd-award"}


def test_our_own_workbook_starts_the_next_round(first, tmp_path):
    report, session = again(tmp_path, "workbook.xlsx", xlsx(first))

    assert core(session.applications) == core(first.state.model.applications)
    assert "Read from the sheet “Results”." in report.told


@pytest.mark.parametrize("name", ["results.csv", "letters.csv", "letters.xlsx"])
def test_what_was_withdrawn_comes_into_no_next_round_unasked(tmp_path, name):
    day = Day(panel(applications=3)).do(c.SetApplicationAside("A02", Standing.WITHDRAWN, "They closed."))
    day.do(c.SetApplicationAside("A03", Standing.NOT_ELIGIBLE, "Leeds alone."))
    day.score("A01", everyone(6, c1=4, c2=5)).reveal("A01").end()
    made = made_of("csv" if name == "results.csv" else "letters", day)
    (tmp_path / name).write_bytes(made[name])

    report = new_folder(tmp_path / "again", tmp_path / name, {})

    assert not report.made
    assert "say that they are not to be decided" in new_report(report)
    assert all(title in new_report(report) for title in ("Title 2", "Title 3"))


def test_a_column_letter_of_somebody_elses_sheet_is_no_status(tmp_path):
    sheet = (
        "ref,title,organisation,asked,letter\nA01,Songs,Us,100,Draft attached\nA02,Soup,Them,200,Attached\n"
    )
    (tmp_path / "sheet.csv").write_text(sheet, "utf-8")
    assert new_folder(tmp_path / "again", tmp_path / "sheet.csv", {}).made
