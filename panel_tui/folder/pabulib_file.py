"""Read Pabulib's `.pb`: its projects are the applications, its budget the pot. Its votes are left alone.

See https://pabulib.org/format.
"""

from __future__ import annotations

import csv
import io
from decimal import Decimal

from panel_tui.folder.amounts import amount
from panel_tui.folder.currencies import currency_of, currency_of_country
from panel_tui.folder.fault import Refusal
from panel_tui.folder.letter_encoding import decoded
from panel_tui.folder.spreadsheet.grid import Book, GridRow, SheetGrid

_TITLES = {"project_id": "ref", "name": "title", "cost": "asked", "category": "theme", "district": "place"}
_SECTIONS = ("META", "PROJECTS", "VOTES")


def read_pabulib(file: str, data: bytes) -> Book:
    """Read the projects. Raises Refusal."""
    text, _ = decoded(data)
    meta, titles, rows = _sections(text)
    if not titles or not rows:
        raise Refusal("pb-no-projects")
    if "name" not in titles:
        raise Refusal("pb-no-names")
    head = GridRow(rows[0].line - 1, tuple(_TITLES.get(title.strip(), title.strip()) for title in titles))
    currency = currency_of(meta.get("currency", "")) or currency_of_country(meta.get("country", ""))
    return Book(
        file,
        (SheetGrid("", (head, *rows)),),
        pot=_pot(meta.get("budget", "")),
        currency=currency,
        is_text=False,
    )


def _sections(text: str) -> tuple[dict[str, str], list[str], list[GridRow]]:
    meta: dict[str, str] = {}
    titles: list[str] = []
    rows: list[GridRow] = []
    section, fresh = "", False
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    try:
        for cells in reader:
            if len(cells) == 1 and cells[0].strip().upper() in _SECTIONS:
                section, fresh = cells[0].strip().upper(), True
            elif section == "VOTES":
                break
            elif fresh:
                titles, fresh = (cells if section == "PROJECTS" else titles), False
            elif section == "META" and len(cells) > 1:
                meta[cells[0].strip().casefold()] = cells[1].strip()
            elif section == "PROJECTS" and any(cell.strip() for cell in cells):
                rows.append(GridRow(reader.line_num, tuple(cell.strip() for cell in cells)))
    except csv.Error as problem:
        raise Refusal("pb-no-projects") from problem
    return meta, titles, rows


def _pot(words: str) -> Decimal | None:
    try:
        return amount(words, commas=None) or None
    except Refusal:
        return None
