"""Expand the agenda of session.toml: one step a line, `applications` becoming one for each not named elsewhere."""

from __future__ import annotations

from sessions.agenda import USUAL_MINUTES, default_agenda
from sessions.model import Application, Step, StepKind

from .fault import nearest, shown
from .table import Table

EACH = "applications"
KINDS = (*StepKind, EACH)
LONGEST = 600  # minutes; a step of more than ten hours is a slip of the key


class Line:
    """One `[[step]]` as written, before `applications` is expanded."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.kind = _kind(table)
        self.title = table.text("title")
        self.ref = table.text("ref")
        usual = USUAL_MINUTES[StepKind.APPLICATION if self.kind == EACH else StepKind(self.kind)]
        self.minutes = table.whole("minutes", usual, low=1, high=LONGEST)
        table.close()


def _kind(table: Table) -> str:
    if not table.has("kind"):
        table.fault("kind", "missing-key")
    return table.choice("kind", KINDS, StepKind.NOTE)


def read_lines(tables: list[Table]) -> list[Line]:
    """Read every `[[step]]` as written."""
    lines = [Line(table) for table in tables]
    expanding = [line for line in lines if line.kind == EACH]
    for again in expanding[1:]:
        again.table.fault("kind", "applications-twice")
    for line in lines:
        if line.ref and line.kind != StepKind.APPLICATION:
            line.table.fault("ref", "ref-without-application", found=shown(line.ref))
        if line.kind == StepKind.APPLICATION and not line.ref:
            line.table.fault("ref", "application-without-ref")
    return lines


def expand(
    lines: list[Line], applications: tuple[Application, ...], refs: dict[str, str]
) -> tuple[Step, ...]:
    """Give the agenda in steps, the default where no line is given; `refs` maps names as written to refs."""
    if not lines:
        return default_agenda(applications)
    for line in lines:
        if line.ref and line.ref.casefold() not in refs:
            likely = nearest(line.ref, [application.ref for application in applications])
            line.table.fault(
                "ref", "unknown-ref" if likely else "unknown-ref-bare", found=shown(line.ref), meant=likely
            )
    named = [refs.get(line.ref.casefold(), "") for line in lines]
    _warn_of_twice_and_never(lines, named, applications)
    rows: list[tuple[Line, str]] = []
    for line, ref in zip(lines, named, strict=True):
        if line.kind == EACH:
            rows += [(line, application.ref) for application in applications if application.ref not in named]
        else:
            rows.append((line, ref))
    return tuple(_step(number, line, ref) for number, (line, ref) in enumerate(rows, start=1))


def _step(number: int, line: Line, ref: str) -> Step:
    each = line.kind == EACH
    kind = StepKind.APPLICATION if each else StepKind(line.kind)
    return Step(key=f"s{number}", kind=kind, minutes=line.minutes, title="" if each else line.title, ref=ref)


def _warn_of_twice_and_never(
    lines: list[Line], named: list[str], applications: tuple[Application, ...]
) -> None:
    for at, (line, ref) in enumerate(zip(lines, named, strict=True)):
        if ref and ref in named[:at]:
            line.table.warn("ref", "heard-twice", found=ref)
    never = [application.ref for application in applications if application.ref not in named]
    if never and not any(line.kind == EACH for line in lines):
        lines[-1].table.warn("kind", "never-heard", found=", ".join(never[:10]), meant=str(len(never)))
