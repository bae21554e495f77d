"""The ranked list against the pot, what we decided, and a tie-break ballot while it is open."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from sessions.decide.tie_ballots import open_ties
from sessions.methods.ranking_and_ties import RankPlace
from sessions.methods.scoring import shape_allowed
from sessions.model.decisions import Outcome
from sessions.model.session import Application
from sessions.model.text import money
from sessions.results.budget import Pot, cost_of, outcome_of, parting, pots, ranking, shown_sheets
from sessions.results.confirming import left_in
from sessions.results.earlier_scores import ranked_score, weighs_earlier
from sessions.results.tie_ballots import voters_on
from sessions.results.told_scores import (
    all_beside_before,
    each_by_enough,
    enough_scored,
    many_scored,
    shown_to_all,
)
from sessions.state import State
from sessions.views.earlier_scores import earlier_words
from sessions.views.rules_told import against_now, list_against
from sessions.views.score_digits import NOTHING, digits_apart, on_scale
from sessions.views.wall import posters as p
from sessions.views.wall.application import about_the_box
from sessions.views.wall.list_rows import Row, Sums
from sessions.views.wall.poster_inputs import InBox, Laid, may_come_back
from sessions.views.why_words import why_words
from sessions.wording import say, say_many
from sessions.wording.enumerations import titles_said

_MARKED = (Outcome.SPLIT, Outcome.NOT_SETTLED, Outcome.TOO_FEW)


def budget(state: State, bands: p.Frame, laid: Laid) -> p.Budget:
    """Draw the list people look at, its line, and what is left of its pot."""
    everything = pots(state)
    pot = everything[laid.pot % len(everything)]
    ranks = {place.ref: place for place in ranking(state)}
    places = tuple(ranks[ref] for ref in pot.order)
    currency = state.model.currency
    whole, left = money(pot.own, currency), money(pot.left, currency)
    if state.model.places is not None:
        whole, left = (say_many("stages.places", int(n)) for n in (pot.own, left_in(state, pot)))
    up, down = (None, None) if state.confirmed else steps(state, pot)
    return p.Budget(
        bands,
        whole,
        say("views.budget.left", amount=left),
        pot.drawn,
        rows(state, places, pot, everything),
        (*_level(state, pot), *_weighed(state), *_about(state, places, down)),
        state.confirmed,
        pot.key,
        _heading(pot, everything),
        (*_back(state), *list_against(state), *_notes(state, pot, everything)),
        current=None if down is None else down - 1,
        up=up,
        down=down,
        lists=tuple(one.key for one in everything),
        money=state.model.places is None,
        sums=_sums(state, pot),
    )


def _back(state: State) -> tuple[str, ...]:
    """Say who was out of the last application may come back; the list is for all of us."""
    back = "" if state.confirmed else may_come_back(state)
    return (back,) if back else ()


def _sums(state: State, pot: Pot) -> Sums:
    """Add up a pot: what is given, and what is left; of places, how many."""
    if state.model.places is not None:
        given, left = len(pot.funded), int(left_in(state, pot))
        return Sums(given, left, (str(given), str(left)))
    currency = state.model.currency
    words = (money(pot.spent, currency), money(pot.left, currency))
    return Sums(int(pot.spent), int(pot.left), words)


def steps(state: State, pot: Pot) -> tuple[int | None, int | None]:
    """Return where the line goes for one row fewer, and for one more; nothing where there is no such row."""

    def moved_by_the_line(ref: str) -> bool:
        return ref not in state.plan.decisions and cost_of(state, ref) > 0

    above = [n for n, ref in enumerate(pot.order[: pot.line]) if moved_by_the_line(ref)]
    below = [n + 1 for n, ref in enumerate(pot.order) if n >= pot.line and moved_by_the_line(ref)]
    return (above[-1] if above else None), (below[0] if below else None)


def _heading(pot: Pot, everything: tuple[Pot, ...]) -> str:
    """Name a list among several; where there are no strands there is nothing to name."""
    if len(everything) == 1:
        return ""
    title = pot.title if pot.key else say("dividing.whole")
    return say("dividing.heading", title=title, n=everything.index(pot) + 1, of=len(everything))


def _notes(state: State, pot: Pot, everything: tuple[Pot, ...]) -> tuple[str, ...]:
    """Advise on a strand; say what was moved over, and what it all comes to."""
    if state.model.places is not None:
        return asked_together(state, pot.funded)
    if len(everything) == 1:
        return ()
    currency = state.model.currency
    notes = []
    if pot.expected is not None:
        notes.append(say_many("dividing.expected", pot.expected, now=len(pot.funded)))
    if pot.key and pot.moved:
        notes.append(say("dividing.moved-away", amount=money(-pot.moved, currency)))
    if not pot.key:
        notes += [
            say("dividing.moved", amount=money(-one.moved, currency), strand=one.title)
            for one in everything
            if one.moved < 0
        ]
        given = sum((one.spent for one in everything), Decimal(0))
        sums = (given, state.model.pot, state.model.pot - given)
        given_said, pot_said, left_said = (money(amount, currency) for amount in sums)
        notes.append(say("dividing.all", given=given_said, pot=pot_said, left=left_said))
    return tuple(notes)


def asked_together(state: State, chosen: Iterable[str]) -> tuple[str, ...]:
    """Say of a shortlist that has a pot beside its places what those chosen ask for together."""
    model = state.model
    if not model.pot:
        return ()
    asked = sum((model.application(ref).asked for ref in chosen), Decimal(0))
    return (say("stages.asks", asked=money(asked, model.currency), pot=money(model.pot, model.currency)),)


def _level(state: State, pot: Pot) -> tuple[str, ...]:
    """Say which tie on this list waits for a ballot; none once the list is confirmed."""
    if state.confirmed:
        return ()
    waiting = [tie for tie in open_ties(state) if set(tie) & set(pot.order)]
    return (say("dividing.level", titles=titles(state, waiting[0])),) if waiting else ()


def _weighed(state: State) -> tuple[str, ...]:
    """Say what earlier scores weigh, where they do."""
    return (earlier_words(state.model),) if weighs_earlier(state.model) and not state.confirmed else ()


def titles(state: State, refs: tuple[str, ...]) -> str:
    """Name some applications in one breath."""
    return titles_said([state.model.called(ref) for ref in refs])


def rows(
    state: State, places: tuple[RankPlace, ...], pot: Pot, everything: tuple[Pot, ...]
) -> tuple[Row, ...]:
    """Return the rows of one list, each with why it gets what it gets."""
    why = why_words(state, everything)
    scores = {place.ref: _score(state, place.ref) for place in places}
    digits = digits_apart(state.model.scale, scores.values())
    strands = {strand.key: strand.title for strand in state.model.strands} if not pot.key else {}
    elsewhere = {ref for one in everything if one is not pot for ref in one.funded}
    currency, shortlist = state.model.currency, state.model.places is not None
    found, running, taken = [], Decimal(0), 0
    warned, warning = against_now(state), say("rules.mark")
    for place in places:
        ref, decision = place.ref, pot.listed[place.ref]
        running += decision.amount if decision.funded else 0
        taken += decision.takes
        application = state.model.application(ref)
        strand = strands.get(application.strand, "")
        marks = (strand, _of_scores(state, ref), _mark(state, ref), warning if ref in warned else "")
        found.append(
            Row(
                rank=str(place.rank) if enough_scored(state, ref) else NOTHING,
                ref=ref,
                title=state.model.called(ref),
                score=on_scale(state.model.scale, scores[ref], digits),
                asks="" if shortlist and not state.model.pot else money(application.asked, currency),
                funded=why[ref] if decision.takes else "",
                running="" if not decision.takes else str(taken) if shortlist else money(running, currency),
                least=_least(state, application),
                mark=" · ".join(filter(None, marks)),
                why=say("dividing.elsewhere") if ref in elsewhere else why[ref],
            )
        )
    return tuple(found)


def _of_scores(state: State, ref: str) -> str:
    """Say why there is no score where the room has seen some.

    Fewer than five gave one, or scored one of the questions; one was put right since; or others scored it than before,
    by fewer than five.
    """
    if not shown_sheets(state, ref) or shown_to_all(state, ref):
        return ""
    if not shape_allowed(many_scored(state, ref)):
        return say("views.budget.few-scores")
    if not enough_scored(state, ref) or not each_by_enough(state, ref):
        return say("views.budget.few-of-a-question")
    return say("views.budget.put-right" if all_beside_before(state, ref) else "views.budget.beside-before")


def _least(state: State, application: Application) -> str:
    return money(application.least, state.model.currency) if application.least is not None else ""


def _score(state: State, ref: str) -> Fraction | None:
    if not shown_to_all(state, ref):
        return None
    return ranked_score(state, ref)


def _mark(state: State, ref: str) -> str:
    found = outcome_of(state, ref)
    return say(f"views.budget.mark-{found.name.lower().replace('_', '-')}") if found in _MARKED else ""


def _about(state: State, places: tuple[RankPlace, ...], down: int | None) -> tuple[str, ...]:
    """Say what there is to know of the row the line would go below next, and how a tie put it there."""
    if down is None:
        return ()
    place, application = places[down - 1], state.model.application(places[down - 1].ref)
    of_money = state.model.places is None or bool(state.model.pot)
    asked = money(application.asked, state.model.currency)
    least = _least(state, application)
    facts = (
        application.organisation,
        say("views.budget.asks", amount=asked) if of_money else "",
        say("wall.budget.least", least=least) if least and of_money else "",
        _mark(state, place.ref),
    )
    told = " · ".join(filter(None, facts))
    return (told, *tie_note(state, places, down - 1))


def tie_note(state: State, places: tuple[RankPlace, ...], at: int) -> tuple[str, ...]:
    """Say of a row that has the same score as its neighbour how the tie was broken; nothing where there is none."""
    for other, key in ((at - 1, "after"), (at + 1, "before")):
        if not 0 <= other < len(places):
            continue
        one, neighbour = places[at], places[other]
        if _score(state, one.ref) is None or _score(state, one.ref) != _score(state, neighbour.ref):
            continue
        named = state.model.called(neighbour.ref)
        if one.rank == neighbour.rank:
            return (say("views.budget.tie-level", other=named),)
        why = breaker_words(state, parting(state, one.ref, neighbour.ref))
        return (say(f"views.budget.tie-{key}", other=named, why=why),)
    return ()


def breaker_words(state: State, breaker: str) -> str:
    """Say by what a tie was broken."""
    kind, _, key = breaker.partition(":")
    question = state.model.criterion(key).question if kind == "criterion" else ""
    return say(f"views.breaker.{kind}", question=question)


def tie_ballot(state: State, bands: p.Frame, box: InBox) -> p.Ballot:
    """Count the ballots in the box, with the titles and who may vote."""
    opened = state.open_tie
    refs, voters = (opened.refs, voters_on(state, opened)) if opened else ((), ())
    # numbered, as a printed slip has them: nobody knew beforehand which they would be
    named = tuple(
        say("dividing.tie.title", n=n, title=state.model.called(ref)) for n, ref in enumerate(refs, 1)
    )
    who = say("views.ballot.who", n=len(voters), seats=", ".join(str(seat) for seat in voters))
    return p.Ballot(
        bands,
        say("dividing.tie.heading"),
        say("dividing.tie.question"),
        box.ballots,
        len(voters),
        "\n".join(named),
        (*about_the_box(box), who, say("views.ballot.secret")),
    )
