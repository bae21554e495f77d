"""Write nights into session.toml where a plan is too long for its days, leaving the rest of it as people wrote it."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise
from pathlib import Path

from msgspec.structs import replace

from panel_tui.folder.safe_open import read_ours
from panel_tui.folder.session_folder import read_session
from panel_tui.folder.settings import FILE, MOST_BYTES, read_settings
from panel_tui.folder.steps import EACH, StepLine
from panel_tui.system.errors import Unable
from sessions.model.session import Session, Step, StepKind
from sessions.plan.days import REST, proposed_nights
from sessions.wording import say

KEPT = "session-before-split.toml"
_HEADER = re.compile(r"(?m)^[ \t]*\[")
_STEP = re.compile(r"[ \t]*\[\[[ \t]*(?:step|\"step\"|'step')[ \t]*\]\]")


def split(folder: Path, session: Session) -> int:
    """Write the nights in; give how many, nought where every day is short enough. Raises Unable."""
    places = proposed_nights(session.steps)
    if not places:
        return 0
    if session.order == "shuffled" and session.seed is None:
        raise Unable(say("nights.split.shuffled"))
    if (folder / KEPT).exists():
        raise Unable(say("nights.split.there", kept=KEPT))
    before = read_ours(folder / FILE, most=MOST_BYTES)
    settings, _notes = read_settings(before)
    assert settings is not None  # the session was read from it
    text = before.decode("utf-8-sig").replace("\r\n", "\n")
    (folder / KEPT).write_bytes(before)
    (folder / FILE).write_text(with_nights(text, settings.lines, session, places), encoding="utf-8")
    if not _only_nights_differ(session, read_session(folder).session):
        (folder / FILE).write_bytes(before)  # never leave a folder worse than it was
        raise Unable(say("nights.split.by-hand"))
    return len(places)


def _only_nights_differ(before: Session, after: Session | None) -> bool:
    if after is None or replace(after, steps=(), seed=before.seed) != replace(before, steps=()):
        return False
    rests = (StepKind.OVERNIGHT, StepKind.BREAK)
    work = [[(one.kind, one.ref, one.title, one.minutes) for one in day.steps if one.kind not in rests]
            for day in (before, after)]  # fmt: skip
    return work[0] == work[1]


def with_nights(text: str, lines: list[StepLine], session: Session, places: tuple[int, ...]) -> str:
    """Return the text with a night before each of these lines of the agenda; one break there gives way to it."""
    chunks, first = _blocks(text)
    if not lines or len(chunks) != len(lines):
        chunks, lines, first = [], [], len(text)
    made: list[str] = []
    at = nights = 0
    for chunk, count in zip(chunks, _counts(lines, session), strict=True):
        inside = any(at < place < at + count for place in places)
        for place in range(at, at + count):
            if place in places:
                nights += 1
                made.append(_night(session, nights))
            gives_way = session.steps[place].kind is StepKind.BREAK and place + 1 in places
            if inside:
                made.append(_written(session.steps[place]))
            elif place == at and not gives_way:
                made.append(chunk)
        at += count
    if not chunks:
        made = _whole(session, places)
    rest = _without_blocks(text)
    head, tail = (rest[:first], rest[first:]) if chunks else (rest.rstrip("\n") + "\n\n", "")
    return head + "\n\n".join(one.strip("\n") for one in made) + "\n" + ("\n" + tail if tail.strip() else "")


def _whole(session: Session, places: tuple[int, ...]) -> list[str]:
    made: list[str] = []
    for place, step in enumerate(session.steps):
        if place in places:
            made.append(_night(session, sum(one <= place for one in places)))
        if not (step.kind is StepKind.BREAK and place + 1 in places):
            made.append(_written(step))
    return made


def _counts(lines: list[StepLine], session: Session) -> list[int]:
    """Count the steps that each written line became."""
    others = sum(line.kind != EACH for line in lines)
    return [len(session.steps) - others if line.kind == EACH else 1 for line in lines]


def _spans(text: str) -> list[tuple[int, int]]:
    starts = [match.start() for match in _HEADER.finditer(text)] + [len(text)]
    return [(start, end) for start, end in pairwise(starts) if _STEP.match(text, start)]


def _blocks(text: str) -> tuple[list[str], int]:
    """Return the text of each `[[step]]`, and where the first stands."""
    spans = _spans(text)
    return [text[start:end] for start, end in spans], spans[0][0] if spans else len(text)


def _without_blocks(text: str) -> str:
    for start, end in reversed(_spans(text)):
        text = text[:start] + text[end:]
    return text


def _written(step: Step) -> str:
    rows = ["[[step]]", f'kind = "{step.kind}"']
    if step.ref:
        rows.append(f'ref = "{step.ref}"')
    if step.title:
        rows.append(f"title = {_quoted(step.title)}")
    if step.kind is not StepKind.OVERNIGHT:
        rows.append(f"minutes = {step.minutes}")
    if step.questions:
        rows.append(f"questions = [{', '.join(map(_quoted, step.questions))}]")
    return "\n".join(rows)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _night(session: Session, number: int) -> str:
    """Write a night with a day of rest after it; the date is ours to guess and theirs to change."""
    rows = ["[[step]]", 'kind = "overnight"']
    planned = any(
        step.kind is StepKind.OVERNIGHT for step in session.steps
    )  # then its dates are people's own
    if session.date and not planned:
        rows.append(f"next = {session.date + dt.timedelta(days=number * (REST + 1))}")
    if session.start:
        rows.append(f"start = {session.start:%H:%M:%S}")
    return "\n".join(rows)
