"""Real panels' spreadsheets become sessions; real bad files are refused in words a coordinator understands."""

import csv
from pathlib import Path

import pytest

from panel_tui.folder import check_report, new_folder, new_report, read_session

AWARDED = {"asked": "Amount Awarded"}


@pytest.mark.parametrize(
    ("file", "mapping", "count", "days"),
    [
        ("panel-19.csv", {}, 19, 2),
        ("trafford.csv", AWARDED, 555, 30),
        ("alw-foundation.xlsx", {}, 475, 26),
    ],
)
def test_a_real_sheet_becomes_a_session_and_check_says_how_many_days(
    shared_data: Path, tmp_path: Path, file, mapping, count, days
):
    report = new_folder(tmp_path / "panel", shared_data / "applications" / file, mapping)
    reading = read_session(tmp_path / "panel")

    assert report.made, new_report(report)
    assert reading.faults == ()
    assert reading.session is not None
    assert len(reading.session.applications) == report.applications == count
    assert f"It needs about {days} days" in check_report(reading)


def test_real_asks_and_texts_come_through(shared_data: Path, tmp_path: Path):
    new_folder(tmp_path / "panel", shared_data / "applications" / "panel-19.csv", {})
    session = read_session(tmp_path / "panel").session

    assert session is not None
    first = session.applications[0]
    assert (first.ref, first.title, first.organisation) == (
        "360G-nominettrust-3",
        "The Age of No Retirement?",
        "AMBT Ltd",
    )
    assert (first.asked, first.place, first.theme) == (249700, "London", "Ageing population")
    assert first.summary.startswith('"Trading Times is an online service')
    assert "\nTo achieve critical" not in first.summary
    assert len(first.summary.splitlines()) == 3


@pytest.mark.parametrize("file", ["bom.csv", "decimal_amounts.csv"])
@pytest.mark.parametrize("mapping", [{}, AWARDED])
def test_a_sheet_without_our_columns_is_refused_for_them_never_for_its_letters(
    shared_data: Path, tmp_path: Path, file, mapping
):
    report = new_folder(tmp_path / "panel", shared_data / "bad-files" / file, mapping)

    assert {fault.kind for fault in report.faults} <= {
        "column-missing-title",
        "column-missing-asked",
        "map-no-column-bare",
    }
    assert "column-missing-title" in {fault.kind for fault in report.faults}
    assert report.warnings == ()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("file", "count", "odd"),
    [
        ("fundingproviders-grants_2_grants_cp1252.csv", 2, {"sheet-encoding", "odd-date", "odd-ref"}),
        ("fundingproviders-grants_2_grants.xlsx", 2, {"odd-date", "odd-ref"}),
        ("ids-unexpected-chars.xlsx", 1, {"odd-ref"}),
    ],
)
def test_an_odd_sheet_is_read_and_its_oddities_told(shared_data: Path, tmp_path: Path, file, count, odd):
    refused = new_folder(tmp_path / "first", shared_data / "bad-files" / file, {})
    report = new_folder(tmp_path / "panel", shared_data / "bad-files" / file, AWARDED)

    assert [fault.kind for fault in refused.faults] == ["column-missing-asked"]
    assert '--map asked="Amount Awarded"' in new_report(refused)
    assert (report.applications, {warning.kind for warning in report.warnings}) == (count, odd)
    assert read_session(tmp_path / "panel").faults == ()


def test_the_identifier_a_ref_could_not_hold_stays_in_the_sheet(shared_data: Path, tmp_path: Path):
    new_folder(
        tmp_path / "panel", shared_data / "bad-files" / "fundingproviders-grants_2_grants.xlsx", AWARDED
    )
    with (tmp_path / "panel" / "applications.csv").open(encoding="utf-8", newline="") as file:
        first, *_ = csv.DictReader(file)

    assert first["ref"] == "360G-fundingproviders-000001-X-00-X"
    assert first["their_ref"] == "360G-fundingproviders-000001/X/00/X"
    assert first["Full name of applicant"] == "Miss Jane Roe"


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("bad.xlsx", "bad.xlsx: The file is empty."),
        (
            "badfile_all_validation_errors.xlsx",
            "row 2: “Amount Awarded” is “This should be a number”, which is not an amount.",
        ),
        ("fundingproviders-grants_malformed.json", "Save it as CSV, XLSX or ODS."),
    ],
)
def test_a_file_that_cannot_be_a_sheet_is_refused_whole_in_a_plain_sentence(
    shared_data: Path, tmp_path: Path, file, said
):
    report = new_folder(tmp_path / "panel", shared_data / "bad-files" / file, AWARDED)

    assert not report.made
    assert said in new_report(report)
    assert "Nothing was made" in new_report(report)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_column_of_asks_says_how_to_name_another(shared_data: Path, tmp_path: Path):
    report = new_folder(tmp_path / "panel", shared_data / "applications" / "trafford.csv", {})

    (fault,) = report.faults
    assert "“Amount Applied For” is empty in every row" in str(fault)
    assert '--map asked="Amount Awarded"' in str(fault)
