"""Whose ballots a total holds, and what it may therefore show: said to the room before it closes.

The rule itself is in `casters`; here it meets the open ballot, and the totals that people have seen already.
"""

from __future__ import annotations

from collections.abc import Collection

from sessions import commands as c
from sessions.decide.rounds import on_paper, voters_of
from sessions.model.answers import FEWEST
from sessions.model.refusals import No, Refused
from sessions.state import State, answers_shown, orders_shown, totals_shown
from sessions.state.casters import Casters, KeptRound, alike, casters, kept, outcome_only


def shown_before(state: State) -> tuple[Casters, ...]:
    """Return who cast in each total shown before on the question of the open ballot."""
    tie = state.open_tie
    if tie is not None:
        return orders_shown(state, tie.refs)
    if state.open_question is not None:
        return answers_shown(state, state.open_question)
    return totals_shown(state, state.application)


def cast_so_far(state: State, command: c.Next) -> KeptRound:
    """Return what the closing record would keep of who cast in the open ballot."""
    voters = voters_of(state)
    if command.voted is None:
        return KeptRound()
    phones = tuple(seat for seat in command.voted if seat in voters)
    paper = on_paper(state, {*phones, *command.awaited})
    return kept(voters, phones, paper, command.cast)


def now_casting(state: State, command: c.Next) -> Casters:
    """Return who has cast in the open ballot."""
    known = cast_so_far(state, command)
    return casters(voters_of(state), known.absent, known.slips_of, command.cast)


def warn_of_outcome_only(state: State, ref: str, voters: Collection[int], *, sure: bool) -> None:
    """Ask again before a ballot whose count could not be shown even if all of its voters cast. Raises Refused."""
    everyone = Casters(frozenset(voters))
    if not sure and outcome_only(everyone, totals_shown(state, ref)):
        raise Refused(No.ASK_AGAIN_OTHERS)


def ask_about_casters(state: State, command: c.Next) -> None:
    """Ask again before closing a ballot whose count could not be shown as it stands. Raises Refused.

    Where somebody who cast before has not yet, waiting helps, and that is said; never who it is.
    """
    now, before = now_casting(state, command), shown_before(state)
    if command.cast < FEWEST or not outcome_only(now, before):
        return
    voters = set(voters_of(state))
    missing = [len((one.sure & voters) - now.sure - now.maybe) for one in before if alike(one, now)]
    n = max(missing)
    raise Refused(No.ASK_AGAIN_WAIT, n=n) if n else Refused(No.ASK_AGAIN_ALIKE)
