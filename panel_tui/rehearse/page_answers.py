"""What a pretend member does with a page: one act, or nothing because there is nothing left to do.

A page says what it is with its name and marks; what to say comes from the answer book. Each act has a key, and
an act once done is not done again while the room stands at the same thing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from panel_tui.folder.answer_rows import STEPPING_OUT
from panel_tui.rehearse.answer_book import AnswerBook
from panel_tui.rehearse.html_page import Form, FormField, HtmlPage, Link, NotOnThePage
from sessions.model.session import Value
from sessions.results.workshop import SHARED

PRACTICE = "practice"  # stands for the application and the criterion of the practice question
_BALLOT_PAGES = (
    "ballot",
    "rank",
    "ask-the-room",
    "received",
    "reason",
)  # where a member is who has put a ballot in


class MemberAct(Value, frozen=True):
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

    def notice(self, page: HtmlPage) -> None:
        """Take the seat's number from a page that shows it, and forget what belonged to another place."""
        if page.marks.get("seat", "").isdecimal():
            self.seat = int(page.marks["seat"])
        if page.name not in _BALLOT_PAGES:
            self._forget("ballot")  # a ballot asked for anew, after one was set aside, is a new ballot
        if page.name == "interview":
            self._forget("")  # it is scored anew once its applicants have been met
        at = page.marks.get("application", "")
        if at and at != self._at:
            self._forget("")
            self._at = at

    def did(self, act: MemberAct) -> None:
        """Keep in mind that this was done."""
        self._done.add(act.key)

    def has_done(self, key: str) -> bool:
        """Whether this was done already."""
        return key in self._done

    def conflicted(self, application: str) -> bool:
        """Whether the book has this seat stepping out of an application."""
        return any(self.book.answer(self.seat, application, key) == STEPPING_OUT for key in self.criteria)

    def silent(self, application: str) -> bool:
        """Whether the book has nothing at all from this seat for an application."""
        return all(self.book.answer(self.seat, application, key) is None for key in self.criteria)

    def _forget(self, kind: str) -> None:
        self._done = {key for key in self._done if not key.startswith(kind)}


def next_act(page: HtmlPage, mind: Mind) -> MemberAct | None:
    """Find the next thing to do on a page. Raises NotOnThePage where the book's answer is not offered."""
    application = page.marks.get("application", "")
    step_out = page.signal("step-out")
    if application and step_out is not None and page.name != "stepping-out" and mind.conflicted(application):
        return _unless_done(mind, MemberAct(kind="step-out", key=f"step-out {application}", way=step_out))
    differ = page.signal("differ")
    if differ is not None and mind.book.view(mind.seat, application):
        act = MemberAct(kind="skip", key=f"differ {application}", way=differ)
        if not mind.has_done(act.key):
            return act
    ask = page.signal("ask")
    if ask is not None and mind.book.question(mind.seat, application):
        act = MemberAct(kind="skip", key=f"to ask {application}", way=ask)
        if not mind.has_done(act.key):
            return act
    form = page.main_form
    decide = ANSWERED_PAGES.get(page.name)
    if decide is None or form is None or form.method != "post":  # one that only fetches is "Look again"
        return None
    return _unless_done(mind, decide(page, form, mind))


def _unless_done(mind: Mind, act: MemberAct | None) -> MemberAct | None:
    return None if act is None or mind.has_done(act.key) else act


def _seat(page: HtmlPage, form: Form, _mind: Mind) -> MemberAct | None:
    return MemberAct(kind="seat", key=f"seat {form.action} {page.heading}", way=form)


def _overnight(page: HtmlPage, form: Form, _mind: Mind) -> MemberAct | None:
    """Say that one is here again."""
    return MemberAct(kind="seat", key=f"here {page.marks.get('position', '')}", way=form)


