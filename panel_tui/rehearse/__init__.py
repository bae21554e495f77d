"""Rehearsals: pretend members over the real web pages, and a pretend facilitator where nobody is at the wall."""

from panel_tui.rehearse.answer_book import AnswerBook
from panel_tui.rehearse.facilitator import Driver, Stuck, drive
from panel_tui.rehearse.from_files import AnswersRefused, FromFiles, read_answers
from panel_tui.rehearse.leanings import Leanings, WrittenLeaning, read_leanings
from panel_tui.rehearse.members import Members, run_members
from panel_tui.rehearse.seeded_members import Leaning

__all__ = [
    "AnswerBook",
    "AnswersRefused",
    "Driver",
    "FromFiles",
    "Leaning",
    "Leanings",
    "Members",
    "Stuck",
    "WrittenLeaning",
    "drive",
    "read_answers",
    "read_leanings",
    "run_members",
]
