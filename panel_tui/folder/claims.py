"""Count the rectangle a sheet's cells claim, before a reader makes room for all of it.

One cell at XFD1048576 is a file of a few hundred bytes and a table of 17 thousand million cells. Counting too many
only refuses a strange file; counting too few would fill the laptop's memory, so every doubt counts upwards.
"""

from __future__ import annotations

import re

_XLSX_PLACE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{0,9})(\d+)["']""")
_XLSX_ROW = re.compile(rb"<(?:\w+:)?row[\s/>]")
_XLSX_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_XLSX_UNPLACED = re.compile(rb"<(?:\w+:)?c(?:\s*/?>|\s+(?!r\s*=))")
_ODS_ROW = re.compile(rb"<table:table-row\b([^<>]*)")
_ODS_CELL = re.compile(rb"<table:(?:covered-)?table-cell\b([^<>]*)")
_ODS_REPEATED = re.compile(rb"""number-(?:columns|rows)-repeated\s*=\s*["'](\d+)["']""")


_WHOLE = re.compile(rb"""(?:[^"']|"[^"]*"|'[^']*')*+""")  # a tag whose < and > are not inside a value

NO_END = 10**18  # what a tag that hides its attributes claims


def extent_xlsx(part: bytes) -> tuple[int, int]:
    """Count the rows and columns of an XLSX worksheet, from the first cell to the last, styled or filled."""
    places = {(letters, row) for letters, row in _XLSX_PLACE.findall(part)}
    rows = max((int(row[:9]) for _, row in places), default=0)
    columns = max((_column(letters) for letters in {letters for letters, _ in places}), default=0)
    if not _XLSX_UNPLACED.search(part):
        return rows, columns
    # Cells without a place stand one after another.
    chunks = _XLSX_ROW.split(part)
    longest = max(len(_XLSX_CELL.findall(chunk)) for chunk in chunks)
    return rows + len(chunks), columns + longest


def extent_ods(part: bytes) -> tuple[int, int]:
    """Count the rows and columns of an ODS document, down and across to the last cell with anything in it."""
    rows = held = widest = 0
    starts = list(_ODS_ROW.finditer(part))
    ends = [start.start() for start in starts[1:]] + [len(part)]
    for start, end in zip(starts, ends, strict=False):  # one end too many where there is no row at all
        rows += _repeats(start[1])
        columns = 0
        for cell in _ODS_CELL.finditer(part, start.end(), end):
            columns += _repeats(cell[1])
            if b"office:" in cell[1] or not cell[1].endswith(b"/"):
                held, widest = rows, max(widest, columns)
    return held, widest


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _repeats(tag: bytes) -> int:
    if not _WHOLE.fullmatch(tag):
        return NO_END
    found = _ODS_REPEATED.search(tag)
    return int(found[1][:9]) if found else 1
