"""Columns named once are not asked for again after a bad row was put right."""

from pathlib import Path

import pytest

from panel_tui.folder import Question, read_session
from panel_tui.naming import new_as_before, said_before
from panel_tui.paths import columns_named

BAD, GOOD = (
    "Name of it,How much,Where,Kind\nTea,lots,Leeds,Lunch\n",
    "Name of it,How much,Where,Kind\nTea,500,Leeds,Lunch\n",
)


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


class Person:
    """Answers what is asked, and takes or leaves what is offered."""

    def __init__(self, *answers: str, same: bool = True) -> None:
        self.answers, self.asked, self.offered, self.takes = iter(answers), 0, [], same

    def ask(self, _question: Question) -> str:
        self.asked += 1
        return next(self.answers)

    def same(self, before: dict[str, str]) -> bool:
        self.offered.append(before)
        return self.takes


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """A spreadsheet whose columns were named, and which had a bad row."""
    sheet = tmp_path / "asks.csv"
    sheet.write_text(BAD, encoding="utf-8")
    person = Person("1", "How much", "place=Where", "")
    report = new_as_before(tmp_path / "panel", sheet, {}, person.ask, person.same)
    assert not report.made
    assert person.offered == []
    return sheet


def test_what_was_named_is_offered_and_taken_without_another_question(first: Path, tmp_path: Path):
    first.write_text(GOOD, encoding="utf-8")
    person = Person()
    report = new_as_before(tmp_path / "panel", first, {}, person.ask, person.same)

    assert report.made
    assert person.offered == [{"title": "Name of it", "asked": "How much", "place": "Where"}]
    (tea,) = read_session(tmp_path / "panel").session.applications
    assert (tea.title, tea.asked, tea.place) == ("Tea", 500, "Leeds")


def test_it_is_still_there_after_a_second_bad_row_and_gone_once_the_day_is_made(first: Path, tmp_path: Path):
    again = Person()
    assert not new_as_before(tmp_path / "panel", first, {}, again.ask, again.same).made
    first.write_text(GOOD, encoding="utf-8")
    last = Person()
    assert new_as_before(tmp_path / "panel", first, {}, last.ask, last.same).made

    assert len(again.offered) == len(last.offered) == 1
    assert columns_named().read_text(encoding="utf-8") == "{}"


def test_who_does_not_take_it_is_asked_anew(first: Path, tmp_path: Path):
    first.write_text(GOOD, encoding="utf-8")
    person = Person("Name of it", "2", "theme=Kind", "", same=False)
    report = new_as_before(tmp_path / "panel", first, {}, person.ask, person.same)

    assert report.made
    (tea,) = read_session(tmp_path / "panel").session.applications
    assert (tea.place, tea.theme) == ("", "Lunch")


def test_a_spreadsheet_with_other_titles_by_now_is_asked_about_anew(first: Path, tmp_path: Path):
    first.write_text("Project of theirs,Sum\nTea,500\n", encoding="utf-8")
    person = Person("1", "2")
    report = new_as_before(tmp_path / "panel", first, {}, person.ask, person.same)

    assert report.made
    assert person.asked == 2


def test_what_an_option_names_wins_over_what_was_named(first: Path, tmp_path: Path):
    first.write_text(GOOD, encoding="utf-8")
    person = Person()
    report = new_as_before(tmp_path / "panel", first, {"place": "Kind"}, person.ask, person.same)

    assert report.made
    assert person.offered == [{"title": "Name of it", "asked": "How much"}]
    assert read_session(tmp_path / "panel").session.applications[0].place == "Lunch"


def test_nobody_to_ask_is_offered_nothing(first: Path, tmp_path: Path):
    person = Person()

    assert not new_as_before(tmp_path / "panel", first, {}, None, person.same).made
    assert person.offered == []


@pytest.mark.parametrize("kept", ["", "[]", '{"x": 3}', "\0", '{"x": {"title": 5}}'])
def test_a_memory_that_cannot_be_read_is_none(first: Path, tmp_path: Path, kept: str):
    columns_named().write_text(kept.replace("x", str(first)), encoding="utf-8")
    person = Person("1", "2", "")

    assert not new_as_before(tmp_path / "panel", first, {}, person.ask, person.same).made
    assert person.offered == []


def test_what_was_named_is_said_in_words():
    said = said_before({"title": "Name of it", "asked": "How much"})

    assert said == "Last time you said: title is “Name of it”; asked is “How much”."
