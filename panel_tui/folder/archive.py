"""Look inside a zipped spreadsheet before anything opens it: sizes, ratio, entities, cells.

One cell at XFD1048576 is a file of a few hundred bytes and a table of 17 thousand million cells. Counting too many
only refuses a strange file; counting too few would fill the laptop's memory, so every doubt counts upwards.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from xml.parsers import expat

from panel_tui.folder.fault import Refusal
from panel_tui.folder.safe_open import MIB

_XLSX_PLACE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{0,9})(\d+)["']""")
_XLSX_ROW = re.compile(rb"<(?:\w+:)?row[\s/>]")
_XLSX_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_XLSX_UNPLACED = re.compile(rb"<(?:\w+:)?c(?:\s*/?>|\s+(?!r\s*=))")
_ODS_ROW = re.compile(rb"<table:table-row\b([^<>]*)")
_ODS_CELL = re.compile(rb"<table:(?:covered-)?table-cell\b([^<>]*)")
_ODS_REPEATED = re.compile(rb"""number-(?:columns|rows)-repeated\s*=\s*["'](\d+)["']""")


# A tag whose < and > are not inside a value. Unrolled, as Python 3.11.2 misreads a group repeated with `*+`.
_WHOLE = re.compile(rb"""[^"']*(?:(?:"[^"]*"|'[^']*')[^"']*)*""")

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


MOST_UNPACKED = 50 * MIB
MOST_RATIO = 100
MOST_ENTRIES = 1_000
MOST_DOWN = 100_000  # rows, empty ones included; a sheet that was only formatted further down is rare
MOST_BOX = 3_000_000  # cells in the rectangle round all cells; the reader makes room for every one of them


def check_archive(data: bytes) -> None:
    """Raise Refusal where the archive is damaged or would unpack to more than a spreadsheet holds."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as problem:
        raise Refusal("sheet-broken-zip") from problem
    claimed = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_ENTRIES or claimed > min(MOST_UNPACKED, MOST_RATIO * len(data)):
        raise Refusal("sheet-bomb")
    if any(entry.flag_bits & 1 for entry in entries):
        raise Refusal("sheet-old-excel")
    for entry in entries:
        _check_part(entry.filename, _unpacked(data, entry))


def _unpacked(data: bytes, entry: zipfile.ZipInfo) -> bytes:
    """Unpack one part up to the size it claims: a reader that trusts a small claim would unpack it all."""
    start = entry.header_offset
    name, extra = (int.from_bytes(data[start + at : start + at + 2], "little") for at in (26, 28))
    packed = data[start + 30 + name + extra :][: entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        return packed
    if entry.compress_type != zipfile.ZIP_DEFLATED:
        raise Refusal("sheet-broken-zip")
    try:
        part = zlib.decompressobj(-15).decompress(packed, entry.file_size + 1)
    except zlib.error as problem:
        raise Refusal("sheet-broken-zip") from problem
    if len(part) > entry.file_size:
        raise Refusal("sheet-bomb")
    return part


def _check_part(name: str, part: bytes) -> None:
    holds_cells = b"sheetData" in part or b"table:table-row" in part
    if not holds_cells and not name.casefold().endswith((".xml", ".rels")):
        return
    _check_whole(part)
    if holds_cells and any(_is_vast(*extent) for extent in (extent_xlsx(part), extent_ods(part))):
        raise Refusal("sheet-bomb")


def _is_vast(rows: int, columns: int) -> bool:
    return rows > MOST_DOWN or rows * columns > MOST_BOX


def _check_whole(part: bytes) -> None:
    """Refuse XML that breaks off or defines entities: on the first, the reader we use never comes back."""
    if part.startswith((b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")):
        raise Refusal("sheet-broken-zip")  # in two-byte letters the counting of cells would see none
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        raise Refusal("sheet-entities")
    try:
        expat.ParserCreate("utf-8").ParseFile(io.BytesIO(part))
    except (expat.ExpatError, ValueError) as problem:
        raise Refusal("sheet-broken-zip") from problem
