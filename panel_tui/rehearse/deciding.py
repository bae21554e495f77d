"""What a pretend member does with a page: one act, or nothing because there is nothing left to do.

A page says what it is with its name and marks; what to say comes from the answer book. Each act has a key, and
an act once done is not done again while the room stands at the same thing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from sessions.model import Value

from .book import STEPPING_OUT, AnswerBook
from .page import Field, Form, Link, NotOnThePage, Page

PRACTICE = "practice"  # stands for the application and the criterion of the practice question
_BALLOT_PAGES = ("ballot", "rank", "received", "reason")  # where a member is who has put a ballot in


class Act(Value, frozen=True):
    """One thing to do: a form to send filled in, or a link to follow. `kind` says how long people think."""

    kind: str
    key: str
    way: Form | Link
    entries: Mapping[str, str] = {}


class Mind:
    """What one member keeps in mind: the seat, the book, and what has been done here already."""

    def __init__(self, seat: int, book: AnswerBook, criteria: Iterable[str]) -> None:
        """Know the questions too: a conflict may stand in the book at any one of them."""
        self.seat = seat
        self.book = book
        self.criteria = tuple(criteria)
        self._done: set[str] = set()
        self._at = ""

    def notice(self, page: Page) -> None:
        """Take the seat's number from a page that shows it, and forget what belonged to another place."""
        if page.marks.get("seat", "").isdecimal():
            self.seat = int(page.marks["seat"])
        if page.name not in _BALLOT_PAGES:
            self._forget("ballot")  # a ballot asked for anew, after one was set aside, is a new ballot
        at = page.marks.get("application", "")
        if at and at != self._at:
            self._forget("")
            self._at = at

    def did(self, act: Act) -> None:
        """Keep in mind that this was done."""
        self._done.add(act.key)

    def has_done(self, key: str) -> bool:
        """Say whether this was done already."""
        return key in self._done

    def conflicted(self, application: str) -> bool:
        """Say whether the book has this seat stepping out of an application."""
        return any(self.book.answer(self.seat, application, key) == STEPPING_OUT for key in self.criteria)

    def silent(self, application: str) -> bool:
        """Say whether the book has nothing at all from this seat for an application."""
        return all(self.book.answer(self.seat, application, key) is None for key in self.criteria)

    def _forget(self, kind: str) -> None:
        self._done = {key for key in self._done if not key.startswith(kind)}


def next_act(page: Page, mind: Mind) -> Act | None:
    """Find the next thing to do on a page. Raises NotOnThePage where the book's answer is not offered."""
    application = page.marks.get("application", "")
    step_out = page.signal("step-out")
    if application and step_out is not None and page.name != "stepping-out" and mind.conflicted(application):
        return _unless_done(mind, Act(kind="step-out", key=f"step-out {application}", way=step_out))
    differ = page.signal("differ")
    if differ is not None and mind.book.view(mind.seat, application):
        act = Act(kind="skip", key=f"differ {application}", way=differ)
        if not mind.has_done(act.key):
            return act
    form = page.main_form
    decide = _PAGES.get(page.name)
    if decide is None or form is None or form.method != "post":  # one that only fetches is "Look again"
        return None
    return _unless_done(mind, decide(page, form, mind))


def _unless_done(mind: Mind, act: Act | None) -> Act | None:
    return None if act is None or mind.has_done(act.key) else act


def _seat(page: Page, form: Form, _mind: Mind) -> Act | None:
    return Act(kind="seat", key=f"seat {form.action} {page.heading}", way=form)


def _practice(page: Page, form: Form, mind: Mind) -> Act | None:
    if not mind.book.practises:
        return None
    entries: dict[str, str] = {}
    for field in form.fields:
        if field.kind == "radio" and not field.untouched:
            said = str(mind.book.answer(mind.seat, PRACTICE, PRACTICE))
            entries[field.name] = said if field.offers(said) else field.choices[0].value
    return Act(kind="score", key=f"practice {form.action} {page.heading}", way=form, entries=entries)


def _score(page: Page, form: Form, mind: Mind) -> Act | None:
    application, criterion = form.hidden("application"), form.hidden("criterion")
    if mind.silent(application):
        return None
    said = mind.book.answer(mind.seat, application, criterion)
    key = f"score {application} {criterion}"
    if said is None or mind.has_done(key):
        skip = page.link("skip")
        return Act(kind="skip", key=f"skip {application} {criterion}", way=skip) if skip else None
    return Act(kind="score", key=key, way=form, entries=_put(form, ("answer", "other"), str(said)))


