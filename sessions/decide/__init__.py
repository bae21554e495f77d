"""The rules, once: an order and the state give events, or a refusal. Wall, phone, paper and rehearsal all come here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .. import commands as c
from ..events import Event
from ..refusals import No, Refused
from ..state import State
from . import (
    agenda,
    deciding,
    hand_round,
    moving,
    onward,
    people,
    rounds,
    scoring,
    sealing,
    tie_ballots,
    timing,
    workshop,
)

Rule = Callable[[State, Any], tuple[Event, ...]]

RULES: dict[type[Any], Rule] = {
    c.OpenDoors: people.open_doors,
    c.PrintCards: people.print_cards,
    c.ShutDoors: people.shut_doors,
    c.ReopenDoors: people.reopen_doors,
    c.TakeSeatByCard: people.take_seat_by_card,
    c.TakeFreeSeat: people.take_free_seat,
    c.TakePaperSeat: people.take_paper_seat,
    c.AddSeat: people.add_seat,
    c.LeaveEarly: people.leave_early,
    c.ReissueCard: people.reissue_card,
    c.MakeHandRound: hand_round.make_hand_round,
    c.TakeHandRound: hand_round.take_hand_round,
    c.UseHandRound: hand_round.use_hand_round,
    c.Practise: people.practise,
    c.StepOut: people.step_out,
    c.ComeBack: people.come_back,
    c.Next: onward.go_on,
    c.JumpTo: moving.jump_to,
    c.Undo: moving.undo,
    c.TakeBreak: timing.take_break,
    c.Hold: timing.hold,
    c.AddMinutes: timing.add_minutes,
    c.MoveStart: timing.move_start,
    c.FollowClock: timing.follow_clock,
    c.AddStep: agenda.add_step,
    c.MoveStep: agenda.move_step,
    c.SkipStep: agenda.skip_step,
    c.LookAgain: agenda.look_again,
    c.Retime: agenda.retime,
    c.AddNote: moving.add_note,
    c.GiveAnswer: scoring.give_answer,
    c.HandIn: scoring.hand_in,
    c.KeySlip: scoring.key_slip,
    c.Correct: scoring.correct,
    c.VoidRound: rounds.void_round,
    c.VoidReveal: scoring.void_reveal,
    c.ListCriteria: workshop.list_criteria,
    c.HideReason: rounds.hide_reason,
    c.AgreeByTalking: rounds.agree_by_talking,
    c.BreakTie: tie_ballots.break_tie,
    c.RecordDecision: deciding.record_decision,
    c.MoveLine: deciding.move_line,
    c.ReopenList: deciding.reopen_list,
    c.SignRegister: people.sign_register,
    c.Seal: sealing.seal,
}
_BEFORE_THE_DOORS = (c.OpenDoors, c.PrintCards)
_AFTER_THE_END = (
    c.TakeSeatByCard,
    c.UseHandRound,
    c.FollowClock,
    c.AddNote,
    c.HideReason,
    c.GiveAnswer,
    c.HandIn,
    c.Next,
    c.OpenDoors,
    c.Seal,
)


def decide(state: State, command: c.Command) -> tuple[Event, ...]:
    """Give what an order makes happen, nothing where it has happened already. Raises Refused."""
    if state.session is None and not isinstance(command, _BEFORE_THE_DOORS):
        raise Refused(No.NOT_NOW)
    if state.sealed and not isinstance(command, c.Seal):
        raise Refused(No.SEALED)
    if state.ended and not isinstance(command, _AFTER_THE_END):
        raise Refused(No.ENDED)
    return RULES[type(command)](state, command)
