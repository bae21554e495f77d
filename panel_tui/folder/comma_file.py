"""Read a CSV as people's programs save it: any usual encoding, comma, semicolon or tab."""

from __future__ import annotations

import csv
import io
import re

from .fault import Fault, Refusal
from .sheet import MOST_ROWS, Row, Sheet, make_sheet


def read_csv(file: str, data: bytes) -> Sheet:
    """Read the rows of a CSV. Raises Refusal with the reason."""
    text, encoding = _decoded(data)
    warnings = () if encoding is None else (Fault(file, None, "sheet-encoding", found=encoding),)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    rows: list[Row] = []
    started = 1
    try:
        for cells in reader:
            rows.append(Row(started, tuple(cell if cell.strip() else "" for cell in cells)))
            started = reader.line_num + 1
            if len(rows) > MOST_ROWS * 2:
                raise Refusal("sheet-too-long", meant=f"{MOST_ROWS:,}")
    except csv.Error as problem:
        raise Refusal("sheet-quotes", line=started) from problem
    return make_sheet(file, rows, warnings)


def _decoded(data: bytes) -> tuple[str, str | None]:
    """Give the text, and the name of its encoding where that is not the usual one."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[tuple[str, str | None], ...] = (("utf-16", "UTF-16"),)
    else:
        encodings = (("utf-8-sig", None), ("cp1252", "Windows (cp1252)"))
    for encoding, name in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            raise Refusal("sheet-not-text")
        return text, name
    raise Refusal("sheet-not-text")


def _delimiter(text: str) -> str:
    """Choose what stands between the titles; Excel writes semicolons in many countries."""
    titles = re.sub(r'"[^"]*"', "", text.lstrip().partition("\n")[0])
    return max(",;\t", key=titles.count)
