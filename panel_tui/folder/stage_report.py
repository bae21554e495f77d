"""Say what `check` found about the stage: which it is, what it follows, what it decides, what earlier scores weigh."""

from __future__ import annotations

from sessions.model.session import Session
from sessions.model.text import money
from sessions.views.earlier_scores import alone_words, earlier_words
from sessions.wording import say


def stage_lines(session: Session) -> list[str]:
    """Say it; nothing of a session that is no stage of a programme."""
    stage = session.stage
    if stage is None:
        return []
    name = stage.name.value
    lines = [say("folder.check-stage", name=name)]
    if session.before:
        here = {one.ref for one in session.applications}
        last = session.before[-1]
        came = sum(one.ref in here for one in last.carried)
        lines = [say("folder.check-stage-follows", name=name, title=last.title, n=came)]
        lines += filter(None, (earlier_words(session), alone_words(session)))
        if _asks_again(session):
            lines.append(say("folder.check-stage-asks-again"))
    if session.places is not None:
        lines.append(say("folder.check-verdicts", verdicts=", ".join(session.verdicts)))
        if session.pot:
            lines.append(say("folder.check-pot", pot=money(session.pot, session.currency)))
    return lines


def _asks_again(session: Session) -> bool:
    """Whether something is scored by a question that an earlier stage showed how we scored it by."""
    now = {(one.key, one.question) for one in session.criteria}
    carried = (one for stage in session.before for one in stage.carried)
    return any((shape.key, shape.question) in now for one in carried for shape in one.shapes)
