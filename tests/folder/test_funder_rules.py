"""`[[funder_rule]]` and the column `eligible`: read, printed by `check`, refused by file and line."""

from __future__ import annotations

from decimal import Decimal

import pytest
from click.testing import CliRunner

from panel_tui.cli import panel_tui
from panel_tui.folder import check_report, read_session
from panel_tui.folder.funder_rules import read_eligible
from panel_tui.folder.open_data import letterhead_in
from panel_tui.folder.written_toml import settings_text
from sessions.model.funder_rule import FunderRule

RULES = """
[[funder_rule]]
rule = "No award is above £10,000."
max_award = 10_000

[[funder_rule]]
rule = "One organisation has at most one award."
per_organisation = 1

[[funder_rule]]
rule = "Money is spent in Leeds."
"""
SHEET = (
    "title,organisation,asked,eligible\n"
    "Warm Lunches,The Club,12500,yes\n"
    "Tea and Tablets,the club,9000,No\n"
    "Doorstep Choirs,Others,7000,\n"
)


def test_rules_and_what_staff_say_are_read(make_folder, good_toml):
    session = read_session(make_folder(good_toml + RULES, SHEET)).session
    assert session.funder_rules == (
        FunderRule("No award is above £10,000.", max_award=Decimal(10_000)),
        FunderRule("One organisation has at most one award.", per_organisation=1),
        FunderRule("Money is spent in Leeds."),
    )
    assert [one.eligible for one in session.applications] == [True, False, None]
    assert len(session.applications) == 3  # what staff doubt is still the panel's to decide


def test_check_prints_the_rules_and_warns_of_what_may_go_against_them(make_folder, good_toml):
    said = check_report(read_session(make_folder(good_toml + RULES, SHEET)))
    assert "– No award is above £10,000. (warns above £10,000 in one award)" in said
    assert "– One organisation has at most one award. (warns above one award to one organisation)" in said
    assert "– Money is spent in Leeds.\n" in said
    assert "A01: asks for more than £10,000" in said
    assert "The Club has several applications (A01, A02)" in said
    assert "A02: the column “eligible” says no." in said


@pytest.mark.parametrize("no", ["No", "not eligible", "n"])
def test_a_no_in_the_column_eligible_is_told_once(make_folder, good_toml, no):
    said = check_report(read_session(make_folder(good_toml + RULES, SHEET.replace(",No\n", f",{no}\n"))))
    assert "A02: the column “eligible” says no." in said
    assert said.count("not to be decided") == 1


@pytest.mark.parametrize("titles", ["status,eligible", "eligible,status"])
def test_a_row_that_is_withdrawn_as_well_is_told_of_too(make_folder, good_toml, titles):
    def cells(status: str, eligible: str) -> str:
        said = {"status": status, "eligible": eligible}
        return ",".join(said[title] for title in titles.split(","))

    sheet = SHEET.replace("eligible\n", f"{titles}\n").replace(",yes\n", f",{cells('', 'yes')}\n")
    sheet = sheet.replace(",No\n", f",{cells('withdrawn', 'No')}\n").replace(",7000,\n", ",7000,,\n")
    said = check_report(read_session(make_folder(good_toml + RULES, sheet)))
    assert "A02: the column “eligible” says no." in said
    assert "This row says it is not to be decided" in said


def test_without_rules_check_says_nothing_of_them(make_folder):
    assert "funder" not in check_report(read_session(make_folder()))


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ('[[funder_rule]]\nrule = ""\n', "session.toml, line 8"),
        ("[[funder_rule]]\nmax_award = 100\n", "session.toml, line 7"),
        ('[[funder_rule]]\nrule = "A"\nmax_award = "lots"\n', "session.toml, line 9"),
        ('[[funder_rule]]\nrule = "A"\nmax_award = 0\n', "session.toml, line 9"),
        ('[[funder_rule]]\nrule = "A"\nper_organisation = 0\n', "session.toml, line 9"),
        ('[[funder_rule]]\nrule = "A"\nmax_awards = 3\n', "Did you mean “max_award”"),
        (
            '[[funder_rule]]\nrule = "A"\nmax_award = 3\ntext = "A"\n',
            "are: rule, max_award, per_organisation.",
        ),
        ('[[funder_rule]]\nrule = "A"\n[[funder_rule]]\nrule = "A"\n', "session.toml, line 10"),
        ('funder_rule = "A"\n', "session.toml"),
    ],
)
def test_what_is_wrong_is_refused_by_its_line(make_folder, good_toml, toml, said):
    reading = read_session(make_folder(toml + good_toml if toml.startswith("funder") else good_toml + toml))
    assert reading.session is None
    assert said in "\n".join(map(str, reading.faults))


def test_a_cell_that_is_neither_yes_nor_no_is_refused_by_its_line(make_folder, good_toml):
    reading = read_session(make_folder(good_toml, SHEET.replace(",No\n", ",perhaps\n")))
    (fault,) = reading.faults
    assert "applications.csv, line 3" in str(fault)
    assert "perhaps" in str(fault)
    assert "yes or no" in str(fault)


def test_in_a_column_that_only_may_mean_it_other_words_are_odd_and_not_refused(make_folder, good_toml):
    sheet = SHEET.replace(",eligible\n", ",Eligibility\n").replace(",No\n", ",to be checked\n")
    reading = read_session(make_folder(good_toml, sheet))
    assert reading.session.applications[1].eligible is None
    assert "to be checked" in "\n".join(map(str, reading.warnings))


def test_new_says_that_the_column_is_read_and_carries_it_along(tmp_path):
    sheet, folder = tmp_path / "sheet.csv", tmp_path / "made"
    sheet.write_text(
        "title,asked,Eligible?\nWarm Lunches,12500,Yes\nTea and Tablets,9000,No\n", encoding="utf-8"
    )
    done = CliRunner().invoke(panel_tui, ["new", str(folder), "--from", str(sheet), "--take-in", "3"])
    assert done.exit_code == 0, done.output
    assert "Whether staff find it eligible is read from “Eligible?”." in done.output
    assert "not used" not in done.output
    assert [one.eligible for one in read_session(folder).session.applications] == [True, False]


@pytest.mark.parametrize("words", ["yes", "Y", " TRUE ", "1", "x", "Eligible", "Oes"])
def test_yes_in_its_spellings(words):
    assert read_eligible(words) is True


@pytest.mark.parametrize("words", ["no", "N", "false", "0", "Not eligible", "ineligible."])
def test_no_in_its_spellings(words):
    assert read_eligible(words) is False


def test_what_is_written_for_a_next_stage_is_read_back_the_same(make_folder, good_toml, tmp_path):
    folder = make_folder(good_toml + RULES, SHEET)
    session = read_session(folder).session
    (folder / "session.toml").write_text(settings_text(session, letterhead_in(folder), {}), encoding="utf-8")
    assert read_session(folder).session.funder_rules == session.funder_rules
