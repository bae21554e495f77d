"""The conversation about a sheet: back one step at a time, all of it changeable, and nothing written by it."""

from pathlib import Path

import pytest

from panel_tui.folder import Question, SheetChoices, new_folder, new_report, read_session

MESSY = (
    "Fund 2026,,,\n"
    "No,Project title,Amount requested,Amount applied for,Status\n"
    "1,Tea,500,50,ok\n"
    "2,Lunch,700,70,withdrawn\n"
    "3,Choir,900,90,ok\n"
    ",TOTAL,2100,210,\n"
)


@pytest.fixture
def sheet(tmp_path: Path):
    path = tmp_path / "asks.csv"
    path.write_text(MESSY, encoding="utf-8")
    return path


class Person:
    """Gives these answers in turn, and keeps what was asked."""

    def __init__(self, *answers: str | None) -> None:
        self.answers, self.asked = iter(answers), []

    def ask(self, question: Question) -> str | None:
        self.asked.append(question)
        return next(self.answers)

    @property
    def kinds(self) -> list[str]:
        return [question.kind for question in self.asked]


def made(folder: Path) -> list[tuple[str, int]]:
    return [(a.title, int(a.asked)) for a in read_session(folder).session.applications]


def test_it_asks_what_is_open_shows_what_was_decided_and_makes_it(sheet, tmp_path):
    person = Person("Amount requested", "", "", "")
    report = new_folder(tmp_path / "panel", sheet, {}, person.ask)

    assert report.made
    assert person.kinds == ["column", "rest", "rows", "agree"]
    said = person.asked[-1].words
    assert said.startswith("2 applications, £1,400 asked.\n")
    assert "Row 6 is a sum or the like, and is left out: “TOTAL”." in said
    assert "Row 4 says that it is not to be decided, and is left out: “Lunch”." in said
    assert "Row 1 stands above the table." in said
    assert made(tmp_path / "panel") == [("Tea", 500), ("Choir", 900)]


def test_going_back_takes_one_answer_back_and_never_goes_on(sheet, tmp_path):
    person = Person("Amount requested", "", "take in", None, None, None, "Amount applied for", "", "", "make")
    report = new_folder(tmp_path / "panel", sheet, {}, person.ask)

    assert person.kinds == [
        *("column", "rest", "rows", "agree"),
        *("rows", "rest", "column"),
        *("rest", "rows", "agree"),
    ]
    assert report.made
    assert made(tmp_path / "panel") == [("Tea", 50), ("Choir", 90)]


@pytest.mark.parametrize("back", [None, "back", "\x1b", " Back "])
def test_going_back_from_the_first_question_makes_nothing(sheet, tmp_path, back):
    report = new_folder(tmp_path / "panel", sheet, {}, Person(back).ask)

    assert report.gone_back
    assert not report.made
    assert not (tmp_path / "panel").exists()


@pytest.mark.parametrize(
    ("change", "right"),
    [
        (["take-in 4"], [("Tea", 500), ("Lunch", 700), ("Choir", 900)]),
        (["leave-out 3"], [("Choir", 900)]),
        (["leave-out", "3"], [("Choir", 900)]),
        (["take-in 4", "leave-out 4"], [("Tea", 500), ("Choir", 900)]),
        (["take-in", None], [("Tea", 500), ("Choir", 900)]),
        (["column", "asked", "Amount applied for"], [("Tea", 50), ("Choir", 90)]),
        (["asked=Amount applied for"], [("Tea", 50), ("Choir", 90)]),
        (["take-in 6", "leave-out sums"], [("Tea", 500), ("Choir", 900)]),
    ],
)
def test_anything_can_be_changed_once_it_is_all_said(sheet, tmp_path, change, right):
    person = Person("Amount requested", "", "", *change, "")
    report = new_folder(tmp_path / "panel", sheet, {}, person.ask)

    assert report.made, new_report(report)
    assert person.asked[-1].kind == "agree"
    assert made(tmp_path / "panel") == right


def test_currency_and_the_row_of_the_titles_can_be_changed_too(sheet, tmp_path):
    person = Person("Amount requested", "", "", "currency eur", "row 2", "Amount requested", "", "")
    report = new_folder(tmp_path / "panel", sheet, {}, person.ask)

    assert report.made
    assert read_session(tmp_path / "panel").session.currency == "EUR"
    assert "2 applications, €1,400 asked." in person.asked[-1].words


def test_what_cannot_be_made_so_is_said_and_can_be_put_right_there(sheet, tmp_path):
    sheet.write_text("title,asked\nTea,lots\nLunch,700\n", encoding="utf-8")
    person = Person("leave-out 2", "")
    report = new_folder(tmp_path / "panel", sheet, {}, person.ask)

    assert "It cannot be made like this." in person.asked[0].words
    assert "line 2: “asked” is “lots”" in person.asked[0].words
    assert report.made
    assert made(tmp_path / "panel") == [("Lunch", 700)]


def test_stopping_there_makes_nothing_and_says_why(sheet, tmp_path):
    sheet.write_text("title,asked\nTea,lots\nLunch,700\n", encoding="utf-8")
    report = new_folder(tmp_path / "panel", sheet, {}, Person("").ask)

    assert "line 2: “asked” is “lots”" in new_report(report)
    assert not (tmp_path / "panel").exists()


def test_every_option_answers_without_anybody_to_ask(sheet, tmp_path):
    report = new_folder(
        tmp_path / "panel",
        sheet,
        {"asked": "Amount requested"},
        choices=SheetChoices(row=2, currency="SEK", take_in=("4",), leave_out=("3",)),
    )

    assert report.made, new_report(report)
    assert made(tmp_path / "panel") == [("Lunch", 700), ("Choir", 900)]
    assert "2 applications, SEK 1,600 asked." in report.told
    assert "Row 3 is left out, as you said: “Tea”." in report.told


def test_with_none_every_row_is_an_application(sheet, tmp_path):
    report = new_folder(
        tmp_path / "panel", sheet, {"asked": "Amount requested"}, choices=SheetChoices(leave_out=("none",))
    )

    assert [title for title, _ in made(tmp_path / "panel")] == ["Tea", "Lunch", "Choir", "TOTAL"]
    assert "Row 6 “TOTAL” looks like a sum, and is taken in." in report.told


@pytest.mark.parametrize(
    ("choices", "said"),
    [
        (SheetChoices(sheets=("Grants",)), "There is no sheet “Grants”."),
        (SheetChoices(row=40), "Row 40 is empty, or is not there."),
        (SheetChoices(leave_out=("the last",)), "“the last” names no row."),
    ],
)
def test_an_option_that_names_nothing_is_refused_in_words(sheet, tmp_path, choices, said):
    report = new_folder(tmp_path / "panel", sheet, {"asked": "Amount requested"}, choices=choices)

    assert said in new_report(report)
    assert not (tmp_path / "panel").exists()