def _practice(page: HtmlPage, form: Form, mind: Mind) -> MemberAct | None:
    if not mind.book.practises:
        return None
    entries: dict[str, str] = {}
    for field in form.fields:
        if field.kind == "radio" and not field.untouched:
            said = str(mind.book.answer(mind.seat, PRACTICE, PRACTICE))
            entries[field.name] = said if field.offers(said) else field.choices[0].value
    key = f"practice {form.action} {page.heading}"
    return MemberAct(kind="score" if entries else "check", key=key, way=form, entries=entries)


def _score(page: HtmlPage, form: Form, mind: Mind) -> MemberAct | None:
    application, criterion = form.hidden("application"), form.hidden("criterion")
    if mind.silent(application):
        return None
    said = mind.book.answer(mind.seat, application, criterion)
    key = f"score {application} {criterion}"
    if said is None or mind.has_done(key):
        skip = page.link("skip")
        return MemberAct(kind="skip", key=f"skip {application} {criterion}", way=skip) if skip else None
    return MemberAct(kind="score", key=key, way=form, entries=_put(form, ("answer", "other"), str(said)))


def _check(_page: HtmlPage, form: Form, mind: Mind) -> MemberAct | None:
    application = form.hidden("application")
    if mind.silent(application):
        return None
    return MemberAct(kind="check", key=f"check {application}", way=form)


def _stepping_out(page: HtmlPage, form: Form, mind: Mind) -> MemberAct | None:
    application = page.marks.get("application", "") or form.hidden("application")
    if page.marks.get("out") == "late":
        return MemberAct(kind="check", key=f"late {application}", way=form)
    # Only straight after asking to step out: later the same page is for coming back.
    if not mind.has_done(f"step-out {application}"):
        return None
    return MemberAct(kind="check", key=f"step-out-confirmed {application}", way=form)


def _ballot(_page: HtmlPage, form: Form, mind: Mind) -> MemberAct | None:
    application, number = form.hidden("application"), int(form.hidden("round"))
    said = mind.book.ballot(mind.seat, application, number)
    if said is None:
        return None
    key = f"ballot {application} {number}"
    return MemberAct(kind="ballot", key=key, way=form, entries=_put(form, ("choice",), str(said)))


def _rank(_page: HtmlPage, form: Form, mind: Mind) -> MemberAct | None:
    fields = [field for field in form.fields if field.kind == "select"]
    number = int(form.hidden("ballot"))
    if not fields:
        return _first_of_two(form, number, mind)
    order = mind.book.order(mind.seat, number, len(fields))
    if not order:
        return None
    entries = {field.name: str(place) for field, place in zip(fields, order, strict=True)}
    return MemberAct(kind="ballot", key=f"ballot tie {number}", way=form, entries=entries)


def _first_of_two(form: Form, number: int, mind: Mind) -> MemberAct | None:
    """Press the button of the one that is put first."""
    order = mind.book.order(mind.seat, number, 2)
    if not order:
        return None
    way = form.pressed(form.buttons[order.index(1)].name)
    return MemberAct(kind="ballot", key=f"ballot tie {number}", way=way)


def _ask_the_room(_page: HtmlPage, form: Form, mind: Mind) -> MemberAct | None:
    number = int(form.hidden("ballot"))
    asked = next(field for field in form.fields if field.kind == "radio")
    said = mind.book.answered(mind.seat, number, len(asked.choices) - 1)  # the last is "I can't say"
    if said is None:
        return None
    key = f"ballot asked {number}"
    return MemberAct(kind="ballot", key=key, way=form, entries=_put(form, ("choice",), str(said)))


def _reason(page: HtmlPage, form: Form, mind: Mind) -> MemberAct | None:
    application = page.marks.get("application", "") or form.hidden("application")
    number = page.marks.get("round", "") or form.hidden("round")
    said = mind.book.reason(mind.seat, application, int(number or 0))
    box = next((field for field in form.fields if field.kind in ("textarea", "text")), None)
    if not said or box is None:
        return None
    return MemberAct(kind="reason", key=f"reason {application} {number}", way=form, entries={box.name: said})


