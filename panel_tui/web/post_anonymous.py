"""Posts without a name, kept in memory only: another view, how confident, and signals."""

from __future__ import annotations

from starlette.responses import Response

from panel_tui.web.forms import not_understood, whole_number
from panel_tui.web.member_posts import MemberPost, member_post
from panel_tui.web.preferences import page_before
from panel_tui.web.responses import again, onward
from sessions.decide.workshop import SUGGESTIONS
from sessions.model.phases import Phase
from sessions.results.workshop import MOST
from sessions.views.phone.current_page import Ask
from sessions.views.phone.pages import SIGNALS
from sessions.views.phone.scoring import may_change
from sessions.wording import say


@member_post("application", "view")
async def minority(post: MemberPost) -> None:
    """Take another view, or that there is none; the reply is the same whatever was written."""
    post.room.anonymous_answers.differ(post.seat, post.fields["application"], post.fields["view"])


@member_post("application", "question", mend=Ask("my-questions"))
async def my_questions(post: MemberPost) -> None:
    """Take what a member would ask; the reply is the same whatever was written."""
    post.room.anonymous_answers.ask(post.seat, post.fields["application"], post.fields["question"])


def _number(post: MemberPost) -> int:
    """Read which closing question an answer is to: the first where the form does not say."""
    return (whole_number(post.fields["number"]) or 0) if post.fields["number"] else 1


@member_post("position", "number", "choice", mend=lambda post: Ask("confidence", _number(post)))
async def confidence(post: MemberPost) -> None:
    """Take an answer to a closing question; an answer to another time of the day is late."""
    fields = post.fields
    post.room.anonymous_answers.feel(post.seat, fields["position"], fields["choice"], _number(post))


@member_post("position", "choice", mend=Ask("open-scores"))
async def open_scores(post: MemberPost) -> None:
    """Take whether this member agrees to turning scores over; the reply is the same whatever was said."""
    post.room.anonymous_answers.agree(post.seat, post.fields["position"], post.fields["choice"])


_BOXES = [f"s{n}" for n in range(1, SUGGESTIONS + 1)]
_QUESTIONS = [f"q{n}" for n in range(1, MOST + 1)]


@member_post("position", *_BOXES, *_QUESTIONS, mend=Ask("workshop"))
async def workshop(post: MemberPost) -> None:
    """Take suggestions, or how much each question matters."""
    fields, given = post.fields, post.room.anonymous_answers
    if post.room.state.plan.phase is Phase.WORKSHOP:
        given.suggest(post.seat, fields["position"], [fields[box] for box in _BOXES])
    else:
        given.weigh(post.seat, fields["position"], fields)


@member_post("signal", "back")
async def signal(post: MemberPost) -> Response:
    """Raise a signal or take it back, and go back to the page it was sent from.

    A mistake that its member can mend leads to the list of answers, and nobody is told.
    """
    if post.fields["signal"] not in SIGNALS:
        raise not_understood()
    kind, back, signals = post.fields["signal"], post.fields["back"] == "yes", post.room.signals
    if kind == "mistake" and not back and may_change(post.room.state, post.seat):
        return again(post.request, say("phone.mistake-change"), status=200, ask=Ask("check"))
    change = signals.take_back if back else signals.put_up
    change(post.seat, kind)
    return onward(f"{page_before(post.request)}#{'signals' if back else f'told-{kind}'}")
