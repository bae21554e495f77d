"""An application's posters. Until the reveal they know how many are in, and nothing of what was said."""

from __future__ import annotations

import datetime as dt

from sessions.decide.anonymous import askers, slip_writers, writers
from sessions.decide.another_round import advice
from sessions.decide.casting import shown_before
from sessions.decide.rounds import voters_of
from sessions.methods.consensus import Advice, heads
from sessions.model.answers import FEWEST
from sessions.model.decisions import Outcome
from sessions.model.text import money
from sessions.results.budget import outcome_of
from sessions.state import State, scores_of
from sessions.state.casters import Casters, outcome_only
from sessions.state.days import no_list_to_come
from sessions.state.rounds import standing
from sessions.views.by_question import told
from sessions.views.cards_up import scoring_line, seen_shapes
from sessions.views.changes import news
from sessions.views.frame import countdown
from sessions.views.in_words import kept_said, start_said
from sessions.views.rules_told import rules_told
from sessions.views.shapes import moved, round_bars, would_ask, written
from sessions.views.wall import posters as p
from sessions.views.wall.poster_inputs import InBox, may_come_back
from sessions.wording import say, say_many
from sessions.wording.enumerations import seats_said

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
        " ".join(filter(None, (news(state), may_come_back(state), _stepping_out(state)))),
        application.would_do,
    )


def reading(state: State, now: dt.datetime, bands: p.Frame, *, lost: bool = False) -> p.Reading:
    """Return quiet time to read."""
    summary = state.model.application(state.application).summary
    where = say("views.reading.where" if state.booklet else "views.reading.where-phone")
    lines = (*((where,) if summary else ()), say("views.reading.ask"))
    if len(askers(state)) >= FEWEST:
        lines = (*lines, say("people.ask.lost" if lost else "people.ask.wall"))
    return p.Reading(bands, say("views.reading.heading"), lines, countdown(state, now))


def scoring(state: State, now: dt.datetime, bands: p.Frame) -> p.Scoring:
    """Count who is in; nothing else is known here."""
    return _scoring(state, now, bands, closed=False)


def closed(state: State, now: dt.datetime, bands: p.Frame) -> p.Scoring:
    """Say that scoring is closed, before anything is shown."""
    return _scoring(state, now, bands, closed=True)


def _scoring(state: State, now: dt.datetime, bands: p.Frame, *, closed: bool) -> p.Scoring:
    scored = scores_of(state, state.application)
    few = scoring_line(state, closed=closed)
    if closed:
        lines: tuple[str, ...] = () if few else ("views.scoring.closed-line",)
    elif scored.voided:
        lines = ("views.scoring.again", "views.scoring.again-look")
    else:
        lines = ("views.scoring.time", "views.scoring.change")
    return p.Scoring(
        bands,
        say("views.scoring.closed" if closed else "views.scoring.open"),
        len(set(scored.voters) & scored.handed_in),
        len(scored.voters),
        (*(say(line) for line in lines), *filter(None, [few])),
        _stepping_out(state),
        countdown(state, now),
        closed,
    )


def reveal(state: State, bands: p.Frame) -> p.Reveal:
    """Show the shapes, split ones first."""
    scored = scores_of(state, state.application)
    drawn = seen_shapes(state, state.application)
    if scored.cards_up:
        return p.Reveal(bands, say("small.reveal"), drawn)
    n = sum(shape.split for shape in drawn)
    hidden = all(not shape.bars for shape in drawn)
    together = all(shape.alike for shape in drawn if shape.bars)
    key = (
        "beside"
        if hidden and any(shape.beside for shape in drawn)
        else "too-few"
        if hidden
        else "again"
        if scored.voided
        else "split"
        if n
        else "together"
        if together
        else "mixed"
    )
    return p.Reveal(bands, say(f"views.reveal.{key}", n=n, fewest=FEWEST), drawn)


def talk(state: State, now: dt.datetime, bands: p.Frame, *, lost: bool = False) -> p.Talk:
    """Cue the talk, never asking who."""
    rounds = round_bars(state.model, standing(state.rounds.get(state.application, ())))
    cue = "again" if rounds else "first"
    start = start_said(state)
    cards_up = scores_of(state, state.application).cards_up
    nobody = say("small.talk" if cards_up else "views.talk.nobody")
    cues = (*((start,) if start else ()), say(f"views.talk.{cue}"), nobody)
    cues = (*cues, say("people.ask.lost-aloud")) if lost else cues
    drawn = seen_shapes(state, state.application)
    latest = written(state, state.application)[-1:] or would_ask(state, state.application)
    return p.Talk(
        bands, say("views.talk.heading"), cues, drawn, countdown(state, now), rounds, latest, kept_said(state)
    )


