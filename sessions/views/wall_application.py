"""An application's posters. Until the reveal they know how many are in, and nothing of what was said."""

from __future__ import annotations

import datetime as dt

from ..budget import outcome_of
from ..consensus import Advice, Outcome, heads
from ..decide.onward import advice, standing
from ..decide.unsigned import writers
from ..money import money
from ..scoring import FEWEST
from ..state import State, scores_of
from ..wording import say, say_many
from ..wording.seats import seats_said
from . import posters as p
from .box import InBox
from .frame import countdown
from .leaving import may_come_back
from .shapes import moved, round_bars, shapes
from .written import written

_TONES = {Outcome.YES: "yes", Outcome.NO: "no", Outcome.SPLIT: "split"}


def _stepping_out(state: State) -> str:
    # only those at the table: who has not come cannot step out
    n = sum(1 for seat, ref in state.conflicts if ref == state.application and state.seats[seat].here)
    return say_many("views.stepping-out", n) if n else ""


def introduce(state: State, _now: dt.datetime, bands: p.Frame) -> p.Introduce:
    """Say what the application is and what it asks for."""
    model = state.model
    application = model.application(state.application)
    least = money(application.least, model.currency) if application.least is not None else ""
    return p.Introduce(
        bands,
        application.title,
        application.organisation,
        application.place,
        say("views.asks", amount=money(application.asked, model.currency)),
        say("views.least", amount=least) if least else "",
        " ".join(filter(None, (may_come_back(state), _stepping_out(state)))),
    )


def reading(state: State, now: dt.datetime, bands: p.Frame) -> p.Reading:
    """Give quiet time to read."""
    summary = state.model.application(state.application).summary
    lines = (*((say("views.reading.where"),) if summary else ()), say("views.reading.ask"))
    return p.Reading(bands, say("views.reading.heading"), lines, countdown(state, now))


def scoring(state: State, now: dt.datetime, bands: p.Frame) -> p.Scoring:
    """Count who is in; nothing else is known here."""
    return _scoring(state, now, bands, closed=False)


def closed(state: State, now: dt.datetime, bands: p.Frame) -> p.Scoring:
    """Say that scoring is closed, before anything is shown."""
    return _scoring(state, now, bands, closed=True)


def _scoring(state: State, now: dt.datetime, bands: p.Frame, *, closed: bool) -> p.Scoring:
    scored = scores_of(state, state.application)
    if closed:
        lines: tuple[str, ...] = ("views.scoring.closed-line",)
    elif scored.voided:
        lines = ("views.scoring.again", "views.scoring.again-look")
    else:
        lines = ("views.scoring.time", "views.scoring.change")
    return p.Scoring(
        bands,
        say("views.scoring.closed" if closed else "views.scoring.open"),
        len(set(scored.voters) & scored.handed_in),
        len(scored.voters),
        tuple(say(line) for line in lines),
        _stepping_out(state),
        countdown(state, now),
        closed,
    )


def reveal(state: State, bands: p.Frame) -> p.Reveal:
    """Show the shapes, split ones first."""
    scored = scores_of(state, state.application)
    drawn = shapes(state.model, scored)
    n = sum(shape.split for shape in drawn)
    hidden = all(not shape.bars for shape in drawn)
    key = "too-few" if hidden else "again" if scored.voided else "split" if n else "together"
    return p.Reveal(bands, say(f"views.reveal.{key}", n=n, fewest=FEWEST), drawn)


def talk(state: State, now: dt.datetime, bands: p.Frame) -> p.Talk:
    """Cue the talk, never asking who."""
    rounds = round_bars(state.model, standing(state.rounds.get(state.application, ())))
    cue = "again" if rounds else "first"
    cues = (say(f"views.talk.{cue}"), say("views.talk.nobody"))
    drawn = shapes(state.model, scores_of(state, state.application))
    latest = written(state, state.application)[-1:]
    return p.Talk(bands, say("views.talk.heading"), cues, drawn, countdown(state, now), rounds, latest)


def rule_in_heads(state: State, voters: int) -> str:
    """Say the rule in people, for this many ballots."""
    rule = state.model.consensus.rule
    said = heads(rule, voters)
    against = "one" if said.most_against == 1 else "none" if said.most_against == 0 else "more"
    return say(f"views.rule.{rule}.{against}", needed=said.needed, of=voters, against=said.most_against)


