"""What is published to 360Giving is valid by its own schema, and its CSV starts a session of the same applications."""

import json
from decimal import Decimal

import pytest

from panel_tui.demo import demo_folder
from panel_tui.exports import ExportRefused
from panel_tui.folder import new_folder, read_session
from panel_tui.folder.open_data import keep_open_data, open_data_in
from sessions import events as e
from sessions.evolve import evolve
from sessions.model.decisions import Decision, Verdict
from sessions.model.phases import Phase
from sessions.model.session import OpenData
from tests.exports.checked_360 import faults, unflattened
from tests.exports.days import MORNING, Day, panel, read_json, read_table, whole_day
from tests.exports.made import exported

IDS = OpenData("GB-CHC-1234567", "360G-ALWF", "A foundation")
OURS = ("ref", "strand", "least", "theme")


@pytest.fixture
def schemas(shared_data):
    return shared_data / "360giving"


@pytest.fixture
def demo(tmp_path):
    """Give the demo's own session, its list confirmed."""
    with demo_folder() as folder:
        model = read_session(folder).session
    return Day(model).end().keep(tmp_path / "s"), model


def confirmed(model, decisions) -> Day:
    """Give a day whose list was confirmed at once: hundreds of applications are not gone through one by one."""
    day = Day(model, here=0)
    for fact in (e.StepStarted(model.steps[0].key), e.PhaseStarted(Phase.NOTE), e.ListConfirmed(decisions)):
        stamped = e.Stamped(MORNING, fact)
        day.history.append(stamped)
        day.state = evolve(day.state, stamped)
    return day


def given(report):
    return json.loads((report.folder / "360giving.json").read_bytes())


def same(application):
    """Give what 360Giving can carry of an application; a grant always has a description and a recipient."""
    one = application
    return (
        one.ref, one.title, one.organisation or one.title, one.asked, one.least, one.place, one.theme,
        one.summary or one.title,
    )  # fmt: skip


def checked(report, model, schemas, tmp_path):
    """Hold one export against the schema, the converter and `new`."""
    package = given(report)
    assert faults(package, schemas) == []
    again = unflattened(report.folder / "360giving.csv", schemas, tmp_path)
    assert [fault for fault in again.pop("said") if not any(name in fault for name in OURS)] == []
    kept = [{key: value for key, value in one.items() if key not in OURS} for one in again["grants"]]
    assert kept == package["grants"]
    assert faults({"grants": kept}, schemas) == []

    made = new_folder(tmp_path / "again", report.folder / "360giving.csv", {})
    assert made.made, made.faults
    back = read_session(tmp_path / "again").session
    funded = {one["id"] for one in package["grants"]}
    heard = [one for one in model.applications if _named(one.ref, funded)]
    assert list(map(same, back.applications)) == list(map(same, heard))
    written = read_table(
        tmp_path / "again" / "applications.csv"
    )  # a session has strands once their pots are set
    assert [row["strand"] for row in written] == [one.strand for one in heard]
    assert len(heard) == len(funded)


def _named(ref, funded):
    return any(name == ref or name.endswith(f"-{ref}") for name in funded)


def test_the_demo_is_valid_and_comes_back_through_new(demo, schemas, tmp_path):
    folder, model = demo
    report = exported(folder, tmp_path / "out", ["360giving"])

    assert report.files == ("360giving.json", "360giving.csv")
    checked(report, model, schemas, tmp_path)


def test_a_foundations_own_spreadsheet_is_valid_and_comes_back_through_new(shared_data, schemas, tmp_path):
    new_folder(tmp_path / "s", shared_data / "applications" / "alw-foundation.xlsx", {})
    assert keep_open_data(tmp_path / "s", IDS)
    model = read_session(tmp_path / "s").session
    decisions = {
        one.ref: Decision(Verdict.FUND, one.asked)
        if n % 3 == 0
        else Decision(Verdict.PART, Decimal("100.50"))
        if n % 3 == 1
        else Decision(Verdict.RESERVE)
        for n, one in enumerate(model.applications)
    }
    folder = confirmed(model, decisions).keep(tmp_path / "s")

    report = exported(folder, tmp_path / "out", ["360giving"])

    assert len(given(report)["grants"]) == 317
    checked(report, model, schemas, tmp_path)


def test_a_grant_that_came_with_its_identifier_keeps_it_and_others_get_the_prefix(tmp_path):
    model = panel(applications=2, open_data=IDS)
    first = model.applications[0].__class__("360g-alwf-77", "Old", Decimal(5))
    model = model.__class__(
        **{name: getattr(model, name) for name in model.__struct_fields__}
        | {"applications": (first, model.applications[1])}
    )
    decisions = {one.ref: Decision(Verdict.FUND, one.asked) for one in model.applications}

    report = exported(confirmed(model, decisions).keep(tmp_path), formats=["360giving"])

    assert [one["id"] for one in given(report)["grants"]] == [
        "360g-alwf-77",
        "360G-ALWF-20261203-a-panel-A02",
    ]


