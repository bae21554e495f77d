"""A sheet to print: one value, drawn as a page and, where typst is there, as a PDF."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from .house import drawn_page
from .press import Pressed, press


class Sheet(Struct, frozen=True):
    """What every sheet has; `name` is its templates' and its file's."""

    name: str
    language: str
    title: str


def sheet_as_page(sheet: Sheet) -> str:
    """Draw a sheet as one HTML page that prints on A4."""
    return drawn_page(f"{sheet.name}.html", sheet.language, sheet=sheet)


def sheet_as_pdf(sheet: Sheet) -> Pressed:
    """Draw a sheet as PDF/UA-1. Raises ImportError where typst is not installed."""
    return press(f"{sheet.name}.typ", sheet.title, sheet.language, msgspec.to_builtins(sheet))
