"""`[letters]` in session.toml, and who a letter goes to as the applicants' own sheet has it."""

import datetime as dt

import pytest

from panel_tui.folder import new_folder
from panel_tui.folder.addressees import addressee
from panel_tui.folder.columns_for_letters import carried_columns
from panel_tui.folder.open_data import letterhead_in
from sessions.model.letterhead import Letterhead

DAY = 'title = "A"\npot = 10\nseats = 3\n[[criterion]]\nkey = "a"\nquestion = "Good?"\n[letters]\n'


@pytest.mark.parametrize(
    ("toml", "head"),
    [
        ("", Letterhead()),
        ('sender = ["A", "B"]\nreference = "X"', Letterhead(sender=("A", "B"), reference="X")),
        ('signature = "Jo\\nOfficer"', Letterhead(signature=("Jo", "Officer"))),
        ("reply_by = 2026-12-24", Letterhead(reply_by=dt.date(2026, 12, 24))),
        ('reply_by = "Friday"', Letterhead(reply_by="Friday")),
    ],
)
def test_the_letters_head_is_read_from_the_folder(tmp_path, toml, head):
    (tmp_path / "session.toml").write_text(DAY + toml, encoding="utf-8")

    assert letterhead_in(tmp_path) == head


def test_a_folder_without_one_has_none(tmp_path):
    assert letterhead_in(tmp_path) == Letterhead()


@pytest.mark.parametrize(
    ("cells", "contact"),
    [
        ({"Contact name": "Ada Ash"}, "Ada Ash"),
        ({"Main contact": "Ada Ash", "Surname": "Ash"}, "Ada Ash"),
        ({"their_title": "Mrs", "First name": "Ada", "Surname": "Ash"}, "Mrs Ada Ash"),
        ({"their_title": "Mrs"}, ""),
        ({"Contact e-mail": "a@b.example"}, ""),
        ({"Name of school": "Ash"}, ""),
    ],
)
def test_a_person_is_found_by_the_columns_titles_and_never_made_up(cells, contact):
    assert addressee(cells).contact == contact


def test_an_address_is_put_together_in_the_order_of_the_sheet():
    cells = {
        "Address line 1": "1 Low Road",
        "Town": "Leeds",
        "Postcode": "LS1 1AA",
        "Email address": "a@b.example",
    }

    found = addressee(cells)

    assert found.address == ("1 Low Road", "Leeds", "LS1 1AA")
    assert found.email == "a@b.example"


@pytest.mark.parametrize("title", ["their_ref", "Your reference", "Applicant's own ref no.", "Your ref"])
def test_the_applicants_own_reference_is_found_by_its_title(title):
    assert addressee({title: "CK/26/7"}).their_ref == "CK/26/7"


def test_the_columns_of_the_sheet_come_by_ref_as_they_stand(tmp_path):
    sheet = tmp_path / "given.csv"
    sheet.write_text(
        "Project title,Amount requested,Contact name,Notes\nTea,100,Ada Ash,=late\n", encoding="utf-8"
    )
    assert new_folder(tmp_path / "s", sheet, {}).made

    assert carried_columns(tmp_path / "s") == {"A01": {"Contact name": "Ada Ash", "Notes": "=late"}}


@pytest.mark.parametrize("sheet", [None, "title\nTea\n", "\0"])
def test_nothing_is_carried_where_the_sheet_cannot_be_read(tmp_path, sheet):
    if sheet is not None:
        (tmp_path / "applications.csv").write_text(sheet, encoding="utf-8")

    assert carried_columns(tmp_path) == {}