def _check(_page: Page, form: Form, mind: Mind) -> Act | None:
    application = form.hidden("application")
    if mind.silent(application):
        return None
    return Act(kind="check", key=f"check {application}", way=form)


def _stepping_out(page: Page, form: Form, mind: Mind) -> Act | None:
    application = page.marks.get("application", "") or form.hidden("application")
    # Only straight after asking to step out: later the same page is for coming back.
    if not mind.has_done(f"step-out {application}"):
        return None
    return Act(kind="check", key=f"step-out-confirmed {application}", way=form)


def _ballot(_page: Page, form: Form, mind: Mind) -> Act | None:
    application, number = form.hidden("application"), int(form.hidden("round"))
    said = mind.book.ballot(mind.seat, application, number)
    if said is None:
        return None
    key = f"ballot {application} {number}"
    return Act(kind="ballot", key=key, way=form, entries=_put(form, ("choice",), str(said)))


def _rank(_page: Page, form: Form, mind: Mind) -> Act | None:
    fields = [field for field in form.fields if field.kind == "select"]
    number = int(form.hidden("ballot"))
    order = mind.book.order(mind.seat, number, len(fields))
    if not order:
        return None
    entries = {field.name: str(place) for field, place in zip(fields, order, strict=True)}
    return Act(kind="ballot", key=f"ballot tie {number}", way=form, entries=entries)


def _reason(page: Page, form: Form, mind: Mind) -> Act | None:
    application = page.marks.get("application", "") or form.hidden("application")
    number = page.marks.get("round", "") or form.hidden("round")
    said = mind.book.reason(mind.seat, application, int(number or 0))
    box = next((field for field in form.fields if field.kind in ("textarea", "text")), None)
    if not said or box is None:
        return None
    return Act(kind="reason", key=f"reason {application} {number}", way=form, entries={box.name: said})


def _minority(page: Page, form: Form, mind: Mind) -> Act | None:
    application = page.marks.get("application", "")
    said = mind.book.view(mind.seat, application)
    if not said:
        return None
    return Act(kind="reason", key=f"minority {application}", way=form, entries=_own_words(form, said))


def _confidence(page: Page, form: Form, mind: Mind) -> Act | None:
    line = page.marks.get("position", "").partition(".")[0]
    said = mind.book.confidence(mind.seat, int(line)) if line.isdecimal() else None
    if said is None:
        return None
    return Act(kind="score", key=f"confidence {line}", way=form, entries=_put(form, ("choice",), str(said)))


def _workshop(page: Page, form: Form, mind: Mind) -> Act | None:
    """Weigh the list; a pretend member has nothing to suggest."""
    asked = [field for field in form.fields if field.kind == "radio"]
    given = {field.name: mind.book.importance(mind.seat, at) for at, field in enumerate(asked, start=1)}
    entries = {name: str(mark) for name, mark in given.items() if mark is not None}
    key = f"workshop {page.marks.get('position', '')}"
    return Act(kind="score", key=key, way=form, entries=entries) if entries else None


def _own_words(form: Form, said: str) -> dict[str, str]:
    """Put words into the box of a form. Raises NotOnThePage where it has none."""
    box = next((field for field in form.fields if field.kind in ("textarea", "text")), None)
    if box is None:
        raise NotOnThePage("textarea")
    return {box.name: said}


_PAGES: dict[str, Callable[[Page, Form, Mind], Act | None]] = {
    "seat": _seat,
    "practice": _practice,
    "score": _score,
    "check": _check,
    "stepping-out": _stepping_out,
    "ballot": _ballot,
    "rank": _rank,
    "reason": _reason,
    "minority": _minority,
    "confidence": _confidence,
    "workshop": _workshop,
}


def _put(form: Form, names: tuple[str, ...], said: str) -> dict[str, str]:
    """Put an answer into the first of these fields that takes it: a number is not typed where words are picked."""
    for name in names:
        field: Field | None = form.field(name)
        if field is not None and field.offers(said) and (field.kind != "number" or _is_number(said)):
            return {name: said}
    raise NotOnThePage(f"{names[0]}={said}")


def _is_number(said: str) -> bool:
    return said.removeprefix("-").isdecimal()
