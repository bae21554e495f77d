"""Make a session folder from a spreadsheet: whole and checked, or not at all."""

from __future__ import annotations

import errno
import shutil
import tempfile
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

from sessions.model import Value

from .asking import Ask
from .columns import columns
from .disk import read_given
from .fault import Fault, Refusal
from .reading import read_session
from .rows import Entry, read_rows
from .sheet import MOST_BYTES, Sheet
from .spreadsheet import read_sheet
from .starter import currency_of, write_starter


class NewReport(Value, frozen=True):
    """What `new` did: the folder and how many applications are in it, or the faults that kept it from being made."""

    folder: str
    source: str
    applications: int = 0
    pot: Decimal = Decimal(0)
    currency: str = "GBP"
    faults: tuple[Fault, ...] = ()
    warnings: tuple[Fault, ...] = ()
    answered: Mapping[str, str] = MappingProxyType({})  # the columns a person named when asked, by field

    @property
    def made(self) -> bool:
        """Say whether the folder was made."""
        return not self.faults


def new_folder(
    folder: Path, from_file: Path, mapping: Mapping[str, str], ask: Ask | None = None
) -> NewReport:
    """Make `folder` from a spreadsheet. `mapping` names columns; `ask` puts a question to a person, if there is one.

    Nothing is written unless every row can be read; then the folder appears whole.
    """
    source = from_file.name
    try:
        _check_free(folder)
    except Refusal as refusal:
        return NewReport(folder.name, source, faults=(refusal.fault(folder.name),))
    try:
        sheet = read_sheet(source, read_given(from_file, most=MOST_BYTES))
    except Refusal as refusal:
        return NewReport(folder.name, source, faults=(refusal.fault(source),))
    found, faults = columns(sheet, mapping, ask)
    answered = _answered(sheet, mapping, found)
    if faults:
        return NewReport(
            folder.name, source, faults=tuple(faults), warnings=sheet.warnings, answered=answered
        )
    entries, faults, odd = read_rows(sheet, found)
    warnings = (*sheet.warnings, *odd)
    if faults:
        return NewReport(folder.name, source, faults=tuple(faults), warnings=warnings, answered=answered)
    return _make(folder, sheet, found, entries, warnings)


def _answered(sheet: Sheet, mapping: Mapping[str, str], found: Mapping[str, int]) -> dict[str, str]:
    """Give what a person was asked for: all that would not have been known without."""
    known, _ = columns(sheet, mapping, None)
    return {field: sheet.titles[at] for field, at in found.items() if known.get(field) != at}


def _check_free(folder: Path) -> None:
    try:
        _look_free(folder)
    except OSError as problem:
        unfit = problem.errno == errno.ENAMETOOLONG
        raise Refusal("new-name-unfit" if unfit else "new-cannot-write") from problem


def _look_free(folder: Path) -> None:
    if "\0" in str(folder):
        raise Refusal("new-name-unfit")
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise Refusal("new-name-taken")
    if folder.is_dir() and any(folder.iterdir()):
        raise Refusal("new-not-empty")
    if not folder.parent.is_dir():
        raise Refusal("new-no-parent", found=str(folder.parent))


def _make(
    folder: Path, sheet: Sheet, found: Mapping[str, int], entries: list[Entry], warnings: tuple[Fault, ...]
) -> NewReport:
    pot = sum((entry.application.asked for entry in entries), Decimal(0))
    try:
        beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    except OSError:
        return NewReport(folder.name, sheet.file, faults=(Fault(folder.name, None, "new-cannot-write"),))
    try:
        write_starter(beside, folder.name, sheet, found, entries, pot)
        check = read_session(beside)
        if check.faults:  # a promise of ours: what `new` writes, `check` passes
            return NewReport(folder.name, sheet.file, faults=check.faults, warnings=warnings)
        _appear(beside, folder)
    except OSError:
        return NewReport(folder.name, sheet.file, faults=(Fault(folder.name, None, "new-cannot-write"),))
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return NewReport(folder.name, sheet.file, len(entries), pot, currency_of(sheet, found), (), warnings)


def _appear(beside: Path, folder: Path) -> None:
    """Give the finished folder its name in one move; an empty folder of that name makes room first."""
    if folder.is_dir():
        folder.rmdir()  # Windows does not replace a folder; fails where it is no longer empty
    beside.rename(folder)
