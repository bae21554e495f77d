"""What is read from a folder before the first seat alone: it can be compared afterwards, and is not taken over."""

from __future__ import annotations

from sessions.model.funder_rule import FunderRule
from sessions.model.page_files import of_the_folder
from sessions.model.session import LOOKS_AT_ONE, Session, Step, StepKind
from sessions.plan.default_agenda import default_agenda


def settled_fields(model: Session) -> dict[str, str]:
    """Return each as text, by its name in the folder; of the Wi-Fi its name alone."""
    strands = "; ".join(
        f"{one.key} {'' if one.awards is None else one.awards}".strip() for one in model.strands
    )
    return {
        "currency": model.currency,
        "start": f"{model.start:%H:%M}" if model.start else "",
        "language": model.language,
        "joining": model.joining.value,
        "order": model.order,
        "wifi": model.wifi.name if model.wifi else "",
        "strands": strands,
        "stage": _stage(model),
        "funder_rule": "; ".join(_rule(one) for one in model.funder_rules),
        "eligible": ", ".join(one.ref for one in model.every_application if one.eligible is False),
        "wording": ", ".join(key for key, _ in model.wording),
    }


def _stage(model: Session) -> str:
    """Write a stage down: its name, places, decisions, and what an earlier score weighs."""
    one = model.stage
    if one is None:
        return ""
    places = "" if one.places is None else str(one.places)
    parts = (one.name.value, places, " / ".join(one.verdicts), f"earlier = {one.earlier.normalize():f}")
    return " · ".join(part for part in parts if part)


def _rule(one: FunderRule) -> str:
    limits = [f"{most:f}" for most in (one.max_award,) if most is not None]
    limits += [str(each) for each in (one.per_organisation,) if each is not None]
    return f"{one.rule} ({', '.join(limits)})" if limits else one.rule


def written_agenda(model: Session) -> object:
    """Return what was written of an agenda; nothing where it is the one made by itself."""
    made = default_agenda(model.applications)
    if [(s.kind, s.minutes, s.ref) for s in made] == [(s.kind, s.minutes, s.ref) for s in model.steps]:
        return None
    return (
        [
            (s.kind, s.minutes, s.title, s.questions, s.ask, s.file, _own_page(s))
            for s in model.steps
            if s.kind not in LOOKS_AT_ONE
        ],
        # an application's line is made anew wherever the sheet differs; whom we meet, and what we ask, is written
        [(s.ref, s.minutes, s.questions, s.ask) for s in model.steps if s.kind is StepKind.INTERVIEW],
    )


def _own_page(step: Step) -> tuple[str, str]:
    """Return what a page of the folder says; a page of ours may be worded anew by a later version."""
    return (step.text, step.easy) if of_the_folder(step) else ("", "")
