"""Look inside a zipped spreadsheet before anything opens it: sizes, ratio, entities, cells."""

from __future__ import annotations

import io
import zipfile
import zlib
from xml.parsers import expat

from .claims import extent_ods, extent_xlsx
from .disk import MIB
from .fault import Refusal

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
