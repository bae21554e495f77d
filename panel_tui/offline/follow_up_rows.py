"""Read what became of many decisions from a CSV file: all of it, or refused whole with every line that is wrong."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterator, Mapping
from pathlib import Path

from panel_tui.folder.amounts import amount
from panel_tui.folder.fault import Refusal, shown
from panel_tui.folder.safe_open import read_ours
from panel_tui.folder.tidy import settled, unguarded
from panel_tui.system.errors import Unable
from sessions.decide.follow_up import AfterDay, Told, with_entry
from sessions.model.follow_up import AfterEntry, OfferAnswer
from sessions.model.refusals import Refused
from sessions.wording import say

COLUMNS = ("ref", "offer", "amount", "paid", "by", "why")
MOST_BYTES = 4 * 1024 * 1024
_LONGEST = 500


def entry_of(given: Mapping[str, str], at: dt.datetime, day: AfterDay) -> AfterEntry:
    """Make an entry of what was written; a ref is known in any case. Raises Unable where something cannot be read."""
    said = {name: settled(unguarded(given.get(name, "")), longest=_LONGEST) for name in COLUMNS}
    refs = {ref.casefold(): ref for ref in day.state.plan.decisions}
    try:
        offer = OfferAnswer(said["offer"].casefold()) if said["offer"] else None
    except ValueError:
        raise Unable(say("became.not-an-offer", found=shown(said["offer"]))) from None
    try:
        money = amount(said["amount"]) if said["amount"] else None
    except Refusal:
        raise Unable(say("became.not-money", found=shown(said["amount"]))) from None
    try:
        paid = dt.date.fromisoformat(said["paid"]) if said["paid"] else None
    except ValueError:
        raise Unable(say("became.not-a-day", found=shown(said["paid"]))) from None
    ref = refs.get(said["ref"].casefold(), said["ref"])
    return AfterEntry(ref, at, offer, money, paid, said["by"], said["why"])


def entries_in(path: Path, at: dt.datetime, day: AfterDay, told: Told) -> list[AfterEntry]:
    """Read a file, each row held against those before it. Raises Unable, with every line that is wrong."""
    rows = list(_rows(path))
    entries: list[AfterEntry] = []
    faults: list[str] = []
    for line, row in rows:
        try:
            entry = entry_of(row, at, day)
            told = with_entry(day, told, entry)
        except (Unable, Refused) as problem:
            why = problem.sentence if isinstance(problem, Refused) else str(problem)
            faults.append(say("became.line", file=path.name, line=line, why=why))
        else:
            entries.append(entry)
    if faults:
        raise Unable("\n".join([say("became.file-refused"), *faults]))
    if not entries:
        raise Unable(say("became.no-rows", file=path.name))
    return entries


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Return each row that holds something, with its line. Raises Unable."""
    try:
        text = read_ours(path, most=MOST_BYTES).decode("utf-8-sig")
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        table = [(reader.line_num, cells) for cells in reader]
    except (Refusal, OSError, UnicodeDecodeError, csv.Error) as problem:
        raise Unable(say("became.no-file", file=path.name)) from problem
    titles = [cell.strip().casefold() for cell in table[0][1]] if table else []
    odd = next((title for title in titles if title not in COLUMNS), None)
    if odd is not None or "ref" not in titles or len(set(titles)) < len(titles):
        raise Unable(say("became.columns", file=path.name, found=shown(odd or ", ".join(titles))))
    for line, cells in table[1:]:
        if any(cell.strip() for cell in cells):
            yield line, dict(zip(titles, cells, strict=False))
