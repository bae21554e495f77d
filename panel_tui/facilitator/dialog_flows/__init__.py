"""Ask the facilitator what an order still needs, then give the order. One short conversation each."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from panel_tui.facilitator.dialog_flows import (
    agenda,
    asking,
    days,
    decisions,
    moving,
    putting_right,
    ready,
    rules_why,
    saving,
    score_file,
    scoring,
    screens,
    seats,
    workshop,
)

Conversation = Callable[[Any], Awaitable[None]]  # any takes a Switchboard; `award` asks for the wall itself

ASKING: dict[str, Conversation] = {
    "leave": moving.leave,
    "help": moving.show_help,
    "note": moving.note,
    "void": moving.void,
    "agenda": agenda.agenda,
    "look_again": agenda.look_again,
    "put_list": agenda.put_list,
    "retime": agenda.retime,
    "began": agenda.began,
    "hold": agenda.hold,
    "step_out": seats.step_out,
    "register": seats.register,
    "put_right": putting_right.put_right,
    "score_file": score_file.score_file,
    "correct": scoring.correct,
    "paper": scoring.paper,
    "paper_way": scoring.go_on_with_paper,
    "slips_agree": scoring.slips_agree,
    "decision": decisions.decision,
    "award": decisions.award,
    "rule_why": rules_why.go_on_against,
    "ask_room": asking.ask_room,
    "agree_way": asking.agree_way,
    "look_back": asking.look_back,
    "view_slip": decisions.view_slip,
    "what_if": decisions.what_if,
    "break_tie": decisions.break_tie,
    "place": decisions.place,
    "new_card": seats.new_card,
    "hand_round": seats.hand_round,
    "signals": seats.signals,
    "remind": seats.remind,
    "goes_home": seats.goes_home,
    "put_back": seats.put_back,
    "end_day": days.end_day,
    "come_again": days.come_again,
    "hide_reason": moving.hide_reason,
    "criteria": workshop.criteria,
    "ready": ready.ready,
    "square": ready.square,
    "screens": screens.screens,
    "save": saving.save,
}
