"""Say what was decided about a file, in sentences, before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from panel_tui.folder.currencies import named
from panel_tui.folder.fault import shown
from panel_tui.folder.naming_refs import NamedRefs
from panel_tui.folder.spreadsheet.called import listed, title_of
from panel_tui.folder.spreadsheet.column_names import FIELDS
from panel_tui.folder.spreadsheet.judged_rows import KINDS, Judged
from panel_tui.folder.spreadsheet.plan import SheetPlan
from panel_tui.folder.spreadsheet.questions import row_name
from panel_tui.folder.spreadsheet.values import examples
from sessions.model.text import money
from sessions.wording import say, say_many

_NAMED, _COLUMNS_NAMED = 12, 6  # rows, refs or titles named in one sentence; columns
_SHORT = 30  # characters of a column's title


def told(plan: SheetPlan) -> tuple[str, ...]:
    """Say it all: how many applications first, then what is left out, then how the rest was read."""
    return (
        head(plan),
        *_rows(plan),
        *_place(plan),
        *_columns(plan),
        *_values(plan),
        *_refs(plan.read.refs),
        *_titles(plan),
    )


def head(plan: SheetPlan) -> str:
    """Say how many applications there are, and what they ask for together."""
    asked = money(plan.total, plan.currency)
    return say_many("folder.told-head", len(plan.entries), asked=asked)


def _rows(plan: SheetPlan) -> Iterator[str]:
    several = len(plan.table.sheets) > 1
    for kind, key in (*((kind, kind) for kind in KINDS), ("application", "left-out")):
        rows = [one for one in plan.left_out if one.kind == kind]
        if rows:
            numbers, labels = _numbers(rows, several=several), _labels(plan, rows)
            yield say_many(f"folder.told-{key}", len(rows), rows=numbers, labels=labels)
        if rows and kind == "headings" and any(entry.row.strand for entry in plan.entries):
            yield say("folder.told-strands")
    for one in plan.taken_in:
        label = shown(one.row.words(plan.found.at.get("title")))
        yield say(f"folder.taken-{one.kind}", row=row_name(one, several=several), title=label)


def _place(plan: SheetPlan) -> Iterator[str]:
    table = plan.table
    if table.above:
        first, last = table.above[0].line, max(table.above[-1].line, table.first - 1)
        yield (
            say("folder.told-above-one", first=first)
            if first == last
            else say("folder.told-above", first=first, last=last)
        )
    if len(table.sheets) > 1:
        yield say("folder.told-sheets", sheets=_quoted(table.sheets))
    elif plan.sheets.others or plan.book.hidden:
        yield say("folder.told-sheet", sheet=table.sheets[0])
    if plan.sheets.same:
        yield say("folder.told-same-sheets", sheets=_quoted(plan.sheets.same))
    if plan.book.hidden:
        yield say("folder.told-hidden-sheets", sheets=_quoted(plan.book.hidden))
    if any(plan.found.at.get(field) in entry.row.filled for entry in plan.entries for field in FIELDS):
        yield say("folder.told-merged")
    used = {plan.found.at[field] for field in FIELDS if field in plan.found.at}
    if rows := [Judged(entry.row, "struck") for entry in plan.entries if entry.row.part_struck & used]:
        numbers = _numbers(rows, several=len(table.sheets) > 1)
        yield say_many("folder.told-part-struck", len(rows), rows=numbers)


def _columns(plan: SheetPlan) -> Iterator[str]:
    titles, at = plan.table.titles, plan.found.at
    taken = [(field, title_of(titles, at[field])) for field in FIELDS if field in at]
    if any(field != title for field, title in taken):
        yield say(
            "folder.told-columns",
            columns="; ".join(
                say("folder.told-column", field=say(f"folder.field-{f}"), title=t) for f, t in taken
            ),
        )
    if hidden := [title for field, title in taken if at[field] in plan.table.hidden]:
        yield say("folder.told-hidden-columns", titles=_quoted(hidden))
    for field, (aside, why) in plan.found.set_aside.items():
        if field in at and field in FIELDS and aside not in at.values():
            cells = [entry.row.cell(aside) for entry in plan.entries]
            yield say(
                f"folder.told-aside-{why}",
                title=title_of(titles, at[field]),
                field=say(f"folder.field-{field}"),
                other=title_of(titles, aside),
                like=shown(examples(cells)),
            )
    if "eligible" in at:
        yield say("folder.told-eligible", title=title_of(titles, at["eligible"]))
    carried = [one for one in plan.carried if one not in (at.get("currency"), at.get("eligible"))]
    if carried:
        names = listed([_short(title_of(titles, one)) for one in carried[:_COLUMNS_NAMED]])
        names += ", …" if len(carried) > _COLUMNS_NAMED else ""
        yield say_many("folder.told-carried", len(carried), titles=names)


def _values(plan: SheetPlan) -> Iterator[str]:
    if plan.read.html:
        fields = [say(f"folder.field-{field}") for field in FIELDS if field in plan.read.html]
        yield say("folder.told-html", fields=_and(fields))
    if plan.currency != "GBP" or (plan.known and plan.book.currency):
        yield say("folder.told-currency", currency=named(plan.currency), code=plan.currency)
    for field, scale in plan.scales.items():
        title = title_of(plan.table.titles, plan.found.at[field])
        yield say("folder.told-scale", title=title, scale=f"{scale:,f}")
    if plan.commas and not plan.known:
        yield say("folder.told-no-currency")
    if plan.commas:
        yield say("folder.told-commas")
    if plan.book.pot is not None:
        yield say("folder.told-pot", pot=money(plan.book.pot, plan.currency))


def _refs(refs: NamedRefs) -> Iterator[str]:
    alike = list(refs.alike.values())
    if not alike:
        return
    pairs = [say("folder.ref-as", given=shown(given), ref=ref) for given, ref in alike[:_NAMED]]
    same, folded = ({form(given) for given, _ in alike} for form in (str, str.casefold))
    key = "folder.told-alike" if len(folded) == len(alike) else "folder.told-capitals"
    key = key if len(same) == len(alike) else "folder.told-same-refs"
    yield say(key, refs=_and([shown(given) for given, _ in alike[:_NAMED]]), kept="; ".join(pairs))


def _titles(plan: SheetPlan) -> Iterator[str]:
    by_title: dict[str, int] = {}
    for entry in plan.entries:
        title = entry.application.title
        by_title[title.casefold()] = by_title.get(title.casefold(), 0) + 1
    seen: dict[str, None] = {}
    for entry in plan.entries:
        title = entry.application.title
        if by_title[title.casefold()] > 1 and title.casefold() not in seen and len(seen) < _NAMED:
            seen.setdefault(title.casefold())
            yield say_many("folder.told-equal", by_title[title.casefold()], title=shown(title))


def _short(title: str) -> str:
    return title if len(title) <= _SHORT else title[: _SHORT - 1].rstrip() + "…"


def _numbers(rows: Sequence[Judged], *, several: bool) -> str:
    return _and(
        [row_name(one, several=several) for one in rows[:_NAMED]] + (["…"] if len(rows) > _NAMED else [])
    )


def _labels(plan: SheetPlan, rows: Sequence[Judged]) -> str:
    title = plan.found.at.get("title")
    said = [
        one.says.strip() if one.kind in ("sums", "notes", "headings") else one.row.words(title)
        for one in rows
    ]
    return ", ".join(f"“{shown(one)}”" for one in dict.fromkeys(said) if one) or say("folder.no-title")


def _quoted(names: Sequence[str]) -> str:
    return _and([f"“{name}”" for name in names])


def _and(words: Sequence[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return say("folder.and", some=", ".join(words[:-1]), last=words[-1])
