"""What earlier scores weigh, in one sentence, and how many of us were not there before."""

from __future__ import annotations

from sessions.model.session import Session
from sessions.results.earlier_scores import means_to_weigh, score_before, weighs_earlier
from sessions.state import State
from sessions.wording import say, say_many
from sessions.wording.enumerations import titles_said


def earlier_words(model: Session) -> str:
    """Say what the earlier score weighs; nothing of a stage that follows none."""
    if not model.before or model.stage is None:
        return ""
    if not weighs_earlier(model):
        return say("stages.earlier-none" if means_to_weigh(model) else "stages.earlier-afresh")
    weight = model.stage.earlier
    return (
        say("stages.earlier-same") if weight == 1 else say("stages.earlier", weight=f"{weight.normalize():f}")
    )


def alone_words(model: Session) -> str:
    """Name those whose score is today's alone, where others have an earlier one weighed in."""
    if not weighs_earlier(model):
        return ""
    alone = [model.called(one.ref) for one in model.applications if score_before(model, one.ref) is None]
    return say("stages.story.alone", titles=titles_said(alone, most=len(alone))) if alone else ""


def new_since(state: State) -> int:
    """Count those who sit here now and whose seats were not taken at the stage before; never which."""
    if not state.model.before:
        return 0
    return len(set(state.taken) - set(state.model.before[-1].sat))


def new_words(state: State) -> str:
    """Say how many that is; nothing where it is nobody."""
    n = new_since(state)
    return say_many("stages.new-members", n) if n else ""
