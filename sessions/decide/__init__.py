"""The rules, once: an order and the state give events, or a refusal. Wall, phone, paper and rehearsal all come here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sessions import commands as c
from sessions.decide import (
    agenda,
    asking,
    cards_up,
    changes,
    days,
    decisions,
    funder_rules,
    interviews,
    late_application,
    moving,
    next_step,
    paper,
    rounds,
    scoring,
    seats,
    tie_ballots,
    workshop,
)
from sessions.events import Event
from sessions.model.refusals import No, Refused
from sessions.state import State

Rule = Callable[[State, Any], tuple[Event, ...]]

RULES: dict[type[Any], Rule] = {
    c.OpenDoors: seats.open_doors,
    c.PrintCards: seats.print_cards,
    c.ShutDoors: seats.shut_doors,
    c.ReopenDoors: seats.reopen_doors,
    c.TakeSeatByCard: seats.take_seat_by_card,
    c.TakeFreeSeat: seats.take_free_seat,
    c.TakePaperSeat: seats.take_paper_seat,
    c.AddSeat: seats.add_seat,
    c.LeaveEarly: seats.leave_early,
    c.ReissueCard: seats.reissue_card,
    c.PutSeatBack: seats.put_seat_back,
    c.MakeHandRound: seats.make_hand_round,
    c.TakeHandRound: seats.take_hand_round,
    c.UseHandRound: seats.use_hand_round,
    c.Practise: seats.practise,
    c.StepOut: seats.step_out,
    c.ComeBack: seats.come_back,
    c.Next: next_step.go_on,
    c.JumpTo: moving.jump_to,
    c.EndDay: days.end_day,
    c.BeginDay: days.begin_day,
    c.ComeAgain: days.come_again,
    c.Undo: moving.undo,
    c.TakeBreak: agenda.take_break,
    c.Hold: agenda.hold,
    c.AddMinutes: agenda.add_minutes,
    c.MoveStart: agenda.move_start,
    c.FollowClock: agenda.follow_clock,
    c.AddStep: agenda.add_step,
    c.MoveStep: agenda.move_step,
    c.SkipStep: agenda.skip_step,
    c.LookAgain: agenda.look_again,
    c.PutList: agenda.put_list,
    c.Retime: agenda.retime,
    c.AddNote: moving.add_note,
    c.GiveAnswer: scoring.give_answer,
    c.HandIn: scoring.hand_in,
    c.KeySlip: scoring.key_slip,
    c.KeyPile: scoring.key_pile,
    c.Correct: scoring.correct,
    c.ChangeCard: cards_up.change_card,
    c.SlipsAgree: next_step.slips_agree,
    c.VoidRound: rounds.void_round,
    c.VoidReveal: scoring.void_reveal,
    c.ListCriteria: workshop.list_criteria,
    c.HideReason: rounds.hide_reason,
    c.AgreeByTalking: rounds.agree_by_talking,
    c.BreakTie: tie_ballots.break_tie,
    c.AskRoom: asking.ask_room,
    c.AgreeWay: asking.agree_way,
    c.LookBack: asking.look_back,
    c.ChoosePaperWay: paper.choose_paper_way,
    c.RecordDecision: decisions.record_decision,
    c.SayByQuestion: decisions.say_by_question,
    c.GoAgainstRule: funder_rules.go_against_rule,
    c.MoveLine: decisions.move_line,
    c.Place: decisions.place,
    c.ReopenList: decisions.reopen_list,
    c.SignRegister: seats.sign_register,
    c.Seal: moving.seal,
    c.ChangeDetail: changes.change_detail,
    c.ChangeCriteria: changes.change_criteria,
    c.ChangeRule: changes.change_rule,
    c.SetApplicationAside: changes.set_aside,
    c.BringBack: changes.bring_back,
    c.AddApplication: late_application.add_application,
    c.SayNoConflict: late_application.say_no_conflict,
    c.PassTurn: interviews.pass_turn,
    c.NobodyCame: interviews.nobody_came,
    c.AskFollowUp: interviews.ask_follow_up,
}
_BEFORE_THE_DOORS = (c.OpenDoors, c.PrintCards)
_AFTER_THE_END = (
    c.TakeSeatByCard,
    c.UseHandRound,
    c.FollowClock,
    c.AddNote,
    c.LookBack,
    c.HideReason,
    c.GiveAnswer,
    c.HandIn,
    c.Next,
    c.OpenDoors,
    c.Seal,
)
_OF_ONE_DECIDED_ON = (
    c.GiveAnswer,
    c.HandIn,
    c.KeyPile,
    c.KeySlip,
    c.Correct,
    c.ChangeCard,
    c.StepOut,
    c.ComeBack,
    c.RecordDecision,
    c.SayByQuestion,
    c.GoAgainstRule,
    c.SayNoConflict,
)


def decide(state: State, command: c.Command) -> tuple[Event, ...]:
    """Return what an order makes happen, nothing where it has happened already. Raises Refused."""
    if state.session is None and not isinstance(command, _BEFORE_THE_DOORS):
        raise Refused(No.NOT_NOW)
    if state.sealed and not isinstance(command, c.Seal):
        raise Refused(No.SEALED)
    if state.ended and not isinstance(command, _AFTER_THE_END):
        raise Refused(No.ENDED)
    if isinstance(command, _OF_ONE_DECIDED_ON) and state.model.set_aside(command.application) is not None:
        raise Refused(No.SET_ASIDE)
    return RULES[type(command)](state, command)
