"""What the record may tell outside the room: the rows of every export, and the story in plain words.

Everything here starts from `tellable`, which takes out what has not been shown, so nothing after it can leak it.
"""

from sessions.views.record.account import Account, record_view
from sessions.views.record.days_met import day_words, days_met
from sessions.views.record.facts import RecordFacts
from sessions.views.record.folder_differs import folder_differs
from sessions.views.record.gathered import gathered
from sessions.views.record.gathered_rows import Gathered
from sessions.views.record.one_member import MemberBallotRow, MemberHistoryRow, member_ballots, member_history
from sessions.views.record.receipts import receipt_story
from sessions.views.record.story import Story, story
from sessions.views.record.tellable import tellable
from sessions.views.record.times import as_told
from sessions.views.record.written import written

__all__ = [
    "Account",
    "Gathered",
    "MemberBallotRow",
    "MemberHistoryRow",
    "RecordFacts",
    "Story",
    "as_told",
    "day_words",
    "days_met",
    "folder_differs",
    "gathered",
    "member_ballots",
    "member_history",
    "receipt_story",
    "record_view",
    "story",
    "tellable",
    "written",
]
