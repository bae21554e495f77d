"""Look inside a zipped spreadsheet before anything opens it: sizes, ratio, entities, cells that claim too much."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from .disk import MIB
from .fault import Refusal

MOST_UNPACKED = 50 * MIB
MOST_RATIO = 100
MOST_ENTRIES = 1_000
MOST_BOX = 2_000_000  # cells in the rectangle round all cells; the reader makes room for every one of them

_XLSX_CELL = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{0,3})(\d+)["']""")
_ODS_ROW = re.compile(rb"<table:table-row\b")
_ODS_CELL = re.compile(rb"<table:(?:covered-)?table-cell\b([^>]*)>")
_ODS_REPEATED = re.compile(rb"""number-(?:columns|rows)-repeated\s*=\s*["'](\d+)["']""")


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
    if not name.casefold().endswith((".xml", ".rels", ".vml")):
        return
    if part.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in part:
        raise Refusal("sheet-broken-zip")
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        raise Refusal("sheet-entities")
    if "worksheets/" in name.casefold():
        _check_xlsx(part)
    elif name == "content.xml":
        _check_ods(part)


def _check_xlsx(part: bytes) -> None:
    """Refuse cells so far apart that the rectangle round them cannot be held."""
    if part.count(b"<c") > MOST_BOX or part.count(b"<row") > MOST_BOX:
        raise Refusal("sheet-bomb")
    places = set(_XLSX_CELL.findall(part))
    rows = max((int(row[:8]) for _, row in places), default=0)
    columns = max((_column(letters) for letters, _ in places), default=0)
    # Cells without a place of their own stand one after another, so their number bounds them.
    rows, columns = max(rows, part.count(b"<row")), max(columns, 1)
    unplaced = part.count(b"<c ") + part.count(b"<c>") + part.count(b"<c/>") - len(_XLSX_CELL.findall(part))
    if rows * max(columns, unplaced) > MOST_BOX:
        raise Refusal("sheet-bomb")


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _check_ods(part: bytes) -> None:
    """Refuse rows and cells with something in them that are repeated beyond what a sheet holds."""
    rows = held = widest = 0
    for chunk in _ODS_ROW.split(part)[1:]:
        tag, _, inside = chunk.partition(b">")
        rows += _repeats(tag)
        columns = 0
        for cell in _ODS_CELL.finditer(inside):
            columns += _repeats(cell[1])
            if b"office:" in cell[1] or not cell[1].rstrip().endswith(b"/"):
                held, widest = rows, max(widest, columns)
    if held * widest > MOST_BOX:
        raise Refusal("sheet-bomb")


def _repeats(tag: bytes) -> int:
    found = _ODS_REPEATED.search(tag)
    return int(found[1][:9]) if found else 1
