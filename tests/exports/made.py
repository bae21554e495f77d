"""Exports made in memory, read back as another program would read them."""

from __future__ import annotations

import io
import json
import random
from decimal import Decimal
from pathlib import Path

import openpyxl
from msgspec.structs import replace

from panel_tui.exports import export_all
from panel_tui.exports.csv_files import csv_files
from panel_tui.exports.export import FORMATS, waiting
from panel_tui.exports.material import Material, drawn_codes
from panel_tui.exports.papers import decision_record
from panel_tui.exports.workbook import workbook
from sessions.views.record import record_view, tellable
from tests.exports.days import table

HEAD = "one two three four five"


def material(day, *, seed=1, public=False, seats=False, open_data=None) -> Material:
    state = day.state
    if open_data:
        state = replace(state, session=replace(state.model, open_data=open_data))
    account = record_view(
        state, codes=drawn_codes(state.seats, random.Random(seed)), public=public, seats=seats
    )
    return Material(account, tellable(state), HEAD, "panel-tui test", public, seats=seats)


def tables(day, **how):
    """Give every CSV: name → rows."""
    return {one.name: table(b"".join(one.parts)) for one in csv_files(material(day, **how))}


def session(day, **how):
    """Give session.json as read back, its numbers exact."""
    return json.loads(made_of("json", day, **how)["session.json"], parse_float=Decimal)


def page(day, **how) -> str:
    """Give the readable record."""
    [one] = decision_record(material(day, **how))
    return b"".join(one.parts).decode()


def xlsx(day, **how) -> bytes:
    """Give the workbook's bytes."""
    [one] = workbook(material(day, **how))
    return b"".join(one.parts)


def book(day, **how) -> openpyxl.Workbook:
    """Give the workbook as another program reads it."""
    return openpyxl.load_workbook(io.BytesIO(xlsx(day, **how)))


def made_of(format_, day, **how) -> dict[str, bytes]:
    """Give the bytes of each file of one format."""
    return {one.name: b"".join(one.parts) for one in FORMATS[format_](material(day, **how))}


def waiting_of(day, **how) -> set[str]:
    """Give the formats that have to wait."""
    return set(waiting(FORMATS, material(day, **how)))


def raw(day, **how) -> dict[str, bytes]:
    """Give the bytes of every file that is text."""
    made = material(day, **how)
    waits = waiting(FORMATS, made)
    files = [
        one
        for name, make in FORMATS.items()
        if name not in ("xlsx", "pdf") and name not in waits
        for one in make(made)
        if not one.name.endswith((".pdf", ".docx", ".odt", ".xlsx"))
    ]
    return {one.name: b"".join(one.parts) for one in files}


def exported(folder: Path, to: Path | None = None, formats=(), *, seats=False, public=False, seed=1):
    return export_all(folder, to, formats, seats=seats, public=public, draw=random.Random(seed))
