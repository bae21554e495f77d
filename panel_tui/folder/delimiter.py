"""Tell what stands between the cells of a text file: by how evenly it cuts the lines, and the titles it makes."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from panel_tui.folder.spreadsheet.title_trust import known

MARKS = (",", ";", "\t", "|")
_LOOKED_AT = 60  # rows
_SAID = re.compile(r'^"?sep=(?P<mark>[^\r\n])"?[^\r\n]*(?:\r\n|\r|\n)', re.I)


def said(text: str) -> tuple[str, int]:
    """Return the mark that a first line `sep=;` names, and how long that line is; nothing where there is none."""
    found = _SAID.match(text)
    return (found["mark"], found.end()) if found else ("", 0)


def delimiter(text: str) -> str:
    """Choose the mark that makes a table of it; a comma where nothing does."""
    return max(MARKS, key=lambda mark: _evidence(text, mark))


def _evidence(text: str, mark: str) -> tuple[int, float]:
    rows = _rows(text, mark)
    wide = [len(row) for row in rows if any(cell.strip() for cell in row)]
    if not wide or max(wide) < 2:
        return 0, 0.0
    fields = max(len(set[str]().union(*(known(cell) for cell in row[:200]))) for row in rows if row)
    usual, times = Counter(wide).most_common(1)[0]
    if usual < 2:
        usual, times = Counter(one for one in wide if one > 1).most_common(1)[0]
    return fields, times / len(wide) * min(usual, 12)


def _rows(text: str, mark: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark):
            rows.append(row)
            if len(rows) == _LOOKED_AT:
                break
    except csv.Error:
        pass  # what was read up to there is evidence enough
    return rows
