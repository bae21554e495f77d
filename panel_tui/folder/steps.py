"""Expand the agenda of session.toml: one step a line, `applications` becoming one for each not named elsewhere."""

from __future__ import annotations

import datetime as dt

from panel_tui.folder.fault import shown
from panel_tui.folder.toml_table import TomlTable
from sessions.model.answers import FELT, LONGEST_FELT, MOST_FELT
from sessions.model.session import LOOKS_AT_ONE, Application, Step, StepKind
from sessions.model.stage import EarlierStage
from sessions.plan.default_agenda import USUAL_MINUTES, default_agenda
from sessions.plan.interviews import MOST_QUESTIONS
from sessions.wording import say

EACH = "applications"
KINDS = (*StepKind, EACH)
LONGEST_QUESTION = 150  # characters; it has to be read from the back of the room
WITH_ASK = (StepKind.WORKSHOP, StepKind.INTERVIEW)
WITH_PAGES = (StepKind.LEARN, StepKind.NOTE)
LONGEST = 600  # minutes; a step of more than ten hours is a slip of the key


class StepLine:
    """One `[[step]]` as written, before `applications` is expanded."""

    def __init__(self, table: TomlTable) -> None:
        self.table = table
        self.kind = _kind(table)
        self.title = table.text("title")
        self.ref = table.text("ref")
        usual = USUAL_MINUTES[StepKind.APPLICATION if self.kind == EACH else StepKind(self.kind)]
        self.next: dt.date | None = None
        self.start: dt.time | None = None
        self.questions: tuple[str, ...] = ()
        # of a workshop, what it asks; of an interview, the workshop whose list it asks
        self.ask = table.text("ask", longest=LONGEST_QUESTION) if self.kind in WITH_ASK else ""
        self.text = self.easy = ""  # of its page, once that is read
        self.file = table.text("file") if self.kind in WITH_PAGES else ""
        if self.kind == StepKind.CONFIDENCE:
            self.questions = _questions(table)
        elif self.kind == StepKind.INTERVIEW:
            # what everybody we meet is asked; a line without takes the first line's that has some
            self.questions = table.texts("questions", (), longest=LONGEST_QUESTION)
        if self.kind == StepKind.OVERNIGHT:  # a night counts for nothing, so it has no minutes
            self.minutes = usual
            self.next = table.moment("next", dt.date, None)
            self.start = table.moment("start", dt.time, None)
        else:
            self.minutes = table.whole("minutes", usual, low=1, high=LONGEST)
        table.close()


def _kind(table: TomlTable) -> str:
    if not table.has("kind"):
        table.fault("kind", "missing-key")
    return table.choice("kind", KINDS, StepKind.NOTE)


def _questions(table: TomlTable) -> tuple[str, ...]:
    """Read what a step asks us about the day: names of ours, and the panel's own words."""
    asked = table.texts("questions", (), longest=LONGEST_FELT)
    if len(asked) > MOST_FELT:
        table.fault(
            "questions",
            "out-of-range",
            found=str(len(asked)),
            meant=say("folder.from-to", low=1, high=MOST_FELT),
        )
    for place, one in enumerate(asked):
        if one in asked[:place]:
            table.fault("questions", "twice", found=one)
        if one not in FELT and " " not in one:  # one word is sooner a slip of the key than a question
            table.unknown("questions", one, FELT)
    return asked


def read_lines(tables: list[TomlTable]) -> list[StepLine]:
    """Read every `[[step]]` as written."""
    lines = [StepLine(table) for table in tables]
    expanding = [line for line in lines if line.kind == EACH]
    for again in expanding[1:]:
        again.table.fault("kind", "applications-twice")
    for line in lines:
        if line.ref and line.kind not in LOOKS_AT_ONE:
            line.table.fault("ref", "ref-without-application", found=shown(line.ref))
        if line.kind == StepKind.APPLICATION and not line.ref:
            line.table.fault("ref", "application-without-ref")
        if line.kind == StepKind.INTERVIEW and not line.ref:
            line.table.fault("ref", "interviews.fault.ref")
    _same_questions(lines)
    return lines


