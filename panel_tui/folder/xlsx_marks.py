"""Read from an XLSX what its values do not tell; the reader we use gives the values alone."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping

from panel_tui.folder.currencies import currency_of_format
from panel_tui.folder.sheet_marks import Marks, Merge
from panel_tui.folder.xml_parts import part_of, walk

NOT_WORKED_OUT = "="  # a formula whose answer the file does not have

_PLACE = re.compile(r"([A-Za-z]{1,3})(\d{1,7})")
_ZEROS = re.compile(r"0{2,20}")
_FALSE = ("0", "false")
_MOST_COLUMNS = 20_000


class Styles:
    """Which cell styles strike their words through, name a currency, or show leading noughts."""

    def __init__(self, part: bytes) -> None:
        self.struck: set[int] = set()
        self.signs: dict[int, str] = {}
        self.zeros: dict[int, int] = {}
        self._fonts: list[bool] = []
        self._formats: dict[str, str] = {}
        self._within: list[str] = []
        self._count = 0
        walk(part, self._start, self._end)

    def _start(self, name: str, given: Mapping[str, str]) -> None:
        self._within.append(name)
        if name == "font" and "fonts" in self._within:
            self._fonts.append(False)
        elif name == "strike" and self._fonts and "fonts" in self._within:
            self._fonts[-1] = given.get("val", "1") not in _FALSE
        elif name == "numFmt":
            self._formats[given.get("numFmtId", "")] = given.get("formatCode", "")
        elif name == "xf" and "cellXfs" in self._within:
            self._style(given)

    def _end(self, _name: str) -> None:
        self._within.pop()

    def _style(self, given: Mapping[str, str]) -> None:
        at, self._count = self._count, self._count + 1
        font = given.get("fontId", "")
        if font.isdecimal() and int(font) < len(self._fonts) and self._fonts[int(font)]:
            self.struck.add(at)
        code = self._formats.get(given.get("numFmtId", ""), "")
        if sign := currency_of_format(code):
            self.signs[at] = sign
        if _ZEROS.fullmatch(code):
            self.zeros[at] = len(code)


def marks_of(archive: zipfile.ZipFile) -> dict[str, Marks]:
    """Return the marks of every sheet, by its name."""
    styles = Styles(part_of(archive, "xl/styles.xml"))
    struck, partly = _struck_texts(part_of(archive, "xl/sharedStrings.xml"))
    return {
        name: _Sheet(part_of(archive, part), styles, struck, partly).marks
        for name, part in _sheets(archive).items()
    }


def _sheets(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return each sheet's part by its name."""
    targets: dict[str, str] = {}
    named: dict[str, str] = {}

    def relation(name: str, given: Mapping[str, str]) -> None:
        if name == "Relationship":
            target = given.get("Target", "")
            targets[given.get("Id", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"

    def sheet(name: str, given: Mapping[str, str]) -> None:
        if name == "sheet":
            named[given.get("name", "")] = given.get("id", "")

    walk(part_of(archive, "xl/_rels/workbook.xml.rels"), relation)
    walk(part_of(archive, "xl/workbook.xml"), sheet)
    return {name: targets[place] for name, place in named.items() if place in targets}


def _struck_texts(part: bytes) -> tuple[set[int], set[int]]:
    """Find the shared texts of which every run is struck through, and those of which some are."""
    found: set[int] = set()
    partly: set[int] = set()
    runs: list[bool] = []
    count = -1

    def start(name: str, given: Mapping[str, str]) -> None:
        nonlocal count
        if name == "si":
            count += 1
            runs.clear()
        elif name == "r":
            runs.append(False)
        elif name == "strike" and runs:
            runs[-1] = given.get("val", "1") not in _FALSE

    def end(name: str) -> None:
        if name == "si" and any(runs):
            (found if all(runs) else partly).add(count)

    if b"strike" in part:
        walk(part, start, end)
    return found, partly


class _Sheet:
    def __init__(self, part: bytes, styles: Styles, struck: set[int], partly: set[int]) -> None:
        self.marks, self.styles, self.struck, self.partly = Marks(), styles, struck, partly
        self.runs: list[bool] = []  # of words that stand in the cell itself
        self.row, self.column = 0, -1
        self.cell: Mapping[str, str] | None = None
        self.formula = self.in_value = False
        self.value = ""
        walk(part, self._start, self._end, self._words)

    def _start(self, name: str, given: Mapping[str, str]) -> None:
        if name == "row":
            self.row, self.column = _number(given.get("r", ""), self.row + 1), -1
            if given.get("hidden", "0") not in _FALSE or given.get("ht", "") == "0":
                self.marks.hidden_rows.add(self.row)
        elif name == "c":
            place = _PLACE.fullmatch(given.get("r", ""))
            self.column = _column(place[1]) if place else self.column + 1
            self.cell, self.formula, self.value = given, False, ""
            self.runs = []
        elif name == "f" and self.cell is not None:
            self.formula = True
        elif name in ("v", "t") and self.cell is not None:
            self.in_value = True
        elif name == "r" and self.cell is not None:
            self.runs.append(False)
        elif name == "strike" and self.runs:
            self.runs[-1] = given.get("val", "1") not in _FALSE
        elif name == "mergeCell":
            self._merge(given.get("ref", ""))
        elif name == "col" and given.get("hidden", "0") not in _FALSE:
            first, last = _number(given.get("min", ""), 1), _number(given.get("max", ""), 1)
            self.marks.hidden_columns.update(range(first - 1, min(last, _MOST_COLUMNS)))
        elif name == "filterColumn":
            self.marks.filtered = True

    def _end(self, name: str) -> None:
        if name in ("v", "t"):
            self.in_value = False
        elif name == "c" and self.cell is not None:
            self._look(self.cell)
            self.cell = None

    def _words(self, text: str) -> None:
        if self.in_value:
            self.value += text

    def _look(self, given: Mapping[str, str]) -> None:
        kind, style = given.get("t", "n"), _number(given.get("s", ""), 0)
        if kind == "e":
            self.marks.shows(self.row, self.column, self.value.strip() or "#VALUE!")
        elif self.formula and not self.value and kind != "str":
            self.marks.shows(self.row, self.column, NOT_WORKED_OUT)
        shared = int(self.value) if kind == "s" and self.value.isdecimal() else -1
        whole = shared in self.struck or (bool(self.runs) and all(self.runs))
        if whole or (style in self.styles.struck and self.value):
            self.marks.strike(self.row, self.column)
        elif shared in self.partly or any(self.runs):
            self.marks.part_struck.setdefault(self.row, set()).add(self.column)
        if kind == "n" and self.value:
            if sign := self.styles.signs.get(style):
                self.marks.sign(self.row, self.column, sign)
            if digits := self.styles.zeros.get(style):
                self.marks.zeros.setdefault(self.row, {})[self.column] = digits

    def _merge(self, ref: str) -> None:
        ends = [_PLACE.fullmatch(end) for end in ref.split(":")]
        if len(ends) == 2 and ends[0] and ends[1]:
            (left, top), (right, bottom) = ends[0].groups(), ends[1].groups()
            self.marks.merges.append(Merge(int(top) - 1, _column(left), int(bottom) - 1, _column(right)))


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isdecimal() and len(text) < 9 else otherwise


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1
