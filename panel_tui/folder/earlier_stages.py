"""`before.json`: what the stages before came to, as `panel-tui stage` writes it. No card, note or member's score.

Of who took part it has seats alone: those that sat, and those whose ballots are in a count that people have seen. They
are needed so that no later count can be set against it to give somebody's ballot away.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct

from panel_tui.folder.fault import Fault, Refusal
from panel_tui.folder.safe_open import read_ours
from sessions.model.stage import EarlierApplication, EarlierStage, Stage
from sessions.model.text import clean, clean_lines

FILE = "before.json"
FORMAT = "panel-tui before 1"
MOST_BYTES = 4 * 1024 * 1024
MOST_STAGES, MOST_SEATS = 20, 500


class BeforeFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The file: its format by name, then the stages, the first one first."""

    format: str
    stages: tuple[EarlierStage, ...]


_decode = msgspec.json.Decoder(BeforeFile).decode
_encode = msgspec.json.Encoder(order="deterministic").encode


def before_bytes(stages: tuple[EarlierStage, ...]) -> bytes:
    """Write the file. The same stages give the same bytes."""
    return msgspec.json.format(_encode(BeforeFile(FORMAT, stages)), indent=1) + b"\n"


def read_before(
    folder: Path, stage: Stage | None
) -> tuple[tuple[EarlierStage, ...], tuple[Fault, ...], tuple[Fault, ...]]:
    """Return the stages before, what keeps them from being read, and what is odd. `stage` is what session.toml says."""
    follows = stage.follows if stage is not None else ""
    try:
        data = read_ours(folder / FILE, most=MOST_BYTES)
    except Refusal as refusal:
        if refusal.kind != "missing-file":
            return (), (refusal.fault(FILE),), ()
        return (), (), (Fault("session.toml", None, "before-missing"),) if follows else ()
    try:
        stages = _decode(data).stages if _is_ours(data) else ()
    except (ValueError, RecursionError):
        stages = ()
    if not stages or not all(map(_fit, stages)) or len(stages) > MOST_STAGES:
        return (), (Fault(FILE, None, "before-unfit"),), ()
    if stages[-1].id != follows:
        return (), (Fault(FILE, None, "before-other"),), ()
    return stages, (), ()


def _is_ours(data: bytes) -> bool:
    return FORMAT.encode() in data[:200]


def _fit(stage: EarlierStage) -> bool:
    """Whether a stage is such as the program writes: clean text, seats that can be, scores from 0 to 1."""
    texts = (stage.id, stage.head, stage.title, stage.name, stage.date)
    kept = tuple(text for one in stage.kept for text in (one.ask, *one.lines))
    seats = [*stage.sat, *(seat for one in stage.orders for seat in (*one.sure, *one.maybe))]
    whole = all(text == clean(text) for text in (*texts, *kept)) and 0 <= stage.applications <= 5000
    return whole and _seats_fit(seats) and all(map(_application_fits, stage.carried))


def _seats_fit(seats: list[int]) -> bool:
    return all(1 <= seat <= MOST_SEATS for seat in seats)


def _application_fits(one: EarlierApplication) -> bool:
    try:
        score = one.score
    except (ValueError, ZeroDivisionError):
        return False
    lines = (one.outcome, one.decision, one.reasons, one.conditions, *one.questions)
    shapes = (text for shape in one.shapes for text in (shape.key, shape.question, *shape.points))
    counts = (text for count in one.counts for text in (count.question, *count.options))
    texts = (one.ref, *shapes, *counts)
    seats = [seat for count in one.counts for seat in (*count.sure, *count.maybe)]
    seats += [seat for shape in one.shapes for seat in shape.sure]
    return (
        (score is None or 0 <= score <= 1)
        and all(text == clean_lines(text) for text in lines)
        and all(text == clean(text) for text in texts)
        and all(len(shape.points) == len(shape.counts) and min(shape.counts) >= 0 for shape in one.shapes)
        and _seats_fit(seats)
    )