def rule_in_heads(state: State, voters: int, found: Outcome | None = None) -> str:
    """Say the rule in people, for this many ballots; beside a no that was `found`, how it reads for a no."""
    rule = state.model.consensus.rule
    said = heads(rule, voters)
    against = "one" if said.most_against == 1 else "none" if said.most_against == 0 else "more"
    way = "rule-no" if found is Outcome.NO else "rule"
    return say(f"views.{way}.{rule}.{against}", needed=said.needed, of=voters, against=said.most_against)


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
        _rule_or_too_few(state, max(sum(state.seats[seat].here for seat in voters), box.ballots)),
        (*about_the_box(box), who, *_shown_of_it(state), say("views.ballot.secret")),
    )


def _rule_or_too_few(state: State, most: int) -> str:
    """Say the rule for as many ballots as there can be; who has gone home casts none, and may leave too few."""
    return rule_in_heads(state, most) if most >= FEWEST else say("views.outcome.why-too-few", fewest=FEWEST)


def _shown_of_it(state: State) -> tuple[str, ...]:
    """Say, where not even all of those who may vote would make a count that can be shown, that none is."""
    everyone = Casters(frozenset(voters_of(state)))
    never = state.open_round is not None and outcome_only(everyone, shown_before(state))
    return (say("views.ballot.outcome-only"),) if never else ()


def about_the_box(box: InBox, *, reasons: bool = True) -> tuple[str, ...]:
    """Say what a crash has left to wait for, and who votes on paper; `reasons` where such may have been lost."""
    lines = []
    if box.awaited:
        back = box.found - len(box.awaited)
        lines.append(say("views.ballot.restored", n=back, of=box.found, seats=seats_said(box.awaited)))
        lines.append(say("views.ballot.wake"))
    elif box.found:
        lines.append(say("views.ballot.all-restored", of=box.found))
    if box.found and reasons:
        lines.append(say("people.ballot.reasons-lost"))
    if box.shut:
        lines.append(say("views.ballot.shut"))
    elif box.way is not None:
        lines.append(say_many(f"views.ballot.paper-{box.way}", box.on_paper))
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


def outcome(state: State, bands: p.Frame) -> p.BallotOutcome:
    """Say what the ballot came to, beside the rounds before it."""
    ref = state.application
    rounds = standing(state.rounds.get(ref, ()))
    words, tone = outcome_words(state, ref)
    drawn, latest = round_bars(state.model, rounds), written(state, ref)[-1:]
    return p.BallotOutcome(bands, words, tone, drawn, _outcome_lines(state, ref), latest)


def _outcome_lines(state: State, ref: str) -> tuple[str, ...]:
    rounds = standing(state.rounds.get(ref, ()))
    if outcome_of(state, ref) in (None, Outcome.TOO_FEW):
        return (say("views.outcome.why-too-few", fewest=FEWEST), say("views.outcome.by-talking"))
    lines = [say("views.outcome.only")] if rounds and rounds[-1].outcome_only else []
    n = moved(rounds)
    if n:  # of nobody it says nothing
        lines.append(say_many("views.outcome.moved", n))
    if rounds and rounds[-1].counts:
        picked, could = sum(rounds[-1].counts), rounds[-1].eligible or 0
        lines.append(rule_in_heads(state, picked, rounds[-1].outcome))
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
    settled = () if no_list_to_come(state) else ("views.deciding.later",)
    for_now = "views.deciding.provisional" if settled else "views.deciding.provisional-alone"
    lines = (for_now,) if decision else ("views.deciding.reasons", *settled)
    lines = (*lines, *_other_views(state, restarted=restarted))
    said = decision_words(state, ref) if decision else ""
    conditions = decision.conditions if decision else ""
    reasons = decision.reasons if decision else ""
    beside = (*told(state, ref), *rules_told(state, ref))
    return p.Deciding(
        bands, words, tone, said, conditions, reasons, (*beside, *(say(line) for line in lines))
    )


def _other_views(state: State, *, restarted: bool) -> tuple[str, ...]:
    """Say how another view may be recorded: by phone, on a slip, or both; nothing where none would be kept."""
    phones, slips = len(writers(state)) >= FEWEST, bool(slip_writers(state))
    if not phones and not slips:
        return ()
    ending = ("-both" if phones else "-slip") if slips else ""
    way = f"people.minority.wall{ending}"
    return (way, "people.lost") if restarted else (way,)


def decision_words(state: State, ref: str) -> str:
    """Say a recorded decision, with its money; where a shortlist has words of its own, in those."""
    decision = state.plan.decisions[ref]
    if decision.words:
        return decision.words
    verdict = say(f"views.verdict.{decision.verdict.name.lower().replace('_', '-')}")
    return f"{verdict}: {money(decision.amount, state.model.currency)}" if decision.funded else verdict