def ballot(state: State, bands: p.Frame, box: InBox) -> p.Ballot:
    """Count the ballots in the box, with the rule and who may vote."""
    opened = state.open_round
    aside = scores_of(state, state.application).aside
    voters = [seat for seat in (opened.electorate if opened else ()) if seat not in aside]
    number = opened.number if opened else 1
    who = say("views.ballot.who", n=len(voters), seats=", ".join(str(seat) for seat in voters))
    return p.Ballot(
        bands,
        say("views.ballot.heading" if number == 1 else "views.ballot.heading-again", n=number),
        state.model.consensus.question,
        box.ballots,
        len(voters),
        rule_in_heads(state, len(voters)),
        (*about_the_box(box), who, say("views.ballot.secret")),
    )


def about_the_box(box: InBox) -> tuple[str, ...]:
    """Say what a crash has left to wait for, and who votes on paper."""
    lines = []
    if box.awaited:
        back = box.found - len(box.awaited)
        lines.append(say("views.ballot.restored", n=back, of=box.found, seats=seats_said(box.awaited)))
        lines.append(say("views.ballot.wake"))
    elif box.found:
        lines.append(say("views.ballot.all-restored", of=box.found))
    if box.found:
        lines.append(say("people.ballot.reasons-lost"))
    if box.shut:
        lines.append(say("views.ballot.shut"))
    elif box.on_paper:
        lines.append(say_many("views.ballot.on-paper", box.on_paper))
    return tuple(lines)


def outcome_words(state: State, ref: str) -> tuple[str, str]:
    """Say an application's outcome, with its tone: yes, no, split or open."""
    found = outcome_of(state, ref)
    if found is Outcome.BY_TALKING:
        yes = state.by_talking[ref]
        return say("views.outcome.talking-yes" if yes else "views.outcome.talking-no"), "yes" if yes else "no"
    if found is None or found is Outcome.TOO_FEW:
        return say("views.outcome.too-few"), "open"
    key = found.name.lower().replace("_", "-")
    return say(f"views.outcome.{key}"), _TONES.get(found, "open")


def outcome(state: State, bands: p.Frame) -> p.Outcome:
    """Say what the ballot came to, beside the rounds before it."""
    ref = state.application
    rounds = standing(state.rounds.get(ref, ()))
    words, tone = outcome_words(state, ref)
    drawn, latest = round_bars(state.model, rounds), written(state, ref)[-1:]
    return p.Outcome(bands, words, tone, drawn, _outcome_lines(state, ref), latest)


def _outcome_lines(state: State, ref: str) -> tuple[str, ...]:
    rounds = standing(state.rounds.get(ref, ()))
    if outcome_of(state, ref) in (None, Outcome.TOO_FEW):
        return (say("views.outcome.why-too-few", fewest=FEWEST), say("views.outcome.by-talking"))
    lines = []
    n = moved(rounds)
    if n is not None:
        lines.append(say_many("views.outcome.moved", n))
    if rounds and rounds[-1].counts:
        picked, could = sum(rounds[-1].counts), rounds[-1].eligible or 0
        lines.append(rule_in_heads(state, picked))
        if picked < could:
            lines.append(say("views.outcome.of-those", n=picked, of=could))
    given = advice(state, ref)
    if given in (Advice.AT_MOST_ONE_MOVED, Advice.LAST_ROUND, Advice.GO_ON):
        lines.append(say(f"views.advice.{given}"))
    return tuple(lines)


def deciding(state: State, bands: p.Frame, *, restarted: bool = False) -> p.Deciding:
    """Show our decision and our reasons, as far as they are recorded."""
    ref = state.application
    words, tone = outcome_words(state, ref)
    decision = state.plan.decisions.get(ref)
    lines = (
        ("views.deciding.provisional",) if decision else ("views.deciding.reasons", "views.deciding.later")
    )
    if len(writers(state)) >= FEWEST:
        lines = (*lines, "people.minority.wall", *(("people.lost",) if restarted else ()))
    said = decision_words(state, ref) if decision else ""
    conditions = decision.conditions if decision else ""
    reasons = decision.reasons if decision else ""
    return p.Deciding(bands, words, tone, said, conditions, reasons, tuple(say(line) for line in lines))


def decision_words(state: State, ref: str) -> str:
    """Say a recorded decision, with its money."""
    decision = state.plan.decisions[ref]
    verdict = say(f"views.verdict.{decision.verdict.name.lower().replace('_', '-')}")
    return f"{verdict}: {money(decision.amount, state.model.currency)}" if decision.funded else verdict
