"""Everything the sheet holds is carried through, and read back: another round starts from what this one left."""

import csv
from pathlib import Path

import pytest
from openpyxl import Workbook

from panel_tui.folder import new_folder, new_report, read_session
from panel_tui.folder.columns_for_letters import carried_columns

AWARDED = {"asked": "Amount Awarded"}


def rows(folder: Path) -> list[dict[str, str]]:
    with (folder / "applications.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def demo() -> Path:
    import panel_tui.demo

    return Path(panel_tui.demo.__file__).parent / "applications.csv"


@pytest.fixture(params=["demo", "panel-19.csv", "alw-foundation.xlsx", "trafford.csv"])
def first(request, shared_data: Path, tmp_path: Path) -> Path:
    """A folder made from a real sheet."""
    file = demo() if request.param == "demo" else shared_data / "applications" / request.param
    report = new_folder(tmp_path / "first", file, AWARDED if request.param == "trafford.csv" else {})
    assert report.made, new_report(report)
    return tmp_path / "first"


def test_a_folders_own_sheet_starts_another_with_the_same_applications_columns_and_refs(first, tmp_path):
    report = new_folder(tmp_path / "again", first / "applications.csv", {})

    assert report.made, new_report(report)
    assert rows(tmp_path / "again") == rows(first)
    again, before = (read_session(folder).session.applications for folder in (tmp_path / "again", first))
    kept = [(a.ref, a.title, a.organisation, a.asked, a.least, a.place, a.theme) for a in again]
    assert kept == [(a.ref, a.title, a.organisation, a.asked, a.least, a.place, a.theme) for a in before]


def test_every_cell_of_a_column_we_do_not_use_stands_in_the_folders_sheet(shared_data, tmp_path):
    new_folder(tmp_path / "panel", shared_data / "applications" / "trafford.csv", AWARDED)
    with (shared_data / "applications" / "trafford.csv").open(encoding="utf-8-sig", newline="") as file:
        given = list(csv.DictReader(file))

    for before, kept in zip(given, rows(tmp_path / "panel"), strict=True):
        for title in (
            "Award Date",
            "Recipient Org:Identifier",
            "Beneficiary Location:Geographic Code",
            "URL",
        ):
            assert kept.get(title, "") == before[title].strip()


def test_a_column_called_like_one_of_ours_is_kept_under_another_name(tmp_path):
    (tmp_path / "a.csv").write_text(
        "ID,Title,Project title,Asked,asked by\n1,Mrs,Tea,5,Jo\n2,Mr,Lunch,6,Bo\n", encoding="utf-8"
    )
    assert new_folder(tmp_path / "panel", tmp_path / "a.csv", {}).made

    assert [(r["title"], r["their_title"], r["asked by"]) for r in rows(tmp_path / "panel")] == [
        ("Tea", "Mrs", "Jo"),
        ("Lunch", "Mr", "Bo"),
    ]
    assert [a.title for a in read_session(tmp_path / "panel").session.applications] == ["Tea", "Lunch"]


def test_what_is_carried_is_given_by_ref_for_letters(shared_data, tmp_path):
    new_folder(tmp_path / "panel", shared_data / "imports" / "I1-title-is-mrs.csv", {})
    carried = carried_columns(tmp_path / "panel")

    assert carried["1"] == {
        "their_title": "Mrs",
        "Timestamp": "2026-01-02",
        "First name": "Ada",
        "Surname": "Ash",
    }
    assert list(carried) == ["1", "2", "3"]


def test_their_own_refs_are_carried_and_a_conflict_may_name_them(shared_data, tmp_path):
    new_folder(tmp_path / "panel", shared_data / "imports" / "P1-ref-collide.csv", {})

    assert {ref: cells["their_ref"] for ref, cells in carried_columns(tmp_path / "panel").items()} == {
        "CF-1-2": "CF/1",
        "CF-1": "CF-1",
    }
    toml = tmp_path / "panel" / "session.toml"
    toml.write_text(toml.read_text() + '[[member]]\nconflicts = ["CF/1"]\n', encoding="utf-8")
    assert read_session(tmp_path / "panel").session.members[0].conflicts == ("CF-1-2",)


@pytest.mark.parametrize("sheet", [None, "title\nTea\n", "\0"])
def test_nothing_is_carried_where_the_sheet_cannot_be_read(tmp_path, sheet):
    if sheet is not None:
        (tmp_path / "applications.csv").write_text(sheet, encoding="utf-8")

    assert carried_columns(tmp_path) == {}


def test_grants_as_json_are_read_as_the_same_grants_in_a_workbook(shared_data, tmp_path):
    made = []
    for name in ("alw-foundation.json", "alw-foundation.xlsx"):
        assert new_folder(tmp_path / name, shared_data / "applications" / name, {}).made
        made.append(read_session(tmp_path / name).session.applications)
    json, workbook = ([(a.ref, a.title, a.organisation, a.asked, a.place) for a in one] for one in made)

    assert len(json) == 475
    assert json == workbook


@pytest.mark.parametrize(
    ("file", "count", "pot"),
    [
        ("poland_gdynia_2020_orlowo-small.pb", 8, 376020),
        ("poland_wieliczka_2023.pb", 64, 1_000_000),
        ("poland_warszawa_2018_sadul.pb", 2, 116735),
    ],
)
def test_a_pabulib_file_gives_its_projects_and_its_pot_and_leaves_its_votes(
    shared_data, tmp_path, file, count, pot
):
    report = new_folder(tmp_path / "panel", shared_data / "budgets" / file, {})
    session = read_session(tmp_path / "panel").session

    assert report.made, new_report(report)
    assert (len(session.applications), session.pot, session.currency) == (count, pot, "PLN")
    assert "The amounts are in złoty (PLN)." in report.told
    assert f"The file says how much there is to give: PLN {pot:,}." in report.told
    assert "the file says" in new_report(report)


def test_a_pabulib_file_without_names_is_refused_in_words(tmp_path):
    (tmp_path / "a.pb").write_text("META\nkey;value\nbudget;5\nPROJECTS\nproject_id;cost\n1;5\nVOTES\n")

    assert "have no names" in new_report(new_folder(tmp_path / "panel", tmp_path / "a.pb", {}))
    assert not (tmp_path / "panel").exists()


def test_what_would_steer_a_terminal_or_turn_a_line_round_is_not_carried(tmp_path):
    new_folder(tmp_path / "panel", demo(), {})
    (tmp_path / "panel" / "applications.csv").unlink()
    book = Workbook()
    book.active.append(["ref", "title", "asked", "Contact", "Notes"])
    book.active.append(
        ["A01", "Thursdays", 100, "Ann _x001B_]0;owned_x0007_Lee", "one\u202eeno\ntwo\x85 and so on"]
    )
    book.save(tmp_path / "panel" / "applications.xlsx")
    carried = carried_columns(tmp_path / "panel")["A01"]
    assert carried["Notes"] == "oneeno\ntwo and so on"
    # older versions of the library leave such an escape as the harmless letters it is written in
    assert carried["Contact"] in ("Ann ]0;ownedLee", "Ann _x001B_]0;owned_x0007_Lee")
