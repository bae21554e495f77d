"""Posts about an application: answers, handing in, stepping out and coming back; and that a member is here."""

from __future__ import annotations

from starlette.responses import Response

from panel_tui.room.room import Room
from panel_tui.web.forms import counted, not_understood, whole_number
from panel_tui.web.member_posts import MemberPost, member_post
from panel_tui.web.responses import again, next_page, page_for, shown
from panel_tui.web.seats import goes_round
from sessions.commands import (
    ChangeCard,
    ComeAgain,
    ComeBack,
    GiveAnswer,
    HandIn,
    PassTurn,
    SayNoConflict,
    StepOut,
)
from sessions.model.answers import Answer, Kind, Source, score
from sessions.model.refusals import No, Refused
from sessions.views.phone.current_page import Ask
from sessions.views.phone.pages import Score
from sessions.views.phone.scoring import open_after, skipped, still_asked
from sessions.wording import say

_LONGEST_ID = 64
_WORDS = {Kind.CANT_SAY.value: Kind.CANT_SAY, Kind.NOT_APPLICABLE.value: Kind.NOT_APPLICABLE}


def _question(post: MemberPost) -> Ask:
    """Name the page of the question that was answered; number 0 where there is no such question."""
    session, criterion = post.room.state.session, post.fields["criterion"]
    keys = [one.key for one in session.criteria] if session else []
    kind = "change" if post.fields["list"] else "question"
    return Ask(kind, keys.index(criterion) + 1 if criterion in keys else 0)


@member_post(
    "application", "criterion", "id", "revision", "answer", "other", "helped", "list", mend=_question
)
async def answer(post: MemberPost) -> Response:
    """Take one answer, then lead to the next question that has none."""
    fields, here = post.fields, _question(post)
    typed, other = fields["answer"], fields["other"]
    if typed and other:
        return again(post.request, say("phone.both"), status=422, ask=here, typed=fields)
    if not typed and not other:
        return _nothing_picked(post, here.number)
    if not fields["id"] or len(fields["id"]) > _LONGEST_ID:
        raise not_understood()
    given, revision = typed or other, counted(fields["revision"])
    await post.room.do(
        GiveAnswer(
            seat=post.seat,
            application=fields["application"],
            criterion=fields["criterion"],
            answer=_meant(post.room, fields["criterion"], given),
            # a change of mind on the same page is another sending: it must not pass for a repeat
            id=f"{fields['id']}.{revision}.{given}.{fields['helped']}",
            revision=revision,
            source=Source.HAND_ROUND if goes_round(post.request) else Source.PHONE,
            helped=fields["helped"] == "yes",
        )
    )
    return next_page(post.request, post.seat, _after(post, here.number))


def _card(post: MemberPost) -> Ask:
    """Name the page of the card that was to be changed."""
    return Ask("card", _question(post).number)


@member_post("application", "criterion", "answer", "other", "why", "list", mend=_card)
async def card(post: MemberPost) -> None:
    """Change one's own score after all have been turned over, and say why."""
    fields = post.fields
    typed, other = fields["answer"], fields["other"]
    if bool(typed) == bool(other):
        raise Refused(No.ONE_ANSWER if typed else No.NOTHING_CHOSEN)
    meant = _meant(post.room, fields["criterion"], typed or other)
    await post.room.do(
        ChangeCard(post.seat, fields["application"], fields["criterion"], meant, fields["why"])
    )


@member_post("application")
async def hand_in(post: MemberPost) -> Response:
    """Count this member in."""
    await post.room.do(HandIn(post.seat, post.fields["application"]))
    return next_page(post.request, post.seat, Ask())


@member_post("application")
async def step_out(post: MemberPost) -> Response:
    """Let a member with a conflict step out."""
    await post.room.do(StepOut(post.seat, post.fields["application"]))
    return next_page(post.request, post.seat, Ask())


@member_post("application", "sure")
async def come_back(post: MemberPost) -> Response:
    """Let a member who stepped out by mistake come back; asked once more first, whoever's tap it was."""
    try:
        await post.room.do(ComeBack(post.seat, post.fields["application"], sure=post.fields["sure"] == "yes"))
    except Refused as refusal:
        if not refusal.asks_again:
            raise
        return shown(post.request, page_for(post.request, Ask("come-back")))
    return next_page(post.request, post.seat, Ask())


@member_post("application")
async def no_conflict(post: MemberPost) -> Response:
    """Keep that a member has no conflict with a late application."""
    await post.room.do(SayNoConflict(post.seat, post.fields["application"]))
    return next_page(post.request, post.seat, Ask())


def _meant(room: Room, criterion: str, given: str) -> Answer:
    """Read an answer as its member meant it. Raises Refused for what is no whole number."""
    if given in _WORDS:
        return Answer(_WORDS[given])
    value = whole_number(given)
    if value is not None:
        return score(value)
    try:
        scale = room.state.model.criterion(criterion).scale
    except LookupError:
        raise Refused(No.NO_SUCH_QUESTION) from None
    raise Refused(No.NOT_ON_SCALE, low=scale.low, high=scale.high)


def _nothing_picked(post: MemberPost, number: int) -> Response:
    """Take pressing the button on a question answered before as leaving that answer as it is. Raises Refused."""
    page, application = post.room.page(post.seat, Ask("question", number)), post.fields["application"]
    if isinstance(page, Score) and page.number == number and page.said and page.about.ref == application:
        return next_page(post.request, post.seat, _after(post, number))
    raise Refused(No.NOTHING_CHOSEN)


def _after(post: MemberPost, number: int) -> Ask:
    """Find the way on: the list where the answer was changed out of it, else the next question without an answer.

    A question skipped on purpose is not asked again at once; it stands on the check page as not answered.
    """
    state = post.room.state
    if not still_asked(state, post.seat):
        return Ask()
    if post.fields["list"]:
        return Ask("check")
    following = open_after(state, post.seat, number)
    if following is not None:
        return Ask("question", following)
    return Ask("check") if skipped(state, post.seat) else Ask()


@member_post()
async def here(post: MemberPost) -> None:
    """Count this member in for the day."""
    await post.room.do(ComeAgain(post.seat))


@member_post("position")
async def pass_turn(post: MemberPost) -> None:
    """Pass this member's turn on; one who is late passes nothing."""
    await post.room.do(PassTurn(post.fields["position"], post.seat))
