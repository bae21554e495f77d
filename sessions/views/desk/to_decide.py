"""What is recorded about each decision so far, and what there is to know before another is recorded."""

from __future__ import annotations

from sessions.model.decisions import ByQuestion, Verdict
from sessions.model.text import money
from sessions.state import State
from sessions.views.by_question import offered
from sessions.views.desk.choices import ToDecide
from sessions.views.desk.rules_asked import warned_of, why_before


def to_decide(state: State, ref: str) -> ToDecide:
    """Return what is recorded about an application's decision. Raises KeyError where there is no such one."""
    application = state.model.application(ref)
    decision = state.plan.decisions.get(ref)
    return ToDecide(
        ref,
        state.model.called(ref),
        money(application.asked, state.model.currency),
        decision.verdict if decision else None,
        decision.amount if decision and decision.verdict is Verdict.PART else None,
        decision.conditions if decision else "",
        decision.reasons if decision else "",
        application.asked,
        decision.words if decision else "",
        state.model.verdicts,
        offered(state, ref),
        state.by_question.get(ref, ByQuestion()),
        warned_of(state, ref),
        why_before(state, ref),
    )


def decidable(state: State) -> tuple[ToDecide, ...]:
    """List every application, in the order it is heard; none before the session has begun."""
    if state.session is None:
        return ()
    return tuple(to_decide(state, application.ref) for application in state.model.applications)
