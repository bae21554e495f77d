"""Members have codes drawn afresh for each export: nobody can follow one from export to export."""

from collections import Counter

import openpyxl
import pytest

from panel_tui.exports import ExportRefused
from tests.exports.days import read_json, read_table, whole_day
from tests.exports.made import exported
from tests.exports.pabulib_reader import read_election


@pytest.fixture
def folder(tmp_path):
    return whole_day().keep(tmp_path / "s")


def without_members(path):
    return Counter(tuple(v for k, v in row.items() if k != "member") for row in read_table(path))


def sheets_without_members(path):
    """Count the rows of each sheet, the column of members left out."""
    counted = {}
    for sheet in openpyxl.load_workbook(path):
        titles, *rows = sheet.iter_rows(values_only=True)
        kept = [n for n, title in enumerate(titles) if title != "member"]
        counted[sheet.title] = Counter(tuple(row[n] for n in kept) for row in rows)
    return counted


def votes_without_members(path):
    votes = read_election(path.read_text(encoding="utf-8")).votes.values()
    return Counter(tuple(sorted(points.items())) for points in votes)


def test_two_exports_differ_in_codes_and_the_order_of_rows_alone(folder, tmp_path):
    one = exported(folder, tmp_path / "one", seed=1).folder
    two = exported(folder, tmp_path / "two", seed=2).folder

    for path in sorted(path for path in one.rglob("*") if path.is_file()):
        other = two / path.relative_to(one)
        if path.name in ("scores.csv", "conflicts.csv"):
            assert path.read_bytes() != other.read_bytes()
            assert without_members(path) == without_members(other)
        elif path.name == "workbook.xlsx":
            assert path.read_bytes() != other.read_bytes()
            assert sheets_without_members(path) == sheets_without_members(other)
        elif path.suffix == ".pb":
            assert path.read_bytes() != other.read_bytes()
            assert votes_without_members(path) == votes_without_members(other)
        elif path.name != "session.json":
            assert path.read_bytes() == other.read_bytes()
    codes = [{row["member"] for row in read_json(where / "session.json")["members"]} for where in (one, two)]
    assert not codes[0] & codes[1]


def test_a_code_is_the_same_in_every_file_of_one_export(folder):
    where = exported(folder).folder

    in_scores = {row["member"] for row in read_table(where / "scores.csv")}

    assert in_scores == {row["member"] for row in read_json(where / "session.json")["members"]}
    assert {row["member"] for row in read_table(where / "conflicts.csv")} <= in_scores


def test_rows_stand_in_the_order_of_the_codes(folder):
    rows = read_table(exported(folder).folder / "scores.csv")

    members = [row["member"] for row in rows if row["application"] == "A01" and row["criterion"] == "c1"]

    assert members == sorted(members)


def test_seats_are_named_where_staff_ask_for_them(folder):
    rows = read_table(exported(folder, seats=True).folder / "scores.csv")

    assert {row["member"] for row in rows} == {"1", "2", "3", "4", "5", "6"}
    assert {row["answer"] for row in rows if row["member"] == "4" and row["application"] == "A02"} == {
        "stepping-out"
    }


def test_public_writes_no_row_by_member(folder):
    report = exported(folder, public=True)

    assert not [name for name in report.files if name.startswith(("scores", "conflicts"))]
    told = read_json(report.folder / "session-public.json")
    assert (told["members"], told["scores"], told["conflicts"]) == ([], [], [])


def test_public_leaves_no_row_by_member_of_an_earlier_export_beside_it(folder):
    where = exported(folder).folder
    assert (where / "scores.csv").exists()

    exported(folder, where, public=True, formats=["csv"])

    left = {path.name for path in where.iterdir()}
    tables = ("results", "criteria", "rounds", "timings", "interventions", "felt", "questions")
    assert left == {f"{name}-public.csv" for name in tables}


def test_seats_in_public_are_refused(folder):
    with pytest.raises(ExportRefused, match="rows by member"):
        exported(folder, seats=True, public=True)
