"""Columns named once for a layout are offered again, if they worked."""

from pathlib import Path

import pytest

from panel_tui.folder import Question, read_session
from panel_tui.folder.remembered_columns import new_as_before
from panel_tui.system.paths import columns_named

BAD, GOOD = (
    "Name of it,How much,Where,Kind\nTea,lots,Leeds,Lunch\nCake,5,York,Lunch\n",
    "Name of it,How much,Where,Kind\nTea,500,Leeds,Lunch\n",
)


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


class Person:
    """Answers what is asked, takes or leaves what is offered, and agrees to what is shown last."""

    def __init__(self, *answers: str, same: bool = True) -> None:
        self.answers, self.asked, self.offered, self.takes = iter(answers), 0, [], same

    def ask(self, question: Question) -> str:
        if question.kind == "same":
            self.offered.append(dict(question.said))
            return "yes" if self.takes else "no"
        if question.kind == "agree":
            return ""
        self.asked += 1
        return next(self.answers)


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """A spreadsheet whose columns were named, and which had one bad row of two."""
    sheet = tmp_path / "asks.csv"
    sheet.write_text(BAD, encoding="utf-8")
    person = Person("1", "How much", "place=Where", "")
    report = new_as_before(tmp_path / "panel", sheet, {}, person.ask)
    assert not report.made
    assert person.offered == []
    return sheet


def test_what_was_named_is_offered_and_taken_without_another_question(first: Path, tmp_path: Path):
    first.write_text(GOOD, encoding="utf-8")
    person = Person()
    report = new_as_before(tmp_path / "panel", first, {}, person.ask)

    assert report.made
    assert person.offered == [{"title": "Name of it", "asked": "How much", "place": "Where"}]
    (tea,) = read_session(tmp_path / "panel").session.applications
    assert (tea.title, tea.asked, tea.place) == ("Tea", 500, "Leeds")


def test_it_is_offered_for_next_rounds_file_with_the_same_titles(first: Path, tmp_path: Path):
    later = tmp_path / "second round.csv"
    later.write_text(GOOD.replace("Tea", "Choir"), encoding="utf-8")
    person = Person()

    assert new_as_before(tmp_path / "panel", later, {}, person.ask).made
    assert len(person.offered) == 1
    assert person.asked == 0


def test_what_did_not_work_is_not_remembered(tmp_path: Path):
    sheet = tmp_path / "asks.csv"
    sheet.write_text(GOOD, encoding="utf-8")
    wrong = Person("1", "Kind", "")

    assert not new_as_before(tmp_path / "panel", sheet, {}, wrong.ask).made
    again = Person("1", "2", "")
    assert new_as_before(tmp_path / "panel", sheet, {}, again.ask).made
    assert again.offered == []


def test_who_does_not_take_it_is_asked_anew(first: Path, tmp_path: Path):
    first.write_text(GOOD, encoding="utf-8")
    person = Person("Name of it", "2", "theme=Kind", "", same=False)
    report = new_as_before(tmp_path / "panel", first, {}, person.ask)

    assert report.made
    (tea,) = read_session(tmp_path / "panel").session.applications
    assert (tea.place, tea.theme) == ("", "Lunch")


def test_a_spreadsheet_with_other_titles_by_now_is_asked_about_anew(first: Path, tmp_path: Path):
    first.write_text("Thing of theirs,Heft\nTea,500\n", encoding="utf-8")
    person = Person("1", "2")
    report = new_as_before(tmp_path / "panel", first, {}, person.ask)

    assert report.made
    assert person.asked == 2


def test_what_an_option_names_wins_over_what_was_named(first: Path, tmp_path: Path):
    first.write_text(GOOD, encoding="utf-8")
    person = Person()
    report = new_as_before(tmp_path / "panel", first, {"place": "Kind"}, person.ask)

    assert report.made
    assert person.offered == [{"title": "Name of it", "asked": "How much"}]
    assert read_session(tmp_path / "panel").session.applications[0].place == "Lunch"


def test_nobody_to_ask_is_offered_nothing(first: Path, tmp_path: Path):
    assert not new_as_before(tmp_path / "panel", first, {}, None).made


@pytest.mark.parametrize("kept", ["", "[]", '{"x": 3}', "\0", '{"x": {"title": 5}}'])
def test_a_memory_that_cannot_be_read_is_none(first: Path, tmp_path: Path, kept: str):
    columns_named().write_text(kept, encoding="utf-8")
    person = Person("1", "2", "")

    assert not new_as_before(tmp_path / "panel", first, {}, person.ask).made
    assert person.offered == []


def test_only_titles_of_columns_are_kept_and_only_for_their_owner(first: Path):
    kept = columns_named().read_text(encoding="utf-8")

    assert "How much" in kept
    assert "Tea" not in kept
    assert "asks" not in kept


def test_what_was_named_is_said_in_words(first: Path, tmp_path: Path):
    said = []

    def person(question: Question) -> str | None:
        said.append(question.words)
        return None

    assert new_as_before(tmp_path / "panel", first, {}, person).gone_back
    assert said[0].startswith("Last time you said: title is “Name of it”; asked is “How much”;")
