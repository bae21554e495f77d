"""Remember which columns a person named for a layout, so that nobody is asked again next round.

Kept in the user's own data folder, and only what worked: titles of columns, never what stands below them. A layout is
known by all its titles together.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from panel_tui.folder import NewReport, Question, SheetChoices, new_folder
from panel_tui.system.fresh_files import write_for_owner
from panel_tui.system.paths import columns_named

_MOST = 20  # layouts; the oldest are let go

Kept = dict[str, dict[str, str]]  # titles by field, by layout


def new_as_before(
    folder: Path,
    source: Path,
    mapping: Mapping[str, str],
    ask: Callable[[Question], str | None] | None,
    *,
    choices: SheetChoices | None = None,
    announce: Callable[[str], None] = lambda _said: None,
) -> NewReport:
    """Make a folder as `new_folder` does, offering the columns named before for such a spreadsheet."""

    def recall(titles: Sequence[str]) -> Mapping[str, str]:
        return {field: title for field, title in _named(titles).items() if field not in mapping}

    report = new_folder(
        folder, source, mapping, ask, choices=choices, recall=recall if ask else None, announce=announce
    )
    if report.worked and report.answered:
        _keep(report.titles, dict(report.answered))
    return report


def _layout(titles: Sequence[str]) -> str:
    return hashlib.sha256("\0".join(titles).encode()).hexdigest()[:32]


def _named(titles: Sequence[str]) -> dict[str, str]:
    named = _all().get(_layout(titles), {})
    return {f: t for f, t in named.items() if isinstance(f, str) and isinstance(t, str)}


def _all() -> Kept:
    try:
        kept = json.loads(columns_named().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(kept, dict):
        return {}
    return {layout: named for layout, named in kept.items() if isinstance(named, dict)}


def _keep(titles: Sequence[str], named: dict[str, str]) -> None:
    layout, kept = _layout(titles), _all()
    if kept.pop(layout, {}) == named:
        return
    others = dict(list(kept.items())[-(_MOST - 1) :])
    write_for_owner(columns_named(), json.dumps({**others, layout: named}))
