# ruff: noqa: E501 - a row of a file stands on one line
"""Workbooks in which two or three things come together."""

import datetime as dt

from tests.folder.people_have.books import (
    BIKE,
    BREAD,
    CHOIR,
    GONE,
    HEAD,
    ROWS,
    STRIKE,
    THREE,
    TWO,
    book,
    written,
)
from tests.folder.people_have.right import Right


def hidden_ask(made):
    made.active.column_dimensions["D"].hidden = True


def hidden_summary(made):
    made.active.column_dimensions["E"].hidden = True


def headings_merged(made):
    for line in (2, 4):
        made.active.merge_cells(start_row=line, end_row=line, start_column=1, end_column=4)


def merged_across(made):
    made.active.merge_cells("B1:C1")
    for line in (2, 3):
        made.active.merge_cells(start_row=line, end_row=line, start_column=2, end_column=3)


def filter_on(made):
    sheet = made.active
    sheet.auto_filter.ref = "A3:E8"
    sheet.auto_filter.add_filter_column(4, ["Complete"])
    sheet.row_dimensions[5].hidden = True


def formats(made):
    for line, code in ((2, '0.0,"k"'), (3, "[$$-1009]#,##0"), (4, "_-[$£-809]* #,##0.00_-")):
        made.active.cell(line, 4).number_format = code
    made.active["D3"].number_format = "General"


def swiss(made):
    for line in (2, 3, 4):
        made.active.cell(line, 4).number_format = '"CHF" #,##0.00'


def grey_and_struck(made):
    for cell in made.active[4]:
        cell.font = STRIKE


def dashes(made):
    sheet = made.add_worksheet()
    for at, row in enumerate(
        [HEAD, [1, "Bread club", "Hall", 1200], ["-", "-", "-", "-"], [2, "Bike shed", "Menders", 3400]]
    ):
        sheet.write_row(at, 0, row)


def summed_by_sheet(made):
    for name, rows in {"North": ROWS[1:2], "South": ROWS[2:3], "Summary": []}.items():
        sheet = made.add_worksheet(name)
        if rows:
            sheet.write_row(0, 0, ["Applications from the " + name])
            sheet.write_row(1, 0, HEAD)
            sheet.write_row(2, 0, rows[0])
            sheet.write_row(3, 0, ["", "Total", "", rows[0][3]])
        else:
            sheet.write_row(0, 0, ["Area", "Amount requested"])
            sheet.write_row(1, 0, ["North", 1200])
            sheet.write_row(2, 0, ["South", 3400])


HEADED = [HEAD, ["Small grants"], ROWS[1], ["Large grants"], ROWS[2], ROWS[3]]

