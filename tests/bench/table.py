"""What a bench says: lines of a table, each a ratio of two things measured in turn in the same run."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from msgspec import Struct


class Row(Struct, frozen=True):
    """One line: what was measured, against what, the ratio or figure, what was hoped for, and the spread seen."""

    what: str
    against: str
    figure: str
    target: str
    spread: str = ""
    met: bool | None = None


def apart(bench: Callable[[Path | None], list[Row]], on: Path | None) -> list[Row]:
    """Run a bench in a process of its own, so that its memory and all it has warmed up are its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as one:
        return one.submit(bench, on).result()


def percentile(samples: Sequence[float], share: float) -> float:
    """Give the order statistic at this share of the samples."""
    ordered = sorted(samples)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def ratio_row(
    what: str, against: str, ratios: Sequence[float], *, most: float | None = None, least: float | None = None
) -> Row:
    """Make the line of a ratio taken several times; its median counts."""
    middle = statistics.median(ratios)
    target = f"≤ {most:g}" if most is not None else f"≥ {least:g}" if least is not None else "–"
    met = middle <= most if most is not None else middle >= least if least is not None else None
    spread = f"{min(ratios):.2f}–{max(ratios):.2f} of {len(ratios)}"
    return Row(what, against, f"{middle:.2f} ×", target, spread, met)


def drawn(rows: Sequence[Row]) -> str:
    """Draw the lines under one another, as Markdown so that the README can hold them."""
    lines = ["| what | against | measured | target | spread |", "| --- | --- | --- | --- | --- |"]
    for row in rows:
        mark = {True: "", False: " **missed**", None: ""}[row.met]
        lines.append(f"| {row.what} | {row.against} | {row.figure}{mark} | {row.target} | {row.spread} |")
    return "\n".join(lines)