def test_only_applications_that_were_given_money_are_told(tmp_path):
    folder = whole_day().keep(tmp_path / "s")
    (folder / "session.toml").write_text("", encoding="utf-8")
    assert keep_open_data(folder, IDS)

    [grant] = given(exported(folder, formats=["360giving"]))["grants"]

    assert (grant["title"], grant["amountAwarded"], grant["amountAppliedFor"]) == ("Title 1", 1000, 1000)
    assert grant["fundingOrganization"] == [{"id": "GB-CHC-1234567", "name": "A foundation"}]
    assert grant["recipientOrganization"] == [{"id": "360G-ALWF-ORG:group-1", "name": "Group 1"}]


def test_without_the_charitys_numbers_it_is_left_out_and_refused_where_it_was_asked_for(tmp_path):
    folder = whole_day().keep(tmp_path / "s")

    report = exported(folder)
    with pytest.raises(ExportRefused, match=r"\[open_data\]"):
        exported(folder, formats=["360giving"])

    assert "360giving.json" not in report.files
    assert any("360giving" in remark and "session.toml" in remark for remark in report.remarks)


def test_before_the_list_is_confirmed_it_is_left_out(tmp_path):
    folder = Day(panel(open_data=IDS)).keep(tmp_path / "s")

    with pytest.raises(ExportRefused, match="not been confirmed"):
        exported(folder, formats=["360giving"])


def test_the_numbers_once_given_are_kept_in_session_toml_with_all_that_was_there(tmp_path):
    before = '# ours\ntitle = "A panel"\npot = 5\nseats = 3\n\n[[criterion]]\nkey = "a"\nquestion = "Why?"\n'
    (tmp_path / "session.toml").write_text(before, encoding="utf-8")

    assert open_data_in(tmp_path) is None
    assert keep_open_data(tmp_path, IDS)

    assert open_data_in(tmp_path) == IDS
    assert (tmp_path / "session.toml").read_text(encoding="utf-8").startswith(before.rstrip())
    assert [path.name for path in tmp_path.iterdir()] == ["session.toml"]


@pytest.mark.parametrize("text", ["", "not = [toml", '[open_data]\nprefix = "x"\n'])
def test_where_they_cannot_be_kept_nothing_is_changed(tmp_path, text):
    (tmp_path / "session.toml").write_text(text, encoding="utf-8")
    kept = keep_open_data(tmp_path, IDS)

    assert kept == (text == "")
    assert kept or (tmp_path / "session.toml").read_text(encoding="utf-8") == text


def test_the_json_and_the_csv_of_a_public_export_are_the_same(demo, tmp_path):
    folder, _ = demo
    one, two = (
        exported(folder, tmp_path / str(public), ["360giving"], public=public) for public in (True, False)
    )

    assert read_json(one.folder / "360giving-public.json") == read_json(two.folder / "360giving.json")


def test_what_the_standard_asks_for_comes_from_the_applicants_own_sheet(schemas, tmp_path):
    model = panel(applications=2, open_data=IDS)
    decisions = {one.ref: Decision(Verdict.FUND, one.asked) for one in model.applications}
    folder = confirmed(model, decisions).keep(tmp_path / "s")
    (folder / "applications.csv").write_text(
        "ref,title,organisation,asked,Charity number,Start date,Contact name,Address\n"
        "A01,Title 1,Group 1,1000,1166677,2027-01-31,Ada Ash,1 Low Road\nA02,Title 2,Group 2,2000,,soon,,\n",
        encoding="utf-8",
    )

    report = exported(folder, formats=["360giving"])
    first, second = given(report)["grants"]

    assert first["recipientOrganization"] == [
        {"id": "GB-CHC-1166677", "name": "Group 1", "charityNumber": "1166677"}
    ]
    assert first["plannedDates"] == [{"startDate": "2027-01-31T00:00:00+00:00"}]
    assert "plannedDates" not in second
    assert faults(given(report), schemas) == []
    written = b"".join((report.folder / name).read_bytes() for name in report.files)
    assert b"Ada Ash" not in written
    assert b"Low Road" not in written
    assert any("grants without a charity number: 1 of 2." in remark for remark in report.remarks)


def test_two_rounds_of_the_same_refs_name_no_grant_alike(tmp_path):
    names = []
    for title in ("First round", "Second round"):
        model = panel(title=title, open_data=IDS)
        decisions = {one.ref: Decision(Verdict.FUND, one.asked) for one in model.applications}
        report = exported(confirmed(model, decisions).keep(tmp_path / title), formats=["360giving"])
        names += [one["id"] for one in given(report)["grants"]]

    assert len(set(names)) == len(names)
