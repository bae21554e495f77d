"""What was decided about a file: everything needed to say it, change it, and make the folder."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from panel_tui.folder.fault import Fault
from panel_tui.folder.rows import Read, SheetEntry
from panel_tui.folder.spreadsheet.column_names import FIELDS
from panel_tui.folder.spreadsheet.columns import FoundColumns
from panel_tui.folder.spreadsheet.grid import Book
from panel_tui.folder.spreadsheet.judged_rows import Judged
from panel_tui.folder.spreadsheet.table import Sheets, SheetTable
from sessions.model.session import Value


class SheetPlan(Value, frozen=True):
    """A table read. `left_out` and `taken_in` have the rows that are no plain applications, and why."""

    book: Book
    sheets: Sheets
    table: SheetTable
    found: FoundColumns
    left_out: tuple[Judged, ...]
    taken_in: tuple[Judged, ...]
    read: Read
    currency: str
    known: bool  # whether anything says which currency it is
    commas: bool | None
    asked_for: Mapping[str, str] = MappingProxyType({})  # columns a person named when asked, by field
    scales: Mapping[str, Decimal] = MappingProxyType({})  # by field, what one stands for: 1000 in `£k`

    @property
    def entries(self) -> tuple[SheetEntry, ...]:
        """Return the applications."""
        return self.read.entries

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Return all that keeps the folder from being made."""
        return self.read.faults

    @property
    def worked(self) -> bool:
        """Whether most rows can be read so: a column that was named wrongly leaves hardly any."""
        broken = {(fault.sheet, fault.line) for fault in self.faults}
        return bool(self.entries) and len(broken) * 2 <= len(self.entries)

    @property
    def total(self) -> Decimal:
        """Return what they ask for together."""
        return sum((entry.application.asked for entry in self.entries), Decimal(0))

    @property
    def carried(self) -> tuple[int, ...]:
        """List the columns that are no part of a session and hold something."""
        used = {at for field, at in self.found.at.items() if field in FIELDS}
        return tuple(
            at
            for at in range(len(self.table.titles))
            if at not in used and any(entry.row.cell(at) != "" for entry in self.entries)
        )
