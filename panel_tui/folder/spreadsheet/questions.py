"""Word each question: for a terminal whole, for a card shortly, and for nobody as the fault that names its option."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from panel_tui.folder.currencies import listed as codes_listed
from panel_tui.folder.currencies import named
from panel_tui.folder.fault import Fault, shown
from panel_tui.folder.spreadsheet.called import listed, title_of
from panel_tui.folder.spreadsheet.column_names import FIELDS, NEEDED
from panel_tui.folder.spreadsheet.columns import FoundColumns, SheetColumn
from panel_tui.folder.spreadsheet.currency import to_choose
from panel_tui.folder.spreadsheet.grid import Book
from panel_tui.folder.spreadsheet.judged_rows import Judged
from panel_tui.folder.spreadsheet.question import Option, Question
from panel_tui.folder.spreadsheet.table import Sheets, SheetTable
from panel_tui.folder.spreadsheet.title_trust import may_be_money, squeezed, trust
from panel_tui.folder.spreadsheet.values import examples
from sessions.wording import say, say_many

ALL = "all"
LEAVE, TAKE, YES, NO = "leave out", "take in", "yes", "no"
_SHOWN = 12  # rows named one by one


def which_sheets(book: Book, sheets: Sheets) -> Question:
    """Ask which of the sheets that hold applications are meant; all of them, unless somebody says otherwise."""
    known = _quoted(sheets.chosen)
    options = [
        Option(ALL, say("folder.ask-sheets-all", n=len(sheets.chosen))),
        *(Option(s, s) for s in sheets.chosen),
    ]
    meant = " ".join(f'--sheet "{name}"' for name in sheets.chosen)
    words = say("folder.ask-sheets", sheets=known)
    fault = Fault(book.file, None, "several-sheets", found=known, meant=meant, about=sheets.chosen[0])
    return Question(
        "sheet", words, say("folder.title-sheets"), tuple(options), words, proposed=ALL, fault=fault
    )


def as_before(before: Mapping[str, str]) -> Question:
    """Offer the columns that were named for a spreadsheet with these titles."""
    parts = "; ".join(
        say("command.named-before", field=field, title=title) for field, title in before.items()
    )
    words = say("command.named-last-time", columns=parts)
    options = (Option(YES, say("opening.new.same")), Option(NO, say("opening.new.anew")))
    terminal = say("command.same-again", before=words)
    said = tuple(before.items())
    return Question(
        "same", terminal, say("opening.new.before"), options, words, needed=False, proposed=YES, said=said
    )


def which_column(
    book: Book, table: SheetTable, found: FoundColumns, field: str, columns: Sequence[SheetColumn]
) -> Question:
    """Ask which column holds what every application needs."""
    what = say(f"folder.what-{field}")
    kind = "column-empty" if field in found.empty else "column-missing"
    about, remark = listed(table.titles), ""
    if field in found.set_aside:
        at, why = found.set_aside[field]
        title, like = title_of(table.titles, at), examples(columns[at].cells)
        remark = say(f"folder.aside-{why}", title=title, like=shown(like))
    words = say("folder.ask-column", what=what, titles=listed(_all(table))) + (
        f"{remark}\n" if remark else ""
    )
    meant = say(
        "folder.map-option", field=field, column=_likely(table, columns, field, set(found.at.values()))
    )
    empty = title_of(table.titles, found.at[field]) if field in found.empty else ""
    fault = Fault(book.file, table.first, f"{kind}-{field}", found=shown(empty), meant=meant, about=about)
    return Question(
        "column", words, say("opening.new.column", what=say(f"opening.field.{field}")), _options(table, columns),
        remark, fault=fault, titles=tuple(_all(table)), fields=(field,), columns=_called(table),
    )  # fmt: skip


def which_of_several(
    book: Book, table: SheetTable, found: FoundColumns, field: str, columns: Sequence[SheetColumn]
) -> Question:
    """Ask which of two columns for one thing is meant."""
    several = found.open[field]
    what = say(f"folder.what-{field}")
    said = [_with_examples(table, columns[at], field) for at in several]
    words = say("folder.ask-several", n=len(several), what=what, titles="; ".join(said))
    option = say("folder.map-only", field=field, column=title_of(table.titles, several[-1]))
    fault = Fault(book.file, table.first, "column-several", found="; ".join(said), about=what, meant=option)
    options = tuple(
        Option(f"column {at + 1}", title_of(table.titles, at), _remark(columns[at], field)) for at in several
    )
    return Question(
        "column", words, say("opening.new.column", what=say(f"opening.field.{field}")), options,
        fault=fault, titles=tuple(title_of(table.titles, at) for at in several), fields=(field,),
        columns=_called(table),
    )  # fmt: skip


def the_rest(table: SheetTable, found: FoundColumns) -> Question | None:
    """Ask, once, whether columns nobody recognised hold what is still without one."""
    used = set(found.at.values())
    spare = tuple(at for at, title in enumerate(table.titles) if title and at not in used)
    missing = tuple(field for field in FIELDS if field not in found.at and field not in NEEDED)
    if not spare or not missing:
        return None
    titles = tuple(title_of(table.titles, at) for at in spare)
    # no column of this sheet: a pair of real names would be taken for advice
    example = shown(f"{missing[0]}={say('folder.title-of-column')}")
    words = say("folder.ask-rest", titles=listed(titles), fields=", ".join(missing), example=example)
    options = (Option("", say("opening.new.go-on")), *(Option(f, say(f"opening.field.{f}")) for f in missing))
    text = say("opening.new.unused", titles=listed(titles))
    return Question(
        "rest", words, say("opening.new.more"), options, text, needed=False, titles=titles, fields=missing,
        columns=_called(table),
    )  # fmt: skip


def which_rows(
    book: Book, table: SheetTable, found: FoundColumns, kind: str, rows: Sequence[Judged]
) -> Question:
    """Ask whether rows are left out; proposed is that they are."""
    several = len(table.sheets) > 1
    numbers = ",".join(row_name(one, several=several) for one in rows)
    said = "; ".join(row_said(one, found, several=several) for one in rows[:_SHOWN])
    filtered = kind == "hidden" and table.filtered
    words = say_many(f"folder.ask-{'filtered' if filtered else kind}", len(rows), rows=said)
    options = (
        Option(LEAVE, say_many("folder.leave-out", len(rows))),
        Option(TAKE, say_many("folder.take-in", len(rows))),
    )
    fault = Fault(
        book.file,
        None,
        "rows-filtered" if filtered else f"rows-{kind}",
        found=said,
        meant=numbers,
        about=str(len(rows)),
    )
    terminal = say("folder.ask-rows-how", question=words)
    return Question(
        "rows", terminal, say(f"folder.title-{kind}"), options, words, proposed=LEAVE, fault=fault,
        fields=tuple(row_name(one, several=several) for one in rows),
    )  # fmt: skip


def which_currency(book: Book, table: SheetTable, codes: tuple[str, ...]) -> Question:
    """Ask what currency the amounts are in."""
    choose = to_choose(codes)
    several = len(codes) > 1
    found = codes_listed(codes)
    words = say("folder.ask-currencies" if several else "folder.ask-crowns", found=found)
    kind = "several-currencies" if several else "crowns"
    fault = Fault(book.file, table.first, kind, found=found, meant=" / ".join(choose))
    options = tuple(
        Option(code, f"{code}: {named(code)}" if named(code) != code else code) for code in choose
    )
    return Question("currency", words, say("folder.title-currency"), options, words, fault=fault)


def row_name(one: Judged, *, several: bool) -> str:
    """Name a row as options do."""
    return f"{one.row.sheet}!{one.row.line}" if several else str(one.row.line)


def row_said(one: Judged, found: FoundColumns, *, several: bool) -> str:
    """Say a row in a few words: its number, its title, and what speaks against it."""
    title = one.row.words(found.at.get("title")) or one.row.words(one.row.held[0])
    where = (
        say("folder.row-of-sheet", sheet=one.row.sheet, line=one.row.line)
        if several
        else say("folder.row", line=one.row.line)
    )
    if one.kind == "withdrawn" and one.says != title:
        return say("folder.row-says", row=where, title=shown(title), says=shown(one.says))
    return say("folder.row-named", row=where, title=shown(title))


def _options(table: SheetTable, columns: Sequence[SheetColumn]) -> tuple[Option, ...]:
    return tuple(
        Option(f"column {column.at + 1}", title_of(table.titles, column.at), shown(examples(column.cells, 2)))
        for column in columns
        if column.title or column.looks.count
    )


def any_column(
    table: SheetTable, found: FoundColumns, field: str, columns: Sequence[SheetColumn]
) -> Question:
    """Ask which column holds a field that somebody wants to change; those not used yet come first."""
    used = set(found.at.values())
    columns = sorted(columns, key=lambda column: column.at in used)
    what = say(f"opening.field.{field}")
    words = say("folder.ask-column", what=what, titles=listed(_all(table)))
    return Question(
        "column", words, say("opening.new.column", what=what), _options(table, columns),
        titles=tuple(_all(table)), fields=(field,), columns=_called(table),
    )  # fmt: skip


def _called(table: SheetTable) -> tuple[str, ...]:
    return tuple(title_of(table.titles, at) for at in range(len(table.titles)))


def _all(table: SheetTable) -> list[str]:
    return [title_of(table.titles, at) for at, title in enumerate(table.titles) if title]


def _with_examples(table: SheetTable, column: SheetColumn, field: str) -> str:
    remark = _remark(column, field)
    return say("folder.column-like", title=title_of(table.titles, column.at), like=remark)


def _remark(column: SheetColumn, field: str) -> str:
    like = shown(examples(column.cells, 2))
    if field == "asked" and column.looks.years == 1:
        return say("folder.looks-like-years", like=like)
    return say("folder.looks-like", like=like)


def _likely(table: SheetTable, columns: Sequence[SheetColumn], field: str, used: set[int]) -> str:
    """Return a column that may hold it, as an example of what to write; people must choose it themselves."""
    if field == "asked":
        fit = [c for c in columns if trust(c.title, "awarded")] or [
            c
            for c in columns
            if c.title
            and c.looks.money == 1
            and c.looks.years < 1
            and c.at not in used
            and (c.looks.unique < 1 or may_be_money(c.title))
        ]
    else:
        fit = [
            c for c in columns
            if c.title and squeezed(c.title) and c.looks.count and c.looks.money < 0.5 and c.looks.length > 4
            and c.looks.unique == 1 and not c.looks.addresses and not c.looks.dates
        ]  # fmt: skip
    fit = [c for c in fit if c.at not in used] or fit
    return title_of(table.titles, fit[0].at) if fit else say("folder.title-of-column")


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)
