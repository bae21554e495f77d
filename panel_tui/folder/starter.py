"""Write the files of a new session folder: a commented session.toml, our columns, a page for each long text."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from sessions.money import money
from sessions.wording import say

from .columns import FIELDS
from .formula import guarded
from .rows import Entry
from .sheet import Row, Sheet
from .summaries import FOLDER as SUMMARIES
from .tidy import settled

THEIR_REF = "their_ref"  # kept beside ours where the sheet's own identifier could not be a ref
LONG = 280  # characters; a longer text is easier to edit as a page than in a cell


def write_starter(
    folder: Path, name: str, sheet: Sheet, found: Mapping[str, int], entries: list[Entry], pot: Decimal
) -> None:
    """Write everything `check` needs into `folder`, which is empty and nobody else's."""
    pages = [entry.application for entry in entries if _is_long(entry.application.summary)]
    _write(folder / "session.toml", _settings(name, sheet, found, entries, pot))
    if pages:
        (folder / SUMMARIES).mkdir()
    for application in pages:
        _write(folder / SUMMARIES / f"{application.ref}.md", application.summary + "\n")
    _write(folder / "applications.csv", _sheet(entries))


def _sheet(entries: list[Entry]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    kept = any(entry.given and entry.given != entry.application.ref for entry in entries)
    writer.writerow((*FIELDS, THEIR_REF) if kept else FIELDS)
    for entry in entries:
        row = _row(entry)
        writer.writerow([*row, guarded(entry.given)] if kept else row)
    return text.getvalue()


def _row(entry: Entry) -> list[str]:
    application = entry.application
    least = "" if application.least is None else f"{application.least:f}"
    texts = {
        **{field: str(getattr(application, field)) for field in FIELDS},
        "asked": f"{application.asked:f}",
        "least": least,
        "summary": "" if _is_long(application.summary) else application.summary,
    }
    return [guarded(texts[field]) for field in FIELDS]


def _is_long(summary: str) -> bool:
    return len(summary) > LONG or "\n" in summary


def _settings(name: str, sheet: Sheet, found: Mapping[str, int], entries: list[Entry], pot: Decimal) -> str:
    title = settled(name.replace("-", " ").replace("_", " "), longest=200) or say("folder.starter-title")
    currency = currency_of(sheet, found)
    return say(
        "folder.starter",
        title=quoted(title[:1].upper() + title[1:]),
        source=settled(sheet.file),
        count=len(entries),
        pot=f"{pot:f}",
        pot_said=money(pot, currency),
        currency=quoted(currency),
        strands=_strands(entries),
    )


def currency_of(sheet: Sheet, found: Mapping[str, int]) -> str:
    """Take the sheet's currency where every row names the same one."""
    named = {settled(_text(row, found.get("currency")), longest=10).upper() for row in sheet.rows}
    only = named.pop() if len(named) == 1 else ""
    return only if len(only) == 3 and only.isascii() and only.isalpha() else "GBP"


def _text(row: Row, at: int | None) -> str:
    return "" if at is None else str(row.cells[at])


def _strands(entries: list[Entry]) -> str:
    """Name the strands of the sheet as a comment: their pots are for staff to write."""
    named = list(dict.fromkeys(entry.application.strand for entry in entries if entry.application.strand))
    return say("folder.starter-strands", names=", ".join(named[:20])) if named else ""


def quoted(text: str) -> str:
    """Write text as a TOML string; control characters were cleaned away before."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _write(path: Path, text: str) -> None:
    """Write a new file that only its owner reads, never over another."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
