"""Remember which columns a person named for a spreadsheet that could not be used yet, so that nobody is asked twice.

Kept until the day is made, in the user's own data folder; only titles of columns, never what stands below them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from sessions.wording import say

from .folder import NewReport, Question, new_folder
from .opening.known import write_for_owner
from .paths import columns_named

_MOST = 20  # spreadsheets; the oldest are let go

Kept = dict[str, dict[str, str]]  # titles by field, by spreadsheet


def new_as_before(
    folder: Path,
    source: Path,
    mapping: Mapping[str, str],
    ask: Callable[[Question], str] | None,
    same: Callable[[dict[str, str]], bool],
) -> NewReport:
    """Make a folder as `new_folder` does.

    `same` offers what was named last time, and says whether it is taken; if so, the rest is not asked.
    """
    before = {field: title for field, title in _named(source).items() if field not in mapping}
    taken = bool(before) and ask is not None and same(before)
    if taken:
        report = new_folder(folder, source, {**before, **mapping}, _only_needed(ask))
        taken = not any(fault.kind.startswith("map-no-column") for fault in report.faults)
    if not taken:  # never asked before, or the spreadsheet has other titles by now
        report = new_folder(folder, source, mapping, ask)
    _keep(source, {} if report.made else {**(before if taken else {}), **report.answered})
    return report


def said_before(before: Mapping[str, str]) -> str:
    """Say which columns were named last time."""
    parts = (say("command.named-before", field=field, title=title) for field, title in before.items())
    return say("command.named-last-time", columns="; ".join(parts))


def _only_needed(ask: Callable[[Question], str] | None) -> Callable[[Question], str]:
    return lambda question: ask(question) if ask is not None and question.needed else ""


def _named(source: Path) -> dict[str, str]:
    named = _all().get(str(source.resolve()), {})
    return {f: t for f, t in named.items() if isinstance(f, str) and isinstance(t, str)}


def _all() -> Kept:
    try:
        kept = json.loads(columns_named().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(kept, dict):
        return {}
    return {source: named for source, named in kept.items() if isinstance(named, dict)}


def _keep(source: Path, named: dict[str, str]) -> None:
    kept, key = _all(), str(source.resolve())
    if kept.pop(key, {}) == named == {}:
        return
    others = dict(list(kept.items())[-(_MOST - 1) :])
    write_for_owner(columns_named(), json.dumps({**others, key: named} if named else others))
