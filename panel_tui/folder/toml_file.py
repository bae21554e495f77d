"""Open the bytes of a TOML file as a table to be read, or say in one fault why it cannot be made out at all."""

from __future__ import annotations

from decimal import Decimal

from panel_tui.folder.fault import Fault, Notes
from panel_tui.folder.toml_lines import locate
from panel_tui.folder.toml_mistakes import broken
from panel_tui.folder.toml_table import TomlTable
from panel_tui.folder.toml_text import toml

_DOCUMENTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")  # Word and its like: new, old, rich text


def toml_file(file: str, data: bytes) -> tuple[TomlTable | None, Notes]:
    """Return the file's table, and the notes its faults go into. No table where there is a fault that bars all."""
    if data.startswith(_DOCUMENTS):
        return None, _only(Fault(file, None, "toml-document"))
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        return None, _only(Fault(file, line, "toml-not-utf8"))
    if not text.strip():
        return None, _only(Fault(file, None, "toml-empty"))
    try:
        values = toml(text, parse_float=_exact)
    except RecursionError:
        return None, _only(Fault(file, None, "toml-too-deep"))
    except ValueError as problem:
        return None, _only(broken(file, text, str(problem)))
    notes = Notes(file, locate(text))
    return TomlTable(values, notes), notes


def _exact(text: str) -> Decimal:
    try:
        return Decimal(text)
    except ArithmeticError:
        return Decimal("Infinity")


def _only(fault: Fault) -> Notes:
    notes = Notes(fault.file)
    notes.faults.append(fault)
    return notes
