"""Read a spreadsheet by what its file holds, not only by its name."""

from __future__ import annotations

from .comma_file import read_csv
from .fault import Refusal, shown
from .sheet import Sheet


def read_sheet(file: str, data: bytes) -> Sheet:
    """Read a spreadsheet by what it holds. Raises Refusal with the reason."""
    ending = file.rpartition(".")[2].casefold()
    if not data:
        raise Refusal("sheet-empty-file")
    if data.startswith(b"PK\x03\x04") and ending in ("xlsx", "xlsm", "ods", "csv"):
        from .workbook import read_workbook  # here, so that a CSV does not wait for it

        return read_workbook(file, data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refusal("sheet-old-excel")
    if ending in ("xlsx", "xlsm", "ods"):
        raise Refusal("sheet-damaged", meant=ending.upper())
    if ending not in ("csv", "tsv", "txt"):
        raise Refusal("sheet-wrong-kind", found=shown(ending))
    return read_csv(file, data)
