"""Make a workbook from rows, as openpyxl and as xlsxwriter write one."""

import io

import openpyxl
import xlsxwriter
from openpyxl.styles import Font

BREAD, BIKE, CHOIR = ["Bread club", "1200"], ["Bike shed", "3400"], ["Choir", "900"]
TWO, THREE = [BREAD, BIKE], [BREAD, BIKE, CHOIR]
GONE = {"leave_out": ("withdrawn",)}
HEAD = ["Ref", "Project title", "Organisation", "Amount requested"]
ROWS = [
    HEAD,
    [1, "Bread club", "Hall", 1200],
    [2, "Bike shed", "Menders", 3400],
    [3, "Choir", "Singers", 900],
]


def book(change=None, **sheets) -> bytes:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in (sheets or {"Sheet1": ROWS}).items():
        sheet = made.create_sheet(name.replace("_", " "))
        for row in rows:
            sheet.append(row)
    if change:
        change(made)
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def written(fill) -> bytes:
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True}) as made:
        fill(made)
    return held.getvalue()


STRIKE = Font(strike=True)
