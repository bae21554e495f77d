"""`panel-tui stage` from the command line: what it says, its exit status, and that a refusal leaves nothing behind."""

from __future__ import annotations

import sys
from decimal import Decimal

import pytest
from click.testing import CliRunner

from panel_tui.cli import panel_tui
from panel_tui.folder import read_session
from panel_tui.gather.rooms import read_room
from tests.exports.made import exported
from tests.stages.programme import folder_of, lived, programme, shortlist


@pytest.fixture
def first(tmp_path):
    return programme(tmp_path / "shortlist")


def run(*asked):
    return CliRunner().invoke(panel_tui, ["stage", *map(str, asked)])


def test_it_says_what_went_on_and_what_never_does(first, tmp_path):
    done = run(first, tmp_path / "next", "--as", "interview")
    assert done.exit_code == 0, done.output
    said = " ".join(done.output.split())
    assert "next is made. 2 applications go on: A01, A02." in said
    assert "One conflict goes with them." in said
    assert "Print new cards." in said
    assert "No pot was set before" in said
    assert read_session(tmp_path / "next").faults == ()


def test_refs_are_taken_in_any_case_and_once(first, tmp_path):
    assert run(first, tmp_path / "next", "--as", "final", "--carry", "a04, A01,a04").exit_code == 0
    assert [one.ref for one in read_session(tmp_path / "next").session.applications] == ["A01", "A04"]


@pytest.mark.parametrize(
    "asked",
    [("--as", "final", "--carry", "A99"), ("--as", "final", "--places", "0"), ("--as", "longlist"), ()],
)
def test_what_cannot_be_done_leaves_nothing_behind(first, tmp_path, asked):
    there = sorted(path.name for path in tmp_path.iterdir())
    assert run(first, tmp_path / "next", *asked).exit_code != 0
    assert sorted(path.name for path in tmp_path.iterdir()) == there


def test_a_folder_without_a_record_is_refused(tmp_path):
    folder = folder_of(shortlist(), tmp_path / "first")
    assert run(folder, tmp_path / "next", "--as", "final").exit_code != 0
    assert not (tmp_path / "next").exists()


def test_away_from_a_terminal_adjustments_are_named_and_left(first, tmp_path):
    (first / "adjustments.toml").write_text("", encoding="utf-8")
    assert "Add --adjustments" in " ".join(run(first, tmp_path / "next", "--as", "final").output.split())
    assert not (tmp_path / "next" / "adjustments.toml").exists()
    assert run(first, tmp_path / "other", "--as", "final", "--adjustments").exit_code == 0
    assert (tmp_path / "other" / "adjustments.toml").exists()


def test_where_rooms_are_gathered_a_shortlist_names_its_stage_and_gives_no_pot(tmp_path):
    model = shortlist()
    day = lived(model)
    folder = day.keep(folder_of(model, tmp_path / "first"))
    row = read_room(folder).gives.session[0]
    assert (row.stage, row.follows, row.pot) == ("shortlist", None, Decimal(0))
    exported(folder, tmp_path / "out", ("json",), public=True)
    told = read_room(tmp_path / "out" / "session-public.json").gives.session[0]
    assert (told.stage, told.pot) == ("shortlist", Decimal(0))


def test_what_the_panel_refused_goes_on_only_with_a_word_about_it(first, tmp_path):
    said = " ".join(run(first, tmp_path / "next", "--as", "final", "--carry", "A01,A04").output.split())
    assert "Named with --carry, though the panel decided against it: A04." in said
    assert (
        "decided against it" not in run(first, tmp_path / "other", "--as", "final", "--carry", "A01").output
    )


def test_the_new_stage_has_the_title_it_is_given_and_is_asked_for_one_at_a_terminal(
    first, tmp_path, monkeypatch
):
    def title(at):
        return read_session(at).session.title

    assert "It is called as the stage before." in run(first, tmp_path / "same", "--as", "final").output
    assert title(tmp_path / "same") == read_session(first).session.title
    given = run(first, tmp_path / "given", "--as", "final", "--title", " Meeting \x1b people ")
    assert "It is called as" not in given.output
    assert title(tmp_path / "given") == "Meeting people"
    monkeypatch.setattr(sys.modules["panel_tui.cli.stage"], "can_ask", lambda: True)
    asked = ["stage", str(first), str(tmp_path / "asked"), "--as", "final"]
    assert CliRunner().invoke(panel_tui, asked, input="The decision\n").exit_code == 0
    assert title(tmp_path / "asked") == "The decision"
    enter = ["stage", str(first), str(tmp_path / "enter"), "--as", "final"]
    assert CliRunner().invoke(panel_tui, enter, input="\n").exit_code == 0
    assert title(tmp_path / "enter") == title(first)
