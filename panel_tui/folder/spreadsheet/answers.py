"""What an answer makes of the choices; an answer that says nothing we know leaves them, and is asked for again."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec.structs import replace

from panel_tui.folder.currencies import is_code
from panel_tui.folder.spreadsheet.called import columns_called
from panel_tui.folder.spreadsheet.changing import CHANGE, CHANGES, MAKE, OF_COLUMN
from panel_tui.folder.spreadsheet.choices import SheetChoices, rows_named
from panel_tui.folder.spreadsheet.question import Question
from panel_tui.folder.spreadsheet.questions import ALL, LEAVE, NO, TAKE, YES

Reply = Callable[[SheetChoices, Question, str], SheetChoices | None]

BACK = "back"


def answered(choices: SheetChoices, question: Question, answer: str) -> SheetChoices | None:
    """Return the choices with this answer among them; None where it says nothing we know."""
    words = answer.strip() or question.proposed
    return _REPLIES[question.kind](choices, question, words)


def picked(question: Question, words: str) -> str:
    """Return the option that was meant, by key, words or number."""
    folded = words.casefold()
    for option in question.options:
        if folded in (option.key.casefold(), option.words.casefold()):
            return option.key
    if words.isdecimal() and 0 < int(words[:4]) <= len(question.options):
        return question.options[int(words[:4]) - 1].key
    return ""


def _sheet(choices: SheetChoices, question: Question, words: str) -> SheetChoices | None:
    key = picked(question, words)
    every = tuple(option.key for option in question.options if option.key != ALL)
    return replace(choices, sheets=every if key == ALL else (key,), pending="") if key else None


def _same(choices: SheetChoices, question: Question, words: str) -> SheetChoices | None:
    key = picked(question, words) or {"y": YES, "n": NO}.get(words.casefold(), "")
    if not key:
        return None
    return replace(choices, remembered=dict(question.said) if key == YES else {}, rest_asked=key == YES)


def _column(choices: SheetChoices, question: Question, words: str) -> SheetChoices | None:
    if moved := re.fullmatch(r"row\s*=?\s*(\d{1,6})", words, re.I):
        return replace(choices, row=int(moved[1]))
    found = columns_called(question.columns, words)
    titles = {option.words for option in question.options}
    if len(found) != 1 or question.columns[found[0]] not in titles:
        return None
    (field,) = question.fields
    return replace(choices, named={**choices.named, field: found[0]}, pending="")


def _rest(choices: SheetChoices, question: Question, words: str) -> SheetChoices | None:
    if not words:
        return replace(choices, rest_asked=True)
    field, sign, title = (part.strip() for part in words.partition("="))
    if not sign and field.casefold() in question.fields:
        return replace(choices, pending=f"{OF_COLUMN}{field.casefold()}")
    found = [at for at in columns_called(question.columns, title) if question.columns[at] in question.titles]
    if field.casefold() not in question.fields or len(found) != 1:
        return None
    return replace(choices, named={**choices.named, field.casefold(): found[0]})


def _rows(choices: SheetChoices, question: Question, words: str) -> SheetChoices | None:
    key = picked(question, words) if not re.fullmatch(r"[\d\s,;–-]+", words) else ""
    if key == LEAVE:
        return replace(choices, leave_out=(*choices.leave_out, *question.fields))
    if key == TAKE:
        return replace(choices, take_in=(*choices.take_in, *question.fields))
    out = rows_named(words)
    known = {name.rpartition("!")[2] for name in question.fields} | set(question.fields)
    if not out or not all(part in known for part in out):
        return None
    rest = tuple(name for name in question.fields if name not in out and name.rpartition("!")[2] not in out)
    return replace(choices, leave_out=(*choices.leave_out, *out), take_in=(*choices.take_in, *rest))


def _currency(choices: SheetChoices, question: Question, words: str) -> SheetChoices | None:
    code = picked(question, words) or words.upper()
    return replace(choices, currency=code, pending="") if is_code(code) else None


def _agree(choices: SheetChoices, question: Question, words: str) -> SheetChoices | None:
    """Make it, or change something: a word alone is asked about, `leave-out 3,5` is taken at once."""
    name, _, value = (part.strip() for part in words.replace("=", " ", 1).partition(" "))
    name = picked(question, words) or name.casefold()
    if name == MAKE:
        return replace(choices, agreed=True)
    if name in (*CHANGES, CHANGE) and not value:
        return replace(choices, pending=name)
    if name in CHANGES:
        return changed(choices, name, value)
    field, sign, title = (part.strip() for part in words.partition("="))
    found = columns_called(question.columns, title) if sign else []
    if field.casefold() in question.fields and len(found) == 1:
        return replace(choices, named={**choices.named, field.casefold(): found[0]})
    return None


def _change(choices: SheetChoices, question: Question, words: str) -> SheetChoices | None:
    name, _, value = words.partition(" ")
    if name.casefold() in CHANGES and value.strip():
        return changed(choices, name.casefold(), value.strip())
    key = picked(question, words)
    return replace(choices, pending=key) if key else None


def _field(choices: SheetChoices, question: Question, words: str) -> SheetChoices | None:
    key = picked(question, words)
    return replace(choices, pending=f"{OF_COLUMN}{key}") if key else None


def _written(choices: SheetChoices, question: Question, words: str) -> SheetChoices | None:
    (name,) = question.fields
    return changed(choices, name, words)


def changed(choices: SheetChoices, name: str, value: str) -> SheetChoices | None:
    """Change one thing. A row named to be left out is no longer taken in, and the other way round."""
    plain = replace(choices, pending="")
    if name in ("leave-out", "take-in"):
        parts = rows_named(value)
        if not parts:
            return None
        out = [part for part in plain.leave_out if part not in parts]
        taken = [part for part in plain.take_in if part not in parts]
        if name == "leave-out":
            return replace(plain, leave_out=(*out, *parts), take_in=tuple(taken))
        return replace(plain, take_in=(*taken, *parts), leave_out=tuple(out))
    if name == "row" and value.isdecimal():
        return replace(plain, row=int(value[:7]), named={}, rest_asked=True)
    if name == "sheet" and value:
        return replace(plain, sheets=_sheets(value), named={})
    if name == "currency" and is_code(value.upper()):
        return replace(plain, currency=value.upper())
    return None


def _sheets(value: str) -> tuple[str, ...]:
    return tuple(part.strip().strip('"') for part in value.split(";") if part.strip())


_REPLIES: dict[str, Reply] = {
    "sheet": _sheet,
    "same": _same,
    "column": _column,
    "rest": _rest,
    "rows": _rows,
    "currency": _currency,
    "agree": _agree,
    "change": _change,
    "field": _field,
    "written": _written,
}


def is_back(answer: str | None) -> bool:
    """Whether an answer goes one step back: Esc on a card, or Esc or “back” typed at a terminal."""
    return answer is None or answer.strip().casefold() in (BACK, "\x1b")
