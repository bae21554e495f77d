"""Posts about an application: answers, handing in, stepping out and coming back."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from sessions.answers import Answer, Kind, Source, score
from sessions.commands import ComeBack, GiveAnswer, HandIn, StepOut
from sessions.refusals import No, Refused
from sessions.views.pages import Score
from sessions.views.phone import Ask
from sessions.views.phone_scoring import open_after, skipped, still_asked
from sessions.wording import say

from .forms import counted, posted, whole_number
from .odd import not_understood
from .reception import reception
from .seats import goes_round, seat
from .showing import again, next_page, refused, seat_first

_LONGEST_ID = 64
_WORDS = {Kind.CANT_SAY.value: Kind.CANT_SAY, Kind.NOT_APPLICABLE.value: Kind.NOT_APPLICABLE}


async def answer(request: Request) -> Response:
    """Take one answer, then lead to the next question that has none."""
    fields = await posted(request, "application", "criterion", "id", "revision", "answer", "other", "helped")
    mine = seat(request)
    if mine is None:
        return seat_first(request)
    number = _number(request, fields["criterion"])
    here = Ask("question", number)
    typed, other = fields["answer"], fields["other"]
    if typed and other:
        return again(request, say("phone.both"), status=422, ask=here)
    if not typed and not other:
        return _nothing_picked(request, mine, fields["application"], number)
    if not fields["id"] or len(fields["id"]) > _LONGEST_ID:
        raise not_understood()
    given, revision = typed or other, counted(fields["revision"])
    try:
        await reception(request).room.do(
            GiveAnswer(
                seat=mine,
                application=fields["application"],
                criterion=fields["criterion"],
                answer=_meant(request, fields["criterion"], given),
                # a change of mind on the same page is another sending: it must not pass for a repeat
                id=f"{fields['id']}.{revision}.{given}.{fields['helped']}",
                revision=revision,
                source=Source.HAND_ROUND if goes_round(request) else Source.PHONE,
                helped=fields["helped"] == "yes",
            )
        )
    except Refused as refusal:
        return refused(request, refusal, here)
    return next_page(request, mine, _after(request, mine, number))


async def hand_in(request: Request) -> Response:
    """Count this member in."""
    fields = await posted(request, "application")
    mine = seat(request)
    if mine is None:
        return seat_first(request)
    return await _done(request, HandIn(mine, fields["application"]))


async def step_out(request: Request) -> Response:
    """Let a member with a conflict step out."""
    fields = await posted(request, "application")
    mine = seat(request)
    if mine is None:
        return seat_first(request)
    return await _done(request, StepOut(mine, fields["application"]))


async def come_back(request: Request) -> Response:
    """Let a member who stepped out by mistake come back."""
    fields = await posted(request, "application")
    mine = seat(request)
    if mine is None:
        return seat_first(request)
    return await _done(request, ComeBack(mine, fields["application"]))


async def _done(request: Request, command: HandIn | StepOut | ComeBack) -> Response:
    try:
        await reception(request).room.do(command)
    except Refused as refusal:
        return refused(request, refusal)
    return next_page(request, command.seat, Ask())


def _number(request: Request, criterion: str) -> int:
    """Give a question's number; nought where there is no such question, which the rules then refuse."""
    session = reception(request).room.state.session
    keys = [one.key for one in session.criteria] if session else []
    return keys.index(criterion) + 1 if criterion in keys else 0


def _meant(request: Request, criterion: str, given: str) -> Answer:
    """Read an answer as its member meant it. Raises Refused for what is no whole number."""
    if given in _WORDS:
        return Answer(_WORDS[given])
    value = whole_number(given)
    if value is not None:
        return score(value)
    try:
        scale = reception(request).room.state.model.criterion(criterion).scale
    except LookupError:
        raise Refused(No.NO_SUCH_QUESTION) from None
    raise Refused(No.NOT_ON_SCALE, low=scale.low, high=scale.high)


def _nothing_picked(request: Request, mine: int, application: str, number: int) -> Response:
    """Take pressing the button on a question answered before as leaving that answer as it is."""
    page = reception(request).room.page(mine, Ask("question", number))
    if isinstance(page, Score) and page.number == number and page.said and page.about.ref == application:
        return next_page(request, mine, _after(request, mine, number))
    return refused(request, Refused(No.NOTHING_CHOSEN), Ask("question", number))


def _after(request: Request, mine: int, number: int) -> Ask:
    """Find the way on: the next question without an answer, else the check page or where the member stands.

    A question skipped on purpose is not asked again at once; it stands on the check page as not answered.
    """
    state = reception(request).room.state
    if not still_asked(state, mine):
        return Ask()
    following = open_after(state, mine, number)
    if following is not None:
        return Ask("question", following)
    return Ask("check") if skipped(state, mine) else Ask()
