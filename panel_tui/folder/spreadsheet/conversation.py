"""Hold the conversation about a file to its end: every answer can be taken back, and nothing is written by it."""

from __future__ import annotations

from msgspec.structs import replace

from panel_tui.folder.fault import Fault, listing
from panel_tui.folder.spreadsheet import answers
from panel_tui.folder.spreadsheet.called import title_of
from panel_tui.folder.spreadsheet.changing import STOP, agreeing
from panel_tui.folder.spreadsheet.choices import SheetChoices
from panel_tui.folder.spreadsheet.grid import Book
from panel_tui.folder.spreadsheet.judge import ReadingWay, Recall, judge
from panel_tui.folder.spreadsheet.plan import SheetPlan
from panel_tui.folder.spreadsheet.question import Ask, Question
from panel_tui.folder.spreadsheet.told import told
from sessions.model.session import Value

_MOST_TIMES = 3  # an answer that says nothing we know is asked for so often
_MOST_STEPS = 200


class Settled(Value, frozen=True):
    """How it ended: with a plan; with faults, which keep the folder from being made; or gone back from the first."""

    plan: SheetPlan | None = None
    faults: tuple[Fault, ...] = ()
    gone_back: bool = False
    agreed: bool = False  # somebody was shown what was decided, and said yes


def settle(book: Book, choices: SheetChoices, ask: Ask | None, recall: Recall | None = None) -> Settled:
    """Read the file, asking what is open where somebody can be asked. Raises Refusal."""
    if ask is None:
        return settled_alone(book, choices)
    history, tries = [choices], 0
    for _ in range(_MOST_STEPS):
        outcome = judge(book, history[-1], ReadingWay(asking=True, recall=recall))
        if outcome.plan is None and outcome.question is None:
            return settled_alone(book, history[-1])
        question = outcome.question
        if question is None and outcome.plan is not None:
            question = _agree(outcome.plan, history[-1], asked=len(history) > 1)
        if question is None:
            return Settled(outcome.plan, agreed=history[-1].agreed)
        answer = ask(question)
        if answer is None or answers.is_back(answer):
            if len(history) == 1:
                return Settled(gone_back=True)
            history, tries = history[:-1], 0
            continue
        if question.kind == "agree" and answers.picked(question, answer.strip() or question.proposed) == STOP:
            return settled_alone(book, history[-1])
        nothing = not answer.strip() and question.needed and not question.proposed
        made = None if nothing else answers.answered(history[-1], question, answer)
        if made is not None:
            history, tries = [*history, made], 0
            continue
        tries += 1
        if nothing or tries >= _MOST_TIMES:
            return settled_alone(book, history[-1])
    return settled_alone(book, history[-1])


def _agree(plan: SheetPlan, choices: SheetChoices, *, asked: bool) -> Question | None:
    """Show the plan; nothing to ask where it was agreed to, or where nothing had to be decided."""
    plain = not asked and len(told(plan)) == 1
    if (choices.agreed or plain) and not plan.faults:
        return None
    called = tuple(title_of(plan.table.titles, at) for at in range(len(plan.table.titles)))
    said = listing(plan.faults) if plan.faults else "\n".join(told(plan))
    return agreeing(said, called, len(plan.book.grids), sound=not plan.faults)


def settled_alone(book: Book, choices: SheetChoices) -> Settled:
    """Read it with nobody to ask: each open question is a fault that names the option that answers it."""
    faults: list[Fault] = []
    choices, skip = replace(choices, pending="", agreed=False), frozenset[str]()
    for _ in range(_MOST_STEPS):
        outcome = judge(book, choices, ReadingWay(skip=skip))
        question = outcome.question
        if question is None:
            plan = outcome.plan
            return Settled(plan, (*faults, *outcome.faults, *(plan.faults if plan else ())))
        if question.fault is not None:
            faults.append(question.fault)
        if question.kind == "column":
            skip |= set(question.fields)
        else:
            choices = _gone_on(choices, question)
    return Settled(None, tuple(faults))


def _gone_on(choices: SheetChoices, question: Question) -> SheetChoices:
    """Go on as proposed, only to find what else there is to say."""
    likely = question.proposed or question.options[0].key
    return answers.answered(choices, question, likely) or choices
