# ruff: noqa: E501 - a row of a file stands on one line
"""Workbooks: hidden and struck rows, merged cells, several sheets, formulas, dates that were refs."""

import datetime as dt

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from tests.folder.people_have.books import (
    BIKE,
    BREAD,
    CHOIR,
    HEAD,
    ROWS,
    STRIKE,
    THREE,
    TWO,
    book,
    written,
)
from tests.folder.people_have.right import Right


def struck_amount(made):
    made.active["D3"].font = STRIKE


def struck_part(made):
    made.active["B3"] = CellRichText(TextBlock(InlineFont(strike=True), "Car"), " Bike shed")


def struck_all(made):
    for cell in made.active[3]:
        cell.font = STRIKE


def hidden_by_hand(made):
    made.active.row_dimensions[3].hidden = True


def hidden_and_struck(made):
    hidden_by_hand(made)
    made.active["B4"].font = STRIKE


def hidden_sheet(made):
    made["Old round"].sheet_state = "veryHidden"


def merged_heads(made):
    made.active.merge_cells("D1:E1")
    for at in "ABC":
        made.active.merge_cells(f"{at}1:{at}2")


def merged_group(made):
    made.active.merge_cells("C2:C3")


def dated_refs(made):
    for row, day in ((2, dt.datetime(2026, 1, 2)), (3, dt.datetime(2026, 2, 3)), (4, "13-4")):
        made.active.cell(row, 1, day)
    made.active["A2"].number_format = made.active["A3"].number_format = "d-mmm"


def dated_amount(made):
    made.active["D3"] = dt.datetime(2026, 3, 4)


def euro_format(made):
    for row in (2, 3, 4):
        made.active.cell(row, 4).number_format = '#,##0.00\\ "€"'


def table_with_totals(made):
    sheet = made.add_worksheet("Applications")
    sheet.add_table(
        0,
        0,
        4,
        3,
        {
            "data": ROWS[1:],
            "total_row": True,
            "columns": [
                {"header": "Ref", "total_string": "Total"},
                {"header": "Project title"},
                {"header": "Organisation", "total_function": "count"},
                {"header": "Amount requested", "total_function": "sum"},
            ],
        },
    )


def rich(made):
    sheet = made.add_worksheet()
    bold = made.add_format({"bold": True})
    for at, title in enumerate(HEAD):
        sheet.write(0, at, title, bold)
    sheet.write_row(1, 0, ["1", "", "Hall", 1200])
    sheet.write_rich_string(1, 1, bold, "Bread", " club")
    sheet.write_row(2, 0, ["2", "Bike shed", "Menders", 3400], made.add_format({"num_format": "£#,##0"}))


def far_corner(made):
    sheet = made.add_worksheet("Round 3")
    sheet.merge_range("C2:F2", "Community fund, round three", made.add_format({"bold": True}))
    for at, row in enumerate([HEAD, *ROWS[1:3], ["", "", "", 4600], [], ["", "Approved by", "", ""]], 5):
        sheet.write_row(at, 2, row)


def outlined(made):
    sheet = made.add_worksheet()
    for at, row in enumerate(
        [HEAD, ["", "Small", "", 2100], ROWS[1], ROWS[3], ["", "Large", "", 3400], ROWS[2]]
    ):
        sheet.write_row(at, 0, row)
    for at in (2, 3, 5):
        sheet.set_row(at, None, None, {"level": 1})


def answered(made):
    sheet = made.add_worksheet("Form1")
    day = made.add_format({"num_format": "m/d/yy h:mm:ss"})
    sheet.write_row(
        0,
        0,
        [
            "ID",
            "Start time",
            "Completion time",
            "Email",
            "Name",
            "Name of your group",
            "What is the name of your project?",
            "How much are you asking for? (£)",
            "Tell us about it",
        ],
    )
    for at, row in enumerate(
        [(1, "Ann Lee", "Hall", "Bread club", 1200), (2, "Bo Ray", "Menders", "Bike shed", 3400)], 1
    ):
        sheet.write(at, 0, row[0])
        sheet.write_datetime(at, 1, dt.datetime(2026, 5, 1, 9, at), day)
        sheet.write_datetime(at, 2, dt.datetime(2026, 5, 1, 9, at + 9), day)
        sheet.write_row(at, 3, ["anonymous", row[1], row[2], row[3], row[4], "We\nmeet"])


FORM = [
    ["Application form", None],
    ["Ref", "7"],
    ["Project title", "Bread club"],
    ["Organisation", "Hall"],
    ["Amount requested", 1200],
]
OTHER = [
    ["Application form", None],
    ["Ref", "8"],
    ["Project title", "Bike shed"],
    ["Organisation", "Menders"],
    ["Amount requested", 3400],
]
SIDE = [
    ["Ref", 1, 2],
    ["Project title", "Bread club", "Bike shed"],
    ["Organisation", "Hall", "Menders"],
    ["Amount requested", 1200, 3400],
]

