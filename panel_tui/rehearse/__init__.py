"""Rehearsals: pretend members over the real web pages, and a pretend facilitator where nobody is at the wall."""

from .book import AnswerBook
from .facilitator import Driver, Stuck, drive
from .from_files import AnswersRefused, FromFiles, read_answers
from .leaning import Leaning
from .leanings import Leanings, Written, read_leanings
from .members import Members, run_members

__all__ = [
    "AnswerBook",
    "AnswersRefused",
    "Driver",
    "FromFiles",
    "Leaning",
    "Leanings",
    "Members",
    "Stuck",
    "Written",
    "drive",
    "read_answers",
    "read_leanings",
    "run_members",
]
