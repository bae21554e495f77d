"""Facts about interviews. Which seat's turn it is follows from the seed and from these, so none of them names one."""

from __future__ import annotations

from sessions.events.moving import Fact


class QuestionAsked(Fact, frozen=True):
    """The room came to a question of the interview; `number` counts from 1."""

    number: int


class TurnPassed(Fact, frozen=True):
    """The member whose turn it was passed it on; the next by lot asks the question."""

    number: int


class FollowUpAsked(Fact, frozen=True):
    """Something was asked besides the agreed questions, after the question `number`; 0 is after all of ours."""

    number: int