def _minority(page: HtmlPage, form: Form, mind: Mind) -> MemberAct | None:
    application = page.marks.get("application", "")
    said = mind.book.view(mind.seat, application)
    if not said:
        return None
    return MemberAct(kind="reason", key=f"minority {application}", way=form, entries=_own_words(form, said))


def _my_questions(page: HtmlPage, form: Form, mind: Mind) -> MemberAct | None:
    application = page.marks.get("application", "")
    said = mind.book.question(mind.seat, application)
    if not said:
        return None
    return MemberAct(kind="reason", key=f"ask {application}", way=form, entries=_own_words(form, said))


def _confidence(page: HtmlPage, form: Form, mind: Mind) -> MemberAct | None:
    line, question = page.marks.get("position", "").partition(".")[0], form.marks.get("question", "")
    said = mind.book.felt(mind.seat, int(line), question) if line.isdecimal() else None
    if said is None:
        return None
    key = f"confidence {line} {question}"
    return MemberAct(kind="score", key=key, way=form, entries=_put(form, ("choice",), str(said)))


def _open_scores(page: HtmlPage, form: Form, _mind: Mind) -> MemberAct | None:
    """Agree to turning scores over; a pretend member changes none of its own."""
    if form.field("choice") is None:
        return None
    key = f"open-scores {page.marks.get('position', '')}"
    return MemberAct(kind="score", key=key, way=form, entries=_put(form, ("choice",), "yes"))


def _workshop(page: HtmlPage, form: Form, mind: Mind) -> MemberAct | None:
    """Share out the points, or suggest something for a list of our own: criteria are what a rehearsal is about."""
    line = page.marks.get("position", "")
    said = mind.book.suggestion(mind.seat, line) if "own" in form.marks else ""
    if said:
        return MemberAct(kind="reason", key=f"suggest {line}", way=form, entries=_own_words(form, said))
    asked = [field.name for field in form.fields if field.name.startswith("q")]
    matters = [int(mind.book.importance(mind.seat, at) or 0) for at in range(1, len(asked) + 1)]
    points = _shared(matters) if any(matters) else []
    entries = dict(zip(asked, map(str, points), strict=False))
    key = f"workshop {line}"
    return MemberAct(kind="score", key=key, way=form, entries=entries) if entries else None


def _shared(matters: list[int]) -> list[int]:
    """Share out the points by how much each matters; what is left over goes to those that matter most."""
    points = [SHARED * one // sum(matters) for one in matters]
    for at in sorted(range(len(matters)), key=lambda at: -matters[at])[: SHARED - sum(points)]:
        points[at] += 1
    return points


def _own_words(form: Form, said: str) -> dict[str, str]:
    """Put words into the box of a form. Raises NotOnThePage where it has none."""
    box = next((field for field in form.fields if field.kind in ("textarea", "text")), None)
    if box is None:
        raise NotOnThePage("textarea")
    return {box.name: said}


ANSWERED_PAGES: dict[str, Callable[[HtmlPage, Form, Mind], MemberAct | None]] = {
    "seat": _seat,
    "overnight": _overnight,
    "practice": _practice,
    "score": _score,
    "check": _check,
    "stepping-out": _stepping_out,
    "ballot": _ballot,
    "rank": _rank,
    "ask-the-room": _ask_the_room,
    "reason": _reason,
    "minority": _minority,
    "my-questions": _my_questions,
    "confidence": _confidence,
    "workshop": _workshop,
    "open-scores": _open_scores,
}


def _put(form: Form, names: tuple[str, ...], said: str) -> dict[str, str]:
    """Put an answer into the first of these fields that takes it: a number is not typed where words are picked."""
    for name in names:
        field: FormField | None = form.field(name)
        if field is not None and field.offers(said) and (field.kind != "number" or _is_number(said)):
            return {name: said}
    raise NotOnThePage(f"{names[0]}={said}")


def _is_number(said: str) -> bool:
    return said.removeprefix("-").isdecimal()