def _same_questions(lines: list[StepLine]) -> None:
    """Let every interview ask what the first asks, where it has no questions of its own."""
    met = [line for line in lines if line.kind == StepKind.INTERVIEW]
    first = next((line for line in met if line.questions or line.ask), None)
    if met and first is None:
        met[0].table.fault("questions", "interviews.fault.questions")
    for line in met:
        if len(line.questions) + bool(line.ask) > MOST_QUESTIONS:  # a list to come brings one at least
            line.table.fault(
                "questions",
                "interviews.fault.many",
                found=str(len(line.questions)),
                meant=str(MOST_QUESTIONS),
            )
        if first is not None and not (line.questions or line.ask):
            line.questions, line.ask = first.questions, first.ask


def _asks_a_list(lines: list[StepLine], before: tuple[EarlierStage, ...]) -> None:
    """Look whether every interview that asks a list has one: of a workshop before it, or of an earlier stage."""
    known = {one.ask: None for stage in before for one in stage.kept}
    for line in lines:
        if line.kind == StepKind.WORKSHOP and line.ask:
            known[line.ask] = None
        elif line.kind == StepKind.INTERVIEW and line.ask and line.ask not in known:
            likely = line.table.notes.likely(line.ask, known)
            kind = "workshops.fault.ask" if likely else "workshops.fault.ask-bare"
            line.table.fault("ask", kind, found=shown(line.ask), meant=likely)


def expand(
    lines: list[StepLine],
    applications: tuple[Application, ...],
    refs: dict[str, str],
    before: tuple[EarlierStage, ...] = (),
) -> tuple[Step, ...]:
    """Return the agenda in steps, the default where no line is given; `refs` maps names as written to refs.

    `before` are the earlier stages, whose lists may be asked.
    """
    if not lines:
        return default_agenda(applications)
    _asks_a_list(lines, before)
    for line in lines:
        if line.ref and line.ref.casefold() not in refs:
            likely = line.table.notes.likely(line.ref, [application.ref for application in applications])
            line.table.fault(
                "ref", "unknown-ref" if likely else "unknown-ref-bare", found=shown(line.ref), meant=likely
            )
    named = [refs.get(line.ref.casefold(), "") for line in lines]
    _warn_of_twice_and_never(lines, named, applications)
    alone = {ref for line, ref in zip(lines, named, strict=True) if line.kind in LOOKS_AT_ONE}
    rows: list[tuple[StepLine, str]] = []
    for line, ref in zip(lines, named, strict=True):
        if line.kind == EACH:
            rows += [(line, application.ref) for application in applications if application.ref not in alone]
        else:
            rows.append((line, ref))
    return tuple(_step(number, line, ref) for number, (line, ref) in enumerate(rows, start=1))


def _step(number: int, line: StepLine, ref: str) -> Step:
    each = line.kind == EACH
    kind = StepKind.APPLICATION if each else StepKind(line.kind)
    return Step(
        key=f"s{number}",
        kind=kind,
        minutes=line.minutes,
        title="" if each else line.title,
        ref=ref,
        next=line.next,
        start=line.start,
        questions=line.questions,
        ask=line.ask,
        file=line.file,
        text=line.text,
        easy=line.easy,
    )


def _warn_of_twice_and_never(
    lines: list[StepLine], named: list[str], applications: tuple[Application, ...]
) -> None:
    for at, (line, ref) in enumerate(zip(lines, named, strict=True)):
        before = {one for one, other in zip(named[:at], lines, strict=False) if other.kind == line.kind}
        if ref and ref in before:
            line.table.warn("ref", "heard-twice", found=ref)
    never = [application.ref for application in applications if application.ref not in named]
    if never and not any(line.kind == EACH for line in lines):
        lines[-1].table.warn("kind", "never-heard", found=", ".join(never[:10]), meant=str(len(never)))