# fmt: off
CASES = [
    Right(
        "the-amount-in-a-hidden-column.xlsx",
        book(hidden_ask), THREE, said=("“Amount requested”", "hidden columns"),
    ),
    Right(
        "a-hidden-summary.xlsx",
        book(hidden_summary, S=[[*HEAD, "Summary"], [*ROWS[1], "Private"], [*ROWS[2], ""]]), TWO,
        said=("hidden columns",),
    ),
    Right(
        "headings-merged-across.xlsx",
        book(headings_merged, S=HEADED), THREE,
        fields={"strand": ["Small grants", "Large grants", "Large grants"]},
    ),
    Right(
        "titles-merged-across.xlsx",
        book(merged_across, S=[["Ref", "Project title", None, "Amount requested"], [1, "Bread club", None, 1200], [2, "Bike shed", None, 3400]]),
        TWO,
    ),
    Right(
        "filter-sum-and-heading.xlsx",
        book(filter_on, S=[["Round 3"], [], [*HEAD, "Status"], [*ROWS[1], "Complete"], [*ROWS[2], "Draft"], [*ROWS[3], "Complete"], [None, "Total", None, 2100, None]]),
        [BREAD, CHOIR], refused=("filter", "row 5 “Bike shed”"), options={"leave_out": ("hidden",)},
        said=("Total",),
    ),
    Right(
        "pounds-beside-canadian-dollars.xlsx",
        book(formats), THREE,
    ),
    Right(
        "francs-by-format.xlsx",
        book(swiss), THREE, currency="CHF",
    ),
    Right(
        "struck-and-withdrawn.xlsx",
        book(grey_and_struck, S=[[*HEAD, "Status"], [*ROWS[1], "In"], [*ROWS[2], "Withdrawn"], [*ROWS[3], "In"]]),
        [BREAD], refused=("row 3 “Bike shed”", "row 4 “Choir”"), options={"leave_out": ("withdrawn", "struck")},
    ),
    Right(
        "a-row-of-dashes.xlsx",
        written(dashes), TWO, said=("Row 3",),
    ),
    Right(
        "areas-and-their-summary.xlsx",
        written(summed_by_sheet), TWO, refused=("“North”, “South”",), options={"sheets": ("all",)},
        fields={"strand": ["North", "South"]},
    ),
    Right(
        "a-title-that-is-a-date.xlsx",
        book(None, S=[HEAD, [1, dt.datetime(2026, 5, 1), "Hall", 1200], [2, "Bike shed", "Menders", 3400]]),
        [["2026-05-01", "1200"], BIKE], refused=("--map title=",),
        options={"mapping": {"title": "Project title"}},
    ),
    Right(
        "a-title-that-is-a-number.xlsx",
        book(None, S=[HEAD, [1, 1984, "Hall", 1200], [2, "Bike shed", "Menders", 3400]]),
        [["1984", "1200"], BIKE],
    ),
    Right(
        "three-lines-of-titles.xlsx",
        book(None, S=[["Community fund", None, None, None], ["Application", None, None, "Money"], ["Ref", "Project title", "Organisation", "Amount requested"], *ROWS[1:]]),
        THREE, said=("above",),
    ),
    Right(
        "serial-dates-beside.xlsx",
        book(None, S=[["Received", *HEAD], [46143, *ROWS[1]], [46144, *ROWS[2]]]), TWO,
        fields={"ref": ["1", "2"]},
    ),
    Right(
        "instructions-first.xlsx",
        book(None, Read_me=[["How to use this sheet"], ["Title", "Write the project's title"], ["Amount requested", "Write the sum"]], Applications=ROWS, Scores=[["Ref", "Score"], [1, 4]]),
        THREE, said=("“Applications”",),
    ),
    Right(
        "an-example-sheet.xlsx",
        book(None, Example=[HEAD, ["EX1", "Example project", "Example group", 100]], Applications=ROWS), THREE,
        refused=("“Example”",), options={"sheets": ("Applications",)},
    ),
    Right(
        "same-applications-twice.xlsx",
        book(None, Working=ROWS, Final=ROWS[:3]), THREE, said=("Not read a second time",),
    ),
    Right(
        "formulas-that-join.xlsx",
        book(None, S=[HEAD, [1, '="Bread"&" club"', "Hall", 1200]]), None, refused=("formula",),
    ),
    Right(
        "long-refs-as-numbers.xlsx",
        book(None, S=[HEAD, [202600000001, *ROWS[1][1:]], [202600000002, *ROWS[2][1:]]]), TWO,
        fields={"ref": ["202600000001", "202600000002"]},
    ),
    Right(
        "pence-that-float.xlsx",
        book(None, S=[HEAD, [1, "Bread club", "Hall", 1200.1 + 0.2], [2, "Bike shed", "Menders", 3399.999999999]]),
        [["Bread club", "1200.30"], BIKE],
    ),
    Right(
        "yes-and-no-as-truths.xlsx",
        book(None, S=[[*HEAD, "Withdrawn"], [*ROWS[1], False], [*ROWS[2], True], [*ROWS[3], False]]),
        [BREAD, CHOIR], refused=("row 3 “Bike shed”",), options=GONE,
    ),
    Right(
        "amounts-as-text-and-numbers.xlsx",
        book(None, S=[HEAD, [1, "Bread club", "Hall", "'1,200"], [2, "Bike shed", "Menders", 3400.0], [3, "Choir", "Singers", "£900 "]]),
        THREE,
    ),
]
# fmt: on