# fmt: off
CASES = [
    Right(
        "amount-struck-through.xlsx",
        book(struck_amount), [BREAD, CHOIR], refused=("row 3 “Bike shed”", "struck"),
        options={"leave_out": ("3",)},
    ),
    Right(
        "part-of-a-title-struck.xlsx",
        book(struck_part), [BREAD, ["Car Bike shed", "3400"], CHOIR], said=("row 3",),
    ),
    Right(
        "row-struck-through.xlsx",
        book(struck_all), [BREAD, CHOIR], refused=("row 3 “Bike shed”",), options={"leave_out": ("struck",)},
    ),
    Right(
        "hidden-by-hand.xlsx",
        book(hidden_by_hand), [BREAD, CHOIR], refused=("row 3 “Bike shed”", "hidden"),
        options={"leave_out": ("hidden",)},
    ),
    Right(
        "hidden-and-struck.xlsx",
        book(hidden_and_struck), [BREAD], refused=("row 3 “Bike shed”", "row 4 “Choir”"),
        options={"leave_out": ("hidden", "struck")},
    ),
    Right(
        "very-hidden-sheet.xlsx",
        book(hidden_sheet, Round_3=ROWS, Old_round=[HEAD, [9, "Boat", "Sea", 5]]), THREE, said=("“Old round”",),
    ),
    Right(
        "heads-merged-over-two-rows.xlsx",
        book(merged_heads, S=[[*HEAD[:3], "Money", None, "Notes"], [None, None, None, "Requested (£)", "Total cost (£)", None], [1, "Bread club", "Hall", 1200, 5000, None], [2, "Bike shed", "Menders", 3400, 9000, "x"]]),
        TWO, fields={"ref": ["1", "2"], "organisation": ["Hall", "Menders"]},
    ),
    Right(
        "one-organisation-two-projects.xlsx",
        book(merged_group), THREE, said=("merged",), fields={"organisation": ["Hall", "Hall", "Singers"]},
    ),
    Right(
        "refs-that-became-dates.xlsx",
        book(dated_refs), THREE, warned=("2026-01-02",),
    ),
    Right(
        "amount-that-became-a-date.xlsx",
        book(dated_amount), [BREAD, CHOIR], refused=("row 3",), options={"leave_out": ("3",)},
    ),
    Right(
        "euro-by-format.xlsx",
        book(euro_format), THREE, currency="EUR",
    ),
    Right(
        "table-with-totals.xlsx",
        written(table_with_totals), THREE, said=("Total",),
    ),
    Right(
        "rich-text-and-pounds.xlsx",
        written(rich), TWO, fields={"ref": ["1", "2"]},
    ),
    Right(
        "begins-at-c6.xlsx",
        written(far_corner), TWO, said=("above the table",),
    ),
    Right(
        "outline-sums-above.xlsx",
        written(outlined), [BREAD, CHOIR, BIKE], said=("“Small”, “Large”",),
    ),
    Right(
        "microsoft-forms.xlsx",
        written(answered), TWO, fields={"organisation": ["Hall", "Menders"], "ref": ["1", "2"]},
    ),
    Right(
        "formula-sum-never-worked-out.xlsx",
        book(None, S=[*ROWS, ["Total", None, None, "=SUM(D2:D4)"]]), THREE, said=("Total",),
    ),
    Right(
        "error-in-the-sum.xlsx",
        book(None, S=[*ROWS, [None, "Total", None, "#REF!"]]), THREE, said=("Total",),
    ),
    Right(
        "error-in-a-summary.xlsx",
        book(None, S=[[*HEAD, "Summary"], [1, "Bread club", "Hall", 1200, "#NAME?"], [2, "Bike shed", "Menders", 3400, "Bikes"]]),
        TWO, warned=("#NAME?",),
    ),
    Right(
        "summary-lists-and-data.xlsx",
        book(None, Summary=[["Strand", "Total requested"], ["Small", 2100], ["Large", 3400]], Lists=[["Yes", "No"], ["Small", "Large"]], Data=ROWS),
        THREE, said=("“Data”",),
    ),
    Right(
        "a-sheet-for-each-year.xlsx",
        book(None, **{"2025": [HEAD, [1, "Old", "O", 5]], "2026": ROWS}), THREE, refused=("“2025”, “2026”",),
        options={"sheets": ("2026",)},
    ),
    Right(
        "strands-in-other-orders.xlsx",
        book(None, Small=[HEAD, ROWS[1]], Large=[["Amount requested", "Group", "Project title", "Ref"], [3400, "Menders", "Bike shed", 2]]),
        TWO, refused=("Several sheets",), options={"sheets": ("all",)},
        fields={"organisation": ["Hall", "Menders"], "strand": ["Small", "Large"]},
    ),
    Right(
        "declined-sheet.xlsx",
        book(None, For_panel=ROWS[:3], Declined_at_EOI=[HEAD, [3, "Choir", "Singers", 900]]), TWO,
        refused=("“Declined at EOI”",), options={"sheets": ("For panel",)},
    ),
    Right(
        "a-form-a-sheet.xlsx",
        book(None, A=FORM, B=OTHER), None, refused=("form",),
    ),
    Right(
        "on-its-side-with-totals.xlsx",
        book(None, S=[["", "A", "B", "Total"], *[[*row, 4600 if row[0][0] == "A" else None] for row in SIDE]]),
        None, refused=("side",),
    ),
    Right(
        "budget-beside-the-table.xlsx",
        book(None, S=[[*HEAD, None, "Pot", 50000], [*ROWS[1], None, "Asked", 4600], [*ROWS[2], None, "Left", 45400], [None, None, None, None, None, "Awards", 3]]),
        TWO, said=(),
    ),
    Right(
        "second-table-at-the-side.xlsx",
        book(None, S=[[*HEAD, None, "Strand", "Amount"], [*ROWS[1], None, "Small", 1200], [*ROWS[2], None, "Large", 3400]]),
        TWO,
    ),
]
# fmt: on
