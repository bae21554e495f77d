"""Read the strands, parts of the pot, and match each application's strand by key or by title."""

from __future__ import annotations

from decimal import Decimal

from panel_tui.folder.criteria import read_key
from panel_tui.folder.fault import Fault, Notes, shown
from panel_tui.folder.rows import SheetEntry
from panel_tui.folder.toml_table import TomlTable
from sessions.model.session import Strand


def needed_money(table: TomlTable, key: str) -> Decimal:
    """Read money that may not be missing; a penny stands in for what is wrong."""
    if not table.has(key):
        table.fault(key, "missing-key")
    return table.money(key) or Decimal(1)


def read_strands(tables: list[TomlTable], pot: Decimal) -> tuple[Strand, ...]:
    """Read every `[[strand]]`; together they may hold no more than the pot."""
    strands: list[Strand] = []
    for table in tables:
        key = read_key(table)
        if key and key in {strand.key for strand in strands}:
            table.fault("key", "twice", found=key)
        awards = table.whole("awards", 1, low=0, high=5000) if table.has("awards") else None
        money = needed_money(table, "pot")
        strands.append(Strand(key=key, title=table.text("title", key), pot=money, awards=awards))
        table.known.append("awards")
        table.close()
    together = sum((strand.pot for strand in strands), Decimal(0))
    if tables and pot > 1 and together > pot:
        tables[0].fault("pot", "strands-over-pot", found=f"{together:,}", meant=f"{pot:,}")
    return tuple(strands)


def strands_of(entries: list[SheetEntry], strands: tuple[Strand, ...], notes: Notes) -> list[str]:
    """Return each entry's strand key. Where session.toml has no strands, none is used, and a warning says so."""
    named = [entry for entry in entries if entry.application.strand]
    if named and not strands:
        notes.warnings.append(
            Fault(notes.file, named[0].line, "strands-unused", found=shown(named[0].application.strand))
        )
        return [""] * len(entries)
    keys = {strand.title.casefold(): strand.key for strand in strands}
    keys |= {strand.key.casefold(): strand.key for strand in strands}
    return [_key(entry, keys, notes) for entry in entries]


def _key(entry: SheetEntry, keys: dict[str, str], notes: Notes) -> str:
    given = entry.application.strand
    key = keys.get(given.casefold(), "")
    if given and not key:
        likely = notes.likely(given, keys.values())
        kind = "unknown-word" if likely else "unknown-word-bare"
        meant = likely or ", ".join(dict.fromkeys(keys.values()))
        notes.faults.append(Fault(notes.file, entry.line, kind, "strand", shown(given), meant))
    return key
