"""Read scales and criteria: the words must fit the points, the keys must be short and each used once."""

from __future__ import annotations

import re
from decimal import Decimal

from panel_tui.folder.toml_table import TomlTable
from sessions.model.session import Criterion, Scale

POINTS = 101  # 0 to 100: the longest scale anyone has used on paper
SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")


def read_scale(table: TomlTable | None) -> Scale:
    """Read `[scale]`; the usual five words stand wherever there are five points and no other words."""
    if table is None:
        return Scale()
    scale = _scale(table, Scale())
    if scale.best == "low" and scale.words == Scale().words and not table.has("words"):
        table.warn("best", "words-and-best", found=scale.words[0])
    table.close()
    return scale


def read_criteria(tables: list[TomlTable], scale: Scale, top: TomlTable) -> tuple[Criterion, ...]:
    """Read every `[[criterion]]`; at least one, and one that counts, is needed."""
    criteria = tuple(_criterion(table, scale) for table in tables)
    seen: set[str] = set()
    for table, criterion in zip(tables, criteria, strict=True):
        if criterion.key and criterion.key in seen:
            table.fault("key", "twice", found=criterion.key)
        seen.add(criterion.key)
    if top.values.get("criterion", []) == []:
        top.fault("criterion", "no-criterion")
    elif criteria and not any(criterion.counted for criterion in criteria):
        tables[0].fault("counted", "none-counted")
    return criteria


def read_key(table: TomlTable) -> str:
    """Read the short name of a criterion or strand: small letters and digits, words joined by a dash."""
    key = table.text("key", needed=True, longest=40)
    if key and not SLUG.fullmatch(key):
        table.fault("key", "not-a-slug", found=key, meant=slug(key))
    return key


def slug(text: str) -> str:
    """Turn a few words into a short name such as `good-value`."""
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")[:40].strip("-") or "reach"


def _criterion(table: TomlTable, scale: Scale) -> Criterion:
    criterion = Criterion(
        key=read_key(table),
        question=table.text("question", needed=True),
        weight=table.number("weight", Decimal(1)),
        counted=table.flag("counted", default=True),
        scale=_scale(table, scale),
    )
    table.close()
    return criterion


def _scale(table: TomlTable, base: Scale) -> Scale:
    low = table.whole("low", base.low, low=-1000, high=1000)
    high = table.whole("high", base.high, low=-1000, high=1000)
    best = table.choice("best", ("high", "low"), base.best)
    points = high - low + 1
    if not 2 <= points <= POINTS:
        table.fault(
            "high" if table.has("high") else "low", "bad-scale", found=f"{low}, {high}", meant=str(POINTS)
        )
        return base
    usual = base.words if len(base.words) == points else ()
    words = table.texts("words", usual)
    if words and len(words) != points:
        table.fault("words", "words-do-not-fit", found=str(len(words)), meant=str(points))
        words = ()
    return Scale(low=low, high=high, best=best, words=words)
