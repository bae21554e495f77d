"""Rows of cells as a file holds them, with what a person would see there: hidden, struck, merged, broken."""

from __future__ import annotations

from decimal import Decimal

from panel_tui.folder.fault import Fault
from sessions.model.session import Value

Cell = str | Decimal


class GridRow(Value, frozen=True):
    """One row that is not empty; `line` is its line in the file, or its row number in a workbook.

    `broken` has what is shown in cells without a value, such as `#REF!`, and `signs` the currency of cells whose
    number format names one; both by column, counted from 0.
    """

    line: int
    cells: tuple[Cell, ...]
    sheet: str = ""
    hidden: bool = False
    struck: frozenset[int] = frozenset()
    part_struck: frozenset[int] = frozenset()  # columns where some of the words are
    filled: frozenset[int] = frozenset()  # columns whose value comes from a merged cell above
    broken: tuple[tuple[int, str], ...] = ()
    signs: tuple[tuple[int, str], ...] = ()
    strand: str = ""  # from a heading above it, or its sheet, where no column says it

    def cell(self, at: int | None) -> Cell:
        """Return a cell; nothing where there is none."""
        return "" if at is None or at >= len(self.cells) else self.cells[at]

    def words(self, at: int | None) -> str:
        """Return a cell as text on one line."""
        return " ".join(str(self.cell(at)).split())

    @property
    def held(self) -> list[int]:
        """List the columns with anything in them."""
        return [at for at, cell in enumerate(self.cells) if cell != ""]


class SheetGrid(Value, frozen=True):
    """One sheet."""

    name: str
    rows: tuple[GridRow, ...]
    hidden_columns: frozenset[int] = frozenset()
    filtered: bool = False
    comma_decimals: bool = False  # its file was saved where 1,50 is one and a half


class Book(Value, frozen=True):
    """Everything one file holds. A Pabulib file names the pot and the country's currency too."""

    file: str
    grids: tuple[SheetGrid, ...]
    warnings: tuple[Fault, ...] = ()
    hidden: tuple[str, ...] = ()  # sheets that do not show
    pot: Decimal | None = None
    currency: str = ""
    is_workbook: bool = False
    is_text: bool = True  # its words may be HTML
