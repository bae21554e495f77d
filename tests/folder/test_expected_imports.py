"""Every file people really have, beside the reading a careful person gives it: what is read, and what is said."""

import csv
import json
from pathlib import Path

import pytest

from panel_tui.folder import Question, SheetChoices, new_folder, new_report, read_session

OWN = Path(__file__).resolve().parents[1] / "data" / "imports"


def read(folder: Path) -> list[dict[str, str]]:
    with (folder / "applications.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Made:
    """A folder made from one file, and what was said before it was written."""

    def __init__(self, tmp_path: Path, file: Path, mapping=None, ask=None, **choices) -> None:
        self.folder, said = tmp_path / "panel", []

        def announce(words: str) -> None:
            assert not self.folder.exists(), "said before anything is written"
            said.append(words)

        self.report = new_folder(
            self.folder, file, mapping or {}, ask, choices=SheetChoices(**choices), announce=announce
        )
        self.said = "\n".join(said)
        self.refused = "" if self.report.made else new_report(self.report)
        if not self.report.made:
            assert not self.folder.exists()
            assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
            return
        reading = read_session(self.folder)
        assert reading.faults == ()
        self.session = reading.session
        self.rows = read(self.folder)

    @property
    def applications(self) -> list[list[str]]:
        return [[row["title"], row["asked"]] for row in self.rows]


@pytest.fixture
def expected(shared_data: Path):
    return json.loads((shared_data / "imports" / "EXPECTED.json").read_text(encoding="utf-8"))


# What is said of each, word for word, in the order it is said.
SAID = {
    "A1-title-rows-above.csv": ["Rows 1-3 stand above the table."],
    "B1-sep-line.csv": [],
    "C1-total-then-budget.csv": [
        "Rows 5 and 6 are sums or the like, and are left out: “Total requested”, “Budget available”."
    ],
    "C2-subtotals.csv": [
        "Rows 4, 7 and 8 are sums or the like, and are left out: “Subtotal Small”, “Subtotal Large”, “Grand total”."
    ],
    "C4-average.csv": ["Rows 5 and 6 are sums or the like, and are left out: “TOTAL”, “Average”."],
    "C8-one-app-total.csv": ["Row 3 is a sum or the like, and is left out: “Total”."],
    "G1-semicolon-commas-in-titles.csv": [
        "the organisation from “Organisation, town, county and postcode”",
        "the amount asked for from “Amount requested, in pounds, incl. VAT”",
    ],
    "G2-quoted-newline-title.csv": ["the title from “Project title, as on the form, (short)”"],
    "I1-title-is-mrs.csv": [
        "“Project title” is taken for the title. “Title” holds Mrs, Mr, Dr, and is carried along as a contact."
    ],
    "I2-applicant-person.csv": ["the organisation from “Group name”", "carried along: Applicant."],
    "I5-description-vs-summary.csv": ["the summary from “Project summary”", "carried along: Description."],
    "P1-ref-collide.csv": [
        "The refs CF/1 and CF-1 would look the same",
        "CF/1 is kept as CF-1-2; CF-1 is kept as CF-1.",
    ],
    "P2-ref-nonlatin.csv": [],
    "S1-html.csv": ["HTML in the title and the summary was read as text."],
    "U1-euro-signs.csv": ["2 applications, €4,600 asked.", "The amounts are in euro (EUR)."],
    "U3-currency-column-words.csv": ["2 applications, €4,600 asked.", "The amounts are in euro (EUR)."],
    "V1-130-columns.csv": ["Columns not used are carried along (127): Submitted, Q5."],
    "W1-emoji.csv": ["Row 5 is a sum or the like, and is left out: “Suma ▲”."],
    "X1b-merged.xlsx": ["There are merged cells: their value was given to every row they cover."],
    "X3-two-header-rows.xlsx": ["Row 1 stands above the table."],
    "X11-cover-sheet-first.xlsx": ["Read from the sheet “Applications”."],
    "dup.csv": [
        "2 applications have the same title, “Arts General”: the wall shows the organisation, or the ref, beside it."
    ],
    "refcase.csv": [
        "The refs a06NJQ8P and a06NJQ8p differ by a capital only",
        "a06NJQ8P is kept as a06NJQ8P; a06NJQ8p is kept as a06NJQ8p-2.",
    ],
}


@pytest.mark.parametrize("file", SAID)
def test_a_file_is_read_as_a_careful_person_reads_it_and_that_is_said(tmp_path, shared_data, expected, file):
    made = Made(tmp_path, shared_data / "imports" / file)
    right = expected[file]

    assert made.report.made, made.refused
    if file == "V1-130-columns.csv":
        assert made.applications == [["Bread club", "1200"]]
        assert len(made.rows[0]) == 10 + 127
    else:
        assert made.applications == right["applications"]
    for field in ("organisation", "strand", "their_ref"):
        if field in right:
            assert [row[field] for row in made.rows] == right[field]
    assert made.session.currency == right.get("currency", "GBP")
    assert f"{len(made.rows)} applications, " in made.said or "One application, " in made.said
    for words in SAID[file]:
        assert words in made.said


def test_the_texts_of_html_and_summaries_are_what_people_wrote(tmp_path, shared_data):
    html = Made(tmp_path, shared_data / "imports" / "S1-html.csv")
    assert html.session.applications[0].summary == "We bake bread.\n\n- Monday"
    other = tmp_path / "other"
    other.mkdir()
    plain = Made(other, shared_data / "imports" / "I5-description-vs-summary.csv")
    assert [a.summary for a in plain.session.applications] == ["We bake"]


# Where no safe reading exists: what is refused elsewhere, the option that answers it, and what comes of it.
ASKED = {
    "I3-two-amounts.csv": (
        [
            "“Requested (column C)” (such as 2025, 2026; these look like years)",
            '--map asked="Requested (column D)"',
        ],
        {"mapping": {"asked": "Requested (column D)"}},
        "answered_second",
        ["column D"],
    ),
    "X2-filtered-rows.xlsx": (
        ["A filter hides rows: row 3 “Bike shed”; row 5 “Hall roof”.", "--leave-out 3,5", "--take-in 3,5"],
        {"leave_out": ("3", "5")},
        "left_out",
        [""],
    ),
    "X12-sheet-per-strand.xlsx": (
        ["“Small grants”, “Large grants”", '--sheet "Small grants" --sheet "Large grants"'],
        {"sheets": ("Small grants", "Large grants")},
        "both",
        [""],
    ),
    "X16-strike-withdrawn.xlsx": (
        ["row 3 “Bike shed” says “Withdrawn”", "--leave-out 3", "--take-in 3"],
        {"leave_out": ("3",)},
        "left_out",
        [""],
    ),
    "twocols.csv": (
        [
            "“Amount Applied For” (such as 100); “Amount requested” (such as 200)",
            '--map asked="Amount requested"',
        ],
        {"mapping": {"asked": "Amount requested"}},
        None,
        ["Amount requested"],
    ),
}


@pytest.mark.parametrize("file", ASKED)
def test_what_is_open_is_refused_where_nobody_can_be_asked_and_names_its_option(tmp_path, shared_data, file):
    words, *_ = ASKED[file]
    made = Made(tmp_path, shared_data / "imports" / file)

    assert not made.report.made
    for part in words:
        assert part in made.refused


@pytest.mark.parametrize("file", ASKED)
def test_the_option_it_names_answers_it(tmp_path, shared_data, expected, file):
    _, options, right, _ = ASKED[file]
    made = Made(tmp_path, shared_data / "imports" / file, **options)

    assert made.report.made, made.refused
    assert made.applications == (expected[file][right] if right else [["Band", "200"]])


@pytest.mark.parametrize("file", ASKED)
def test_at_a_terminal_it_is_asked(tmp_path, shared_data, expected, file):
    _, _, right, answers = ASKED[file]
    asked: list[Question] = []
    left = iter(answers)

    def person(question: Question) -> str:
        asked.append(question)
        return "" if question.kind in ("agree", "rest") else next(left)

    made = Made(tmp_path, shared_data / "imports" / file, ask=person)

    assert made.report.made, made.refused
    assert made.applications == (expected[file][right] if right else [["Band", "200"]])
    assert asked[0].kind in ("column", "rows", "sheet")
    assert asked[-1].kind == "agree"


@pytest.mark.parametrize("file", ["X2-filtered-rows.xlsx", "X16-strike-withdrawn.xlsx"])
def test_rows_may_be_taken_in_all_the_same_and_that_is_said(tmp_path, shared_data, file):
    made = Made(tmp_path, shared_data / "imports" / file, take_in=("3", "5"))

    assert [title for title, _ in made.applications] == ["Bread club", "Bike shed", "Choir", "Hall roof"]
    assert "Row 3 “Bike shed” " in made.said
    assert "and is taken in." in made.said


def test_a_row_of_broken_cells_never_vanishes_and_is_named_by_sheet_and_row(tmp_path, shared_data):
    made = Made(tmp_path, shared_data / "imports" / "error-row.xlsx")

    assert not made.report.made
    assert "error-row.xlsx, sheet “Sheet”, row 3: “title” shows #REF! in the spreadsheet" in made.refused
    assert "error-row.xlsx, sheet “Sheet”, row 3: “asked” shows #REF! in the spreadsheet" in made.refused
    out = tmp_path / "out"
    out.mkdir()
    told = Made(out, shared_data / "imports" / "error-row.xlsx", leave_out=("3",))
    assert told.applications == [["Choir", "3000"], ["Band", "200"]]
    assert "Row 3 is left out, as you said" in told.said


def test_every_file_of_the_list_is_tried_here(expected):
    tried = {*SAID, *ASKED, "error-row.xlsx"}
    assert {name for name in expected if name.endswith((".csv", ".xlsx"))} == tried
