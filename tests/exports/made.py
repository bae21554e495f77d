"""Exports made in memory, read back as another program would read them."""

from __future__ import annotations

import io
import json
import random
from decimal import Decimal
from pathlib import Path

import openpyxl

from panel_tui.exports import export_all
from panel_tui.exports.csv_files import csv_files
from panel_tui.exports.decision_record import decision_record
from panel_tui.exports.formats import FORMATS, waiting
from panel_tui.exports.material import Material
from panel_tui.exports.member_codes import drawn_codes
from panel_tui.exports.session_json import session_json
from panel_tui.exports.workbook import workbook
from sessions.views.record import record_view, tellable

from .days import table

HEAD = "one two three four five"


def material(day, *, seed=1, public=False, open_data=None) -> Material:
    codes = drawn_codes(day.state.seats, random.Random(seed))
    account = record_view(day.state, codes=codes, public=public)
    told = tellable(day.state)
    return Material(account, told, HEAD, "panel-tui test", public, open_data or told.model.open_data)


def tables(day, **how):
    """Give every CSV: name → rows."""
    return {one.name: table(b"".join(one.parts)) for one in csv_files(material(day, **how))}


def session(day, **how):
    """Give session.json as read back, its numbers exact."""
    [one] = session_json(material(day, **how))
    return json.loads(b"".join(one.parts), parse_float=Decimal)


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


def raw(day, **how) -> dict[str, bytes]:
    """Give the bytes of every file that is text."""
    made = material(day, **how)
    waits = waiting(FORMATS, made)
    files = [
        one
        for name, make in FORMATS.items()
        if name not in ("xlsx", "pdf") and name not in waits
        for one in make(made)
        if not one.name.endswith(".pdf")
    ]
    return {one.name: b"".join(one.parts) for one in files}


def exported(folder: Path, to: Path | None = None, formats=(), *, seats=False, public=False, seed=1):
    return export_all(folder, to, formats, seats=seats, public=public, draw=random.Random(seed))
