"""Read from an ODS what its values do not tell, as far as it says."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping

from panel_tui.folder.currencies import currency_of
from panel_tui.folder.sheet_marks import Marks, Merge
from panel_tui.folder.xml_parts import part_of, walk

_SHOWS = ("#", "Err:")
_MOST = 100_000  # rows or columns that one tag may stand for


def marks_of(archive: zipfile.ZipFile) -> dict[str, Marks]:
    """Return the marks of every sheet, by its name."""
    return _Document(part_of(archive, "content.xml")).sheets


class _Document:
    def __init__(self, part: bytes) -> None:
        self.sheets: dict[str, Marks] = {}
        self.struck: set[str] = set()
        self.style = ""
        self.marks = Marks()
        self.row = self.rows = self.column = self.columns = self.at_column = 0
        self.hidden = self.in_cell = False
        self.struck_cell = self.formula = False
        self.words = ""
        walk(part, self._start, self._end, self._said)

    def _start(self, name: str, given: Mapping[str, str]) -> None:
        if name == "style":
            self.style = given.get("name", "")
        elif name == "text-properties" and given.get("text-line-through-style", "none") != "none":
            self.struck.add(self.style)
        elif name == "table":
            self.marks = self.sheets.setdefault(given.get("name", ""), Marks())
            self.row = self.rows = self.at_column = 0
        elif name == "table-column":
            self._column(given)
        elif name == "table-row":
            self.row += self.rows
            self.rows, self.column, self.columns = _times(given, "rows"), 0, 0
            self._row(given.get("visibility", "visible"))
        elif name in ("table-cell", "covered-table-cell"):
            self._cell(name, given)
        elif name == "span" and self.in_cell and given.get("style-name", "") in self.struck:
            self.struck_cell = True

    def _column(self, given: Mapping[str, str]) -> None:
        times = _times(given, "columns")
        if given.get("visibility", "visible") != "visible" and times < _MOST:
            self.marks.hidden_columns.update(range(self.at_column, self.at_column + times))
        self.at_column += times

    def _row(self, visibility: str) -> None:
        if visibility != "visible" and self.rows < _MOST:
            self.marks.hidden_rows.update(range(self.row + 1, self.row + self.rows + 1))
            self.marks.filtered |= visibility == "filter"

    def _cell(self, name: str, given: Mapping[str, str]) -> None:
        self.column += self.columns
        self.columns = _times(given, "columns")
        self.in_cell, self.words = True, ""
        self.formula = "formula" in given
        self.struck_cell = given.get("style-name", "") in self.struck
        down, across = (_number(given.get(f"number-{way}-spanned", "1")) for way in ("rows", "columns"))
        if name == "table-cell" and (down > 1 or across > 1) and down < _MOST and across < _MOST:
            self.marks.merges.append(
                Merge(self.row, self.column, self.row + down - 1, self.column + across - 1)
            )
        if currency := currency_of(given.get("currency", "")):
            self.marks.sign(self.row + 1, self.column, currency)

    def _end(self, name: str) -> None:
        if name not in ("table-cell", "covered-table-cell"):
            return
        self.in_cell = False
        if self.struck_cell and self.words.strip():
            self.marks.strike(self.row + 1, self.column)
        if re.fullmatch(r"0\d{1,19}", self.words.strip(), re.ASCII):  # 5 that is shown as 005
            self.marks.zeros.setdefault(self.row + 1, {})[self.column] = len(self.words.strip())
        if self.formula and self.words.strip().startswith(_SHOWS):
            self.marks.shows(self.row + 1, self.column, self.words.strip())

    def _said(self, text: str) -> None:
        if self.in_cell:
            self.words += text


def _times(given: Mapping[str, str], what: str) -> int:
    return _number(given.get(f"number-{what}-repeated", "1"))


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and 0 < len(text) < 9 else 1
